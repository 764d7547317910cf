package org.tabularium.study;

import java.util.List;

/// A component that a study lacks to derive an endpoint, as data.
public sealed interface MissingComponent {

    /// A parameter, by our name.
    record OfCode(String code) implements MissingComponent {}

    /// Parts of an instrument.
    ///
    /// @param absent some of their parameters
    /// @param more how many others are absent
    record OfInstrument(Instrument instrument, List<String> absent, int more) implements MissingComponent {}

    /// What of an instrument is needed.
    enum Instrument {
        BILAG_SYSTEMS, SLEDAI_ITEMS,
        /// The total or the items that make it.
        SLEDAI_TOTAL,
        /// The clinical score or the items that make it.
        CLINICAL_SLEDAI
    }
}
