package org.tabularium.dataset.xlsx;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.Variable;
import org.tabularium.dataset.dictionary.CharDictionary;
import org.tabularium.dataset.encoding.TextDecoding;
import org.tabularium.dataset.scan.ClockText;
import org.tabularium.dataset.scan.DecimalText;
import org.tabularium.dataset.scan.ScannedColumn;
import org.tabularium.finding.Finding;

/// Takes the cells of one variable of a workbook to its column. Kinds are found as in CSV, but cells know more: text by itself
/// settles the question.
sealed interface XlsxColumn {

    /// Takes the cell of the current row.
    ///
    /// @param textual whether it is text by itself, no number
    /// @param time whether its format shows a time of day or an elapsed one
    /// @return why the cell cannot be held, without its place; null where all is well
    @Nullable
    Finding accept(String text, boolean textual, boolean time);

    ScannedColumn column();

    /// A column of a kind.
    ///
    /// @param kind empty where the values decide
    static XlsxColumn of(Variable variable, Optional<Kind> kind) {
        return kind.isPresent() && kind.get() == Kind.NUMERIC
                ? new Numeric(new ScannedColumn.Numeric(variable))
                : new Textual(variable, kind.isEmpty());
    }

    /// A variable that is known to be numeric.
    final class Numeric implements XlsxColumn {

        private final ScannedColumn.Numeric column;
        private boolean times;
        private boolean numbers;
        private long notAvailable;

        private Numeric(ScannedColumn.Numeric column) {
            this.column = column;
        }

        @Override
        public ScannedColumn column() {
            return column;
        }

        /// How many cells hold R's missing value, or what programs write for a number that is none.
        long notAvailable() {
            return notAvailable;
        }

        @Override
        public @Nullable Finding accept(String text, boolean textual, boolean time) {
            if (textual && (text.strip().equals("NA") || DecimalText.isNotANumber(text))) {
                notAvailable++;
                column.set(Missing.DOT);
                return null;
            }
            boolean clock = time && ClockText.isTime(text);
            times |= clock;
            numbers |= !clock && !text.isBlank() && !DecimalText.isMissing(text);
            if (clock && !numbers) {
                column.setTime(ClockText.seconds(text));
                return null;
            }
            if (clock || (times && numbers) || !DecimalText.isNumber(text)) {
                return Finding.error("INVALID_NUMBER", "is not a number").value(text)
                        .remedy("give a plain number, and leave the cell empty where there is no value");
            }
            column.set(DecimalText.value(text));
            return null;
        }
    }

    /// A variable that is text, or whose kind the whole file decides.
    final class Textual implements XlsxColumn {

        private final CharDictionary dictionary = new CharDictionary();
        private final ScannedColumn.Textual column;
        private int checked;
        private boolean times;
        private boolean others;
        private final boolean undeclared;
        private boolean numbers;
        private long texts;

        private Textual(Variable variable, boolean open) {
            this.column = new ScannedColumn.Textual(variable, dictionary, open);
            this.undeclared = open;
        }

        /// How many cells hold digits as text where all others hold numbers, in a variable whose kind nothing declares.
        long digitsAmongNumbers() {
            return undeclared && numbers && dictionary.values().stream().allMatch(DecimalText::isNumber) ? texts : 0;
        }

        @Override
        public ScannedColumn column() {
            return column;
        }

        @Override
        public @Nullable Finding accept(String text, boolean textual, boolean time) {
            if (!text.isBlank() && !DecimalText.isMissing(text)) {
                boolean clock = time && ClockText.isTime(text);
                numbers |= !textual;
                texts += textual ? 1 : 0;
                times |= clock;
                others |= !clock;
                if ((textual && !clock) || (times && others)) {
                    column.settleAsText();
                } else if (clock) {
                    column.holdsTimes();
                }
            }
            column.set(dictionary.code(text));
            return dictionary.size() > checked && !TextDecoding.isText(dictionary.value(checked++))
                    ? Finding.error("INVALID_TEXT", "there is a zero character or half of a surrogate pair in it")
                            .remedy("write the text without it")
                    : null;
        }
    }
}
