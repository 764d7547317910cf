package org.tabularium.figure;

/// Marks on one line of a chart that would cover each other stand one above the other, so that all are seen and none is moved in
/// time.
final class Lifts {

    private static final double[] STEPS = {0, 0.4, -0.4, 0.2, -0.2};

    private Lifts() {}

    /// How far each mark is lifted off its line.
    ///
    /// @param near what is less apart than this covers each other
    /// @param places along the line, in any order
    /// @return a lift a place, 0 for a mark that stands alone; in units of the distance of two lines
    static double[] of(double near, double[] places) {
        double[] lifts = new double[places.length];
        for (int mark = 0; mark < places.length; mark++) {
            int step = 0;
            while (step < STEPS.length - 1 && isTaken(places, lifts, mark, STEPS[step], near)) {
                step++;
            }
            lifts[mark] = STEPS[step];
        }
        return lifts;
    }

    private static boolean isTaken(double[] places, double[] lifts, int mark, double lift, double near) {
        for (int earlier = 0; earlier < mark; earlier++) {
            if (lifts[earlier] == lift && Math.abs(places[earlier] - places[mark]) < near) {
                return true;
            }
        }
        return false;
    }
}
