package org.tabularium.render.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tabularium.render.ColumnSlices;
import org.tabularium.render.ColumnWidths;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableRow;

/// How wide the columns of a display's sheet are, and how they are printed: as wide as their content where a page holds them in
/// letters that can be read, else as [ColumnWidths] fits them on a page, with wrapped text; and where even the least widths are
/// too wide, on several pages side by side, each with the columns that name the rows. A landscape page has less margin at its
/// sides where that keeps it whole, or its rows much lower. Pages stand upright, with wrapped text, where that saves some.
///
/// @param columns one a column, in digits, without the padding of cells
/// @param landscape how the page stands
/// @param scale of the print, in per cent
/// @param begins the columns that begin a further page
/// @param sides the margins at the sides, in millimetres
/// @param apart the columns of numbers that leave a digit free before the text that follows close behind them
/// @param inset the columns of text that stand a level of indentation off the text before them, which fills its column
record PrintedWidth(List<Double> columns, boolean landscape, int scale, List<Integer> begins, double sides,
        List<Integer> apart, List<Integer> inset) {

    /// What a level of a cell's indentation takes, in digits.
    static final double INDENT = 1.5;
    static final double NARROWEST = 6;
    static final double WIDEST_STUB = 50;
    private static final double WIDEST = 32;
    /// A digit of Arial 10, in points, as wide as Excel takes it where a text must fit its column.
    static final double DIGIT = 5.25;
    /// What regulators ask of the sides of a landscape page at least, in millimetres.
    private static final double NARROW_SIDES = 10;
    /// The sides of a landscape page are narrowed where that makes its rows so much lower.
    private static final double WORTH_NARROW_SIDES = 0.9;
    /// About how many rows are looked at to say how many pages they fill.
    private static final int SAMPLE = 400;
    /// Rows of the title and of the header.
    private static final int AROUND = 6;
    private static final Pattern WITHIN_WORD = Pattern.compile("(?<=\\p{L})/(?=\\p{L})");
    /// A letter that is as wide as a slash.
    private static final char AS_WIDE = 'f';

    /// A cell has less padding than a column of a page, and a wrapped line may take all of it: the text behind such a column is
    /// indented. What that takes may wrap a further column.
    ///
    /// @param places where the numbers of each column stand
    static PrintedWidth of(Display table, List<DecimalPlace> places) {
        PrintedWidth printed = of(table, places, List.of());
        for (List<Integer> inset = ClosedUp.behind(table, printed); inset.size() > printed.inset().size();) {
            printed = of(table, places, inset);
            inset = ClosedUp.behind(table, printed);
        }
        return printed;
    }

    private static PrintedWidth of(Display table, List<DecimalPlace> places, List<Integer> inset) {
        PrintedWidth roomy = roomy(table, places, inset);
        boolean open = roomy.landscape() && table.layout().orientation() == PageLayout.Orientation.AUTO;
        double pages = open ? roomy.pages(table) : 1;
        if (pages <= 1) {
            return roomy;
        }
        PrintedWidth upright = fitted(table, false, PrintedPages.leastScale(table), table.layout().margins(), inset);
        return upright.begins().isEmpty() && upright.pages(table) < pages ? upright : roomy;
    }

    private static PrintedWidth roomy(Display table, List<DecimalPlace> places, List<Integer> inset) {
        double[] wanted = wanted(table, places);
        double[] natural = natural(table, wanted);
        for (double[] widths : List.of(wanted, natural)) {
            inset.forEach(column -> widths[column] += INDENT);
        }
        PageLayout layout = table.layout();
        int least = PrintedPages.leastScale(table);
        double width = SheetWriter.padded(natural);
        for (boolean landscape : standing(layout.orientation())) {
            int scale = scale(layout, landscape, width);
            if (scale >= least) {
                int whole = scale(layout, landscape, unwrapped(table, natural, wanted));
                int chosen = Math.min(Math.max(PrintedPages.WHOLE, least), whole >= least ? Math.min(scale, whole) : scale);
                widen(table, natural, wanted, PrintedPages.across(layout, landscape, chosen) - width);
                return new PrintedWidth(Arrays.stream(natural).boxed().toList(), landscape, chosen, List.of(), layout.margins(),
                        List.of(), inset);
            }
        }
        boolean landscape = layout.orientation() != PageLayout.Orientation.PORTRAIT;
        PrintedWidth fitted = fitted(table, landscape, least, layout.margins(), inset);
        if (!landscape || layout.margins() <= NARROW_SIDES) {
            return fitted;
        }
        PrintedWidth wider = fitted(table, true, least, NARROW_SIDES, inset);
        boolean better = fitted.begins().isEmpty()
                ? wider.height(table) < WORTH_NARROW_SIDES * fitted.height(table)
                : wider.begins().isEmpty();
        return better ? wider : fitted;
    }

    /// The scale at which so many digits are as wide as the page.
    private static int scale(PageLayout layout, boolean landscape, double width) {
        return (int) Math.floor(PrintedPages.WHOLE * PrintedPages.across(layout, landscape, PrintedPages.WHOLE) / width);
    }

    /// The sheet's width where the columns of text have all that they want.
    private static double unwrapped(Display table, double[] natural, double[] wanted) {
        double[] widths = natural.clone();
        widen(table, widths, wanted, Double.MAX_VALUE);
        return SheetWriter.padded(widths);
    }

    private static List<Boolean> standing(PageLayout.Orientation orientation) {
        return switch (orientation) {
            case PORTRAIT -> List.of(false);
            case LANDSCAPE -> List.of(true);
            case AUTO -> List.of(false, true);
        };
    }

    private static PrintedWidth fitted(Display table, boolean landscape, int scale, double sides, List<Integer> inset) {
        double padding = 2 * ColumnWidths.PADDING;
        double across = PrintedPages.across(table.layout(), landscape, scale, sides) * DIGIT;
        List<Integer> apart = beforeText(table);
        double added = (apart.size() + inset.size() * INDENT) * DIGIT;
        double room = across - table.columns().size() * (SheetWriter.PADDING * DIGIT - padding) - added;
        double[] widths = new ColumnWidths(unbroken(table), text -> CharacterWidth.of(text) * DIGIT,
                text -> CharacterWidth.of(text) * DIGIT * SheetWriter.BOLD).on(room);
        apart.forEach(column -> widths[column] += DIGIT);
        inset.forEach(column -> widths[column] += INDENT * DIGIT);
        List<Double> all = Arrays.stream(widths).boxed().toList();
        List<Integer> begins = new ArrayList<>();
        ColumnSlices.of(table, all, room + added).stream().skip(1)
                .forEach(slice -> begins.add(slice.columns().get(slice.repeated())));
        return new PrintedWidth(all.stream().map(points -> Math.max(1, (points - padding) / DIGIT)).toList(),
                landscape, scale, begins, sides, apart, inset);
    }

    private static List<Integer> beforeText(Display table) {
        return IntStream.range(0, table.columns().size() - 1)
                .filter(column -> isOfNumbers(table.columns().get(column).align())
                        && table.columns().get(column + 1).align() == Align.LEFT)
                .boxed().toList();
    }

    static boolean isOfNumbers(Align align) {
        return align == Align.DECIMAL || align == Align.RIGHT;
    }

    /// The display as programs for workbooks wrap it, which break no line behind a slash.
    private static Display unbroken(Display table) {
        return table.with(table.number(), table.title(), table.population(), table.columns(),
                table.rows().stream().map(row -> row.with(row.cells().stream().map(PrintedWidth::unbroken).toList())).toList(),
                List.of());
    }

    private static Cell unbroken(Cell cell) {
        return WITHIN_WORD.matcher(cell.text()).find()
                ? Cell.text(WITHIN_WORD.matcher(cell.text()).replaceAll(String.valueOf(AS_WIDE)))
                : cell;
    }

    /// About how many pages the rows fill.
    private double pages(Display table) {
        double around = (AROUND + table.footnotes().size()) * Sheet.ROW_HEIGHT;
        double room = PrintedPages.down(table.layout(), landscape, scale);
        return Math.ceil(height(table) / Math.max(room / 2, room - around));
    }

    /// About how high the rows are, in points, judged by some of them.
    private double height(Display table) {
        int step = Math.max(1, table.rows().size() / SAMPLE);
        double height = 0;
        for (int row = 0; row < table.rows().size(); row += step) {
            int lines = table.rows().get(row).isLabelAlone() ? 1 : lines(table.rows().get(row));
            height += step * SheetWriter.height(lines, NamedStyle.CELL);
        }
        return height;
    }

    /// How many lines the cells of a row take.
    int lines(TableRow row) {
        int most = 1;
        for (int column = 0; column < Math.min(row.cells().size(), columns.size()); column++) {
            double room = room(column) - (column == 0 ? row.indent() * INDENT : 0);
            most = Math.max(most, CharacterWidth.lines(row.cells().get(column).text(), Math.max(NARROWEST, room)));
        }
        return most;
    }

    /// A column's room for text, in digits.
    double room(int column) {
        return columns.get(column) - (inset.contains(column) ? INDENT : 0);
    }

    /// The column after the last of the first page.
    int firstEnd() {
        return begins.isEmpty() ? columns.size() : begins.getFirst();
    }

    /// How wide the columns would be where nothing is wrapped.
    private static double[] wanted(Display table, List<DecimalPlace> places) {
        double[] widths = new double[table.columns().size()];
        for (int column = 0; column < widths.length; column++) {
            double widest = Math.max(CharacterWidth.of(table.columns().get(column).header()) * 1.1, places.get(column).width());
            for (TableRow row : table.rows()) {
                if (row.kind() != TableRow.Kind.MESSAGE && column < row.cells().size()) {
                    double indent = column == 0 ? row.indent() * INDENT : 0;
                    widest = Math.max(widest, indent + CharacterWidth.of(row.cells().get(column).text()));
                }
            }
            widths[column] = Math.max(NARROWEST, widest);
        }
        return widths;
    }

    private static double[] natural(Display table, double[] wanted) {
        double[] widths = wanted.clone();
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.min(widths[column], column < table.stubColumns() ? WIDEST_STUB : WIDEST);
        }
        equalize(table, widths);
        return widths;
    }

    /// Gives the columns of text what they want of the room that a page has left, from the left.
    private static void widen(Display table, double[] widths, double[] wanted, double room) {
        double left = room;
        for (int column = 0; column < widths.length; column++) {
            if (!isOfNumbers(table.columns().get(column).align())) {
                double more = Math.clamp(wanted[column] - widths[column], 0, Math.max(0, left));
                widths[column] += more;
                left -= more;
            }
        }
    }

    /// Columns of numbers, such as the arms of a study, are equally wide unless one is far wider; where several have the same
    /// header, each below another one, these are.
    private static void equalize(Display table, double[] widths) {
        Map<String, Double> widest = new HashMap<>();
        for (int column = 0; column < widths.length; column++) {
            if (table.columns().get(column).align() == Align.DECIMAL) {
                widest.merge(kind(table, column), widths[column], Math::max);
            }
        }
        for (int column = 0; column < widths.length; column++) {
            if (table.columns().get(column).align() == Align.DECIMAL) {
                double most = widest.getOrDefault(kind(table, column), widths[column]);
                widths[column] = 1 + (most <= WIDEST * 0.75 ? most : widths[column]);
            }
        }
    }

    private static String kind(Display table, int column) {
        String header = table.columns().get(column).header();
        return table.columns().stream().filter(other -> other.header().equals(header)).count() > 1 ? header : "";
    }
}
