package org.tabularium.endpoint.toxicity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// In which direction the laboratory tests of CTCAE version 5.0 are graded: low values, high values, or both, which are then two
/// terms (hyponatraemia and hypernatraemia) and never one grade.
public enum CtcaeDirection {

    LOW, HIGH, BOTH;

    private static final Set<String> LOW_ONLY = Set.of("NEUT", "ANC", "NEUTABS", "PLAT", "PLT", "ALB", "CD4", "CD4C", "FIBRINO",
            "HAPTOG",
            "PHOS", "CREATCLR", "GFR", "EGFR");
    private static final Set<String> HIGH_ONLY = Set.of("ALT", "SGPT", "AST", "SGOT", "ALP", "GGT", "BILI", "TBILI", "BILITOT",
            "BILDIR",
            "CREAT", "CRE", "CK", "CPK", "LIPASE", "LIPASET", "AMYLASE", "CHOL", "TRIG", "INR", "APTT", "URATE", "LDH", "EOS",
            "TROPONI",
            "TROPONT");
    private static final Set<String> TWO = Set.of("HGB", "HB", "WBC", "LEUK", "LYM", "LYMPH", "ALC", "GLUC", "SODIUM", "NA", "K",
            "POTAS",
            "CA", "CALCIUM", "CACR", "CAION", "MG", "MAGNES", "BICARB", "PH");

    /// The direction of a test by its PARAMCD, in any letter case; empty for a test that is not known.
    public static Optional<CtcaeDirection> of(String parameter) {
        String code = parameter.strip().toUpperCase(Locale.ROOT);
        if (TWO.contains(code)) {
            return Optional.of(BOTH);
        }
        if (LOW_ONLY.contains(code)) {
            return Optional.of(LOW);
        }
        return HIGH_ONLY.contains(code) ? Optional.of(HIGH) : Optional.empty();
    }
}
