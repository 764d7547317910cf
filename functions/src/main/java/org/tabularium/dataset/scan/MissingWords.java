package org.tabularium.dataset.scan;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;

/// Texts that stand for no value at all, as people and spreadsheets write them: they are values as any other, which is said.
///
/// `NA` is not among them: CSV knows it, and it is an answer (not applicable) or a country. Nor are words such as UNKNOWN, which
/// are terms of code lists.
final class MissingWords {

    private static final Set<String> WORDS = Set.of(".", "..", "-", "--", "?", "N/A", "N.A.", "NULL", "NAN", "MISSING", "#N/A",
            "#DIV/0!",
            "#VALUE!",
            "#REF!", "#NAME?", "#NUM!", "#NULL!");

    private MissingWords() {}

    static void find(String dataset, TextColumn column, Consumer<Finding> notes) {
        List<String> found = column.dictionary().stream().map(String::strip)
                .filter(value -> WORDS.contains(value.toUpperCase(Locale.ROOT))).distinct().toList();
        if (!found.isEmpty()) {
            String others = found.size() == 1 ? "" : "; so do " + String.join(", ", found.subList(1, found.size()));
            notes.accept(Finding.warning("MISSING_WORD", "stands for a missing value, but counts as a value of its own" + others)
                    .in(dataset).of(column.variable().name()).value(found.getFirst()).remedy("leave the cell empty"));
        }
    }
}
