package org.tabularium.table.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signs and units as a report prints them; expected texts by hand.
class TypographyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0.3*10^9|0.3 × 10⁹", "1*10^9|1 × 10⁹", "KN5501 5*10^7 cells|KN5501 5 × 10⁷ cells", "4.5×10⁹|4.5 × 10⁹",
        "2x10**8|2 × 10⁸", "1 x 10^6/kg|1 × 10⁶/kg", "10^6|10⁶", "Dose level 2|Dose level 2", "2*10|2*10", "A*10^9B|A*10⁹B",
        "10 mg x 2|10 mg x 2", "DL10^A|DL10^A"})
    void powersOfTenOfDosesAreRaised(String written, String expected) {
        assertThat(Typography.dose(written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Platelets (10^9/L)|Platelets (10⁹/L)", "Platelets (x10^9/L)|Platelets (×10⁹/L)",
        "Leukocytes (10*9/L)|Leukocytes (10⁹/L)",
        "BMI (kg/m2)|BMI (kg/m²)", "eGFR (mL/min/1.73m2)|eGFR (mL/min/1.73m²)", "Creatinine (umol/L)|Creatinine (µmol/L)",
        "CD19 (cells/uL)|CD19 (cells/µL)", "Cells (/mm3)|Cells (/mm³)", "Age >=65 years|Age ≥65 years", "AM2 group|AM2 group",
        "Humoral (ng/mL)|Humoral (ng/mL)", "Type M2|Type M2", "AUC (h*ng/mL)|AUC (h·ng/mL)", "AUC (hr*ug/mL)|AUC (hr·µg/mL)",
        "A*B interaction|A*B interaction", "Dose (mg*)|Dose (mg*)", "Temperature (C)|Temperature (°C)",
        "Body Temperature (F)|Body Temperature (°F)", "Complement (C)|Complement (C)",
        "Bilirubin 1.5 x ULN|Bilirubin 1.5 × ULN", "ALT 3xULN|ALT 3 × ULN", "2 x ULNA|2 x ULNA"})
    void unitsOfLabelsAreSet(String written, String expected) {
        assertThat(Typography.label(written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "30-49|30–49", "65-80 years|65–80 years", ">=65|≥65", "-3|−3", "Day -1|Day −1", "2024-01-10|2024-01-10",
        "01-002|01-002", "7-3|7-3", "COVID-19|COVID-19", "701-1015|701-1015", "2.5-5|2.5–5", "1-2-3|1-2-3",
        "25-<30|25–<30", "25-<=30|25–≤30", "30-<25|30-<25"})
    void rangesAndNegativeNumbersOfLevelsAreSet(String written, String expected) {
        assertThat(Typography.level(written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-5,−5", "-5*,−5*", "-2.5,−2.5", "1-2,1-2", "-A,-A", "30-49,30-49"})
    void negativeNumbersOfListingsHaveAMinus(String written, String expected) {
        assertThat(Typography.value(written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "≤7.5 mg/day, below 0.3.|≤7·5 mg/day, below 0·3.", "CTCAE 5.0 by value|CTCAE 5.0 by value",
        "MedDRA version 27.1.|MedDRA version 27.1.", "30 mL/min/1.73 m²|30 mL/min/1·73 m²", "Table 14.3.1|Table 14.3.1",
        "C34.1 or 01.5|C34.1 or 01.5", "4.5 × 10⁹|4·5 × 10⁹"})
    void decimalNumbersHaveTheMarkOfTheStyleVersionsAndCodesDoNot(String written, String expected) {
        assertThat(Typography.decimals(written, '·')).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"PGA (0-3)|PGA (0–3)", "Code (3-0)|Code (3-0)"})
    void stepsOfAScoreAreARange(String written, String expected) {
        assertThat(Typography.label(written)).isEqualTo(expected);
    }
}
