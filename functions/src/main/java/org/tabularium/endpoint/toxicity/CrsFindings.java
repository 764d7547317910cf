package org.tabularium.endpoint.toxicity;

import java.util.OptionalInt;
import org.tabularium.statistic.Decimals;

/// What cytokine release syndrome is graded by: the ASTCT consensus. Organ toxicity such as raised liver enzymes does not count,
/// as it did in Lee 2014 and CTCAE 4.
///
/// Source: Lee et al., Biol Blood Marrow Transplant 2019;25:625–638.
///
/// @param temperature highest, in °C; NaN where not measured
/// @param treated whether fever may be hidden, by tocilizumab or steroids: it is then no longer asked for
/// @param hypotension whether there is any, vasopressors or not
/// @param vasopressors how many are needed, vasopressin not counted
/// @param vasopressin whether it is given
/// @param oxygen the most that is needed
/// @param fatal whether the subject died of the syndrome
public record CrsFindings(
        double temperature,
        boolean treated,
        boolean hypotension,
        int vasopressors,
        boolean vasopressin,
        Oxygen oxygen,
        boolean fatal) {

    /// From this temperature on, in °C, it is fever.
    public static final double FEVER = 38.0;

    /// How oxygen is given.
    public enum Oxygen {
        NONE,
        /// Cannula up to 6 L/min, or blow-by.
        LOW_FLOW,
        /// High-flow cannula, face mask, non-rebreather or Venturi mask.
        HIGH_FLOW,
        /// CPAP, BiPAP or mechanical ventilation.
        POSITIVE_PRESSURE
    }

    /// The grade, the worse of hypotension and hypoxia.
    ///
    /// @return 0 for no syndrome to 5; empty where the temperature is needed and not known
    public OptionalInt grade() {
        if (fatal) {
            return OptionalInt.of(Grade.FATAL);
        }
        if (Double.isNaN(temperature) && !treated) {
            return OptionalInt.empty();
        }
        boolean fever = !Double.isNaN(temperature) && Decimals.compare(temperature, FEVER) >= 0;
        if (!fever && !treated) {
            return OptionalInt.of(0);
        }
        return OptionalInt.of(Math.max(fever ? 1 : 0, Math.max(ofHypotension(), ofHypoxia())));
    }

    private int ofHypotension() {
        if (vasopressors > 1) {
            return 4;
        }
        if (vasopressors == 1 || vasopressin) {
            return 3;
        }
        return hypotension ? 2 : 0;
    }

    private int ofHypoxia() {
        return switch (oxygen) {
            case NONE -> 0;
            case LOW_FLOW -> 2;
            case HIGH_FLOW -> 3;
            case POSITIVE_PRESSURE -> 4;
        };
    }
}
