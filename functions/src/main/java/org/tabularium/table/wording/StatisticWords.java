package org.tabularium.table.wording;

import java.util.Map;
import java.util.stream.Collectors;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Statistic;
import org.tabularium.result.SummaryLine;
import org.tabularium.shell.rows.IntervalMethod;

/// What statistics are called, how they are made of who is behind them, and their methods in a sentence.
public final class StatisticWords {

    private StatisticWords() {}

    /// The label of a line of statistics.
    ///
    /// @param interval what an interval in it is called
    /// @throws IllegalArgumentException for a statistic that no line shows
    static String of(SummaryLine line, String interval) {
        return switch (line) {
            case Statistic statistic -> of(statistic);
            case SummaryLine.Percentile(double percent) -> Plural.ordinal(percent) + " percentile";
            case SummaryLine.Several several -> of(several, interval);
        };
    }

    private static String of(SummaryLine.Several several, String interval) {
        return switch (several) {
            case MEAN_SD -> "Mean (SD)";
            case Q1_Q3 -> "Q1, Q3";
            case MIN_MAX -> "Min, Max";
            case MEDIAN_Q1_Q3 -> "Median (IQR)";
            case MEDIAN_MIN_MAX -> "Median (range)";
            case GEOMETRIC_MEAN_CV -> "Geometric mean (CV%)";
            case GEOMETRIC_MEAN_CI -> "Geometric mean (" + interval + ")";
        };
    }

    private static String of(Statistic statistic) {
        return switch (statistic) {
            case N -> "n";
            case MEAN -> "Mean";
            case SD -> "SD";
            case MEDIAN -> "Median";
            case Q1 -> "Q1";
            case Q3 -> "Q3";
            case VARIANCE -> "Variance";
            case IQR -> "Interquartile range";
            case RANGE -> "Range (Max − Min)";
            case MIN -> "Min";
            case MAX -> "Max";
            case GEOMETRIC_MEAN -> "Geometric mean";
            case GEOMETRIC_CV -> "Geometric CV (%)";
            case GEOMETRIC_LOWER -> "Geometric mean, lower limit";
            case GEOMETRIC_UPPER -> "Geometric mean, upper limit";
            case COLUMN_TOTAL, MISSING, SE, PERCENTILE, GEOMETRIC_RATIO, COUNT, PERCENT, EVENTS, CI_LOWER, CI_UPPER, P_VALUE,
                    ESTIMATE, LSMEAN,
                    DIFFERENCE, ODDS_RATIO, HAZARD_RATIO, MEDIAN_TIME, Q1_TIME, Q3_TIME, QUANTILE_TIME, AT_RISK, CENSORED, GRADE,
                    SURVIVAL, RATE,
                    RATE_RATIO,
                    RATE_DIFFERENCE,
                    PATIENT_YEARS, DECISION, VALUE, DEGREES_OF_FREEDOM ->
                throw new IllegalArgumentException("no line shows " + statistic.word());
        };
    }

    /// A method's name, such as `Fisher's exact test`.
    public static String of(MethodId method) {
        return switch (method) {
            case COUNT -> "a count";
            case PERCENTAGE -> "a percentage";
            case EVENT_COUNT -> "a count of events";
            case MEAN -> "the mean";
            case STANDARD_DEVIATION -> "the standard deviation";
            case STANDARD_ERROR -> "the standard error";
            case VARIANCE -> "the variance";
            case QUANTILE -> "a quantile";
            case RANGE -> "the range";
            case GEOMETRIC -> "geometric statistics";
            case GEOMETRIC_RATIO -> "a ratio of geometric means";
            case MINIMUM -> "the minimum";
            case MAXIMUM -> "the maximum";
            case LISTED_VALUE -> "a value as collected";
            case CLOPPER_PEARSON -> "exact (Clopper–Pearson)";
            case WILSON -> "Wilson";
            case JEFFREYS -> "Jeffreys";
            case AGRESTI_COULL -> "Agresti–Coull";
            case MIETTINEN_NURMINEN -> "Miettinen–Nurminen";
            case NEWCOMBE -> "Newcombe";
            case WALD -> "Wald";
            case WALD_CORRECTED -> "continuity-corrected Wald";
            case CMH_DIFFERENCE -> "a difference with Cochran–Mantel–Haenszel weights";
            case CMH_DIFFERENCE_SATO -> "a difference with Cochran–Mantel–Haenszel weights and Sato's variance";
            case LOGISTIC_REGRESSION -> "logistic regression";
            case CONDITIONAL_LOGISTIC_REGRESSION -> "conditional logistic regression";
            case MANTEL_HAENSZEL -> "the Mantel–Haenszel method";
            case FISHER_EXACT -> "Fisher's exact test";
            case CHI_SQUARE -> "Pearson's chi-square test without continuity correction";
            case CHI_SQUARE_CORRECTED -> "Pearson's chi-square test with continuity correction";
            case CHI_SQUARE_SCHOUTEN -> "the chi-square test with Schouten's correction";
            case LIKELIHOOD_RATIO_CHI_SQUARE -> "the likelihood-ratio chi-square test";
            case CMH_ROW_MEAN_SCORES -> "the Cochran–Mantel–Haenszel test of row mean scores";
            case CMH_GENERAL_ASSOCIATION -> "the Cochran–Mantel–Haenszel test of general association";
            case CMH_CORRELATION -> "the Cochran–Mantel–Haenszel test of correlation";
            case BRESLOW_DAY -> "the Breslow–Day test";
            case TARONE -> "the Breslow–Day test with Tarone's adjustment";
            case ANOVA -> "one-way analysis of variance";
            case KRUSKAL_WALLIS -> "the Kruskal–Wallis test";
            case T_TEST -> "Student's t-test with pooled variance";
            case WELCH_TEST -> "Welch's t-test";
            case WILCOXON_RANK_SUM -> "the Wilcoxon rank-sum test";
            case ANCOVA -> "analysis of covariance";
            case MMRM -> "a mixed model for repeated measures";
            case DOSE_RESPONSE -> "a linear model of the dose";
            case KAPLAN_MEIER -> "the Kaplan–Meier method";
            case COX_REGRESSION -> "Cox regression";
            case LOG_RANK -> "the log-rank test";
            case Z_TEST -> "a z-test";
            case INCIDENCE_RATE -> "an incidence rate";
            case RATE_RATIO -> "a rate ratio";
            case RATE_DIFFERENCE -> "a rate difference";
            case THREE_PLUS_THREE -> "the 3+3 rule";
            case BOIN -> "the BOIN design";
            case MTPI_2 -> "the mTPI-2 design";
        };
    }

    /// What limits of a proportion are, in a sentence; empty for none.
    static String of(IntervalMethod interval) {
        return switch (interval) {
            case CLOPPER_PEARSON -> of(MethodId.CLOPPER_PEARSON);
            case WILSON -> of(MethodId.WILSON) + " intervals";
            case JEFFREYS -> of(MethodId.JEFFREYS) + " intervals";
            case AGRESTI_COULL -> of(MethodId.AGRESTI_COULL) + " intervals";
            case WALD -> of(MethodId.WALD) + " intervals";
            case WALD_CORRECTED -> of(MethodId.WALD_CORRECTED) + " intervals";
            case NONE -> "";
        };
    }

    /// What is computed of the numerator and the denominator.
    public static String formula(Statistic statistic, MethodId method) {
        return switch (statistic) {
            case COLUMN_TOTAL -> "number of subjects in the denominator";
            case N -> method == MethodId.COUNT ? "number of subjects in the numerator" : "number of subjects";
            case MISSING, COUNT -> "number of subjects in the numerator";
            case PERCENT -> "100 × numerator ÷ denominator";
            case EVENTS -> "number of records of the numerator";
            case MEAN, SD, SE, MEDIAN, Q1, Q3, MIN, MAX, VARIANCE, IQR, RANGE, PERCENTILE, GEOMETRIC_MEAN, GEOMETRIC_CV,
                    GEOMETRIC_LOWER,
                    GEOMETRIC_UPPER ->
                "of the values of the numerator";
            case CI_LOWER, CI_UPPER -> "limit of the confidence interval";
            case P_VALUE -> "p-value of the test";
            case GEOMETRIC_RATIO -> "ratio of geometric means";
            case ESTIMATE, LSMEAN, DIFFERENCE, ODDS_RATIO, HAZARD_RATIO -> "estimate of the model or comparison";
            case MEDIAN_TIME, Q1_TIME, Q3_TIME, QUANTILE_TIME -> "time by which this share of the denominator has the event";
            case AT_RISK, CENSORED -> "number of subjects in the numerator";
            case SURVIVAL -> "share of the denominator without the event until then";
            case RATE -> "events by 100 patient-years of the denominator";
            case RATE_RATIO, RATE_DIFFERENCE -> "of the rates of both arms";
            case PATIENT_YEARS -> "time at risk of the denominator, in years";
            case DEGREES_OF_FREEDOM -> "degrees of freedom of the estimate";
            case DECISION -> "by the rule, of numerator and denominator";
            case VALUE, GRADE -> "as collected";
        };
    }

    /// What a statistic is called where it stands alone: `CI lower`, `Hazard ratio`.
    public static String label(Statistic statistic) {
        return switch (statistic) {
            case COLUMN_TOTAL -> "N";
            case N -> "n";
            case PERCENT -> "%";
            case SD, SE, IQR -> statistic.name();
            case CI_LOWER -> "CI lower";
            case CI_UPPER -> "CI upper";
            case P_VALUE -> "p-value";
            case LSMEAN -> "LS mean";
            case MISSING, MEAN, MEDIAN, Q1, Q3, MIN, MAX, VARIANCE, RANGE, PERCENTILE, GEOMETRIC_MEAN, GEOMETRIC_CV,
                    GEOMETRIC_LOWER, GEOMETRIC_UPPER, GEOMETRIC_RATIO, COUNT,
                    EVENTS, ESTIMATE, DIFFERENCE, ODDS_RATIO, HAZARD_RATIO, MEDIAN_TIME, Q1_TIME,
                    Q3_TIME, QUANTILE_TIME, AT_RISK, SURVIVAL, RATE, RATE_RATIO, RATE_DIFFERENCE, PATIENT_YEARS, DECISION, VALUE,
                    CENSORED,
                    DEGREES_OF_FREEDOM,
                    GRADE -> {
                String words = statistic.word().replace('-', ' ');
                yield Character.toUpperCase(words.charAt(0)) + words.substring(1);
            }
        };
    }

    /// A method's name with its options.
    public static String of(Method method) {
        String options = method.options().entrySet().stream()
                .filter(option -> !option.getValue().isEmpty())
                .map(StatisticWords::words)
                .collect(Collectors.joining(", "));
        return of(method.id()) + (options.isEmpty() ? "" : " (" + options + ")");
    }

    private static String words(Map.Entry<String, String> option) {
        return option.getKey() + " " + option.getValue();
    }
}
