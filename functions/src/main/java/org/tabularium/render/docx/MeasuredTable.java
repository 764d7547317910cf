package org.tabularium.render.docx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tabularium.render.ColumnSlices;
import org.tabularium.render.ColumnWidths;
import org.tabularium.render.Paginator;
import org.tabularium.render.RowGroups;
import org.tabularium.render.UnitsDigit;
import org.tabularium.render.Wrap;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// A display measured in Arial: its paper, the widths of its columns, which rows stay together, and how many pages Word will
/// make of it. Lengths in points.
final class MeasuredTable implements Planned {

    /// Space below a row.
    static final double ROW_GAP = 1;
    /// Space above a block, in sizes of the font.
    static final double BLOCK_GAP = 0.35;

    /// Programs differ in the last of a line's points, and a number must not be broken.
    static final double SLACK = 1.01;

    private static final double LEADING = 1.15;
    /// Space below a title, below a line, above and below a header and its first row, above a footnote: those of the styles.
    private static final double TITLE_GAP = 2;
    private static final double LINE_GAP = 5;
    private static final double HEAD_GAP = 5;
    private static final double NOTE_GAP = 2;
    private static final double FIRST_GAP = 2;
    /// What programs may differ in on a page.
    private static final double SPARE = 8;
    /// Sizes of titles and of the lines below them: those of the styles.
    private static final double TITLE_SIZE = 10;
    private static final double LINE_SIZE = 9;
    /// A longer display stands in landscape where it has no air upright.
    private static final int MOST_COMPARED = 1_000;

    final Display table;
    final double size;
    final PageSetup setup;
    final ColumnWidths measured;
    final double[] widths;
    final List<ColumnSlices.Slice> slices;
    final RowGroups groups;

    private final ArialWidth body;
    private final ArialWidth head;
    private final ArialWidth note = new ArialWidth(false, PageLayout.SMALLEST);
    private final ArialWidth title = new ArialWidth(true, TITLE_SIZE * SLACK);
    private final double lineHeight;
    private final double notesHeight;
    private final double[] heights;
    private final KeptRows keeping;
    private final boolean[] kept;
    private final Map<Integer, String> begins = new TreeMap<>();

    private MeasuredTable(Display display, PageSetup paper) {
        table = display;
        size = size(display);
        body = new ArialWidth(false, size * SLACK);
        head = new ArialWidth(true, size * SLACK);
        measured = new ColumnWidths(marked(display), body::of, head::of);
        setup = paper;
        widths = measured.on(setup.contentWidth());
        slices = ColumnSlices.of(display, Arrays.stream(widths).boxed().toList(), setup.contentWidth());
        groups = new RowGroups(display);
        lineHeight = size * LEADING;
        notesHeight = display.footnotes().stream().mapToDouble(this::noteHeight).sum();
        List<Integer> all = IntStream.range(0, widths.length).boxed().toList();
        heights = heights(all);
        keeping = new KeptRows(display, groups, heights, setup.contentHeight() - headerHeight(all));
        kept = keeping.of(keepsNotes() ? notesHeight : 0);
        IntStream.range(0, heights.length).filter(groups::beginsPage).forEach(row -> begins.put(row, ""));
        beginWithLabels();
        beginWithNotes();
    }

    /// The size of what stands in the rows of a display.
    static double size(Display display) {
        return Math.clamp(display.layout().fontSize(), PageLayout.SMALLEST, 12);
    }

    /// The display on the paper that its layout asks for, else upright where it fits with some air, or fits and would take no
    /// more pages than landscape.
    static MeasuredTable of(Display display, PageSetup.Papers papers) {
        return switch (papers.orientation(display.layout())) {
            case PORTRAIT -> new MeasuredTable(display, papers.of(display.layout(), false));
            case LANDSCAPE -> new MeasuredTable(display, papers.of(display.layout(), true));
            case AUTO -> chosen(display, papers);
        };
    }

    private static MeasuredTable chosen(Display display, PageSetup.Papers papers) {
        MeasuredTable upright = new MeasuredTable(display, papers.of(display.layout(), false));
        double width = upright.setup.contentWidth();
        if (upright.measured.isComfortable(width)) {
            return upright;
        }
        MeasuredTable landscape = new MeasuredTable(display, papers.of(display.layout(), true));
        boolean saves = display.rows().size() > MOST_COMPARED || upright.pages() > Math.max(1, landscape.pages());
        return saves || !upright.measured.fits(width) ? landscape : upright;
    }

    /// Whether the text stands by its units digit: a number, in a column of numbers that is wide enough for all of them.
    boolean standsByUnits(int column, String text) {
        return table.columns().get(column).align() == Align.DECIMAL && UnitsDigit.end(text) >= 0
                && measured.units(column) <= inner(column) + 1e-6;
    }

    /// Whether the row is a label that stands across all columns, since it is too wide for its own.
    boolean standsAcross(TableRow row) {
        return row.isLabelAlone()
                && lines(row.cells().getFirst().text(), inner(0) - row.indent() * ColumnWidths.INDENT, body) > 1;
    }

    /// Where the units digits of a column end.
    double unitsEnd(int column) {
        return measured.unitsEnd(column, inner(column));
    }

    @Override
    public Display display() {
        return table;
    }

    @Override
    public PageSetup setup() {
        return setup;
    }

    @Override
    public int pages() {
        return WordPages.of(lines(kept), setup.contentHeight()).size();
    }

    /// Which rows stay on the page of the next.
    ///
    /// @param whole whether all of it stays together where a page holds it
    boolean[] keptWithNext(boolean whole) {
        boolean all = whole && titleHeight() + Arrays.stream(heights).sum() + notesHeight <= setup.contentHeight()
                - headerHeight(slices.getFirst().columns());
        boolean[] result = kept.clone();
        if (all) {
            Arrays.fill(result, true);
            result[result.length - 1] = keepsNotes();
        }
        return result;
    }

    /// Whether a row begins a page by a mark: its block does, or what stands over it is to be said again, or the footnotes
    /// stood on a page of their own else (Word keeps the last rows with them, LibreOffice does not).
    ///
    /// @param alone whether the display begins on a page of its own, so that its pages are foreseen
    boolean beginsPage(int row, boolean alone) {
        return alone ? begins.containsKey(row) : groups.beginsPage(row);
    }

    /// Whether its pages are to be foreseen, as in the PDF those of all that have several: a row of it that came to begin a page
    /// could stand below a label, where nothing said of what it is, and footnotes could come to stand alone.
    boolean marksPages() {
        return !begins.isEmpty() || pages() > 1;
    }

    /// What stands over a row that begins a page by a mark, which goes on; empty for nothing.
    String label(int row) {
        return begins.getOrDefault(row, "");
    }

    /// The row of n that stands again below the label that goes on above a row; [RowGroups#NONE] for none.
    int counts(int row) {
        return label(row).isEmpty() ? RowGroups.NONE : groups.counts(row);
    }

    /// They do with the last rows where they take less than half a page.
    @Override
    public boolean keepsNotes() {
        return !table.footnotes().isEmpty() && notesHeight <= setup.contentHeight() / 2;
    }

    /// A page that begins below a label begins with it again; somewhat earlier than it would, since programs differ in the
    /// last of a page's points, and few rows on a page before one that begins by a mark were worse.
    private void beginWithLabels() {
        boolean more = slices.size() == 1;
        while (more) {
            List<WordPages.Line> lines = lines(kept);
            List<Integer> starts = WordPages.of(lines, setup.contentHeight());
            more = false;
            for (int page = 1; page < starts.size() && !more; page++) {
                int row = lines.get(starts.get(page)).row();
                more = isBelowALabel(row);
                if (more) {
                    int last = starts.get(page);
                    int before = starts.get(page - 1);
                    int sooner = WordPages.of(lines, setup.contentHeight() - SPARE).stream()
                            .filter(start -> start > before && start <= last && lines.get(start).row() > 0)
                            .reduce(last, (first, second) -> second);
                    int begun = lines.get(sooner).row();
                    begins.put(begun, continued(begun));
                }
            }
        }
    }

    private boolean isBelowALabel(int row) {
        return row > 0 && !begins.containsKey(row) && !groups.over(row).isEmpty();
    }

    /// The last rows begin a page where the footnotes stood alone else.
    private void beginWithNotes() {
        if (!keepsNotes() || kept.length == 0) {
            return;
        }
        boolean[] rowsAlone = kept.clone();
        rowsAlone[kept.length - 1] = false;
        List<WordPages.Line> lines = lines(rowsAlone);
        List<Integer> pages = WordPages.of(lines, setup.contentHeight());
        int rows = lines.size() - table.footnotes().size();
        if (pages.getLast() < rows) {
            return;
        }
        int before = lines.subList(pages.get(pages.size() - 2), rows).stream().mapToInt(WordPages.Line::row)
                .filter(row -> row >= 0).min().orElse(0);
        int chain = KeptRows.chainStart(kept);
        int part = chain > before ? chain : keeping.lastPart(before);
        if (part > 0) {
            begins.put(part, slices.size() == 1 ? continued(part) : "");
        }
    }

    private String continued(int row) {
        List<Integer> over = groups.over(row);
        String labels = over.stream().map(label -> table.rows().get(label).cells().getFirst().text().replace('\n', ' '))
                .collect(Collectors.joining(" – "));
        return over.isEmpty() ? "" : labels + Paginator.CONTINUED;
    }

    /// All of it as Word places it, from the title to the footnotes.
    private List<WordPages.Line> lines(boolean[] keptRows) {
        List<WordPages.Line> lines = new ArrayList<>();
        lines.add(WordPages.Line.of(titleHeight(), true));
        for (ColumnSlices.Slice slice : slices) {
            boolean last = slice.equals(slices.getLast());
            if (!slice.equals(slices.getFirst())) {
                String again = table.heading() + Paginator.CONTINUED;
                double line = lines(again, setup.contentWidth(), body) * LINE_SIZE * LEADING;
                lines.add(WordPages.Line.of(size + line + LINE_GAP, true));
            }
            double header = headerHeight(slice.columns());
            lines.add(WordPages.Line.of(header, true));
            double[] ofSlice = slices.size() == 1 ? heights : heights(slice.columns());
            for (int row = 0; row < ofSlice.length; row++) {
                if (groups.beginsPage(row) || (last && begins.containsKey(row))) {
                    lines.add(new WordPages.Line(LINE_SIZE * LEADING + ROW_GAP, true, true, 0, -1));
                    lines.add(WordPages.Line.of(header, true));
                    String label = label(row);
                    int high = label.isEmpty() ? 0 : lines(label, setup.contentWidth(), body);
                    double counts = counts(row) == RowGroups.NONE ? 0 : ofSlice[counts(row)];
                    lines.add(WordPages.Line.of(high == 0 ? 0 : high * lineHeight + ROW_GAP + FIRST_GAP + counts, true));
                }
                boolean goesOn = row == ofSlice.length - 1 ? last : !begins.containsKey(row + 1);
                lines.add(new WordPages.Line(ofSlice[row], keptRows[row] && goesOn, false, header, row));
            }
        }
        for (int i = 0; i < table.footnotes().size(); i++) {
            boolean together = keepsNotes() && i < table.footnotes().size() - 1;
            lines.add(WordPages.Line.of(noteHeight(table.footnotes().get(i)), together));
        }
        return lines;
    }

    private double noteHeight(String text) {
        return lines(text, setup.contentWidth(), note) * PageLayout.SMALLEST * LEADING + NOTE_GAP;
    }

    private double[] heights(List<Integer> columns) {
        double[] all = new double[table.rows().size()];
        for (int row = 0; row < all.length; row++) {
            double gap = groups.hasGap(row) ? size * BLOCK_GAP : 0;
            all[row] = lines(table.rows().get(row), columns) * lineHeight + ROW_GAP + (row == 0 ? FIRST_GAP : gap);
        }
        return all;
    }

    private double titleHeight() {
        return lines(table.heading(), setup.contentWidth(), title) * TITLE_SIZE * LEADING + TITLE_GAP
                + (table.population().isEmpty() ? 0 : LINE_SIZE * LEADING + LINE_GAP);
    }

    /// What the lower row of a header with spans must be high for those of its cells that reach up beside the spans.
    double lowerHeader() {
        int most = 1;
        for (int column = 0; column < widths.length; column++) {
            int reach = table.columns().get(column).span().isEmpty() ? 1 : 0;
            most = Math.max(most, lines(table.columns().get(column).marked(), inner(column), head) - reach);
        }
        return most * lineHeight + HEAD_GAP;
    }

    private double headerHeight(List<Integer> columns) {
        int most = 1;
        boolean spans = false;
        for (int column : columns) {
            most = Math.max(most, lines(table.columns().get(column).marked(), inner(column), head));
            spans |= !table.columns().get(column).span().isEmpty();
        }
        return most * lineHeight + HEAD_GAP + (spans ? lineHeight + HEAD_GAP : 0);
    }

    private int lines(TableRow row, List<Integer> columns) {
        if (row.kind() == TableRow.Kind.MESSAGE) {
            return lines(row.cells().getFirst().text(), setup.contentWidth(), body);
        }
        if (standsAcross(row)) {
            return lines(row.cells().getFirst().text(), setup.contentWidth() - row.indent() * ColumnWidths.INDENT, body);
        }
        int most = 1;
        for (int column : columns) {
            most = column < row.cells().size() ? Math.max(most, lines(row, column)) : most;
        }
        return most;
    }

    /// The lines of a cell.
    int lines(TableRow row, int column) {
        String text = row.cells().get(column).text();
        if (text.isEmpty() || standsByUnits(column, text)) {
            return 1;
        }
        double indent = column == 0 ? row.indent() * ColumnWidths.INDENT : 0;
        return lines(text, inner(column) - indent, body);
    }

    private int lines(String text, double width, ArialWidth font) {
        double least = Math.max(2 * size, width);
        return Wrap.lines(text, least, Math.max(2 * size, width - ColumnWidths.HANGING), font::of).size();
    }

    private double inner(int column) {
        return widths[column] - 2 * ColumnWidths.PADDING;
    }

    private static Display marked(Display display) {
        List<TableColumn> columns = display.columns().stream()
                .map(column -> new TableColumn(column.marked(), column.span(), column.align())).toList();
        return display.with(display.number(), display.title(), display.population(), columns, display.rows(),
                display.footnotes());
    }
}
