package org.tabularium.publication.catalogue;

import org.tabularium.publication.StudyState;

/// Where the catalogue's objects lie in the reports bucket: one entry a study, and the markers that lists are made of. No
/// object is
/// written for more than one study.
final class CatalogKeys {

    static final String ENTRIES = "catalog/entries/";
    static final String ENTRY_END = ".json";
    static final String DAYS = "catalog/by-day/";
    private static final String STATES = "catalog/by-state/";

    private CatalogKeys() {}

    /// What is said of a study.
    static String entry(String study) {
        return ENTRIES + study + ENTRY_END;
    }

    /// What the markers of a day's studies begin with.
    ///
    /// @param day as `20261129`
    static String day(String day) {
        return DAYS + day + "/";
    }

    /// What the markers of the studies in a state begin with.
    static String state(StudyState state) {
        return STATES + state.word() + "/";
    }
}
