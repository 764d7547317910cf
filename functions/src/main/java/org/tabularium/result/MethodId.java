package org.tabularium.result;

import java.util.Locale;
import java.util.Set;

/// The methods there are. Their words are in `table.wording`; docs/statistics.md tells each one's source.
public enum MethodId {
    COUNT, PERCENTAGE, EVENT_COUNT, MEAN, STANDARD_DEVIATION, STANDARD_ERROR, VARIANCE, QUANTILE, RANGE, GEOMETRIC, GEOMETRIC_RATIO, MINIMUM, MAXIMUM, LISTED_VALUE,
    /// Intervals of a proportion.
    CLOPPER_PEARSON, WILSON, JEFFREYS, AGRESTI_COULL,
    /// Of a proportion, or of a difference.
    WALD, WALD_CORRECTED,
    /// Differences of proportions.
    MIETTINEN_NURMINEN, NEWCOMBE, CMH_DIFFERENCE, CMH_DIFFERENCE_SATO,
    /// Odds ratios.
    LOGISTIC_REGRESSION, CONDITIONAL_LOGISTIC_REGRESSION, MANTEL_HAENSZEL,
    /// Tests of counts.
    FISHER_EXACT, CHI_SQUARE, CHI_SQUARE_CORRECTED, CHI_SQUARE_SCHOUTEN, LIKELIHOOD_RATIO_CHI_SQUARE, CMH_ROW_MEAN_SCORES, CMH_GENERAL_ASSOCIATION, CMH_CORRELATION, BRESLOW_DAY, TARONE,
    /// Tests of numbers.
    ANOVA, KRUSKAL_WALLIS, T_TEST, WELCH_TEST, WILCOXON_RANK_SUM,
    /// Models.
    ANCOVA, MMRM, DOSE_RESPONSE, KAPLAN_MEIER, COX_REGRESSION, LOG_RANK, Z_TEST, INCIDENCE_RATE, RATE_RATIO, RATE_DIFFERENCE,
    /// Rules.
    THREE_PLUS_THREE, BOIN, MTPI_2;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    private static final Set<MethodId> OF_NUMBERS = Set.of(ANOVA, KRUSKAL_WALLIS, T_TEST, WELCH_TEST, WILCOXON_RANK_SUM);

    /// Whether it tests numbers and not counts.
    public boolean isOfNumbers() {
        return OF_NUMBERS.contains(this);
    }

    /// The id in files.
    public String id() {
        return id;
    }
}
