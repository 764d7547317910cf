package org.tabularium.manuscript.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A display as it stands in a report's document: its caption, its rows, its footnotes.
///
/// @param name the bookmark of its caption, which is the same in every run
/// @param caption the caption's text
/// @param tables its tables: one, or several where it is split between columns
/// @param notes the paragraphs below the last
record ShownDisplay(String name, String caption, List<List<Row>> tables, List<Note> notes) {

    /// A row of a table.
    ///
    /// @param path what it is called: its label, below those of the rows that it stands under
    /// @param header whether it is repeated on each page
    record Row(WordXml.Element element, List<Cell> cells, List<String> path, boolean header) {

        List<String> texts() {
            return cells.stream().map(cell -> cell.written().text()).toList();
        }
    }

    /// A cell.
    ///
    /// @param style of its first paragraph
    record Cell(WordXml.Element paragraph, String style, WrittenText written) {}

    /// A footnote.
    record Note(WordXml.Element paragraph, WrittenText written) {}

    private static final String BOOKMARK = "tfl_";

    /// The displays of a document in their order.
    static Map<String, ShownDisplay> of(WordXml xml) {
        Map<String, ShownDisplay> displays = new LinkedHashMap<>();
        ShownDisplay display = null;
        for (WordXml.Element body : xml.all()) {
            if (!xml.is(body, "body")) {
                continue;
            }
            for (WordXml.Element child : body.children()) {
                String name = xml.is(child, "p") ? bookmark(xml, child) : "";
                if (!name.isEmpty()) {
                    display = new ShownDisplay(name, WrittenText.of(xml, child).text(), new ArrayList<>(), new ArrayList<>());
                    displays.put(name, display);
                } else if (display != null && endsDisplays(xml, child)) {
                    display = null;
                } else if (display != null) {
                    display.add(xml, child);
                }
            }
        }
        return displays;
    }

    private static String bookmark(WordXml xml, WordXml.Element paragraph) {
        return paragraph.children().stream().filter(child -> xml.is(child, "bookmarkStart"))
                .map(child -> child.attribute(xml.prefix() + "name")).filter(name -> name.startsWith(BOOKMARK)).findFirst()
                .orElse("");
    }

    /// Whether what could not be made and findings follow.
    private static boolean endsDisplays(WordXml xml, WordXml.Element child) {
        return xml.is(child, "p") && style(xml, child).equals("TFLSection");
    }

    private static String style(WordXml xml, WordXml.Element paragraph) {
        WordXml.Element properties = xml.child(paragraph, "pPr");
        return properties == null ? "" : xml.value(properties, "pStyle");
    }

    private void add(WordXml xml, WordXml.Element child) {
        if (xml.is(child, "tbl")) {
            boolean goesOn = !notes.isEmpty() && beginsPage(xml, notes.getLast().paragraph());
            notes.clear();
            if (goesOn) {
                tables.getLast().addAll(rows(xml, child, tables.getLast()).stream()
                        .filter(row -> !row.header() && !saysAgain(row)).toList());
            } else {
                tables.add(rows(xml, child, List.of()));
            }
        } else if (xml.is(child, "p") && !tables.isEmpty()) {
            notes.add(new Note(child, WrittenText.of(xml, child)));
        }
    }

    /// Whether a row says what goes on from the page before.
    private static boolean saysAgain(Row row) {
        return row.cells().size() == 1 && row.cells().getFirst().written().text().endsWith(" (continued)");
    }

    /// Whether a table begins a page below the paragraph and goes on with the rows of the one before.
    private static boolean beginsPage(WordXml xml, WordXml.Element paragraph) {
        WordXml.Element properties = xml.child(paragraph, "pPr");
        return properties != null && xml.child(properties, "pageBreakBefore") != null;
    }

    /// @param before the rows with which these go on; empty for a table of its own
    private static List<Row> rows(WordXml xml, WordXml.Element table, List<Row> before) {
        List<Row> rows = new ArrayList<>();
        List<String> above = new ArrayList<>(before.isEmpty() ? List.of() : before.getLast().path());
        for (WordXml.Element row : table.children()) {
            if (xml.is(row, "tr")) {
                List<String> own = List.copyOf(above);
                rows.add(row(xml, row, above));
                if (!before.isEmpty() && (rows.getLast().header() || saysAgain(rows.getLast()))) {
                    above.clear();
                    above.addAll(own);
                }
            }
        }
        return rows;
    }

    /// @param above the labels over the row, which gets its own behind them
    private static Row row(WordXml xml, WordXml.Element row, List<String> above) {
        List<Cell> cells = new ArrayList<>();
        for (WordXml.Element cell : row.children()) {
            WordXml.Element paragraph = xml.is(cell, "tc") ? xml.child(cell, "p") : null;
            if (paragraph != null) {
                cells.add(new Cell(paragraph, style(xml, paragraph), WrittenText.of(xml, cell)));
            }
        }
        WordXml.@Nullable Element properties = xml.child(row, "trPr");
        if (!cells.isEmpty()) {
            int level = level(cells.getFirst().style());
            while (above.size() >= level) {
                above.removeLast();
            }
            while (above.size() < level - 1) {
                above.add("");
            }
            above.add(cells.getFirst().written().text());
        }
        return new Row(row, cells, List.copyOf(above), properties != null && xml.child(properties, "tblHeader") != null);
    }

    /// The level of a label by its style, which ends in it; 1 for what is no label.
    private static int level(String style) {
        int level = style.isEmpty() ? -1 : Character.digit(style.charAt(style.length() - 1), 10);
        return Math.max(1, level);
    }
}
