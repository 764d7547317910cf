package org.tabularium.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tabularium.figure.Sheet.Arm;
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
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.FigureRow;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.Statistic;
import org.tabularium.study.ValueText;
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
    /// LibreOffice leaves out what stands at the very end of a logarithmic axis.
    private static final double WITHIN = 1.001;

    private final Sheet sheet;
    private final List<Line> lines = new ArrayList<>();
    private final List<Arm> compared;
    private final Optional<Arm> control;
    private final boolean ratio;

    /// A line of the figure: a heading, or an arm of a subgroup.
    ///
    /// @param label empty below the first arm of a subgroup
    /// @param row its place in the data; −1 for a heading
    private record Line(String label, boolean heading, int row, Optional<WordedRow> effect, String arm) {}

    ForestPicture(Sheet sheet) {
        this.sheet = sheet;
        List<String> keys = sheet.of(Layer.INTERVAL).stream().map(row -> row.row().arm()).distinct().toList();
        List<Arm> arms = sheet.arms();
        this.compared = arms.stream().filter(arm -> keys.contains(arm.key())).toList();
        this.control = arms.stream().filter(arm -> !keys.contains(arm.key())).findFirst();
        this.ratio = sheet.of(Layer.INTERVAL).stream().anyMatch(row -> row.row().cell().form() == Form.ESTIMATE_INTERVAL);
        addLines();
    }

    private void addLines() {
        Map<Double, List<WordedRow>> rows = new LinkedHashMap<>();
        sheet.rows().forEach(row -> rows.computeIfAbsent(row.row().at(), at -> new ArrayList<>()).add(row));
        String variable = "";
        for (List<WordedRow> of : rows.values()) {
            WordedRow first = of.getFirst();
            if (!first.what().equals(variable)) {
                variable = first.what();
                lines.add(new Line(variable, true, -1, Optional.empty(), ""));
            }
            boolean named = false;
            for (Arm arm : compared) {
                Optional<WordedRow> effect = of.stream()
                        .filter(row -> row.row().layer() == Layer.INTERVAL && row.row().arm().equals(arm.key())).findFirst();
                lines.add(new Line(named ? "" : first.item(), false, (int) first.row().at(), effect, arm.key()));
                named = true;
            }
        }
    }

    private double estimate(FigureRow row) {
        return row.number(ratio ? Statistic.HAZARD_RATIO : Statistic.DIFFERENCE);
    }

    private Optional<FigureRow> share(int at, String arm) {
        return sheet.of(Layer.SUMMARY, arm).stream().filter(row -> (int) row.at() == at).findFirst();
    }

    private String counted(int at, String arm) {
        return share(at, arm).map(row -> Double.isNaN(row.number(Statistic.COUNT))
                ? ""
                : ValueText.number(row.number(Statistic.COUNT)) + "/" + row.cell().denominator()).orElse("");
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

    private Axis axis(double start, double end) {
        double[] all = sheet.of(Layer.INTERVAL).stream().map(WordedRow::row)
                .flatMap(row -> Stream.of(estimate(row), row.number(Statistic.CI_LOWER), row.number(Statistic.CI_UPPER)))
                .mapToDouble(Double::doubleValue).filter(value -> !Double.isNaN(value) && !Double.isInfinite(value))
                .filter(value -> !ratio || value > 0).sorted().toArray();
        double least = all.length == 0 ? none() : Math.min(none(), all[0]);
        double greatest = all.length == 0 ? none() : Math.max(none(), all[all.length - 1]);
        return ratio
                ? sheet.heights().ofRatios(least, greatest, start, end)
                : sheet.heights().linear(Math.min(least, -1), Math.max(greatest, 1), start, end);
    }

    /// The value of no effect.
    private double none() {
        return ratio ? 1 : 0;
    }

    @Override
    public Drawing drawing() {
        Canvas canvas = new Canvas();
        boolean several = compared.size() > 1;
        List<Column> left = new ArrayList<>();
        left.add(Column.of(FigureWords.subgroup(), lines.stream()
                .map(line -> Lines.cut(line.label, MOST_LABEL - INDENT, SIZE)).toList(), MOST_LABEL).wider(INDENT));
        left.add(Column.of(comparedArm(), ofSubjects(), lines.stream().map(line -> counted(line.row, line.arm)).toList(),
                MOST_COUNT));
        left.add(Column.of(controlArm(), ofSubjects(), lines.stream().map(this::ofControl).toList(), MOST_COUNT));
        Column right = Column.of(FigureWords.effect(ratio, sheet.confidence(Layer.INTERVAL).orElse(0.95)),
                lines.stream().map(line -> line.effect.map(WordedRow::shown).orElse("")).toList(), 110);
        long heads = Stream.concat(left.stream(), Stream.of(right)).mapToInt(column -> column.head.size()).max().orElse(1);
        double top = legend(canvas) + heads * HEAD_LINE + 6;
        double room = sheet.height() - top - AROUND;
        double line = Math.clamp(room / Math.max(1, lines.size()), LEAST_LINE, MOST_LINE);
        double bottom = top + lines.size() * line + 4;
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
        Axis axis = axis(x + 8, end - GAP - 8);
        canvas.line(axis.at(none()), top, axis.at(none()), bottom, Stroke.solid(0.8, Shade.GREY));
        double most = lines.stream().mapToDouble(this::size).max().orElse(1);
        for (int i = 0; i < lines.size(); i++) {
            double y = top + (i + 0.5) * line;
            Line of = lines.get(i);
            of.effect.ifPresent(effect -> effect(canvas, axis, effect.row(), y, Math.sqrt(size(of) / Math.max(1, most)),
                    of.row == 0));
        }
        double below = Axes.below(canvas, axis, bottom, FigureWords.effectAxis(ratio));
        sides(canvas, axis, below + 13);
        return canvas.drawing(sheet.width(), below + 20, alternative());
    }

    /// What is counted of subjects.
    private String ofSubjects() {
        return FigureWords.ofSubjects(ratio);
    }

    /// The arm that is compared; empty where signs tell them apart.
    private String comparedArm() {
        return compared.size() > 1 ? "" : compared.stream().map(Arm::label).findFirst().orElse("");
    }

    private String controlArm() {
        return control.map(Arm::label).orElse("");
    }

    private String ofSubjects(String arm) {
        return arm.isEmpty() ? ofSubjects() : FigureWords.ofSubjects(ratio, arm);
    }

    private String ofControl(Line line) {
        return control.map(arm -> counted(line.row, arm.key())).orElse("");
    }

    /// What the signs of several arms mean.
    private double legend(Canvas canvas) {
        if (compared.size() < 2) {
            return 0;
        }
        Legend legend = new Legend();
        compared.forEach(arm -> legend.mark(looks(arm.key()).mark(), looks(arm.key()).shade(), looks(arm.key()).open(),
                arm.label()));
        return legend.draw(canvas, 0, sheet.width(), 0) + 8;
    }

    /// The sign of each line's arm.
    private void signs(Canvas canvas, double left, double top, double line) {
        for (int i = 0; i < lines.size(); i++) {
            Line of = lines.get(i);
            if (!of.heading) {
                Look look = looks(of.arm);
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
            boolean indented = labels && !lines.get(i).heading && lines.get(i).row > 0;
            boolean bold = labels && lines.get(i).heading;
            canvas.text(column.cells.get(i), indented ? left + INDENT : left, top + (i + 0.5) * line + SIZE * 0.35,
                    Anchor.START, SIZE, bold, Shade.BLACK);
        }
    }

    /// How many subjects a line is of.
    private double size(Line line) {
        return line.heading
                ? 0
                : Stream.concat(Stream.of(line.arm), control.stream().map(Arm::key))
                        .mapToDouble(arm -> share(line.row, arm).map(row -> (double) row.cell().denominator()).orElse(0.0)).sum();
    }

    private void effect(Canvas canvas, Axis axis, FigureRow row, double y, double share, boolean all) {
        double at = estimate(row);
        if (Double.isNaN(at) || (ratio && at <= 0)) {
            return;
        }
        Look look = looks(row.arm());
        double x = axis.at(Math.clamp(at, axis.from(), axis.to()));
        double lower = row.number(Statistic.CI_LOWER);
        double upper = row.number(Statistic.CI_UPPER);
        boolean limits = !Double.isNaN(lower) && !Double.isNaN(upper);
        double low = limits ? axis.at(Math.clamp(lower, axis.from(), axis.to())) : x;
        double high = limits ? axis.at(Math.clamp(upper, axis.from(), axis.to())) : x;
        if (all && limits && compared.size() == 1) {
            canvas.area(List.of(new Point(low, y), new Point(x, y - 4), new Point(high, y), new Point(x, y + 4)), look.shade(),
                    Stroke.solid(0.8, look.shade()));
            return;
        }
        canvas.line(low, y, high, y, Stroke.solid(1, look.shade()));
        end(canvas, limits && upper > axis.to(), high, y, 1, look);
        end(canvas, limits && lower < axis.from(), low, y, -1, look);
        boolean several = compared.size() > 1;
        canvas.mark(several ? look.mark() : Mark.SQUARE, x, y, 1.6 + 2.4 * share, look.shade(), several && look.open());
    }

    /// An interval that goes on beyond the axis ends in an arrow.
    private static void end(Canvas canvas, boolean beyond, double x, double y, int towards, Look look) {
        if (beyond) {
            canvas.area(List.of(new Point(x + towards * 5, y), new Point(x, y - 2.5), new Point(x, y + 2.5)), look.shade());
        }
    }

    /// Of several arms each looks as in the other figures; a single one needs no sign of its own.
    private Look looks(String arm) {
        return compared.size() < 2
                ? Look.of(0)
                : Look.of(compared.stream().filter(of -> of.key().equals(arm)).mapToInt(Arm::place).findFirst().orElse(0));
    }

    /// Whose a side is.
    private String side(boolean lower) {
        String better = sheet.placeholder("better");
        if (better.isEmpty()) {
            return FigureWords.hazard(lower);
        }
        String arm = compared.size() == 1 ? compared.getFirst().label() : FigureWords.comparedArm();
        return FigureWords.favours(better.equals("lower") == lower ? arm : control.map(Arm::label).orElse(""));
    }

    /// Which side is whose.
    private void sides(Canvas canvas, Axis axis, double y) {
        String lower = side(true);
        String upper = side(false);
        double middle = axis.at(none());
        double half = FontWidths.of(lower, SIZE, false) + 6;
        double otherHalf = FontWidths.of(upper, SIZE, false) + 6;
        // Where a side has no room, both move together.
        double shift = Math.max(0, half - middle) - Math.max(0, middle + otherHalf - sheet.width());
        canvas.text(lower, middle - 6 + shift, y, Anchor.END, SIZE);
        canvas.text(upper, middle + 6 + shift, y, Anchor.START, SIZE);
    }

    private String alternative() {
        List<String> effects = lines.stream().flatMap(line -> line.effect.stream()
                .map(effect -> FigureWords.effectOf(within(effect), compared.size() > 1 ? effect.arm() : "", effect.shown())))
                .toList();
        return FigureWords.forest(sheet.title(), FigureWords.effectFrom(ratio, control.map(Arm::label).orElse("")), effects);
    }

    private static String within(WordedRow row) {
        return row.what().isEmpty() ? row.item() : FigureWords.within(row.what(), row.item());
    }

    @Override
    public List<Chart> charts() {
        List<Chart.Series> series = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            List<Point> estimates = new ArrayList<>();
            List<Point> limits = new ArrayList<>();
            for (int at = 0; at < lines.size(); at++) {
                Line line = lines.get(at);
                if (line.arm.equals(compared.get(i).key()) && line.effect.isPresent()) {
                    FigureRow row = line.effect.get().row();
                    double y = lines.size() - at;
                    if (!Double.isNaN(estimate(row))) {
                        estimates.add(new Point(estimate(row), y));
                    }
                    if (!Double.isNaN(row.number(Statistic.CI_LOWER)) && !Double.isNaN(row.number(Statistic.CI_UPPER))) {
                        limits.add(new Point(row.number(Statistic.CI_LOWER), y));
                        limits.add(new Point(row.number(Statistic.CI_UPPER), y));
                        limits.add(new Point(row.number(Statistic.CI_UPPER), Double.NaN));
                    }
                }
            }
            Look of = looks(compared.get(i).key());
            boolean several = compared.size() > 1;
            Look look = new Look(of.shade(), List.of(), several ? of.mark() : Mark.SQUARE, several && of.open());
            series.add(new Chart.Series(compared.get(i).label(), true, Chart.Form.POINTS, look, estimates));
            series.add(new Chart.Series(FigureWords.limitsOf(compared.get(i).label()), false, Chart.Form.LINE, look, limits));
        }
        Axis x = axis(0, 1);
        String title = FigureWords.effectAxis(ratio);
        series.add(Chart.Series.across(FigureWords.noEffect(), none(), lines.size()));
        String sides = FigureWords.between(side(true), title, side(false));
        Chart.Side side = ratio
                ? Chart.Side.logarithmic(sides, x.from(), x.to())
                : new Chart.Side(sides, x.from(), x.to(), PrintedTicks.step(x), false);
        series.addAll(PrintedTicks.below(title, x, 0));
        series.add(Chart.Series.rows(FigureWords.subgroup(), ratio ? side.from() * WITHIN : side.from(),
                lines.stream().map(Line::label).toList()));
        return List.of(new Chart("", side,
                new Chart.Side(FigureWords.subgroup(), 0, lines.size() + 1.0, 1, false), series, Optional.empty(),
                Optional.of(beside())));
    }

    /// What stands left and right of the estimates.
    private Chart.Beside beside() {
        boolean several = compared.size() > 1;
        List<String> heads = new ArrayList<>(several ? List.of(FigureWords.arm()) : List.of());
        heads.addAll(
                List.of(ofSubjects(comparedArm()), ofSubjects(controlArm()),
                        FigureWords.effect(ratio, sheet.confidence(Layer.INTERVAL).orElse(0.95))));
        return new Chart.Beside(FigureWords.subgroup(), heads, lines.stream().map(line -> {
            if (line.heading) {
                return new Chart.Beside.Line(line.label, true, List.of());
            }
            List<String> cells = new ArrayList<>(several ? List.of(label(line.arm)) : List.of());
            cells.addAll(List.of(counted(line.row, line.arm), ofControl(line), line.effect.map(WordedRow::shown).orElse("")));
            return new Chart.Beside.Line(line.label, false, cells);
        }).toList());
    }

    private String label(String arm) {
        return compared.stream().filter(of -> of.key().equals(arm)).map(Arm::label).findFirst().orElse("");
    }
}
