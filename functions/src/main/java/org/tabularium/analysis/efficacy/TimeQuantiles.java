package org.tabularium.analysis.efficacy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.statistic.Decimals;
import org.tabularium.statistic.EventTimes;
import org.tabularium.statistic.KaplanMeier;
import org.tabularium.study.ValueText;

/// Quantiles of a time to an event, and its range.
final class TimeQuantiles {

    private static final double FIRST_QUARTILE = 25;
    private static final double MEDIAN = 50;
    private static final double THIRD_QUARTILE = 75;
    private static final double PERCENT = 100;

    private final TimeResults results;
    private final TimesToEvent times;
    private final TableBody body;
    private final int decimals;

    private TimeQuantiles(TimeResults results, TableBody body) {
        this.results = results;
        this.times = results.times();
        this.body = body;
        this.decimals = Decimals.collected(times.follow(times.known).times());
    }

    static void add(TimeResults results, TableBody body) {
        body.heading(new RowLabel.TimeToEvent(results.times().unit()), 0, true);
        addRows(results, body);
    }

    /// Adds the rows below a heading that is there.
    static void addRows(TimeResults results, TableBody body) {
        TimeQuantiles quantiles = new TimeQuantiles(results, body);
        results.block().curve().quantiles().forEach(quantiles::addQuantile);
        if (results.block().curve().range()) {
            quantiles.addRange();
        }
        body.remarks.add(new EfficacyRemark.KaplanMeier(results.block().curve().interval(),
                !results.block().landmarks().isEmpty()));
    }

    private void addQuantile(double percent) {
        if (percent == FIRST_QUARTILE) {
            addQuantile(percent, RowName.Efficacy.FIRST_QUARTILE_TIME, Statistic.Q1_TIME);
        } else if (percent == MEDIAN) {
            addQuantile(percent, RowName.Efficacy.MEDIAN_TIME, Statistic.MEDIAN_TIME);
        } else if (percent == THIRD_QUARTILE) {
            addQuantile(percent, RowName.Efficacy.THIRD_QUARTILE_TIME, Statistic.Q3_TIME);
        } else {
            addQuantile(percent, new RowLabel.PercentileTime(percent, results.confidence()),
                    "Percentile " + ValueText.number(percent), Statistic.QUANTILE_TIME);
        }
    }

    private void addQuantile(double percent, RowName name, Statistic statistic) {
        addQuantile(percent, new RowLabel.WithInterval(name, results.confidence()), name.level(), statistic);
    }

    private void addQuantile(double percent, RowLabel label, String level, Statistic statistic) {
        double p = percent / PERCENT;
        body.row(label, 1, false, cells(column -> {
            KaplanMeier curve = results.curve(column.subjects());
            return results.interval(column, List.of(level), statistic, curve.quantile(p),
                    curve.quantileInterval(p, results.confidence()), decimals, results.kaplanMeier(),
                    times.behind(times.events, column.subjects()));
        }));
    }

    /// The least and the greatest time. At one time events come before censoring: the least is a censored one where nobody has
    /// the event at it, the greatest where somebody is censored at it.
    private void addRange() {
        body.row(new RowLabel.Named(RowName.Efficacy.RANGE), 1, false, cells(this::range));
        body.remarks.add(new EfficacyRemark.CensoredRange());
    }

    private CellResults range(ColumnHead column) {
        EventTimes follow = times.follow(column.subjects());
        double[] sorted = Arrays.stream(follow.times()).sorted().toArray();
        List<String> level = List.of(RowName.Efficacy.RANGE.level());
        if (sorted.length == 0) {
            Behind nobody = times.behind(new BitSet(), column.subjects());
            Value none = new Value.NotEstimable("nobody has a time");
            return new CellResults(Form.TIME_RANGE, List.of(
                    results.result(column, level, Statistic.MIN, none, nobody),
                    results.result(column, level, Statistic.MAX, none, nobody)), decimals, 0);
        }
        double least = sorted[0];
        double greatest = sorted[sorted.length - 1];
        int censored = follow.endingAt(greatest) - follow.eventsAt(greatest);
        BitSet first = ending(least);
        BitSet last = ending(greatest);
        return new CellResults(Form.TIME_RANGE, List.of(
                results.result(column, level, Statistic.MIN, new Value.Real(least), times.behind(first, column.subjects())),
                results.result(column, level, Statistic.MAX, new Value.Real(greatest), times.behind(last, column.subjects())),
                results.result(column, level, Statistic.EVENTS, new Value.Whole(follow.eventsAt(least)),
                        times.behind(times.endingAt(least, true), column.subjects())),
                results.result(column, level, Statistic.CENSORED, new Value.Whole(censored),
                        times.behind(times.endingAt(greatest, false), column.subjects()))),
                decimals, 0);
    }

    private BitSet ending(double time) {
        BitSet ending = times.endingAt(time, true);
        ending.or(times.endingAt(time, false));
        return ending;
    }

    private List<CellResults> cells(Function<ColumnHead, CellResults> cell) {
        return results.frame().columns().stream().map(cell).toList();
    }
}
