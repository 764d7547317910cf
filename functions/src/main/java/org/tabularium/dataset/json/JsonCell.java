package org.tabularium.dataset.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.dictionary.CharDictionary;
import org.tabularium.dataset.encoding.TextDecoding;
import org.tabularium.dataset.scan.DecimalText;
import org.tabularium.dataset.scan.ScannedColumn;
import org.tabularium.finding.Finding;

/// Takes the cells of one variable of a Dataset-JSON file to its column.
sealed interface JsonCell {

    /// Takes the cell that is the current token.
    ///
    /// @throws UnreadableDatasetException where the cell is not what the column declares (`INVALID_NUMBER`, `INVALID_DATE`,
    ///     `INVALID_TEXT`)
    void accept(JsonToken cell, JsonTokens tokens) throws IOException, UnreadableDatasetException;

    ScannedColumn column();

    static JsonCell of(DatasetJsonField field) {
        return switch (field.variable().kind()) {
            case NUMERIC -> new Numeric(field);
            case TEXT -> new Textual(field);
        };
    }

    /// Numbers, and the dates and times that become numbers. R writes its missing values as the text `NA`, also with blanks in
    /// front, and as `NaN`; a point stands for one in text that SAS made.
    final class Numeric implements JsonCell {

        private static final Set<String> NOT_AVAILABLE = Set.of("NA", "NaN");

        private final DatasetJsonField field;
        private final ScannedColumn.Numeric column;
        private long notAvailable;

        private Numeric(DatasetJsonField field) {
            this.field = field;
            this.column = new ScannedColumn.Numeric(field.variable());
        }

        @Override
        public ScannedColumn column() {
            return column;
        }

        /// How many cells were one of R's missing values.
        long notAvailable() {
            return notAvailable;
        }

        /// Counts those of another part of the file.
        void addNotAvailable(long more) {
            notAvailable += more;
        }

        @Override
        public void accept(JsonToken cell, JsonTokens tokens) throws IOException, UnreadableDatasetException {
            boolean written = switch (field.holds()) {
                case NUMBER -> cell.isNumeric();
                case DECIMAL -> cell.isNumeric() || cell == JsonToken.VALUE_STRING;
                default -> cell == JsonToken.VALUE_STRING;
            };
            if (cell == JsonToken.VALUE_NULL) {
                column.set(Missing.DOT);
            } else if (cell == JsonToken.VALUE_STRING && isNotAvailable(tokens.text().strip())) {
                notAvailable++;
                column.set(Missing.DOT);
            } else if (!written) {
                throw tokens.refused(field);
            } else {
                column.set(cell.isNumeric() ? finite(tokens) : read(tokens.text(), tokens));
            }
        }

        /// R's missing values; a point, as SAS prints its own, or nothing where the variable holds no decimals as text.
        private boolean isNotAvailable(String text) {
            return switch (field.holds()) {
                case DECIMAL -> NOT_AVAILABLE.contains(text);
                case NUMBER -> NOT_AVAILABLE.contains(text) || text.equals(".") || text.isEmpty();
                default -> NOT_AVAILABLE.contains(text) || text.equals(".");
            };
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
    }

    /// Text, and truth values as words.
    final class Textual implements JsonCell {

        private final DatasetJsonField field;
        private final CharDictionary dictionary = new CharDictionary();
        private final ScannedColumn.Textual column;
        private int checked;

        private Textual(DatasetJsonField field) {
            this.field = field;
            this.column = new ScannedColumn.Textual(field.variable(), dictionary, false);
        }

        @Override
        public ScannedColumn column() {
            return column;
        }

        @Override
        public void accept(JsonToken cell, JsonTokens tokens) throws IOException, UnreadableDatasetException {
            boolean written = field.holds() == DatasetJsonField.Holds.BOOLEAN ? cell.isBoolean() : cell == JsonToken.VALUE_STRING;
            if (cell == JsonToken.VALUE_NULL) {
                column.set(dictionary.codeOfEmpty());
            } else if (!written) {
                throw tokens.refused(field);
            } else {
                column.set(tokens.code(dictionary));
            }
            if (dictionary.size() > checked && !TextDecoding.isText(dictionary.value(checked++))) {
                throw tokens.refused(field,
                        Finding.error("INVALID_TEXT", "there is a zero character or half of a surrogate pair in it")
                                .remedy("write the text without it"));
            }
        }
    }
}
