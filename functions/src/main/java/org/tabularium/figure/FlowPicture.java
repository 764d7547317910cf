package org.tabularium.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.figure.FlowBox.Stage;
import org.tabularium.figure.Sheet.Arm;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.Mark;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Stroke;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// Boxes from above to below as CONSORT has them: those screened, at the side those not enrolled and why, those enrolled, then a
/// column an arm. What is an alternative stands in one box; an arrow leads to those who went on only.
final class FlowPicture implements Picture {

    /// Between boxes, and where a page would not hold them at it.
    private static final double DOWN = 16;
    private static final double LEAST_DOWN = 10;
    private static final double GAP = 10;
    /// At the sides of arms, for the line that leads to those of a second band.
    private static final double MARGIN = 6;
    private static final double WIDEST = 190;
    private static final Stroke EDGE = Stroke.solid(0.7, Shade.BLACK);

    private final Sheet sheet;
    private double down = DOWN;

    FlowPicture(Sheet sheet) {
        this.sheet = sheet;
    }

    /// The boxes, closer to each other where they were higher than the sheet.
    @Override
    public Drawing drawing() {
        Drawing usual = apart(DOWN);
        double over = usual.height() - sheet.height();
        if (over <= 0) {
            return usual;
        }
        Drawing closest = apart(LEAST_DOWN);
        double saved = usual.height() - closest.height();
        return saved <= over ? closest : apart(DOWN - (DOWN - LEAST_DOWN) * over / saved);
    }

    private Drawing apart(double between) {
        down = between;
        Canvas canvas = new Canvas();
        double centre = sheet.width() / 2;
        double wide = Math.min(WIDEST, sheet.width() * 0.4);
        double y = 2;
        double from = Double.NaN;
        for (FlowBox box : FlowBox.of(sheet.rows(), "")) {
            if (box.stage() == Stage.ASIDE) {
                double aside = centre + 30;
                double height = box.height(sheet.width() - aside - 2);
                double middle = y + height / 2;
                canvas.line(centre, middle, aside - 4, middle, EDGE);
                canvas.mark(Mark.ARROW, aside - 5, middle, 3, Shade.BLACK, false);
                box.draw(canvas, aside, y, sheet.width() - aside - 2, height);
                y += height + down;
            } else {
                arrow(canvas, centre, from, y);
                from = y + box.height(wide);
                box.draw(canvas, centre - wide / 2, y, wide, from - y);
                y = from + down;
            }
        }
        return arms(canvas, centre, from, y);
    }

    /// The arms side by side; where their words would not fit, in several bands one below the other.
    private Drawing arms(Canvas canvas, double centre, double from, double top) {
        List<List<FlowBox>> arms = sheet.arms().stream().map(Arm::key).filter(arm -> !arm.isEmpty())
                .map(arm -> FlowBox.of(sheet.rows(), arm)).toList();
        double least = arms.stream().flatMap(List::stream).mapToDouble(FlowBox::leastWidth).max().orElse(1);
        int fitting = Math.max(1, (int) ((sheet.width() - 2 * MARGIN + GAP) / (least + GAP)));
        int bands = Math.max(1, Math.ceilDiv(arms.size(), fitting));
        int most = Math.ceilDiv(arms.size(), bands);
        double fork = top - down / 2;
        double bottom = top;
        for (int band = 0; band < bands; band++) {
            List<List<FlowBox>> beside = arms.subList(band * most, Math.min(arms.size(), (band + 1) * most));
            double bus = bottom - down / 2;
            bottom = band(canvas, beside, arms.size() == 1 ? from : bus, bottom);
            if (band > 0) {
                canvas.path(List.of(new Point(centre, fork), new Point(1, fork), new Point(1, bus), new Point(centre, bus)),
                        EDGE);
            }
        }
        if (arms.size() > 1) {
            canvas.line(centre, from, centre, fork, EDGE);
        }
        return canvas.drawing(sheet.width(), bottom - down + 4, alternative());
    }

    /// @param from where the arrows to the arms begin: below the box before them, or at the line that leads to all of them
    /// @return where a next band begins
    private double band(Canvas canvas, List<List<FlowBox>> arms, double from, double top) {
        double room = sheet.width() - 2 * MARGIN;
        double each = Math.min(WIDEST, (room - GAP * (arms.size() - 1)) / Math.max(1, arms.size()));
        double left = MARGIN + (room - each * arms.size() - GAP * (arms.size() - 1)) / 2;
        double bottom = top;
        if (arms.size() > 1) {
            canvas.line(left + each / 2, from, left + (each + GAP) * (arms.size() - 1) + each / 2, from, EDGE);
        }
        double[] ends = new double[arms.size()];
        Arrays.fill(ends, from);
        for (FlowBox[] row : rows(arms)) {
            double height = Stream.of(row).filter(Objects::nonNull).mapToDouble(box -> box.height(each)).max().orElse(0);
            for (int arm = 0; arm < arms.size(); arm++) {
                if (row[arm] != null) {
                    double x = left + arm * (each + GAP);
                    arrow(canvas, x + each / 2, ends[arm], bottom);
                    row[arm].draw(canvas, x, bottom, each, height);
                    ends[arm] = bottom + height;
                }
            }
            bottom += height + down;
        }
        return bottom;
    }

    /// The boxes of the arms that stand side by side, from above to below; null where an arm has none.
    private static Collection<@Nullable FlowBox[]> rows(List<List<FlowBox>> arms) {
        Map<Stage, @Nullable FlowBox[]> rows = new TreeMap<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            for (FlowBox box : arms.get(arm)) {
                rows.computeIfAbsent(box.stage(), stage -> new FlowBox[arms.size()])[arm] = box;
            }
        }
        return rows.values();
    }

    private static void arrow(Canvas canvas, double x, double from, double to) {
        if (!Double.isNaN(from)) {
            canvas.line(x, from, x, to - 3, EDGE);
            canvas.area(List.of(new Point(x - 2.6, to - 5), new Point(x + 2.6, to - 5), new Point(x, to)), Shade.BLACK);
        }
    }

    private String alternative() {
        List<String> all = new ArrayList<>();
        for (WordedRow row : sheet.rows()) {
            String of = row.arm().isEmpty() || row.arm().equals(row.item()) ? "" : row.arm() + ", ";
            all.add(of + FlowBox.text(row));
        }
        return FigureWords.flow(sheet.title(), all);
    }

    @Override
    public List<Chart> charts() {
        return List.of();
    }
}
