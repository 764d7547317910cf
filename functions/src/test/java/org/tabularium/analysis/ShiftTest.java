package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;

/// Shifts counted by hand in the rows below. Subjects 1 to 4 are in arm A; nobody of arm B is in the population.
class ShiftTest {

    private static final String ADSL = """
                USUBJID,TRT01A,SAFFL,ITTFL,TRTSDT
                1,A,Y,Y,2025-01-01
                2,A,Y,Y,2025-01-01
                3,A,Y,Y,2025-01-01
                4,A,Y,Y,2025-01-01
                5,B,N,N,
                """;
    private static final String GRADES = "Treatment|n|Baseline|Subjects n (%)|Grade 0|Grade 1|Grade 2|Grade 3|Grade 4";
    private static final String HEADER = "USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,ATOXGR,BTOXGR,ABLFL,ANL01FL\n";

    /// 1: 0 at baseline, worst 3 at an unscheduled visit that is not analysed by visit; 2: no baseline; 3: nothing later; 4: 1 at
    /// baseline, 0 later.
    private static final String GRADED = HEADER
            + """
                1,NEUT,Neutrophils (10^9/L),Baseline,0,4,0,0,Y,Y
                1,NEUT,Neutrophils (10^9/L),Unscheduled,2,0.6,3,0,,
                1,NEUT,Neutrophils (10^9/L),Unscheduled,3,1.2,2,0,,
                1,NEUT,Neutrophils (10^9/L),Week 4,4,1.6,1,0,,Y
                2,NEUT,Neutrophils (10^9/L),Week 4,4,1.2,2,,,Y
                3,NEUT,Neutrophils (10^9/L),Baseline,0,4,0,0,Y,Y
                4,NEUT,Neutrophils (10^9/L),Baseline,0,1.7,1,1,Y,Y
                4,NEUT,Neutrophils (10^9/L),Week 4,4,3,0,1,,Y
                """;

    private static SmallStudy study(String adlb) {
        return SmallStudy.of(ADSL).with("adlb.csv", adlb);
    }

    @Test
    void theWorstGradeIsOfAllRecordsAfterBaselineAcrossTheBaselineGrade() {
        assertThat(study(GRADED).rows("lab-shift")).containsExactly(
                GRADES.replace("|n|", "|n|No later value|"), "Neutrophils (10⁹/L)|||||||||",
                "  A (N=4)|2|1|Grade 0|1 (50.0%)|0|0|0|1 (50.0%)|0", "  |||Grade 1|1 (50.0%)|1 (50.0%)|0|0|0|0",
                "  |||Missing|1|0|0|1|0|0",
                "  B (N=0)|0|0|||||||",
                "  Total (N=4)|2|1|Grade 0|1 (50.0%)|0|0|0|1 (50.0%)|0", "  |||Grade 1|1 (50.0%)|1 (50.0%)|0|0|0|0",
                "  |||Missing|1|0|0|1|0|0");
    }

    @ParameterizedTest
    @CsvSource({"ATOXGR,BTOXGR,0,1", "ANRIND,BNRIND,NORMAL,LOW"})
    void aBaselineThatContradictsItselfIsNotChosenByTheOrderOfRows(String later, String before, String one, String other) {
        SmallStudy study = study("USUBJID,PARAMCD,AVISIT,AVISITN,AVAL,%s,%s\n1,NEUT,Week 4,4,2,%s,%s\n1,NEUT,Week 8,8,2,%s,%s\n"
                .formatted(later, before, one, one, one, other));
        assertThatThrownBy(() -> study.rows("lab-shift"))
                .hasMessageContaining("ADLB has two values of " + before + " for NEUT of a subject: rows 1 and 2");
    }

    /// Grades and reference ranges are columns of one table, each below a header of its own.
    @Test
    void laterLevelsStandBelowAHeaderThatSaysWhatTheyAre() {
        Display table = study("""
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,ATOXGR,ANRIND,ABLFL
                1,ALT,ALT,Baseline,0,20,0,,Y
                1,ALT,ALT,Week 4,4,200,2,,
                1,IGG,IgG,Baseline,0,9,,NORMAL,Y
                1,IGG,IgG,Week 4,4,2,,LOW,
                """).table("lab-shift");
        assertThat(table.stubColumns()).isEqualTo(3);
        assertThat(table.columns()).extracting(TableColumn::span).containsExactly("", "", "", "",
                "Worst grade after baseline, n (%)", "Worst grade after baseline, n (%)", "Worst grade after baseline, n (%)",
                "Worst grade after baseline, n (%)", "Worst grade after baseline, n (%)",
                "Worst level after baseline, n (%)", "Worst level after baseline, n (%)", "Worst level after baseline, n (%)");
    }

    @Test
    void denominatorAndWorstValueAreFootnoted() {
        assertThat(study(GRADED).footnotes("lab-shift")).contains(
                "The later level is the worst of all records after baseline, at scheduled and unscheduled visits.",
                "Percentages are based on the subjects with a level at baseline and a later one (n).");
    }

    /// CTCAE: neutrophils of exactly 1.0 are grade 2, of 0.99 grade 3; baseline of exactly the lower limit is grade 0.
    @Test
    void gradesThatAreNotGivenAreDerivedFromValueAndLimits() {
        SmallStudy study = study("""
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,ANRLO,ANRHI
                1,NEUT,Neutrophils (10^9/L),Baseline,0,2,2,7
                1,NEUT,Neutrophils (10^9/L),Week 4,4,1.0,2,7
                2,NEUT,Neutrophils (10^9/L),Baseline,0,1.99,2,7
                2,NEUT,Neutrophils (10^9/L),Week 4,4,0.99,2,7
                """);
        assertThat(study.rows("lab-shift")).containsSequence("  A (N=4)|2|Grade 0|1 (50.0%)|0|0|1 (50.0%)|0|0",
                "  ||Grade 1|1 (50.0%)|0|0|0|1 (50.0%)|0");
        assertThat(study.footnotes("lab-shift")).contains(
                "Grades of Neutrophils (10⁹/L) are derived by CTCAE 5.0 from value, normal range and baseline; others are as given.");
    }

    /// ALT with an abnormal baseline of 80 (limit 40): 240 is exactly 3 times baseline, grade 1; 241 is above, grade 2.
    @Test
    void anAbnormalBaselineIsWhatLiverValuesAreGradedAgainst() {
        SmallStudy study = study("""
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,ANRLO,ANRHI
                1,ALT,ALT (U/L),Baseline,0,80,0,40
                1,ALT,ALT (U/L),Week 4,4,240,0,40
                2,ALT,ALT (U/L),Baseline,0,80,0,40
                2,ALT,ALT (U/L),Week 4,4,241,0,40
                """);
        assertThat(study.rows("lab-shift")).contains("  A (N=4)|2|Grade 1|2 (100%)|0|1 (50.0%)|1 (50.0%)|0|0");
    }

    @Test
    void aMinusBeforeAGradeSaysThatTheValueWasLow() {
        SmallStudy study = study("""
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,ATOXGR
                1,ALT,ALT,Baseline,0,4,0
                1,ALT,ALT,Week 4,4,2,-3
                1,ALT,ALT,Week 8,8,6,2
                """);
        assertThat(study.row("lab-shift", "A (N=4)")).isEqualTo("  A (N=4)|1|Grade 0|1 (100%)|0|0|0|1 (100%)|0");
    }

    /// 1 is low and high later, 2 stays normal, 3 has no record but baseline.
    @Test
    void parametersWithoutGradesShiftByTheirReferenceRange() {
        SmallStudy study = study("""
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,ANRIND,BNRIND
                1,IGG,IgG,Baseline,0,9,NORMAL,NORMAL
                1,IGG,IgG,Week 4,4,2,LOW,NORMAL
                1,IGG,IgG,Week 8,8,30,HIGH HIGH,NORMAL
                2,IGG,IgG,Baseline,0,9,NORMAL,NORMAL
                2,IGG,IgG,Week 4,4,9,NORMAL,NORMAL
                3,IGG,IgG,Baseline,0,2,LOW,LOW
                4,XX,No levels,Baseline,0,1,,
                """);
        assertThat(study.rows("lab-shift")).containsExactly(
                "Treatment|n|No later value|Baseline|Subjects n (%)|Low|Normal|High|Low and high", "IgG||||||||",
                "  A (N=4)|2|1|Normal|2 (100%)|0|1 (50.0%)|0|1 (50.0%)", "  B (N=0)|0|0||||||",
                "  Total (N=4)|2|1|Normal|2 (100%)|0|1 (50.0%)|0|1 (50.0%)");
        assertThat(study.footnotes("lab-shift")).contains("Without a grade or a reference range, and not shown: No levels.");
    }

    /// 1: a value at baseline without grade, 2 later; 2: grade 1 at baseline, a later value without grade; 3: values without any
    /// grade, though with an indicator of range; 4: grade 0 and 1.
    @Test
    void subjectsWithAValueButWithoutItsLevelAreMissingWithTheirNumber() {
        SmallStudy study = study("""
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,ATOXGR,BTOXGR,ANRIND,BNRIND
                1,ALT,ALT,Baseline,0,60,,,HIGH,HIGH
                1,ALT,ALT,Week 4,4,150,2,,HIGH,HIGH
                2,ALT,ALT,Baseline,0,60,1,1,HIGH,HIGH
                2,ALT,ALT,Week 4,4,60,,1,HIGH,HIGH
                3,ALT,ALT,Baseline,0,60,,,HIGH,HIGH
                3,ALT,ALT,Week 4,4,60,,,HIGH,HIGH
                4,ALT,ALT,Baseline,0,30,0,0,NORMAL,NORMAL
                4,ALT,ALT,Week 4,4,50,1,0,HIGH,NORMAL
                """);
        assertThat(study.rows("lab-shift")).containsSequence("  A (N=4)|1|1|Grade 0|1 (100%)|0|1 (100%)|0|0|0",
                "  |||Missing|2|0|0|1|0|0");
        assertThat(study.footnotes("lab-shift")).contains(
                "Subjects with a value but without a level count as missing at baseline and as without a later value after it: ALT: 2 at baseline, 2 after it.");
    }

    /// The indicator of 2 is missing after baseline: nobody knows whether it is abnormal. AST has no indicator at all.
    @Test
    void valuesOutsideTheRangeAreNotCountedAsNormalWhereNothingSaysSo() {
        SmallStudy study = study("""
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,ANRIND
                1,ALT,ALT,Baseline,0,30,NORMAL
                1,ALT,ALT,Week 4,4,60,H
                2,ALT,ALT,Baseline,0,30,NORMAL
                2,ALT,ALT,Week 4,4,60,
                1,AST,AST,Baseline,0,30,
                1,AST,AST,Week 4,4,60,
                """);
        assertThat(study.rows("lab-abnormal")).containsExactly("|A (N=4)|B (N=0)|Total (N=4)", "ALT|||",
                "  Low, n/N (%)|0/2|0/0|0/2",
                "  High, n/N (%)|1/2 (50.0%)|0/0|1/2 (50.0%)");
        assertThat(study.footnotes("lab-abnormal")).contains(
                "1 value without an indicator of the range of normal counts as not meeting conditions that need it.",
                "AST is not shown: the data do not have what it is made of.");
    }

    @Test
    void aRecordAfterBaselineIsToldByDateThenByVisit() {
        SmallStudy study = study("""
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVAL,ATOXGR,ABLFL
                1,ALT,ALT,Screening,-1,2024-12-20,4,4,
                1,ALT,ALT,Baseline,0,2025-01-01,4,0,Y
                1,ALT,ALT,Unscheduled,,2025-01-03,4,1,
                1,ALT,ALT,Unscheduled,,,4,3,
                """);
        assertThat(study.rows("lab-shift")).contains("  A (N=4)|1|Grade 0|1 (100%)|0|1 (100%)|0|0|0");
        assertThat(study.footnotes("lab-shift"))
                .contains("1 record is left out because nothing tells whether it is before or after baseline.");
    }

    @Test
    void twoBaselinesOfASubjectAreNamedWithTheirRows() {
        assertThat(study(HEADER + "1,K,K,Baseline,0,4,0,0,Y,Y\n1,K,K,Day 1,1,4,1,0,Y,Y\n").whyNot("lab-shift"))
                .startsWith("ADLB has more than one K record of a subject at a visit: baseline, rows 1 and 2");
    }

    @Test
    void aStudyWithoutLaboratoryDataHasNoLaboratoryTables() {
        SmallStudy study = SmallStudy.of(ADSL);
        for (String id : List.of("lab-shift", "lab-change")) {
            assertThat(study.whyNot(id)).isEqualTo("the study has no ADLB");
        }
        assertThat(study(HEADER + "1,K,K,Baseline,0,4,,,Y,Y\n").whyNot("lab-shift"))
                .isEqualTo(
                        "no parameter of ADLB has a grade (ATOXGR), the limits of normal that give one (ANRLO, ANRHI) or a level of "
                                + "its range (ANRIND)");
    }

    /// The limits of SDTM may be in another unit than the values, so that they are named and not used.
    @Test
    void limitsOfSdtmAreNamedWhereNothingElseGivesAGrade() {
        SmallStudy study = SmallStudy.of(ADSL).with("adlb.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,LBSTNRLO,LBSTNRHI
                1,WBC,Leukocytes (10^9/L),Baseline,0,5,4,10
                1,WBC,Leukocytes (10^9/L),Week 4,4,2.5,4,10
                """);
        assertThat(study.whyNot("lab-shift")).endsWith("; LBSTNRHI, LBSTNRLO look like limits: write variables: "
                + "{ANRHI: LBSTNRHI, ANRLO: LBSTNRLO} in study.yaml, if they are in the unit of AVAL");
        assertThat(study.with("study.yaml", "variables: {ANRHI: LBSTNRHI, ANRLO: LBSTNRLO}\n").rows("lab-shift"))
                .contains("  A (N=4)|1|Grade 0|1 (100%)|0|0|1 (100%)|0|0");
    }

    /// System 1: subject 1 goes from A to B, then to D; subject 2 from E to C, then missing; subject 3 has no baseline.
    @Test
    void bilagGradesShiftAtEachVisit() {
        SmallStudy study = SmallStudy.of(ADSL).with("adqs.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVALC
                1,BILAG1,Constitutional,Baseline,0,A
                1,BILAG1,Constitutional,Week 4,4,B
                1,BILAG1,Constitutional,Week 12,12,D
                2,BILAG1,Constitutional,Baseline,0,e
                2,BILAG1,Constitutional,Week 4,4,Grade C
                3,BILAG1,Constitutional,Week 4,4,C
                """);
        assertThat(study.rows("bilag")).containsExactly("Treatment|n|No later value|Baseline|Subjects n (%)|A|B|C|D|E",
                "Constitutional|||||||||",
                "  Week 4|||||||||",
                "    A (N=4)|2|0|A|1 (50.0%)|0|1 (50.0%)|0|0|0", "    |||E|1 (50.0%)|0|0|1 (50.0%)|0|0",
                "    |||Missing|1|0|0|1|0|0",
                "    B (N=0)|0|0|||||||",
                "    Total (N=4)|2|0|A|1 (50.0%)|0|1 (50.0%)|0|0|0", "    |||E|1 (50.0%)|0|0|1 (50.0%)|0|0",
                "    |||Missing|1|0|0|1|0|0",
                "  Week 12|||||||||",
                "    A (N=4)|1|1|A|1 (100%)|0|0|0|1 (100%)|0", "    B (N=0)|0|0|||||||",
                "    Total (N=4)|1|1|A|1 (100%)|0|0|0|1 (100%)|0");
    }

    @Test
    void severalParametersStandInOneTableOfChanges() {
        SmallStudy study = study("""
                USUBJID,PARAMCD,PARAM,PARAMN,AVISIT,AVISITN,AVAL
                1,Z,Zinc,1,Baseline,0,10
                1,Z,Zinc,1,Week 4,4,14
                1,A,Albumin,2,Baseline,0,40
                1,T,Text only,3,Baseline,0,
                """);
        assertThat(study.rows("lab-change")).containsExactly(
                "Treatment|Visit|n|Mean (SD)|Median (range)|n|Mean (SD)|Median (range)",
                "Zinc|||||||",
                "  A (N=4)|Baseline|1|10.0 (NE)|10.0 (10–10)|||", "    |Week 4|1|14.0 (NE)|14.0 (14–14)|1|4.0 (NE)|4.0 (4–4)",
                "  B (N=0)|Baseline|0|NE|NE|||", "    |Week 4|0|NE|NE|0|NE|NE",
                "  Total (N=4)|Baseline|1|10.0 (NE)|10.0 (10–10)|||",
                "    |Week 4|1|14.0 (NE)|14.0 (14–14)|1|4.0 (NE)|4.0 (4–4)",
                "Albumin|||||||",
                "  A (N=4)|Baseline|1|40.0 (NE)|40.0 (40–40)|||", "  B (N=0)|Baseline|0|NE|NE|||",
                "  Total (N=4)|Baseline|1|40.0 (NE)|40.0 (40–40)|||");
    }

    private static final String TWO_SIDED = "USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,ATOXGR,ANRIND,ANRLO,ABLFL\n";

    /// A minus is low: 1 falls to 120 (grade 3), 2 rises to 152 (grade 2); they are two terms of CTCAE.
    @Test
    void lowAndHighAreTwoRowsBySignOrByTheVariablesOfEachDirection() {
        String signed = """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,ATOXGR,ABLFL
                1,SODIUM,Sodium (mmol/L),Baseline,0,140,0,Y
                1,SODIUM,Sodium (mmol/L),Week 4,4,120,-3,
                2,SODIUM,Sodium (mmol/L),Baseline,0,140,0,Y
                2,SODIUM,Sodium (mmol/L),Week 4,4,152,2,
                """;
        String apart = signed.replace("ATOXGR,", "ATOXGRL,ATOXGRH,").replace(",0,Y", ",0,0,Y").replace(",-3,", ",3,0,")
                .replace(",2,\n", ",0,2,\n");
        for (String adlb : List.of(signed, apart)) {
            List<String> rows = study(adlb).rows("lab-shift");
            assertThat(rows).containsSubsequence("Sodium (mmol/L), low||||||||",
                    "  A (N=4)|2|Grade 0|2 (100%)|1 (50.0%)|0|0|1 (50.0%)|0", "Sodium (mmol/L), high||||||||",
                    "  A (N=4)|2|Grade 0|2 (100%)|1 (50.0%)|0|1 (50.0%)|0|0");
        }
    }

    /// 1 is low by ANRIND, 2 by its limit; of 3 nothing tells the side.
    @Test
    void anUnsignedGradeOfATwoSidedTestTakesTheSideThatTheRangeTells() {
        SmallStudy study = study(TWO_SIDED + """
                1,K,Potassium,Baseline,0,4,0,NORMAL,3.5,Y
                1,K,Potassium,Week 4,4,3.2,1,LOW,,
                2,K,Potassium,Baseline,0,4,0,NORMAL,3.5,Y
                2,K,Potassium,Week 4,4,2.7,3,,3.5,
                3,K,Potassium,Baseline,0,4,0,NORMAL,3.5,Y
                3,K,Potassium,Week 4,4,6,2,,,
                """);
        assertThat(study.rows("lab-shift")).containsSubsequence("Potassium, low|||||||||",
                "  A (N=4)|2|1|Grade 0|2 (100%)|0|1 (50.0%)|0|1 (50.0%)|0", "Potassium, high|||||||||");
        assertThat(study.footnotes("lab-shift"))
                .contains("Grades are left out where nothing tells whether the value was low or high: Potassium: 1.");
    }

    @Test
    void gradesOfWhichNothingTellsTheSideAreLeftOutWithTheirNumber() {
        SmallStudy study = study("""
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,ATOXGR,ABLFL
                1,K,Potassium,Baseline,0,4,0,Y
                1,K,Potassium,Week 4,4,6,2,
                1,ALT,ALT,Baseline,0,20,0,Y
                1,ALT,ALT,Week 4,4,200,2,
                """);
        assertThat(study.rows("lab-shift")).noneMatch(row -> row.contains("Potassium"))
                .containsSequence("ALT||||||||", "  A (N=4)|1|Grade 0|1 (100%)|0|0|1 (100%)|0|0");
        assertThat(study.footnotes("lab-shift")).contains(
                "Without a grade or a reference range, and not shown: Potassium (1 grade of which nothing tells whether the value was low or high).");
    }

    /// Limits A1LO: 3.5 is below 4 (grade 1). Without any limit nothing is graded, and the range indicator serves.
    @Test
    void limitsAreThoseOfTheAnalysisRangeWhereTheOthersAreMissing() {
        String adlb = """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,A1LO,ANRIND,ABLFL
                1,WBC,Leukocytes (10*9/L),Baseline,0,6,4,NORMAL,Y
                1,WBC,Leukocytes (10*9/L),Week 4,4,3.5,4,LOW,
                """;
        assertThat(study(adlb).rows("lab-shift")).containsSequence("Leukocytes (10⁹/L), low||||||||",
                "  A (N=4)|1|Grade 0|1 (100%)|0|1 (100%)|0|0|0");
        assertThat(study(adlb.replace("A1LO", "OTHER")).rows("lab-shift")).containsSequence("Leukocytes (10⁹/L)||||||",
                "  A (N=4)|1|Normal|1 (100%)|1 (100%)|0|0");
    }
}
