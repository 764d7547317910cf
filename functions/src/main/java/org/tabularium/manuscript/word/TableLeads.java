package org.tabularium.manuscript.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.word.WordXml.Element;

/// What a reader takes a cell of a table to be of: the headers over it, the label that its block has and that of its row.
final class TableLeads {

    /// A style of labels, `TFLStub2`.
    private static final Pattern STUB = Pattern.compile("(?i).*stub[ _-]?(\\d)");

    private TableLeads() {}

    /// Empty for what stands in no table, in a header or in a label.
    static String of(WordXml xml, Element paragraph) {
        return of(xml, paragraph, (rows, row) -> List.of(block(xml, rows, row)));
    }

    /// The same with all labels over that of its row, where our styles tell how they are indented: "95% CI" is of a visit, and
    /// that of a response.
    static String nested(WordXml xml, Element paragraph) {
        return of(xml, paragraph, (rows, row) -> level(xml, row) > 0 ? over(xml, rows, row) : List.of(block(xml, rows, row)));
    }

    private static String of(WordXml xml, Element paragraph, BiFunction<List<Element>, Element, List<String>> labels) {
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
        lead.addAll(labels.apply(rows, row));
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

    /// The labels over that of a row, from the outermost.
    private static List<String> over(WordXml xml, List<Element> rows, Element row) {
        List<String> over = new ArrayList<>();
        int level = level(xml, row);
        for (int above = rows.indexOf(row) - 1; above >= 0 && level > 1 && !isHeader(xml, rows, rows.get(above)); above--) {
            int higher = level(xml, rows.get(above));
            if (higher > 0 && higher < level) {
                over.addFirst(words(xml, below(xml, rows.get(above), "tc").getFirst()));
                level = higher;
            }
        }
        return over;
    }

    /// The level of a row's label by its style, the outermost being 1; 0 where the style does not tell.
    private static int level(WordXml xml, Element row) {
        return below(xml, row, "tc").stream().limit(1).flatMap(cell -> below(xml, cell, "p").stream()).limit(1)
                .map(paragraph -> xml.child(paragraph, "pPr")).filter(Objects::nonNull)
                .map(properties -> STUB.matcher(xml.value(properties, "pStyle"))).filter(Matcher::matches)
                .mapToInt(style -> Integer.parseInt(style.group(1))).findFirst().orElse(0);
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
