package org.tabularium.analysis.laboratory;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.OutsideColumns;
import org.tabularium.analysis.frame.SubsetCounts;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.LaboratoryRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.LimitUnit;
import org.tabularium.selection.bds.ParameterTimeline;
import org.tabularium.selection.bds.laboratory.DerivedVariables;
import org.tabularium.selection.bds.laboratory.ParameterSearch;
import org.tabularium.shell.condition.LabelledCondition;
import org.tabularium.shell.rows.DeclaredValues.Since;
import org.tabularium.shell.rows.DeclaredValues;
import org.tabularium.study.records.DayZero;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.EventTimes;
import org.tabularium.statistic.KaplanMeier;

/// Computes [DeclaredValues.Transition]: how many subjects meet one condition after baseline, how many of these meet another
/// on a
/// later day, and how long that takes.
///
/// The first record that meets `from` begins it and the first one of a later day that meets `to` ends it. Time is censored
/// at the
/// subject's last record with a study
/// day; Kaplan–Meier's median and its limits are as in [TimeToEventAnalysis].
public final class TransitionAnalysis {

    private static final String VARIABLE = "AVAL";

    private final DeclaredValues.Transition block;
    private final TableFrame frame;
    private final Filter subjects;
    private final BitSet among;
    private final TableBody body;
    private final UnknownConditions unknown;
    private int undated;
    private boolean ofNobody;

    private TransitionAnalysis(DeclaredValues.Transition block, TableFrame frame, Filter subjects, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.subjects = subjects;
        this.among = JoinedRecords.ofSubjects(frame.data()).select(subjects);
        this.body = body;
        this.unknown = new UnknownConditions(frame, among);
    }

    public static void add(DeclaredValues.Transition block, TableFrame frame, TableBody body) throws NotProducedException {
        Optional<Filter> subjects = JoinedRecords.subjectFilter(frame.data(), block.where());
        if (subjects.isEmpty()) {
            return;
        }
        TransitionAnalysis analysis = new TransitionAnalysis(block, frame, subjects.get(), body);
        List<BdsParameter> parameters = LimitUnit.comparable(
                Dimensions.split(ParameterSearch.find(frame.data(), frame.shell(), block.parameters())),
                frame.shell().limitUnits(), body.remarks::add);
        Set<String> variables = new TreeSet<>(ConditionVariables.named(List.of(block.from())));
        variables.addAll(ConditionVariables.named(List.of(block.to())));
        for (BdsParameter parameter : parameters) {
            analysis.addParameter(DerivedVariables.of(parameter, variables));
        }
        if (!parameters.isEmpty()) {
            analysis.addRemarks();
        }
    }

    private void addParameter(BdsParameter parameter) throws NotProducedException {
        ParameterTimeline timeline = ParameterTimeline.of(parameter);
        LimitUnit unit = LimitUnit.of(parameter, frame.shell().limitUnits());
        unit.remark().ifPresent(body.remarks::add);
        Way way = new Way(parameter, timeline, filter(parameter, unit, block.from()), filter(parameter, unit, block.to()));
        undated += way.undated;
        unknown.add(parameter.records(), timeline.after(), unit.convert(List.of(block.from(), block.to())));
        body.datasets.add(parameter.records().name());
        RowLabel heading = parameter.heading();
        int first = body.rows.size();
        body.heading(body.hasHeading(heading) ? new RowLabel.AfterBaseline(heading) : heading, 0, true);
        Map<String, String> groups = parameter.groups();
        String dataset = parameter.records().name();
        Clauses clauses = Filter.joined(Filter.joined(parameter.everyClauses(), Clauses.of(Criterion.AFTER_BASELINE)),
                subjects.clauses());
        Records behind = parameter.records().behind(timeline::after);
        SubsetCounts seen = new SubsetCounts(frame, dataset, groups, VARIABLE, way.seen, clauses, behind);
        String from = block.from().label();
        String to = block.to().label();
        body.row(new RowLabel.Named(RowName.Shared.N), 1, false, seen.n());
        body.row(new RowLabel.Given(from), 1, false, seen.countPercent(List.of(from), way.begun, way.from.clauses()));
        SubsetCounts begun = new SubsetCounts(frame, dataset, groups, VARIABLE, way.begun,
                Filter.joined(clauses, way.from.clauses()), behind);
        body.row(new RowLabel.Given(to), 2, false,
                begun.countPercent(List.of(from, to), way.ended, Clauses.of(new Clause.Later(way.to.clauses()))));
        body.row(new RowLabel.DaysTo(to, frame.data().settings().confidence()), 2, false,
                begun.cells(column -> median(begun, way, column, List.of(from, to))));
        OutsideColumns.of(frame, subjects).say(body, first, from);
    }

    private static Filter filter(BdsParameter parameter, LimitUnit unit, LabelledCondition condition)
            throws NotProducedException {
        return Filter.of(unit.convert(condition.where(), LimitUnit::isValue), parameter.records())
                .orElseThrow(() -> new NotProducedException(
                        new AbsenceObstacle.NoConditionVariable(parameter.records().name(), condition.label(), parameter.code(),
                                List.copyOf(ConditionVariables.named(List.of(condition))))));
    }

    private CellResults median(SubsetCounts begun, Way way, ColumnHead column, List<String> level) {
        BitSet own = (BitSet) way.begun.clone();
        own.and(column.subjects());
        boolean[] ended = new boolean[own.cardinality()];
        int next = 0;
        for (int subject = own.nextSetBit(0); subject >= 0; subject = own.nextSetBit(subject + 1)) {
            ended[next++] = way.ended.get(subject);
        }
        double[] times = own.stream().mapToDouble(s -> way.time[s]).toArray();
        KaplanMeier curve = KaplanMeier.of(new EventTimes(times, ended));
        ConfidenceInterval interval = curve.quantileInterval(0.5, frame.data().settings().confidence());
        Method made = frame.atConfidence(MethodId.KAPLAN_MEIER);
        ofNobody |= own.isEmpty();
        return new CellResults(own.isEmpty() ? Form.NOT_APPLICABLE : Form.ESTIMATE_INTERVAL, List.of(
                begun.result(column, level, Statistic.MEDIAN_TIME, Counting.value(curve.quantile(0.5)),
                        Method.of(MethodId.KAPLAN_MEIER, "p", "0.5"), way.ended),
                begun.result(column, level, Statistic.CI_LOWER, Counting.value(interval.lower()), made, way.ended),
                begun.result(column, level, Statistic.CI_UPPER, Counting.value(interval.upper()), made, way.ended)), 0, 0);
    }

    /// Each subject's way through the records of a parameter.
    private final class Way {
        private final Filter from;
        private final Filter to;
        private final BitSet seen = new BitSet();
        private final BitSet begun = new BitSet();
        private final BitSet ended = new BitSet();
        private final double[] time;
        private int undated;

        Way(BdsParameter parameter, ParameterTimeline timeline, Filter from, Filter to) {
            this.from = from;
            this.to = to;
            int count = frame.data().subjectCount();
            this.time = new double[count];
            double[] start = filled(count);
            double[] end = filled(count);
            double[] last = filled(count);
            BitSet rows = timeline.after();
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                int subject = parameter.records().subject(row);
                double day = timeline.day(row);
                if (Double.isNaN(day)) {
                    undated++;
                } else if (among.get(subject)) {
                    seen.set(subject);
                    last[subject] = later(last[subject], day);
                    if (from.test(row)) {
                        start[subject] = earlier(start[subject], day);
                    }
                }
            }
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                int subject = parameter.records().subject(row);
                double day = timeline.day(row);
                if (day > start[subject] && to.test(row)) { // false for NaN
                    end[subject] = earlier(end[subject], day);
                }
            }
            for (int subject = 0; subject < count; subject++) {
                if (!Double.isNaN(start[subject])) {
                    begun.set(subject);
                    ended.set(subject, !Double.isNaN(end[subject]));
                    double until = ended.get(subject) ? end[subject] : last[subject];
                    time[subject] = until - (block.since() == Since.FROM ? start[subject] : 1);
                }
            }
        }

        private static double[] filled(int count) {
            double[] filled = new double[count];
            Arrays.fill(filled, Double.NaN);
            return filled;
        }

        private static double earlier(double first, double second) {
            return Double.isNaN(first) ? second : Math.min(first, second);
        }

        private static double later(double first, double second) {
            return Double.isNaN(first) ? second : Math.max(first, second);
        }
    }

    private void addRemarks() {
        body.remarks.add(new LaboratoryRemark.Transition(block.from().label(), block.to().label(), block.since() == Since.FROM,
                DayZero.of(frame.data()).other()));
        if (ofNobody) {
            body.remarks.add(new LaboratoryRemark.TransitionOfNobody(block.from().label()));
        }
        if (undated > 0) {
            body.remarks.add(new LaboratoryRemark.UndatedValues(undated));
        }
        unknown.addRemarks(body);
    }
}
