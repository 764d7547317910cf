package org.tabularium.render.docx;

import org.tabularium.render.Wrap;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.Text;

/// A display with its paper.
sealed interface Planned permits MeasuredTable, Planned.OfFigure {

    static Planned of(Display display) {
        return switch (display) {
            case Figure figure -> OfFigure.of(figure);
            case Table _,Listing _ -> MeasuredTable.of(display);
            case Text text -> throw new IllegalArgumentException(text.id() + ": a text has a file of its own");
        };
    }

    Display display();

    PageSetup setup();

    /// About how many pages Word makes of it.
    int pages();

    /// Whether the footnotes stay together with what is above them.
    boolean keepsNotes();

    /// A figure, scaled where it is larger than its page.
    record OfFigure(Figure display, PageSetup setup, double scale) implements Planned {

        /// What titles and footnotes may take of a page.
        private static final double AROUND = 0.22;
        private static final double TITLE = 34;
        private static final double LEADING = 1.3;

        private static OfFigure of(Figure figure) {
            PageLayout layout = figure.layout();
            PageSetup upright = PageSetup.of(layout, false);
            boolean landscape = switch (layout.orientation()) {
                case PORTRAIT -> false;
                case LANDSCAPE -> true;
                case AUTO -> figure.drawing().width() > upright.contentWidth() + 1e-6;
            };
            PageSetup setup = landscape ? PageSetup.of(layout, true) : upright;
            double wide = setup.contentWidth() / Math.max(1, figure.drawing().width());
            double high = setup.contentHeight() * (1 - AROUND) / Math.max(1, figure.drawing().height());
            return new OfFigure(figure, setup, Math.min(1, Math.min(wide, high)));
        }

        /// The figure, below it its charts, in lines of one or two, and the footnotes.
        @Override
        public int pages() {
            int pages = 1;
            double used = TITLE + display.drawing().height() * scale;
            for (double line : FigureCharts.heights(display, setup.contentWidth())) {
                boolean fits = used + line <= setup.contentHeight();
                pages += fits ? 0 : 1;
                used = (fits ? used : 0) + line;
            }
            ArialWidth note = new ArialWidth(false, PageLayout.SMALLEST);
            double notes = display.footnotes().stream()
                    .mapToInt(text -> Wrap.lines(text, setup.contentWidth(), setup.contentWidth(), note::of).size()).sum()
                    * PageLayout.SMALLEST * LEADING;
            return used + notes <= setup.contentHeight() ? pages : pages + 1;
        }

        /// They do where all of it fits on a page.
        @Override
        public boolean keepsNotes() {
            return !display.footnotes().isEmpty() && pages() == 1;
        }
    }
}
