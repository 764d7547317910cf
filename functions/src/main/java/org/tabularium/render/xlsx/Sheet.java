package org.tabularium.render.xlsx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One sheet of a workbook as SpreadsheetML (ECMA-376, part 1, 18.3): cells row by row, then what lies over and around them. Rows
/// and columns count from 0.
final class Sheet {

    private final String name;
    private final SharedTexts texts;
    private final StringBuilder columns = new StringBuilder();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> merged = new ArrayList<>();
    private final StringBuilder links = new StringBuilder();
    private String pane = "";
    private String pageSetup = "";
    private String header = "";
    private String footer = "";
    private int repeated;
    private int lastColumn;

    Sheet(String name, SharedTexts texts) {
        this.name = name;
        this.texts = texts;
    }

    String name() {
        return name;
    }

    /// How many rows at the top are repeated on every printed page.
    int repeatedRows() {
        return repeated;
    }

    /// Sets the width of the next column, in digits.
    void column(int column, double width) {
        columns.append("<col min=\"").append(column + 1).append("\" max=\"").append(column + 1).append("\" width=\"")
                .append(width)
                .append("\" customWidth=\"1\"/>");
    }

    /// Begins a row below all others.
    Row row(int number) {
        Row row = new Row(number);
        rows.add(row);
        return row;
    }

    void merge(int row, int firstColumn, int lastMerged) {
        merged.add(reference(row, firstColumn) + ":" + reference(row, lastMerged));
    }

    /// Makes a cell a link to the top of another sheet.
    void link(int row, int column, String sheetName) {
        links.append("<hyperlink ref=\"").append(reference(row, column)).append("\" location=\"");
        Xml.text(links, quoted(sheetName) + "!A1");
        links.append("\"/>");
    }

    /// Keeps the first rows and columns in sight.
    void freeze(int frozenColumns, int frozenRows) {
        String place = frozenColumns == 0 ? "bottomLeft" : "bottomRight";
        pane = "<pane" + (frozenColumns == 0 ? "" : " xSplit=\"" + frozenColumns + "\"") + " ySplit=\"" + frozenRows
                + "\" topLeftCell=\"" + reference(frozenRows, frozenColumns) + "\" activePane=\"" + place
                + "\" state=\"frozen\"/><selection pane=\"" + place + "\"/>";
    }

    /// Repeats the first rows on every printed page.
    void repeat(int rowsAtTop) {
        repeated = rowsAtTop;
    }

    /// Sets up the printed page: as wide as the sheet, as many pages as it takes.
    ///
    /// @param paper the number of the paper size (1 letter, 9 A4)
    /// @param pageHeader with `&` commands
    /// @param pageFooter likewise
    void pages(int paper, boolean landscape, String pageHeader, String pageFooter) {
        pageSetup = "<pageSetup paperSize=\"" + paper + "\" fitToHeight=\"0\" orientation=\""
                + (landscape ? "landscape" : "portrait") + "\"/>";
        header = pageHeader;
        footer = pageFooter;
    }

    /// The sheet's name as references write it.
    static String quoted(String sheetName) {
        return "'" + sheetName.replace("'", "''") + "'";
    }

    private static String reference(int row, int column) {
        StringBuilder reference = new StringBuilder();
        appendReference(reference, row, column);
        return reference.toString();
    }

    private static void appendReference(StringBuilder to, int row, int column) {
        appendLetters(to, column);
        to.append(row + 1);
    }

    private static void appendLetters(StringBuilder to, int column) {
        if (column >= 26) {
            appendLetters(to, column / 26 - 1);
        }
        to.append((char) ('A' + column % 26));
    }

    /// The part of the workbook that holds the sheet.
    ///
    /// @param rowHeight the height of rows that have none of their own, in points
    String xml(int rowHeight) {
        StringBuilder xml = new StringBuilder(8_192);
        xml.append(Xml.DECLARATION).append("<worksheet xmlns=\"").append(Workbook.MAIN)
                .append("\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"A1:")
                .append(reference(rows.isEmpty() ? 0 : rows.getLast().number, lastColumn))
                .append("\"/><sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\"").append(pane.isEmpty() ? "/>" : ">")
                .append(pane).append(pane.isEmpty() ? "" : "</sheetView>")
                .append("</sheetViews><sheetFormatPr defaultRowHeight=\"")
                .append(rowHeight).append("\" customHeight=\"1\"/><cols>").append(columns).append("</cols><sheetData>");
        rows.forEach(row -> row.appendTo(xml));
        xml.append("</sheetData>");
        if (!merged.isEmpty()) {
            xml.append("<mergeCells count=\"").append(merged.size()).append("\">");
            merged.forEach(range -> xml.append("<mergeCell ref=\"").append(range).append("\"/>"));
            xml.append("</mergeCells>");
        }
        if (!links.isEmpty()) {
            xml.append("<hyperlinks>").append(links).append("</hyperlinks>");
        }
        xml.append("<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>")
                .append(pageSetup).append("<headerFooter><oddHeader>");
        Xml.text(xml, header);
        xml.append("</oddHeader><oddFooter>");
        Xml.text(xml, footer);
        return xml.append("</oddFooter></headerFooter></worksheet>").toString();
    }

    /// One row; its cells come from left to right.
    final class Row {

        private final int number;
        private final StringBuilder cells = new StringBuilder(256);
        private @Nullable Double height;

        private Row(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        /// A cell of text; an empty one has only its style.
        void text(int column, String text, int style) {
            begin(column, style);
            if (text.isEmpty()) {
                cells.append("/>");
            } else {
                cells.append(" t=\"s\"><v>").append(texts.index(text)).append("</v></c>");
            }
        }

        /// A cell of a number, written in plain decimals.
        void number(int column, String number, int style) {
            begin(column, style);
            cells.append("><v>").append(number).append("</v></c>");
        }

        /// Gives the row a height of its own.
        void height(double points) {
            height = points;
        }

        private void begin(int column, int style) {
            lastColumn = Math.max(lastColumn, column);
            cells.append("<c r=\"");
            appendReference(cells, number, column);
            cells.append("\" s=\"").append(style).append('"');
        }

        private void appendTo(StringBuilder xml) {
            xml.append("<row r=\"").append(number + 1).append('"');
            if (height != null) {
                xml.append(" ht=\"").append(height.doubleValue()).append("\" customHeight=\"1\"");
            }
            xml.append('>').append(cells).append("</row>");
        }
    }
}
