package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;

/// What a sponsor names and the data do not have is a fault with its line and the nearest name, never a row of zeros.
@Shows(Requirement.INPUT_CHECKED)
class UnknownNamesTest {

    @Test
    void everySlipIsNamedWithItsLineAndTheNearestName() throws IOException, RejectedException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(getClass().getResource("/report/unknown-names")).toURI());
        List<String> lines = ReportRun.check(StudySnapshot.of(new StudyFolder(folder)), ReportOptions.DEFAULT, Progress.NONE)
                .listed().stream()
                .filter(finding -> finding.code().endsWith("_UNKNOWN") || finding.code().equals("SETTING_UNMET"))
                .map(Finding::line).toList();
        assertThat(lines).containsExactlyInAnyOrder(
                "error study.yaml line 1 baseline: \"SEXX\" is no variable of ADSL; did you mean `SEX`? [VARIABLE_UNKNOWN]",
                "error study.yaml line 2 day-zero: \"INFTD\" is no variable of ADSL; did you mean `INFDT`? [VARIABLE_UNKNOWN]",
                "error study.yaml line 3 variables.DISDUR: \"durdiss\" is a column of no dataset; did you mean `DURDIS`? [VARIABLE_UNKNOWN]",
                "error study.yaml line 4 flags.ADQS: \"ANL02FL\" is no variable of ADQS; did you mean `ANL01FL`? [VARIABLE_UNKNOWN]",
                "error study.yaml line 5 categorical: \"gendr\" is a variable of no dataset; did you mean `GENDER`? [VARIABLE_UNKNOWN]",
                "error study.yaml line 9 where.AREEL: names AREEL, which is no variable of ADAE; did you mean `AREL`? [VARIABLE_UNKNOWN]",
                "error study.yaml line 9 by: names SITEE, which is no variable of ADSL; did you mean `SITEID`? [VARIABLE_UNKNOWN]",
                "error study.yaml line 10 parameter: \"SLEDAI2L\" is no PARAMCD of any dataset; did you mean `SLEDAI2K`? [PARAMETER_UNKNOWN]",
                "warning study.yaml line 11 parameter: \"NOTYET\" is no PARAMCD of any dataset; what is asked of it is left out [PARAMETER_UNKNOWN]",
                "error templates/own.yaml line 5 rows.subjects.where.AESERR: names AESERR, which is no variable of ADAE; did you mean `AESER`? [VARIABLE_UNKNOWN]",
                "error templates/own.yaml line 6 rows.nest: names AEBODSY, which is no variable of ADAE; did you mean `AEBODSYS`? [VARIABLE_UNKNOWN]",
                "error templates/own.yaml line 10 rows.categories.levels.where.ATOXGR: names ATOXGR, which is no variable of ADSL; it is in ADAE; correct the name, or map it in study.yaml under variables [VARIABLE_UNKNOWN]",
                "error study.yaml line 16 values.AEREEL: \"AEREEL\" is a variable of no dataset; did you mean `AREL`? [VARIABLE_UNKNOWN]",
                "warning study.yaml line 4 flags: \"ADXX\" is the name of no dataset; there are ADAE, ADQS, ADSL [SETTING_UNMET]",
                "warning study.yaml line 14 datasets.ADEFF: \"ADRSS\" is the name of no dataset; there are ADAE, ADQS, ADSL [SETTING_UNMET]",
                "warning study.yaml line 15 sheets: \"ADLL\" is the name of no dataset; there are ADAE, ADQS, ADSL [SETTING_UNMET]",
                "warning study.yaml line 13 parameters.PGA: \"PGAA\" is the PARAMCD of no dataset; there are SLEDAI2K [SETTING_UNMET]",
                "warning study.yaml line 12 unfavourable: \"RELAPS\" is the PARAMCD of no dataset; there are SLEDAI2K [SETTING_UNMET]",
                "warning study.yaml line 17 treatment.order: \"AB\" is the arm of no subject; write A, if that is meant [SETTING_UNMET]",
                "warning study.yaml line 18 endpoints.of.SEX: \"W\" is a level of no subject; there are F, M [SETTING_UNMET]",
                "warning study.yaml line 19 event-groups.Heads: \"headachx\" is no term of the events; write Headache, if that is meant [SETTING_UNMET]",
                "note treatment.control: no arm is known to be the control, so nothing is compared with one; treatment: {control: …} in study.yaml names it [CONTROL_UNKNOWN]");
    }
}
