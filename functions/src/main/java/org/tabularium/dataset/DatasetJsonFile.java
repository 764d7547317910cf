package org.tabularium.dataset;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// A dataset in a CDISC Dataset-JSON 1.1 file: one object with the metadata and the rows.
///
/// The standard recommends the rows last but JSON has no order, so that any order is read: where metadata follow the rows, opening the file passes over the
/// rows once.
final class DatasetJsonFile implements DatasetFile {

    private final String name;
    private final Content content;
    private final DatasetJsonMetadata metadata;

    private DatasetJsonFile(String name, Content content, DatasetJsonMetadata metadata) {
        this.name = name;
        this.content = content;
        this.metadata = metadata;
    }

    static DatasetJsonFile open(String name, Content content, Consumer<Finding> notes) throws UnreadableDatasetException {
        try (JsonTokens tokens = new JsonTokens(name, content.open())) {
            DatasetJsonMetadata.Reader reader = new DatasetJsonMetadata.Reader(name, tokens);
            String attribute = tokens.nextAttribute();
            while (attribute != null && !(attribute.equals("rows") && reader.isComplete())) {
                reader.take(attribute);
                attribute = tokens.nextAttribute();
            }
            if (attribute == null) {
                end(name, tokens);
            }
            return new DatasetJsonFile(name, content, reader.metadata(notes));
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
        try (JsonTokens tokens = new JsonTokens(name, content.open())) {
            // Read again, so that an attribute after the rows is checked as one before them.
            DatasetJsonMetadata.Reader reader = new DatasetJsonMetadata.Reader(name, tokens);
            boolean scanned = false;
            for (String attribute = tokens.nextAttribute(); attribute != null; attribute = tokens.nextAttribute()) {
                if (attribute.equals("rows") && !scanned) {
                    scanned = true;
                    scan(rows, tokens);
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.dataset();
    }

    private static void scan(DatasetJsonRows rows, JsonTokens tokens) throws IOException, UnreadableDatasetException {
        if (tokens.next() != JsonToken.START_ARRAY) {
            throw tokens.malformed("the attribute rows is no array", "write the rows as an array of arrays");
        }
        rows.scan(tokens);
    }

    private static void end(String name, JsonTokens tokens) throws IOException, UnreadableDatasetException {
        JsonToken token = tokens.next();
        if (token == JsonToken.START_ARRAY) {
            throw new UnreadableDatasetException(
                    Finding.error("FORMAT_MISMATCH", "the file is Dataset-NDJSON, not Dataset-JSON").in(name)
                            .remedy("give it the extension .ndjson"));
        }
        if (token != null) {
            throw tokens.malformed("something follows after the end of the dataset (" + tokens.place() + ")",
                    "deliver one dataset a file");
        }
    }
}
