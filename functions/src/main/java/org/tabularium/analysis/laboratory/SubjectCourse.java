package org.tabularium.analysis.laboratory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.ParameterTimeline;
import org.tabularium.study.records.BeyondLimit;

/// What was measured in one subject from day zero on, in time.
///
/// A value is below quantification where it is 0 or less than ALLOQ, or where AVALC says so ("<50", BLQ, BLOQ, BQL, LLOQ, ND).
/// Such a value counts as 0 before the first quantifiable one and is left out after it. Of several values of a day the highest
/// counts.
///
/// @param days since day zero, in order
/// @param values what counts on them
/// @param quantifiable whether any value is
/// @param last the last day with a measurement, quantifiable or not
record SubjectCourse(List<Double> days, List<Double> values, boolean quantifiable, double last) {

    /// The lower limit of quantification.
    static final String LIMIT = "ALLOQ";

    /// The courses of a parameter's subjects, by subject.
    ///
    /// @param undated is given how many values have no study day
    static Map<Integer, SubjectCourse> of(BdsParameter parameter, BitSet undated) throws NotProducedException {
        JoinedRecords records = parameter.records();
        ParameterTimeline timeline = ParameterTimeline.of(parameter);
        Optional<JoinedColumn> number = records.field("AVAL").filter(JoinedColumn::numeric);
        Optional<JoinedColumn> text = records.field("AVALC");
        Optional<JoinedColumn> limit = records.field(LIMIT).filter(JoinedColumn::numeric);
        Map<Integer, TreeMap<Double, Double>> measured = new TreeMap<>();
        parameter.every().stream().forEach(row -> {
            double value = number.map(f -> f.number(row)).orElse(Double.NaN);
            String words = text.map(f -> f.text(row)).orElse("");
            double least = limit.map(f -> f.number(row)).orElse(Double.NaN);
            boolean below = BeyondLimit.isBelow(words) || value <= 0 || value < least;
            double day = sinceZero(timeline.day(row));
            if (below || !Double.isNaN(value)) {
                undated.set(row, Double.isNaN(day));
                if (day >= 0) {
                    measured.computeIfAbsent(records.subject(row), s -> new TreeMap<>())
                            .merge(day, below ? 0 : value, Math::max);
                }
            }
        });
        Map<Integer, SubjectCourse> courses = new TreeMap<>();
        measured.forEach((subject, values) -> courses.put(subject, of(values)));
        return courses;
    }

    /// Study day 1 is day zero, there is no study day 0.
    private static double sinceZero(double studyDay) {
        return studyDay > 0 ? studyDay - 1 : studyDay;
    }

    private static SubjectCourse of(TreeMap<Double, Double> measured) {
        List<Double> days = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        boolean quantifiable = false;
        for (Map.Entry<Double, Double> entry : measured.entrySet()) {
            quantifiable |= entry.getValue() > 0;
            if (entry.getValue() > 0 || !quantifiable) {
                days.add(entry.getKey());
                values.add(entry.getValue());
            }
        }
        return new SubjectCourse(List.copyOf(days), List.copyOf(values), quantifiable, measured.lastKey());
    }

    /// The highest value.
    double maximum() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /// The day of the first highest value.
    double timeOfMaximum() {
        return days.get(values.indexOf(maximum()));
    }

    /// The last day with a quantifiable value.
    double lastQuantifiable() {
        return days.getLast();
    }

    /// The area under the values up to a day, by the linear trapezoidal rule; NaN with fewer than two.
    double area(int until) {
        double area = 0;
        int counted = 0;
        for (int i = 0; i < days.size() && days.get(i) <= until; i++) {
            counted++;
            if (i > 0) {
                area += (days.get(i) - days.get(i - 1)) * (values.get(i) + values.get(i - 1)) / 2;
            }
        }
        return counted < 2 ? Double.NaN : area;
    }
}
