package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;

/// `where` of an entry of `tables:` acts on whatever the display is of, and is printed; where it cannot act the display is not
/// made. Expected numbers are counted by hand in `report/table-filter/adsl.csv` (six subjects).
@Shows(Requirement.DISPLAYS_RIGHT)
class TableFilterTest {

    private static Report report;

    @BeforeAll
    static void reportTheStudy() throws Exception {
        Path folder = Path.of(requireNonNull(TableFilterTest.class.getResource("/report/table-filter")).toURI());
        report = ReportRun.report(StudySnapshot.of(new StudyFolder(folder)),
                new ReportOptions(List.of("csv", "pdf"), List.of(), null, List.of()), Progress.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "women            | '  n,2,1,3'",
        "women            | '  Mean,35.0,21.0,30.3'",
        "women            | '  Female,2 (66.7%),1 (33.3%),3 (50.0%)'",
        "populations-west | 'Intent-to-treat population,1 (33.3%),2 (66.7%),3 (50.0%)'",
        "populations-west | 'Safety population,1 (33.3%),1 (33.3%),2 (33.3%)'",
        "ages             | '  below 35,1 (33.3%),1 (33.3%),2 (33.3%)'",
        "ages             | '  35 and above,1 (33.3%),0,1 (16.7%)'"
    })
    void subjectsThatDoNotSatisfyTheFilterAreNotCounted(String table, String line) {
        assertThat(text("tables/" + table + ".csv").lines()).contains(line);
    }

    @Test
    void nobodyWhoIsFilteredOutIsALevel() {
        assertThat(text("tables/women.csv")).doesNotContain("Male,");
    }

    @Test
    void whatStudyYamlAddsToAFilterIsPrinted() throws Exception {
        MadeReport made = new MadeReport(report, ResultRecords.of(requireNonNull(report.files().get("results.json"))));
        assertThat(made.pdf("tables/women.pdf")).contains("Restricted to subjects with Sex = Female.");
        assertThat(made.pdf("tables/ages.pdf")).doesNotContain("Restricted");
    }

    @Test
    void displayThatNoFilterActsOnIsNotMade() {
        assertThat(text("manifest.json")).contains("\"swimmer-women\"").contains("so that `where` would change nothing");
        assertThat(report.files()).doesNotContainKey("figures/swimmer-women.csv");
    }

    private static String text(String file) {
        return new String(requireNonNull(report.files().get(file)), StandardCharsets.UTF_8);
    }
}
