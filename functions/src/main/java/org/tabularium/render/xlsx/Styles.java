package org.tabularium.render.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTBorder;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTBorderPr;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellAlignment;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFont;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFontFamily;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STBorderStyle;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STHorizontalAlignment;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STUnderlineValues;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STVerticalAlignment;
import org.tabularium.render.xlsx.Look.Rule;

/// The cell styles of one workbook, each made once: a workbook has few looks and many cells (ECMA-376, part 1, 18.8). A cell's
/// own format names what it changes of its named style, and nothing else, so that a change of the style reaches the cell.
final class Styles {

    /// Built-in formats that need no name.
    private static final Map<String, Integer> BUILT_IN = Map.of(Look.GENERAL, 0, "0", 1, "0.00", 2, Look.TEXT, 49);
    /// Excel has room for some 200 formats of a workbook's own; the last are for those without padding.
    private static final int MOST_PADDED = 170;
    /// Excel allows 250 levels; more than 15 is no table.
    private static final int MOST_INDENTED = 15;
    private static final byte[] BLUE = {(byte) 0xff, 0, 0, (byte) 0xff};
    /// How the part ends.
    private static final byte[] END = "</styleSheet>".getBytes(StandardCharsets.UTF_8);
    /// The family of fonts without serifs.
    private static final int SWISS = 2;

    private record Rules(Rule top, Rule bottom) {}

    private record Face(int points, boolean bold, boolean link, boolean apart) {}

    private final StylesTable table;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
    private final Map<NamedStyle, Integer> indexes = new EnumMap<>(NamedStyle.class);
    private final Map<Face, Integer> fonts = new HashMap<>();
    private final Map<String, Integer> formats = new HashMap<>(BUILT_IN);
    private final Map<Rules, Integer> borders = new HashMap<>(Map.of(new Rules(Rule.NONE, Rule.NONE), 0));

    /// @param workbook a new one. The font of cells without a style decides the unit of the column widths.
    Styles(FixedWorkbook workbook) {
        this.table = workbook.getStylesSource();
        workbook.addition(table, this::writeNames);
        Face plain = new Face(NamedStyle.LINE.points, false, false, false);
        table.getFontAt(0).getCTFont().set(font(plain));
        fonts.put(plain, 0);
    }

    /// Writes the part with the names of the styles, for which POI's small set of schemas has no class.
    private void writeNames(byte[] part, OutputStream out) throws IOException {
        StringBuilder names = new StringBuilder("<cellStyles><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>");
        indexes.forEach(
                (style, index) -> names.append("<cellStyle name=\"").append(style.label).append("\" xfId=\"").append(index)
                        .append("\"/>"));
        out.write(part, 0, part.length - END.length);
        out.write(names.append("</cellStyles>").toString().getBytes(StandardCharsets.UTF_8));
        out.write(END);
    }

    /// The style of a look.
    XSSFCellStyle of(Look look) {
        XSSFCellStyle known = styles.get(look);
        if (known == null) {
            int size = table.putCellXf(own(look));
            known = table.getStyleAt(size - 1);
            styles.put(look, known);
        }
        return known;
    }

    private int index(NamedStyle style) {
        Integer known = indexes.get(style);
        if (known == null) {
            CTXf xf = CTXf.Factory.newInstance();
            basics(xf, style.look());
            align(xf, style.look());
            xf.setApplyNumberFormat(true);
            xf.setApplyFont(true);
            xf.setApplyAlignment(true);
            known = table.putCellStyleXf(xf) - 1;
            indexes.put(style, known);
        }
        return known;
    }

    private CTXf own(Look look) {
        Look of = look.style().look();
        CTXf xf = CTXf.Factory.newInstance();
        basics(xf, look);
        xf.setXfId(index(look.style()));
        if (look.apostrophe()) {
            xf.setQuotePrefix(true);
        }
        if (!look.format().equals(of.format())) {
            xf.setApplyNumberFormat(true);
        }
        if (xf.getBorderId() > 0) {
            xf.setApplyBorder(true);
        }
        align(xf, look);
        if (look.align() != of.align() || look.standing() != of.standing() || look.indent() != of.indent()) {
            xf.setApplyAlignment(true);
        }
        return xf;
    }

    private void basics(CTXf xf, Look look) {
        xf.setNumFmtId(format(look.format()));
        xf.setFontId(font(look));
        xf.setFillId(0);
        xf.setBorderId(border(new Rules(look.top(), look.bottom())));
    }

    private static void align(CTXf xf, Look look) {
        CTCellAlignment alignment = xf.addNewAlignment();
        alignment.setHorizontal(switch (look.align()) {
            case LEFT -> STHorizontalAlignment.LEFT;
            case CENTER -> STHorizontalAlignment.CENTER;
            case RIGHT -> STHorizontalAlignment.RIGHT;
        });
        alignment.setVertical(switch (look.standing()) {
            case TOP -> STVerticalAlignment.TOP;
            case CENTER -> STVerticalAlignment.CENTER;
            case BOTTOM -> STVerticalAlignment.BOTTOM;
        });
        if (look.style() != NamedStyle.DATA) {
            alignment.setWrapText(true);
        }
        if (look.indent() > 0) {
            alignment.setIndent(Math.min(look.indent(), MOST_INDENTED));
        }
    }

    /// Where the workbook has no room for another format the number is shown without padding; of those there are few.
    private int format(String format) {
        Integer known = formats.get(format);
        if (known == null) {
            String plain = DecimalPlace.withoutPadding(format);
            boolean room = table.getNumDataFormats() < MOST_PADDED || plain.equals(format);
            int number = room ? table.putNumberFormat(format) : format(plain);
            formats.put(format, number);
            return number;
        }
        return known;
    }

    private int font(Look look) {
        NamedStyle style = look.style();
        Face face = new Face(style.points, style.bold, style == NamedStyle.LINK, look.apart());
        return fonts.computeIfAbsent(face, f -> table.putFont(new XSSFFont(font(f)), true));
    }

    private static CTFont font(Face face) {
        CTFont font = CTFont.Factory.newInstance();
        if (face.bold()) {
            font.addNewB().setVal(true);
        }
        if (face.link()) {
            font.addNewU().setVal(STUnderlineValues.SINGLE);
        }
        font.addNewSz().setVal(face.points());
        if (face.link()) {
            font.addNewColor().setRgb(BLUE);
        }
        font.addNewName().setVal("Arial");
        if (!face.apart()) {
            CTFontFamily family = font.addNewFamily();
            family.setVal(SWISS);
        }
        return font;
    }

    private int border(Rules rules) {
        return borders.computeIfAbsent(rules, r -> {
            CTBorder border = CTBorder.Factory.newInstance();
            border.addNewLeft();
            border.addNewRight();
            rule(border.addNewTop(), r.top());
            rule(border.addNewBottom(), r.bottom());
            border.addNewDiagonal();
            return table.putBorder(new XSSFCellBorder(border));
        });
    }

    private static void rule(CTBorderPr side, Rule rule) {
        if (rule != Rule.NONE) {
            side.setStyle(rule == Rule.THIN ? STBorderStyle.THIN : STBorderStyle.MEDIUM);
            side.addNewColor().setAuto(true);
        }
    }
}
