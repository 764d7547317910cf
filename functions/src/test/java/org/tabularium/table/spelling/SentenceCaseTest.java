package org.tabularium.table.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Terms as MedDRA and CDISC's controlled terminology write them in mixed case.
class SentenceCaseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ATRIAL FIBRILLATION|Atrial fibrillation",
        "ELECTROCARDIOGRAM ST SEGMENT DEPRESSION|Electrocardiogram ST segment depression",
        "BLACK OR AFRICAN AMERICAN|Black or African American",
        "AMERICAN INDIAN OR ALASKA NATIVE|American Indian or Alaska Native",
        "VITAMIN B12 DEFICIENCY|Vitamin B12 deficiency",
        "HEPATITIS B|Hepatitis B",
        "FALL FROM A HEIGHT|Fall from a height",
        "ALZHEIMER'S DISEASE|Alzheimer's disease",
        "Already mixed CASE|Already mixed CASE",
        "URTI|URTI", "III+V|III+V", "STAGE IIIA|Stage IIIA", "IIIB|IIIB", "CLASS VIII|Class VIII", "VIA MOUTH|Via mouth",
        "MED|Med",
        "HEPATITIS A|Hepatitis A", "INFLUENZA A VIRUS TEST POSITIVE|Influenza A virus test positive",
        "BURN OF A FINGER|Burn of a finger",
        "USA|USA", "LOST TO FOLLOW-UP|Lost to follow-up", "KN5601-A COHORT|KN5601-A cohort", "LOW|Low", "CR|CR",
        "IV INFUSION|IV infusion", "NON-COMPLIANCE WITH STUDY DRUG|Non-compliance with study drug",
        "SARS-COV-2 TEST POSITIVE|SARS-COV-2 test positive", "LIFE-THREATENING|Life-threatening",
        "T-CELL LYMPHOMA|T-cell lymphoma",
        "PD-L1 POSITIVE|PD-L1 positive", "CAR-T|CAR-T", "BCMA EXPRESSION HIGH|BCMA expression high", "HAN CHINESE|Han Chinese",
        "ANTI-DRUG ANTIBODY|Anti-drug antibody", "SOUTH KOREA|South Korea", "RT-PCR POSITIVE|RT-PCR positive"})
    void upperCaseBecomesASentence(String written, String expected) {
        assertThat(SentenceCase.of(written)).isEqualTo(expected);
    }
}
