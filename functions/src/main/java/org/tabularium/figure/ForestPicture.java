package org.tabularium.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tabularium.figure.drawing.Axis;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.FontWidths;
import org.tabularium.figure.drawing.Lines;
import org.tabularium.figure.drawing.Look;
import org.tabularium.figure.drawing.Mark;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape.Anchor;
import org.tabularium.figure.drawing.Stroke;
import org.tabularium.result.FigureRow;
import org.tabularium.result.Statistic;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// A line a subgroup and arm that is compared: who it is of, the estimate as a square as large as it has subjects, its interval,
/// and at the right the numbers. All subjects stand first, as a diamond as wide as their interval.
final class ForestPicture implements Picture {

    private static final double SIZE = Drawing.SMALLEST;
    private static final double LEAST_LINE = 10.2;
    private static final double MOST_LINE = 16;
    private static final double HEAD_LINE = 10;
    private static final double GAP = 12;
    private static final double MOST_LABEL = 138;
    private static final double MOST_COUNT = 54;
    private static final double SIGN = 12;
    private static final double AROUND = 78;
    private static final double INDENT = 8;

    private final Sheet sheet;
    private final ForestRows rows;

    ForestPicture(Sheet sheet) {
        this.sheet = sheet;
        this.rows = new ForestRows(sheet);
    }

    /// A column of texts.
    private record Column(List<String> head, List<String> cells, double width) {

        static Column of(String head, List<String> cells, double most) {
            double widest = cells.stream().mapToDouble(cell -> FontWidths.of(cell, SIZE, false)).max().orElse(0);
            double width = Math.clamp(FontWidths.of(head, SIZE, true) + 1, Math.min(widest + 1, most),
                    Math.max(most, widest + 1));
            return new Column(FontWidths.of(head, SIZE, true) <= width ? List.of(head) : Lines.of(head, width / 1.08, SIZE, 3),
                    cells, width);
        }

        /// Of an arm: its name, and below it what is counted.
        static Column of(String arm, String counted, List<String> cells, double most) {
            Column column = of(arm.isEmpty() ? counted : arm, cells, most);
            return arm.isEmpty()
                    ? column
                    : new Column(Stream.concat(column.head.stream(), Stream.of(counted)).toList(), cells, column.width);
        }

        Column wider(double by) {
            return new Column(head, cells, width + by);
        }
    }

    @Override
    public Drawing drawing() {
        Canvas canvas = new Canvas();
        boolean several = rows.several();
        List<Column> left = new ArrayList<>();
        left.add(Column.of(FigureWords.subgroup(), rows.lines().stream()
                .map(line -> Lines.cut(line.label(), MOST_LABEL - INDENT, SIZE)).toList(), MOST_LABEL).wider(INDENT));
        left.add(Column.of(rows.comparedArm(), rows.ofSubjects(), rows.lines().stream().map(line -> rows.counted(line)).toList(),
                MOST_COUNT));
        left.add(
                Column.of(rows.controlArm(), rows.ofSubjects(), rows.lines().stream().map(rows::ofControl).toList(), MOST_COUNT));
        Column right = Column.of(rows.effects(),
                rows.lines().stream().map(line -> line.effect().map(WordedRow::shown).orElse("")).toList(), 110);
        long heads = Stream.concat(left.stream(), Stream.of(right)).mapToInt(column -> column.head.size()).max().orElse(1);
        double top = legend(canvas) + heads * HEAD_LINE + 6;
        double room = sheet.height() - top - AROUND;
        double line = Math.clamp(room / Math.max(1, rows.lines().size()), LEAST_LINE, MOST_LINE);
        double bottom = top + rows.lines().size() * line + 4;
        double x = 0;
        for (int i = 0; i < left.size(); i++) {
            write(canvas, left.get(i), x, top, line, i == 0);
            x += left.get(i).width + GAP;
            if (several && i == 0) {
                signs(canvas, x, top, line);
                x += SIGN;
            }
        }
        double end = sheet.width() - right.width;
        write(canvas, right, end, top, line, false);
        canvas.line(0, top - 3, sheet.width(), top - 3, Stroke.solid(0.5, Shade.SILVER));
        Axis axis = rows.axis(x + 8, end - GAP - 8);
        canvas.line(axis.at(rows.none()), top, axis.at(rows.none()), bottom, Stroke.solid(0.8, Shade.GREY));
        double most = rows.lines().stream().mapToDouble(rows::size).max().orElse(1);
        for (int i = 0; i < rows.lines().size(); i++) {
            double y = top + (i + 0.5) * line;
            ForestRows.Line of = rows.lines().get(i);
            of.effect().ifPresent(effect -> effect(canvas, axis, effect.row(), y, Math.sqrt(rows.size(of) / Math.max(1, most)),
                    of.row() == 0));
        }
        double below = Axes.below(canvas, axis, bottom, FigureWords.effectAxis(rows.ratio()));
        sides(canvas, axis, below + 13);
        return canvas.drawing(sheet.width(), below + 20, alternative());
    }

    /// What the signs of several arms mean.
    private double legend(Canvas canvas) {
        if (!rows.several()) {
            return 0;
        }
        Legend legend = new Legend();
        rows.compared()
                .forEach(arm -> legend.mark(rows.looks(arm.key()).mark(), rows.looks(arm.key()).shade(),
                        rows.looks(arm.key()).open(),
                        arm.label()));
        return legend.draw(canvas, 0, sheet.width(), 0) + 8;
    }

    /// The sign of each line's arm.
    private void signs(Canvas canvas, double left, double top, double line) {
        for (int i = 0; i < rows.lines().size(); i++) {
            ForestRows.Line of = rows.lines().get(i);
            if (!of.heading()) {
                Look look = rows.looks(of.arm());
                canvas.mark(look.mark(), left + 2, top + (i + 0.5) * line, 2.8, look.shade(), look.open());
            }
        }
    }

    private void write(Canvas canvas, Column column, double left, double top, double line, boolean labels) {
        double first = top - 8 - (column.head.size() - 1) * HEAD_LINE;
        for (int i = 0; i < column.head.size(); i++) {
            canvas.text(column.head.get(i), left, first + i * HEAD_LINE, Anchor.START, SIZE, true, Shade.BLACK);
        }
        for (int i = 0; i < column.cells.size(); i++) {
            boolean indented = labels && !rows.lines().get(i).heading() && rows.lines().get(i).row() > 0;
            boolean bold = labels && rows.lines().get(i).heading();
            canvas.text(column.cells.get(i), indented ? left + INDENT : left, top + (i + 0.5) * line + SIZE * 0.35,
                    Anchor.START, SIZE, bold, Shade.BLACK);
        }
    }

    private void effect(Canvas canvas, Axis axis, FigureRow row, double y, double share, boolean all) {
        double at = rows.estimate(row);
        if (Double.isNaN(at) || (rows.ratio() && at <= 0)) {
            return;
        }
        Look look = rows.looks(row.arm());
        double x = axis.at(Math.clamp(at, axis.from(), axis.to()));
        double lower = row.number(Statistic.CI_LOWER);
        double upper = row.number(Statistic.CI_UPPER);
        boolean limits = !Double.isNaN(lower) && !Double.isNaN(upper);
        double low = limits ? axis.at(Math.clamp(lower, axis.from(), axis.to())) : x;
        double high = limits ? axis.at(Math.clamp(upper, axis.from(), axis.to())) : x;
        if (all && limits && !rows.several()) {
            canvas.area(List.of(new Point(low, y), new Point(x, y - 4), new Point(high, y), new Point(x, y + 4)), look.shade(),
                    Stroke.solid(0.8, look.shade()));
            return;
        }
        canvas.line(low, y, high, y, Stroke.solid(1, look.shade()));
        end(canvas, limits && upper > axis.to(), high, y, 1, look);
        end(canvas, limits && lower < axis.from(), low, y, -1, look);
        boolean several = rows.several();
        canvas.mark(several ? look.mark() : Mark.SQUARE, x, y, 1.6 + 2.4 * share, look.shade(), several && look.open());
    }

    /// An interval that goes on beyond the axis ends in an arrow.
    private static void end(Canvas canvas, boolean beyond, double x, double y, int towards, Look look) {
        if (beyond) {
            canvas.area(List.of(new Point(x + towards * 5, y), new Point(x, y - 2.5), new Point(x, y + 2.5)), look.shade());
        }
    }

    /// Which side is whose.
    private void sides(Canvas canvas, Axis axis, double y) {
        String lower = rows.side(true);
        String upper = rows.side(false);
        double middle = axis.at(rows.none());
        double half = FontWidths.of(lower, SIZE, false) + 6;
        double otherHalf = FontWidths.of(upper, SIZE, false) + 6;
        // Where a side has no room, both move together.
        double shift = Math.max(0, half - middle) - Math.max(0, middle + otherHalf - sheet.width());
        canvas.text(lower, middle - 6 + shift, y, Anchor.END, SIZE);
        canvas.text(upper, middle + 6 + shift, y, Anchor.START, SIZE);
    }

    private String alternative() {
        List<String> effects = rows.lines().stream().flatMap(line -> line.effect().stream()
                .map(effect -> FigureWords.effectOf(within(effect), rows.several() ? effect.arm() : "", effect.shown())))
                .toList();
        return FigureWords.forest(sheet.title(), FigureWords.effectFrom(rows.ratio(), rows.controlArm()), effects);
    }

    private static String within(WordedRow row) {
        return row.what().isEmpty() ? row.item() : FigureWords.within(row.what(), row.item());
    }

    @Override
    public List<Chart> charts() {
        return new ForestChart(sheet, rows).charts();
    }
}
