package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which records count, and which are baseline. Every number is counted by hand from the rows.
class CountedRecordsTest {

    private static final String ADSL = "USUBJID,ITTFL,TRTSDT,TRTSDTM\n1,Y,2024-01-10,2024-01-10T10:00\n2,Y,2024-01-10,2024-01-10T10:00\n";
    private static final String HEADER = "USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,";
    private static final String YAML = "cutoff: 2024-12-31\ntables: [change: {parameter: X, statistics: [n, mean]}]\n";

    private static SmallStudy study(String adqs, String yaml) {
        return SmallStudy.of(ADSL).with("adqs.csv", adqs).with("study.yaml", yaml);
    }

    private static SmallStudy study(String adqs) {
        return study(adqs, YAML);
    }

    /// Of 4 groups after baseline (two subjects, two visits) the flag marks some; visit 2 of subject 1 has the value 3 flagged or
    /// not.
    @ParameterizedTest
    @CsvSource({
        // both of subject 1, none of subject 2: half, and subject 1 has more than one
        "Y,Y,'','',n|1",
        // one of each subject: half, but no subject has more than one although each has two visits
        "Y,'',Y,'',n|2",
        // less than half
        "Y,'','','',n|2"})
    void theFlagPicksByWhatItMarks(String first, String second, String third, String fourth, String expected) {
        SmallStudy study = study(
                HEADER + "ANL01FL\n1,X,X,Week 1,1,1," + first + "\n1,X,X,Week 2,2,3," + second + "\n2,X,X,Week 1,1,5," + third
                        + "\n2,X,X,Week 2,2,7," + fourth + "\n");
        assertThat(study.rows("change").get(2).strip()).isEqualTo(expected);
        assertThat(study.footnotes("change").stream().anyMatch(note -> note.contains("the analysis flag marks")))
                .isEqualTo(expected.endsWith("2"));
    }

    @Test
    void valuesMadeOfOthersAreNoVisitsUnlessTheFlagPicksOneBesideThem() {
        String rows = HEADER + "DTYPE,ANL01FL\n1,X,X,Week 1,1,1,,\n1,X,X,Week 1,1,3,,\n1,X,X,Week 1,1,2,AVERAGE,Y\n"
                + "1,X,X,Week 2,2,4,,Y\n1,X,X,Worst,9,4,MAXIMUM,Y\n";
        assertThat(study(rows).rows("change")).containsExactly("|Total (N=2)", "Week 1|", "  n|1", "  Mean|2.0",
                "Week 2|", "  n|1", "  Mean|4.0");
        assertThat(study(rows).footnotes("change")).anyMatch(note -> note.contains("MAXIMUM"));
    }

    @Test
    void withoutFlagAndNameBaselineIsTheLastValueBeforeTheFirstDoseByTheHour() {
        String rows = HEADER
                + "ADT,ADTM\n1,X,X,Screening,-1,10,2024-01-09,2024-01-09T09:00\n1,X,X,Day 1,1,20,2024-01-10,2024-01-10T11:00\n"
                + "1,X,X,Week 4,4,25,2024-02-07,2024-02-07T09:00\n";
        assertThat(study(rows).rows("change")).endsWith("Week 4|", "  n|1", "  Mean|25.0", "  Change from baseline|", "    n|1",
                "    Mean|15.0");
        // on dates alone the day of the first dose is included
        assertThat(study(rows.replaceAll(",ADTM|,2024-\\d\\d-\\d\\dT\\d\\d:\\d\\d", "")).rows("change")).endsWith("    n|1",
                "    Mean|5.0");
    }

    @Test
    void timePointsAndUnitsStandApart() {
        SmallStudy points = study(HEADER + "ATPT\n1,X,X,Baseline,0,1,LYING\n1,X,X,Baseline,0,2,STANDING\n1,X,X,Week 1,1,3,LYING\n"
                + "1,X,X,Week 1,1,6,STANDING\n");
        assertThat(points.rows("change")).contains("X, lying|", "X, standing|").containsSubsequence("X, lying|", "    Mean|3.0",
                "      Mean|2.0", "X, standing|", "    Mean|6.0", "      Mean|4.0");
        SmallStudy units = study(HEADER + "AVALU\n1,X,Glucose,Week 1,1,5,mmol/L\n2,X,Glucose,Week 1,1,90,mg/dL\n");
        assertThat(units.rows("change")).contains("Glucose (mg/dL)|", "Glucose (mmol/L)|").noneMatch(row -> row.contains("47.5"));
        SmallStudy oneLabel = study(
                HEADER + "AVALU\n1,X,Glucose (mmol/L),Week 1,1,5,mmol/L\n2,X,Glucose (mmol/L),Week 1,1,90,mg/dL\n");
        assertThat(oneLabel.rows("change")).as("the label says one unit of all, the records two")
                .contains("Glucose (mg/dL)|", "Glucose (mmol/L)|").noneMatch(row -> row.contains("47.5"));
        assertThat(study(HEADER + "AVALU\n1,X,Glucose,Week 1,1,5,mmol/L\n2,X,Glucose,Week 1,1,90,mg/dL\n",
                "tables: [ancova: {parameter: X}]\n")
                .whyNot("ancova")).contains("AVALU", "where");
    }

    @Test
    void whatBeginsAfterTheCutOffIsLeftOutWhereTheStudyWantsIt() {
        String rows = HEADER + "ADT\n1,X,X,Week 1,1,1,2024-03-01\n2,X,X,Week 1,1,3,2024-03-02\n";
        String cutOff = YAML.replace("2024-12-31", "2024-03-01");
        assertThat(study(rows, cutOff).rows("change")).contains("  n|2");
        SmallStudy left = study(rows, cutOff + "after-cutoff: leave-out\n");
        assertThat(left.rows("change")).contains("  n|1", "  Mean|1.0");
        assertThat(left.footnotes("change")).anyMatch(note -> note.contains("1 record after the data cut-off"));
    }
}
