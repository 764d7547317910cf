package org.tabularium.manuscript.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tabularium.render.office.XmlText;

/// The first page of a compared report: which displays are other and how much of them, which subjects came and went.
///
/// @param before the older run
/// @param after the newer one
/// @param displays of the newer run, in order
/// @param gone captions of the displays that it lacks
/// @param subjectsBefore empty where the run does not name them
record ChangeSummary(String before, String after, List<OfDisplay> displays, List<String> gone,
        Optional<Set<String>> subjectsBefore,
        Optional<Set<String>> subjectsAfter) {

    /// A display.
    ///
    /// @param earlierCaption its caption before, where it is other; else empty
    record OfDisplay(String caption, boolean isNew, String earlierCaption, DisplayChanges.Count count) {

        boolean isChanged() {
            return isNew || !earlierCaption.isEmpty() || !count.isNothing();
        }
    }

    private static final int MOST_NAMED = 200;
    private static final String EACH = "TFLText";

    /// The page as paragraphs and a table in the styles of the report.
    ///
    /// @param w the prefix of Word's elements
    String markup(String w) {
        StringBuilder page = new StringBuilder();
        List<OfDisplay> changed = displays.stream().filter(OfDisplay::isChanged).toList();
        int cells = changed.stream().filter(display -> !display.isNew()).mapToInt(display -> display.count().cells()).sum();
        paragraph(page, "TFLSection", "Changes from run " + before + " to run " + after);
        paragraph(page, EACH, "Displays changed: " + changed.size() + " of " + displays.size());
        paragraph(page, EACH, "Cells changed: " + cells);
        paragraph(page, EACH, "Rows added: " + changed.stream().mapToInt(display -> display.count().rowsAdded()).sum()
                + "; rows gone: " + changed.stream().mapToInt(display -> display.count().rowsGone()).sum());
        paragraph(page, EACH, "Footnotes changed: " + changed.stream().mapToInt(display -> display.count().notes()).sum());
        subjects(page);
        gone.forEach(caption -> paragraph(page, EACH, "Gone: " + caption));
        changed.stream().filter(display -> !display.earlierCaption().isEmpty())
                .forEach(display -> paragraph(page, EACH, display.caption() + ", before: " + display.earlierCaption()));
        if (!changed.isEmpty()) {
            table(page, changed);
        }
        page.append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
        return w.equals("w:") ? page.toString() : page.toString().replace("<w:", "<" + w).replace("</w:", "</" + w);
    }

    private void subjects(StringBuilder page) {
        if (subjectsBefore.isEmpty() || subjectsAfter.isEmpty()) {
            paragraph(page, EACH, "Subjects added and gone are not known: not both runs name subjects.");
            return;
        }
        paragraph(page, EACH, "Subjects added: " + named(subjectsAfter.get(), subjectsBefore.get()));
        paragraph(page, EACH, "Subjects gone: " + named(subjectsBefore.get(), subjectsAfter.get()));
    }

    private static String named(Set<String> of, Set<String> without) {
        List<String> named = of.stream().filter(subject -> !without.contains(subject)).toList();
        String some = named.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        String list = named.size() > MOST_NAMED ? some + ", …" : some;
        return named.isEmpty() ? "0" : named.size() + " (" + list + ")";
    }

    private static void table(StringBuilder page, List<OfDisplay> changed) {
        int[] widths = {5400, 1080, 1080, 1080, 1080};
        page.append("<w:p><w:pPr><w:pStyle w:val=\"TFLText\"/></w:pPr></w:p><w:tbl><w:tblPr><w:tblStyle w:val=\"TFLTable\"/>")
                .append("<w:tblW w:w=\"9720\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>")
                .append("<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" ")
                .append("w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>");
        for (int width : widths) {
            page.append("<w:gridCol w:w=\"").append(width).append("\"/>");
        }
        page.append("</w:tblGrid>");
        row(page, widths, List.of("Display", "Cells changed", "Rows added", "Rows gone", "Footnotes changed"), true);
        for (OfDisplay display : changed) {
            DisplayChanges.Count count = display.count();
            List<String> numbers = new ArrayList<>(List.of(display.caption() + (display.isNew() ? " (new)" : "")));
            for (int number : new int[]{count.cells(), count.rowsAdded(), count.rowsGone(), count.notes()}) {
                numbers.add(Integer.toString(number));
            }
            row(page, widths, numbers, false);
        }
        page.append("</w:tbl>");
    }

    private static void row(StringBuilder page, int[] widths, List<String> texts, boolean header) {
        page.append("<w:tr><w:trPr><w:cantSplit/>").append(header ? "<w:tblHeader/>" : "").append("</w:trPr>");
        for (int i = 0; i < widths.length; i++) {
            page.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(widths[i]).append("\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr>")
                    .append("<w:pStyle w:val=\"").append(header ? "TFLHead" : EACH).append("\"/>");
            page.append(i == 0 ? "<w:jc w:val=\"left\"/>" : "<w:jc w:val=\"center\"/>").append("</w:pPr>");
            run(page, texts.get(i));
            page.append("</w:p></w:tc>");
        }
        page.append("</w:tr>");
    }

    private static void paragraph(StringBuilder page, String style, String text) {
        page.append("<w:p><w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr>");
        run(page, text);
        page.append("</w:p>");
    }

    private static void run(StringBuilder page, String text) {
        page.append("<w:r><w:t xml:space=\"preserve\">").append(XmlText.escaped(text)).append("</w:t></w:r>");
    }
}
