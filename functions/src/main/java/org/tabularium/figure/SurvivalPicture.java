package org.tabularium.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
import org.tabularium.result.FigureRow;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.study.ValueText;
import org.tabularium.table.WordedRow;
import org.tabularium.table.wording.FigureWords;

/// Kaplan–Meier curves: above them a line an arm with its events, median and hazard ratio, which is their legend too; below them,
/// under the ticks of the axis, the numbers at risk, in brackets those censored before.
final class SurvivalPicture implements Picture {

    private static final double SIZE = 8.5;
    private static final double LINE = 12;
    private static final double KEY = 26;
    private static final double PLOT = 230;
    private static final double TICK = 3.5;
    private static final double CURVE = 1.3;
    private static final double GAP = 14;
    /// Between curves that coincide, and between the first and the last of them.
    private static final double APART = 1.6;
    private static final double MOST_APART = 8;
    /// Of the axis of time: shorter stretches in which curves coincide are not worth a word.
    private static final double LEAST_SAID = 0.1;
    private static final int MOST_SAID = 3;
    private static final double MOST_LABEL = 130;
    private static final int LABEL_LINES = 3;

    /// A column of the lines above the curves.
    private record Column(String head, Predicate<RowLabel> rows) {}

    private final Sheet sheet;
    private final List<Arm> arms;
    private final List<Curve> curves;
    private final List<Double> ticks;
    private final double longest;

    /// A curve, which ends where nobody is followed any more.
    ///
    /// @param censored the numbers of its corners at which somebody is censored
    private record Curve(List<Point> corners, List<Integer> censored) {

        static Curve of(List<FigureRow> steps) {
            List<Point> corners = new ArrayList<>();
            List<Integer> censored = new ArrayList<>();
            double before = 1;
            for (FigureRow row : steps) {
                double survival = row.number(Statistic.SURVIVAL);
                corners.add(new Point(row.at(), before));
                if (survival != before) {
                    corners.add(new Point(row.at(), survival));
                }
                if (row.number(Statistic.CENSORED) > 0) {
                    censored.add(corners.size() - 1);
                }
                before = survival;
            }
            return new Curve(corners, censored);
        }
    }

    SurvivalPicture(Sheet sheet) {
        this.sheet = sheet;
        List<Arm> followed = sheet.arms().stream().filter(arm -> !sheet.of(Layer.STEP, arm.key()).isEmpty()).toList();
        this.arms = followed.isEmpty() ? sheet.arms() : followed;
        this.curves = arms.stream().map(arm -> Curve.of(sheet.of(Layer.STEP, arm.key()))).toList();
        this.ticks = sheet.of(Layer.AT_RISK).stream().map(row -> row.row().at()).distinct().toList();
        double last = sheet.of(Layer.STEP).stream().mapToDouble(row -> row.row().at()).max().orElse(0);
        double far = Math.max(last, ticks.isEmpty() ? 0 : ticks.getLast());
        this.longest = far > 0 ? far : 1;
    }

    @Override
    public Drawing drawing() {
        return sheet.fitted(PLOT, this::drawing);
    }

    private Drawing drawing(double plot) {
        Canvas canvas = new Canvas();
        double label = Math.min(MOST_LABEL,
                arms.stream().mapToDouble(arm -> FontWidths.of(arm.label(), SIZE, false)).max().orElse(0));
        double first = sheet.of(Layer.AT_RISK).stream().map(WordedRow::row).filter(row -> row.at() == 0)
                .mapToDouble(row -> FontWidths.of(atRisk(row), SIZE, false)).max().orElse(0);
        double left = Math.max(34, label + 8 + Math.max(6, first / 2));
        double right = sheet.width() - 16;
        double top = legend(canvas) + GAP + LINE;
        double bottom = top + plot;
        Axis x = times(left, right);
        Axis y = shares(bottom, top);
        Axes.left(canvas, y, left, List.of(FigureWords.eventFree()));
        curves(canvas, x, y);
        double below = Axes.below(canvas, x, bottom, FigureWords.time(sheet.placeholder("unit")));
        double height = atRisk(canvas, x, label + 2, below + GAP);
        return canvas.drawing(sheet.width(), height, alternative());
    }

    private Axis times(double start, double end) {
        return axis(longest, start, end, ticks);
    }

    private Axis shares(double start, double end) {
        return axis(1, start, end, List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0));
    }

    private Axis axis(double to, double start, double end, List<Double> at) {
        return new Axis(0, to, start, end, Axis.Scale.LINEAR,
                at.stream().map(tick -> new Axis.Tick(tick, sheet.number(tick))).toList());
    }

    /// A line an arm: how its curve looks, and what is known of it.
    private double legend(Canvas canvas) {
        List<Column> columns = columns();
        double room = sheet.width() - KEY - 28 - columns.stream().mapToDouble(column -> width(column) + 4).sum();
        double labels = Math.min(Math.min(170, Math.max(40, room)),
                arms.stream().mapToDouble(arm -> FontWidths.of(arm.label(), SIZE, false)).max().orElse(0));
        double from = KEY + 6 + labels + 22;
        double[] starts = starts(columns, from);
        double y = LINE;
        for (int i = 0; i < columns.size(); i++) {
            canvas.text(columns.get(i).head(), starts[i], y, Anchor.START, SIZE, true, Shade.BLACK);
        }
        for (Arm arm : arms) {
            y += LINE;
            Look look = Look.of(arm.place());
            canvas.line(0, y - SIZE * 0.32, KEY, y - SIZE * 0.32, look.stroke(CURVE));
            List<String> label = Lines.of(arm.label(), labels, SIZE, LABEL_LINES);
            canvas.lines(label, KEY + 6, y, Anchor.START, SIZE, LINE - 2);
            for (int i = 0; i < columns.size(); i++) {
                canvas.text(shown(arm, columns.get(i).rows()), starts[i], y, Anchor.START, SIZE);
            }
            y += (label.size() - 1) * (LINE - 2);
        }
        return y;
    }

    /// Where the columns begin: as wide as they must be, the rest between them.
    private double[] starts(List<Column> columns, double from) {
        double[] widths = columns.stream().mapToDouble(this::width).toArray();
        double rest = (sheet.width() - from - Arrays.stream(widths).sum()) / Math.max(1, columns.size());
        double[] starts = new double[widths.length];
        double x = from;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = x;
            x += widths[i] + Math.clamp(rest, 4, 24);
        }
        return starts;
    }

    private double width(Column column) {
        double shown = arms.stream().mapToDouble(arm -> FontWidths.of(shown(arm, column.rows()), SIZE, false)).max().orElse(0);
        return Math.max(shown, FontWidths.of(column.head(), SIZE, true));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(FigureWords.eventsOfSubjects(), named(RowName.Efficacy.EVENTS)));
        row(named(RowName.Efficacy.MEDIAN_TIME))
                .ifPresent(row -> columns.add(new Column(row.item(), named(RowName.Efficacy.MEDIAN_TIME))));
        row(named(RowName.Efficacy.HAZARD_RATIO))
                .ifPresent(row -> columns.add(new Column(row.item(), named(RowName.Efficacy.HAZARD_RATIO))));
        row(named(RowName.Efficacy.LOG_RANK))
                .ifPresent(row -> columns.add(new Column(row.item(), named(RowName.Efficacy.LOG_RANK))));
        return columns;
    }

    private static Predicate<RowLabel> named(RowName name) {
        return label -> switch (label) {
            case RowLabel.Named(RowName of) -> of.equals(name);
            case RowLabel.WithInterval(RowName of, double _) -> of.equals(name);
            default -> false;
        };
    }

    private Optional<WordedRow> row(Predicate<RowLabel> label) {
        return sheet.of(Layer.SUMMARY).stream().filter(row -> label.test(row.row().item())).findFirst();
    }

    private String shown(Arm arm, Predicate<RowLabel> label) {
        Optional<WordedRow> row = sheet.of(Layer.SUMMARY).stream()
                .filter(r -> r.row().arm().equals(arm.key()) && label.test(r.row().item())).findFirst();
        boolean events = label.test(new RowLabel.Named(RowName.Efficacy.EVENTS));
        return row.map(r -> events ? whole(r.row(), Statistic.COUNT) + "/" + r.row().cell().denominator() : r.shown()).orElse("");
    }

    private static String whole(FigureRow row, Statistic statistic) {
        return ValueText.number(row.number(statistic));
    }

    /// The curves, those that have the same value beside each other.
    private void curves(Canvas canvas, Axis x, Axis y) {
        double apart = Math.min(APART, MOST_APART / Math.max(1, arms.size() - 1));
        List<List<Point>> lines = coincident().beside(curves.stream().map(curve -> curve.corners.stream()
                .map(corner -> new Point(x.at(corner.x()), y.at(corner.y()))).toList()).toList(), apart, y.start());
        for (int i = 0; i < arms.size(); i++) {
            Look look = Look.of(arms.get(i).place());
            canvas.path(lines.get(i), look.stroke(CURVE));
            for (int corner : curves.get(i).censored) {
                Point at = lines.get(i).get(corner);
                canvas.line(at.x(), at.y() - TICK, at.x(), at.y() + TICK, Stroke.solid(0.8, look.shade()));
            }
        }
    }

    private Coincident coincident() {
        return new Coincident(curves.stream().map(Curve::corners).toList());
    }

    /// Which curves lie on each other for a while, and when.
    @Override
    public List<String> notes() {
        List<String> stretches = coincident().stretches().stream().filter(of -> of.to() - of.from() >= LEAST_SAID * longest)
                .map(of -> FigureWords.stretch(of.curves().stream().map(curve -> arms.get(curve).label()).toList(), of.from(),
                        of.to(),
                        sheet.placeholder("unit"), sheet::number))
                .toList();
        if (stretches.size() > MOST_SAID) {
            return List.of(FigureWords.coincideInParts());
        }
        return stretches.isEmpty() ? List.of() : List.of(FigureWords.coincide(stretches));
    }

    private double atRisk(Canvas canvas, Axis x, double width, double top) {
        double y = top + LINE;
        canvas.text(atRisk(), 0, y, Anchor.START, SIZE, true, Shade.BLACK);
        for (Arm arm : arms) {
            List<String> label = Lines.of(arm.label(), width, SIZE, LABEL_LINES);
            y += LINE;
            canvas.lines(label, 0, y, Anchor.START, SIZE, LINE - 2);
            for (FigureRow row : sheet.of(Layer.AT_RISK, arm.key())) {
                canvas.text(atRisk(row), x.at(row.at()), y, Anchor.MIDDLE, SIZE);
            }
            y += (label.size() - 1) * (LINE - 2);
        }
        return y + LINE / 2;
    }

    private String atRisk() {
        return FigureWords.atRisk(sheet.of(Layer.AT_RISK).stream()
                .anyMatch(row -> !Double.isNaN(row.row().number(Statistic.CENSORED))));
    }

    /// How many are at risk, and how many were censored before, as in `38 (4)`; these are absent from editions for others.
    private static String atRisk(FigureRow row) {
        String atRisk = whole(row, Statistic.AT_RISK);
        return Double.isNaN(row.number(Statistic.CENSORED)) ? atRisk : atRisk + " (" + whole(row, Statistic.CENSORED) + ")";
    }

    private String alternative() {
        List<String> sentences = new ArrayList<>();
        for (Arm arm : arms) {
            sentences
                    .add(FigureWords.curve(arm.label(), shown(arm, named(RowName.Efficacy.EVENTS)),
                            shown(arm, named(RowName.Efficacy.MEDIAN_TIME)),
                            sheet.placeholder("unit")));
        }
        return FigureWords.survival(sheet.title(), sentences);
    }

    @Override
    public List<Chart> charts() {
        List<Chart.Series> series = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            series.add(new Chart.Series(arms.get(i).label(), true, Chart.Form.LINE, Look.of(arms.get(i).place()),
                    curves.get(i).corners));
        }
        for (int i = 0; i < arms.size(); i++) {
            List<Point> censored = curves.get(i).censored.stream().map(curves.get(i).corners::get).toList();
            if (!censored.isEmpty()) {
                Look tick = new Look(Look.of(arms.get(i).place()).shade(), List.of(), Mark.TICK, false);
                series.add(new Chart.Series(FigureWords.censored(arms.get(i).label()), false, Chart.Form.POINTS, tick, censored));
            }
        }
        double step = ticks.size() > 1 ? ticks.get(1) - ticks.get(0) : longest;
        String time = FigureWords.time(sheet.placeholder("unit"));
        series.addAll(PrintedTicks.left(FigureWords.eventFree(), shares(1, 0), 0));
        series.addAll(PrintedTicks.below(time, times(0, 1), 0));
        return List.of(new Chart("", new Chart.Side(time, 0, longest, step, false),
                new Chart.Side(FigureWords.eventFree(), 0, 1, 0.2, false), series,
                Counts.below(sheet, atRisk(), Layer.AT_RISK, arms, ticks.stream().collect(Counts.places(sheet::number)),
                        SurvivalPicture::atRisk),
                Optional.of(beside())));
    }

    /// The lines above the curves.
    private Chart.Beside beside() {
        List<Column> columns = columns();
        return new Chart.Beside(FigureWords.arm(), columns.stream().map(Column::head).toList(), arms.stream()
                .map(arm -> new Chart.Beside.Line(arm.label(), false,
                        columns.stream().map(column -> shown(arm, column.rows())).toList()))
                .toList());
    }
}
