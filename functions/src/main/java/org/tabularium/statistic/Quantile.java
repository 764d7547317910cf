package org.tabularium.statistic;

import org.tabularium.statistic.sample.Sample;

/// The nine definitions of a sample quantile in R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The American
/// Statistician 50 (1996) 361-365.
///
/// With x(1) ≤ … ≤ x(n), all are Q(p) = (1 − γ) x(j) + γ x(j+1), where j = ⌊np + m⌋ and g = np + m − j; x(0) is read as x(1) and
/// x(n+1) as x(n). The type
/// gives m, and γ as a function of g. {@link #TYPE_2} is the default of SAS (PCTLDEF=5) and of Tabularium, {@link #TYPE_7} that
/// of R.
///
/// np + m is taken as an integer where it lies within 4 · 2⁻⁵² of one, relative to its size, because 0.07 · 100 in binary is
/// 7.000000000000001 and types 1 to 3
/// jump there. R allows for the same rounding but with an absolute 4 · 2⁻⁵², which is too small from np = 8 on; so at such points
/// R may give the
/// neighbouring value where we give the one of the definition. For p = 0.25, 0.5 and 0.75 the product is exact and there is no
/// difference.
public enum Quantile {
    /// Inverse of the empirical distribution function; m = 0, γ = 0 if g = 0, else 1. SAS PCTLDEF=3.
    TYPE_1(1, 0, 0),
    /// As type 1 with averaging at the jumps; m = 0, γ = ½ if g = 0, else 1. SAS PCTLDEF=5, SAS's default.
    TYPE_2(2, 0, 0),
    /// Nearest even order statistic; m = −½, γ = 0 if g = 0 and j is even, else 1. SAS PCTLDEF=2.
    TYPE_3(3, -0.5, 0),
    /// Linear interpolation of the empirical distribution function; m = 0, γ = g. SAS PCTLDEF=1.
    TYPE_4(4, 0, 0),
    /// Hazen; m = ½, γ = g.
    TYPE_5(5, 0.5, 0),
    /// Weibull; m = p, γ = g. SAS PCTLDEF=4, and the default of SPSS and Minitab.
    TYPE_6(6, 0, 1),
    /// m = 1 − p, γ = g. The default of R, of NumPy and of Excel's PERCENTILE.INC.
    TYPE_7(7, 1, -1),
    /// Nearly median-unbiased whatever the distribution; m = (p + 1) / 3, γ = g. What Hyndman and Fan recommend.
    TYPE_8(8, 1.0 / 3, 1.0 / 3),
    /// Nearly unbiased for normal data; m = p / 4 + 3 / 8, γ = g.
    TYPE_9(9, 0.375, 0.25);

    private static final double FUZZ = 4 * Math.ulp(1.0);

    private final int type;
    private final double constant;
    private final double slope;

    /// m = constant + slope · p.
    Quantile(int type, double constant, double slope) {
        this.type = type;
        this.constant = constant;
        this.slope = slope;
    }

    /// The definition by its number.
    ///
    /// @param type 1 to 9
    /// @throws IllegalArgumentException for any other number
    public static Quantile ofType(int type) {
        if (type < 1 || type > 9) {
            throw new IllegalArgumentException("a Hyndman-Fan quantile type is 1 to 9, not " + type);
        }
        return values()[type - 1];
    }

    /// The number of the definition, 1 to 9.
    public int type() {
        return type;
    }

    /// The quantile of a sample.
    ///
    /// @param values at least one
    /// @param p 0 to 1
    double at(Sample values, double p) {
        int n = values.size();
        double position = n * p + constant + slope * p;
        double nearest = Math.rint(position);
        boolean whole = Math.abs(position - nearest) <= FUZZ * Math.max(1, Math.abs(position));
        int j = (int) (whole ? nearest : Math.floor(position));
        double weight = weight(whole ? 0 : position - j, j);
        double below = values.at(Math.clamp(j - 1, 0, n - 1));
        double above = values.at(Math.clamp(j, 0, n - 1));
        if (weight == 0 || below == above) {
            return below;
        }
        // Rounding must not carry an interpolated value past the order statistics around it.
        return weight == 1 ? above : Math.clamp((1 - weight) * below + weight * above, below, above);
    }

    private double weight(double g, int j) {
        return switch (this) {
            case TYPE_1 -> g == 0 ? 0 : 1;
            case TYPE_2 -> g == 0 ? 0.5 : 1;
            case TYPE_3 -> g == 0 && j % 2 == 0 ? 0 : 1;
            default -> g;
        };
    }
}
