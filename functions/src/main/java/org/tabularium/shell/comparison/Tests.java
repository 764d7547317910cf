package org.tabularium.shell.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tests of a shell: of a variable, between all arms; of a row of counts, of each arm against the first.
///
/// @param continuous the test of a number; null for the usual one
/// @param categorical the test of counts; null for the usual one
/// @param alternative what the test of a row is against
/// @param strata variables of ADSL within whose levels counts are compared; empty for none
public record Tests(@Nullable Continuous continuous, @Nullable Categorical categorical, Alternative alternative,
        List<String> strata) {

    /// The usual tests: `tests: true` in YAML.
    public static final Tests USUAL = new Tests(null, null);

    public Tests {
        strata = List.copyOf(strata);
    }

    /// Two-sided tests without strata.
    public Tests(@Nullable Continuous continuous, @Nullable Categorical categorical) {
        this(continuous, categorical, Alternative.TWO_SIDED, List.of());
    }

    /// What the test of a row is against: that an arm's share differs from the control's, or that it is greater or less.
    public enum Alternative {
        TWO_SIDED, GREATER, LESS
    }

    /// How numbers are compared between arms. T, WELCH and WILCOXON compare two arms, no more.
    public enum Continuous {
        ANOVA, T, WELCH, WILCOXON, KRUSKAL_WALLIS
    }

    /// How counts are compared between arms.
    public enum Categorical {
        CHI_SQUARE, CHI_SQUARE_CORRECTED, SCHOUTEN, LIKELIHOOD_RATIO, FISHER,
        /// Within strata.
        CMH
    }

    /// The test of a number between all arms: one-way analysis of variance unless the shell names another.
    public Continuous ofNumbers() {
        return continuous == null ? Continuous.ANOVA : continuous;
    }

    /// The test of a variable's levels between all arms: Pearson's unless the shell names another.
    public Categorical ofLevels() {
        return chosen(Categorical.CHI_SQUARE);
    }

    /// The test of one row, of an arm against the first: Fisher's unless the shell names another, since rows of events have small
    /// counts.
    public Categorical ofRows() {
        return chosen(Categorical.FISHER);
    }

    /// The test of counts; where only strata are named, that within strata.
    private Categorical chosen(Categorical usual) {
        if (categorical != null) {
            return categorical;
        }
        return strata.isEmpty() ? usual : Categorical.CMH;
    }
}
