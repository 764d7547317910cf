package org.tabularium.dataset;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.tabularium.finding.Finding;

/// A column that grows while a Dataset-JSON file is scanned: takes each row's cell, keeps those of the rows that stay.
sealed interface JsonColumn {

    Variable variable();

    /// Takes the cell that is the current token.
    ///
    /// @throws UnreadableDatasetException where the cell is not what the column declares (`INVALID_NUMBER`, `INVALID_DATE`, `INVALID_TEXT`)
    void accept(JsonToken cell, JsonTokens tokens) throws IOException, UnreadableDatasetException;

    /// The cell of the current row as text without trailing blanks; empty where it is missing or a number.
    String text();

    /// The cell of the current row as a number; missing where it is none.
    double number();

    /// Keeps the cell of the current row.
    void keep();

    /// What was kept, as a column. Ends this one's use.
    Column column();

    static JsonColumn of(DatasetJsonField field) {
        return switch (field.variable().kind()) {
            case NUMERIC -> new Numbers(field);
            case TEXT -> new Texts(field);
        };
    }

    /// Numbers, and the dates and times that become numbers.
    final class Numbers implements JsonColumn {

        private final DatasetJsonField field;
        private double[] values = new double[0];
        private int size;
        private double current;

        private Numbers(DatasetJsonField field) {
            this.field = field;
        }

        @Override
        public Variable variable() {
            return field.variable();
        }

        @Override
        public void accept(JsonToken cell, JsonTokens tokens) throws IOException, UnreadableDatasetException {
            boolean written = switch (field.holds()) {
                case NUMBER -> cell.isNumeric();
                case DECIMAL -> cell.isNumeric() || cell == JsonToken.VALUE_STRING;
                default -> cell == JsonToken.VALUE_STRING;
            };
            if (cell == JsonToken.VALUE_NULL) {
                current = Missing.DOT;
            } else if (!written) {
                throw tokens.refused(field);
            } else {
                current = cell.isNumeric() ? finite(tokens) : read(tokens.text(), tokens);
            }
        }

        private double finite(JsonTokens tokens) throws IOException, UnreadableDatasetException {
            double number = tokens.number();
            if (!Double.isFinite(number)) {
                throw tokens.refused(field);
            }
            return number;
        }

        private double read(String text, JsonTokens tokens) throws IOException, UnreadableDatasetException {
            if (text.isEmpty()) {
                return Missing.DOT;
            }
            if (field.holds() == DatasetJsonField.Holds.DECIMAL && DecimalText.isNumber(text)) {
                return DecimalText.value(text);
            }
            double moment = switch (field.holds()) {
                case DATE -> IsoMoment.date(text);
                case DATETIME -> IsoMoment.datetime(text);
                case TIME -> IsoMoment.time(text);
                default -> Double.NaN;
            };
            if (Double.isNaN(moment)) {
                throw tokens.refused(field);
            }
            return moment;
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
        public void keep() {
            values = size == values.length ? Arrays.copyOf(values, XportColumn.grown(size, size + 1)) : values;
            values[size++] = current;
        }

        @Override
        public Column column() {
            return new NumericColumn(field.variable(), Arrays.copyOf(values, size));
        }
    }

    /// Text, and truth values as words.
    final class Texts implements JsonColumn {

        private static final char[] EMPTY = new char[0];

        private final DatasetJsonField field;
        private final CharDictionary dictionary = new CharDictionary();
        private int checked;
        private final Codes codes = new Codes(0);
        private int current;

        private Texts(DatasetJsonField field) {
            this.field = field;
        }

        @Override
        public Variable variable() {
            return field.variable();
        }

        @Override
        public void accept(JsonToken cell, JsonTokens tokens) throws IOException, UnreadableDatasetException {
            boolean written = field.holds() == DatasetJsonField.Holds.BOOLEAN ? cell.isBoolean() : cell == JsonToken.VALUE_STRING;
            if (cell == JsonToken.VALUE_NULL) {
                current = dictionary.code(EMPTY, 0, 0);
            } else if (!written) {
                throw tokens.refused(field);
            } else {
                current = tokens.code(dictionary);
            }
            if (dictionary.values().size() > checked && !isText(dictionary.values().get(checked++))) {
                throw tokens.refused(field,
                        Finding.error("INVALID_TEXT", "there is a zero character or half of a surrogate pair in it")
                                .remedy("write the text without it"));
            }
        }

        /// Whether the text is one that Unicode has: escapes can say more than that.
        private static boolean isText(String text) {
            return text.indexOf(0) < 0
                    && text.codePoints().noneMatch(c -> c <= Character.MAX_VALUE && Character.isSurrogate((char) c));
        }

        @Override
        public String text() {
            return dictionary.values().get(current);
        }

        @Override
        public double number() {
            return Missing.DOT;
        }

        @Override
        public void keep() {
            codes.add(current);
        }

        @Override
        public Column column() {
            return new TextColumn(field.variable(), codes, dictionary.values());
        }
    }
}
