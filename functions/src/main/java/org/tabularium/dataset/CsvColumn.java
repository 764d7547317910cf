package org.tabularium.dataset;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A column that grows while a CSV file is scanned: takes each record's field, keeps those of the rows that stay.
sealed interface CsvColumn extends CsvRecords.Sink {

    Variable variable();

    /// The field of the current record as text without trailing blanks.
    String text();

    /// The field of the current record as a number; missing where it is none.
    double number();

    /// Why the field of the current record cannot be held: the text that is no number; null where all is well.
    default @Nullable String notNumeric() {
        return null;
    }

    /// Keeps the field of the current record.
    void keep();

    /// Whether the field is R's missing value: NA without quotes.
    static boolean isNa(char[] chars, int from, int length, boolean quoted) {
        return length == 2 && !quoted && chars[from] == 'N' && chars[from + 1] == 'A';
    }

    /// What was kept, as a column. Ends this one's use.
    Column column();

    /// A variable that is known to be numeric.
    final class Numbers implements CsvColumn {

        private final Variable variable;
        private double[] values = new double[0];
        private int size;
        private double current;
        private @Nullable String problem;

        Numbers(Variable variable) {
            this.variable = variable;
        }

        @Override
        public Variable variable() {
            return variable;
        }

        @Override
        public void accept(char[] chars, int from, int length, boolean quoted) {
            String text = isNa(chars, from, length, quoted) ? "" : new String(chars, from, length);
            problem = DecimalText.isNumber(text) ? null : text;
            current = problem == null ? DecimalText.value(text) : Missing.DOT;
        }

        @Override
        public String text() {
            return "";
        }

        @Override
        public double number() {
            return current;
        }

        @Override
        public @Nullable String notNumeric() {
            return problem;
        }

        @Override
        public void keep() {
            values = size == values.length ? Arrays.copyOf(values, XportColumn.grown(size, size + 1)) : values;
            values[size++] = current;
        }

        @Override
        public Column column() {
            return new NumericColumn(variable, Arrays.copyOf(values, size));
        }
    }

    /// A variable that is text, or whose kind the whole file decides: numeric when each text that is not empty is a number.
    final class Texts implements CsvColumn {

        private final Variable variable;
        private boolean open;
        private long notAvailable;
        private final List<String> dictionary = new ArrayList<>();
        private final Map<String, Integer> codeOfText = new HashMap<>();
        private int[] codes = new int[0];
        private int size;
        private int current = -1;

        /// @param open whether the kind is still to be found
        Texts(Variable variable, boolean open) {
            this.variable = variable;
            this.open = open;
        }

        @Override
        public Variable variable() {
            return variable;
        }

        @Override
        public void accept(char[] chars, int from, int length, boolean quoted) {
            boolean na = isNa(chars, from, length, quoted);
            notAvailable += na ? 1 : 0;
            int end = na ? from : from + length;
            while (end > from && chars[end - 1] == ' ') {
                end--;
            }
            if (current >= 0 && dictionary.get(current).contentEquals(CharBuffer.wrap(chars, from, end - from))) {
                return;
            }
            String text = new String(chars, from, end - from);
            Integer known = codeOfText.putIfAbsent(text, dictionary.size());
            if (known == null) {
                dictionary.add(text);
            }
            current = known == null ? dictionary.size() - 1 : known;
        }

        /// How many fields were R's missing value.
        long notAvailable() {
            return notAvailable;
        }

        /// A value that only a decimal comma keeps from being a number, where all others are numbers or like it; null where there is none.
        @Nullable
        String decimalComma() {
            String found = null;
            for (String text : open ? dictionary : List.<String>of()) {
                if (DecimalText.hasDecimalComma(text)) {
                    found = found == null ? text : found;
                } else if (!DecimalText.looksNumeric(text)) {
                    return null;
                }
            }
            return found;
        }

        /// Ends the question of its kind: text.
        void settleAsText() {
            open = false;
        }

        @Override
        public String text() {
            return dictionary.get(current);
        }

        @Override
        public double number() {
            String text = text();
            return open && DecimalText.isNumber(text) ? DecimalText.value(text) : Missing.DOT;
        }

        @Override
        public void keep() {
            codes = size == codes.length ? Arrays.copyOf(codes, XportColumn.grown(size, size + 1)) : codes;
            codes[size++] = current;
        }

        @Override
        public Column column() {
            boolean numeric = open && dictionary.stream().anyMatch(text -> !text.isBlank())
                    && dictionary.stream().allMatch(DecimalText::looksNumeric);
            if (!numeric) {
                return new TextColumn(variable, Arrays.copyOf(codes, size), dictionary);
            }
            double[] numbers = dictionary.stream().mapToDouble(DecimalText::value).toArray();
            double[] values = new double[size];
            for (int row = 0; row < size; row++) {
                values[row] = numbers[codes[row]];
            }
            return new NumericColumn(new Variable(variable.name(), variable.label(), Kind.NUMERIC, ""), values);
        }
    }
}
