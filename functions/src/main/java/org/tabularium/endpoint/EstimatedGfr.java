package org.tabularium.endpoint;

/// The glomerular filtration rate estimated from serum creatinine, in mL/min/1.73 m².
///
/// | who | equation | source |
/// | --- | --- | --- |
/// | under 18 years | bedside Schwartz: 0.413 × height in cm / creatinine | Schwartz et al., J Am Soc Nephrol 2009;20:629–637 |
/// | others | CKD-EPI 2021, without race: 142 × min(creatinine/κ, 1)^α × max(creatinine/κ, 1)^−1.2 × 0.9938^age, women ×
/// 1.012; κ 0.7 and α −0.241 for women, 0.9 and −0.302 for men | Inker et al., N Engl J Med 2021;385:1737–1749 |
///
/// Creatinine is in mg/dL. What is missing or not above 0 makes the rate missing.
public final class EstimatedGfr {

    /// The age in years from which on somebody is an adult.
    public static final double ADULT = 18;

    private EstimatedGfr() {}

    /// The rate of somebody of a known age.
    ///
    /// @param age in years; NaN where missing
    /// @param height in cm, used for children; NaN where missing
    /// @param sex `F` or `M`, used for adults; anything else is not known
    /// @param creatinine in mg/dL; NaN where missing
    /// @return NaN where it cannot be known
    public static double of(double age, double height, String sex, double creatinine) {
        return age < ADULT ? bedsideSchwartz(height, creatinine) : ckdEpi2021(age, sex, creatinine);
    }

    /// The rate of a child.
    static double bedsideSchwartz(double height, double creatinine) {
        return height > 0 && creatinine > 0 ? 0.413 * height / creatinine : Double.NaN;
    }

    /// The rate of an adult.
    static double ckdEpi2021(double age, String sex, double creatinine) {
        boolean female = sex.equals("F");
        if (!(age > 0 && creatinine > 0) || !(female || sex.equals("M"))) {
            return Double.NaN;
        }
        double relative = creatinine / (female ? 0.7 : 0.9);
        return 142
                * StrictMath.pow(Math.min(relative, 1), female ? -0.241 : -0.302)
                * StrictMath.pow(Math.max(relative, 1), -1.2)
                * StrictMath.pow(0.9938, age)
                * (female ? 1.012 : 1);
    }
}
