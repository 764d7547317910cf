package org.tabularium.study.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The JDK knows the codes of ISO 3166 too, and is asked for each.
class CountryNamesTest {

    static Stream<String> codes() {
        return Stream.of(Locale.getISOCountries());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void bothCodesOfACountryHaveOneName(String code) {
        String longer = Locale.of("", code).getISO3Country();
        assertThat(CountryNames.ofLevel("COUNTRY", code)).isPresent().isEqualTo(CountryNames.ofLevel("COUNTRY", longer));
    }

    @Test
    void mostNamesAreThoseOfTheJdk() {
        long same = codes().filter(code -> CountryNames.ofLevel("COUNTRY", code)
                .filter(Locale.of("", code).getDisplayCountry(Locale.ENGLISH)::equals).isPresent()).count();
        assertThat(same).isGreaterThan(220);
    }

    @ParameterizedTest
    @CsvSource({"CHN, China", "US, United States", "gbr, United Kingdom", "KOR, South Korea", "HKG, Hong Kong"})
    void namesAreThoseThatReadersKnow(String code, String name) {
        assertThat(CountryNames.ofLevel("COUNTRY", code)).contains(name);
    }

    @Test
    void whatIsNoCodeOrOfAnotherVariableHasNone() {
        assertThat(CountryNames.ofLevel("COUNTRY", "China")).isEmpty();
        assertThat(CountryNames.ofLevel("SITEID", "CH")).isEmpty();
        assertThat(CountryNames.all("COUNTRY", "GBR")).contains("UK");
    }
}
