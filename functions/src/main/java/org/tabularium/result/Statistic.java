package org.tabularium.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.statistic.Descriptive;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.Quantile;

/// The statistics of `results.json`; the meaning of each word is part of the contract. A constant says all that is known of its
/// statistic: the decimals it is shown with, the method where it has one only, and the formula where it describes the values
/// of a variable. What it is called is in `table.wording`, and whether a shell may ask for it in the schema of shells.
@SuppressWarnings("ImmutableEnumChecker") // a method's options are unmodifiable, and formulas hold nothing
public enum Statistic implements SummaryLine {
    /// Column total: subjects of the population in the column.
    COLUMN_TOTAL(Decimals.OF_CELL, Method.of(MethodId.COUNT)),
    /// Number of non-missing values, or the denominator of a response.
    N(Decimals.OF_CELL, Method.of(MethodId.COUNT)), MISSING(Decimals.OF_CELL, Method.of(MethodId.COUNT)),

    MEAN(Decimals.OF_CENTRE, Method.of(MethodId.MEAN), (values, _, _) -> values.mean()),

    SD(Decimals.OF_SPREAD, Method.of(MethodId.STANDARD_DEVIATION), (values, _, _) -> values.sd()),

    SE(Decimals.OF_SPREAD),

    MEDIAN(Decimals.OF_QUANTILE, Method.of(MethodId.QUANTILE, "p", "0.5"), (values, type, _) -> values.quantile(type, 0.5)),

    Q1(Decimals.OF_QUANTILE, Method.of(MethodId.QUANTILE, "p", "0.25"), (values, type, _) -> values.quantile(type, 0.25)),

    Q3(Decimals.OF_QUANTILE, Method.of(MethodId.QUANTILE, "p", "0.75"), (values, type, _) -> values.quantile(type, 0.75)),

    MIN(Decimals.OF_VALUE, Method.of(MethodId.MINIMUM), (values, _, _) -> values.min()),

    MAX(Decimals.OF_VALUE, Method.of(MethodId.MAXIMUM), (values, _, _) -> values.max()),

    /// The square of the standard deviation; it, the two that follow and percentiles are computed where a shell asks for them.
    VARIANCE(Decimals.OF_SPREAD, Method.of(MethodId.VARIANCE), (values, _, _) -> values.variance()),
    /// The third quartile less the first.
    IQR(Decimals.OF_CENTRE, Method.of(MethodId.QUANTILE, "p", "0.75 − 0.25"),
            (values, type, _) -> values.interquartileRange(type)),
    /// The greatest value less the least.
    RANGE(Decimals.OF_VALUE, Method.of(MethodId.RANGE), (values, _, _) -> values.range()),
    /// Another quantile; its level and its method say which.
    PERCENTILE(Decimals.OF_QUANTILE),

    /// The geometric mean, its coefficient of variation in percent and its limits: computed where a shell asks for them.
    GEOMETRIC_MEAN(Decimals.OF_CENTRE, Method.of(MethodId.GEOMETRIC), (values, _, _) -> values.geometric().mean()),

    GEOMETRIC_CV(Decimals.OF_PERCENT, Method.of(MethodId.GEOMETRIC), (values, _, _) -> values.geometric().variation()),

    GEOMETRIC_LOWER(Decimals.OF_CENTRE, Method.of(MethodId.GEOMETRIC),
            (values, _, confidence) -> values.geometric().interval(confidence).lower()),

    GEOMETRIC_UPPER(Decimals.OF_CENTRE, Method.of(MethodId.GEOMETRIC),
            (values, _, confidence) -> values.geometric().interval(confidence).upper()),
    /// Of geometric means.
    GEOMETRIC_RATIO(Decimals.OF_CELL, Method.of(MethodId.GEOMETRIC_RATIO)),
    /// Number of subjects.
    COUNT(Decimals.OF_CELL, Method.of(MethodId.COUNT)),
    /// 0 to 100.
    PERCENT(Decimals.OF_CELL, Method.of(MethodId.PERCENTAGE)),
    /// Number of events.
    EVENTS(Decimals.OF_CELL, Method.of(MethodId.EVENT_COUNT)),

    CI_LOWER(Decimals.OF_CELL), CI_UPPER(Decimals.OF_CELL), P_VALUE(Decimals.OF_CELL), ESTIMATE(Decimals.OF_CENTRE),
    /// Least squares mean.
    LSMEAN(Decimals.OF_CENTRE), DIFFERENCE(Decimals.OF_CENTRE),
    /// Of an estimate's distribution; not always whole.
    DEGREES_OF_FREEDOM(Decimals.OF_CELL, Method.of(MethodId.MMRM)),

    ODDS_RATIO(Decimals.OF_CELL),

    HAZARD_RATIO(Decimals.OF_CELL, Method.of(MethodId.COX_REGRESSION)),
    /// The time by which half of the subjects have the event; the quartiles likewise.
    MEDIAN_TIME(Decimals.OF_QUANTILE, Method.of(MethodId.KAPLAN_MEIER, "p", "0.5")),

    Q1_TIME(Decimals.OF_QUANTILE, Method.of(MethodId.KAPLAN_MEIER, "p", "0.25")),

    Q3_TIME(Decimals.OF_QUANTILE, Method.of(MethodId.KAPLAN_MEIER, "p", "0.75")),
    /// The time by which another share of the subjects has the event; its level says which.
    QUANTILE_TIME(Decimals.OF_QUANTILE, Method.of(MethodId.KAPLAN_MEIER)),
    /// Number of subjects at risk at a time.
    AT_RISK(Decimals.OF_CELL, Method.of(MethodId.KAPLAN_MEIER)),
    /// Number of subjects whose observation ends at a time without the event.
    CENSORED(Decimals.OF_CELL, Method.of(MethodId.KAPLAN_MEIER)),
    /// Share of subjects without the event at a time, 0 to 1.
    SURVIVAL(Decimals.OF_CELL, Method.of(MethodId.KAPLAN_MEIER)),
    /// By 100 patient-years.
    RATE(Decimals.OF_CELL, Method.of(MethodId.INCIDENCE_RATE)), RATE_RATIO(Decimals.OF_CELL, Method.of(MethodId.RATE_RATIO)),
    /// By 100 patient-years.
    RATE_DIFFERENCE(Decimals.OF_CELL, Method.of(MethodId.RATE_DIFFERENCE)),
    /// The time that a rate is of.
    PATIENT_YEARS(Decimals.OF_CELL, Method.of(MethodId.INCIDENCE_RATE)),
    /// The toxicity grade of one event, 1 to 5.
    GRADE(Decimals.OF_CELL, Method.of(MethodId.LISTED_VALUE)),
    /// What a rule decides, in words.
    DECISION(Decimals.OF_CELL),
    /// A listing's cell.
    VALUE(Decimals.OF_CELL, Method.of(MethodId.LISTED_VALUE));

    /// The decimals that a statistic is shown with where the shell does not say.
    public enum Decimals {
        /// Those of its cell: of the data, or those that the computation gives.
        OF_CELL,
        /// More than the data have, as for a mean.
        OF_CENTRE,
        /// As for a mean, or those of the data where the house style shows quantiles as they were collected.
        OF_QUANTILE,
        /// More than the centre has.
        OF_SPREAD,
        /// One, of a percentage.
        OF_PERCENT,
        /// Those of the data, and enough that a value that somebody has is not shown as zero.
        OF_VALUE
    }

    /// How a statistic follows from the values of a variable.
    @FunctionalInterface
    private interface Formula {

        /// @param quantiles the type of quantiles that the study has chosen
        /// @param confidence of limits
        Estimate of(Descriptive values, Quantile quantiles, double confidence);
    }

    private final String word = name().startsWith("COLUMN") ? "N" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Decimals decimals;
    private final @Nullable Method method;
    private final @Nullable Formula formula;

    Statistic(Decimals decimals) {
        this(decimals, null, null);
    }

    Statistic(Decimals decimals, Method method) {
        this(decimals, method, null);
    }

    Statistic(Decimals decimals, @Nullable Method method, @Nullable Formula formula) {
        this.decimals = decimals;
        this.method = method;
        this.formula = formula;
    }

    /// The word in `results.json`: `N` for the column total, else lower case with hyphens.
    @Override
    public String word() {
        return word;
    }

    /// The decimals that it is shown with where the shell does not say.
    public Decimals decimals() {
        return decimals;
    }

    /// How it is computed, where it has one method only; empty where several make it, so that each result and its key name
    /// theirs.
    public Optional<Method> onlyMethod() {
        return Optional.ofNullable(method);
    }

    /// Whether it describes the values of a variable, in their unit.
    public boolean describesValues() {
        return formula != null;
    }

    /// Whether it is computed only where a shell asks for it.
    public boolean isOnRequest() {
        return isGeometric() || this == VARIANCE || this == IQR || this == RANGE;
    }

    /// Whether it is of the logarithms of values.
    public boolean isGeometric() {
        return method != null && method.id() == MethodId.GEOMETRIC;
    }

    /// It of these values.
    ///
    /// @param quantiles the type of quantiles that the study has chosen
    /// @param confidence of limits
    /// @throws IllegalStateException where it does not describe values
    public Estimate of(Descriptive values, Quantile quantiles, double confidence) {
        if (formula == null) {
            throw new IllegalStateException(word() + " does not describe values");
        }
        return formula.of(values, quantiles, confidence);
    }

    @Override
    public CellResults.Form form() {
        return this == N ? CellResults.Form.COUNT : CellResults.Form.STATISTIC;
    }

    @Override
    public List<Statistic> statistics() {
        return List.of(this);
    }
}
