package org.tabularium.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tabularium.dataset.AdamVariables;
import org.tabularium.dataset.Column;
import org.tabularium.study.StudyData;

/// What variables and their levels are called in text. Results keep the codes.
final class Labels {

    private static final Map<String, String> FLAGS = Map.ofEntries(
            Map.entry("SCRFFL", "Screen failures"),
            Map.entry("ENRLFL", "Enrolled"),
            Map.entry("ITTFL", "Intent-to-treat population"),
            Map.entry("FASFL", "Full analysis set"),
            Map.entry("SAFFL", "Safety population"),
            Map.entry("EFFFL", "Efficacy population"),
            Map.entry("PPROTFL", "Per-protocol population"),
            Map.entry("INFFL", "Infused"),
            Map.entry("DLTEVLFL", "DLT-evaluable"),
            Map.entry("DTHFL", "Died"));

    private static final Map<String, Map<String, String>> CODES = Map.of(
            "SEX", Map.of("M", "Male", "F", "Female", "U", "Unknown", "UNDIFFERENTIATED", "Undifferentiated"));

    private static final Map<String, String> YES_NO = Map.of("Y", "Yes", "N", "No");

    /// Variables whose values are names that stand as they are.
    private static final Set<String> NAMES = Set.of("USUBJID", "SUBJID", "SITEID", "STUDYID", "TRT01A", "TRT01P", "ARM", "ACTARM",
            "AVISIT", "COUNTRY", "AETERM");

    private final StudyData data;

    Labels(StudyData data) {
        this.data = data;
    }

    /// A variable's label with its unit: "Age (years)".
    String ofVariable(String dataset, String variable) {
        String flag = FLAGS.get(variable);
        if (flag != null) {
            return flag;
        }
        String label = data.dataset(dataset)
                .flatMap(d -> d.column(variable))
                .map(Column::variable)
                .map(v -> v.label().strip())
                .filter(l -> !l.isEmpty())
                .orElseGet(() -> AdamVariables.label(variable));
        if (label.isEmpty()) {
            return variable;
        }
        if (variable.equals("AGE") && !label.contains("(") && !label.toLowerCase(Locale.ROOT).contains("year")) {
            return label + " (years)";
        }
        return variable.endsWith("FL") ? withoutFlag(label) : label;
    }

    /// "Completers of Week 24 Population Flag" is "Completers of Week 24".
    private static String withoutFlag(String label) {
        String short1 = label.replaceFirst("(?i)\\s+flag$", "");
        return short1.replaceFirst("(?i)\\s+population$", "");
    }

    /// A level in text.
    String ofLevel(String variable, String level) {
        String code = CODES.getOrDefault(variable, Map.of()).get(level.toUpperCase(Locale.ROOT));
        if (code != null) {
            return code;
        }
        if (YES_NO.containsKey(level)) {
            return YES_NO.getOrDefault(level, level);
        }
        return NAMES.contains(variable) ? level : SentenceCase.of(level);
    }

    /// A listing's text: terms in sentence case, names and identifiers as they are.
    ///
    /// @param variable several joined by `/` where the cell shows them together
    String inListing(String variable, String text) {
        boolean name = Arrays.stream(variable.split("/", -1)).anyMatch(NAMES::contains);
        return name ? text : SentenceCase.of(text);
    }
}
