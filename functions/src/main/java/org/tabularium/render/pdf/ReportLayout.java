package org.tabularium.render.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tabularium.render.Document;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Display;

/// The pages of a whole file in their order: contents, displays, findings. Where there are no contents, a display of one page
/// that fits below the one before stands on its page, lying or upright as that one; what came to stand alone on a page and is
/// short gets the last display of the page before above it, where that one keeps another.
final class ReportLayout {

    private static final Typeface.Style STUDY = new Typeface.Style(true, 16);
    private static final Typeface.Style SECTION = new Typeface.Style(true, 11);
    private static final Typeface.Style TEXT = new Typeface.Style(false, 9.5);
    private static final Typeface.Style FINDING = new Typeface.Style(false, 8.5);
    private static final double BETWEEN_DISPLAYS = 24;
    private static final int LEAST_ENTRIES = 8;
    /// A display that takes less of a page is short.
    private static final double SHORT = 0.4;

    /// What stands on a page.
    sealed interface Part {

        /// A page of a display, beginning at this height.
        record OfDisplay(int display, int page, double top) implements Part {}

        /// Paragraphs of the contents or of the findings.
        record OfText(TextFlow flow, List<TextFlow.Piece> pieces) implements Part {}
    }

    /// A page.
    record Sheet(PageFrame frame, List<Part> parts) {}

    /// Where a display begins.
    record Start(int page, double top) {}

    final Document document;
    final Typeface typeface = new Typeface();
    final List<Printed> tables = new ArrayList<>();
    final List<Sheet> sheets = new ArrayList<>();
    final List<Start> starts = new ArrayList<>();
    /// The page of the findings, from 0; −1 for none.
    final int findings;
    final boolean hasContents;

    ReportLayout(Document document) {
        this.document = document;
        for (Display display : document.displays()) {
            tables.add(document.layouts().of(display, Printed.class, Printed::of));
        }
        PageLayout usual = document.displays().isEmpty() ? PageLayout.DEFAULT : document.displays().getFirst().layout();
        PageFrame upright = PageFrame.of(usual, false);
        boolean hasFindings = !document.findings().isEmpty() || !document.notProduced().isEmpty();
        hasContents = document.contentsPage() || tables.isEmpty();
        if (hasContents) {
            addText(upright, contentsOf(upright, hasFindings));
        }
        for (int display = 0; display < tables.size(); display++) {
            addDisplay(display, document.contents() && !hasContents);
        }
        fillSheets();
        findings = hasFindings ? sheets.size() : TextFlow.NONE;
        if (hasFindings) {
            addText(upright, findings(upright));
        }
    }

    /// The page that an entry of the contents leads to, from 0.
    Start start(int display) {
        return display < starts.size() ? starts.get(display) : new Start(findings, sheets.get(findings).frame().height());
    }

    private void addText(PageFrame frame, TextFlow flow) {
        flow.pages().forEach(pieces -> sheets.add(new Sheet(frame, List.of(new Part.OfText(flow, pieces)))));
    }

    /// @param share whether it may stand below the one before
    private void addDisplay(int display, boolean share) {
        if (share && !sheets.isEmpty()
                && (isAddedBelow(tables.get(display), display) || isAddedTurned(display) || isAddedBelowTurned(display))) {
            return;
        }
        Printed table = tables.get(display);
        starts.add(new Start(sheets.size(), table.frame().height()));
        for (int page = 0; page < table.pageCount(); page++) {
            sheets.add(new Sheet(table.frame(), List.of(new Part.OfDisplay(display, page, table.frame().top()))));
        }
    }

    /// Puts it below the one before on the pages of that one.
    private boolean isAddedTurned(int display) {
        PageFrame frame = sheets.getLast().frame();
        return !frame.equals(tables.get(display).frame())
                && tables.get(display).on(frame).filter(table -> isAddedBelow(table, display)).isPresent();
    }

    /// Puts it below a short display that is alone on the page before, which is turned to lie or stand as this one.
    private boolean isAddedBelowTurned(int display) {
        Printed table = tables.get(display);
        Sheet last = sheets.getLast();
        if (last.frame().equals(table.frame()) || !isShortAlone(last)
                || !(last.parts().getFirst() instanceof Part.OfDisplay(int alone, int _, double _))) {
            return false;
        }
        Printed before = tables.get(alone);
        Optional<Printed> turned = before.on(table.frame()).filter(way -> way.pageCount() == 1);
        if (turned.isEmpty()) {
            return false;
        }
        tables.set(alone, turned.get());
        sheets.set(sheets.size() - 1,
                new Sheet(table.frame(), List.of(new Part.OfDisplay(alone, 0, table.frame().top()))));
        if (isAddedBelow(table, display)) {
            starts.set(alone, new Start(sheets.size() - 1, table.frame().height()));
            return true;
        }
        tables.set(alone, before);
        sheets.set(sheets.size() - 1, last);
        return false;
    }

    private boolean isShortAlone(Sheet sheet) {
        return sheet.parts().size() == 1 && sheet.parts().getFirst() instanceof Part.OfDisplay(int display, int _, double _)
                && tables.get(display).pageCount() == 1
                && tables.get(display).height(0) < SHORT * sheet.frame().contentHeight();
    }

    /// Puts a display of one page below the one before where it fits.
    private boolean isAddedBelow(Printed table, int display) {
        Sheet last = sheets.getLast();
        double top = end(last) - BETWEEN_DISPLAYS;
        if (!last.frame().equals(table.frame()) || table.pageCount() > 1 || top - table.height(0) < table.frame().bottom()) {
            return false;
        }
        tables.set(display, table);
        List<Part> parts = new ArrayList<>(last.parts());
        parts.add(new Part.OfDisplay(display, 0, top));
        sheets.set(sheets.size() - 1, new Sheet(last.frame(), parts));
        starts.add(new Start(sheets.size() - 1, top));
        return true;
    }

    /// How far down a page is used.
    private double end(Sheet sheet) {
        return switch (sheet.parts().getLast()) {
            case Part.OfDisplay(int display, int page, double top) -> top - tables.get(display).height(page);
            case Part.OfText text -> 0;
        };
    }

    /// Gives a short display that is alone on its page the last one of the page before, which keeps another.
    private void fillSheets() {
        for (int sheet = 1; sheet < sheets.size(); sheet++) {
            Sheet before = sheets.get(sheet - 1);
            Sheet here = sheets.get(sheet);
            if (before.frame().equals(here.frame()) && before.parts().size() > 1 && isShortAlone(here)
                    && here.parts().getFirst() instanceof Part.OfDisplay(int alone, int _, double _)
                    && before.parts().getLast() instanceof Part.OfDisplay(int moved, int _, double _)) {
                double top = here.frame().top();
                double below = top - tables.get(moved).height(0) - BETWEEN_DISPLAYS;
                if (below - tables.get(alone).height(0) >= here.frame().bottom()) {
                    sheets.set(sheet - 1, new Sheet(before.frame(), before.parts().subList(0, before.parts().size() - 1)));
                    sheets.set(sheet, new Sheet(here.frame(),
                            List.of(new Part.OfDisplay(moved, 0, top), new Part.OfDisplay(alone, 0, below))));
                    starts.set(moved, new Start(sheet, here.frame().height()));
                    starts.set(alone, new Start(sheet, below));
                }
            }
        }
    }

    /// The contents, of which no page holds a few entries alone.
    private TextFlow contentsOf(PageFrame frame, boolean hasFindings) {
        TextFlow flow = contents(frame, hasFindings, TextFlow.NONE);
        int entries = document.displays().size() + (hasFindings ? 1 : 0);
        boolean few = flow.pages().size() > 1 && flow.pages().getLast().size() < LEAST_ENTRIES
                && entries > 2 * LEAST_ENTRIES;
        return few ? contents(frame, hasFindings, entries - LEAST_ENTRIES) : flow;
    }

    /// @param newPage the entry before which a page ends in any case, or NONE
    private TextFlow contents(PageFrame frame, boolean hasFindings, int newPage) {
        TextFlow flow = new TextFlow(frame, typeface);
        flow.paragraph(document.study(), STUDY);
        for (String line : List.of(document.title(), document.cutOff())) {
            if (!line.isEmpty()) {
                flow.paragraph(line, TEXT);
            }
        }
        flow.gap(18);
        flow.heading("Contents", SECTION);
        flow.gap(4);
        double labelRoom = 0;
        for (Display display : document.displays()) {
            labelRoom = Math.max(labelRoom, typeface.width(display.numbered(), TEXT));
        }
        for (int i = 0; i < document.displays().size(); i++) {
            Display display = document.displays().get(i);
            if (i == newPage) {
                flow.newPage();
            }
            flow.entry(display.numbered(), labelRoom == 0 ? 0 : Math.min(150, labelRoom) + 12,
                    display.title().replace('\n', ' '), TEXT, i);
        }
        if (hasFindings) {
            flow.gap(2);
            flow.entry("", 0, findingsTitle(), TEXT, document.displays().size());
        }
        return flow;
    }

    String findingsTitle() {
        return document.notProduced().isEmpty() ? "Findings" : "Not produced, and findings";
    }

    private TextFlow findings(PageFrame frame) {
        TextFlow flow = new TextFlow(frame, typeface);
        flow.heading(findingsTitle(), SECTION);
        flow.gap(6);
        for (Document.NotProduced missing : document.notProduced()) {
            flow.paragraph(missing.title().isEmpty() ? missing.id() : missing.title() + " (" + missing.id() + ")", TEXT);
            flow.indented(missing.reason(), FINDING, 12);
            flow.gap(3);
        }
        flow.gap(6);
        for (String finding : document.findings()) {
            flow.paragraph(finding, FINDING);
            flow.gap(3);
        }
        return flow;
    }
}
