package org.tabularium.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.tabularium.figure.Sheet.Arm;
import org.tabularium.figure.drawing.Axis;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.FontWidths;
import org.tabularium.figure.drawing.Hatch;
import org.tabularium.figure.drawing.Look;
import org.tabularium.figure.drawing.Mark;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape.Anchor;
import org.tabularium.figure.drawing.Stroke;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.Statistic;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// Bars of subjects from the largest change to the smallest, shaded by arm, with the change at the end and a star for the
/// response.
final class WaterfallPicture implements Picture {

    private static final double SIZE = Drawing.SMALLEST;
    private static final double PLOT = 260;
    private static final double WIDEST = 40;
    private static final Stroke EDGE = Stroke.solid(0.5, Shade.BLACK);
    private static final double LEAST_FOR_EDGES = 8;
    /// How far beyond the bar's end a mark of a chart stands, as a share of the axis.
    private static final double BEYOND = 0.14;

    private final Sheet sheet;
    private final List<Arm> arms;
    private final List<WordedRow> bars;
    private final Set<Double> marked;
    private final Thresholds thresholds;

    WaterfallPicture(Sheet sheet) {
        this.sheet = sheet;
        this.arms = sheet.arms().stream().filter(arm -> !sheet.of(Layer.BAR, arm.key()).isEmpty()).toList();
        this.bars = sheet.of(Layer.BAR);
        this.thresholds = Thresholds.of(sheet);
        this.marked = sheet.of(Layer.MARK).stream().map(row -> row.row().at()).collect(Collectors.toSet());
    }

    private static double change(WordedRow bar) {
        return bar.row().number(Statistic.MIN);
    }

    private Axis heights(double bottom, double top) {
        double[] all = DoubleStream.concat(bars.stream().mapToDouble(WaterfallPicture::change), thresholds.heights()).toArray();
        double least = Arrays.stream(all).min().orElse(-1);
        double greatest = Arrays.stream(all).max().orElse(0);
        return sheet.heights().linear(Math.min(0, least), Math.max(0, greatest), bottom, top);
    }

    @Override
    public Drawing drawing() {
        return sheet.fitted(PLOT, this::drawing);
    }

    private Drawing drawing(double plot) {
        Canvas canvas = new Canvas();
        Legend legend = new Legend();
        for (Arm arm : arms) {
            legend.area(look(arm.key()), arm.label());
        }
        sheet.of(Layer.MARK).stream().findFirst().ifPresent(row -> legend.mark(Mark.STAR, Shade.BLACK, false, row.what()));
        thresholds.explain(legend);
        double left = 34;
        List<String> title = Axes.title(title(), sheet.width() - left);
        double top = legend.draw(canvas, 0, sheet.width(), 0) + 40 + Axes.higher(title);
        double bottom = top + plot;
        Axis y = heights(bottom, top);
        double each = Math.min(WIDEST, (sheet.width() - left - 6) / Math.max(1, bars.size()));
        Axes.left(canvas, y, left, List.of());
        Axes.title(canvas, title, left, top - 20);
        double zero = y.at(0);
        double widest = bars.stream().mapToDouble(bar -> FontWidths.of(bar.item(), SIZE, false)).max().orElse(0);
        boolean named = widest > 0 && widest < each - 1;
        boolean valued = bars.stream().allMatch(bar -> FontWidths.of(number(bar), SIZE, false) < each - 1);
        thresholds.draw(canvas, y, left, left + each * bars.size());
        for (int i = 0; i < bars.size(); i++) {
            WordedRow bar = bars.get(i);
            double middle = left + each * (i + 0.5);
            double end = y.at(change(bar));
            bar(canvas, middle, each, zero, end, look(bar.row().arm()));
            double below = change(bar) <= 0 ? end + SIZE + 1 : end - 3;
            if (valued) {
                canvas.text(number(bar), middle, below, Anchor.MIDDLE, SIZE);
            }
            if (named) {
                canvas.text(bar.item(), middle, change(bar) > 0 ? zero + SIZE + 2 : zero - 4, Anchor.MIDDLE, SIZE);
            }
            double beyond = valued ? SIZE + 8 : 6;
            if (marked.contains(bar.row().at())) {
                canvas.mark(Mark.STAR, middle, change(bar) <= 0 ? end + beyond : end - SIZE - 6, Math.min(4, each * 0.4),
                        Shade.BLACK, false);
            }
        }
        canvas.line(left, zero, left + each * bars.size(), zero, Axes.LINE);
        return canvas.drawing(sheet.width(), bottom + 24, alternative());
    }

    /// A bar with an edge; narrow ones would be all edge, and their shades tell the arms.
    private static void bar(Canvas canvas, double middle, double each, double zero, double end, Look look) {
        double wide = each * 0.76;
        double top = Math.min(zero, end);
        double high = Math.abs(end - zero);
        if (each < LEAST_FOR_EDGES && look.shade() != Shade.WHITE && look.hatch() == Hatch.NONE) {
            canvas.rectangle(middle - wide / 2, top, wide, high, look.shade());
        } else {
            canvas.frame(middle - wide / 2, top, wide, high, look.shade(), EDGE);
            canvas.hatch(middle - wide / 2, top, wide, high, look.hatch(), EDGE);
        }
    }

    private String title() {
        return FigureWords.axis(sheet.named("parameter"), FigureWords.bestChange());
    }

    private Look look(String arm) {
        return Look.ofBars(arms.stream().filter(a -> a.key().equals(arm)).mapToInt(Arm::place).findFirst().orElse(0));
    }

    private String number(WordedRow bar) {
        return sheet.number(change(bar));
    }

    private String alternative() {
        List<String> changes = bars.stream()
                .map(bar -> FigureWords.changed(bar.item(), bar.arm(), number(bar), marked.contains(bar.row().at()))).toList();
        return FigureWords.waterfall(sheet.title(), changes);
    }

    @Override
    public List<Chart> charts() {
        List<String> names = bars.stream().map(WordedRow::item).toList();
        if (names.stream().anyMatch(String::isEmpty)) {
            names = List.of();
        }
        List<Chart.Series> series = new ArrayList<>();
        for (Arm arm : arms) {
            series.add(new Chart.Series(arm.label(), true, Chart.Form.BARS, look(arm.key()), bars.stream()
                    .map(bar -> new Point(bar.row().at(), bar.row().arm().equals(arm.key()) ? change(bar) : Double.NaN))
                    .toList(), names)
                    .ending(bars.stream().map(bar -> bar.row().arm().equals(arm.key()) ? number(bar) : "").toList()));
        }
        series.addAll(thresholds.series(bars.stream().map(bar -> bar.row().at()).toList()));
        Axis y = heights(1, 0);
        double beyond = BEYOND * (y.to() - y.from());
        sheet.of(Layer.MARK).stream().findFirst().ifPresent(row -> series.add(new Chart.Series(row.what(), true,
                Chart.Form.POINTS, new Look(Shade.BLACK, List.of(), Mark.STAR, false), bars.stream()
                        .map(bar -> new Point(bar.row().at(), marked.contains(bar.row().at()) ? beyond(bar, beyond) : Double.NaN))
                        .toList())));
        double step = PrintedTicks.step(y);
        double least = bars.stream().mapToDouble(bar -> beyond(bar, 2 * beyond)).min().orElse(0);
        double greatest = bars.stream().mapToDouble(bar -> beyond(bar, 2 * beyond)).max().orElse(0);
        return List.of(new Chart("", new Chart.Side(FigureWords.subject(), 0, bars.size(), 1, false),
                new Chart.Side(title(), least < y.from() ? y.from() - step : y.from(), greatest > y.to() ? y.to() + step : y.to(),
                        step, false),
                series));
    }

    /// Where a mark stands that neither the bar nor its value hides.
    private static double beyond(WordedRow bar, double by) {
        return change(bar) > 0 ? change(bar) + by : change(bar) - by;
    }
}
