package org.tabularium.table.wording;

import org.tabularium.result.display.Remark;

/// The sentence of each remark.
public final class RemarkWords {

    private final PrintedNames names;

    public RemarkWords(PrintedNames names) {
        this.names = names;
    }

    /// A footnote.
    public String of(Remark remark) {
        return names.ofNumbers(Vocabulary.of(remark, names));
    }

    static String within(Remark.Within remark, PrintedNames names) {
        return "Subgroup " + names.ofVariable(remark.variable()) + " = " + names.ofLevel(remark.variable(), remark.level()) + ": "
                + Vocabulary.of(remark.remark(), names);
    }
}
