package org.tabularium.render.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfOutline;
import org.tabularium.render.pdf.ReportLayout.Start;
import org.tabularium.table.display.Display;

/// The bookmarks of a file in levels: 14, 14.1, the display. Titles of sections are those of ICH E3.
final class Bookmarks {

    private static final Map<String, String> SECTIONS = Map.of(
            "14", "Tables and figures",
            "14.1", "Demographic data",
            "14.2", "Efficacy data",
            "14.3", "Safety data",
            "16", "Appendices",
            "16.1", "Study information",
            "16.2", "Subject data listings");

    /// Levels above a display: 14 and 14.1.
    private static final int LEVELS = 2;

    private final PdfOutline root;
    private final Function<Start, PdfAction> goTo;
    private final List<String> open = new ArrayList<>();
    private final List<PdfOutline> outlines = new ArrayList<>();

    Bookmarks(PdfOutline root, Function<Start, PdfAction> goTo) {
        this.root = root;
        this.goTo = goTo;
    }

    void add(String title, Start start) {
        open.clear();
        outlines.clear();
        bookmark(root, title, start);
    }

    /// A display below its section; one without a number below the section of the one before.
    void add(Display display, Start start) {
        List<String> sections = sections(display.number());
        if (!sections.isEmpty()) {
            for (int level = 0; level < LEVELS; level++) {
                open(level, String.join(".", sections.subList(0, level + 1)), start);
            }
        } else if (!display.number().isEmpty()) {
            open.clear();
            outlines.clear();
        }
        bookmark(outlines.isEmpty() ? root : outlines.getLast(), display.heading().replace('\n', ' '), start);
    }

    /// The parts of the section that a display is in: 14 and 2 of Table 14.2.3.1 and of Figure 14.2-1.1; none of Table 14.2.
    private static List<String> sections(String number) {
        int figure = number.indexOf('-');
        List<String> parts = List.of((figure < 0 ? number : number.substring(0, figure)).split("\\."));
        boolean below = figure < 0 ? parts.size() > LEVELS : parts.size() >= LEVELS;
        return below ? parts : List.of();
    }

    private void open(int level, String section, Start start) {
        if (open.size() > level && open.get(level).equals(section)) {
            return;
        }
        while (open.size() > level) {
            open.removeLast();
            outlines.removeLast();
        }
        String title = SECTIONS.containsKey(section) ? section + "  " + SECTIONS.get(section) : section;
        outlines.add(bookmark(level == 0 ? root : outlines.getLast(), title, start));
        open.add(section);
    }

    private PdfOutline bookmark(PdfOutline parent, String title, Start start) {
        return new PdfOutline(parent, goTo.apply(start), title);
    }
}
