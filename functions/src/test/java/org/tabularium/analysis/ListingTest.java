package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// Listings and the case series.
@Shows(Requirement.DISPLAYS_RIGHT)
class ListingTest {

    private static final String ADSL = """
            USUBJID,SUBJID,AGE,SEX,SAFFL,TRT01A,TRTSDT,DISDUR,KBIOPSY,FUPDUR
            S-1,001,13,F,Y,1*10^9,2025-01-01,0.67,III+V,6
            S-2,002,,M,Y,2*10^9,2025-01-01,4.5,,
            S-3,010,9,F,N,2*10^9,,1,V,1
            """;

    @Test
    void theCaseSeriesIsOneRowASubjectWithAStrokeForWhatIsNotThere() {
        SmallStudy study = SmallStudy.of(ADSL)
                .with("adae.csv", """
                        USUBJID,TRTEMFL,AEDECOD,ASTCTGR
                        S-1,Y,Cytokine release syndrome,1
                        S-1,Y,Cytokine release syndrome,4
                        S-1,N,Cytokine release syndrome,5
                        S-2,Y,Cytokine release syndrome,0
                        """)
                .with("adqs.csv", """
                        USUBJID,PARAMCD,AVISIT,AVISITN,AVAL
                        S-1,SLEDAI2K,Month 6,6,0
                        S-1,SLEDAI2K,Baseline,0,12
                        S-1,SLEDAI2K,Month 3,3,4
                        S-2,SLEDAI2K,Baseline,0,8
                        """);
        assertThat(study.rows("case-series")).containsExactly(
                "Subject|Age (years)|Sex|Duration of disease (years)|Kidney biopsy|Dose|CRS grade|Follow-up (months)"
                        + "|SLEDAI-2K at baseline|SLEDAI-2K at last visit",
                "001|13|F|0.67|III+V|1 × 10⁹|IV|6|12|0",
                "002|/|M|4.5|/|2 × 10⁹|/|/|8|8");
        assertThat(study.footnotes("case-series")).anyMatch(f -> f.startsWith("Source: ADSL, ADAE, ADQS."));
    }

    @Test
    void theGradeIsListedUnderWhateverNameTheRowHasIt() {
        SmallStudy study = SmallStudy.of("USUBJID,SUBJID,SAFFL\nS-1,1,Y\n")
                .with("adae.csv", "USUBJID,AEDECOD,ATOXGR,ASTCTGR,ATOXGRN\nS-1,A,Grade 3,,\nS-1,B,,G2,\nS-1,C,,,4\nS-1,D,,,\n");
        assertThat(study.rows("listing-ae")).containsExactly("Subject|Preferred term|Grade", "1|A|Grade 3", "1|B|2", "1|C|4",
                "1|D|");
    }

    /// Each site counts from 1: the short number would be that of two subjects.
    @Test
    void subjectsWhoseNumbersAreTheSameAreCalledByTheirUniqueIdentifier() {
        SmallStudy study = SmallStudy.of("USUBJID,SUBJID,SITEID,SAFFL\nS-01-1,1,01,Y\nS-02-1,1,02,Y\n").with("adae.csv", """
                USUBJID,AEDECOD,TRTEMFL,ASTDT
                S-02-1,Cough,Y,2024-01-01
                S-01-1,Rash,Y,2024-01-02
                S-02-1,Fever,Y,2024-01-03
                """);
        assertThat(study.rows("listing-ae").stream().map(row -> row.replaceAll("^\\|?([^|]*)\\|.*", "$1")))
                .containsExactly("Subject", "S-01-1", "S-02-1", "S-02-1");
    }

    @Test
    void identifiersCanBeLeftOut() {
        SmallStudy study = SmallStudy.of(ADSL).with("study.yaml", "identifiers: none\n");
        assertThat(study.rows("case-series").getFirst()).startsWith("Age (years)|Sex|");
        assertThat(study.rows("case-series")).noneMatch(r -> r.contains("001"));
    }

    @Test
    void eventsAreListedBySubjectAndDateWithoutColumnsThatNobodyFilled() {
        SmallStudy study = SmallStudy.of("USUBJID,SUBJID,AGE,SEX,SAFFL\nS-10,10,40,F,Y\nS-9,9,50,M,Y\n")
                .with("adae.csv", """
                        USUBJID,AEDECOD,ASTDT,ASTDY,AEACN
                        S-10,NAUSEA,2025-01-05,5,
                        S-9,RASH,2025-03-01,60,
                        S-9,ECZEMA,2025-02,,
                        S-9,ACNE,2025-01-02,2,
                        """);
        assertThat(study.rows("listing-ae")).containsExactly("Subject|Age / Sex|Preferred term|Start date / study day",
                "9|50 / M|ACNE|2025-01-02 / 2", "9|50 / M|ECZEMA|2025-02", "9|50 / M|RASH|2025-03-01 / 60",
                "10|40 / F|NAUSEA|2025-01-05 / 5");
    }

    /// An event that ended after it is ongoing at it and has no outcome, a death after it does not count.
    @Test
    void anEventThatEndedAfterTheCutOffIsOngoingAtItWhereLaterDataAreLeftOut() {
        SmallStudy study = SmallStudy
                .of("USUBJID,SUBJID,SAFFL,TRTSDT,DTHFL,DTHDT\n1,1,Y,2024-01-01,,\n2,2,Y,2024-01-01,Y,2024-08-01\n3,3,Y,2024-01-01,Y,2024-05-01\n")
                .with("adae.csv", """
                        USUBJID,AEDECOD,TRTEMFL,AESER,AESDTH,ASTDT,AENDT,AEOUT
                        1,Rash,Y,N,N,2024-02-01,2024-03-01,RECOVERED/RESOLVED
                        1,Cough,Y,N,N,2024-02-02,2024-07-01,RECOVERED/RESOLVED
                        1,Fever,Y,N,N,2024-07-02,2024-07-03,RECOVERED/RESOLVED
                        2,Stroke,Y,Y,Y,2024-06-01,,FATAL
                        3,Sepsis,Y,Y,Y,2024-04-01,2024-05-01,FATAL
                        """)
                .with("study.yaml", "cutoff: 2024-06-30\nafter-cutoff: leave-out\ntables: [listing-ae, ae-overview, deaths]\n");
        assertThat(study.rows("listing-ae")).containsExactly(
                "Subject|Preferred term|Start date / study day|End date / study day|Serious|Outcome",
                "1|Rash|2024-02-01|2024-03-01|N|Recovered/resolved",
                "1|Cough|2024-02-02|Ongoing at cut-off|N|",
                "2|Stroke|2024-06-01||Y|",
                "3|Sepsis|2024-04-01|2024-05-01|Y|Fatal");
        assertThat(study.rows("ae-overview")).contains("Adverse event leading to death|1 (33.3%)");
        assertThat(study.rows("deaths")).contains("Died, n (%)|1 (33.3%)");
    }

    /// 1 died in May 2024, the day is imputed; of 2 the collected date says the year alone; 3 died on 2 March.
    @Test
    void anyDateIsShownWithoutWhatWasImputed() {
        SmallStudy study = SmallStudy.of("""
                USUBJID,SUBJID,SAFFL,TRTSDT,DTHFL,DTHDT,DTHDTF,DTHDTC
                S-1,1,Y,2024-01-01,Y,2024-05-15,D,
                S-2,2,Y,2024-01-01,Y,2024-07-01,M,2024
                S-3,3,Y,2024-01-01,Y,2024-03-02,,2024-03-02T10:30
                """);
        assertThat(study.rows("listing-deaths")).containsExactly("Subject|First treatment|Date of death",
                "1|2024-01-01|2024-05", "2|2024-01-01|2024", "3|2024-01-01|2024-03-02");
    }

    @Test
    void columnsInWhichNoRowHasAValueAreNamedBelowTheListing() {
        SmallStudy study = SmallStudy.of("""
                USUBJID,SUBJID,ENRLFL,EOSSTT,TRTSDT,TRTEDT,DCSREAS
                S-1,1,Y,DISCONTINUED,,,Withdrawal
                S-2,2,Y,COMPLETED,2024-01-01,2024-02-01,
                """);
        assertThat(study.rows("listing-discontinuation")).containsExactly("Subject|Reason", "1|Withdrawal");
        assertThat(study.footnotes("listing-discontinuation"))
                .contains("Not shown, because no row has a value: First treatment; Last treatment.");
    }

    @Test
    void aValueAndItsTextAreOneColumnWhereTheySayTheSame() {
        String concentrations = "USUBJID,PARAMCD,PARAM,AVISIT,AVAL,AVALC\nS-1,X,Drug,Day 1,,<1\nS-1,X,Drug,Day 2,32.99,32.99\n";
        SmallStudy study = SmallStudy.of("USUBJID,SUBJID,SAFFL\nS-1,1,Y\n").with("adpc.csv", concentrations);
        assertThat(study.rows("listing-concentrations")).containsExactly("Subject|Analyte|Visit|Value", "1|Drug|Day 1|<1",
                "1|Drug|Day 2|32.99");
        SmallStudy other = SmallStudy.of("USUBJID,SUBJID,SAFFL\nS-1,1,Y\n").with("adpc.csv",
                concentrations + "S-1,X,Drug,Day 3,4,about 4\n");
        assertThat(other.rows("listing-concentrations"))
                .startsWith("Subject|Analyte|Visit|Value|Result");
    }

    @Test
    void codesOfResponsesAreExplained() {
        SmallStudy study = SmallStudy.of("USUBJID,SUBJID,FASFL\nS-1,1,Y\nS-2,2,Y\n").with("adrs.csv",
                "USUBJID,PARAMCD,PARAM,AVALC\nS-1,BOR,Best response,SD\nS-2,BOR,Best response,PR\n");
        assertThat(study.footnotes("listing-response")).contains("PR = partial response; SD = stable disease.");
    }
}
