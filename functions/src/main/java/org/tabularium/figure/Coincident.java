package org.tabularium.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tabularium.figure.drawing.Point;

/// Step curves that have the same value for a while: one would hide the other.
final class Coincident {

    private static final double SAME = 1e-9;

    private final List<List<Point>> curves;
    /// All at which something changes or ends.
    private final double[] times;
    /// Of each curve, what it is between a time and the next; NaN where it has ended.
    private final double[][] values;

    /// @param curves the corners of each, in order of time; none of a curve that is not there
    Coincident(List<List<Point>> curves) {
        this.curves = curves;
        this.times = curves.stream().flatMap(List::stream).mapToDouble(Point::x).sorted().distinct().toArray();
        this.values = new double[curves.size()][times.length];
        for (int curve = 0; curve < curves.size(); curve++) {
            Arrays.fill(values[curve], Double.NaN);
            for (int i = 0; i + 1 < curves.get(curve).size(); i++) {
                Point corner = curves.get(curve).get(i);
                Arrays.fill(values[curve], place(corner.x()), place(curves.get(curve).get(i + 1).x()), corner.y());
            }
        }
    }

    private int place(double time) {
        return Arrays.binarySearch(times, time);
    }

    /// Curves that have the same value from one time to another.
    ///
    /// @param curves their numbers, at least two, in order
    record Stretch(List<Integer> curves, double from, double to) {}

    private boolean isSame(int curve, int other, int place) {
        return place >= 0 && Math.abs(values[curve][place] - values[other][place]) < SAME;
    }

    /// All stretches, by the time at which they begin; where a curve comes or goes another one begins.
    List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i + 1 < times.length; i++) {
            int place = i;
            IntStream.range(0, curves.size())
                    .mapToObj(curve -> IntStream.range(0, curves.size()).filter(other -> isSame(curve, other, place)).boxed()
                            .toList())
                    .filter(same -> same.size() > 1).distinct()
                    .forEach(same -> add(stretches, new Stretch(same, times[place], times[place + 1])));
        }
        return stretches;
    }

    private static void add(List<Stretch> stretches, Stretch added) {
        for (int i = 0; i < stretches.size(); i++) {
            Stretch earlier = stretches.get(i);
            if (earlier.to == added.from && earlier.curves.equals(added.curves)) {
                stretches.set(i, new Stretch(added.curves, earlier.from, added.to));
                return;
            }
        }
        stretches.add(added);
    }

    /// How many of the curves before it a curve would lie on in one of its level parts.
    private int under(int curve, double from, double to) {
        return IntStream.range(place(from), place(to))
                .map(place -> (int) IntStream.range(0, curve).filter(other -> isSame(curve, other, place)).count()).max()
                .orElse(0);
    }

    /// The curves as they are drawn: those that coincide below each other, the first of them at its place; no time is moved.
    ///
    /// @param drawn the same curves on the sheet, corner by corner
    /// @param apart from one to the next
    /// @param lowest that a line may lie: there they lie above the first
    List<List<Point>> beside(List<List<Point>> drawn, double apart, double lowest) {
        return IntStream.range(0, curves.size()).mapToObj(curve -> beside(curve, drawn.get(curve), apart, lowest)).toList();
    }

    private List<Point> beside(int curve, List<Point> drawn, double apart, double lowest) {
        List<Point> corners = curves.get(curve);
        double[] down = new double[corners.size()];
        for (int from = 0; from < corners.size();) {
            int to = from;
            while (to + 1 < corners.size() && corners.get(to + 1).y() == corners.get(from).y()) {
                to++;
            }
            double aside = under(curve, corners.get(from).x(), corners.get(to).x()) * apart;
            Arrays.fill(down, from, to + 1, drawn.get(from).y() + aside > lowest ? -aside : aside);
            from = to + 1;
        }
        List<Point> line = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            line.add(new Point(drawn.get(i).x(), drawn.get(i).y() + down[i]));
        }
        return line;
    }
}
