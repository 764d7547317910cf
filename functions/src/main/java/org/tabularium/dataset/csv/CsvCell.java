package org.tabularium.dataset.csv;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.Variable;
import org.tabularium.dataset.dictionary.Utf8Dictionary;
import org.tabularium.dataset.scan.DecimalText;
import org.tabularium.dataset.scan.ScannedColumn;

/// Takes the fields of one variable of a CSV file to its column.
sealed interface CsvCell extends CsvRecords.Sink {

    ScannedColumn column();

    /// The first of the numbers whose points may stand between thousands; empty where none may, or where all do not.
    String thousands();

    /// The first of the numbers whose commas may stand between thousands; empty where none may, or where all do not.
    String thousandsByComma();

    /// How numbers with a decimal comma were met.
    DecimalCommas commas();

    /// A cell for a variable of a format that declares no kinds.
    ///
    /// @param kind empty where the values decide
    /// @param commasAreFree whether commas separate no fields, so that they may be decimal and points stand between thousands
    static CsvCell of(Variable variable, Optional<Kind> kind, boolean commasAreFree) {
        return kind.isPresent() && kind.get() == Kind.NUMERIC
                ? new Numeric(variable, commasAreFree)
                : new Textual(variable, kind.isEmpty(), commasAreFree);
    }

    /// Whether the field is R's missing value: NA without quotes.
    private static boolean isNa(byte[] bytes, int from, int to, boolean quoted) {
        return to - from == 2 && !quoted && bytes[from] == 'N' && bytes[from + 1] == 'A';
    }

    /// A variable that is known to be numeric.
    final class Numeric implements CsvCell {

        private final ScannedColumn.Numeric column;
        private final boolean commasAreFree;
        private final ThousandsPoints thousands;
        private final ThousandsPoints byComma;
        private final DecimalCommas commas = new DecimalCommas();
        private @Nullable String problem;

        private Numeric(Variable variable, boolean commasAreFree) {
            this.commasAreFree = commasAreFree;
            this.thousands = new ThousandsPoints(commasAreFree);
            this.byComma = new ThousandsPoints(commasAreFree);
            this.column = new ScannedColumn.Numeric(variable);
        }

        @Override
        public ScannedColumn column() {
            return column;
        }

        /// The first field that was no number; null where there was none.
        @Nullable
        String problem() {
            return problem;
        }

        @Override
        public String thousands() {
            return thousands.first();
        }

        @Override
        public String thousandsByComma() {
            return byComma.first();
        }

        @Override
        public DecimalCommas commas() {
            return commas;
        }

        @Override
        public void accept(byte[] bytes, int from, int to, boolean quoted) {
            double number = PlainDecimal.parse(bytes, from, to);
            if (commasAreFree) {
                look(bytes, from, to, Double.isNaN(number));
            }
            column.set(Double.isNaN(number) ? other(bytes, from, to, quoted) : number);
        }

        /// What points and commas mean where commas separate no fields.
        private void look(byte[] bytes, int from, int to, boolean odd) {
            boolean point = hasPoint(bytes, from, to);
            boolean open = to - from > 3 || point;
            boolean settles = open && (thousands.isOpen() || byComma.isOpen());
            if (settles || (odd && to > from) || (point && !commas.hasPoint())) {
                String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
                commas.look(text);
                thousands.lookIfOpen(text);
                byComma.lookIfOpen(DecimalCommas.exchanged(text));
            }
        }

        private static boolean hasPoint(byte[] bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                if (bytes[i] == '.') {
                    return true;
                }
            }
            return false;
        }

        /// What is no plain number: a missing value, a number with an exponent or blanks around it, or something else.
        private double other(byte[] bytes, int from, int to, boolean quoted) {
            if (from == to || isNa(bytes, from, to, quoted)) {
                return Missing.DOT;
            }
            String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            if (!quoted && DecimalText.isNotANumber(text)) {
                return Missing.DOT;
            }
            if (DecimalText.isNumber(text)) {
                return DecimalText.value(text);
            }
            if (commasAreFree && DecimalText.hasDecimalComma(text)) {
                return DecimalText.value(DecimalCommas.asPoint(text));
            }
            problem = problem == null ? text : problem;
            return Missing.DOT;
        }
    }

    /// A variable that is text, or whose kind the whole file decides.
    final class Textual implements CsvCell {

        private final Utf8Dictionary dictionary = new Utf8Dictionary();
        private final ScannedColumn.Textual column;
        private long notAvailable;

        private Textual(Variable variable, boolean open, boolean commasAreFree) {
            this.column = new ScannedColumn.Textual(variable, dictionary, open);
            if (commasAreFree) {
                column.mayHaveDecimalCommas();
            }
        }

        @Override
        public ScannedColumn.Textual column() {
            return column;
        }

        @Override
        public void accept(byte[] bytes, int from, int to, boolean quoted) {
            if (isNa(bytes, from, to, quoted)) {
                notAvailable++;
                column.set(dictionary.codeOfEmpty());
            } else {
                column.set(dictionary.code(bytes, from, to));
            }
        }

        @Override
        public String thousands() {
            ThousandsPoints points = new ThousandsPoints(true);
            dictionary.values().forEach(points::lookIfOpen);
            return points.first();
        }

        @Override
        public String thousandsByComma() {
            ThousandsPoints points = new ThousandsPoints(true);
            dictionary.values().forEach(text -> points.lookIfOpen(DecimalCommas.exchanged(text)));
            return points.first();
        }

        @Override
        public DecimalCommas commas() {
            DecimalCommas commas = new DecimalCommas();
            dictionary.values().forEach(commas::look);
            return commas;
        }

        /// How many fields were R's missing value.
        long notAvailable() {
            return notAvailable;
        }
    }

    /// The field of a column without a name, as text.
    final class Unnamed implements CsvRecords.Sink {

        private String text = "";

        @Override
        public void accept(byte[] bytes, int from, int to, boolean quoted) {
            text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }

        String text() {
            return text;
        }
    }
}
