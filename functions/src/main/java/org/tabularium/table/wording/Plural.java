package org.tabularium.table.wording;

/// A sentence for one and for several.
final class Plural {

    private Plural() {}

    /// The sentence for a count, with the count in place of `{n}`.
    static String of(long count, String one, String several) {
        return (count == 1 ? one : several).replace("{n}", String.valueOf(count));
    }
}
