package org.tabularium.shell;

import org.jspecify.annotations.Nullable;

/// The tests of a shell: of a variable, between all arms; of a row of counts, of each arm against the first.
///
/// @param continuous the test of a number; null for the usual one
/// @param categorical the test of counts; null for the usual one
public record Tests(@Nullable Continuous continuous, @Nullable Categorical categorical) {

    /// The usual tests: `tests: true` in YAML.
    public static final Tests USUAL = new Tests(null, null);

    /// How numbers are compared between arms. T, WELCH and WILCOXON compare two arms, no more.
    public enum Continuous {
        ANOVA, T, WELCH, WILCOXON, KRUSKAL_WALLIS
    }

    /// How counts are compared between arms.
    public enum Categorical {
        CHI_SQUARE, CHI_SQUARE_CORRECTED, FISHER
    }

    /// The test of a number between all arms: one-way analysis of variance unless the shell names another.
    public Continuous ofNumbers() {
        return continuous == null ? Continuous.ANOVA : continuous;
    }

    /// The test of a variable's levels between all arms: Pearson's unless the shell names another.
    public Categorical ofLevels() {
        return categorical == null ? Categorical.CHI_SQUARE : categorical;
    }

    /// The test of one row, of an arm against the first: Fisher's unless the shell names another, since rows of events have small
    /// counts.
    public Categorical ofRows() {
        return categorical == null ? Categorical.FISHER : categorical;
    }
}
