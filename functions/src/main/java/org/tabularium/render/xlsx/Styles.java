package org.tabularium.render.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tabularium.render.office.XmlText;
import org.tabularium.render.xlsx.Look.Rule;

/// The cell styles of one workbook, each made once: a workbook has few looks and many cells (ECMA-376, part 1, 18.8). A cell's
/// own format names what it changes of its named style, and nothing else, so that a change of the style reaches the cell.
///
/// The part is written here: POI's small set of schemas has no class for the names of styles, and its objects for all the others
/// took longer than the cells that have them.
final class Styles {

    /// Built-in formats that need no name.
    private static final Map<String, Integer> BUILT_IN = Map.of(Look.GENERAL, 0, "0", 1, "0.00", 2, Look.TEXT, 49);
    /// The number of the first format that is a workbook's own.
    private static final int FIRST_OWN = 164;
    /// Excel has room for some 200 formats of a workbook's own; the last are for those without padding.
    private static final int MOST_PADDED = 170;
    /// Excel allows 250 levels; more than 15 is no table.
    private static final int MOST_INDENTED = 15;
    /// What is filled how; no cell is, but programs expect the first two.
    private static final String FILLS = "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>";

    private record Rules(Rule top, Rule bottom) {}

    private record Face(int points, boolean bold, boolean link, boolean apart) {}

    /// Elements of one kind, which others name by their number.
    private static final class Numbered {
        private final String name;
        private final StringBuilder elements = new StringBuilder();
        private int count;

        Numbered(String name) {
            this.name = name;
        }

        /// Adds an element.
        ///
        /// @return its number, from 0
        int add(String element) {
            elements.append(element);
            return count++;
        }

        /// All of them; nothing where there are none.
        String written() {
            return count == 0 ? "" : "<" + name + " count=\"" + count + "\">" + elements + "</" + name + ">";
        }
    }

    private final Numbered ownFormats = new Numbered("numFmts");
    private final Numbered ownFonts = new Numbered("fonts");
    private final Numbered ownBorders = new Numbered("borders");
    private final Numbered namedFormats = new Numbered("cellStyleXfs");
    private final Numbered cellFormats = new Numbered("cellXfs");
    private final Map<Look, Integer> looks = new HashMap<>();
    private final Map<NamedStyle, Integer> names = new EnumMap<>(NamedStyle.class);
    private final Map<Face, Integer> fonts = new HashMap<>();
    private final Map<String, Integer> formats = new HashMap<>(BUILT_IN);
    private final Map<Rules, Integer> borders = new HashMap<>();

    /// @param workbook a new one. The font of cells without a style, which is the first, decides the unit of the column widths.
    Styles(FixedWorkbook workbook) {
        workbook.replacement(workbook.getStylesSource(), this::write);
        String plain = "<xf numFmtId=\"0\" fontId=\"" + font(new Face(NamedStyle.LINE.points, false, false, false))
                + "\" fillId=\"0\" borderId=\"" + border(new Rules(Rule.NONE, Rule.NONE)) + "\"";
        namedFormats.add(plain + "/>");
        cellFormats.add(plain + " xfId=\"0\"/>");
    }

    private void write(OutputStream out) throws IOException {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        xml.append(ownFormats.written()).append(ownFonts.written()).append(FILLS).append(ownBorders.written())
                .append(namedFormats.written()).append(cellFormats.written())
                .append("<cellStyles><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>");
        names.forEach((style, number) -> xml.append("<cellStyle name=\"").append(style.label).append("\" xfId=\"")
                .append(number).append("\"/>"));
        out.write(xml.append("</cellStyles></styleSheet>").toString().getBytes(StandardCharsets.UTF_8));
    }

    /// The number of a look, which its cells name.
    int of(Look look) {
        Integer known = looks.get(look);
        if (known == null) {
            known = cellFormats.add(own(look));
            looks.put(look, known);
        }
        return known;
    }

    private int named(NamedStyle style) {
        return names.computeIfAbsent(style, s -> namedFormats.add(basics(s.look())
                + " applyNumberFormat=\"true\" applyFont=\"true\" applyAlignment=\"true\">" + alignment(s.look())));
    }

    private String own(Look look) {
        Look of = look.style().look();
        StringBuilder xf = new StringBuilder(basics(look)).append(" xfId=\"").append(named(look.style())).append('"');
        if (look.apostrophe()) {
            xf.append(" quotePrefix=\"true\"");
        }
        if (!look.format().equals(of.format())) {
            xf.append(" applyNumberFormat=\"true\"");
        }
        if (look.top() != Rule.NONE || look.bottom() != Rule.NONE) {
            xf.append(" applyBorder=\"true\"");
        }
        if (look.align() != of.align() || look.standing() != of.standing() || look.indent() != of.indent()) {
            xf.append(" applyAlignment=\"true\"");
        }
        return xf.append('>').append(alignment(look)).toString();
    }

    /// The beginning of a format: what it is made of.
    private String basics(Look look) {
        return "<xf numFmtId=\"" + format(look.format()) + "\" fontId=\"" + font(look) + "\" fillId=\"0\" borderId=\""
                + border(new Rules(look.top(), look.bottom())) + "\"";
    }

    /// The end of a format: how its text stands in the cell.
    private static String alignment(Look look) {
        StringBuilder alignment = new StringBuilder("<alignment horizontal=\"").append(word(look.align()))
                .append("\" vertical=\"").append(word(look.standing())).append('"');
        if (look.style() != NamedStyle.DATA) {
            alignment.append(" wrapText=\"true\"");
        }
        if (look.indent() > 0) {
            alignment.append(" indent=\"").append(Math.min(look.indent(), MOST_INDENTED)).append('"');
        }
        return alignment.append("/></xf>").toString();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// Where the workbook has no room for another format the number is shown without padding; of those there are few.
    private int format(String format) {
        Integer known = formats.get(format);
        if (known == null) {
            String plain = DecimalPlace.withoutPadding(format);
            boolean room = ownFormats.count < MOST_PADDED || plain.equals(format);
            known = room ? ownFormat(format) : format(plain);
            formats.put(format, known);
        }
        return known;
    }

    private int ownFormat(String format) {
        int number = FIRST_OWN + ownFormats.count;
        ownFormats.add("<numFmt numFmtId=\"" + number + "\" formatCode=\"" + XmlText.escaped(format) + "\"/>");
        return number;
    }

    private int font(Look look) {
        NamedStyle style = look.style();
        return font(new Face(style.points, style.bold, style == NamedStyle.LINK, look.apart()));
    }

    /// Arial; its family is that of the fonts without serifs.
    private int font(Face face) {
        return fonts.computeIfAbsent(face, f -> ownFonts.add("<font>" + (f.bold() ? "<b val=\"true\"/>" : "")
                + (f.link() ? "<u val=\"single\"/>" : "") + "<sz val=\"" + f.points() + "\"/>"
                + (f.link() ? "<color rgb=\"FF0000FF\"/>" : "") + "<name val=\"Arial\"/>"
                + (f.apart() ? "" : "<family val=\"2\"/>") + "</font>"));
    }

    private int border(Rules rules) {
        return borders.computeIfAbsent(rules, r -> ownBorders.add("<border><left/><right/>" + rule("top", r.top())
                + rule("bottom", r.bottom()) + "<diagonal/></border>"));
    }

    private static String rule(String side, Rule rule) {
        return rule == Rule.NONE
                ? "<" + side + "/>"
                : "<" + side + " style=\"" + word(rule) + "\"><color auto=\"true\"/></" + side + ">";
    }
}
