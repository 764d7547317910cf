package org.tabularium.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// The front door: from a file's name and bytes to a dataset whose header is known.
///
/// The extension says what a file should be and its first bytes what it is; they must agree. Files that cannot be read for a reason outside of them
/// (a disk, a network) give an [UncheckedIOException], never a finding about the file.
public final class DatasetFiles {

    private static final int START = 80;

    private DatasetFiles() {}

    /// Whether the file name is one of a dataset: `.xpt`, `.csv`, `.json`, `.ndjson`, `.dsjc`, `.xlsx` or `.sas7bdat` in any letter case.
    public static boolean isDataset(String fileName) {
        return DatasetFormat.ofName(fileName).isPresent();
    }

    /// The dataset's name: the file's name without folder and up to its first point, upper case, so that `adae.old.csv` is no other dataset than `adae.csv`.
    public static String datasetName(String fileName) {
        String name = fileName.substring(fileName.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)).strip().toUpperCase(Locale.ROOT);
    }

    /// Opens a dataset and reads its header.
    ///
    /// @param fileName with extension; a folder in front is passed over
    /// @param notes takes warnings and notes met on the way
    /// @throws UnreadableDatasetException with a code of docs/findings.md: `EMPTY_FILE`, `FORMAT_UNKNOWN`, `FORMAT_MISMATCH` (content and extension
    ///     disagree), those of limits and those of the format
    public static DatasetFile open(String fileName, Content content, Consumer<Finding> notes) throws UnreadableDatasetException {
        return open(fileName, content, Limits.configured(), notes);
    }

    /// Opens a dataset that may not be larger than the limits say; what passes one is an [UnreadableDatasetException], here or in [DatasetFile#read], with
    /// one of the codes `FILE_TOO_LARGE`, `TOO_MANY_ROWS`, `TOO_MANY_VARIABLES`, `CELL_TOO_LONG`, `EXPANDS_TOO_MUCH`, `LIMIT_EXCEEDED`, `TOO_SLOW`.
    public static DatasetFile open(String fileName, Content content, Limits limits, Consumer<Finding> notes)
            throws UnreadableDatasetException {
        requireName(fileName);
        return LimitedFile.open(datasetName(fileName), content, limits,
                timed -> openAny(fileName, timed, limits, notes));
    }

    /// Names stand in messages and reports: one that could look like another, or like a place, is refused.
    private static void requireName(String fileName) throws UnreadableDatasetException {
        String name = datasetName(fileName);
        if (name.isEmpty() || name.indexOf('\\') >= 0 || name.codePoints().anyMatch(DatasetFiles::isNotShown)) {
            String shown = name.codePoints().mapToObj(c -> isNotShown(c) ? "?" : Character.toString(c))
                    .collect(Collectors.joining());
            throw unreadable(shown, "INVALID_DATASET_NAME",
                    "the name of its file is empty, or holds a backslash, a control character or a mark of writing direction",
                    "name the file after its dataset, as in adsl.xpt");
        }
    }

    private static boolean isNotShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }

    private static DatasetFile openAny(String fileName, Content content, Limits limits, Consumer<Finding> notes)
            throws UnreadableDatasetException {
        String name = datasetName(fileName);
        limits.checkFile(name, content.size());
        DatasetFormat format = DatasetFormat.ofName(fileName)
                .orElseThrow(() -> unreadable(
                        name,
                        "FORMAT_UNKNOWN",
                        "the file " + fileName + " has no extension of a dataset",
                        "name it .xpt, .csv, .xlsx or the like after what it holds"));
        String start = start(content);
        if (start.isEmpty()) {
            throw unreadable(name, "EMPTY_FILE", "the file " + fileName + " has no bytes",
                    "deliver the dataset again; one without rows still has a header");
        }
        Optional<DatasetFormat> found = DatasetFormat.ofContent(start);
        return switch (format) {
            case XPORT -> {
                if (found.isEmpty() || found.get() != DatasetFormat.XPORT) {
                    throw notXport(name, fileName, start, found);
                }
                yield XportFile.open(name, content, limits, notes);
            }
            case CSV -> {
                // A name in a header may well begin with a brace, but not with a brace and a quote, as JSON does.
                if (found.isPresent()
                        && (found.get() != DatasetFormat.DATASET_JSON || DatasetFormat.beginsAsJsonObject(start))) {
                    throw unreadable(
                            name,
                            "FORMAT_MISMATCH",
                            "the file " + fileName + " is " + found.get().words() + ", not " + format.words(),
                            "give it the extension of its format or deliver it as CSV");
                }
                yield CsvFile.open(name, content, limits, notes);
            }
            case DATASET_JSON, DATASET_NDJSON, DATASET_DSJC -> json(name, fileName, format, found, start, content, limits, notes);
            case EXCEL -> {
                requireContent(name, fileName, format, found);
                yield XlsxFile.open(name, content, limits, notes);
            }
            case SAS7BDAT -> {
                requireContent(name, fileName, format, found);
                yield Sas7bdatFile.open(name, content, limits, notes);
            }
        };
    }

    /// All three are JSON inside; which of them it is shows on reading.
    private static DatasetFile json(String name, String fileName, DatasetFormat format, Optional<DatasetFormat> found,
            String start, Content content, Limits limits, Consumer<Finding> notes) throws UnreadableDatasetException {
        DatasetFormat expected = format == DatasetFormat.DATASET_DSJC ? format : DatasetFormat.DATASET_JSON;
        if (found.isPresent() && found.get() != expected) {
            throw unreadable(
                    name,
                    "FORMAT_MISMATCH",
                    "the file " + fileName + " is " + found.get().words() + ", not " + format.words(),
                    "give it the extension of its format or deliver it as Dataset-JSON 1.1");
        }
        if (found.isEmpty() && DatasetFormat.beginsAsText(start)) {
            throw unreadable(name, "FORMAT_MISMATCH", "the file " + fileName + " is plain text, not " + format.words(),
                    "give it the extension of its format, .csv for CSV");
        }
        return switch (format) {
            case DATASET_NDJSON -> DatasetJsonFile.openLines(name, content, limits, notes);
            case DATASET_DSJC -> DatasetJsonFile.openCompressed(name, content, limits, notes);
            default -> DatasetJsonFile.open(name, content, limits, notes);
        };
    }

    private static void requireContent(String name, String fileName, DatasetFormat format, Optional<DatasetFormat> found)
            throws UnreadableDatasetException {
        if (found.isEmpty() || found.get() != format) {
            throw unreadable(
                    name,
                    "FORMAT_MISMATCH",
                    "the file " + fileName + " is " + found.map(DatasetFormat::words).orElse("something else") + ", not "
                            + format.words(),
                    "give it the extension of its format");
        }
    }

    private static UnreadableDatasetException notXport(String name, String fileName, String start,
            Optional<DatasetFormat> found) {
        String is = start.startsWith("**COMPRESSED**")
                ? "was made by PROC CPORT"
                : found.map(format -> "looks like " + format.words()).orElse("does not begin with an XPORT library header");
        return unreadable(
                name,
                "NOT_XPT",
                "the file " + fileName + " is no SAS XPORT file: it " + is,
                "write it with the XPORT engine (LIBNAME x XPORT) or haven::write_xpt(version = 5)");
    }

    private static String start(Content content) {
        try (InputStream stream = content.open()) {
            return new String(stream.readNBytes(START), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnreadableDatasetException unreadable(String name, String code, String message, String remedy) {
        return new UnreadableDatasetException(Finding.error(code, message).in(name).remedy(remedy));
    }
}
