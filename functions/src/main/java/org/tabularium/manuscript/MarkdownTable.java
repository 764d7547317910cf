package org.tabularium.manuscript;

import java.util.ArrayList;
import java.util.List;

/// A table in Markdown: lines of cells between bars, the first being its header.
final class MarkdownTable {

    private MarkdownTable() {}

    /// Its cells as passages, each with what its header and its labels say.
    ///
    /// @param first the number of its first line
    static List<Passage> cells(String table, int first) {
        List<String> lines = table.lines().toList();
        List<String> headers = texts(lines.getFirst());
        List<Passage> cells = new ArrayList<>();
        String form = headers.getFirst().contains("(%)") ? "n (%)" : "";
        String block = "";
        for (int row = 0; row < lines.size(); row++) {
            List<String> texts = texts(lines.get(row));
            if (texts.stream().allMatch(text -> text.matches("[\\s:-]*"))) {
                continue;
            }
            block = texts.stream().skip(1).allMatch(String::isBlank) ? texts.getFirst().strip() : block;
            int at = 1;
            for (int column = 0; column < texts.size(); column++) {
                String header = column < headers.size() ? headers.get(column).strip() : "";
                String lead = row == 0 || column == 0 ? "" : lead(header, form, block, texts.getFirst().strip());
                cells.add(new Passage(" ".repeat(at) + texts.get(column), lead, "", "line", first + row));
                at += texts.get(column).length() + 1;
            }
        }
        return cells;
    }

    private static List<String> texts(String line) {
        String inside = line.endsWith("|") && line.length() > 1 ? line.substring(1, line.length() - 1) : line.substring(1);
        return List.of(inside.split("\\|", -1));
    }

    private static String lead(String... parts) {
        List<String> said = new ArrayList<>(List.of(parts));
        said.removeIf(String::isEmpty);
        return String.join(", ", said);
    }
}
