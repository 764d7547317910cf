package org.tabularium.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.display.PopulationRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.result.display.Remark.OfRows;
import org.tabularium.result.display.TableResults;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.TableRow;

/// The marks of footnotes at what they explain: a column, or the rows below a label. What is said of a whole table has none.
///
/// @param columns mark by column
/// @param rows mark by row
/// @param remarks mark by remark, in the order of the marks
public record FootnoteMarks(Map<Integer, String> columns, Map<Integer, String> rows, Map<Remark, String> remarks) {

    public static final FootnoteMarks NONE = new FootnoteMarks(Map.of(), Map.of(), Map.of());

    /// Which marks a house style uses.
    public enum Kind {
        /// Raised letters.
        LETTERS("ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐ"),
        /// The signs of journals.
        SIGNS("*†‡§¶‖");

        private final String marks;

        Kind(String marks) {
            this.marks = marks;
        }
    }

    /// @param shown the rows of the table, from top to bottom
    static FootnoteMarks of(TableResults results, List<ResultRow> shown, Kind kind) {
        Map<Integer, List<Remark>> ofColumn = new TreeMap<>();
        Map<Integer, List<Remark>> ofRow = new TreeMap<>();
        for (Remark remark : results.remarks()) {
            if (remark instanceof PopulationRemark.NoColumn(long _, String _, boolean total, boolean _) && total) {
                add(ofColumn, 1 + totalColumn(results), remark);
            } else if (remark instanceof OfRows about) {
                about.labels().stream().flatMap(label -> rowsOf(shown, label).stream()).distinct()
                        .forEach(row -> add(ofRow, row, remark));
            } else {
                add(ofRow, RemarkPlace.rowOf(shown, remark), remark);
            }
        }
        Map<Remark, String> marks = new LinkedHashMap<>();
        Map<Integer, String> columns = mark(ofColumn, kind, marks);
        return new FootnoteMarks(columns, mark(ofRow, kind, marks), marks);
    }

    /// Adds a remark to a place, where there is one.
    private static void add(Map<Integer, List<Remark>> places, int place, Remark remark) {
        if (place >= 0) {
            places.computeIfAbsent(place, p -> new ArrayList<>()).add(remark);
        }
    }

    private static int totalColumn(TableResults results) {
        for (int column = 0; column < results.columns().size(); column++) {
            if (results.columns().get(column).isTotal()) {
                return column;
            }
        }
        return -2;
    }

    /// The first row with this label, and those with more words behind it.
    private static List<Integer> rowsOf(List<ResultRow> rows, String label) {
        RowLabel given = new RowLabel.Given(label);
        List<Integer> found = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            RowLabel of = rows.get(row).label() instanceof RowLabel.Holding(RowLabel inner, var _) ? inner : rows.get(row).label();
            boolean first = found.isEmpty() && of.equals(given);
            if (first || (of instanceof RowLabel.Followed(RowLabel before, String _) && before.equals(given))) {
                found.add(row);
            }
        }
        return found;
    }

    /// Gives each remark the next mark, at all its places; those for which none is left have none.
    private static Map<Integer, String> mark(Map<Integer, List<Remark>> places, Kind kind, Map<Remark, String> marks) {
        Map<Integer, String> marked = new HashMap<>();
        places.forEach((place, remarks) -> {
            for (Remark remark : remarks) {
                if (!marks.containsKey(remark) && marks.size() < kind.marks.length()) {
                    marks.put(remark, kind.marks.substring(marks.size(), marks.size() + 1));
                }
                if (marks.containsKey(remark)) {
                    marked.merge(place, marks.get(remark), String::concat);
                }
            }
        });
        return marked;
    }

    /// The mark of an arm; empty for none.
    String ofColumn(int arm) {
        return columns.getOrDefault(1 + arm, "");
    }

    /// The rows with their marks behind their labels.
    List<TableRow> onRows(List<TableRow> unmarked) {
        return onRows(unmarked, null);
    }

    /// The rows of a matrix with their marks.
    ///
    /// @param places which row of the matrix a row of the results is; null where they are the same
    List<TableRow> onRows(List<TableRow> unmarked, @Nullable Map<Integer, Integer> places) {
        List<TableRow> marked = new ArrayList<>(unmarked);
        rows.forEach((row, mark) -> {
            Integer place = places == null ? row : places.get(row);
            if (place != null) {
                marked.set(place, marked(unmarked.get(place), mark));
            }
        });
        return marked;
    }

    private static TableRow marked(TableRow row, String mark) {
        List<Cell> cells = new ArrayList<>(row.cells());
        Cell label = cells.getFirst();
        cells.set(0, new Cell(label.text(), label.number(), label.results(), mark, label.total()));
        return row.with(cells);
    }
}
