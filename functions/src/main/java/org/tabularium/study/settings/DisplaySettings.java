package org.tabularium.study.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What study.yaml says of printed words: `labels`, `levels`, `categorical`, `case`, `abbreviations`.
///
/// @param labels variable, PARAMCD or arm → how it is printed
/// @param levels variable → its value as the data write it → how it is printed
/// @param categorical variables whose numbers are codes: counted by level, never averaged
/// @param letterCase what becomes of values in capital letters
/// @param abbreviations abbreviation → what it stands for, beside the known ones
public record DisplaySettings(
        Map<String, String> labels,
        Map<String, Map<String, String>> levels,
        List<String> categorical,
        LetterCase letterCase,
        Map<String, String> abbreviations) {

    /// What study.yaml without any of the keys means.
    public static final DisplaySettings DEFAULT = new DisplaySettings(Map.of(), Map.of(), List.of(), LetterCase.BY_RULE,
            Map.of());

    /// What study.yaml calls a variable, a PARAMCD or an arm: as it stands there, else in any letter case.
    public Optional<String> label(String name) {
        String exact = labels.get(name);
        return exact != null
                ? Optional.of(exact)
                : labels.entrySet().stream().filter(entry -> entry.getKey().strip().equalsIgnoreCase(name.strip()))
                        .map(Map.Entry::getValue).findFirst();
    }

    /// What becomes of values in capital letters.
    public enum LetterCase {
        /// Dictionary terms, mixed case, abbreviations and codes stay; other variables in capitals throughout are shown in
        /// sentence case.
        BY_RULE,
        /// Everything stays as delivered.
        AS_IS,
        /// All values in capitals are shown in sentence case, dictionary terms too.
        SENTENCE
    }
}
