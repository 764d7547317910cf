package org.tabularium.result;

import org.tabularium.study.EndpointRule;

import java.util.List;
import java.util.Map;

/// Which records of a parameter count, and at which visits.
public sealed interface RecordRemark extends Remark {

    /// Records after the cut-off.
    record AfterCutOff(int records) implements RecordRemark {}

    /// A flag of analysis that does not choose one record of a visit.
    ///
    /// @param marked how many it marks
    /// @param groups of how many
    record AllCount(long marked, long groups) implements RecordRemark {}

    /// A flag of analysis that chooses.
    record FlaggedCount() implements RecordRemark {}

    /// Values made of others, by how they were made.
    record Summaries(List<String> derivations) implements RecordRemark {}

    /// Imputed values, by how they were imputed.
    record Imputed(String label, List<Map.Entry<String, Integer>> derivations) implements RecordRemark {}

    /// Baseline by date.
    record BaselineByDate() implements RecordRemark {}

    /// The rule of a derived endpoint.
    record Rule(EndpointRule rule) implements RecordRemark {}

    /// Percentages of those with a value at the visit.
    record AtVisit() implements RecordRemark {}

    /// A visit that nobody has.
    record AbsentVisit(String label, String visit) implements RecordRemark {}

    /// A parameter without a value at any visit of the table.
    record AbsentVisits(String label) implements RecordRemark {}
}
