package org.tabularium.manuscript.word;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.word.WordXml.Element;

/// What a reader takes a cell of a table to be of: the headers over it, the label that its block has and that of its row.
final class TableLeads {

    private TableLeads() {}

    /// Empty for what stands in no table, in a header or in a label.
    static String of(WordXml xml, Element paragraph) {
        Element cell = around(xml, paragraph, "tc");
        Element row = cell == null ? null : around(xml, cell, "tr");
        Element table = row == null ? null : around(xml, row, "tbl");
        if (cell == null || row == null || table == null) {
            return "";
        }
        List<Element> rows = below(xml, table, "tr");
        List<Element> cells = below(xml, row, "tc");
        int at = cells.indexOf(cell);
        if (at <= 0 || isHeader(xml, rows, row)) {
            return "";
        }
        int column = cells.subList(0, at).stream().mapToInt(before -> span(xml, before)).sum();
        List<String> lead = new ArrayList<>();
        rows.stream().filter(header -> isHeader(xml, rows, header)).forEach(header -> lead.add(text(xml, header, column)));
        if (text(xml, rows.getFirst(), 0).contains("(%)")) {
            lead.add("n (%)");
        }
        lead.add(block(xml, rows, row));
        lead.add(words(xml, cells.getFirst()));
        lead.removeIf(String::isBlank);
        return String.join(", ", lead);
    }

    /// The label of the nearest row above that has nothing but a label.
    private static String block(WordXml xml, List<Element> rows, Element row) {
        for (int above = rows.indexOf(row) - 1; above >= 0 && !isHeader(xml, rows, rows.get(above)); above--) {
            List<Element> cells = below(xml, rows.get(above), "tc");
            if (!cells.isEmpty() && cells.stream().skip(1).allMatch(cell -> words(xml, cell).isBlank())) {
                return words(xml, cells.getFirst());
            }
        }
        return "";
    }

    private static boolean isHeader(WordXml xml, List<Element> rows, Element row) {
        Element properties = xml.child(row, "trPr");
        return row.equals(rows.getFirst()) || (properties != null && xml.child(properties, "tblHeader") != null);
    }

    private static String text(WordXml xml, Element row, int column) {
        int from = 0;
        for (Element cell : below(xml, row, "tc")) {
            from += span(xml, cell);
            if (column < from) {
                return words(xml, cell);
            }
        }
        return "";
    }

    private static int span(WordXml xml, Element cell) {
        Element properties = xml.child(cell, "tcPr");
        String span = properties == null ? "" : xml.value(properties, "gridSpan");
        return span.matches("[1-9]\\d{0,3}") ? Integer.parseInt(span) : 1;
    }

    private static String words(WordXml xml, Element cell) {
        return WrittenText.of(xml, cell).text().replace('\n', ' ').strip();
    }

    private static @Nullable Element around(WordXml xml, Element element, String name) {
        Element at = element.parent();
        while (at != null && !xml.is(at, name)) {
            at = at.parent();
        }
        return at;
    }

    /// The nearest elements of a name, also in content controls.
    private static List<Element> below(WordXml xml, Element element, String name) {
        List<Element> found = new ArrayList<>();
        for (Element child : element.children()) {
            if (xml.is(child, name)) {
                found.add(child);
            } else if (!xml.is(child, "tbl")) {
                found.addAll(below(xml, child, name));
            }
        }
        return found;
    }
}
