package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tabularium.result.Value;

/// Follow-up, deaths, serious events and B-cell subsets, counted by hand in the rows below.
class FollowUpTest {

    private static final SmallStudy STUDY = SmallStudy.of("""
                USUBJID,SUBJID,TRT01A,SAFFL,AGE,SEX,FUPDUR,DTHFL,DTHDT,DTHCAUS
                1,1,A,Y,30,F,0.9,Y,2025-02-01,Sepsis
                2,2,A,Y,40,M,3,,,
                3,3,A,Y,50,F,12,,,
                """);

    /// 3 is at least 3, 12 at least 12; 0.9 is below a month.
    @Test
    void aSubjectCountsInEachRowThatItsFollowUpReaches() {
        assertThat(STUDY.rows("follow-up")).contains("  Min, Max|0.9, 12.0|0.9, 12.0",
                "At least 1 month, n (%)|2 (66.7%)|2 (66.7%)", "At least 3 months, n (%)|2 (66.7%)|2 (66.7%)",
                "At least 6 months, n (%)|1 (33.3%)|1 (33.3%)", "At least 12 months, n (%)|1 (33.3%)|1 (33.3%)");
        assertThat(SmallStudy.of("USUBJID,SAFFL\n1,Y\n").whyNot("follow-up")).isEqualTo("the study has no ADSL.FUPDUR");
    }

    @Test
    void theDeadAreListedWithDateAndCause() {
        assertThat(STUDY.rows("listing-deaths")).containsExactly("Treatment|Subject|Age / Sex|Date of death|Cause of death",
                "A|1|30 / F|2025-02-01|Sepsis");
    }

    @Test
    void seriousEventsAreListedAndOthersAreNot() {
        SmallStudy study = STUDY.with("adae.csv", """
                USUBJID,AEDECOD,AESER,ATOXGR
                1,Sepsis,Y,5
                2,Headache,N,1
                """);
        assertThat(study.rows("listing-sae")).containsExactly("Treatment|Subject|Age / Sex|Preferred term|Grade",
                "A|1|30 / F|Sepsis|5");
    }

    /// 1 is treated for 90 days beyond its only event, 2 goes on until the cut-off on day 182, 3 has an event before treatment
    /// alone; a month has 30.4375 days.
    @Test
    void aBarReachesTheLastDayOfTreatmentAndTheCutOffOfWhoGoesOn() {
        SmallStudy study = SmallStudy.of("""
                USUBJID,SUBJID,TRT01A,SAFFL,TRTSDT,TRTEDT,EOSSTT
                1,1,A,Y,2024-01-01,2024-03-31,DISCONTINUED
                2,2,A,Y,2024-01-01,2024-03-01,ONGOING
                3,3,A,Y,2024-01-01,,DISCONTINUED
                """).with("adae.csv", """
                USUBJID,AEDECOD,ASTDT
                1,Cough,2024-01-11
                3,Rash,2023-12-20
                """).with("study.yaml", "cutoff: 2024-07-01\n");
        assertThat(study.computed("swimmer").tables().getFirst().drawn().stream()
                .flatMap(row -> row.results().stream()).filter(result -> "FUPDUR".equals(result.variable()))
                .map(result -> String.format(Locale.ROOT, "%s %.3f", result.level().getFirst(),
                        ((Value.Real) result.value()).value())))
                .containsExactlyInAnyOrder("1 2.957", "2 5.979", "3 0.000");
    }

    /// Naïve B cells of one subject rise from 10 to 30; the study has no other subset.
    @Test
    void subsetsThatTheDataHaveAreShownByVisit() {
        SmallStudy study = STUDY.with("adlb.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL
                1,BNAIVE,Naive B cells (%),Baseline,0,10
                1,BNAIVE,Naive B cells (%),Week 4,4,30
                """);
        assertThat(study.rows("b-cell-subsets")).contains("    Min, Max|30, 30|30, 30", "      Min, Max|20, 20|20, 20");
    }
}
