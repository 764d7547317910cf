package org.tabularium.analysis.frame;

import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Statistic;
import org.tabularium.study.settings.StudySettings;

/// How a statistic is computed where it has one method only. Limits, p-values and estimates of models have several and name
/// theirs.
final class UsualMethod {

    private UsualMethod() {}

    /// @throws IllegalArgumentException for a statistic that must name its method, which is a fault of the caller
    static Method of(Statistic statistic, StudySettings settings) {
        return switch (statistic) {
            case COLUMN_TOTAL, N, MISSING, COUNT -> Method.of(MethodId.COUNT);
            case PERCENT -> Method.of(MethodId.PERCENTAGE);
            case EVENTS -> Method.of(MethodId.EVENT_COUNT);
            case MEAN -> Method.of(MethodId.MEAN);
            case SD -> Method.of(MethodId.STANDARD_DEVIATION);
            case MEDIAN -> quantile("0.5", settings);
            case Q1 -> quantile("0.25", settings);
            case Q3 -> quantile("0.75", settings);
            case MIN -> Method.of(MethodId.MINIMUM);
            case MAX -> Method.of(MethodId.MAXIMUM);
            case MEDIAN_TIME -> Method.of(MethodId.KAPLAN_MEIER, "p", "0.5");
            case Q1_TIME -> Method.of(MethodId.KAPLAN_MEIER, "p", "0.25");
            case Q3_TIME -> Method.of(MethodId.KAPLAN_MEIER, "p", "0.75");
            case AT_RISK, CENSORED, SURVIVAL -> Method.of(MethodId.KAPLAN_MEIER);
            case RATE, PATIENT_YEARS -> Method.of(MethodId.INCIDENCE_RATE);
            case RATE_RATIO -> Method.of(MethodId.RATE_RATIO);
            case RATE_DIFFERENCE -> Method.of(MethodId.RATE_DIFFERENCE);
            case DECISION -> Method.of(MethodId.THREE_PLUS_THREE);
            case VALUE, GRADE -> Method.of(MethodId.LISTED_VALUE);
            case SE, CI_LOWER, CI_UPPER, P_VALUE, ESTIMATE, LSMEAN, DIFFERENCE, HAZARD_RATIO ->
                throw new IllegalArgumentException(statistic.word() + " has several methods: name the one that made it");
        };
    }

    private static Method quantile(String p, StudySettings settings) {
        return Method.of(MethodId.QUANTILE, "p", p).with("type", String.valueOf(settings.quantile()));
    }
}
