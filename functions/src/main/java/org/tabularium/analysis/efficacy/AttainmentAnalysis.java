package org.tabularium.analysis.efficacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tabularium.analysis.efficacy.Attainment.Way;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.OutsideColumns;
import org.tabularium.analysis.frame.SubsetCounts;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.display.LaboratoryRemark;
import org.tabularium.result.display.SubjectRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.Filter;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.EndpointSubjects;
import org.tabularium.selection.bds.SingleAssessment;
import org.tabularium.shell.rows.DeclaredResponses;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.EventTimes;
import org.tabularium.statistic.KaplanMeier;
import org.tabularium.study.records.DayZero;

/// Computes [DeclaredResponses.Attainment]: who attains a response, at which visit first and when, who keeps it and how long.
///
/// Of those with an assessment after baseline. The time to the first yes is from day zero, censored at the last assessment; the
/// time to the loss is from the first yes to the first no after it, censored at the last assessment. Kaplan–Meier's median and
/// its limits are as in [TimeToEventAnalysis].
public final class AttainmentAnalysis {

    private final DeclaredResponses.Attainment block;
    private final TableFrame frame;
    private final TableBody body;
    private int undated;
    private int between;

    private AttainmentAnalysis(DeclaredResponses.Attainment block, TableFrame frame, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.body = body;
    }

    public static void add(DeclaredResponses.Attainment block, TableFrame frame, TableBody body) throws NotProducedException {
        AttainmentAnalysis analysis = new AttainmentAnalysis(block, frame, body);
        ResponseParameters parameters = ResponseParameters.of(block.responses(), frame);
        List<BdsParameter> responses = parameters.wanted().stream().filter(p -> !SingleAssessment.isOne(p)).toList();
        for (BdsParameter response : responses) {
            BdsParameter whole = Dimensions.whole(response);
            int first = body.rows.size();
            analysis.addRows(response, new RowLabel.Given(response.label()), List.of(),
                    Attainment.of(whole, null, row -> true), Clauses.NONE);
            for (DeclaredResponses.Attainment.With with : block.with()) {
                if (with.parameter().equals(response.code())) {
                    analysis.addWith(whole, with);
                }
            }
            if (body.rows.size() > first) {
                analysis.sayOutside(response, first);
            }
        }
        if (body.rows.isEmpty()) {
            throw new NotProducedException(parameters.found().isEmpty() ? parameters.nothing() : parameters.valueless());
        }
        body.remarks.add(new SubjectRemark.DayZeroOf(DayZero.of(frame.data()).other()));
        List<String> unwanted = parameters.unfavourable().stream().filter(p -> !SingleAssessment.isOne(p))
                .map(BdsParameter::label).toList();
        if (!unwanted.isEmpty()) {
            body.remarks.add(new EfficacyRemark.NoResponses(unwanted));
        }
        if (analysis.between > 0) {
            body.remarks.add(new EfficacyRemark.UnscheduledTell());
        }
        if (analysis.undated > 0) {
            body.remarks.add(new LaboratoryRemark.UndatedValues(analysis.undated));
        }
    }

    /// @param first of the response's rows
    private void sayOutside(BdsParameter response, int first) {
        EndpointSubjects subjects = EndpointSubjects.of(response, frame.arms());
        new OutsideColumns(frame, subjects.outside()).say(body.rows, first);
        subjects.remark(response.label(), frame.population().subjects()).ifPresent(body.remarks::add);
    }

    /// The response together with a condition on another parameter at the same visit; left out where the study lacks that.
    private void addWith(BdsParameter response, DeclaredResponses.Attainment.With with) throws NotProducedException {
        Optional<BdsParameter> found = BdsParameter.find(frame.data(), "", null, with.also());
        if (found.isEmpty()) {
            return;
        }
        BdsParameter other = Dimensions.whole(found.get());
        Filter filter = Filter.of(with.where(), other.records()).orElseThrow(() -> new NotProducedException(
                new AbsenceObstacle.NoVariable(other.records().name(), "AVAL")));
        body.addSource(other);
        addRows(response, label(with.label(), response.label()), List.of(with.label()),
                Attainment.of(response, other, filter::test), filter.clauses());
    }

    /// A label that begins with the name of the response, spelled as that is in the row above.
    private static RowLabel label(String label, String response) {
        return label.regionMatches(true, 0, response, 0, response.length())
                ? new RowLabel.Followed(new RowLabel.Given(response), label.substring(response.length()))
                : new RowLabel.Given(label);
    }

    /// @param path what distinguishes the levels of these rows from those of the response alone
    private void addRows(BdsParameter response, RowLabel label, List<String> path, Attainment attainment, Clauses also) {
        BitSet inside = (BitSet) attainment.assessed().clone();
        inside.andNot(EndpointSubjects.of(response, frame.arms()).outside());
        if (!inside.intersects(frame.population().subjects())) {
            return;
        }
        undated += attainment.undated();
        between = Math.max(between, block.kept().isEmpty() ? 0 : attainment.between());
        body.addSource(response);
        body.heading(label, 0, true);
        Map<String, String> groups = Map.of("PARAMCD", response.code());
        Records records = response.records().behind(response::rows);
        String dataset = response.records().name();
        Clauses clauses = Filter.joined(Filter.joined(response.clauses(), Clauses.of(Criterion.AFTER_BASELINE)), also);
        SubsetCounts assessed = new SubsetCounts(frame, dataset, groups, null, inside, clauses, records);
        body.row(new RowLabel.Named(RowName.Shared.N), 1, false,
                assessed.cells(column -> new CellResults(Form.COUNT, List.of(assessed.n(column, path)), 0, 0)));
        List<String> attained = joined(path, block.attained());
        BitSet having = attainment.where(Way::attained);
        having.and(inside);
        body.row(new RowLabel.Given(block.attained()), 1, false, assessed.countPercent(attained, having, Clauses.NONE));
        if (block.visits()) {
            addVisits(assessed, attainment, attained);
        }
        body.row(new RowLabel.DaysTo(block.attained(), confidence()), 1, false, assessed.cells(column -> median(assessed,
                column, attained, having, times(attainment, column, inside, AttainmentAnalysis::toFirst))));
        if (!block.kept().isEmpty()) {
            addKept(attainment, having, path, new SubsetCounts(frame, dataset, groups, null, having, clauses, records));
        }
    }

    private void addVisits(SubsetCounts assessed, Attainment attainment, List<String> attained) {
        for (int visit = 0; visit < attainment.visits().size(); visit++) {
            int at = visit;
            String name = attainment.visits().get(visit).name();
            BitSet first = attainment.where(way -> way.first() == at);
            body.detail(new RowLabel.OfLevel("AVISIT", name), 2,
                    assessed.countPercent(joined(attained, name), first, Clauses.equal("AVISIT", name)));
        }
    }

    /// Who keeps it is of those with an assessment after the first yes.
    private void addKept(Attainment attainment, BitSet having, List<String> path, SubsetCounts counts) {
        BitSet followed = attainment.where(way -> way.attained() && way.later() > 0);
        followed.and(having);
        BitSet kept = attainment.where(way -> !way.lost());
        kept.and(followed);
        List<String> level = joined(path, block.kept());
        SubsetCounts ofFollowed = new SubsetCounts(frame, counts.dataset(), counts.groups(), null, followed, counts.clauses(),
                counts.records());
        body.row(new RowLabel.Given(block.kept()), 1, false, ofFollowed.fraction(level, kept, Clauses.NONE));
        List<String> lost = joined(path, block.lost());
        body.row(new RowLabel.DaysTo(block.lost(), confidence()), 1, false, counts.cells(column -> median(counts, column, lost,
                attainment.where(Way::lost), times(attainment, column, having, AttainmentAnalysis::toLoss))));
    }

    private double confidence() {
        return frame.data().settings().confidence();
    }

    private static List<String> joined(List<String> path, String last) {
        List<String> joined = new ArrayList<>(path);
        joined.add(last);
        return joined;
    }

    /// A time and whether it ends in the event.
    private record Time(double days, boolean event) {}

    private static Optional<Time> toFirst(Way way) {
        double end = way.attained() ? way.firstDay() : way.lastDay();
        return Double.isNaN(end) ? Optional.empty() : Optional.of(new Time(Math.max(0, end - 1), way.attained()));
    }

    private static Optional<Time> toLoss(Way way) {
        double end = way.lost() ? way.lostDay() : way.lastDay();
        return Double.isNaN(end) || Double.isNaN(way.firstDay())
                ? Optional.empty()
                : Optional.of(new Time(end - way.firstDay(), way.lost()));
    }

    private static List<Time> times(Attainment attainment, ColumnHead column, BitSet of, Function<Way, Optional<Time>> time) {
        BitSet own = (BitSet) of.clone();
        own.and(column.subjects());
        List<Time> times = new ArrayList<>();
        own.stream().forEach(subject -> {
            Way way = attainment.subjects().get(subject);
            if (way != null) {
                time.apply(way).ifPresent(times::add);
            }
        });
        return times;
    }

    /// @param having who had the event
    private CellResults median(SubsetCounts counts, ColumnHead column, List<String> level, BitSet having, List<Time> times) {
        boolean[] events = new boolean[times.size()];
        double[] days = new double[times.size()];
        for (int i = 0; i < days.length; i++) {
            days[i] = times.get(i).days();
            events[i] = times.get(i).event();
        }
        KaplanMeier curve = KaplanMeier.of(new EventTimes(days, events));
        ConfidenceInterval interval = curve.quantileInterval(0.5, confidence());
        Method made = frame.atConfidence(MethodId.KAPLAN_MEIER);
        return new CellResults(Form.ESTIMATE_INTERVAL, List.of(
                counts.result(column, level, Statistic.MEDIAN_TIME, Counting.value(curve.quantile(0.5)),
                        Method.of(MethodId.KAPLAN_MEIER, "p", "0.5"), having),
                counts.result(column, level, Statistic.CI_LOWER, Counting.value(interval.lower()), made, having),
                counts.result(column, level, Statistic.CI_UPPER, Counting.value(interval.upper()), made, having)), 0, 0);
    }
}
