package org.tabularium.analysis.efficacy;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.shell.rows.DeclaredModels.LimitScale;
import org.tabularium.shell.rows.DeclaredModels.TimeToEvent;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.KaplanMeier;

/// The results of a time to an event, with their keys, and the curves that they are of.
///
/// @param block what is asked for
/// @param times the times
record TimeResults(TimeToEvent block, TableFrame frame, TimesToEvent times) {

    private static final String VARIABLE = "AVAL";

    /// The curve of those who are in all of some sets.
    KaplanMeier curve(BitSet... sets) {
        return KaplanMeier.of(times.follow(sets)).on(KaplanMeier.Scale.valueOf(block.curve().interval().name()));
    }

    /// How curves are computed. Limits on the usual scale are not named.
    Method kaplanMeier() {
        LimitScale scale = block.curve().interval();
        Method usual = frame.atConfidence(MethodId.KAPLAN_MEIER);
        return scale == LimitScale.LOG_LOG ? usual : usual.with("limits", scale.name().toLowerCase(Locale.ROOT));
    }

    double confidence() {
        return frame.data().settings().confidence();
    }

    /// An estimate with its limits.
    ///
    /// @param decimals of all three
    CellResults interval(ColumnHead column, List<String> level, Statistic statistic, Estimate estimate,
            ConfidenceInterval interval, int decimals, Method made, Behind behind, Clauses... more) {
        return new CellResults(
                Form.ESTIMATE_INTERVAL,
                List.of(
                        result(column, level, statistic, Counting.value(estimate), made, behind, more),
                        result(column, level, Statistic.CI_LOWER, Counting.value(interval.lower()), made, behind, more),
                        result(column, level, Statistic.CI_UPPER, Counting.value(interval.upper()), made, behind, more)),
                decimals,
                0);
    }

    /// A result of a statistic that has one method only.
    Result result(ColumnHead column, List<String> level, Statistic statistic, Value value, Behind behind) {
        return frame.result(times.parameter.records().name(), column, groups(), VARIABLE, level, statistic, value,
                times.parameter.clauses(), behind);
    }

    /// A result by a method.
    ///
    /// @param more what narrows it further
    Result result(ColumnHead column, List<String> level, Statistic statistic, Value value, Method method, Behind behind,
            Clauses... more) {
        Clauses clauses = Stream.of(more).reduce(times.parameter.clauses(), Clauses::and);
        return frame.result(times.parameter.records().name(), column, groups(), VARIABLE, level, statistic, value, clauses,
                method, behind);
    }

    /// The keys beside the arm.
    Map<String, String> groups() {
        return Map.of("PARAMCD", times.parameter.code());
    }
}
