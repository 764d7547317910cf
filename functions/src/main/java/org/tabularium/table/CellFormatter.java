package org.tabularium.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Moment;
import org.tabularium.result.CellResults;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.statistic.Decimals;
import org.tabularium.table.display.Cell;
import org.tabularium.table.number.NumberFormatter;
import org.tabularium.table.number.NumberStyle;
import org.tabularium.table.number.Rounding;
import org.tabularium.table.wording.PopulationWords;

/// Results to the text of a cell, in one house style and with one shell's decimals.
final class CellFormatter {

    /// What stands where there cannot be anything.
    static final String ABSENT = "–";

    /// Marks a censored time.
    private static final String CENSORED = "+";

    /// The name of an interval's decimals in a shell.
    private static final String INTERVAL = "interval";

    /// A value that somebody has and that is not zero is not shown as zero, down to this many decimals.
    private static final int MOST_DECIMALS = 12;

    private static final Set<Statistic> LIMITS = Set.of(Statistic.CI_LOWER, Statistic.CI_UPPER);

    private final NumberFormatter numbers;
    private final Map<String, Integer> decimals;
    private final Labels labels;
    private final String absent;

    /// @param decimals decimals by statistic where the shell names them
    /// @param percentDecimals decimals of percentages; null for the style's
    /// @param absent text of a listing's missing value
    CellFormatter(
            NumberStyle style,
            Map<String, Integer> decimals,
            @Nullable Integer percentDecimals,
            Labels labels,
            String absent) {
        this.numbers = new NumberFormatter(percentDecimals == null ? style : style.withPercentDecimals(percentDecimals));
        this.decimals = decimals;
        this.labels = labels;
        this.absent = absent;
    }

    /// What stands where something cannot be computed.
    static String notEstimable() {
        return NumberFormatter.NOT_ESTIMABLE;
    }

    Cell cell(CellResults cell) {
        List<Result> r = cell.results();
        return switch (cell.form()) {
            case EMPTY -> Cell.EMPTY;
            case NOT_APPLICABLE -> text(ABSENT, r);
            case WITHHELD -> Cell.text(PopulationWords.WITHHELD);
            case COUNT -> whole(whole(r.get(0)), r);
            case COUNT_PERCENT -> countPercent(cell, "");
            case COUNT_PERCENT_EVENTS -> countPercent(cell, " [" + whole(r.get(2)) + "]");
            case FRACTION -> text(fraction(whole(r.get(0)), whole(r.get(1))), r);
            case PERCENT_INTERVAL -> text(percentInterval(cell), r);
            case PERCENT_DIFFERENCE -> text(percentDifference(cell), r);
            case TIME_RANGE -> text(timeRange(cell), r);
            case ESTIMATE_ERROR -> text(estimateError(cell), r);
            case INTERVAL -> text(interval(cell), r);
            case ESTIMATE_INTERVAL -> text(estimateInterval(cell), r);
            case STATISTIC -> statistic(cell);
            case MEAN_SD -> text(isOfNobody(r) ? notEstimable() : shown(cell, 0) + " (" + shown(cell, 1) + ")", r);
            case PAIR -> text(isOfNobody(r) ? notEstimable() : shown(cell, 0) + ", " + shown(cell, 1), r);
            case CENTRE_RANGE -> text(centreRange(cell), r);
            case P_VALUE -> pValue(r);
            case VALUE -> value(r);
        };
    }

    /// Whether none of the statistics could be computed, which is said once.
    private static boolean isOfNobody(List<Result> results) {
        return results.stream().allMatch(result -> Double.isNaN(real(result)));
    }

    private Cell countPercent(CellResults cell, String events) {
        long count = whole(cell.results().getFirst());
        if (count == 0) {
            return whole(0, cell.results());
        }
        return text(numbers.countPercent(count, cell.denominator()) + events, cell.results());
    }

    private String fraction(long count, long n) {
        String fraction = count + "/" + n;
        return count == 0 ? fraction : fraction + " (" + numbers.percent(count, n) + ")";
    }

    private String percentInterval(CellResults cell) {
        if (cell.denominator() == 1 && !numbers.style().intervalsOfOne()) {
            return ABSENT;
        }
        double lower = real(cell.results().get(0));
        double upper = real(cell.results().get(1));
        return Double.isNaN(lower) || Double.isNaN(upper)
                ? NumberFormatter.NOT_ESTIMABLE
                : numbers.limits(lower, upper, numbers.percentDecimals(cell.denominator()));
    }

    private String percentDifference(CellResults cell) {
        double difference = real(cell.results().getFirst());
        int decimals = numbers.percentDecimals(cell.denominator());
        return Double.isNaN(difference)
                ? NumberFormatter.NOT_ESTIMABLE
                : numbers.fixed(difference, decimals) + " "
                        + numbers.interval(real(cell.results().get(1)), real(cell.results().get(2)), decimals);
    }

    /// A time at which nobody had the event is a censored one; at the greatest events come before censoring.
    private String timeRange(CellResults cell) {
        List<Result> r = cell.results();
        if (Double.isNaN(real(r.getFirst()))) {
            return NumberFormatter.NOT_ESTIMABLE;
        }
        boolean leastCensored = whole(r.get(2)) == 0;
        boolean greatestCensored = whole(r.get(3)) > 0;
        return shown(cell, 0) + (leastCensored ? CENSORED : "") + " to " + shown(cell, 1) + (greatestCensored ? CENSORED : "");
    }

    private String estimateError(CellResults cell) {
        return Double.isNaN(real(cell.results().getFirst()))
                ? NumberFormatter.NOT_ESTIMABLE
                : shown(cell, 0) + " (" + shown(cell, 1) + ")";
    }

    private String interval(CellResults cell) {
        double lower = real(cell.results().get(0));
        double upper = real(cell.results().get(1));
        return Double.isNaN(lower) && Double.isNaN(upper)
                ? NumberFormatter.NOT_ESTIMABLE
                : numbers.limits(lower, upper, decimals.getOrDefault(INTERVAL, cell.decimals()));
    }

    /// Decimals of all three are the estimate's.
    private String estimateInterval(CellResults cell) {
        List<Result> r = cell.results();
        if (r.subList(0, 3).stream().allMatch(result -> Double.isNaN(real(result)))) {
            return NumberFormatter.NOT_ESTIMABLE;
        }
        return shown(cell, 0) + " " + numbers.interval(real(r.get(1)), real(r.get(2)), decimalsOf(r.get(0), cell));
    }

    private Cell statistic(CellResults cell) {
        Result result = cell.results().getFirst();
        double value = real(result);
        if (labels.moment(result).isPresent() && !Double.isNaN(value)) {
            return text(shown(cell, 0), cell.results());
        }
        return Double.isNaN(value)
                ? text(NumberFormatter.NOT_ESTIMABLE, cell.results())
                : number(numbers.rounded(value, decimalsOf(result, cell)), cell.results());
    }

    private String centreRange(CellResults cell) {
        Result lower = cell.results().get(1);
        double from = real(lower);
        if (labels.moment(lower).isPresent() && !Double.isNaN(from)) {
            return shown(cell, 0) + " (" + shown(cell, 1) + " to " + shown(cell, 2) + ")";
        }
        return Double.isNaN(from)
                ? NumberFormatter.NOT_ESTIMABLE
                : shown(cell, 0) + " (" + NumberFormatter.range(shown(cell, 1), upper(cell)) + ")";
    }

    private Cell pValue(List<Result> results) {
        double p = real(results.getFirst());
        String text = numbers.pValue(p);
        BigDecimal four = Double.isNaN(p) ? BigDecimal.ZERO : Rounding.halfAwayFromZero(p, 4);
        return text.equals(four.toPlainString()) ? new Cell(text, four, results) : text(text, results);
    }

    private Cell value(List<Result> results) {
        Result result = results.getFirst();
        String variable = result.variable() == null ? "" : result.variable();
        return switch (result.value()) {
            case Value.NotEstimable missing -> text(absent, results);
            case Value.Text(String text) -> text(labels.inListing(variable, text), results);
            case Value.Whole(long whole) -> whole(whole, results);
            case Value.Real(double real) -> number(Decimals.asWritten(real), results);
        };
    }

    private String shown(CellResults cell, int index) {
        Result result = cell.results().get(index);
        double value = real(result);
        Optional<Moment> moment = Double.isNaN(value) ? Optional.empty() : labels.moment(result);
        return moment.isPresent()
                ? ofMoments(moment.get(), result.statistic(), value, decimalsOf(result, cell))
                : numbers.fixed(value, decimalsOf(result, cell));
    }

    /// Statistics of dates and times are dates and times; how far they spread is a number of days, or hours and minutes.
    private String ofMoments(Moment moment, Statistic statistic, double value, int decimals) {
        return switch (statistic.decimals()) {
            case OF_VALUE -> moment.text(value);
            case OF_SPREAD -> moment.between(value).orElseGet(() -> numbers.fixed(value, decimals) + " days");
            case OF_CELL, OF_CENTRE, OF_QUANTILE, OF_PERCENT -> moment.centre(value);
        };
    }

    /// The upper limit of a range: with the decimals that a shell names for the lower one, where it names them for that alone.
    private String upper(CellResults cell) {
        Result lower = cell.results().get(1);
        Result upper = cell.results().get(2);
        Integer named = decimals.get(lower.statistic().word());
        return named != null && !decimals.containsKey(upper.statistic().word())
                ? numbers.fixed(real(upper), named)
                : shown(cell, 2);
    }

    /// The decimals of the data for minimum and maximum, more for the centre and the spread; the shell's own where it names them.
    private int decimalsOf(Result result, CellResults cell) {
        Integer named = decimals.get(result.statistic().word());
        if (named != null) {
            return named;
        }
        return switch (result.statistic().decimals()) {
            case OF_QUANTILE -> quantilesAreExact(cell) ? cell.decimals() : Decimals.ofCentre(cell.decimals());
            case OF_CENTRE -> Decimals.ofCentre(cell.decimals());
            case OF_SPREAD -> Decimals.ofSpread(cell.decimals());
            case OF_VALUE -> ofSomebody(real(result), cell.decimals());
            case OF_PERCENT -> 1;
            case OF_CELL -> cell.decimals();
        };
    }

    /// Whether the style shows the cell's median and quartiles, and the limits of a median time, as collected: all of them are
    /// exact at those decimals.
    private boolean quantilesAreExact(CellResults cell) {
        return numbers.style().quantilesAsCollected()
                && cell.results().stream()
                        .filter(r -> r.statistic().decimals() == Statistic.Decimals.OF_QUANTILE || LIMITS.contains(r.statistic()))
                        .mapToDouble(CellFormatter::real)
                        .allMatch(v -> Double.isNaN(v) || Decimals.asWritten(v).scale() <= cell.decimals());
    }

    /// Minimum and maximum are values that somebody has: one that is not zero is not shown as zero.
    private static int ofSomebody(double value, int decimals) {
        int enough = decimals;
        while (enough < MOST_DECIMALS && value != 0 && Double.isFinite(value)
                && Rounding.halfAwayFromZero(value, enough).signum() == 0) {
            enough++;
        }
        return enough == MOST_DECIMALS ? decimals : enough;
    }

    /// A number, but for the minus sign as it is written in plain digits; with another decimal mark a workbook would show it in
    /// the reader's.
    private Cell number(BigDecimal displayed, List<Result> results) {
        String text = numbers.text(displayed);
        boolean plain = text.replace('−', '-').equals(displayed.toPlainString());
        return plain ? new Cell(text, displayed, results) : text(text, results);
    }

    private static Cell whole(long value, List<Result> results) {
        return new Cell(Long.toString(value), BigDecimal.valueOf(value), results);
    }

    private static Cell text(String text, List<Result> results) {
        return new Cell(text, null, results);
    }

    private static long whole(Result result) {
        return result.value() instanceof Value.Whole(long value) ? value : 0;
    }

    private static double real(Result result) {
        return switch (result.value()) {
            case Value.Real(double value) -> value;
            case Value.Whole(long value) -> value;
            default -> Double.NaN;
        };
    }
}
