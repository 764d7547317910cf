package org.tabularium.render.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.Parts;
import org.tabularium.figure.drawing.Shape;
import org.tabularium.render.Paginator;
import org.tabularium.render.Wrap;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;

/// A figure on its page: title, drawing, footnotes. A drawing that is higher than a page is cut into parts, one a page, since its
/// letters would become too small; footnotes that do not fit go on. Lengths in points.
final class PrintedFigure implements Printed {

    static final double GAP = 10;

    private static final double TITLE_GAP = 5;

    /// One a page.
    final List<Drawing> parts;
    final Typeface typeface = new Typeface();
    final Typeface.Style title;
    final Typeface.Style body;
    final Typeface.Style note = new Typeface.Style(false, PageLayout.SMALLEST);
    /// The lines of each footnote.
    final List<List<String>> notes = new ArrayList<>();
    /// What the drawing is scaled by, 1 but where it is wider than the page.
    final double scale;

    private final Figure figure;
    private final PageFrame frame;
    /// For each page the first of its footnotes, then the number of all.
    private final List<Integer> starts;

    PrintedFigure(Figure original) {
        Drawing drawing = printable(original.drawing());
        this.figure = original.with(typeface.printable(original.number()), typeface.printable(original.title()),
                typeface.printable(original.population()), List.of(), List.of(),
                original.footnotes().stream().map(typeface::printable).toList());
        double size = Math.clamp(original.layout().fontSize(), PageLayout.SMALLEST, 12);
        this.title = new Typeface.Style(true, size + 1);
        this.body = new Typeface.Style(false, size);
        this.frame = frame(original.layout(), drawing.width());
        footnotes().forEach(text -> notes.add(wrapped(text, note, PrintedTable.HANG)));
        double room = frame.contentHeight() - titleHeight() - 2 * GAP;
        this.scale = Math.min(1, frame.contentWidth() / drawing.width());
        this.parts = Parts.of(drawing, room / scale);
        this.starts = new ArrayList<>(Collections.nCopies(parts.size(), 0));
        paginate(room - parts.getLast().height() * scale);
    }

    private Drawing printable(Drawing drawn) {
        List<Shape> shapes = drawn.shapes().stream().<Shape>map(shape -> switch (shape) {
            case Shape.Text text -> new Shape.Text(typeface.printable(text.text()), text.at(), text.anchor(), text.size(),
                    text.bold(), text.shade());
            case Shape.Path path -> path;
            case Shape.Circle circle -> circle;
        }).toList();
        return new Drawing(drawn.width(), drawn.height(), shapes, drawn.alternative());
    }

    private static PageFrame frame(PageLayout layout, double width) {
        PageFrame portrait = PageFrame.of(layout, false);
        PageFrame landscape = PageFrame.of(layout, true);
        return switch (layout.orientation()) {
            case PORTRAIT -> portrait;
            case LANDSCAPE -> landscape;
            case AUTO -> width <= portrait.contentWidth() + 1e-6 ? portrait : landscape;
        };
    }

    private List<String> footnotes() {
        List<String> all = new ArrayList<>(figure.footnotes());
        Set<Integer> missing = typeface.missing();
        if (!missing.isEmpty()) {
            all.add(PrintedTable.boxes(missing.stream().map("U+%04X"::formatted).collect(Collectors.joining(", "))));
        }
        return all;
    }

    private void paginate(double firstRoom) {
        double room = firstRoom;
        for (int i = 0; i < notes.size(); i++) {
            double height = notes.get(i).size() * note.lineHeight();
            if (height > room && (i > starts.getLast() || starts.size() == parts.size())) {
                starts.add(i);
                room = frame.contentHeight() - titleHeight();
            }
            room -= height;
        }
        starts.add(notes.size());
    }

    private List<String> wrapped(String text, Typeface.Style style, double hanging) {
        return Wrap.lines(text, frame.contentWidth(), frame.contentWidth() - hanging, part -> typeface.width(part, style));
    }

    List<String> titleLines(boolean continued) {
        List<String> lines = new ArrayList<>();
        if (!figure.number().isEmpty()) {
            lines.add(figure.numbered());
        }
        lines.addAll(wrapped(figure.title() + (continued ? Paginator.CONTINUED : ""), title, 0));
        return lines;
    }

    List<String> populationLines() {
        return figure.population().isEmpty() ? List.of() : wrapped(figure.population(), body, 0);
    }

    double titleHeight() {
        return titleLines(false).size() * title.lineHeight() + populationLines().size() * body.lineHeight() + TITLE_GAP;
    }

    /// The footnotes of a page.
    List<List<String>> notesOn(int page) {
        return notes.subList(starts.get(page), starts.get(page + 1));
    }

    @Override
    public Display display() {
        return figure;
    }

    @Override
    public PageFrame frame() {
        return frame;
    }

    @Override
    public int pageCount() {
        return starts.size() - 1;
    }

    @Override
    public double height(int page) {
        double drawn = page < parts.size() ? 2 * GAP + parts.get(page).height() * scale : 0;
        return titleHeight() + drawn + notesOn(page).stream().mapToInt(List::size).sum() * note.lineHeight();
    }

    /// None: it was drawn as wide as the page it was drawn for.
    @Override
    public Optional<Printed> on(PageFrame other) {
        return Optional.empty();
    }
}
