package org.tabularium.selection;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.ValueText;

/// A variable as a row of some dataset sees it: of the dataset itself, or of ADSL by way of the row's subject.
///
/// @param column where the values are
/// @param via for each row the row of `column`, −1 for none; null where they are the same
public record JoinedColumn(Column column, @Nullable RowSubjects via) {

    public boolean numeric() {
        return column instanceof NumericColumn;
    }

    /// Whether it is certain, without looking at any row, that every row has a value.
    public boolean isAlwaysThere() {
        return via == null && column instanceof NumericColumn numbers && !numbers.mayBeMissing();
    }

    public boolean isMissing(int row) {
        int at = at(row);
        return at < 0 || column.isMissing(at);
    }

    /// The value as text; empty where missing.
    public String text(int row) {
        int at = at(row);
        return at < 0 ? "" : ValueText.text(column, at);
    }

    /// The distinct texts of the first rows, in the order in which they come.
    public Set<String> texts(int rows) {
        Set<String> texts = new LinkedHashSet<>();
        BitSet seen = new BitSet();
        for (int row = 0; row < rows; row++) {
            int at = at(row);
            boolean known = at >= 0 && column instanceof TextColumn coded && seen.get(coded.code(at));
            if (!known) {
                texts.add(text(row));
                if (at >= 0 && column instanceof TextColumn coded) {
                    seen.set(coded.code(at));
                }
            }
        }
        return texts;
    }

    /// How many of some rows have each text, in the order in which it comes first. Each distinct text is made once, not each
    /// row's.
    public Map<String, Integer> counts(int[] rows) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (via != null || !(column instanceof TextColumn coded)) {
            for (int row : rows) {
                counts.merge(text(row), 1, Integer::sum);
            }
            return counts;
        }
        int[] ofCode = new int[coded.dictionary().size()];
        int[] order = new int[ofCode.length];
        int met = 0;
        for (int row : rows) {
            int code = coded.code(row);
            if (ofCode[code]++ == 0) {
                order[met++] = code;
            }
        }
        for (int i = 0; i < met; i++) {
            counts.merge(coded.dictionary().get(order[i]).strip(), ofCode[order[i]], Integer::sum);
        }
        return counts;
    }

    /// What no row satisfies.
    static final IntPredicate NEVER = row -> false;

    /// Whether a row has this text, in any letter case. Each distinct value is compared once, not each row; [#NEVER] where none
    /// is this one.
    public IntPredicate is(String text) {
        if (!(column instanceof TextColumn texts)) {
            return row -> text(row).equalsIgnoreCase(text);
        }
        boolean[] same = new boolean[texts.dictionary().size()];
        boolean any = text.isEmpty();
        for (int code = 0; code < same.length; code++) {
            same[code] = texts.dictionary().get(code).strip().equalsIgnoreCase(text);
            any |= same[code];
        }
        if (!any) {
            return NEVER;
        }
        return via == null ? new CodedPredicate(texts, same) : row -> {
            int at = at(row);
            return at < 0 ? text.isEmpty() : same[texts.code(at)];
        };
    }

    /// The number; NaN where missing or not numeric.
    public double number(int row) {
        int at = at(row);
        return at >= 0 && column instanceof NumericColumn numbers ? numbers.value(at) : Double.NaN;
    }

    /// The row of the column that this row sees; −1 for none.
    public int at(int row) {
        return via == null ? row : via.of(row);
    }
}
