package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tabularium.run.DisplayStatus;

/// Titles say what the table shows, whatever options it was given; and models that fit without a residual test nothing.
class OptionTitlesTest {

    private static MadeReport report;

    @BeforeAll
    static void make() throws URISyntaxException {
        report = MadeReport.of(Path.of(requireNonNull(OptionTitlesTest.class.getResource("/report/option-titles")).toURI()));
    }

    private static String title(String table) {
        return report.report().displays().stream().filter(t -> t.name().equals(table)).map(DisplayStatus::title).findFirst()
                .orElseThrow();
    }

    private static List<List<String>> rows(String table, String label) {
        return report.rows(table).stream().filter(row -> row.getFirst().equals(label)).toList();
    }

    @Test
    void severalParametersAreNamedInTheTitle() {
        assertThat(title("change")).isEqualTo("Equal Score and Within Equal by Visit and Change from Baseline");
        assertThat(title("change-three"))
                .isEqualTo("Equal Score, Within Equal and One an Arm by Visit and Change from Baseline");
        assertThat(title("change-one")).isEqualTo("Equal Score by Visit and Change from Baseline");
        assertThat(title("change-all")).isEqualTo("Several Parameters by Visit and Change from Baseline");
    }

    @Test
    void optionThatChangesWhatTheTitleSaysChangesTheTitle() {
        String outside = "Laboratory Values outside the Range of Normal after Baseline";
        assertThat(title("lab-abnormal")).isEqualTo(outside + " That Were Not at Baseline").isEqualTo(title("lab-same"));
        assertThat(title("lab-any")).isEqualTo(outside);
        assertThat(title("lab-own")).isEqualTo("My Title");
        assertThat(title("lab-shift")).isEqualTo("Shift of Laboratory Values from Baseline by Visit");
        assertThat(title("ae-soc-pt")).isEqualTo("Treatment-Emergent Adverse Events");
        assertThat(title("ae-both")).endsWith("by System Organ Class and Preferred Term");
    }

    /// All changes are 5: no residual is left. Nobody is in the arm Empty.
    @Test
    void modelWithoutResidualHasNoLimitsAndNoTest() {
        assertThat(rows("equal", "LS mean (SE)")).containsExactly(List.of("LS mean (SE)", "5.0 (0.00)", "NE", "5.0 (0.00)"));
        assertThat(rows("equal", "95% CI")).hasSize(3).allSatisfy(row -> assertThat(row.subList(1, 4)).isSubsetOf("NE", ""));
        assertThat(rows("equal", "p-value")).hasSize(2)
                .allSatisfy(row -> assertThat(row.subList(1, 4)).containsOnly("NE", ""));
        assertThat(rows("equal", "Dose response, p-value")).containsExactly(
                List.of("Dose response, p-value", "", "", "NE"));
    }

    @Test
    void footnoteOnNumbersOfEventsStandsWhereTheyAre() {
        String events = "[E] is the number of events";
        assertThat(report.pdf("tables/ae-both.pdf")).contains(events);
        assertThat(report.pdf("tables/ae-soc-pt.pdf")).doesNotContain("[E]").contains("A subject is counted once in each row.");
        assertThat(report.pdf("tables/ae-common.pdf")).contains(events);
    }

    /// Two subjects, and as many coefficients without the slope of the baseline value.
    @Test
    void oneSubjectAnArmGivesNoModel() {
        assertThat(rows("one", "n").getFirst()).containsExactly("n", "1", "0", "1");
        assertThat(rows("one", "LS mean (SE)")).containsExactly(List.of("LS mean (SE)", "NE", "NE", "NE"));
        assertThat(rows("one", "p-value")).hasSize(2)
                .allSatisfy(row -> assertThat(row.subList(1, 4)).containsOnly("NE", ""));
        assertThat(rows("one", "Root mean square error")).containsExactly(List.of("Root mean square error", "", "", "NE"));
    }
}
