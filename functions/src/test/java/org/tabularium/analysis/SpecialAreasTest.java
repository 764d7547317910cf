package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Oncology, vaccines and crossover studies. Counts by hand from the few rows shown.
class SpecialAreasTest {

    private static final String ADSL = """
            USUBJID,SAFFL,ITTFL,TRT01P,TRT01A,TRTSDT
            1,Y,Y,Drug,Drug,2025-01-01
            2,Y,Y,Drug,Drug,2025-01-01
            3,Y,Y,Placebo,Placebo,2025-01-01
            4,Y,Y,Placebo,Placebo,2025-01-01
            """;
    private static final String BEST = """
            USUBJID,PARAMCD,PARAM,AVALC
            1,CBOR,Best Confirmed Overall Response,SD
            1,BOR,Best Overall Response,PR
            2,CBOR,Best Confirmed Overall Response,cr
            2,BOR,Best Overall Response,CR
            3,CBOR,Best Confirmed Overall Response,MISSING
            3,BOR,Best Overall Response,MIXED
            4,LSTA,Last Disease Assessment,CR
            """;

    @Test
    void whoHasNoBestResponseIsNoResponderAndWhatNoLevelStandsForHasItsRow() {
        SmallStudy study = SmallStudy.of(ADSL).with("adrs.csv", BEST);
        assertThat(study.rows("best-response")).contains("Best Confirmed Overall Response|||||", "Best Overall Response|||||",
                "  Mixed, n (%)|0|1 (50.0%)|1 (25.0%)||").doesNotContain("Last Disease Assessment|||||");
        assertThat(study.rows("best-response").stream().filter(row -> row.startsWith("  Objective response")))
                .hasSize(2).first().asString()
                .startsWith("  Objective response (complete or partial), n (%)|1 (50.0%)|0|1 (25.0%)|50.0");
        assertThat(study.rows("best-response")).contains("  Missing, n (%)|0|2 (100%)|2 (50.0%)||",
                "  Missing, n (%)|0|1 (50.0%)|1 (25.0%)||");
        assertThat(study.footnotes("best-response")).contains("Not counted in a rate: Mixed.");
    }

    @Test
    void aDurationSaysWhoseItIs() {
        String times = "USUBJID,PARAMCD,PARAM,AVAL,CNSR\n1,RSD,Duration of Response,50,0\n2,RSD,Duration of Response,70,1\n";
        assertThat(SmallStudy.of(ADSL).with("adrs.csv", BEST).with("adtte.csv", times).footnotes("best-response"))
                .contains("Duration of Response is of the responders by \"Best Overall Response\".");
        assertThat(SmallStudy.of(ADSL).with("adrs.csv", BEST).with("adtte.csv", times).rows("best-response"))
                .containsSubsequence("Duration of Response|||||", "  n|2|0|2||", "  Events, n (%)|1 (50.0%)|0|1 (50.0%)||");
        assertThat(SmallStudy.of(ADSL).with("adrs.csv", BEST).with("adtte.csv", times + "4,RSD,Duration of Response,9,1\n")
                .footnotes("best-response"))
                .anyMatch(note -> note.contains("0 responders have none, 1 subject with one is no responder"));
    }

    @Test
    void twoBestResponsesOfASubjectAreNotChosenFrom() {
        assertThat(SmallStudy.of(ADSL).with("adrs.csv", BEST + "4,BOR,Best Overall Response,PD\n4,BOR,Best Overall Response,PR\n")
                .whyNot("best-response")).contains("BOR");
    }

    @Test
    void aFootnoteNamesTheDictionaryOfItsTerms() {
        SmallStudy study = SmallStudy.of("USUBJID,SAFFL,ITTFL,TRT01A,TRT01P\n1,Y,Y,A,A\n2,Y,Y,B,B\n")
                .with("adae.csv", "USUBJID,AEBODSYS,AEDECOD,TRTEMFL\n1,Infections,Sepsis,Y\n")
                .with("admh.csv", "USUBJID,MHBODSYS,MHDECOD\n1,Infections,Measles\n")
                .with("adcm.csv", "USUBJID,CMCLAS,CMDECOD,ONTRTFL\n1,Analgesics,Paracetamol,Y\n")
                .with("study.yaml", """
                        dictionaries: {MedDRA: 27.1, CTCAE: 5.0, WHODrug: B3}
                        tables: [ae-soc-pt, medical-history, medications]
                        """);
        assertThat(study.footnotes("ae-soc-pt")).contains("MedDRA version 27.1.");
        assertThat(study.footnotes("medical-history")).contains("MedDRA version 27.1.");
        assertThat(study.footnotes("medications")).contains("WHODrug version B3.");
    }

    /// SDTM has the class of the primary path as MHSOC, too.
    @Test
    void medicalHistoryGoesByMhsocWhereThatIsTheClass() {
        SmallStudy study = SmallStudy.of("USUBJID,SAFFL,ITTFL,TRT01A,TRT01P\n1,Y,Y,A,A\n2,Y,Y,B,B\n")
                .with("admh.csv", "USUBJID,MHSOC,MHDECOD\n1,Cardiac disorders,Angina pectoris\n");
        assertThat(study.rows("medical-history")).contains("Cardiac disorders|1 (100%)|0|1 (50.0%)");
    }

    private static final String CROSSOVER = """
            USUBJID,SAFFL,ITTFL,TRT01A,TRT02A,TRT01P,TRT02P
            1,Y,Y,A,B,A,B
            2,Y,Y,B,A,B,A
            """;

    /// 1 has 10, 14 under A and 20, 26 under B; 2 has 30, 33 under B and 40, 45 under A, which a record without
    /// TRTA is by its period.
    @Test
    void aChangeCountsUnderTheTreatmentOfItsRecordAndItsPeriod() {
        SmallStudy study = SmallStudy.of(CROSSOVER).with("advs.csv", """
                USUBJID,PARAMCD,PARAM,APERIOD,TRTA,AVISIT,AVISITN,AVAL,ABLFL
                1,PULSE,Pulse,1,A,Baseline,0,10,Y
                1,PULSE,Pulse,1,A,Day 2,2,14,
                1,PULSE,Pulse,2,B,Baseline,0,20,Y
                1,PULSE,Pulse,2,B,Day 2,2,26,
                2,PULSE,Pulse,1,B,Baseline,0,30,Y
                2,PULSE,Pulse,1,B,Day 2,2,33,
                2,PULSE,Pulse,2,A,Baseline,0,40,Y
                2,PULSE,Pulse,2,,Day 2,2,45,
                """).with("study.yaml",
                "tables: [change: {dataset: ADVS, parameter: PULSE, population: safety, statistics: [n, mean]}]\n");
        assertThat(study.rows("change")).containsExactly("|A (N=2)|B (N=2)|Total (N=2)",
                "Pulse, period 1|||", "  Baseline|||", "    n|1|1|2", "    Mean|10.0|30.0|20.0",
                "  Day 2|||", "    n|1|1|2", "    Mean|14.0|33.0|23.5",
                "    Change from baseline|||", "      n|1|1|2", "      Mean|4.0|3.0|3.5",
                "Pulse, period 2|||", "  Baseline|||", "    n|1|1|2", "    Mean|40.0|20.0|30.0",
                "  Day 2|||", "    n|1|1|2", "    Mean|45.0|26.0|35.5",
                "    Change from baseline|||", "      n|1|1|2", "      Mean|5.0|6.0|5.5");
        assertThat(study.footnotes("change")).contains("A record that names no treatment is counted under that of its period.");
    }

    /// The logarithms 0.3 and 1.3 are ten times apart and not 4.3 times.
    @Test
    void logarithmsHaveNoGeometricMean() {
        SmallStudy study = SmallStudy.of(ADSL).with("adis.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,ABLFL
                1,TIT,Titre,Baseline,0,2,Y
                1,TIT,Titre,Day 29,29,20,
                1,TITL,LOG10 (Titre),Baseline,0,0.3,Y
                1,TITL,LOG10 (Titre),Day 29,29,1.3,
                """);
        assertThat(study.rows("titres")).noneMatch(row -> row.startsWith("LOG10"));
        assertThat(study.footnotes("titres")).anyMatch(note -> note.endsWith("are left out: LOG10 (Titre)."));
    }

    /// 2 answered nothing after dose 2; 3 says no to fever and yet calls it mild; 4 has chills without a severity.
    @Test
    void reactionsAreOfThoseWhoAnswered() {
        SmallStudy study = SmallStudy.of(ADSL).with("adface.csv", """
                USUBJID,PARAMCD,PARAM,PARCAT2,APERIOD,AVALC
                1,OCFEV,Fever occurrence indicator,SYSTEMIC,1,Y
                1,SEVFEV,Fever severity/intensity,SYSTEMIC,1,MILD
                1,SEVFEV,Fever severity/intensity,SYSTEMIC,1,SEVERE
                2,OCFEV,Fever occurrence indicator,SYSTEMIC,1,N
                2,OCFEV,Fever occurrence indicator,SYSTEMIC,2,
                3,OCFEV,Fever occurrence indicator,SYSTEMIC,2,N
                3,SEVFEV,Fever severity/intensity,SYSTEMIC,2,MILD
                4,OCCHIL,Chills occurrence indicator,SYSTEMIC,2,Y
                4,DIA,Redness diameter,LOCAL,2,2.5
                """);
        assertThat(study.rows("reactogenicity")).containsSubsequence("Period 1|||", "  n|2|0|2",
                "  Systemic|1 (50.0%)|0|1 (50.0%)",
                "    Fever|1 (50.0%)|0|1 (50.0%)", "      Severe|1 (50.0%)|0|1 (50.0%)", "Period 2|||", "  n|0|2|2",
                "  Any solicited reaction|0|2 (100%)|2 (100%)", "    Chills|0|1 (50.0%)|1 (50.0%)",
                "      Severity not recorded|0|1 (50.0%)|1 (50.0%)", "Any period|||", "  n|2|2|4");
        assertThat(study.rows("reactogenicity").stream().filter(row -> row.startsWith("    Chills"))).hasSize(2);
        assertThat(study.footnotes("reactogenicity")).contains("Measurements are not counted as reactions: Redness diameter.")
                .anyMatch(note -> note.startsWith("1 reaction of a subject in a period has a severity although"));
    }

    /// 1 has a fever of no severity, 2 chills that did not occur and were moderate, 3 a fever that occurred and was mild.
    @Test
    void reactionsWhoseOccurrenceAndSeverityContradictEachOtherCountAndAreToldApart() {
        SmallStudy study = SmallStudy.of(ADSL).with("adface.csv", """
                USUBJID,PARAMCD,PARAM,APERIOD,AVALC
                1,OCFEV,Fever occurrence indicator,1,Y
                1,SEVFEV,Fever severity/intensity,1,NONE
                2,OCCHIL,Chills occurrence indicator,1,N
                2,SEVCHIL,Chills severity/intensity,1,MODERATE
                3,OCFEV,Fever occurrence indicator,1,Y
                3,SEVFEV,Fever severity/intensity,1,MILD
                """);
        assertThat(study.rows("reactogenicity")).containsSubsequence("  Chills|1 (50.0%)|0|1 (33.3%)",
                "    Moderate|1 (50.0%)|0|1 (33.3%)", "  Fever|1 (50.0%)|1 (100%)|2 (66.7%)", "    Mild|0|1 (100%)|1 (33.3%)",
                "    Severity not recorded|1 (50.0%)|0|1 (33.3%)");
        assertThat(study.footnotes("reactogenicity")).contains(
                "1 reaction of a subject in a period has a severity although none is said to have occurred; it counts.",
                "1 reaction of a subject in a period is said to have occurred although its severity is none; it counts, with its severity not recorded.");
    }
}
