package org.tabularium.render.docx;

import org.tabularium.render.Wrap;
import org.tabularium.render.office.ArialWidth;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.Text;

/// A display with its paper.
sealed interface Planned permits PlannedTable, Planned.OfFigure {

    static Planned of(Display display, PageSetup.Papers papers) {
        return switch (display) {
            case Figure figure -> OfFigure.of(figure, papers);
            case Table _,Listing _ -> PlannedTable.of(display, papers);
            case Text text -> throw new IllegalArgumentException(text.id() + ": a text has a file of its own");
        };
    }

    Display display();

    PageSetup setup();

    /// About how many pages Word makes of it.
    int pages();

    /// Whether the footnotes stay together with what is above them.
    boolean keepsNotes();

    /// A figure, scaled where it is larger than its page, with its charts below it.
    record OfFigure(Figure display, PageSetup setup, double scale, ChartLines charts, double notes) implements Planned {

        /// What titles and footnotes may take of a page.
        private static final double AROUND = 0.22;
        private static final double TITLE_SIZE = 10;
        private static final double TITLE_GAP = 8;
        private static final double LEADING = 1.3;

        private static OfFigure of(Figure figure, PageSetup.Papers papers) {
            PageLayout layout = figure.layout();
            PageSetup upright = papers.of(layout, false);
            boolean landscape = switch (papers.orientation(layout)) {
                case PORTRAIT -> false;
                case LANDSCAPE -> true;
                case AUTO -> figure.drawing().width() > upright.contentWidth() + 1e-6;
            };
            PageSetup setup = landscape ? papers.of(layout, true) : upright;
            double wide = setup.contentWidth() / Math.max(1, figure.drawing().width());
            double high = setup.contentHeight() * (1 - AROUND) / Math.max(1, figure.drawing().height());
            double scale = Math.min(1, Math.min(wide, high));
            ArialWidth bold = new ArialWidth(true, TITLE_SIZE);
            double title = lines(figure.heading(), setup, bold) * TITLE_SIZE * LEADING + TITLE_GAP
                    + (figure.population().isEmpty() ? 0 : TITLE_SIZE * LEADING);
            ArialWidth note = new ArialWidth(false, PageLayout.SMALLEST);
            double notes = figure.footnotes().stream().mapToInt(text -> lines(text, setup, note)).sum() * PageLayout.SMALLEST
                    * LEADING;
            return new OfFigure(figure, setup, scale,
                    ChartLines.of(figure, setup, title, figure.drawing().height() * scale, notes), notes);
        }

        private static int lines(String text, PageSetup setup, ArialWidth width) {
            return Wrap.lines(text, setup.contentWidth(), setup.contentWidth(), width::of).size();
        }

        /// The figure, below it or on the next pages its charts, and the footnotes.
        @Override
        public int pages() {
            return 1 + charts.pages() + (notes > charts.left() ? 1 : 0);
        }

        /// They do where they fit on the page of what is above them.
        @Override
        public boolean keepsNotes() {
            return !display.footnotes().isEmpty() && notes <= charts.left();
        }
    }
}
