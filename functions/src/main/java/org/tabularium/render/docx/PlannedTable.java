package org.tabularium.render.docx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tabularium.render.ColumnSlices;
import org.tabularium.render.Paginator;
import org.tabularium.render.RowGroups;
import org.tabularium.table.display.Display;

/// A table or listing on its paper with its pages as Word will make them: which rows stay together, and which begin a page by a
/// mark.
final class PlannedTable implements Planned {

    /// What programs may differ in on a page.
    private static final double SPARE = 8;
    /// A longer display stands in landscape where it has no air upright.
    private static final int MOST_COMPARED = 1_000;

    final MeasuredTable measured;

    private final Display table;
    private final RowGroups groups;
    private final double room;
    private final double[] heights;
    private final KeptRows keeping;
    private final boolean[] kept;
    private final Map<Integer, String> begins = new TreeMap<>();

    private PlannedTable(MeasuredTable measured) {
        this.measured = measured;
        table = measured.table;
        groups = measured.groups;
        room = measured.setup.contentHeight();
        List<Integer> all = IntStream.range(0, measured.widths.length).boxed().toList();
        heights = measured.heights(all);
        keeping = new KeptRows(table, groups, heights, room - measured.headerHeight(all));
        kept = keeping.of(keepsNotes() ? measured.notesHeight : 0);
        IntStream.range(0, heights.length).filter(groups::beginsPage).forEach(row -> begins.put(row, ""));
        beginWithLabels();
        beginWithNotes();
    }

    /// The display on the paper that its layout asks for, else upright where it fits with some air, or fits and would take no
    /// more pages than landscape.
    static PlannedTable of(Display display, PageSetup.Papers papers) {
        return switch (papers.orientation(display.layout())) {
            case PORTRAIT -> on(display, papers, false);
            case LANDSCAPE -> on(display, papers, true);
            case AUTO -> chosen(display, papers);
        };
    }

    private static PlannedTable on(Display display, PageSetup.Papers papers, boolean landscape) {
        return new PlannedTable(new MeasuredTable(display, papers.of(display.layout(), landscape)));
    }

    private static PlannedTable chosen(Display display, PageSetup.Papers papers) {
        PlannedTable upright = on(display, papers, false);
        if (upright.measured.isComfortable()) {
            return upright;
        }
        PlannedTable landscape = on(display, papers, true);
        boolean saves = display.rows().size() > MOST_COMPARED || upright.pages() > Math.max(1, landscape.pages());
        return saves || !upright.measured.fits() ? landscape : upright;
    }

    @Override
    public Display display() {
        return table;
    }

    @Override
    public PageSetup setup() {
        return measured.setup;
    }

    @Override
    public int pages() {
        return WordPages.of(lines(kept), room).size();
    }

    /// Which rows stay on the page of the next.
    ///
    /// @param whole whether all of it stays together where a page holds it
    boolean[] keptWithNext(boolean whole) {
        boolean all = whole && measured.titleHeight() + Arrays.stream(heights).sum() + measured.notesHeight <= room
                - measured.headerHeight(measured.slices.getFirst().columns());
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
        return !table.footnotes().isEmpty() && measured.notesHeight <= room / 2;
    }

    /// A page that begins below a label begins with it again; somewhat earlier than it would, since programs differ in the
    /// last of a page's points, and few rows on a page before one that begins by a mark were worse.
    private void beginWithLabels() {
        boolean more = measured.slices.size() == 1;
        while (more) {
            List<WordPages.Line> lines = lines(kept);
            List<Integer> starts = WordPages.of(lines, room);
            more = false;
            for (int page = 1; page < starts.size() && !more; page++) {
                int row = lines.get(starts.get(page)).row();
                more = isBelowALabel(row);
                if (more) {
                    int last = starts.get(page);
                    int before = starts.get(page - 1);
                    int sooner = WordPages.of(lines, room - SPARE).stream()
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
        List<Integer> pages = WordPages.of(lines, room);
        int rows = lines.size() - table.footnotes().size();
        if (pages.getLast() < rows) {
            return;
        }
        int before = lines.subList(pages.get(pages.size() - 2), rows).stream().mapToInt(WordPages.Line::row)
                .filter(row -> row >= 0).min().orElse(0);
        int chain = KeptRows.chainStart(kept);
        int part = chain > before ? chain : keeping.lastPart(before);
        if (part > 0) {
            begins.put(part, measured.slices.size() == 1 ? continued(part) : "");
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
        lines.add(WordPages.Line.of(measured.titleHeight(), true));
        List<ColumnSlices.Slice> slices = measured.slices;
        for (ColumnSlices.Slice slice : slices) {
            boolean last = slice.equals(slices.getLast());
            if (!slice.equals(slices.getFirst())) {
                lines.add(WordPages.Line.of(measured.againHeight(), true));
            }
            double header = measured.headerHeight(slice.columns());
            lines.add(WordPages.Line.of(header, true));
            double[] ofSlice = slices.size() == 1 ? heights : measured.heights(slice.columns());
            for (int row = 0; row < ofSlice.length; row++) {
                if (groups.beginsPage(row) || (last && begins.containsKey(row))) {
                    lines.add(new WordPages.Line(MeasuredTable.BREAK, true, true, 0, -1));
                    lines.add(WordPages.Line.of(header, true));
                    String label = label(row);
                    double counts = counts(row) == RowGroups.NONE ? 0 : ofSlice[counts(row)];
                    lines.add(WordPages.Line.of(label.isEmpty() ? 0 : measured.labelHeight(label) + counts, true));
                }
                boolean goesOn = row == ofSlice.length - 1 ? last : !begins.containsKey(row + 1);
                lines.add(new WordPages.Line(ofSlice[row], keptRows[row] && goesOn, false, header, row));
            }
        }
        for (int i = 0; i < table.footnotes().size(); i++) {
            boolean together = keepsNotes() && i < table.footnotes().size() - 1;
            lines.add(WordPages.Line.of(measured.noteHeight(table.footnotes().get(i)), together));
        }
        return lines;
    }
}
