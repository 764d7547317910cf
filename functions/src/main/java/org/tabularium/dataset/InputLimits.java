package org.tabularium.dataset;

import java.util.Locale;
import java.util.Map;
import org.tabularium.finding.Finding;

/// How large a dataset may be, and how long a look at it may take. What passes a limit is refused with a finding that names it
/// and the setting that raises it
/// (docs/limits.md). Set by whoever runs Tabularium, never by a study.
///
/// @param fileBytes size of the file as it is stored
/// @param rows rows of the source, those that a filter would drop among them
/// @param columns variables
/// @param cellLength characters of one value
/// @param expandedBytes size of any one part of a compressed file once it is unpacked
/// @param expansionRatio how many bytes may come out of one byte of a compressed part; parts below 16 MB may exceed it
/// @param jsonNesting how deep arrays and objects may lie within each other
/// @param numberLength characters of a number in JSON
/// @param seconds how long one pass over a file may take
/// @param scratchBytes what may be copied to the disk besides the report
public record InputLimits(long fileBytes, long rows, int columns, int cellLength, long expandedBytes, int expansionRatio,
        int jsonNesting,
        int numberLength, int seconds, long scratchBytes) {

    /// What holds where nothing is set.
    public static final InputLimits DEFAULT = new InputLimits(16L << 30, 100_000_000, 10_000, 100_000, 4L << 30, 200, 32, 1_000,
            600,
            512L << 20);

    private static final String PREFIX = "tabularium.limit.";
    /// Longer values than this would not fit into the buffers that they are read into.
    private static final int LONGEST_CELL = 100_000_000;
    /// So much may come out of a compressed part of any size.
    private static final long FREE = 16L << 20;

    public InputLimits {
        if (fileBytes < 1 || rows < 1 || columns < 1 || cellLength < 1 || expandedBytes < 1 || expansionRatio < 1
                || jsonNesting < 1
                || numberLength < 1 || seconds < 1 || scratchBytes < 1) {
            throw new IllegalArgumentException("limits are 1 or more");
        }
    }

    /// The limits of this process: each is the system property `tabularium.limit.rows` (and so on), else the environment variable
    /// `TABULARIUM_LIMIT_ROWS`, else as
    /// [#DEFAULT] has it.
    ///
    /// @throws IllegalArgumentException for a setting that is no whole number or too large, in words for whoever made it
    public static InputLimits configured() {
        return of(System.getProperties(), System.getenv());
    }

    /// The limits that these settings make.
    ///
    /// @throws IllegalArgumentException as [#configured] does
    static InputLimits of(Map<?, ?> properties, Map<String, String> environment) {
        Source settings = new Source(properties, environment);
        return new InputLimits(
                settings.number("file-bytes", DEFAULT.fileBytes, Long.MAX_VALUE),
                settings.number("rows", DEFAULT.rows, Long.MAX_VALUE),
                (int) settings.number("columns", DEFAULT.columns, Integer.MAX_VALUE),
                (int) settings.number("cell-length", DEFAULT.cellLength, LONGEST_CELL),
                settings.number("expanded-bytes", DEFAULT.expandedBytes, Long.MAX_VALUE),
                (int) settings.number("expansion-ratio", DEFAULT.expansionRatio, Integer.MAX_VALUE),
                (int) settings.number("json-nesting", DEFAULT.jsonNesting, 10_000),
                (int) settings.number("number-length", DEFAULT.numberLength, LONGEST_CELL),
                (int) settings.number("seconds", DEFAULT.seconds, Integer.MAX_VALUE),
                settings.number("scratch-bytes", DEFAULT.scratchBytes, Long.MAX_VALUE));
    }

    private record Source(Map<?, ?> properties, Map<String, String> environment) {

        long number(String name, long otherwise, long most) {
            String property = PREFIX + name;
            String variable = property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
            Object set = properties.get(property);
            String value = (set == null ? environment.getOrDefault(variable, "") : set.toString()).strip();
            if (value.isEmpty()) {
                return otherwise;
            }
            if (!value.matches("[0-9]{1,18}") || Long.parseLong(value) < 1 || Long.parseLong(value) > most) {
                throw new IllegalArgumentException((set == null ? variable : property) + " is set to \"" + value
                        + "\", which is no whole number from 1 to " + most + " (docs/limits.md)");
            }
            return Long.parseLong(value);
        }
    }

    void checkFile(String dataset, long size) throws UnreadableDatasetException {
        if (size > fileBytes) {
            throw passed("FILE_TOO_LARGE", "the file has " + size + " bytes, more than the " + fileBytes + " allowed",
                    "file-bytes", dataset);
        }
    }

    public void checkRows(String dataset, long row) throws UnreadableDatasetException {
        if (row > rows) {
            throw passed("TOO_MANY_ROWS", "the dataset has more than the " + rows + " rows allowed", "rows", dataset);
        }
    }

    public void checkColumns(String dataset, long variables) throws UnreadableDatasetException {
        if (variables > columns) {
            throw passed("TOO_MANY_VARIABLES", "the dataset has more than the " + columns + " variables allowed", "columns",
                    dataset);
        }
    }

    /// What is said of a value that is too long.
    ///
    /// @param place for the message, with what leads up to it; may be empty
    public UnreadableDatasetException cellTooLong(String dataset, String place) {
        return passed("CELL_TOO_LONG", "a value has more than the " + cellLength + " characters allowed" + place, "cell-length",
                dataset);
    }

    public UnreadableDatasetException nestedTooDeep(String dataset, String place) {
        return passed("LIMIT_EXCEEDED",
                "arrays or objects lie more than the " + jsonNesting + " levels deep that are allowed" + place,
                "json-nesting", dataset);
    }

    public UnreadableDatasetException numberTooLong(String dataset, String place) {
        return passed("LIMIT_EXCEEDED", "a number has more than the " + numberLength + " digits allowed" + place, "number-length",
                dataset);
    }

    /// Refuses a compressed part that becomes too large.
    ///
    /// @param packed bytes of the compressed part that were read so far, or all of them
    /// @param unpacked bytes that came out of them, or will
    public void checkExpansion(String dataset, long packed, long unpacked) throws UnreadableDatasetException {
        if (unpacked > expandedBytes) {
            throw passed("EXPANDS_TOO_MUCH", "a part of the file unpacks to more than the " + expandedBytes + " bytes allowed",
                    "expanded-bytes", dataset);
        }
        if (unpacked > FREE && unpacked / expansionRatio > packed) {
            throw passed("EXPANDS_TOO_MUCH", "a part of the file unpacks to more than " + expansionRatio + " times its size",
                    "expansion-ratio", dataset);
        }
    }

    /// @param nanoseconds since the file was opened
    void checkTime(String dataset, long nanoseconds) throws UnreadableDatasetException {
        if (nanoseconds > seconds * 1_000_000_000L) {
            throw passed("TOO_SLOW", "the file could not be read within the " + seconds + " seconds allowed", "seconds", dataset);
        }
    }

    private static UnreadableDatasetException passed(String code, String message, String setting, String dataset) {
        return new UnreadableDatasetException(
                Finding.error(code, message).in(dataset).remedy("deliver a smaller one or raise " + PREFIX + setting));
    }
}
