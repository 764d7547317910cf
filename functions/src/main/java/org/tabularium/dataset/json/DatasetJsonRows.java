package org.tabularium.dataset.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.scan.ScannedRows;
import org.tabularium.finding.Finding;

/// Scans the rows of a Dataset-JSON file, each an array with one cell a column: cells nobody asked for are passed over.
final class DatasetJsonRows {

    private final String dataset;
    private final DatasetJsonMetadata metadata;
    /// By number of the cell; null where nobody wants it.
    private final @Nullable JsonCell[] cells;
    private final ScannedRows rows;

    DatasetJsonRows(String dataset, DatasetJsonMetadata metadata, InputLimits limits, Set<String> wanted) {
        this.dataset = dataset;
        this.metadata = metadata;
        List<DatasetJsonField> fields = metadata.fields();
        this.cells = new JsonCell[fields.size()];
        this.rows = new ScannedRows(dataset, fields.stream().map(DatasetJsonField::variable).toList(), wanted, limits,
                i -> {
                    JsonCell cell = JsonCell.of(fields.get(i));
                    cells[i] = cell;
                    return cell.column();
                });
    }

    /// Takes all rows, up to the first token after them, which is the current one then (null at the end of the file).
    @Nullable
    JsonToken scan(JsonTokens tokens) throws IOException, UnreadableDatasetException {
        JsonToken token = scanPart(tokens);
        count(rows.seen());
        return token;
    }

    /// Takes the rows of a part of the file. How many rows the file should have is not looked at.
    @Nullable
    JsonToken scanPart(JsonTokens tokens) throws IOException, UnreadableDatasetException {
        long row = 0;
        tokens.row(1);
        JsonToken token = tokens.next();
        while (token == JsonToken.START_ARRAY) {
            row = rows.begin();
            cells(tokens);
            rows.end();
            tokens.row(row + 1);
            token = tokens.next();
        }
        if (token != null && token != JsonToken.END_ARRAY) {
            throw tokens.malformed("the row is no array of cells", "write each row as an array");
        }
        tokens.row(0);
        return token;
    }

    /// Appends the rows of the parts that follow, and says where all together are not as many as the file says.
    DatasetJsonRows append(List<DatasetJsonRows> parts) throws UnreadableDatasetException {
        for (DatasetJsonRows part : parts) {
            rows.append(part.rows);
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] instanceof JsonCell.Numeric numbers && part.cells[i] instanceof JsonCell.Numeric more) {
                    numbers.addNotAvailable(more.notAvailable());
                }
            }
        }
        count(rows.seen());
        return this;
    }

    /// Says how many rows there were where the file has none to scan.
    void count(long counted) throws UnreadableDatasetException {
        if (counted != metadata.records()) {
            throw new UnreadableDatasetException(
                    Finding.error("RECORD_COUNT_MISMATCH",
                            "the file says that it has " + metadata.records() + " rows, but it has " + counted)
                            .in(dataset).remedy("deliver the file again; rows may be lost"));
        }
    }

    Dataset dataset(Consumer<Finding> notes) {
        for (JsonCell cell : cells) {
            if (cell instanceof JsonCell.Numeric numbers && numbers.notAvailable() > 0) {
                notes.accept(Finding
                        .note("NA_MISSING", "a text such as NA, NaN or a point stands for a number in " + numbers.notAvailable()
                                + " rows and was read as a missing value, as R and SAS write it")
                        .in(dataset)
                        .of(numbers.column().variable().name()).remedy("write null where there is no value"));
            }
        }
        return rows.dataset(metadata.label());
    }

    private void cells(JsonTokens tokens) throws IOException, UnreadableDatasetException {
        int count = 0;
        JsonToken cell = tokens.next();
        while (cell != null && cell.isScalarValue()) {
            JsonCell taker = count < cells.length ? cells[count] : null;
            if (taker != null) {
                taker.accept(cell, tokens);
            }
            count++;
            cell = tokens.next();
        }
        if (cell != JsonToken.END_ARRAY) {
            throw tokens.malformed("cell number " + (count + 1) + " of the row is an array or an object",
                    "write each cell as text, number, truth value or null");
        }
        if (count != cells.length) {
            throw tokens.malformed("the row has " + count + " cells, but there are " + cells.length + " columns",
                    "write one cell a column, null where there is no value");
        }
    }
}
