package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;

/// A dataset that no table of the run reads refuses no study, whatever its values are.
@Shows(Requirement.INPUT_CHECKED)
class UnreadDatasetsTest {

    private static final String ADVS = "USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL\n1,X,X,Week 1,one,abc\n";

    @TempDir
    Path folder;

    @Test
    void aTextAmongItsNumbersIsAWarning() throws IOException, RejectedException {
        Files.writeString(folder.resolve("adsl.csv"), "USUBJID,TRT01A,SAFFL,AGE\n1,A,Y,40\n");
        Files.writeString(folder.resolve("advs.csv"), ADVS);
        Files.writeString(folder.resolve("study.yaml"), "tables: [baseline]\n");
        assertThat(lines())
                .anyMatch(line -> line.startsWith("warning ADVS row 1 AVISITN: \"one\" is not a number; no table of this run"))
                .noneMatch(line -> line.startsWith("error"));
        Files.writeString(folder.resolve("study.yaml"), "tables: [{change: {dataset: ADVS, parameter: X}}]\n");
        assertThat(lines()).anyMatch(line -> line.startsWith("error ADVS row 1 AV"));
    }

    /// ADCM lacks the class that medications needs, ADLB the visits of its changes, and ADQS has a visit twice: no line is
    /// proposed that was refused, and none that the variables stand against.
    @Test
    void noTableIsProposedThatCannotBeMade() throws IOException {
        Files.writeString(folder.resolve("adsl.csv"), "USUBJID,TRT01A,TRT01P,SAFFL,FASFL,AGE\n1,A,A,Y,Y,40\n");
        Files.writeString(folder.resolve("adcm.csv"), "USUBJID,CMDECOD\n1,ASPIRIN\n");
        Files.writeString(folder.resolve("adlb.csv"), "USUBJID,PARAMCD,PARAM,AVAL\n1,ALT,ALT,3\n");
        Files.writeString(folder.resolve("adqs.csv"),
                "USUBJID,PARAMCD,PARAM,AVISIT,AVAL\n1,X,X,Week 4,3\n1,X,X,Week 4,4\n");
        Files.writeString(folder.resolve("study.yaml"), "tables: [baseline]\n");
        assertThat(unused()).containsExactly(
                "note ADCM: was used by no table; of ADCM, {id: adcm, title: Terms, dataset: ADCM, rows: [{nest: [CMDECOD]}]} in templates/adcm.yaml asks for a table [DATASET_UNUSED]",
                "note ADLB: was used by no table; of ADLB, tables: [exposure: {as: values-adlb, dataset: ADLB}] in study.yaml asks for a table [DATASET_UNUSED]",
                "note ADQS: was used by no table; of ADQS, tables: [change: {as: change-adqs, dataset: ADQS, parameters: all}] in study.yaml asks for a table [DATASET_UNUSED]");
        Files.writeString(folder.resolve("study.yaml"),
                "tables: [baseline, lab-change, medications, {change: {parameter: X}}]\n");
        assertThat(unused()).containsExactly(
                "note ADCM: was used by no table; the table medications would use it and is not produced: see its reason [DATASET_UNUSED]",
                "note ADLB: was used by no table; the table lab-change would use it and is not produced: see its reason [DATASET_UNUSED]",
                "note ADQS: was used by no table; the table change would use it and is not produced: see its reason [DATASET_UNUSED]");
    }

    /// Nothing is called ADAE, ADVS or ADEFF, and what holds their records is told with the line that names it.
    @Test
    void datasetsOfOtherNamesAreToldWithTheLineThatNamesThem() throws IOException {
        Files.writeString(folder.resolve("adsl.csv"), "USUBJID,TRT01A,TRT01P,SAFFL,FASFL,AGE\n1,A,A,Y,Y,40\n");
        String events = "USUBJID,AEDECOD,AEBODSYS,TRTEMFL\n1,Headache,Nervous system disorders,Y\n";
        Files.writeString(folder.resolve("adae1.csv"), events);
        Files.writeString(folder.resolve("adae2.csv"), events);
        Files.writeString(folder.resolve("suppae.csv"), "USUBJID,RDOMAIN,IDVAR,IDVARVAL,QNAM,QVAL\n1,AE,AESEQ,1,AEDLTFL,Y\n");
        Files.writeString(folder.resolve("study.yaml"), "tables: [baseline]\n");
        assertThat(unused()).containsExactly(
                "note ADAE1: was used by no table; tables look for ADAE: write datasets: {ADAE: [ADAE1, ADAE2]} in study.yaml, if it is one [DATASET_UNUSED]",
                "note ADAE2: was used by no table; tables look for ADAE: write datasets: {ADAE: [ADAE1, ADAE2]} in study.yaml, if it is one [DATASET_UNUSED]",
                "note SUPPAE: was used by no table; it holds variables of AE by their names (QNAM); put those that count into the analysis dataset, a column each [DATASET_UNUSED]");
        Files.writeString(folder.resolve("advital.csv"), "USUBJID,PARAMCD,PARAM,AVISIT,AVAL\n1,SYSBP,Pressure,Week 1,120\n");
        Files.writeString(folder.resolve("adresp.csv"), "USUBJID,PARAMCD,PARAM,AVISIT,AVALC\n1,ACR20,ACR20,Week 1,Y\n");
        Files.writeString(folder.resolve("study.yaml"), "tables: [vital-signs, response]\n");
        assertThat(MadeReport.of(folder).report().displays()).map(display -> String.valueOf(display.reason()))
                .anyMatch(reason -> reason.endsWith("ADVITAL looks like it: write datasets: {ADVS: [ADVITAL]} in study.yaml"))
                .anyMatch(reason -> reason.endsWith("ADRESP looks like it: write datasets: {ADEFF: [ADRESP]} in study.yaml"));
    }

    /// Every table is of the subjects, whatever their file is called.
    @Test
    void subjectsUnderAnotherNameAreNeverUnused() throws IOException {
        Files.writeString(folder.resolve("subjects.csv"), "USUBJID,TRT01P,SAFFL\n1,A,Y\n");
        Files.writeString(folder.resolve("study.yaml"), "datasets: {ADSL: SUBJECTS}\ntables: [disposition]\n");
        assertThat(unused()).isEmpty();
    }

    private List<String> unused() {
        return MadeReport.of(folder).report().findings().listed().stream()
                .filter(finding -> finding.code().equals("DATASET_UNUSED"))
                .map(Finding::line).toList();
    }

    private List<String> lines() throws IOException, RejectedException {
        return ReportRun.check(StudySnapshot.of(new StudyFolder(folder)), ReportOptions.DEFAULT, Progress.NONE).listed().stream()
                .map(Finding::line).toList();
    }
}
