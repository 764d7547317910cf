package org.tabularium.endpoint.toxicity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tabularium.study.unit.MeasurementUnit;
import org.tabularium.endpoint.toxicity.CtcaeGrading.Decreased;
import org.tabularium.endpoint.toxicity.CtcaeGrading.IncreasedFromBaseline;
import org.tabularium.endpoint.toxicity.CtcaeGrading.IncreasedOrRisen;

/// The terms of CTCAE version 5.0 that are graded from laboratory values where the study brings no grade (ATOXGR) of its own.
@SuppressWarnings("ImmutableEnumChecker") // the lists and sets are unmodifiable
public enum CtcaeTerm {

    /// Grade 1 below the lower limit of normal, 2 to 4 below 1.5, 1.0 and 0.5 × 10^9/L.
    NEUTROPHILS("Neutrophil count decreased", cells(1.5, 1.0, 0.5), "NEUT", "ANC", "NEUTABS"),
    /// Grade 1 below the lower limit of normal, 2 to 4 below 75, 50 and 25 × 10^9/L.
    PLATELETS("Platelet count decreased", cells(75, 50, 25), "PLAT", "PLT"),
    /// Grade 1 below the lower limit of normal, 2 to 4 below 3, 2 and 1 × 10^9/L.
    LEUKOCYTES("White blood cell decreased", cells(3, 2, 1), "WBC", "LEUK"),
    /// Grade 1 below the lower limit of normal, 2 to 4 below 0.8, 0.5 and 0.2 × 10^9/L.
    LYMPHOCYTES("Lymphocyte count decreased", cells(0.8, 0.5, 0.2), "LYM", "LYMPH", "ALC"),
    /// Grade 1 below the lower limit of normal, 2 and 3 below 100 and 80 g/L; grade 4 is clinical.
    HAEMOGLOBIN("Anemia", haemoglobin(), "HGB", "HB"),
    /// Grade 1 above the upper limit of normal, 2 to 4 above 3, 5 and 20 times it; of an abnormal baseline, grade 1 from 1.5
    /// times on.
    ALT("Alanine aminotransferase increased", enzyme(), "ALT", "SGPT"),
    /// As ALT.
    AST("Aspartate aminotransferase increased", enzyme(), "AST", "SGOT"),
    /// Grade 1 above the upper limit of normal, or above an abnormal baseline; 2 to 4 above 1.5, 3 and 10 times it.
    BILIRUBIN("Blood bilirubin increased", bilirubin(), "BILI", "TBILI", "BILITOT"),
    /// Grade 1 above the upper limit of normal, 2 to 4 above 1.5, 3 and 6 times it; 2 and 3 above 1.5 and 3 times baseline too.
    CREATININE("Creatinine increased", creatinine(), "CREAT", "CRE");


    /// How the term is graded in some units, which are in capitals and without blanks; no unit is any unit.
    private record InUnits(Set<String> units, CtcaeGrading grading) {}

    private final String term;
    private final List<InUnits> gradings;
    private final Set<String> parameters;

    CtcaeTerm(String term, List<InUnits> gradings, String... parameters) {
        this.term = term;
        this.gradings = gradings;
        this.parameters = Set.of(parameters);
    }

    private static List<InUnits> cells(double second, double third, double fourth) {
        return List.of(
                new InUnits(
                        Set.of("10^9/L", "10E9/L", "1E9/L", "GI/L", "G/L", "/NL", "10^3/UL", "10E3/UL", "1E3/UL", "K/UL", "THOU/UL", "TSD/UL",
                                "10^6/ML", "10^3/MM3", "K/MM3", "THOU/MM3"),
                        new Decreased(List.of(second, third, fourth))),
                new InUnits(
                        Set.of("/UL", "/MM3", "10^6/L", "10E6/L", "1E6/L", "MI/L"),
                        new Decreased(List.of(second * 1000, third * 1000, fourth * 1000))));
    }

    private static List<InUnits> haemoglobin() {
        return List.of(
                new InUnits(Set.of("G/L"), new Decreased(List.of(100.0, 80.0))),
                new InUnits(Set.of("G/DL", "GM/DL"), new Decreased(List.of(10.0, 8.0))),
                new InUnits(Set.of("MMOL/L"), new Decreased(List.of(6.2, 4.9))));
    }

    private static List<InUnits> enzyme() {
        return anyUnit(new IncreasedFromBaseline(List.of(3.0, 5.0, 20.0), 1.5, true));
    }

    private static List<InUnits> bilirubin() {
        return anyUnit(new IncreasedFromBaseline(List.of(1.5, 3.0, 10.0), 1.0, false));
    }

    private static List<InUnits> creatinine() {
        return anyUnit(new IncreasedOrRisen(List.of(1.5, 3.0, 6.0), List.of(1.5, 3.0)));
    }

    private static List<InUnits> anyUnit(CtcaeGrading grading) {
        return List.of(new InUnits(Set.of(), grading));
    }

    /// The term graded from a PARAMCD (CDISC's LBTESTCD or another usual name), in any letter case; empty for a test that is not
    /// graded here.
    public static Optional<CtcaeTerm> of(String parameter) {
        String code = parameter.strip().toUpperCase(Locale.ROOT);
        for (CtcaeTerm term : values()) {
            if (term.parameters.contains(code)) {
                return Optional.of(term);
            }
        }
        return Optional.empty();
    }

    /// The term in CTCAE's own spelling.
    public String term() {
        return term;
    }

    /// How values in some unit are graded, with CTCAE's own bounds in that unit: cells in 10^9/L, 10^3/µL (the same) or a µL;
    /// haemoglobin in g/L, g/dL or mmol/L. The
    /// other tests are graded by multiples of limits in the same unit, whichever it is.
    ///
    /// @param unit as in PARAM's brackets or AVALU, in any letter case
    /// @return empty for a unit that is not known: its values cannot be graded
    public Optional<CtcaeGrading> in(String unit) {
        String name = MeasurementUnit.plain(unit);
        return gradings.stream()
                .filter(g -> g.units.isEmpty() || g.units.contains(name))
                .map(InUnits::grading)
                .findFirst();
    }

    /// The grade of a value in the standard unit: 10^9/L for cells, g/L for haemoglobin, for the others any.
    ///
    /// @param value NaN where missing
    /// @param range limits of normal and baseline in the same unit
    /// @return 0 to 4; empty where it cannot be known
    public OptionalInt grade(double value, LaboratoryRange range) {
        return gradings.getFirst().grading().grade(value, range);
    }
}
