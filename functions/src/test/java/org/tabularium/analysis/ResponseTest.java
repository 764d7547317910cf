package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.study.VisitTime;

/// Response rates. Five subjects, of whom the denominators are counted by hand; exact limits of 1/3, 1/4 and so on are not looked
/// at here.
class ResponseTest {

    private static final String ADSL = """
            USUBJID,ITTFL,TRTSDT
            1,Y,2025-01-31
            2,Y,2025-01-31
            3,Y,2025-02-10
            4,Y,2025-06-01
            5,Y,
            """;

    private static SmallStudy study(String adeff, String yaml) {
        return SmallStudy.of(ADSL).with("adeff.csv", adeff).with("study.yaml", yaml);
    }

    /// Month 1: subject 1 yes, 2 nothing, 3 no, 4 nothing.
    private static final String ADEFF = """
            USUBJID,PARAMCD,AVISIT,AVALC
            1,SRI4,Month 1,Y
            3,SRI4,Month 1,N
            """;

    @ParameterizedTest
    @CsvSource({"assessed,1/2 (50.0%)", "all,1/5 (20.0%)", "reached,1/3 (33.3%)"})
    void theDenominatorIsWhatTheTableAsksFor(String denominator, String expected) {
        SmallStudy study = study(ADEFF, "cutoff: 2025-03-31\ntables: [response: {denominator: " + denominator + "}]\n");
        assertThat(study.row("response", "Month 1")).isEqualTo("  Month 1|" + expected);
    }

    @Test
    void reachedIsTheDefaultWhereTreatmentAndCutOffAreKnownElseAssessed() {
        assertThat(study(ADEFF, "cutoff: 2025-03-31\n").row("response", "Month 1")).endsWith("1/3 (33.3%)");
        assertThat(study(ADEFF, "title: T\n").row("response", "Month 1")).as("no date stands for the cut-off")
                .endsWith("1/2 (50.0%)");
        assertThat(study(ADEFF, "tables: [response: {denominator: reached}]\n").whyNot("response")).contains("cut-off");
        assertThat(study("USUBJID,PARAMCD,AVISIT,AVALC,ADT\n1,SRI4,Month 1,Y,2025-02-28\n3,SRI4,Month 1,N,2025-03-31\n",
                "title: T\n")
                .row("response", "Month 1")).as("the latest date stands for the cut-off").endsWith("1/3 (33.3%)");
    }

    /// One month after 31 January 2025 is 28 February 2025.
    @ParameterizedTest
    @CsvSource({"2025-02-28,0/2", "2025-03-09,0/2", "2025-03-10,0/3"})
    void aVisitOnTheDayOfTheCutOffIsReached(String cutOff, String expected) {
        SmallStudy study = study("USUBJID,PARAMCD,AVISIT,AVALC\n1,SRI4,Month 1,\n4,SRI4,Month 2,N\n",
                "cutoff: " + cutOff + "\ntables: [response: {visits: [Month 1]}]\n");
        assertThat(study.row("response", "Month 1")).isEqualTo("  Month 1|" + expected);
    }

    @Test
    void aTableOfNobodyIsNotMade() {
        SmallStudy study = study("USUBJID,PARAMCD,AVISIT,AVALC\n1,SRI4,Month 1,\n4,SRI4,Month 2,N\n",
                "cutoff: 2025-02-27\ntables: [response: {visits: [Month 1]}]\n");
        assertThat(study.whyNot("response")).contains("SRI4", "cut-off");
    }

    @Test
    void aValueUpToTheCutOffHasReachedItsVisitOneAfterItHasNot() {
        // Month 3 of subjects 1 and 2 is 30 April; subject 1 came early, subject 2's visit is after the cut-off
        SmallStudy study = study("USUBJID,PARAMCD,AVISIT,AVALC,ADT\n1,SRI4,Month 3,Y,2025-04-20\n2,SRI4,Month 3,Y,2025-04-28\n",
                "cutoff: 2025-04-25\n");
        assertThat(study.row("response", "Month 3")).isEqualTo("  Month 3|1/1 (100%)");
    }

    @Test
    void anyVisitAndLastAssessment() {
        SmallStudy study = study("""
                USUBJID,PARAMCD,AVISIT,AVISITN,AVALC
                1,SRI4,Baseline,0,Y
                1,SRI4,Week 4,4,Y
                1,SRI4,Week 8,8,N
                2,SRI4,Week 4,4,N
                2,SRI4,Week 8,8,Y
                3,SRI4,Week 4,4,Y
                3,SRI4,Unscheduled,9,N
                4,SRI4,Baseline,0,Y
                """, "tables: [response: {denominator: assessed}]\n");
        assertThat(study.row("response", "At any visit")).endsWith("|3/3 (100%)");
        assertThat(study.row("response", "At last assessment")).endsWith("|2/3 (66.7%)");
        assertThat(study.rows("response")).noneMatch(r -> r.contains("Baseline"));
    }

    @ParameterizedTest
    @CsvSource({"Y,,1/1 (100%)", "Yes,,1/1 (100%)", "n,,0/1", "NO,,0/1", ",1,1/1 (100%)", ",0,0/1", "Responder,1,1/1 (100%)",
        "Ja,,1/1 (100%)", "Nein,,0/1", "oui,,1/1 (100%)", "non,,0/1", "是,,1/1 (100%)", "否,,0/1", "Y,0,1/1 (100%)"})
    void aResponseIsYesOrNoOrOneOrZero(String text, String number, String expected) {
        SmallStudy study = study("USUBJID,PARAMCD,AVISIT,AVALC,AVAL\n1,SRI4,Week 4," + (text == null ? "" : text) + ","
                + (number == null ? "" : number) + "\n", "title: T\n");
        assertThat(study.row("response", "Week 4")).isEqualTo("  Week 4|" + expected);
    }

    @Test
    void whatIsNeitherYesNorNoIsMissingAndSaid() {
        SmallStudy study = study("USUBJID,PARAMCD,AVISIT,AVALC\n1,SRI4,Week 4,Y\n2,SRI4,Week 4,UNKNOWN\n", "title: T\n");
        assertThat(study.row("response", "Week 4")).endsWith("1/1 (100%)");
        assertThat(study.footnotes("response")).contains("1 value is neither yes nor no and treated as missing.");
    }

    @Test
    void whoHasNoDateThatVisitsCountFromIsInNoDenominatorAndSaid() {
        SmallStudy study = SmallStudy.of("USUBJID,TRT01A,SAFFL,ITTFL,TRTSDT\n1,A,Y,Y,2025-01-31\n2,A,N,Y,\n3,A,N,Y,\n")
                .with("adeff.csv", "USUBJID,PARAMCD,AVISIT,AVALC,ADT\n1,SRI4,Week 4,Y,2025-02-28\n")
                .with("study.yaml", "cutoff: 2025-12-31\n");
        assertThat(study.row("response", "Week 4")).endsWith("1/1 (100%)");
        assertThat(study.footnotes("response"))
                .contains("2 subjects have no date that visits are counted from and no value, and are in no denominator.");
    }

    @Test
    void aVisitWhoseNameTellsNoTimeIsOfThoseAssessed() {
        SmallStudy study = study("USUBJID,PARAMCD,AVISIT,AVALC\n1,SRI4,Cycle 2 Day 1,Y\n", "cutoff: 2025-12-31\n");
        assertThat(study.row("response", "Cycle 2 Day 1")).endsWith("1/1 (100%)");
        assertThat(study.footnotes("response")).anyMatch(f -> f.contains("\"Cycle 2 Day 1\" tells no time"));
    }

    @Test
    void daysWithAPlusCountFromDayZero() {
        assertThat(VisitTime.isFromZero(List.of("Baseline", "D+28"))).isTrue();
        assertThat(VisitTime.of("Day +28").orElseThrow().counted(true).from(LocalDate.of(2025, 1, 31)))
                .isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(VisitTime.of("随访第12周")).isEmpty();
    }

    /// By the calendar.
    @ParameterizedTest
    @CsvSource({"Month 1,2025-02-28", "Month 3,2025-04-30", "Week 12,2025-04-25", "12 weeks,2025-04-25", "W12,2025-04-25",
        "Day 28,2025-02-27", "Day 1,2025-01-31", "Year 1,2026-01-31", "M3,2025-04-30", "Week 12 (OLE Week 4),2025-04-25",
        "Month 3 after infusion,2025-04-30", "Period 1 Week 12,2025-04-25", "第12周,2025-04-25", "治疗后第3个月,2025-04-30",
        "28天,2025-02-27"})
    void plannedDaysOfASubjectTreatedOnTheLastOfJanuary(String visit, LocalDate day) {
        assertThat(VisitTime.of(visit).orElseThrow().from(LocalDate.of(2025, 1, 31))).isEqualTo(day);
    }
}
