package org.tabularium.render.xlsx;

import java.util.HashMap;
import java.util.Map;

/// The texts of a workbook's cells, each kept once (ECMA-376, part 1, 18.4).
final class SharedTexts {

    private final Map<String, Integer> indexes = new HashMap<>();
    private final StringBuilder items = new StringBuilder(4_096);
    private int cells;

    /// The index of a text, for one more cell that shows it.
    int index(String text) {
        cells++;
        Integer known = indexes.get(text);
        if (known != null) {
            return known;
        }
        items.append(keepsBlanks(text) ? "<si><t xml:space=\"preserve\">" : "<si><t>");
        Xml.text(items, text);
        items.append("</t></si>");
        int index = indexes.size();
        indexes.put(text, index);
        return index;
    }

    private static boolean keepsBlanks(String text) {
        return !text.isEmpty()
                && (text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ' || text.indexOf('\n') >= 0
                        || text.contains("  "));
    }

    String xml() {
        return Xml.DECLARATION + "<sst xmlns=\"" + Workbook.MAIN + "\" count=\"" + cells + "\" uniqueCount=\"" + indexes.size()
                + "\">" + items + "</sst>";
    }
}
