package org.tabularium.analysis.frame;

import org.tabularium.result.MethodId;
import org.tabularium.shell.comparison.OddsRatios;
import org.tabularium.shell.comparison.RiskDifferences;
import org.tabularium.shell.comparison.Tests;
import org.tabularium.shell.rows.DeclaredModels;
import org.tabularium.shell.rows.IntervalMethod;

/// The method that a shell's choice stands for.
public final class MethodOf {

    private MethodOf() {}

    /// The method of an interval.
    ///
    /// @throws IllegalArgumentException for NONE
    public static MethodId interval(IntervalMethod interval) {
        return switch (interval) {
            case CLOPPER_PEARSON -> MethodId.CLOPPER_PEARSON;
            case WILSON -> MethodId.WILSON;
            case JEFFREYS -> MethodId.JEFFREYS;
            case AGRESTI_COULL -> MethodId.AGRESTI_COULL;
            case WALD -> MethodId.WALD;
            case WALD_CORRECTED -> MethodId.WALD_CORRECTED;
            case NONE -> throw new IllegalArgumentException("no interval is asked for");
        };
    }

    static MethodId difference(RiskDifferences.Method method) {
        return switch (method) {
            case MIETTINEN_NURMINEN -> MethodId.MIETTINEN_NURMINEN;
            case NEWCOMBE -> MethodId.NEWCOMBE;
            case WALD -> MethodId.WALD;
            case WALD_CORRECTED -> MethodId.WALD_CORRECTED;
            case CMH -> MethodId.CMH_DIFFERENCE;
            case CMH_SATO -> MethodId.CMH_DIFFERENCE_SATO;
        };
    }

    static MethodId oddsRatio(OddsRatios.Method method) {
        return switch (method) {
            case WALD -> MethodId.LOGISTIC_REGRESSION;
            case CONDITIONAL -> MethodId.CONDITIONAL_LOGISTIC_REGRESSION;
            case MANTEL_HAENSZEL -> MethodId.MANTEL_HAENSZEL;
        };
    }

    static MethodId test(Tests.Categorical test) {
        return switch (test) {
            case CHI_SQUARE -> MethodId.CHI_SQUARE;
            case CHI_SQUARE_CORRECTED -> MethodId.CHI_SQUARE_CORRECTED;
            case SCHOUTEN -> MethodId.CHI_SQUARE_SCHOUTEN;
            case LIKELIHOOD_RATIO -> MethodId.LIKELIHOOD_RATIO_CHI_SQUARE;
            case FISHER -> MethodId.FISHER_EXACT;
            case CMH -> MethodId.CMH_GENERAL_ASSOCIATION;
        };
    }

    static MethodId test(Tests.Continuous test) {
        return switch (test) {
            case ANOVA -> MethodId.ANOVA;
            case T -> MethodId.T_TEST;
            case WELCH -> MethodId.WELCH_TEST;
            case WILCOXON -> MethodId.WILCOXON_RANK_SUM;
            case KRUSKAL_WALLIS -> MethodId.KRUSKAL_WALLIS;
        };
    }

    public static MethodId test(DeclaredModels.FurtherTest test) {
        return switch (test) {
            case CHI_SQUARE -> MethodId.CHI_SQUARE;
            case CHI_SQUARE_CORRECTED -> MethodId.CHI_SQUARE_CORRECTED;
            case FISHER -> MethodId.FISHER_EXACT;
            case BRESLOW_DAY -> MethodId.BRESLOW_DAY;
            case TARONE -> MethodId.TARONE;
        };
    }
}
