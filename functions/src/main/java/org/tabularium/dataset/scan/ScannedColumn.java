package org.tabularium.dataset.scan;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.StoredNumbers;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.Variable;
import org.tabularium.dataset.dictionary.Capacity;
import org.tabularium.dataset.dictionary.PackedCodes;
import org.tabularium.dataset.dictionary.TextDictionary;
import org.tabularium.finding.Finding;

/// A column that grows while a file is scanned row by row: holds the current row's value, and keeps those of the rows that
/// have ended. What a value is in the file, and how it gets here, is each format's own.
public sealed interface ScannedColumn {

    Variable variable();

    /// Keeps a missing value, as of a row before the current one.
    void keepBlank();

    /// Keeps the value of the current row.
    void keep();

    /// Appends what another one kept of the rows that follow, as if this one had kept it. Ends the other's use.
    ///
    /// @param next of the same variable and file
    void append(ScannedColumn next);

    /// What was kept, as a column. Ends this one's use.
    Column column();

    /// A variable as a number of seconds that is shown as a time.
    private static Variable ofTimes(Variable variable) {
        return new Variable(variable.name(), variable.label(), Kind.NUMERIC, "TIME.");
    }

    /// Numbers.
    final class Numeric implements ScannedColumn {

        private Variable variable;
        private double[] values = {};
        private int size;
        private double current = Missing.DOT;

        public Numeric(Variable variable) {
            this.variable = variable;
        }

        /// Sets the current row's number.
        public void set(double number) {
            current = number;
        }

        /// Sets the current row's time; the column is then one of times.
        public void setTime(double seconds) {
            current = seconds;
            variable = ofTimes(variable);
        }

        @Override
        public Variable variable() {
            return variable;
        }

        @Override
        public void keepBlank() {
            double held = current;
            current = Missing.DOT;
            keep();
            current = held;
        }

        @Override
        public void keep() {
            values = size == values.length ? Arrays.copyOf(values, Capacity.grown(size, size + 1)) : values;
            values[size++] = current;
        }

        @Override
        public void append(ScannedColumn next) {
            Numeric other = (Numeric) next;
            int joined = Math.addExact(size, other.size);
            values = values.length < joined ? Arrays.copyOf(values, joined) : values;
            System.arraycopy(other.values, 0, values, size, other.size);
            size = joined;
            // Both began as the variable that the file declares: a difference says that one of them met a time.
            variable = other.variable.equals(variable) ? variable : ofTimes(variable);
            other.values = new double[0];
        }

        @Override
        public Column column() {
            // Room for half as many again at most, which a copy would not leave but needs besides while it is made.
            return new NumericColumn(variable, size, new StoredNumbers.Held(values));
        }
    }

    /// Text; or values whose kind the whole file decides, which are text until all of them were seen to be numbers.
    final class Textual implements ScannedColumn {

        private static final int WAITING = 1_024;

        private final Variable variable;
        private final TextDictionary dictionary;
        private final PackedCodes codes = PackedCodes.ofTexts(0);
        /// Codes on their way: many at once are packed faster than one after the other.
        private final int[] waiting = new int[WAITING];
        private int filled;
        private final boolean undeclared;
        private boolean open;
        private boolean times;
        private boolean commas;
        private int current;
        private @Nullable Finding doubt;

        /// A column of text.
        ///
        /// @param open whether the kind is still to be found: numeric where each text that is not empty is a number
        public Textual(Variable variable, TextDictionary dictionary, boolean open) {
            this.variable = variable;
            this.dictionary = dictionary;
            this.open = open;
            this.undeclared = open;
        }

        /// Sets the current row's text.
        ///
        /// @param code in the column's dictionary
        public void set(int code) {
            current = code;
        }

        /// Ends the question of its kind: text.
        public void settleAsText() {
            open = false;
        }

        /// Where its kind is still a question, it holds times: numbers of seconds.
        public void holdsTimes() {
            times = open;
        }

        /// Where its kind is still a question, a comma in a number may be decimal, as it separates no fields.
        public void mayHaveDecimalCommas() {
            commas = open;
        }

        /// The texts with points in place of decimal commas, where all would be numbers then; else as they are.
        private List<String> written() {
            List<String> texts = dictionary.values();
            return commas && texts.stream().anyMatch(DecimalText::hasDecimalComma)
                    && texts.stream()
                            .allMatch(text -> DecimalText.looksNumeric(text) || DecimalText.hasDecimalComma(text))
                                    ? texts.stream().map(text -> text.replace(',', '.')).toList()
                                    : texts;
        }

        /// Why values that look like numbers became text, once the [column][#column] was made; without its place.
        @Nullable
        Finding doubt() {
            return doubt;
        }

        @Override
        public Variable variable() {
            return variable;
        }

        @Override
        public void keepBlank() {
            int held = current;
            current = dictionary.code("");
            keep();
            current = held;
        }

        @Override
        public void keep() {
            waiting[filled++] = current;
            if (filled == WAITING) {
                codes.add(waiting, filled);
                filled = 0;
            }
        }

        private void pack() {
            codes.add(waiting, filled);
            filled = 0;
        }

        @Override
        public void append(ScannedColumn next) {
            Textual other = (Textual) next;
            pack();
            other.pack();
            int[] ours = other.dictionary.values().stream().mapToInt(dictionary::code).toArray();
            for (int from = 0; from < other.codes.size(); from += WAITING) {
                int count = Math.min(WAITING, other.codes.size() - from);
                other.codes.copy(from, count, waiting);
                for (int i = 0; i < count; i++) {
                    waiting[i] = ours[waiting[i]];
                }
                codes.add(waiting, count);
            }
            open &= other.open;
            times |= other.times;
        }

        @Override
        public Column column() {
            pack();
            if (open && times) {
                double[] seconds = dictionary.values().stream()
                        .mapToDouble(text -> ClockText.isTime(text) ? ClockText.seconds(text) : Missing.DOT).toArray();
                return new NumericColumn(ofTimes(variable), codes.size(), new StoredNumbers.Coded(codes, seconds));
            }
            List<String> written = open ? written() : dictionary.values();
            KindOfValues found = open ? KindOfValues.of(written) : new KindOfValues(Kind.TEXT, null);
            doubt = found.doubt() == null && undeclared && found.kind() == Kind.TEXT
                    ? KindOfValues.fewOthers(dictionary.values())
                    : found.doubt();
            if (found.kind() == Kind.TEXT) {
                return new TextColumn(variable, codes, dictionary.values());
            }
            double[] numbers = written.stream()
                    .mapToDouble(text -> DecimalText.isNotANumber(text) ? Missing.DOT : DecimalText.value(text)).toArray();
            Variable numeric = new Variable(variable.name(), variable.label(), Kind.NUMERIC, variable.format());
            return new NumericColumn(numeric, codes.size(), new StoredNumbers.Coded(codes, numbers));
        }
    }
}
