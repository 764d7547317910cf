package org.tabularium.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// A dataset in a CDISC Dataset-NDJSON 1.1 file, compressed (`.dsjc`) or not: an object with the metadata, then an array a row.
///
/// Rows are told apart by their brackets; that each stands on a line of its own is not insisted upon.
final class NdjsonFile implements DatasetFile {

    private interface Text {
        InputStream open() throws IOException;
    }

    private final String name;
    private final Text text;
    private final DatasetJsonMetadata metadata;

    private NdjsonFile(String name, Text text, DatasetJsonMetadata metadata) {
        this.name = name;
        this.text = text;
        this.metadata = metadata;
    }

    static NdjsonFile open(String name, Content content, Consumer<Finding> notes) throws UnreadableDatasetException {
        return open(name, content::open, notes);
    }

    /// Opens the compressed form: a zlib stream, or a gzip file.
    static NdjsonFile openCompressed(String name, Content content, Consumer<Finding> notes) throws UnreadableDatasetException {
        return open(name, () -> new InflatedStream(content.open()), notes);
    }

    private static NdjsonFile open(String name, Text text, Consumer<Finding> notes) throws UnreadableDatasetException {
        try (JsonTokens tokens = new JsonTokens(name, text.open())) {
            DatasetJsonMetadata.Reader reader = new DatasetJsonMetadata.Reader(name, tokens);
            for (String attribute = tokens.nextAttribute(); attribute != null; attribute = tokens.nextAttribute()) {
                if (attribute.equals("rows")) {
                    throw new UnreadableDatasetException(
                            Finding.error("FORMAT_MISMATCH", "the file is Dataset-JSON, not Dataset-NDJSON").in(name)
                                    .remedy("give it the extension .json"));
                }
                reader.take(attribute);
            }
            return new NdjsonFile(name, text, reader.metadata(notes));
        } catch (InflatedStream.CorruptException e) {
            throw corrupt(name, e);
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
    public Dataset read(Set<String> wanted, RowFilter filter, Consumer<Finding> notes) throws UnreadableDatasetException {
        DatasetJsonRows rows = new DatasetJsonRows(name, metadata, wanted, filter);
        try (JsonTokens tokens = new JsonTokens(name, text.open())) {
            tokens.skipNext();
            if (rows.scan(tokens) != null) {
                throw tokens.malformed("a bracket is closed that was never opened (" + tokens.place() + ")",
                        "write the file again with a JSON library");
            }
        } catch (InflatedStream.CorruptException e) {
            throw corrupt(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.dataset();
    }

    private static UnreadableDatasetException corrupt(String name, InflatedStream.CorruptException e) {
        return new UnreadableDatasetException(
                Finding.error(e.code(), e.words()).in(name).remedy("deliver the file again, or as .ndjson without compression"),
                e);
    }
}
