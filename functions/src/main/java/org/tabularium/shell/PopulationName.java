package org.tabularium.shell;

import java.util.Locale;

/// The analysis sets a shell can ask for; what each means on a given ADSL is told by `selection.Population`.
public enum PopulationName {
    /// ITTFL, else FASFL, else everybody but screen failures.
    BASELINE,
    /// FASFL, else EFFFL, else ITTFL, else everybody but screen failures.
    EFFICACY,
    /// ENRLFL, else everybody but screen failures.
    ENROLLED,
    /// SAFFL, else treated, else everybody but screen failures.
    SAFETY,
    /// ITTFL alone.
    ITT,
    /// FASFL alone.
    FAS,
    /// PPROTFL alone.
    PER_PROTOCOL,
    /// DLTEVLFL within [#SAFETY].
    DLT,
    /// Everybody in ADSL.
    ALL;

    /// The word in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
