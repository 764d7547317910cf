package org.tabularium.shell;

import java.util.Locale;
import java.util.regex.Pattern;

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
    /// [#SAFETY] where the table's parameter is a time to an adverse event, else [#EFFICACY]; known once the data are read.
    BY_PARAMETER,
    /// Everybody in ADSL.
    ALL;

    private static final Pattern EVENTS = Pattern.compile("(?i)AD(AE|CE)[A-Z0-9]*");

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The population of a shell that names none: of adverse events and other clinical events it is the one that safety is told
    /// of, of anything else everybody.
    ///
    /// @param dataset whose records the shell counts
    static PopulationName usual(String dataset) {
        return EVENTS.matcher(dataset).matches() ? SAFETY : ALL;
    }

    /// The word in files.
    public String word() {
        return word;
    }

    /// Who the subjects of a population are, by the flag that a study has for it.
    public enum Members {
        SCREENED, ALL, ENROLLED, INTENT_TO_TREAT, FULL_ANALYSIS, EFFICACY, PER_PROTOCOL, SAFETY, TREATED, DLT_EVALUABLE
    }
}
