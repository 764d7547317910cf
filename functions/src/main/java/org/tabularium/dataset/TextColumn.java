package org.tabularium.dataset;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.dictionary.DistinctTexts;
import org.tabularium.dataset.dictionary.PackedCodes;

/// Text as dictionary codes: each distinct value is stored once, each row is a code. Trailing blanks are not part of a value, as
/// in SAS.
public final class TextColumn implements Column {

    private final Variable variable;
    private final PackedCodes codes;
    private final List<String> dictionary;
    private final boolean[] missing;
    private @Nullable CodeUses uses;

    /// Takes ownership of `codes`; the caller must not change them afterwards.
    ///
    /// @param codes index into the dictionary, one a row
    /// @param dictionary distinct values without trailing blanks; the empty string is the missing value
    public TextColumn(Variable variable, int[] codes, List<String> dictionary) {
        this(variable, PackedCodes.of(codes), dictionary);
    }

    /// Takes ownership of `codes`, and of the dictionary where that is [DistinctTexts].
    ///
    /// @param dictionary distinct values without trailing blanks
    public TextColumn(Variable variable, PackedCodes codes, List<String> dictionary) {
        this(variable, codes, DistinctTexts.of(dictionary), missing(dictionary));
    }

    private TextColumn(Variable variable, PackedCodes codes, List<String> dictionary, boolean[] missing) {
        this.variable = variable;
        this.codes = codes;
        this.dictionary = dictionary;
        this.missing = missing;
    }

    private static boolean[] missing(List<String> dictionary) {
        boolean[] missing = new boolean[dictionary.size()];
        int code = 0;
        for (String text : dictionary) {
            missing[code++] = text.isBlank();
        }
        return missing;
    }

    /// Text given row by row.
    ///
    /// @param values one a row, without trailing blanks; empty for missing
    public static TextColumn of(Variable variable, List<String> values) {
        Map<String, Integer> known = new HashMap<>();
        List<String> dictionary = new ArrayList<>();
        int[] codes = new int[values.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = known.computeIfAbsent(values.get(row), value -> {
                dictionary.add(value);
                return dictionary.size() - 1;
            });
        }
        return new TextColumn(variable, codes, dictionary);
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public int size() {
        return codes.size();
    }

    @Override
    public boolean isMissing(int row) {
        return missing[codes.get(row)];
    }

    @Override
    public BitSet missing() {
        return mayBeMissing() ? rows(missing) : new BitSet();
    }

    private boolean mayBeMissing() {
        for (boolean blank : missing) {
            if (blank) {
                return true;
            }
        }
        return false;
    }

    /// The value; empty where it is missing.
    public String value(int row) {
        return dictionary.get(codes.get(row));
    }

    PackedCodes packed() {
        return codes;
    }

    /// The same column on these codes, which are the same.
    TextColumn sharing(PackedCodes same) {
        return same == codes ? this : new TextColumn(variable, same, dictionary, missing);
    }

    /// Whether both have the same distinct values, many, in the same order. False of few, which are not looked at.
    public boolean isOnTextsOf(TextColumn other) {
        return dictionary instanceof DistinctTexts own && other.dictionary instanceof DistinctTexts others && own.areMany(others);
    }

    /// The same column, which has its many distinct values from another one where those are the same: identifiers of subjects,
    /// which each dataset has in the same order.
    public TextColumn withTextsOf(TextColumn other) {
        return isOnTextsOf(other) ? new TextColumn(variable, codes, other.dictionary, other.missing) : this;
    }

    /// Whether each row has the value of its own number: the first one 0, the next one 1 and so on, as distinct identifiers
    /// have.
    public boolean isInOrder() {
        return dictionary.size() == size() && codes.isCounting();
    }

    /// The dictionary code of the row.
    public int code(int row) {
        return codes.get(row);
    }

    /// The dictionary codes of rows that follow each other.
    public void codes(int from, int count, int[] into) {
        codes.copy(from, count, into);
    }

    /// The rows whose values pass.
    ///
    /// @param passes by code
    public BitSet rows(boolean[] passes) {
        return codes.rows(passes);
    }

    /// How many rows have each value, and the first of them. Counted once.
    public synchronized CodeUses uses() {
        CodeUses found = uses;
        if (found == null) {
            found = CodeUses.of(codes, dictionary.size());
            uses = found;
        }
        return found;
    }

    /// Whether [#pairs] can be asked for: the pairs of values of both columns are not too many.
    public boolean hasFewPairs(TextColumn other) {
        return PairUses.areFew(dictionary.size(), other.dictionary.size());
    }

    /// How many rows have each value of this column with each of another one of the same dataset; counted anew each time.
    public PairUses pairs(TextColumn other) {
        return PairUses.of(codes, dictionary.size(), other.codes, other.dictionary.size());
    }

    /// The distinct values, by code. May hold values that no row has.
    public List<String> dictionary() {
        return dictionary;
    }

    /// The same values under another name.
    @Override
    public TextColumn named(String name) {
        return describedAs(new Variable(name, variable.label(), variable.kind(), variable.format()));
    }

    @Override
    public TextColumn describedAs(Variable other) {
        return new TextColumn(other, codes, dictionary, missing);
    }
}
