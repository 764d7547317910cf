package org.tabularium.dataset.json;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.Variable;
import org.tabularium.finding.Finding;

/// A column of a Dataset-JSON file: the variable, and what its cells hold.
///
/// @param holds how a cell is written and what becomes of it
record DatasetJsonField(Variable variable, DatasetJsonField.Holds holds) {

    /// The combinations of `dataType` and `targetDataType` that Dataset-JSON 1.1 allows, by what they are here.
    enum Holds {
        /// A JSON string, as it is: `string`, `URI`, and dates and times without a target.
        TEXT(Kind.TEXT, "", "INVALID_TEXT", "is not text", "put text in double quotes"),
        /// `true` or `false`, which become these words: neither ADaM nor SAS has truth values.
        BOOLEAN(Kind.TEXT, "", "INVALID_TEXT", "is not a truth value", "write true, false or null"),
        /// A JSON number: `integer`, `float`, `double`.
        NUMBER(Kind.NUMERIC, "", "INVALID_NUMBER", "is not a number that can be held",
                "write a JSON number without quotes, and null where there is no value"),
        /// A number written as a string, so that no digit is lost on the way; here it becomes a double like the others.
        DECIMAL(Kind.NUMERIC, "", "INVALID_NUMBER", "is not a plain decimal number",
                "write it with a point and without grouping, and null where there is no value"),
        /// An ISO 8601 string that becomes a SAS date (days since 1960-01-01).
        DATE(Kind.NUMERIC, "E8601DA.", "INVALID_DATE", "is not a complete date", "write dates as \"2025-08-31\""),
        /// An ISO 8601 string that becomes a SAS datetime (seconds since 1960-01-01).
        DATETIME(Kind.NUMERIC, "E8601DT.", "INVALID_DATE", "is not a complete date with its time",
                "write datetimes as \"2025-08-31T10:15:00\""),
        /// An ISO 8601 string that becomes a SAS time (seconds since midnight).
        TIME(Kind.NUMERIC, "E8601TM.", "INVALID_DATE", "is not a time", "write times as \"10:15:00\"");

        private final Kind kind;
        private final String format;
        private final String code;
        private final String problem;
        private final String remedy;

        Holds(Kind kind, String format, String code, String problem, String remedy) {
            this.kind = kind;
            this.format = format;
            this.code = code;
            this.problem = problem;
            this.remedy = remedy;
        }

        /// Why a cell cannot be one of these; without its place.
        Finding refused() {
            return Finding.error(code, problem).remedy(remedy);
        }

        /// Empty where the standard has no such `dataType`, or not with this target.
        static Optional<Holds> of(String dataType, @Nullable String targetDataType) {
            boolean integer = "integer".equals(targetDataType);
            boolean decimal = "decimal".equals(targetDataType);
            if (targetDataType != null && !integer && !decimal) {
                return Optional.empty();
            }
            return Optional.ofNullable(switch (dataType) {
                case "string", "URI" -> targetDataType == null ? TEXT : null;
                case "boolean" -> targetDataType == null ? BOOLEAN : null;
                case "integer" -> decimal ? null : NUMBER;
                case "float", "double" -> integer ? null : NUMBER;
                case "decimal" -> integer ? null : DECIMAL;
                case "date" -> moment(DATE, targetDataType);
                case "datetime" -> moment(DATETIME, targetDataType);
                case "time" -> moment(TIME, targetDataType);
                default -> null;
            });
        }

        /// A moment stands as text, or as an integer where the target says so; as a decimal it may not.
        private static @Nullable Holds moment(Holds asInteger, @Nullable String targetDataType) {
            if (targetDataType == null) {
                return TEXT;
            }
            return targetDataType.equals("integer") ? asInteger : null;
        }
    }

    /// The variable as the other formats know it: upper-case name, and for numbers that are moments always a format.
    static DatasetJsonField of(String name, String label, Holds holds, String displayFormat) {
        String format = displayFormat.strip().toUpperCase(Locale.ROOT);
        if (!format.isEmpty() && !format.contains(".")) {
            format += ".";
        }
        return new DatasetJsonField(
                new Variable(name, label.strip(), holds.kind,
                        format.isEmpty() ? holds.format : format),
                holds);
    }
}
