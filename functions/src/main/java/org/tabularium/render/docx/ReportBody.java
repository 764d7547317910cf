package org.tabularium.render.docx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tabularium.render.Document;
import org.tabularium.render.Paginator;
import org.tabularium.render.office.ArialWidth;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Display;

/// The text of a document: contents, displays, what could not be made and what was found. Each display is a section of its
/// own, but those that share pages are one together: LibreOffice loses lines of what is kept together before a continuous
/// section.
final class ReportBody {

    static final String START = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
            xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
            xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" \
            xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:body>""";

    /// Space above a display below another, in twentieths of a point.
    private static final int BETWEEN_DISPLAYS = 480;

    private final Document document;
    private final Styles styles;
    private final Controls controls;
    private final List<Planned> tables;
    private final List<String> bookmarks;
    private final PageSetup upright;
    private final Map<PageSetup, String> around = new HashMap<>();
    private final Map<Integer, FigureCharts> charts = new HashMap<>();
    private int bookmark;

    ReportBody(Document document, WordBase base, Surroundings surroundings, WordPackage office) throws IOException {
        this.document = document;
        this.styles = base.styles();
        this.controls = new Controls(document);
        this.tables = document.displays().stream().map(display -> Planned.of(display, base.papers())).toList();
        this.bookmarks = Bookmarks.of(document.displays());
        PageLayout layout = document.displays().isEmpty() ? PageLayout.DEFAULT : document.displays().getFirst().layout();
        this.upright = base.papers().usual(layout);
        around.put(upright, surroundings.of(upright));
        for (int i = 0; i < tables.size(); i++) {
            Planned display = tables.get(i);
            around.put(display.setup(), surroundings.of(display.setup()));
            if (display instanceof Planned.OfFigure of && !of.display().charts().isEmpty()) {
                charts.put(i, FigureCharts.of(of.display(), of.charts(), office));
            }
        }
    }

    private String section(PageSetup setup) {
        return setup.section(Objects.requireNonNull(around.get(setup)));
    }

    /// Whether a display begins on the page of the one before. One of several pages begins a page: only so are they foreseen.
    private boolean sharesPage(int number) {
        return number > 0 && number < tables.size() && !document.contentsPage()
                && tables.get(number).setup().equals(tables.get(number - 1).setup())
                && !(tables.get(number) instanceof PlannedTable plan && plan.marksPages());
    }

    void write(Markup markup) throws IOException {
        markup.add(START);
        boolean findings = !document.notProduced().isEmpty() || !document.findings().isEmpty();
        boolean displays = !document.displays().isEmpty();
        if (document.contentsPage()) {
            new Contents(document, styles, tables, bookmarks, upright, controls.areUsed()).write(markup,
                    displays || findings ? section(upright) : "");
        }
        PageSetup last = upright;
        for (int i = 0; i < tables.size(); i++) {
            last = tables.get(i).setup();
            boolean ends = i < tables.size() - 1 ? !sharesPage(i + 1) : findings;
            display(markup, i, sharesPage(i), ends ? section(last) : "");
        }
        if (findings) {
            findings(markup);
        }
        markup.add(section(findings ? upright : last)).add("</w:body></w:document>");
    }

    /// @param below whether it stands below another on the same page
    /// @param section that ends with the display; empty where it goes on, and for the document's last
    private void display(Markup markup, int number, boolean below, String section) throws IOException {
        Display display = tables.get(number).display();
        title(markup, display, bookmarks.get(number), below);
        if (!display.population().isEmpty()) {
            line(markup, Paragraph.of(styles.id(NamedStyle.LINE)), display.population());
        }
        switch (tables.get(number)) {
            case PlannedTable plan -> table(markup, plan, !below);
            case Planned.OfFigure of -> {
                // What is higher than a page is no chain: then the title stood alone on one.
                boolean kept = of.charts().lines().isEmpty() ? !display.footnotes().isEmpty() : of.charts().pages() == 0;
                markup.add(Paragraph.of(styles.id(NamedStyle.TEXT)).keepNext(kept).open());
                new FigureMarkup(markup, of.scale()).write(of.display().drawing(), number + 1, of.display().heading());
                markup.add("</w:p>");
                charts(markup, number, of);
            }
        }
        List<String> notes = display.footnotes().isEmpty() ? List.of("") : display.footnotes();
        boolean together = tables.get(number).keepsNotes();
        for (int i = 0; i < notes.size(); i++) {
            line(markup, Paragraph.of(styles.id(NamedStyle.NOTE)).keepNext(together && i < notes.size() - 1)
                    .ending(i == notes.size() - 1 ? section : ""), noted(notes.get(i), tables.get(number).setup()));
        }
    }

    /// A footnote, of several lines or of one.
    private static String noted(String note, PageSetup setup) {
        return new ArialWidth(false, PageLayout.SMALLEST * MeasuredTable.SLACK).of(note) > setup.contentWidth()
                ? Breaks.of(note)
                : note;
    }

    /// Where they stand on a page of their own the figure's title stands above them again.
    private void charts(Markup markup, int number, Planned.OfFigure of) throws IOException {
        FigureCharts own = charts.get(number);
        if (own == null) {
            return;
        }
        List<ChartLines.Line> lines = of.charts().lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).newPage()) {
                line(markup, Paragraph.of(styles.id(NamedStyle.LINE)).keepNext(true).onNewPage(),
                        of.display().heading() + Paginator.CONTINUED);
            }
            boolean last = i == lines.size() - 1;
            boolean kept = last ? of.keepsNotes() : !lines.get(i + 1).newPage();
            markup.add(Paragraph.of(styles.id(NamedStyle.TEXT)).keepNext(kept).open());
            own.write(markup, number + 1, lines.get(i));
            markup.add("</w:p>");
        }
    }

    private void table(Markup markup, PlannedTable plan, boolean alone) throws IOException {
        boolean whole = document.contents() && !document.contentsPage();
        TableMarkup table = new TableMarkup(plan, styles, controls, markup);
        for (int slice = 0; slice < plan.measured.slices.size(); slice++) {
            if (slice > 0) {
                line(markup, Paragraph.of(styles.id(NamedStyle.LINE)).before(PageSetup.twips(plan.measured.size)),
                        plan.display().heading() + Paginator.CONTINUED);
            }
            table.write(plan.measured.slices.get(slice), whole, alone);
        }
    }

    /// Number and title as the caption: the number in a bookmark, so that a text can refer to it, all of it in that of the
    /// contents.
    private void title(Markup markup, Display display, String name, boolean below) throws IOException {
        markup.add(Paragraph.of(styles.id(NamedStyle.TITLE)).before(below ? BETWEEN_DISPLAYS : 0).open());
        int all = bookmark(markup, Bookmarks.ofContents(name));
        int number = bookmark(markup, name);
        String numbered = display.numbered();
        boolean inSequence = !numbered.isEmpty() && display.number().chars().allMatch(c -> c >= '0' && c <= '9');
        if (inSequence) {
            Runs.write(markup, display.kind().label() + "\u00a0", "");
            markup.add(Surroundings.field("SEQ " + display.kind().label() + " \\* ARABIC", display.number()));
        } else {
            Runs.write(markup, numbered.replace(' ', '\u00a0'), "");
        }
        markup.add("<w:bookmarkEnd w:id=\"" + number + "\"/>");
        Runs.write(markup, (numbered.isEmpty() ? "" : Contents.BETWEEN) + display.title(), "");
        markup.add("<w:bookmarkEnd w:id=\"" + all + "\"/></w:p>");
    }

    private int bookmark(Markup markup, String name) throws IOException {
        bookmark++;
        markup.add("<w:bookmarkStart w:id=\"" + bookmark + "\" w:name=\"" + name + "\"/>");
        return bookmark;
    }

    private void findings(Markup markup) throws IOException {
        List<String> notProduced = new ArrayList<>();
        document.notProduced()
                .forEach(display -> notProduced.add(display.id() + "  " + display.title() + ": " + display.reason()));
        section(markup, "Displays that could not be made", notProduced);
        section(markup, "Findings", document.findings());
    }

    private void section(Markup markup, String title, List<String> lines) throws IOException {
        if (!lines.isEmpty()) {
            line(markup, Paragraph.of(styles.id(NamedStyle.SECTION)), title);
            for (String text : lines) {
                line(markup, Paragraph.of(styles.id(NamedStyle.TEXT)), text);
            }
        }
    }

    private static void line(Markup markup, Paragraph paragraph, String text) throws IOException {
        markup.add(paragraph.open());
        Runs.write(markup, text, "");
        markup.add("</w:p>");
    }
}
