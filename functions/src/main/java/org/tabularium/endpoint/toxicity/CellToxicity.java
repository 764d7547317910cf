package org.tabularium.endpoint.toxicity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The toxicities of a cell therapy, and whether a term of an event names one: as MedDRA does, by the abbreviation, or by both
/// ("Cytokine release syndrome (CRS)"), with its grade behind it or without, in any letter case.
public enum CellToxicity {
    CRS("Cytokine release syndrome", "CYTOKINE RELEASE SYNDROMES?|细胞因子释放综合征"), ICANS(
            "Immune effector cell-associated neurotoxicity syndrome",
            "IMMUNE EFFECTOR CELLS? ASSOCIATED NEUROTOXICITY(?: SYNDROME)?|免疫效应细胞相关神经毒性综合征");

    private static final Pattern SIGNS = Pattern.compile("(?U)[^\\p{L}\\p{N}]+");

    private final String term;
    private final Pattern names;

    CellToxicity(String term, String names) {
        this.term = term;
        this.names = Pattern.compile("(?:(?:" + names + ")(?: " + name() + ")?|" + name() + "(?: " + names + ")?)"
                + "(?: (?:ASTCT )?(?:GRADE|GR|G) ?(?:[1-5]|I{1,3}|IV|V))?");
    }

    /// The preferred term of MedDRA.
    public String term() {
        return term;
    }

    /// The one that a term of the data names; empty for any other term.
    public static Optional<CellToxicity> of(String written) {
        String plain = SIGNS.matcher(written).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(toxicity -> toxicity.names.matcher(plain).matches()).findFirst();
    }
}
