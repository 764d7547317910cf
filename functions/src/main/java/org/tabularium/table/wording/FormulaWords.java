package org.tabularium.table.wording;

import java.util.Map;
import java.util.stream.Collectors;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Statistic;

/// How a result is made of who is behind it, for its explanation.
public final class FormulaWords {

    private FormulaWords() {}

    /// What is computed of the numerator and the denominator.
    public static String of(Statistic statistic, MethodId method) {
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
            case PATIENT_YEARS -> "time under observation of the denominator, in years";
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
                .map(FormulaWords::words)
                .collect(Collectors.joining(", "));
        return StatisticWords.of(method.id()) + (options.isEmpty() ? "" : " (" + options + ")");
    }

    private static String words(Map.Entry<String, String> option) {
        return option.getKey() + " " + option.getValue();
    }
}
