package org.tabularium.study.country;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the country of an ISO 3166-1 code is called in English, `CHN` and `CN` China: from the file `countries.tsv` beside this
/// class, a line a country: both codes, its name and others that it has. The JDK's names change with its releases, and some are
/// no print ("Hong Kong SAR China").
public final class CountryNames {

    private static final String ADAM_VARIABLE = "COUNTRY";
    private static final int CODES = 2;

    /// Read when the first country is named: most reports name none.
    private static final class Known {

        static final Map<String, List<String>> NAMES = load();

        private static Map<String, List<String>> load() {
            try (InputStream file = Objects.requireNonNull(CountryNames.class.getResourceAsStream("countries.tsv"))) {
                Map<String, List<String>> names = new HashMap<>();
                new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> Arrays.asList(line.split("\t")))
                        .forEach(line -> line.subList(0, CODES)
                                .forEach(code -> names.put(code, List.copyOf(line.subList(CODES, line.size())))));
                return Map.copyOf(names);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private CountryNames() {}

    /// Whether the values of a variable are countries: COUNTRY and its like.
    public static boolean isOf(String variable) {
        return variable.startsWith(ADAM_VARIABLE);
    }

    /// The name of a level of a variable; empty where it is no country's code.
    public static Optional<String> ofLevel(String variable, String level) {
        return all(variable, level).stream().findFirst();
    }

    /// All names of a level of a variable; empty where it is no country's code.
    public static List<String> all(String variable, String level) {
        return isOf(variable) ? Known.NAMES.getOrDefault(level.strip().toUpperCase(Locale.ROOT), List.of()) : List.of();
    }
}
