package org.tabularium.render.xlsx;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// The cell styles of one workbook, each made once: a workbook has few looks and many cells.
final class Styles {

    /// What a cell's text looks like.
    enum Face {
        PLAIN(10, false, false), BOLD(10, true, false), TITLE(12, true, false), SMALL(8, false, false), LINK(10, false, true);

        private final int points;
        private final boolean bold;
        private final boolean link;

        Face(int points, boolean bold, boolean link) {
            this.points = points;
            this.bold = bold;
            this.link = link;
        }

        /// The height of a line in points.
        float lineHeight() {
            return points * 1.3f;
        }
    }

    /// A look. `decimals` is −1 for text, else the decimals of a number; `apostrophe` marks text that a program could take for a formula.
    record Look(Face face, HorizontalAlignment align, VerticalAlignment vertical, int indent, BorderStyle top, BorderStyle bottom,
            int decimals,
            boolean apostrophe) {

        static Look text(Face face) {
            return new Look(face, HorizontalAlignment.LEFT, VerticalAlignment.TOP, 0, BorderStyle.NONE, BorderStyle.NONE, -1,
                    false);
        }

        Look aligned(HorizontalAlignment newAlign) {
            return new Look(face, newAlign, vertical, indent, top, bottom, decimals, apostrophe);
        }

        Look standing(VerticalAlignment newVertical) {
            return new Look(face, align, newVertical, indent, top, bottom, decimals, apostrophe);
        }

        Look indented(int newIndent) {
            return new Look(face, align, vertical, newIndent, top, bottom, decimals, apostrophe);
        }

        Look ruled(BorderStyle newTop, BorderStyle newBottom) {
            return new Look(face, align, vertical, indent, newTop, newBottom, decimals, apostrophe);
        }

        Look number(int newDecimals) {
            return new Look(face, align, vertical, indent, top, bottom, newDecimals, apostrophe);
        }

        Look quoted(boolean newApostrophe) {
            return new Look(face, align, vertical, indent, top, bottom, decimals, newApostrophe);
        }
    }

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Face, XSSFFont> fonts = new HashMap<>();

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        // The workbook's own font decides the unit of the column widths.
        dress(workbook.getFontAt(0), Face.PLAIN);
        fonts.put(Face.PLAIN, workbook.getFontAt(0));
    }

    XSSFCellStyle of(Look look) {
        return styles.computeIfAbsent(look, this::make);
    }

    private XSSFCellStyle make(Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(look.face(), face -> dress(workbook.createFont(), face)));
        style.setAlignment(look.align());
        style.setVerticalAlignment(look.vertical());
        if (look.indent() > 0) {
            // Excel allows 250 levels; more than 15 is no table.
            style.setIndention((short) Math.min(look.indent(), 15));
        }
        if (look.top() != BorderStyle.NONE) {
            style.setBorderTop(look.top());
        }
        if (look.bottom() != BorderStyle.NONE) {
            style.setBorderBottom(look.bottom());
        }
        if (look.decimals() >= 0) {
            style.setDataFormat(workbook.createDataFormat().getFormat(numberFormat(look.decimals())));
        } else {
            style.setWrapText(true);
            style.setDataFormat((short) 0x31); // built-in "@": text, also after somebody edits the cell
            style.setQuotePrefixed(look.apostrophe());
        }
        return style;
    }

    private static String numberFormat(int decimals) {
        return decimals == 0 ? "0" : "0." + "0".repeat(decimals);
    }

    private static XSSFFont dress(XSSFFont font, Face face) {
        font.setFontName("Arial");
        font.setFontHeightInPoints((short) face.points);
        font.setBold(face.bold);
        if (face.link) {
            font.setUnderline(Font.U_SINGLE);
            font.setColor(IndexedColors.BLUE.getIndex());
        }
        return font;
    }
}
