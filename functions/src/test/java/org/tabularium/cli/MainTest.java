package org.tabularium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real thing on a small study: from the entry point to the exit code.
class MainTest {

    @TempDir
    Path temp;

    private String out = "";
    private String err = "";

    @BeforeEach
    void study() throws IOException {
        Files.createDirectories(temp.resolve("S1"));
        Files.writeString(temp.resolve("S1/adsl.csv"), """
                STUDYID,USUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL
                S1,S1-001,41,F,Active,Y,Y
                S1,S1-002,37,M,Placebo,Y,Y
                S1,S1-003,52,F,Placebo,Y,Y
                """);
    }

    @Test
    void folderWithNothingButAdslGetsItsBaselineTable() {
        assertThat(tabularium("report", "S1")).as(() -> err).isZero();

        assertThat(out).startsWith("out/S1\n").contains("baseline");
        assertThat(temp.resolve("out/S1/tables/baseline.csv")).content().contains("Placebo");
        assertThat(tabularium("verify", "out/S1")).isZero();
    }

    @Test
    void changedSubjectShowsInTheDiff() throws IOException {
        assertThat(tabularium("report", "S1", "--out", "before")).isZero();
        Path adsl = temp.resolve("S1/adsl.csv");
        Files.writeString(adsl, Files.readString(adsl).replace("S1-003,52,F", "S1-003,52,M"));
        assertThat(tabularium("report", "S1", "--out", "after")).isZero();

        assertThat(tabularium("diff", "before", "after")).isEqualTo(1);

        // Of two subjects on placebo one woman before, none after.
        assertThat(out).containsPattern("baseline \\| Sex.* > Female \\| Placebo.*: 1 \\(50.0%\\) -> 0\n");
    }

    @Test
    void studyWithoutAdslIsRejectedAndTheGoodRunStays() throws IOException {
        assertThat(tabularium("report", "S1")).isZero();
        String manifest = Files.readString(temp.resolve("out/S1/manifest.json"));
        Files.move(temp.resolve("S1/adsl.csv"), temp.resolve("S1/adsl.csv.bak"));

        assertThat(tabularium("report", "S1")).isEqualTo(2);

        assertThat(err).startsWith("error ");
        assertThat(temp.resolve("out/S1/manifest.json")).hasContent(manifest);
        assertThat(tabularium("check", "S1")).isEqualTo(2);
        assertThat(tabularium("tables", "S1")).isEqualTo(2);
    }

    @Test
    void tableWithoutItsDatasetExitsWith3() {
        assertThat(tabularium("report", "S1", "--table", "ae-soc-pt")).isEqualTo(3);
        assertThat(err).contains("the table ae-soc-pt was asked for and could not be made");
    }

    @Test
    void recordsThatARequestLeavesOutAreNotSaidToBeAbsent() throws IOException {
        Files.writeString(temp.resolve("S1/adae.csv"), """
                STUDYID,USUBJID,AEDECOD,AEBODSYS,TRTEMFL,AREL,AESER
                S1,S1-001,Headache,Nervous system disorders,Y,RELATED,N
                S1,S1-002,Nausea,Gastrointestinal disorders,Y,NOT RELATED,N
                """);
        Files.writeString(temp.resolve("S1/study.yaml"), "tables: [ae-serious, ae-soc-pt: {where: {AREL: [POSSIBLE]}}]\n");
        assertThat(tabularium("report", "S1", "--format", "csv")).as(() -> err).isZero();
        assertThat(temp.resolve("out/S1/tables/ae-soc-pt.csv")).content()
                .contains("No records meet the conditions of this table.").doesNotContain("were reported");
        assertThat(temp.resolve("out/S1/tables/ae-serious.csv")).content()
                .contains("No serious treatment-emergent adverse events were reported.");
    }

    @Test
    void wordTemplateWithProgramsIsRefusedByItsNameToo() throws IOException {
        assertThat(tabularium("report", "S1", "--table", "baseline", "--format", "docx")).as(() -> err).isZero();
        Path document = temp.resolve("out/S1/tables/baseline.docx");
        Files.copy(document, temp.resolve("Company.DOTM"));
        assertThat(tabularium("report", "S1", "--table", "baseline", "--word-template", "Company.DOTM", "--out", "no"))
                .isEqualTo(2);
        assertThat(err).contains("error Company.DOTM: the file's name is that of a Word file with programs",
                "[WORD_TEMPLATE_REFUSED]");
        assertThat(temp.resolve("no")).doesNotExist();
    }

    @Test
    void datasetThatIsThereIsNeverToBeTakenForAnother() throws IOException {
        String head = "STUDYID,USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL\n";
        Files.writeString(temp.resolve("S1/adlb.csv"), head + "S1,S1-001,ALT,Alanine Aminotransferase (U/L),Baseline,0,30\n");
        Files.writeString(temp.resolve("S1/adqs.csv"), head + "S1,S1-001,SLEDAI2K,SLEDAI-2K Total Score,Baseline,0,8\n");
        assertThat(tabularium("tables", "S1")).as(() -> err).isZero();
        assertThat(out).containsPattern(
                "no +course .*name one in study.yaml: tables: \\[course: \\{parameter: ALT}], beside what else is to be made\\)\n")
                .doesNotContain("datasets: {ADQS:");
    }

    @Test
    void scoreUnderAnotherNameIsNamedAndTheLineMakesItsDisplays() throws IOException {
        Files.writeString(temp.resolve("S1/adsledai.csv"), """
                STUDYID,USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL
                S1,S1-001,SLEDAI,SLEDAI-2K Total Score,Baseline,0,8
                S1,S1-001,SLEDAI,SLEDAI-2K Total Score,Week 4,4,6
                """);
        assertThat(tabularium("tables", "S1")).as(() -> err).isZero();
        assertThat(out).containsPattern(
                "no +change .*SLEDAI looks like one: write parameters: \\{SLEDAI2K: SLEDAI} in study.yaml, if it is meant\\)\n")
                .containsPattern("no +course .*study.yaml: tables: \\[course: \\{parameter: SLEDAI}], beside");
        Files.writeString(temp.resolve("S1/study.yaml"), "parameters: {SLEDAI2K: SLEDAI}\n");
        assertThat(tabularium("tables", "S1")).as(() -> err).isZero();
        assertThat(out).containsPattern("yes +change-sledai2k ").containsPattern("yes +trajectories-sledai2k ");
        Files.writeString(temp.resolve("S1/study.yaml"), "tables: [course: {parameter: SLEDAI}]\n");
        assertThat(tabularium("tables", "S1")).as(() -> err).isZero();
        assertThat(out).containsPattern("yes +course ");
    }

    @Test
    void fileOfSubjectsUnderAnotherNameIsNamed() throws IOException {
        Path study = Files.createDirectories(temp.resolve("named"));
        Files.writeString(study.resolve("subjects.csv"), "USUBJID,TRT01A,AGE\nS-1,A,30\n");
        Files.writeString(study.resolve("adae.csv"), "USUBJID,AEDECOD,TRTEMFL\nS-1,Headache,Y\n");
        assertThat(tabularium("check", "named")).isEqualTo(2);
        assertThat(err).contains("write datasets: {ADSL: [SUBJECTS]} in study.yaml, if SUBJECTS is meant");
        Files.writeString(study.resolve("study.yaml"), "datasets: {ADSL: [SUBJECTS]}\n");
        assertThat(tabularium("check", "named")).as(() -> err).isZero();
    }

    @Test
    void reasonThatNamesItsRemedyNamesNoOther() throws IOException {
        Files.writeString(temp.resolve("S1/adae.csv"), """
                STUDYID,USUBJID,AEDECOD,AEBODSYS,TRTEMFL,TRTA,ASTDT
                S1,S1-001,Headache,Nervous system disorders,Y,Active,2024-01-02
                S1,S1-001,Nausea,Gastrointestinal disorders,Y,Placebo,2024-02-02
                """);
        Files.writeString(temp.resolve("S1/adlb.csv"), """
                STUDYID,USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL
                S1,S1-001,ALT,Alanine Aminotransferase (U/L),Baseline,0,30
                """);
        assertThat(tabularium("tables", "S1")).as(() -> err).isZero();
        assertThat(out).containsPattern("by: TRT01A makes the table by the first\\)\n").doesNotContain("by the first; ");
    }

    @Test
    void figureIsMadeByNameAndExitsWith3WhereItCannotBeMade() throws IOException {
        Files.writeString(temp.resolve("S1/adtte.csv"), """
                STUDYID,USUBJID,PARAMCD,PARAM,AVAL,CNSR
                S1,S1-001,TTDE,Time to first dermatologic event (days),10,0
                S1,S1-002,TTDE,Time to first dermatologic event (days),20,1
                S1,S1-003,TTDE,Time to first dermatologic event (days),30,1
                """);
        assertThat(tabularium("report", "S1", "--table", "km-ttde")).as(() -> err).isZero();
        assertThat(temp.resolve("out/S1/figures/km-ttde.csv")).exists();
        assertThat(tabularium("report", "S1", "--table", "km-os")).isEqualTo(3);
        assertThat(err)
                .contains("the figure km-os was asked for and could not be made: no dataset with CNSR has the parameter OS");

        Files.writeString(temp.resolve("S1/study.yaml"), "tables: [baseline, km-ttde]\n");
        assertThat(tabularium("report", "S1", "--out", "listed")).as(() -> err).isZero();
        assertThat(temp.resolve("listed/figures/km-ttde.csv")).exists();
        Files.writeString(temp.resolve("S1/study.yaml"), "tables: [baseline, km-os]\n");
        assertThat(tabularium("report", "S1", "--out", "unmade")).isEqualTo(3);
        assertThat(err)
                .contains("the figure km-os was asked for and could not be made: no dataset with CNSR has the parameter OS");
        assertThat(temp.resolve("unmade/tables/baseline.csv")).exists();
    }

    @Test
    void catalogueNamesTheBuiltInTables() {
        assertThat(tabularium("tables")).isZero();
        assertThat(out).contains("baseline", "case-series", "listing-ae");
    }

    @Test
    void numberNamesItsSubjects() {
        assertThat(tabularium("report", "S1")).isZero();

        assertThat(tabularium("explain", "out/S1", "baseline", "sex > female", "Placebo")).as(() -> err).isZero();

        // Of S1-002 (M) and S1-003 (F) on placebo; the data say it above.
        assertThat(out).contains("numerator    1 subject: S1-003\n", "denominator  2 subjects: S1-002, S1-003\n",
                "count        1 =", "percent      50 =", "ITTFL = Y and TRT01A = Placebo and SEX = F");
    }

    /// The line of its interval is of the same level; the label tells the two apart.
    @Test
    void labelOfARowMeansItAndNotItsInterval() throws IOException {
        Files.writeString(temp.resolve("S1/adrs.csv"), """
                USUBJID,PARAMCD,PARAM,AVALC
                S1-001,BOR,Best Overall Response,CR
                S1-002,BOR,Best Overall Response,PD
                S1-003,BOR,Best Overall Response,PR
                """);
        assertThat(tabularium("report", "S1", "--table", "best-response")).as(() -> err).isZero();

        assertThat(tabularium("explain", "out/S1", "best-response", "Objective response (complete or partial)", "Placebo"))
                .as(() -> err).isZero();
        assertThat(out).contains("numerator    1 subject: S1-003\n");
    }

    @Test
    void rowThatIsNotThereIsAnsweredWithThoseThatAre() {
        assertThat(tabularium("report", "S1")).isZero();

        assertThat(tabularium("explain", "out/S1", "baseline", "Weight")).isEqualTo(1);
        assertThat(err).contains("Sex, n (%) > Female");
        assertThat(tabularium("explain", "out/S1", "baseline", "Female", "Verum")).isEqualTo(1);
        assertThat(err).contains("Placebo");
        assertThat(tabularium("explain", "out/S1", "sex")).isEqualTo(1);
        assertThat(err).contains("baseline");
        assertThat(tabularium("explain", "out/S1")).isEqualTo(64);
        assertThat(tabularium("explain", "S1", "baseline")).isEqualTo(2);
    }

    @Test
    void withoutIdentifiersNoSubjectIsKept() throws IOException {
        Files.writeString(temp.resolve("S1/study.yaml"), "identifiers: none\n");
        assertThat(tabularium("report", "S1")).isZero();

        assertThat(temp.resolve("out/S1/subjects.json")).doesNotExist();
        assertThat(tabularium("explain", "out/S1", "baseline", "Female", "Placebo", "--json")).isZero();
        assertThat(out).contains("\"value\": 1").doesNotContain("S1-003");
    }

    @Test
    void firstSettingsAreMadeOfTheDataAndChangeNothing() throws IOException {
        assertThat(tabularium("report", "S1", "--out", "before", "--format", "csv")).isZero();

        assertThat(tabularium("init", "S1")).as(() -> err).isZero();

        // The data stand above: two on placebo, one on the active arm.
        assertThat(temp.resolve("S1/study.yaml")).content().contains("#   Placebo: 2 subjects", "#   Active: 1 subjects",
                "actual: \"TRT01A\"", "#   SAFFL", "#   - baseline", "#   ae-soc-pt: ");
        assertThat(tabularium("report", "S1", "--out", "after", "--format", "csv")).as(() -> err).isZero();
        assertThat(tabularium("diff", "before", "after")).isZero();
        assertThat(tabularium("init", "S1")).isEqualTo(1);
        assertThat(err).contains("--force");
        assertThat(tabularium("init", "S1", "--force")).isZero();
        assertThat(tabularium("init")).isEqualTo(64);
    }

    private int tabularium(String... arguments) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        int exit = Main.run(arguments, new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8), temp);
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return exit;
    }
}
