package org.tabularium.dataset.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.InflatedStream;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.TimedStream;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.finding.Finding;
import org.tabularium.store.MappedFile;

/// A dataset in a CDISC Dataset-JSON 1.1 file of any of its three forms.
///
/// Dataset-JSON (`.json`) is one object with the metadata and the rows. The standard recommends the rows last but JSON has no
/// order, so that any order is
/// read: where metadata follow the rows, opening the file passes over the rows once. Dataset-NDJSON (`.ndjson`, and compressed
/// `.dsjc`) is an object with the
/// metadata, then an array a row; rows are told apart by their brackets, and that each stands on a line of its own is not
/// insisted upon.
final class DatasetJsonFile implements DatasetFile {

    /// Where the rows are.
    private enum Form {
        WITHIN_THE_OBJECT, AFTER_THE_OBJECT
    }

    @FunctionalInterface
    private interface Text {
        InputStream open() throws IOException;
    }

    @FunctionalInterface
    private interface Cutting {
        List<MemorySegment> parts() throws IOException;
    }

    private final String name;
    private final Text text;
    /// Cuts the file where its rows may be read part by part; gives no parts where they may not.
    private final Cutting cutting;
    private final Form form;
    private final InputLimits limits;
    private final DatasetJsonMetadata metadata;

    private DatasetJsonFile(
            String name, Text text, Cutting cutting, Form form, InputLimits limits, DatasetJsonMetadata metadata) {
        this.name = name;
        this.text = text;
        this.cutting = cutting;
        this.form = form;
        this.limits = limits;
        this.metadata = metadata;
    }

    /// Opens `.json`.
    static DatasetJsonFile open(DatasetSource source) throws UnreadableDatasetException {
        return open(source, source.content()::open, List::of, Form.WITHIN_THE_OBJECT);
    }

    /// Opens `.ndjson`.
    static DatasetJsonFile openLines(DatasetSource source) throws UnreadableDatasetException {
        return openLines(source, NdjsonParts.BYTES);
    }

    /// @param partBytes the least bytes of a part that is read beside others
    static DatasetJsonFile openLines(DatasetSource source, long partBytes) throws UnreadableDatasetException {
        return open(source, source.content()::open, () -> NdjsonParts.of(source.content(), partBytes), Form.AFTER_THE_OBJECT);
    }

    /// Opens `.dsjc`: a zlib stream, or a gzip file.
    static DatasetJsonFile openCompressed(DatasetSource source) throws UnreadableDatasetException {
        return open(source, () -> InflatedStream.dsjc(source.name(), source.content().open(), source.limits()), List::of,
                Form.AFTER_THE_OBJECT);
    }

    private static DatasetJsonFile open(DatasetSource source, Text text, Cutting cutting, Form form)
            throws UnreadableDatasetException {
        String name = source.name();
        InputLimits limits = source.limits();
        try (JsonTokens tokens = new JsonTokens(name, text.open(), limits)) {
            DatasetJsonMetadata.Reader reader = new DatasetJsonMetadata.Reader(name, tokens, limits);
            boolean rowsMayWait = false;
            for (String attribute = tokens.nextAttribute(); attribute != null && !rowsMayWait;) {
                if (attribute.equals("rows") && form == Form.AFTER_THE_OBJECT) {
                    throw otherForm(name, "Dataset-JSON, not Dataset-NDJSON", ".json");
                }
                rowsMayWait = attribute.equals("rows") && reader.isComplete();
                if (!rowsMayWait) {
                    reader.take(attribute);
                    attribute = tokens.nextAttribute();
                }
            }
            if (!rowsMayWait && form == Form.WITHIN_THE_OBJECT) {
                end(name, tokens);
            }
            return new DatasetJsonFile(name, text, cutting, form, limits, reader.metadata(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String label() {
        return metadata.label();
    }

    @Override
    public List<Variable> variables() {
        return metadata.fields().stream().map(DatasetJsonField::variable).toList();
    }

    @Override
    public Dataset read(Set<String> wanted, Consumer<Finding> notes) throws UnreadableDatasetException {
        Optional<DatasetJsonRows> joined = readParts(wanted);
        if (joined.isPresent()) {
            return joined.get().dataset(notes);
        }
        DatasetJsonRows rows = new DatasetJsonRows(name, metadata, limits, wanted);
        try (JsonTokens tokens = new JsonTokens(name, text.open(), limits)) {
            switch (form) {
                case WITHIN_THE_OBJECT -> readObject(rows, tokens);
                case AFTER_THE_OBJECT -> {
                    tokens.skipNext();
                    if (rows.scan(tokens) != null) {
                        throw tokens.malformed("a bracket is closed that was never opened (" + tokens.place() + ")",
                                "write the file again with a JSON library");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.dataset(notes);
    }

    /// The rows read in several parts side by side and joined in their order; empty where the file has no parts, or something is
    /// wrong in one: then the reading from the beginning says what, and where.
    private Optional<DatasetJsonRows> readParts(Set<String> wanted) throws UnreadableDatasetException {
        try {
            List<MemorySegment> parts = cutting.parts();
            List<Optional<DatasetJsonRows>> read = IntStream.range(0, parts.size()).parallel()
                    .mapToObj(i -> readPart(parts.get(i), i == 0, wanted)).toList();
            if (read.isEmpty() || !read.stream().allMatch(Optional::isPresent)) {
                return Optional.empty();
            }
            List<DatasetJsonRows> rows = read.stream().flatMap(Optional::stream).toList();
            return Optional.of(rows.getFirst().append(rows.subList(1, rows.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param first whether the metadata stand before the rows
    /// @return empty where the part is no whole rows
    private Optional<DatasetJsonRows> readPart(MemorySegment part, boolean first, Set<String> wanted) {
        DatasetJsonRows rows = new DatasetJsonRows(name, metadata, limits, wanted);
        try (JsonTokens tokens = new JsonTokens(name, new TimedStream(name, MappedFile.stream(part, 0), limits), limits)) {
            if (first) {
                tokens.skipNext();
            }
            return rows.scanPart(tokens) == null ? Optional.of(rows) : Optional.empty();
        } catch (UnreadableDatasetException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readObject(DatasetJsonRows rows, JsonTokens tokens) throws IOException, UnreadableDatasetException {
        // Read again, so that an attribute after the rows is checked as one before them.
        DatasetJsonMetadata.Reader reader = new DatasetJsonMetadata.Reader(name, tokens, limits);
        boolean scanned = false;
        for (String attribute = tokens.nextAttribute(); attribute != null; attribute = tokens.nextAttribute()) {
            if (attribute.equals("rows") && !scanned) {
                scanned = true;
                if (tokens.next() != JsonToken.START_ARRAY) {
                    throw tokens.malformed("the attribute rows is no array", "write the rows as an array of arrays");
                }
                rows.scan(tokens);
            } else if (attribute.equals("rows")) {
                throw tokens.malformed("the attribute rows is there twice", "write each attribute once");
            } else {
                reader.take(attribute);
            }
        }
        if (!scanned) {
            rows.count(0);
        }
        end(name, tokens);
    }

    private static void end(String name, JsonTokens tokens) throws IOException, UnreadableDatasetException {
        JsonToken token = tokens.next();
        if (token == JsonToken.START_ARRAY) {
            throw otherForm(name, "Dataset-NDJSON, not Dataset-JSON", ".ndjson");
        }
        if (token != null) {
            throw tokens.malformed("something follows after the end of the dataset (" + tokens.place() + ")",
                    "deliver one dataset a file");
        }
    }

    private static UnreadableDatasetException otherForm(String name, String words, String extension) {
        return new UnreadableDatasetException(
                Finding.error("FORMAT_MISMATCH", "the file is " + words).in(name).remedy("give it the extension " + extension));
    }
}
