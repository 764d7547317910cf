package org.tabularium.selection;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Values that many studies have and one may lack: who asks for them and finds none has made no slip (CDISC controlled
/// terminology, and words in common use).
public final class StandardValues {

    private static final Set<String> LISTED = Set.of("MILD", "MODERATE", "SEVERE", "LIFE THREATENING", "LIFE-THREATENING",
            "FATAL", "FATAL/DEATH", "DEATH", "RECOVERED", "RESOLVED", "RECOVERED/RESOLVED", "NOT RECOVERED", "NOT RESOLVED",
            "NOT RECOVERED/NOT RESOLVED", "RECOVERING", "RESOLVING", "RECOVERING/RESOLVING", "RECOVERED/RESOLVED WITH SEQUELAE",
            "UNKNOWN", "ONGOING", "DRUG WITHDRAWN", "DRUG INTERRUPTED", "DOSE REDUCED", "DOSE INCREASED", "DOSE NOT CHANGED",
            "DOSE RATE REDUCED", "NOT APPLICABLE", "NOT EVALUABLE", "NONE", "RELATED", "NOT RELATED", "UNRELATED", "POSSIBLE",
            "POSSIBLY RELATED", "PROBABLE", "PROBABLY RELATED", "DEFINITE", "UNLIKELY", "UNLIKELY RELATED", "COMPLETED",
            "DISCONTINUED", "SCREEN FAILURE", "ADVERSE EVENT", "LACK OF EFFICACY", "LOST TO FOLLOW-UP", "PHYSICIAN DECISION",
            "PROTOCOL DEVIATION", "PROTOCOL VIOLATION", "PREGNANCY", "PROGRESSIVE DISEASE", "DISEASE RELAPSE",
            "STUDY TERMINATED BY SPONSOR", "WITHDRAWAL BY SUBJECT", "WITHDRAWAL BY PARENT/GUARDIAN", "NON-COMPLIANCE",
            "TECHNICAL PROBLEMS", "OTHER", "NORMAL", "ABNORMAL", "LOW", "HIGH", "LOW LOW", "HIGH HIGH", "POSITIVE", "NEGATIVE",
            "MALE", "FEMALE", "WHITE", "ASIAN", "BLACK OR AFRICAN AMERICAN", "AMERICAN INDIAN OR ALASKA NATIVE",
            "NATIVE HAWAIIAN OR OTHER PACIFIC ISLANDER", "MULTIPLE", "HISPANIC OR LATINO", "NOT HISPANIC OR LATINO", "YES", "NO",
            "CR", "PR", "SD", "PD", "NE", "NON-CR/NON-PD", "PRIOR", "CONCOMITANT", "FOLLOW-UP", "TREATMENT", "SCREENING",
            "BASELINE", "INCLUSION", "EXCLUSION", "LOCF", "WOCF", "BOCF", "MINIMUM", "MAXIMUM", "AVERAGE");
    private static final int FLAG = 2;

    private StandardValues() {}

    /// Whether a value is such a one, in any letter case; so is what is as short as a flag (Y, N, M, 1).
    public static boolean isKnown(String value) {
        return value.strip().length() <= FLAG || isListed(value);
    }

    /// Whether a value is such a one and no mere flag: its variable holds standard values.
    public static boolean isListed(String value) {
        return LISTED.contains(value.strip().toUpperCase(Locale.ROOT));
    }

    /// All of them, in alphabetical order.
    public static Set<String> all() {
        return new TreeSet<>(LISTED);
    }
}
