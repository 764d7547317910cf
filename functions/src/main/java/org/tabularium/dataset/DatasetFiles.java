package org.tabularium.dataset;

import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// The front door: from a file's name and bytes to a dataset whose header is known.
///
/// The extension says what a file should be and its first bytes what it is; they must agree. Files that cannot be read for a
/// reason outside of them
/// (a disk, a network) give an [UncheckedIOException], never a finding about the file.
public final class DatasetFiles {

    private DatasetFiles() {}

    /// Whether the file name has the extension of a dataset, in any letter case, also with `.gz` behind it.
    public static boolean isDataset(String fileName) {
        String name = fileName.substring(fileName.lastIndexOf('/') + 1);
        return !name.startsWith("~$") && !name.startsWith(".") && DatasetFormats.ofName(fileName).isPresent();
    }

    /// The dataset's name: the file's name without folder and up to its first point, upper case, so that `adae.old.csv` is no
    /// other dataset than `adae.csv`.
    public static String datasetName(String fileName) {
        String name = fileName.substring(fileName.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)).strip().toUpperCase(Locale.ROOT);
    }

    /// Opens a dataset and reads its header.
    ///
    /// @param fileName with extension; a folder in front is passed over
    /// @param notes takes warnings and notes met on the way
    /// @throws UnreadableDatasetException with a code of docs/findings.md: `EMPTY_FILE`, `FORMAT_UNKNOWN`, `FORMAT_MISMATCH`
    ///     (content and extension
    ///     disagree), those of limits and those of the format
    public static DatasetFile open(String fileName, Content content, Consumer<Finding> notes) throws UnreadableDatasetException {
        return open(fileName, content, DatasetDeclaration.NONE, InputLimits.configured(), notes);
    }

    /// Opens a dataset of which the study says what its file does not.
    public static DatasetFile open(String fileName, Content content, DatasetDeclaration declaration, Consumer<Finding> notes)
            throws UnreadableDatasetException {
        return open(fileName, content, declaration, InputLimits.configured(), notes);
    }

    /// Opens a dataset that may not be larger than the limits say; what passes one is an [UnreadableDatasetException], here or in
    /// [DatasetFile#read], with
    /// one of the codes `FILE_TOO_LARGE`, `TOO_MANY_ROWS`, `TOO_MANY_VARIABLES`, `CELL_TOO_LONG`, `EXPANDS_TOO_MUCH`,
    /// `LIMIT_EXCEEDED`, `TOO_SLOW`.
    public static DatasetFile open(String fileName, Content content, InputLimits limits, Consumer<Finding> notes)
            throws UnreadableDatasetException {
        return open(fileName, content, DatasetDeclaration.NONE, limits, notes);
    }

    private static DatasetFile open(String fileName, Content content, DatasetDeclaration declaration, InputLimits limits,
            Consumer<Finding> notes) throws UnreadableDatasetException {
        requireName(fileName);
        return LimitedFile.open(datasetName(fileName), content, declaration, limits, notes,
                timed -> openAny(fileName, timed, declaration, limits, notes));
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

    private static DatasetFile openAny(String fileName, Content content, DatasetDeclaration declaration, InputLimits limits,
            Consumer<Finding> notes) throws UnreadableDatasetException {
        String name = datasetName(fileName);
        limits.checkFile(name, content.size());
        DatasetFormat format = DatasetFormats.ofName(fileName)
                .orElseThrow(() -> unreadable(
                        name,
                        "FORMAT_UNKNOWN",
                        "the file " + fileName + " has no extension of a dataset",
                        "name it .xpt, .csv, .xlsx or the like after what it holds"));
        if (DatasetFormats.isGzipped(fileName)) {
            if (!FileStart.of(content).isGzipped()) {
                throw unreadable(name, "FORMAT_MISMATCH", "the file " + fileName + " was not packed by gzip",
                        "give it the extension of its format without .gz");
            }
            return openUnpacked(fileName, new GzippedContent(name, content, limits), format, declaration, limits, notes);
        }
        return openUnpacked(fileName, content, format, declaration, limits, notes);
    }

    private static DatasetFile openUnpacked(String fileName, Content content, DatasetFormat format,
            DatasetDeclaration declaration,
            InputLimits limits, Consumer<Finding> notes) throws UnreadableDatasetException {
        String name = datasetName(fileName);
        FileStart start = FileStart.of(content);
        if (start.bytes().isEmpty()) {
            throw unreadable(name, "EMPTY_FILE", "the file " + fileName + " has no bytes",
                    "deliver the dataset again; one without rows still has a header");
        }
        requireFormat(name, fileName, format, start);
        return format.open(new DatasetSource(name, content, declaration, limits, notes));
    }

    private static void requireFormat(String name, String fileName, DatasetFormat format, FileStart start)
            throws UnreadableDatasetException {
        if (format.recognises(start)) {
            return;
        }
        Optional<String> other = start.isGzipped()
                ? Optional.of("a file packed by gzip")
                : DatasetFormats.ofContent(start).map(DatasetFormat::words);
        if (other.isPresent() || !format.accepts(start)) {
            throw new UnreadableDatasetException(format.mismatch(fileName, start, other).in(name));
        }
    }

    private static UnreadableDatasetException unreadable(String name, String code, String message, String remedy) {
        return new UnreadableDatasetException(Finding.error(code, message).in(name).remedy(remedy));
    }
}
