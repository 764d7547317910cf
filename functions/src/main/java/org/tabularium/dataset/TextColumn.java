package org.tabularium.dataset;

import java.util.List;

/// Text as dictionary codes: each distinct value is stored once, each row is an int. Trailing blanks are not part of a value, as in SAS.
public final class TextColumn implements Column {

    private final Variable variable;
    private final int[] codes;
    private final List<String> dictionary;

    /// Takes ownership of `codes`; the caller must not change them afterwards.
    ///
    /// @param codes index into the dictionary, one a row
    /// @param dictionary distinct values without trailing blanks; the empty string is the missing value
    public TextColumn(Variable variable, int[] codes, List<String> dictionary) {
        this.variable = variable;
        this.codes = codes;
        this.dictionary = List.copyOf(dictionary);
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
        return dictionary.get(codes[row]).isBlank();
    }

    /// The value; empty where it is missing.
    public String value(int row) {
        return dictionary.get(codes[row]);
    }

    /// The dictionary code of the row.
    public int code(int row) {
        return codes[row];
    }

    /// The distinct values, by code. May hold values that no row has.
    public List<String> dictionary() {
        return dictionary;
    }

    /// The same values under another name.
    @Override
    public TextColumn named(String name) {
        return new TextColumn(new Variable(name, variable.label(), variable.kind(), variable.format()), codes, dictionary);
    }
}
