package org.tabularium.selection;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.tabularium.dataset.TextColumn;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.shell.condition.Condition.Comparator;

/// Records by the texts of a column. Each distinct text is looked at once, not each row.
final class TextFilter {

    private TextFilter() {}

    /// Records with a word of some meaning, in whatever spellings the data have.
    ///
    /// @param usual the word that stands for it where the data have no other
    static Filter of(String variable, String usual, JoinedColumn field, Predicate<String> means) {
        List<String> found = ((TextColumn) field.column()).dictionary().stream().map(String::strip).distinct().filter(means)
                .sorted().toList();
        return new Filter(byDictionary(field, means), found.stream().allMatch(usual::equalsIgnoreCase)
                ? Clauses.equal(variable, usual)
                : Clauses.of(new Clause.Compare(variable, Comparator.IN, found)));
    }

    /// Tests the text of each row, of numbers as a person writes them.
    static IntPredicate rows(JoinedColumn field, Predicate<String> test) {
        return field.numeric() ? row -> test.test(field.text(row)) : byDictionary(field, test);
    }

    /// Tests each distinct value once instead of each row.
    static IntPredicate byDictionary(JoinedColumn field, Predicate<String> test) {
        TextColumn column = (TextColumn) field.column();
        boolean[] passes = new boolean[column.dictionary().size()];
        for (int code = 0; code < passes.length; code++) {
            passes[code] = test.test(column.dictionary().get(code).strip());
        }
        if (field.via() == null) {
            return new CodedPredicate(column, passes);
        }
        boolean passesMissing = test.test("");
        return row -> {
            int at = field.at(row);
            return at < 0 ? passesMissing : passes[column.code(at)];
        };
    }
}
