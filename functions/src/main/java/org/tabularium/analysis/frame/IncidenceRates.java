package org.tabularium.analysis.frame;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.ComparisonHead;
import org.tabularium.result.display.ComparisonRemark;
import org.tabularium.selection.event.EventDays;
import org.tabularium.shell.comparison.ExposureAdjusted.Compare;
import org.tabularium.shell.comparison.ExposureAdjusted.Count;
import org.tabularium.shell.comparison.ExposureAdjusted;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.IncidenceRate;
import org.tabularium.study.Study;

/// Rates by 100 patient-years beside the counts of a row of events, with exact Poisson intervals, and each arm's rate against the
/// control's.
///
/// Events by default: all of a row's events over the whole time ([ObservationTime]) of all subjects of the column. Or subjects
/// with an event, each of whom is at risk until the
/// first of them: until its study day, or for the whole time where no day is known or it comes later. Subjects whose time is not
/// known count neither way.
final class IncidenceRates {

    private static final int RATE_DECIMALS = 1;
    private static final int RATIO_DECIMALS = 2;
    private static final double PER = 100;

    private IncidenceRates() {}

    private static @Nullable ExposureAdjusted asked(TableFrame frame) {
        boolean events = !frame.shell().dataset().equals(Study.ADSL)
                && frame.shell().rows().stream().anyMatch(DeclaredRows::countsEvents);
        return events ? frame.shell().exposureAdjusted() : null;
    }

    static List<ComparisonHead> heads(TableFrame frame) {
        ExposureAdjusted asked = asked(frame);
        List<ComparisonHead> heads = new ArrayList<>();
        if (asked != null) {
            double confidence = frame.data().settings().confidence();
            frame.columns().forEach(c -> heads.add(new ComparisonHead.Rate(c.label(), confidence)));
            reference(frame, asked).ifPresent(reference -> others(frame, reference)
                    .forEach(arm -> heads.add(new ComparisonHead.RateComparison(asked.compare(), arm.label(), reference.label(),
                            confidence))));
        }
        return heads;
    }

    /// Whether the shell asks for each arm's rate against the control's.
    static boolean areCompared(TableFrame frame) {
        ExposureAdjusted asked = asked(frame);
        return asked != null && asked.compare() != Compare.NONE;
    }

    private static Optional<ColumnHead> reference(TableFrame frame, ExposureAdjusted asked) {
        return asked.compare() == Compare.NONE ? Optional.empty() : frame.reference();
    }

    private static List<ColumnHead> others(TableFrame frame, ColumnHead reference) {
        return frame.armColumns().stream().filter(arm -> !arm.equals(reference)).toList();
    }

    /// The cells of a row.
    ///
    /// @param events null where the row is not of events: its cells are blank
    static List<CellResults> cells(TableFrame frame, Counted counted, @Nullable EventRows events) {
        ExposureAdjusted asked = asked(frame);
        ObservationTime exposure = frame.exposure();
        if (asked == null || exposure == null) {
            return List.of();
        }
        List<CellResults> cells = new ArrayList<>();
        if (events == null) {
            heads(frame).forEach(head -> cells.add(CellResults.EMPTY));
            return cells;
        }
        Counted timed = timed(counted, frame, exposure);
        Map<Integer, Double> onset = new HashMap<>();
        if (asked.count() == Count.SUBJECTS) {
            onset.putAll(EventDays.of(events.records()).onset(events.rows()));
        }
        Map<ColumnHead, IncidenceRate> rates = new HashMap<>();
        frame.columns().forEach(column -> rates.put(column, rate(frame, column, exposure, asked, events, onset)));
        frame.columns().forEach(column -> cells.add(rate(frame, column, timed, asked, rates.getOrDefault(column, NONE))));
        reference(frame, asked).ifPresent(reference -> others(frame, reference)
                .forEach(arm -> cells.add(comparison(frame, arm, reference, timed, asked, rates))));
        return cells;
    }

    /// What is counted of those whose time is known.
    private static Counted timed(Counted counted, TableFrame frame, ObservationTime exposure) {
        BitSet known = new BitSet();
        frame.population().subjects().stream().filter(exposure::isKnown).forEach(known::set);
        return counted.among(known);
    }

    private static final IncidenceRate NONE = new IncidenceRate(0, 0);

    private static IncidenceRate rate(TableFrame frame, ColumnHead column, ObservationTime exposure, ExposureAdjusted asked,
            EventRows events,
            Map<Integer, Double> onset) {
        BitSet with = events.records().subjectsOf(events.rows());
        double time = 0;
        long count = 0;
        for (int subject = column.subjects().nextSetBit(0); subject >= 0; subject = column.subjects().nextSetBit(subject + 1)) {
            if (exposure.isKnown(subject)) {
                double years = exposure.years()[subject];
                boolean ends = asked.count() == Count.SUBJECTS && with.get(subject);
                Double day = ends ? onset.get(subject) : null;
                time += day == null ? years : Math.clamp(day / ObservationTime.DAYS_A_YEAR, 0, years);
                count += ends ? 1 : 0;
            }
        }
        if (asked.count() == Count.EVENTS) {
            count = events.distinct(events.rows(), frame).stream().map(events.records()::subject)
                    .filter(s -> column.subjects().get(s) && exposure.isKnown(s)).count();
        }
        return new IncidenceRate(count, time / PER);
    }

    private static CellResults rate(TableFrame frame, ColumnHead column, Counted counted, ExposureAdjusted asked,
            IncidenceRate rate) {
        ConfidenceInterval interval = rate.interval(frame.data().settings().confidence());
        Method made = frame.atConfidence(MethodId.INCIDENCE_RATE);
        List<String> level = level(counted, RowName.Comparison.PER_100_PATIENT_YEARS.level());
        Clauses clauses = counted.clauses().and(Clauses.of(
                asked.count() == Count.EVENTS ? Criterion.RATE_OF_EVENTS : Criterion.RATE_OF_SUBJECTS));
        Behind behind = counted.behind(column);
        return new CellResults(Form.ESTIMATE_INTERVAL, List.of(
                result(frame, column, counted, level, Statistic.RATE, rate.rate(), clauses, made, behind),
                result(frame, column, counted, level, Statistic.CI_LOWER, interval.lower(), clauses, made, behind),
                result(frame, column, counted, level, Statistic.CI_UPPER, interval.upper(), clauses, made, behind),
                result(frame, column, counted, level, Statistic.PATIENT_YEARS, new Estimate.Value(rate.time() * PER), clauses,
                        made, behind)),
                RATE_DECIMALS, 0);
    }

    private static CellResults comparison(TableFrame frame, ColumnHead arm, ColumnHead against, Counted counted,
            ExposureAdjusted asked, Map<ColumnHead, IncidenceRate> rates) {
        IncidenceRate rate = rates.getOrDefault(arm, NONE);
        IncidenceRate first = rates.getOrDefault(against, NONE);
        double confidence = frame.data().settings().confidence();
        boolean ratio = asked.compare() == Compare.RATIO;
        ConfidenceInterval interval = ratio ? rate.ratioInterval(first, confidence) : rate.differenceInterval(first, confidence);
        String reference = against.label();
        Method made = frame.atConfidence(ratio ? MethodId.RATE_RATIO : MethodId.RATE_DIFFERENCE);
        List<String> level = level(counted,
                (ratio ? RowName.Comparison.RATE_RATIO : RowName.Comparison.RATE_DIFFERENCE).levelOf(reference));
        Clauses clauses = counted.clauses().and(Clauses.of(Criterion.COMPARED_WITH, reference));
        Behind behind = counted.behind(Comparisons.both(arm, against));
        return new CellResults(Form.ESTIMATE_INTERVAL, List.of(
                result(frame, arm, counted, level, ratio ? Statistic.RATE_RATIO : Statistic.RATE_DIFFERENCE,
                        ratio ? rate.ratio(first) : rate.difference(first), clauses, made, behind),
                result(frame, arm, counted, level, Statistic.CI_LOWER, interval.lower(), clauses, made, behind),
                result(frame, arm, counted, level, Statistic.CI_UPPER, interval.upper(), clauses, made, behind)),
                ratio ? RATIO_DECIMALS : RATE_DECIMALS, 0);
    }

    private static List<String> level(Counted counted, String more) {
        List<String> level = new ArrayList<>(counted.level());
        level.add(more);
        return level;
    }

    private static Result result(TableFrame frame, ColumnHead column, Counted counted, List<String> level, Statistic statistic,
            Estimate estimate, Clauses clauses, Method made, Behind behind) {
        return frame.result(counted.dataset(), column, Map.of(), counted.variable(), level, statistic, Counting.value(estimate),
                clauses, made, behind);
    }

    /// Says what the rates are of.
    static void addRemark(TableFrame frame, TableBody body) {
        ExposureAdjusted asked = asked(frame);
        ObservationTime exposure = frame.exposure();
        if (asked == null || exposure == null) {
            return;
        }
        body.remarks.add(new ComparisonRemark.Rates(asked.count(), asked.compare(), exposure.kind()));
        long unknown = frame.population().subjects().stream().filter(s -> !exposure.isKnown(s)).count();
        if (unknown > 0) {
            body.remarks.add(new ComparisonRemark.UnknownTime(unknown));
        }
    }
}
