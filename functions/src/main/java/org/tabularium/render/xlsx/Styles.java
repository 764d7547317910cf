package org.tabularium.render.xlsx;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tabularium.render.xlsx.Look.Face;
import org.tabularium.render.xlsx.Look.Rule;

/// The cell styles of one workbook, each made once: a workbook has few looks and many cells (ECMA-376, part 1, 18.8).
final class Styles {

    /// The first number format that is a workbook's own.
    private static final int FIRST_FORMAT = 164;
    /// The built-in format "@": text, also after somebody edits the cell.
    private static final int TEXT_FORMAT = 49;
    /// Excel allows 250 levels; more than 15 is no table.
    private static final int MOST_INDENTED = 15;

    private record Rules(Rule top, Rule bottom) {}

    private final Map<Look, Integer> styles = new HashMap<>();
    private final Map<Face, Integer> fonts = new EnumMap<>(Face.class);
    private final Map<Rules, Integer> borders = new HashMap<>();
    private final Map<Integer, Integer> formats = new HashMap<>();
    private final StringBuilder styleXml = new StringBuilder(4_096);
    private final StringBuilder fontXml = new StringBuilder();
    private final StringBuilder borderXml = new StringBuilder();
    private final StringBuilder formatXml = new StringBuilder();

    /// The style of cells that have none: its font decides the unit of the column widths.
    Styles() {
        font(Face.PLAIN);
        border(new Rules(Rule.NONE, Rule.NONE));
        styleXml.append("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
    }

    /// The index of a look's style.
    int of(Look look) {
        Integer known = styles.get(look);
        if (known == null) {
            make(look);
            known = styles.size() + 1;
            styles.put(look, known);
        }
        return known;
    }

    private void make(Look look) {
        int format = look.decimals() < 0 ? TEXT_FORMAT : format(look.decimals());
        int border = border(new Rules(look.top(), look.bottom()));
        styleXml.append("<xf numFmtId=\"").append(format).append("\" fontId=\"").append(font(look.face()))
                .append("\" fillId=\"0\" borderId=\"").append(border).append("\" xfId=\"0\"")
                .append(look.apostrophe() ? " quotePrefix=\"1\"" : "").append(" applyNumberFormat=\"1\" applyFont=\"1\"")
                .append(border > 0 ? " applyBorder=\"1\"" : "").append(" applyAlignment=\"1\"><alignment horizontal=\"")
                .append(name(look.align())).append("\" vertical=\"").append(name(look.standing())).append('"')
                .append(look.decimals() < 0 ? " wrapText=\"1\"" : "");
        if (look.indent() > 0) {
            styleXml.append(" indent=\"").append(Math.min(look.indent(), MOST_INDENTED)).append('"');
        }
        styleXml.append("/></xf>");
    }

    /// Formats 1 and 2 are built in: "0" and "0.00".
    private int format(int decimals) {
        return switch (decimals) {
            case 0 -> 1;
            case 2 -> 2;
            default -> formats.computeIfAbsent(decimals, d -> {
                int id = FIRST_FORMAT + formats.size();
                formatXml.append("<numFmt numFmtId=\"").append(id).append("\" formatCode=\"0.").repeat("0", d).append("\"/>");
                return id;
            });
        };
    }

    private int font(Face face) {
        return fonts.computeIfAbsent(face, f -> {
            fontXml.append("<font>").append(f.bold ? "<b/>" : "").append(f.link ? "<u/>" : "").append("<sz val=\"")
                    .append(f.points).append("\"/>").append(f.link ? "<color rgb=\"FF0000FF\"/>" : "")
                    .append("<name val=\"Arial\"/><family val=\"2\"/></font>");
            return fonts.size();
        });
    }

    private int border(Rules rules) {
        return borders.computeIfAbsent(rules, r -> {
            borderXml.append("<border><left/><right/>");
            rule("top", r.top());
            rule("bottom", r.bottom());
            borderXml.append("<diagonal/></border>");
            return borders.size();
        });
    }

    private void rule(String side, Rule rule) {
        borderXml.append('<').append(side);
        if (rule != Rule.NONE) {
            borderXml.append(" style=\"").append(name(rule)).append("\"><color auto=\"1\"/></").append(side).append('>');
        } else {
            borderXml.append("/>");
        }
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// The part of the workbook that holds its styles.
    String xml() {
        String numFmts = formats.isEmpty() ? "" : "<numFmts count=\"" + formats.size() + "\">" + formatXml + "</numFmts>";
        return Xml.DECLARATION + "<styleSheet xmlns=\"" + Workbook.MAIN + "\">" + numFmts
                + "<fonts count=\"" + fonts.size() + "\">" + fontXml + "</fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"" + borders.size() + "\">" + borderXml + "</borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"" + (styles.size() + 1) + "\">" + styleXml + "</cellXfs>"
                + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
    }
}
