package org.tabularium.table.wording;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What flags, codes and variables of events are called where study.yaml does not name them.
public final class UsualNames {

    private static final Map<String, String> FLAGS = Map.ofEntries(
            Map.entry("SCRFFL", "Screen failures"),
            Map.entry("ENRLFL", "Enrolled"),
            Map.entry("ITTFL", "Intent-to-treat population"),
            Map.entry("FASFL", "Full analysis set"),
            Map.entry("RANDFL", "Randomised"),
            Map.entry("MITTFL", "Modified intent-to-treat population"),
            Map.entry("COMPLFL", "Completers"),
            Map.entry("PKFL", "Pharmacokinetic population"),
            Map.entry("PDFL", "Pharmacodynamic population"),
            Map.entry("IMMFL", "Immunogenicity population"),
            Map.entry("SAFFL", "Safety population"),
            Map.entry("EFFFL", "Efficacy population"),
            Map.entry("PPROTFL", "Per-protocol population"),
            Map.entry("INFFL", "Infused"),
            Map.entry("DLTEVLFL", "DLT-evaluable"),
            Map.entry("DTHFL", "Died"));

    private static final Map<String, Map<String, String>> CODES = Map.of(
            "SEX", Map.of("M", "Male", "F", "Female", "U", "Unknown", "UNDIFFERENTIATED", "Undifferentiated"));

    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("SLEDAI2K", "SLEDAI-2K"),
            Map.entry("CSLEDAI", "clinical SLEDAI-2K"),
            Map.entry("BILAG", "BILAG-2004"),
            Map.entry("PREDDOSE", "prednisolone dose"),
            Map.entry("SRI4", "SRI-4"),
            Map.entry("SRI5", "SRI-5"),
            Map.entry("SRI6", "SRI-6"),
            Map.entry("SRI7", "SRI-7"),
            Map.entry("SRI8", "SRI-8"),
            Map.entry("DORIS", "DORIS remission"),
            Map.entry("FLARE", "Flare"),
            Map.entry("RELAPSE", "Relapse"),
            Map.entry("HEMANEM", "haemolytic anaemia"),
            Map.entry("GIACT", "gastrointestinal activity"),
            Map.entry("IMMSTAB", "stable immunosuppression"),
            Map.entry("ALT", "alanine aminotransferase"),
            Map.entry("AST", "aspartate aminotransferase"),
            Map.entry("ALP", "alkaline phosphatase"),
            Map.entry("BILI", "bilirubin"),
            Map.entry("EGFR", "eGFR"),
            Map.entry("UPCR", "urine protein–creatinine ratio"),
            Map.entry("URBC", "urine red blood cells"));

    /// Labels that CDISC gives variables, in small letters without their last number, and what a writer prints in their place.
    /// The label of the standard says where a variable comes from, not what a reader calls it.
    private static final Map<String, String> STOCK = Map.ofEntries(
            Map.entry("pooled age group", "Age group"),
            Map.entry("pooled race group", "Race group"),
            Map.entry("pooled ethnicity group", "Ethnicity group"),
            Map.entry("pooled site group", "Site group"),
            Map.entry("geographic region", "Region"),
            Map.entry("study site identifier", "Site"),
            Map.entry("subject identifier for the study", "Subject"),
            Map.entry("unique subject identifier", "Subject"),
            Map.entry("description of planned arm", "Planned arm"),
            Map.entry("description of actual arm", "Actual arm"),
            Map.entry("planned treatment for period", "Planned treatment"),
            Map.entry("actual treatment for period", "Actual treatment"),
            Map.entry("severity/intensity", "Severity"),
            Map.entry("analysis severity/intensity", "Severity"),
            Map.entry("standard toxicity grade", "Grade"),
            Map.entry("analysis toxicity grade", "Grade"));

    private static final Pattern LAST_NUMBER = Pattern.compile("\\s+\\d{1,2}(\\s*\\(N\\))?$|\\s*\\(N\\)$");

    private static final Map<String, String> YES_NO = Map.of("Y", "Yes", "N", "No");

    /// Levels of dictionaries, as titles call them too; every other variable has the label of the data.
    private static final Map<String, String> OF_TERMS = Map.ofEntries(
            Map.entry("AEBODSYS", "System organ class"),
            Map.entry("AESOC", "System organ class"),
            Map.entry("AEDECOD", "Preferred term"),
            Map.entry("AETERM", "Reported term"),
            Map.entry("SMQ01NAM", "Query"),
            Map.entry("MHBODSYS", "System organ class"),
            Map.entry("MHSOC", "System organ class"),
            Map.entry("MHDECOD", "Preferred term"),
            Map.entry("MHTERM", "Reported term"),
            Map.entry("CMCLAS", "Medication class"),
            Map.entry("CMDECOD", "Preferred term"),
            Map.entry("CMTRT", "Reported name"),
            Map.entry("DVCAT", "Category"),
            Map.entry("DVDECOD", "Deviation"),
            Map.entry("DVTERM", "Reported term"));

    /// Places as titles call them.
    private static final Map<String, String> OF_PLACES = Map.of("REGION1", "Region", "COUNTRY", "Country", "SITEID", "Site");

    private UsualNames() {}

    /// A flag of ADSL that is known.
    public static Optional<String> ofFlag(String variable) {
        return Optional.ofNullable(FLAGS.get(variable));
    }

    /// A code of a variable that is known, in any letter case.
    public static Optional<String> ofCode(String variable, String code) {
        return Optional.ofNullable(CODES.getOrDefault(variable, Map.of()).get(code.toUpperCase(Locale.ROOT)));
    }

    /// What a writer prints in place of a label that is the one of CDISC's standard: "Age group" of "Pooled Age Group 1".
    public static Optional<String> ofStock(String label) {
        String plain = LAST_NUMBER.matcher(label.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
        return Optional.ofNullable(STOCK.get(plain));
    }

    /// Yes and no of a variable whose values are such answers.
    public static Optional<String> ofAnswer(String code) {
        return Optional.ofNullable(YES_NO.get(code));
    }

    /// A parameter by our PARAMCD.
    public static Optional<String> ofParameter(String code) {
        return Optional.ofNullable(PARAMETERS.get(code));
    }

    /// A level of a dictionary that is known; empty for any other variable.
    public static String ofTerms(String variable) {
        return OF_TERMS.getOrDefault(variable, "");
    }

    /// What a title calls a variable of places; empty for any other.
    public static Optional<String> inTitle(String variable) {
        return Optional.ofNullable(OF_PLACES.get(variable));
    }
}
