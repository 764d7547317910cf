package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// Studies at the edge, which in cell therapy are the normal case: one subject, no events, empty arms, 0 of n and n of n. Each is
/// written here as CSV, so
/// that the expected numbers can be counted in the text; the intervals are those of Clopper and Pearson in closed form.
@Shows(Requirement.DISPLAYS_RIGHT)
class EdgeStudiesTest {

    private static final String STUDY = "EDGE";

    private static final String THREE_SUBJECTS = """
            USUBJID,SUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL,EFFFL
            E-001,001,30,F,A,Y,Y,Y
            E-002,002,40,M,A,Y,Y,Y
            E-003,003,50,F,B,Y,Y,Y
            """;
    private static final String NO_EVENTS = "USUBJID,AEDECOD,AEBODSYS,AETERM,AESER,AREL,ATOXGR,TRTEMFL\n";

    @TempDir
    Path temp;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(temp.resolve(STUDY));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(temp.resolve(STUDY).resolve(file), text);
    }

    private CommandRun report(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "report";
        arguments[1] = STUDY;
        System.arraycopy(options, 0, arguments, 2, options.length);
        CommandRun run = CommandRun.of(temp, arguments);
        assertThat(run.err()).doesNotContain("internal error", "Exception");
        return run;
    }

    @Test
    void oneSubjectHasNoStandardDeviation() throws IOException {
        write("adsl.csv", """
                USUBJID,SUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL
                E-001,001,30,F,A,Y,Y
                """);

        CommandRun run = report();

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.rows(STUDY, "baseline")).contains(List.of("  Mean", "30.0", "30.0"), List.of("  SD", "NE", "NE"),
                List.of("  Female", "1 (100%)", "1 (100%)"));
        assertThat(run.results(STUDY).value("baseline", Map.of(), "AGE", null, "sd")).isNull();
        assertThat(run.text(STUDY, "results.json")).doesNotContain("NaN", "Infinity")
                .containsPattern(
                        "\"statistic\":\"sd\",\"value\":null,\"text\":\"NE\",\"label\":[^\n]*,\"note\":\"[^\"]+\"");
    }

    @ParameterizedTest
    @CsvSource({
        "ae-soc-pt,  No treatment-emergent adverse events were reported.",
        "ae-overview,No treatment-emergent adverse events were reported.",
        "ae-serious, No serious treatment-emergent adverse events were reported.",
        "listing-ae, No adverse events were reported."})
    void studyWithoutEventsSaysSoUnderItsColumns(String table, String sentence) throws IOException {
        write("adsl.csv", THREE_SUBJECTS);
        write("adae.csv", NO_EVENTS);

        CommandRun run = report();

        assertThat(run.exit()).as(run.err()).isZero();
        List<List<String>> rows = run.rows(STUDY, table);
        assertThat(rows).hasSize(2);
        if (!table.startsWith("listing")) {
            assertThat(rows.getFirst()).endsWith("A (N=2)", "B (N=1)", "Total (N=3)");
        }
        assertThat(rows.getLast().getFirst()).isEqualTo(sentence);
        assertThat(MadeReport.pdfText(requireNonNull(run.files(STUDY).get("tables/" + table + ".pdf"))).replaceAll("\\s+", " "))
                .contains(sentence);
        assertThat(run.results(STUDY).value("ae-soc-pt", Map.of("TRT01A", "A"), null, null, "N")).isEqualTo(2.0);
    }

    @Test
    void flagThatIsNeverYIsAPopulationOfNobody() throws IOException {
        write("adsl.csv", THREE_SUBJECTS.replace(",Y,Y,Y\n", ",N,Y,Y\n"));
        write("adae.csv", NO_EVENTS + "E-001,Nausea,Gastrointestinal disorders,nausea,N,Y,1,N\n");

        CommandRun run = report();

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.rows(STUDY, "ae-soc-pt").getFirst()).endsWith("A (N=0)", "B (N=0)", "Total (N=0)");
        assertThat(run.results(STUDY).value("ae-soc-pt", Map.of(), null, null, "N")).isZero();
        assertThat(run.rows(STUDY, "populations")).contains(List.of("Safety population", "0", "0", "0"));
    }

    @Test
    void armWithoutSubjectsInThePopulationKeepsItsColumn() throws IOException {
        write("adsl.csv", THREE_SUBJECTS.replace("B,Y,Y,Y", "B,N,N,N"));
        write("adae.csv", NO_EVENTS + "E-001,Nausea,Gastrointestinal disorders,nausea,N,Y,1,Y\n");
        // Its scale says that the study is of a cell therapy: the table of CRS is shown, though nobody had one.
        write("study.yaml", "scales: {CRS: ASTCT 2019}");

        CommandRun run = report();

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.rows(STUDY, "baseline").getFirst()).endsWith("A (N=2)", "B (N=0)", "Total (N=2)");
        assertThat(run.rows(STUDY, "baseline")).contains(List.of("  Mean", "35.0", "NE", "35.0"));
        ResultRecord none = run.results(STUDY).one("aesi", Map.of("TRT01A", "B"), null,
                List.of("Cytokine release syndrome", "Any grade"), "percent");
        assertThat(none.value()).as("a percentage of nobody").isNull();
        assertThat(run.rows(STUDY, "ae-soc-pt")).contains(List.of("  Nausea", "1 (50.0%)", "1", "0", "0", "1 (50.0%)", "1"));
    }

    @Test
    void studyWithoutATreatmentVariableHasOneColumn() throws IOException {
        write("adsl.csv", "USUBJID,SUBJID,AGE,SEX\nE-001,001,30,F\nE-002,002,41,M\n");
        write("adae.csv", NO_EVENTS + "E-001,Nausea,Gastrointestinal disorders,nausea,N,Y,1,Y\n");

        CommandRun run = report();

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.rows(STUDY, "baseline").getFirst()).containsExactly("", "Total (N=2)");
        assertThat(run.rows(STUDY, "ae-soc-pt")).contains(List.of("  Nausea", "1 (50.0%)", "1"));
        assertThat(run.results(STUDY).value("baseline", Map.of(), "AGE", null, "mean")).isEqualTo(35.5);
    }

    @Test
    void variableWithoutAnyValueIsNotEstimableAndMissing() throws IOException {
        write("adsl.csv", """
                USUBJID,SUBJID,AGE,SEX,TRT01A,WEIGHTBL,RACE
                E-001,001,30,F,A,,
                E-002,002,40,M,B,,
                """);
        write("study.yaml", "baseline: [AGE, WEIGHTBL, RACE]\n");

        CommandRun run = report("--table", "baseline");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.results(STUDY).value("baseline", Map.of(), "WEIGHTBL", null, "n")).isZero();
        assertThat(run.results(STUDY).value("baseline", Map.of(), "WEIGHTBL", null, "mean")).isNull();
        assertThat(run.results(STUDY).value("baseline", Map.of(), "WEIGHTBL", null, "missing")).isEqualTo(2.0);
        assertThat(run.rows(STUDY, "baseline")).contains(List.of("  Mean", "NE", "NE", "NE"),
                List.of("  Missing", "1", "1", "2"), List.of("  Missing", "1 (100%)", "1 (100%)", "2 (100%)"));
    }

    /// Closed form: 0 of n has the limits 0 and 1 − (α/2)^(1/n), n of n has (α/2)^(1/n) and 1.
    @Test
    void noneAndAllHaveTheirExactIntervals() throws IOException {
        write("adsl.csv", THREE_SUBJECTS);
        write("adeff.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,AVALC
                E-001,SRI4,SRI-4,Week 4,4,,Y
                E-002,SRI4,SRI-4,Week 4,4,,Y
                E-003,SRI4,SRI-4,Week 4,4,,N
                """);

        CommandRun run = report();

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.rows(STUDY, "response")).contains(List.of("  Week 4", "2/2 (100%)", "0/1", "2/3 (66.7%)"));
        assertThat(limit(run, "A", "ci-lower")).isCloseTo(100 * Math.sqrt(0.025), within(1e-9));
        assertThat(limit(run, "A", "ci-upper")).isEqualTo(100);
        assertThat(limit(run, "B", "ci-lower")).isZero();
        assertThat(limit(run, "B", "ci-upper")).isCloseTo(97.5, within(1e-9));
    }

    private static double limit(CommandRun run, String arm, String statistic) {
        return requireNonNull(run.results(STUDY).value("response", Map.of("TRT01A", arm, "PARAMCD", "SRI4", "AVISIT", "Week 4"),
                null, null, statistic));
    }

    @Test
    void twoRecordsOfAVisitMakeNoTableAndAreNamed() throws IOException {
        write("adsl.csv", THREE_SUBJECTS);
        write("adqs.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,BASE,CHG
                E-001,PGA,Physician,Baseline,0,2,2,
                E-001,PGA,Physician,Week 4,4,1,2,-1
                E-001,PGA,Physician,Week 4,4,1.5,2,-0.5
                E-003,PGA,Physician,Week 4,4,1.5,2,-0.5
                """);

        CommandRun run = report();

        assertThat(run.exit()).as("nobody asked for it by name").isZero();
        assertThat(run.out()).containsPattern("not made: change-pga: .*ADQS.*rows 2 and 3");
        assertThat(run.files(STUDY)).doesNotContainKey("tables/change-pga.csv").containsKey("tables/baseline.csv");
        assertThat(run.text(STUDY, "manifest.json")).contains("\"not-produced\"");
        assertThat(report("--table", "change-pga").exit()).isEqualTo(3);
    }

    @Test
    void tableAskedForWithoutItsDataIsExit3AndTheOthersAreMade() throws IOException {
        write("adsl.csv", THREE_SUBJECTS);
        write("study.yaml", "tables: [baseline, aesi]\n");

        CommandRun run = report();

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("aesi", "ADAE").doesNotContain("error ");
        assertThat(run.files(STUDY)).containsKey("tables/baseline.csv").doesNotContainKey("tables/aesi.csv");
    }

    @Test
    void unknownTableIsRejectedWithTheNearestOne() throws IOException {
        write("adsl.csv", THREE_SUBJECTS);
        write("study.yaml", """
                study: EDGE
                tables:
                  - baseline
                  - ae-overvew
                """);

        CommandRun run = report();

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).containsPattern("error study.yaml line 4 .*ae-overvew.*did you mean `ae-overview`\\?.* \\[");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void identifiersStayInsideWhereTheStudySaysSo() throws IOException {
        write("study.yaml", """
                identifiers: none
                tables: [baseline, case-series, listing-ae, ae-soc-pt]
                """);
        write("adsl.csv", """
                USUBJID,SUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL,DISDUR,KBIOPSY
                ZQX-7781,7781-K,30,F,A,Y,Y,2,III
                ZQX-7782,7782-K,130,M,A,Y,Y,3,IV
                """);
        // Rows that findings name: a fatal event that is not serious, and a subject that is not in ADSL.
        write("adae.csv", """
                USUBJID,AEDECOD,AEBODSYS,AETERM,AESER,AREL,ATOXGR,AEOUT,TRTEMFL
                ZQX-7781,Nausea,Gastrointestinal disorders,nausea,N,Y,1,RECOVERED/RESOLVED,Y
                ZQX-7782,Sepsis,Infections and infestations,sepsis,N,Y,5,FATAL,Y
                ZQX-9999,Nausea,Gastrointestinal disorders,nausea,N,Y,1,RECOVERED/RESOLVED,N
                """);

        CommandRun run = report();

        assertThat(run.exit()).as(run.err()).isZero();
        SortedMap<String, byte[]> files = run.files(STUDY);
        assertThat(files).containsKeys("tables/case-series.csv", "tables/listing-ae.pdf", "report.xlsx", "findings.json");
        assertThat(run.text(STUDY, "findings.json")).contains("SUBJECT_UNKNOWN", "FATAL_NOT_SERIOUS");
        files.forEach((name, bytes) -> assertThat(textOf(name, bytes).replaceAll("[0-9a-f]{16,}", "hash")).as(name)
                .doesNotContain("ZQX", "7781", "7782", "9999"));
    }

    @Test
    void identifiersAreShownOtherwise() throws IOException {
        write("adsl.csv", THREE_SUBJECTS);
        write("adae.csv", NO_EVENTS + "E-001,Nausea,Gastrointestinal disorders,nausea,N,Y,1,Y\n");

        assertThat(report().text(STUDY, "tables/listing-ae.csv")).contains("001");
    }

    /// Whatever a file says, with a zip file's parts unpacked and a PDF's text taken out.
    private static String textOf(String name, byte[] bytes) {
        if (name.endsWith(".xlsx")) {
            return CommandRun.parts(bytes).values().stream().collect(Collectors.joining("\n"));
        }
        return name.endsWith(".pdf") ? MadeReport.pdfText(bytes) : new String(bytes, StandardCharsets.UTF_8);
    }
}
