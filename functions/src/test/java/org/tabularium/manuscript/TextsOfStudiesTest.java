package org.tabularium.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The texts of the studies of `test-data`: those of the published studies have the numbers that were printed; those of others the
/// numbers of `test-data/expected`, which another program counted; and the proof confirms what the report itself says.
class TextsOfStudiesTest {

    private static final Pattern NUMBER = Pattern.compile(
            "(?<!SRI-)\\d+(?:[.·]\\d+)?(?:×10[⁰-⁹]+)?(?:/\\d+)?(?:\\s?%)?|\\bI+\\b|\\b(?:One|Three|Four|Nine|one|three|four|six|nine)\\b");

    private static String text(String study, String id) throws Exception {
        return new String(MadeRun.of(study).bytes("texts/" + id + ".md"), StandardCharsets.UTF_8);
    }

    private static List<String> numbers(String study, String id) throws Exception {
        return NUMBER.matcher(text(study, id)).results().map(MatchResult::group).toList();
    }

    @Test
    void resultsOfThePublishedStudiesHaveTheNumbersThatWerePrinted() throws Exception {
        assertThat(numbers("sa-or088", "results")).containsExactly("2025", "11", "6", "3", "Three", "3", "6", "3", "4", "6",
                "Four",
                "3", "I", "1", "II");
        assertThat(numbers("sa-po0659", "results")).containsExactly("22", "8", "14", "2", "2/3", "2", "1/2", "10", "1/3",
                "0.3×10⁵", "6", "1×10⁵", "12", "3×10⁵", "4", "6.4", "3.1", "13.1", "86.4 %", "45.5 %", "31.8 %", "20/22", "1",
                "19", "3", "1", "4/22", "1", "3", "4", "1", "Three", "13.6 %");
        assertThat(numbers("lancet-2025", "results")).containsExactly("18", "18", "17", "94%", "37·5", "32·0", "39·8", "10·5",
                "4·5", "14·8", "14", "78%", "18", "one", "One", "6%", "18", "1", "Nine", "12", "six", "67%");
    }

    @Test
    void safetyOfOtherStudiesHasTheNumbersThatAnotherProgramCounted() throws Exception {
        assertThat(numbers("kn5501", "safety")).containsExactly("16", "94.1%", "17", "16", "94.1%", "3", "14", "82.4%", "17", "3",
                "17.6%", "17", "9", "52.9%", "17", "2", "11.8%", "17");
        assertThat(numbers("ran-101", "safety")).containsExactly("100", "88.5%", "113", "91", "80.5%", "3", "52", "46.0%", "113",
                "24", "21.2%", "113", "Three", "3");
        assertThat(text("kn5601-iit", "safety")).contains("Neurotoxicity (ICANS) occurred in none of 13 patients.",
                "No patients discontinued because of an adverse event, and no patients had an adverse event leading to death.");
    }

    @ParameterizedTest
    @CsvSource({"ran-101, Cytokine", "ran-101, dose-limiting", "kn5601-iit, dose-limiting"})
    void whatAStudyLacksIsNotSaid(String study, String words) throws Exception {
        assertThat(text(study, "results")).doesNotContain(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kn5501", "kn5601-iit", "ran-101", "sa-po0659", "lancet-2025"})
    void noKeyOfOursStandsInASentenceAndTheProofContradictsNone(String study) throws Exception {
        for (String id : List.of("results", "safety")) {
            if (!MadeRun.of(study).report().files().containsKey("texts/" + id + ".md")) {
                continue;
            }
            String text = text(study, id);
            assertThat(text).doesNotContainPattern("[{}_|]|tab:|\\b[A-Z]{6,}\\b|  |\\bNaN\\b|\\bnull\\b");
            List<CheckedNumber> checked = Proofreading.against(MadeRun.of(study)).check(Manuscript.ofText(text));
            assertThat(checked.stream().filter(n -> n.verdict() == Verdict.CONTRADICTED)).as(text).isEmpty();
            long confirmed = checked.stream().filter(n -> n.verdict() == Verdict.CONFIRMED).count();
            assertThat(confirmed).as(text + checked.stream().filter(n -> n.verdict() != Verdict.CONFIRMED).toList())
                    .isGreaterThanOrEqualTo(Math.round(0.8 * checked.size()));
        }
    }
}
