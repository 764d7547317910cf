package org.tabularium.dataset;

import org.tabularium.finding.Finding;

/// How large a dataset may be. What passes a limit is refused with a finding that names it and the setting that raises it (docs/limits.md).
///
/// @param fileBytes size of the file as it is stored
/// @param rows rows of the source, those that a filter would drop among them
/// @param columns variables
/// @param cellLength characters of one value
/// @param expandedBytes size of any one part of a compressed file once it is unpacked
/// @param expansionRatio how many bytes may come out of one byte of a compressed part; parts below 16 MB may exceed it
public record Limits(long fileBytes, long rows, int columns, int cellLength, long expandedBytes, int expansionRatio) {

    /// What holds where nothing is set.
    public static final Limits DEFAULT = new Limits(16L << 30, 100_000_000, 10_000, 100_000, 4L << 30, 100);

    private static final String PREFIX = "tabularium.limit.";

    public Limits {
        if (fileBytes < 1 || rows < 1 || columns < 1 || cellLength < 1 || expandedBytes < 1 || expansionRatio < 1) {
            throw new IllegalArgumentException("limits are 1 or more");
        }
    }

    /// The limits as the system properties `tabularium.limit.file-bytes`, `.rows`, `.columns`, `.cell-length`, `.expanded-bytes` and `.expansion-ratio`
    /// set them, else as [#DEFAULT] has them.
    ///
    /// @throws NumberFormatException for a setting that is not a whole number
    public static Limits configured() {
        return new Limits(
                setting("file-bytes", DEFAULT.fileBytes),
                setting("rows", DEFAULT.rows),
                Math.toIntExact(setting("columns", DEFAULT.columns)),
                Math.toIntExact(setting("cell-length", DEFAULT.cellLength)),
                setting("expanded-bytes", DEFAULT.expandedBytes),
                Math.toIntExact(setting("expansion-ratio", DEFAULT.expansionRatio)));
    }

    private static long setting(String name, long otherwise) {
        String value = System.getProperty(PREFIX + name, "");
        return value.isBlank() ? otherwise : Long.parseLong(value.strip());
    }

    void checkFile(String dataset, long size) throws UnreadableDatasetException {
        if (size > fileBytes) {
            throw passed("FILE_TOO_LARGE", "the file has " + size + " bytes, more than the " + fileBytes + " allowed",
                    "file-bytes", dataset);
        }
    }

    void checkRows(String dataset, long row) throws UnreadableDatasetException {
        if (row > rows) {
            throw passed("TOO_MANY_ROWS", "the dataset has more than the " + rows + " rows allowed", "rows", dataset);
        }
    }

    void checkColumns(String dataset, long variables) throws UnreadableDatasetException {
        if (variables > columns) {
            throw passed("TOO_MANY_VARIABLES", "the dataset has more than the " + columns + " variables allowed", "columns",
                    dataset);
        }
    }

    UnreadableDatasetException cellTooLong(String dataset, String place) {
        return passed("CELL_TOO_LONG", "a value has more than the " + cellLength + " characters allowed" + place, "cell-length",
                dataset);
    }

    void checkExpansion(String dataset, long packed, long unpacked) throws UnreadableDatasetException {
        if (unpacked > expandedBytes) {
            throw passed("EXPANDS_TOO_MUCH", "a part of the file unpacks to more than the " + expandedBytes + " bytes allowed",
                    "expanded-bytes", dataset);
        }
        if (unpacked > FREE && unpacked / expansionRatio > packed) {
            throw passed("EXPANDS_TOO_MUCH", "a part of the file unpacks to more than " + expansionRatio + " times its size",
                    "expansion-ratio", dataset);
        }
    }

    private static final long FREE = 16L << 20;

    private static UnreadableDatasetException passed(String code, String message, String setting, String dataset) {
        return new UnreadableDatasetException(
                Finding.error(code, message).in(dataset).remedy("deliver a smaller one or raise " + PREFIX + setting));
    }
}
