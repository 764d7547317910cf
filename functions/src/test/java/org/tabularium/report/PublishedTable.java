package org.tabularium.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A published table of the reference material, cell by cell.
record PublishedTable(String id, List<Cell> cells) {

    /// @param group the heading that the row stands under; empty for none
    /// @param text as printed
    /// @param raw the value at full precision, where it is published too
    record Cell(String group, String row, String column, String text, @Nullable Double raw) {

        @Override
        public String toString() {
            return (group.isEmpty() ? "" : group + ", ") + row + ", " + column + ": " + text;
        }
    }

    /// Skips the test where the reference material is absent.
    static PublishedTable of(String id) {
        try {
            JsonNode table = ResultRecords.tree(Files.readAllBytes(Places.reference("expected/" + id + ".json")));
            List<Cell> cells = new ArrayList<>();
            for (JsonNode cell : table.required("cells")) {
                cells.add(new Cell(cell.path("group").asText(""), cell.required("row").textValue(),
                        cell.required("column").textValue(), cell.required("text").textValue(),
                        cell.has("raw") ? Double.valueOf(cell.get("raw").doubleValue()) : null));
            }
            if (cells.size() != table.required("n_cells").intValue()) {
                throw new IllegalStateException(id + " has " + cells.size() + " cells");
            }
            return new PublishedTable(id, cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
