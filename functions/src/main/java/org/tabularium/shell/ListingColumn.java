package org.tabularium.shell;

import java.util.List;

/// A column of a listing.
///
/// @param header the header's text, `\n` where a line break stands
/// @param source where its cells come from
public record ListingColumn(String header, Source source) {

    /// Where a cell comes from.
    public sealed interface Source {

        /// The values of variables of the listed dataset, else of ADSL, joined by ` / `; those the study lacks are passed over.
        record Values(List<String> variables) implements Source {}

        /// The subject's arm.
        record Treatment() implements Source {}

        /// The subject's worst grade of a term, as a Roman numeral where `roman`; no event is a missing value.
        record WorstGrade(String term, boolean roman) implements Source {}

        /// The subject's value of a parameter at baseline or at the last visit that has one.
        record ParameterValue(String parameter, At at) implements Source {}
    }

    /// Which visit's value.
    public enum At {
        BASELINE, LAST
    }
}
