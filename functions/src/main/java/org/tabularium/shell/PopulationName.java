package org.tabularium.shell;

/// The analysis sets a shell can ask for; what each means on a given ADSL is `numbers.md`'s first table.
public enum PopulationName {
    /// ITTFL, else FASFL, else everybody but screen failures.
    BASELINE,
    /// EFFFL, else as BASELINE.
    EFFICACY,
    /// ENRLFL, else everybody but screen failures.
    ENROLLED,
    /// SAFFL, else treated, else everybody but screen failures.
    SAFETY,
    /// Everybody in ADSL.
    ALL
}
