package org.tabularium.manuscript.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the country of an ISO 3166 code is called in English, `CHN` and `CN` China.
public final class CountryNames {

    private static final Map<String, List<String>> ALSO = Map.of("US", List.of("USA", "US", "U.S.", "United States of America"),
            "GB", List.of("UK", "Great Britain"), "KR", List.of("Korea", "Republic of Korea"), "CZ", List.of("Czech Republic"),
            "TR", List.of("Turkey"), "NL", List.of("The Netherlands"), "RU", List.of("Russian Federation"));
    private static final String ADAM_VARIABLE = "COUNTRY";

    private CountryNames() {}

    /// The names of a level of a variable; empty where it is no country's code.
    public static List<String> of(String variable, String level) {
        if (!variable.startsWith(ADAM_VARIABLE)) {
            return List.of();
        }
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            if (level.equalsIgnoreCase(code) || level.equalsIgnoreCase(country.getISO3Country())) {
                List<String> names = new ArrayList<>(List.of(country.getDisplayCountry(Locale.ENGLISH)));
                names.addAll(ALSO.getOrDefault(code, List.of()));
                return names;
            }
        }
        return List.of();
    }
}
