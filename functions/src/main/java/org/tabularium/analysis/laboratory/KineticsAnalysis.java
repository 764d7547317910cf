package org.tabularium.analysis.laboratory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.Described;
import org.tabularium.analysis.frame.SubsetCounts;
import org.tabularium.analysis.frame.Summarizing.Summarized;
import org.tabularium.analysis.frame.Summarizing;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.SummaryLine;
import org.tabularium.result.display.LaboratoryRemark;
import org.tabularium.result.display.SubjectRemark;
import org.tabularium.selection.Filter;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.laboratory.ParameterSearch;
import org.tabularium.shell.rows.DeclaredValues.Kinetics;
import org.tabularium.statistic.Decimals;
import org.tabularium.study.records.DayZero;

/// Computes [Kinetics]: of each subject's course ([SubjectCourse]) the maximum, its day, the area and the last quantifiable day,
/// summarised by column.
///
/// Subjects without any quantifiable value have none of these; the row of those ever quantifiable says how many there are.
final class KineticsAnalysis {

    static final String LAST_TREATMENT = "TRTEDT";

    private final Kinetics block;
    private final TableFrame frame;
    private final TableBody body;
    private int undated;

    private KineticsAnalysis(Kinetics block, TableFrame frame, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.body = body;
    }

    static void add(Kinetics block, TableFrame frame, TableBody body) throws NotProducedException {
        KineticsAnalysis analysis = new KineticsAnalysis(block, frame, body);
        List<BdsParameter> parameters = new ArrayList<>();
        for (BdsParameter found : ParameterSearch.find(frame.data(), frame.shell(), block.parameters())) {
            parameters.addAll(Dimensions.byUnit(found));
        }
        for (BdsParameter parameter : parameters) {
            analysis.addParameter(parameter);
        }
        if (!parameters.isEmpty()) {
            body.remarks.add(new LaboratoryRemark.Course(block.until()));
            body.remarks.add(new SubjectRemark.DayZeroOf(DayZero.of(frame.data()).other()));
        }
        if (analysis.undated > 0) {
            body.remarks.add(new LaboratoryRemark.UndatedValues(analysis.undated));
        }
    }

    private void addParameter(BdsParameter parameter) throws NotProducedException {
        BitSet withoutDay = new BitSet();
        Map<Integer, SubjectCourse> courses = SubjectCourse.of(Dimensions.whole(parameter), withoutDay);
        undated += withoutDay.cardinality();
        BitSet measured = new BitSet();
        courses.keySet().forEach(measured::set);
        BitSet quantifiable = new BitSet();
        courses.forEach((subject, course) -> quantifiable.set(subject, course.quantifiable()));
        Clauses clauses = Filter.joined(parameter.everyClauses(), Clauses.of(Criterion.FROM_DAY_ZERO));
        Records behind = parameter.records().behind(parameter::every);
        SubsetCounts all = new SubsetCounts(frame, parameter.records().name(), parameter.groups(), "AVAL", measured, clauses,
                behind);
        body.addSource(parameter.withoutFlagRemarks().withoutBaselineRemarks());
        body.heading(parameter.heading(), 0, true);
        body.row(new RowLabel.Named(RowName.Shared.N), 1, false, all.n());
        RowName ever = RowName.Laboratory.EVER_QUANTIFIABLE;
        body.row(new RowLabel.Named(ever), 1, false, all.countPercent(List.of(ever.level()), quantifiable,
                Clauses.of(Criterion.QUANTIFIABLE)));
        addRemarks(parameter, courses);
        for (Kinetics.Row row : block.rows()) {
            Map<Integer, Double> values = new TreeMap<>();
            courses.forEach((subject, course) -> {
                double value = course.quantifiable() ? of(row.of(), course) : Double.NaN;
                if (!Double.isNaN(value)) {
                    values.put(subject, value);
                }
            });
            Clauses those = clauses.and(Clauses.of(Criterion.QUANTIFIABLE));
            addRow(parameter, row, values, row.of() == Kinetics.Of.AREA
                    ? those.and(Clauses.of(Criterion.UNTIL_DAY, String.valueOf(block.until())))
                    : those, behind);
        }
    }

    /// What of a course is another than its rows say: an area over less than its days, a course of two infusions.
    private void addRemarks(BdsParameter parameter, Map<Integer, SubjectCourse> courses) {
        Map<Integer, SubjectCourse> shown = new TreeMap<>(courses);
        shown.entrySet().removeIf(of -> !frame.population().subjects().get(of.getKey()) || !of.getValue().quantifiable());
        int early = (int) shown.values().stream().filter(course -> course.last() < block.until()).count();
        int late = (int) shown.values().stream().filter(course -> course.days().getFirst() > 0).count();
        boolean area = block.rows().stream().anyMatch(row -> row.of() == Kinetics.Of.AREA);
        if (late > 0 && area) {
            body.remarks.add(new LaboratoryRemark.CourseBeginsLate(parameter.label(), late));
        }
        if (early > 0 && area) {
            body.remarks.add(new LaboratoryRemark.CourseEndsEarly(parameter.label(), early, block.until()));
        }
        DayZero zero = DayZero.of(frame.data());
        int[] last = DayZero.days(frame.data().adsl(), LAST_TREATMENT);
        int again = (int) shown.entrySet().stream().filter(of -> {
            double since = zero.studyDay(of.getKey(), last[of.getKey()]) - 1;
            return since > 0 && of.getValue().last() > since;
        }).count();
        if (again > 0) {
            body.remarks.add(new LaboratoryRemark.LaterTreatment(parameter.label(), again));
        }
    }

    private double of(Kinetics.Of what, SubjectCourse course) {
        return switch (what) {
            case MAXIMUM -> course.maximum();
            case TIME_OF_MAXIMUM -> course.timeOfMaximum();
            case AREA -> course.area(block.until());
            case LAST_QUANTIFIABLE -> course.lastQuantifiable();
        };
    }

    private void addRow(BdsParameter parameter, Kinetics.Row row, Map<Integer, Double> values, Clauses clauses,
            @Nullable Records behind) {
        List<SummaryLine> lines = new ArrayList<>(Summarizing.lines(row.statistics()));
        if (!lines.contains(Statistic.N)) {
            lines.addFirst(Statistic.N);
        }
        BitSet having = new BitSet();
        values.keySet().forEach(having::set);
        Summarized summarized = new Summarized(parameter.records().name(), parameter.groups(), "AVAL", List.of(row.label()),
                clauses,
                decimals(parameter, row, values), having, behind);
        List<Described> byColumn = frame.columns().stream()
                .map(column -> Summarizing.statistics(frame, column, summarized, numbers(values, column.subjects())))
                .toList();
        body.heading(label(parameter, row), 1, true);
        Summarizing.addRows(lines, byColumn, summarized, 2, body);
    }

    /// What a row is called: an area without a unit of its own has that of the values.
    private static RowLabel label(BdsParameter parameter, Kinetics.Row row) {
        return row.of() == Kinetics.Of.AREA && row.label().indexOf('(') < 0
                ? new RowLabel.AreaOf(row.label(), Dimensions.unit(parameter))
                : new RowLabel.Given(row.label());
    }

    /// An area has no more decimals than the values that it is made of.
    private int decimals(BdsParameter parameter, Kinetics.Row row, Map<Integer, Double> values) {
        int own = Decimals.collected(numbers(values, frame.population().subjects()));
        double[] made = parameter.every().stream().mapToDouble(at -> AnalysisValue.number(parameter.records(), at))
                .filter(value -> !Double.isNaN(value)).toArray();
        return row.of() == Kinetics.Of.AREA ? Math.min(own, Decimals.collected(made)) : own;
    }

    private static double[] numbers(Map<Integer, Double> values, BitSet of) {
        return of.stream().filter(values::containsKey).mapToDouble(values::get).toArray();
    }
}
