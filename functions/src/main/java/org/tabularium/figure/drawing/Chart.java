package org.tabularium.figure.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// A figure in the numbers of its axes, for formats that draw charts themselves and let people change them.
///
/// @param name of the panel; empty where there is one
/// @param series in the order in which they are drawn
/// @param below numbers that stand below the horizontal axis; empty for none
/// @param beside numbers that stand beside the curves or rows; empty for none
/// @param row how high a row with its name should be, in points
public record Chart(String name, Side x, Side y, List<Series> series, Optional<Below> below, Optional<Beside> beside, double row) {

    private static final double LEAST_HEIGHT = 300;
    /// Of a row with its name: Excel draws letters of 8 points 11 high.
    private static final double ROW = 12;
    private static final double AROUND = 82;
    /// Of a legend: what of the chart's width it takes, what an entry takes besides its name, and the height of a line.
    private static final double LEGEND = 0.92;
    private static final double KEY = 44;
    private static final double LEGEND_LINE = 12;
    private static final double LEGEND_SIZE = 8;
    /// From one name at the end of a line to the next.
    private static final double NAME = 9;

    public Chart(String name, Side x, Side y, List<Series> series) {
        this(name, x, y, series, Optional.empty(), Optional.empty());
    }

    public Chart(String name, Side x, Side y, List<Series> series, Optional<Below> below, Optional<Beside> beside) {
        this(name, x, y, series, below, beside, ROW);
    }

    /// The same with rows of a height at least, where the page has room.
    public Chart withRows(double height) {
        return new Chart(name, x, y, series, below, beside, Math.max(ROW, height));
    }

    /// The series that names the rows of the chart, where y are rows and no numbers.
    public Optional<Series> rows() {
        return series.stream().filter(of -> of.form() == Form.LABELS).findFirst();
    }

    public boolean hasBars() {
        return series.stream().anyMatch(of -> of.form() == Form.BARS);
    }

    /// The series that names lines at their ends, right of the plot.
    public Optional<Series> lineNames() {
        return series.stream().filter(of -> of.form() == Form.LABELS_RIGHT).findFirst();
    }

    /// The same with the names of lines as far apart as their letters are high; without them where the plot is too low for that.
    ///
    /// @param width of the plot in points
    /// @param height of the plot in points
    public Chart namedApart(double width, double height) {
        List<Series> apart = new ArrayList<>();
        for (Series of : series) {
            if (of.form() != Form.LABELS_RIGHT) {
                apart.add(of);
            } else if (of.points().size() * NAME <= height) {
                apart.add(Series.lineNames(of.name(), apart(of, width, height), of.labels()));
            }
        }
        return new Chart(name, x, y, apart, below, beside, row);
    }

    /// Where names stand: each at the end of its line, those beside or below each other as far apart as their letters need.
    private List<Point> apart(Series names, double width, double height) {
        double widest = names.labels().stream().mapToDouble(label -> FontWidths.of(label, LEGEND_SIZE, false)).max().orElse(0);
        double near = (widest + LEGEND_SIZE) * (x.to - x.from) / width;
        List<Integer> order = IntStream.range(0, names.points().size()).boxed()
                .sorted(Comparator.comparingDouble(i -> names.points().get(i).x())).toList();
        Point[] places = new Point[order.size()];
        for (int from = 0; from < places.length;) {
            int to = from + 1;
            while (to < places.length
                    && names.points().get(order.get(to)).x() - names.points().get(order.get(to - 1)).x() < near) {
                to++;
            }
            List<Integer> together = order.subList(from, to);
            double[] heights = Apart.by(NAME * (y.to - y.from) / height, y.from, y.to,
                    together.stream().mapToDouble(i -> names.points().get(i).y()).toArray());
            for (int i = 0; i < heights.length; i++) {
                places[together.get(i)] = new Point(names.points().get(together.get(i)).x(), heights[i]);
            }
            from = to;
        }
        return List.of(places);
    }

    /// How many rows have names.
    public long rowCount() {
        return rows().stream().flatMap(rows -> rows.points().stream()).filter(point -> !Double.isNaN(point.y())).count();
    }

    /// Whether names stand in place of the numbers of the horizontal axis.
    public boolean columnsAreNamed() {
        return series.stream().anyMatch(of -> of.form() == Form.LABELS_BELOW);
    }

    /// Whether names stand in place of the numbers of the vertical axis.
    public boolean heightsAreNamed() {
        return series.stream().anyMatch(of -> of.form() == Form.LABELS_LEFT);
    }

    /// The height in points at which the names of its rows can be read; 0 where its rows have none.
    ///
    /// @param width of the chart in points
    public double height(double width) {
        return rows().map(rows -> Math.max(LEAST_HEIGHT, height(width, row))).orElse(0.0);
    }

    /// The same where few rows need not fill the room.
    public double leastHeight(double width) {
        return rows().map(rows -> height(width, ROW)).orElse(0.0);
    }

    private double height(double width, double each) {
        return AROUND + legendHeight(width) + each * (rowCount() + 1);
    }

    /// The height of the legend in points, whose entries stand in columns.
    public double legendHeight(double width) {
        List<Series> named = series.stream().filter(Series::named).toList();
        double widest = named.stream().mapToDouble(of -> FontWidths.of(of.name(), LEGEND_SIZE, false) + KEY).max().orElse(0);
        double across = Math.max(1, Math.floor(LEGEND * width / Math.max(1, widest)));
        return LEGEND_LINE * Math.ceil(named.size() / across);
    }

    /// An axis.
    ///
    /// @param title empty for none
    /// @param step between ticks
    public record Side(String title, double from, double to, double step, boolean log) {

        /// A logarithmic axis. It begins at a power of ten, since office programs have its numbers at tenfold steps.
        public static Side logarithmic(String title, double from, double to) {
            return new Side(title, StrictMath.pow(10, Math.floor(StrictMath.log10(from))),
                    StrictMath.pow(10, Math.ceil(StrictMath.log10(to))), 0, true);
        }
    }

    /// Numbers below the places of the horizontal axis, such as how many are at risk.
    ///
    /// @param title what they are
    /// @param at the places, from left to right
    /// @param rows a line of numbers an arm
    public record Below(String title, List<String> at, List<Numbers> rows) {

        /// The numbers of an arm.
        ///
        /// @param numbers one a place, empty for none
        public record Numbers(String label, List<String> numbers) {}
    }

    /// Numbers beside curves or rows, such as how many have the event: a table.
    ///
    /// @param head of what the lines are of
    /// @param heads of the numbers
    public record Beside(String head, List<String> heads, List<Line> lines) {

        /// What stands beside a curve or a row.
        ///
        /// @param heading whether it names the lines below it and has no numbers
        /// @param cells as they are printed, one a head, empty for none; none of a heading
        public record Line(String label, boolean heading, List<String> cells) {}
    }

    /// Points that belong together; a NaN of y breaks the line.
    ///
    /// @param named whether it is in the legend
    /// @param form how it is drawn
    /// @param labels what stands beside each point, below it of bars, empty for nothing; none of series without
    /// @param limits upright lines at the points; none of series without
    /// @param ends what stands at the end of each bar, empty for nothing; none of series without
    public record Series(String name, boolean named, Form form, Look look, List<Point> points, List<String> labels,
            List<Limits> limits, List<String> ends) {

        public Series(String name, boolean named, Form form, Look look, List<Point> points) {
            this(name, named, form, look, points, List.of(), List.of(), List.of());
        }

        public Series(String name, boolean named, Form form, Look look, List<Point> points, List<String> labels) {
            this(name, named, form, look, points, labels, List.of(), List.of());
        }

        /// How far the lines at its points reach down; NaN for not at all.
        public List<Double> below() {
            return IntStream.range(0, limits.size()).mapToObj(i -> points.get(i).y() - limits.get(i).lower()).toList();
        }

        /// How far they reach up.
        public List<Double> above() {
            return IntStream.range(0, limits.size()).mapToObj(i -> limits.get(i).upper() - points.get(i).y()).toList();
        }

        /// The same with lines at its points.
        ///
        /// @param newLimits one a point
        public Series within(List<Limits> newLimits) {
            return new Series(name, named, form, look, points, labels, newLimits, ends);
        }

        /// The same with values at the ends of its bars.
        public Series ending(List<String> newEnds) {
            return new Series(name, named, form, look, points, labels, limits, newEnds);
        }

        /// The names of rows, which stand left of the axis: from above to below, the lowest at y = 1.
        ///
        /// @param from where the horizontal axis begins
        public static Series rows(String name, double from, List<String> labels) {
            return new Series(name, false, Form.LABELS, Look.of(0), IntStream.range(0, labels.size())
                    .mapToObj(row -> new Point(from, labels.size() - row)).toList(), labels);
        }

        /// The names of places on the horizontal axis, which stand below it.
        ///
        /// @param from where the vertical axis begins
        public static Series columns(String name, double from, SequencedMap<Double, String> labels) {
            return new Series(name, false, Form.LABELS_BELOW, Look.of(0),
                    labels.keySet().stream().map(at -> new Point(at, from)).toList(), List.copyOf(labels.values()));
        }

        /// The names of places on the vertical axis, which stand left of it.
        ///
        /// @param from where the horizontal axis begins
        public static Series heights(String name, double from, SequencedMap<Double, String> labels) {
            return new Series(name, false, Form.LABELS_LEFT, Look.of(0),
                    labels.keySet().stream().map(at -> new Point(from, at)).toList(), List.copyOf(labels.values()));
        }

        /// The names of lines, which stand right of their ends.
        ///
        /// @param ends where each line ends
        public static Series lineNames(String name, List<Point> ends, List<String> labels) {
            return new Series(name, false, Form.LABELS_RIGHT, Look.of(0), ends, labels);
        }

        /// A horizontal line with a name, such as a threshold, in the legend.
        ///
        /// @param places of the horizontal axis at which it has a point
        public static Series level(String name, Look look, List<Double> places, double y) {
            return new Series(name, true, Form.LINE, look.weighing(Look.Weight.THIN),
                    places.stream().map(at -> new Point(at, y)).toList());
        }

        /// An entry of the legend without a point, for lines that have no name of their own there.
        public static Series entry(String name, Look look, double x) {
            return new Series(name, true, Form.LINE, look, List.of(new Point(x, Double.NaN)));
        }

        /// A line across all rows.
        public static Series across(String name, double x, int rows) {
            return new Series(name, false, Form.LINE, new Look(Shade.GREY, List.of(), Mark.TICK, false),
                    List.of(new Point(x, 0), new Point(x, rows + 1.0)));
        }
    }

    /// What lies below and above a point, such as its quartiles: values of the vertical axis, NaN for none.
    public record Limits(double lower, double upper) {}

    /// How points are drawn.
    public enum Form {
        LINE, POINTS, LINE_AND_POINTS,
        /// Nothing but the labels, left of the points.
        LABELS,
        /// Nothing but the labels, below the points, in place of the numbers of the horizontal axis.
        LABELS_BELOW,
        /// Nothing but the labels, left of the points, in place of the numbers of the vertical axis.
        LABELS_LEFT,
        /// Nothing but the labels, right of the points.
        LABELS_RIGHT,
        /// From zero to each point's y.
        BARS
    }
}
