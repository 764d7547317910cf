package org.tabularium.study.records;

import java.util.Locale;
import java.util.regex.Pattern;

/// Words by which a form says that there was nothing to report, where a record of each event, condition, medication or deviation
/// is expected: "No adverse events", "None", "No relevant medical history".
public final class NothingReported {

    private static final Pattern BLANKS = Pattern.compile("(?U)[\\s\u00a0_]+");
    private static final Pattern WORDS = Pattern.compile("(?:none|nil|no|n/a|na|not applicable|nothing|nothing to report"
            + "|none (?:known|reported|observed|noted|recorded)"
            + "|no (?:(?:relevant|significant|clinically significant|known|other|further|prior|previous|concomitant|past|adverse"
            + "|important|protocol|study|treatment-emergent) )*"
            + "(?:events?|event\\(s\\)|aes?|ae\\(s\\)|experiences?|medical history|history|medical conditions?|conditions?|diseases?"
            + "|medications?|medication\\(s\\)|therap(?:y|ies)|drugs?|deviations?|deviation\\(s\\)|violations?)"
            + "(?: (?:was|were|has been|have been))?(?: (?:reported|observed|recorded|known|noted|taken))?"
            + "|无|无不良事件|无既往病史|无合并用药)[.!]?");

    private NothingReported() {}

    /// Whether a term says that there was nothing.
    public static boolean says(String term) {
        return WORDS.matcher(BLANKS.matcher(term.strip()).replaceAll(" ").toLowerCase(Locale.ROOT)).matches();
    }
}
