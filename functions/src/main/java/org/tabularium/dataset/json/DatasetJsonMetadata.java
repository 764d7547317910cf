package org.tabularium.dataset.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.finding.Finding;

/// What a Dataset-JSON file says of its dataset, in whatever order it says it.
///
/// @param records how many rows the file says it has
/// @param label may be empty
/// @param fields in the order of the cells of a row
record DatasetJsonMetadata(long records, String label, List<DatasetJsonField> fields) {

    private static final int LONGEST_NAME = 200;

    private static final Set<String> ATTRIBUTES = Set.of("datasetJSONVersion", "records", "name", "label", "columns");
    private static final Set<String> COLUMN_ATTRIBUTES = Set.of("name", "label", "dataType", "targetDataType", "displayFormat");

    /// Takes the attributes one after the other. Attributes that nothing here needs are passed over.
    static final class Reader {

        private final String dataset;
        private final JsonTokens tokens;
        private final InputLimits limits;
        private final Set<String> seen = new HashSet<>();
        private @Nullable String version;
        private long records = -1;
        private String name = "";
        private String label = "";
        private List<DatasetJsonField> fields = List.of();

        /// Goes to the object that a Dataset-JSON file begins with.
        Reader(String dataset, JsonTokens tokens, InputLimits limits) throws IOException, UnreadableDatasetException {
            this.dataset = dataset;
            this.tokens = tokens;
            this.limits = limits;
            if (tokens.next() != JsonToken.START_OBJECT) {
                throw notDatasetJson("it does not begin with an object");
            }
        }

        /// Whether each attribute that is needed was there.
        boolean isComplete() {
            return seen.containsAll(ATTRIBUTES);
        }

        /// Takes the attribute whose name is the current token.
        void take(String attribute) throws IOException, UnreadableDatasetException {
            if (ATTRIBUTES.contains(attribute) || attribute.equals("rows")) {
                once(attribute, seen);
            }
            switch (attribute) {
                case "datasetJSONVersion" -> version = version(string(attribute));
                case "records" -> records = count();
                case "name" -> name = string(attribute);
                case "label" -> label = string(attribute);
                case "columns" -> columns();
                default -> tokens.skipNext();
            }
        }

        /// What was there.
        DatasetJsonMetadata metadata(DatasetSource source) throws UnreadableDatasetException {
            if (!seen.contains("columns")) {
                throw notDatasetJson(version == null
                        ? "it has neither datasetJSONVersion nor columns"
                        : "it has no columns, as version 1.1 has them, and says that it is version " + excerpt(version));
            }
            if (records < 0) {
                throw tokens.malformed("the attribute records is missing, so that nothing tells whether all rows are there",
                        "write the number of rows as records");
            }
            if (version == null || !version.strip().matches("1\\.1(?:\\..*)?")) {
                String says = version == null ? "does not say its version" : "says that it is version " + excerpt(version);
                source.notes().accept(Finding
                        .warning("DATASET_JSON_VERSION", "the file " + says + " of Dataset-JSON and was read as 1.1").in(dataset)
                        .remedy("write version 1.1"));
            }
            source.compareName(name);
            return new DatasetJsonMetadata(records, label.strip(), List.copyOf(fields));
        }

        private void columns() throws IOException, UnreadableDatasetException {
            if (tokens.next() != JsonToken.START_ARRAY) {
                throw wrong("columns", "an array");
            }
            List<DatasetJsonField> read = new ArrayList<>();
            Set<String> names = new HashSet<>();
            while (tokens.next() == JsonToken.START_OBJECT) {
                DatasetJsonField field = column(read.size() + 1);
                String variable = field.variable().name();
                if (!names.add(variable)) {
                    throw new UnreadableDatasetException(
                            Finding.error("DUPLICATE_VARIABLE", "the variable is in the file twice").in(dataset).of(variable)
                                    .remedy("deliver each variable once"));
                }
                read.add(field);
                limits.checkColumns(dataset, read.size());
            }
            if (!tokens.at(JsonToken.END_ARRAY)) {
                throw tokens.malformed("column number " + (read.size() + 1) + " is no object",
                        "describe each column by an object");
            }
            if (read.isEmpty()) {
                throw tokens.malformed("the dataset has no columns", "describe each variable in columns");
            }
            fields = read;
        }

        private DatasetJsonField column(int number) throws IOException, UnreadableDatasetException {
            String variable = "";
            String variableLabel = "";
            String dataType = "";
            @Nullable
            String target = null;
            String format = "";
            Set<String> said = new HashSet<>();
            for (String attribute = tokens.nextAttribute(); attribute != null; attribute = tokens.nextAttribute()) {
                if (COLUMN_ATTRIBUTES.contains(attribute)) {
                    once(attribute, said);
                }
                switch (attribute) {
                    case "name" -> variable = string(attribute).strip().toUpperCase(Locale.ROOT);
                    case "label" -> variableLabel = string(attribute);
                    case "dataType" -> dataType = string(attribute);
                    case "targetDataType" -> target = string(attribute);
                    case "displayFormat" -> format = string(attribute);
                    default -> tokens.skipNext();
                }
            }
            if (variable.isEmpty() || variable.length() > LONGEST_NAME || variable.chars().anyMatch(Character::isISOControl)) {
                throw tokens.malformed("column number " + number + " has no name, or none that a variable can have",
                        "give each column the name of its variable");
            }
            String type = excerpt(dataType) + (target == null || target.isEmpty() ? "" : " with the target " + excerpt(target));
            Optional<DatasetJsonField.Holds> holds = DatasetJsonField.Holds.of(dataType,
                    target == null || target.isEmpty() ? null : target);
            return DatasetJsonField.of(variable, variableLabel,
                    holds.orElseThrow(() -> tokens.malformed(
                            "column number " + number + " is of the data type \"" + type + "\", which the standard does not have",
                            "give it one of the data types of Dataset-JSON 1.1")),
                    format);
        }

        /// What another major version means by its attributes nobody can know.
        private String version(String says) throws UnreadableDatasetException {
            if (!says.strip().matches("1(?:\\..*)?")) {
                throw new UnreadableDatasetException(Finding.error("DATASET_JSON_VERSION",
                        "the file says that it is version " + excerpt(says.strip()) + " of Dataset-JSON; versions 1.x are read")
                        .in(dataset).remedy("write version 1.1"));
            }
            return says.strip();
        }

        private void once(String attribute, Set<String> earlier) throws UnreadableDatasetException {
            if (!earlier.add(attribute)) {
                throw tokens.malformed("the attribute " + attribute + " is there twice (" + tokens.place() + ")",
                        "write each attribute once");
            }
        }

        /// Text, empty for null.
        private String string(String attribute) throws IOException, UnreadableDatasetException {
            JsonToken token = tokens.next();
            if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NULL) {
                throw wrong(attribute, "text");
            }
            return token == JsonToken.VALUE_NULL ? "" : tokens.text();
        }

        private long count() throws IOException, UnreadableDatasetException {
            boolean whole = tokens.next() == JsonToken.VALUE_NUMBER_INT;
            String digits = whole ? tokens.text() : "";
            if (!digits.matches("[0-9]{1,18}")) {
                throw wrong("records", "the number of rows");
            }
            return Long.parseLong(digits);
        }

        private UnreadableDatasetException wrong(String attribute, String expected) {
            return tokens.malformed("the attribute " + attribute + " is not " + expected + " (" + tokens.place() + ")",
                    "write it as the Dataset-JSON standard says");
        }

        private UnreadableDatasetException notDatasetJson(String why) {
            return new UnreadableDatasetException(Finding.error("NOT_DATASET_JSON", "the file is no Dataset-JSON: " + why)
                    .in(dataset).remedy("deliver Dataset-JSON 1.1, or take the file out of the folder if it is no dataset"));
        }

        private static String excerpt(String text) {
            return text.length() > 60 ? text.substring(0, 59) + "…" : text;
        }
    }
}
