package org.tabularium.endpoint.lupus;

import java.util.List;
import java.util.Locale;

/// The nine systems of the BILAG-2004 index, in the order of their parameters.
public enum BilagSystem {

    CONSTITUTIONAL, MUCOCUTANEOUS, NEUROPSYCHIATRIC, MUSCULOSKELETAL, CARDIORESPIRATORY, GASTROINTESTINAL, OPHTHALMIC, RENAL, HAEMATOLOGICAL;

    /// Our PARAMCD, `BILAG1` to `BILAG9`, with the grade in AVALC.
    @SuppressWarnings("EnumOrdinal") // the parameters are numbered in the order of the systems
    public String parameter() {
        return "BILAG" + (ordinal() + 1);
    }

    /// The names of systems within a sentence.
    static List<String> words(List<BilagSystem> systems) {
        return systems.stream().map(system -> system.name().toLowerCase(Locale.ROOT)).toList();
    }
}
