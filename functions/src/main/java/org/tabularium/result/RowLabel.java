package org.tabularium.result;

/// What names a row. The table stage makes the text: codes are decoded and labels looked up there.
public sealed interface RowLabel {

    /// A text that stands as it is.
    record Fixed(String text) implements RowLabel {}

    /// A variable of a dataset, by its label, with what the stub says of its cells: `, n (%)` or nothing.
    record OfVariable(String dataset, String variable, String suffix) implements RowLabel {}

    /// A text with an arm in it: `Comparison with ` Placebo `, p-value`.
    record OfArm(String before, String arm, String after) implements RowLabel {}

    /// A level of a variable.
    record OfLevel(String variable, String level) implements RowLabel {}

    /// A level of a variable after a word: `Baseline abnormal`.
    record OfLevelAfter(String word, String variable, String level) implements RowLabel {}
}
