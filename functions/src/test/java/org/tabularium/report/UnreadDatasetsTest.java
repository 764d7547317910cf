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

    private List<String> lines() throws IOException, RejectedException {
        return ReportRun.check(StudySnapshot.of(new StudyFolder(folder)), ReportOptions.DEFAULT, Progress.NONE).listed().stream()
                .map(Finding::line).toList();
    }
}
