package org.tabularium.render.pdf;

import org.tabularium.render.ColumnWidths;
import org.tabularium.render.UnitsDigit;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableRow;

/// Whether a table's pages stand upright or lie, where its shell leaves that open: by how wide it is and how many pages it fills.
final class PageChoice {

    /// Landscape is chosen where it saves more than this share of the pages.
    private static final double PAGES_SAVED = 0.05;
    /// About how many rows are looked at.
    private static final int SAMPLE = 400;

    private final Display table;
    private final ColumnWidths measured;
    private final TableStyles styles;

    PageChoice(Display table, ColumnWidths measured, TableStyles styles) {
        this.table = table;
        this.measured = measured;
        this.styles = styles;
    }

    PageFrame frame() {
        PageLayout layout = table.layout();
        PageFrame portrait = PageFrame.of(layout, false);
        PageFrame landscape = PageFrame.of(layout, true);
        return switch (layout.orientation()) {
            case PORTRAIT -> portrait;
            case LANDSCAPE -> landscape;
            case AUTO -> standsUpright(portrait, landscape) ? portrait : landscape;
        };
    }

    /// Portrait where the table fits with some air, and where it fits and landscape would save no pages.
    private boolean standsUpright(PageFrame portrait, PageFrame landscape) {
        if (measured.isComfortable(portrait.contentWidth())) {
            return true;
        }
        return measured.fits(portrait.contentWidth())
                && pagesOn(portrait) <= Math.max(1, pagesOn(landscape) * (1 + PAGES_SAVED));
    }

    /// About how many pages the table fills, judged by some of its rows.
    private double pagesOn(PageFrame asked) {
        double[] asWide = measured.on(asked.contentWidth());
        int header = 1;
        for (int column = 0; column < asWide.length; column++) {
            header = Math.max(header,
                    styles.wrap(table.columns().get(column).header(), asWide[column] - 2 * ColumnWidths.PADDING, 0, styles.head())
                            .size());
        }
        int step = Math.max(1, table.rows().size() / SAMPLE);
        double height = 0;
        for (int i = 0; i < table.rows().size(); i += step) {
            TableRow row = table.rows().get(i);
            int most = 1;
            for (int column = 0; column < row.cells().size() && row.kind() == TableRow.Kind.DATA; column++) {
                String text = row.cells().get(column).text();
                double indent = column == 0 ? row.indent() * ColumnWidths.INDENT : 0;
                boolean number = table.columns().get(column).align() == Align.DECIMAL && UnitsDigit.end(text) >= 0;
                most = number
                        ? most
                        : Math.max(most,
                                styles.wrap(text, asWide[column] - 2 * ColumnWidths.PADDING - indent, 0, styles.body()).size());
            }
            height += (most * styles.body().lineHeight() + styles.rowGap()) * step;
        }
        long noteLines = table.footnotes().stream().mapToLong(
                text -> (long) Math.ceil(styles.typeface().width(text.replace('\n', ' '), styles.note()) / asked.contentWidth()))
                .sum();
        double room = asked.contentHeight() - (header + 3) * styles.head().lineHeight()
                - Math.min(noteLines * styles.note().lineHeight(),
                        asked.contentHeight() / 3)
                - 4 * PrintedTable.RULE_GAP;
        return height / room;
    }
}
