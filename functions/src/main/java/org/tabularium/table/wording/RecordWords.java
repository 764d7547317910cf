package org.tabularium.table.wording;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tabularium.study.EndpointRule;
import org.tabularium.result.RecordRemark;
import org.tabularium.result.RecordRemark.AbsentVisit;
import org.tabularium.result.RecordRemark.AbsentVisits;
import org.tabularium.result.RecordRemark.AfterCutOff;
import org.tabularium.result.RecordRemark.AllCount;
import org.tabularium.result.RecordRemark.AtVisit;
import org.tabularium.result.RecordRemark.BaselineByDate;
import org.tabularium.result.RecordRemark.FlaggedCount;
import org.tabularium.result.RecordRemark.Imputed;
import org.tabularium.result.RecordRemark.Rule;
import org.tabularium.result.RecordRemark.Summaries;

/// Which records of a parameter count, and at which visits.
final class RecordWords {

    private RecordWords() {}

    static String of(RecordRemark remark) {
        return switch (remark) {
            case AfterCutOff(int records) -> Plural.of(records,
                    "{n} record after the data cut-off is left out; what had not ended by then is ongoing.",
                    "{n} records after the data cut-off are left out; what had not ended by then is ongoing.");
            case AllCount(long marked, long groups) ->
                "All records count at each visit: the analysis flag marks " + marked + " of "
                        + groups
                        + " values after baseline by subject, parameter and visit, so it does not choose one record per visit.";
            case FlaggedCount() -> "At each visit the records with the analysis flag count, and baseline records.";
            case Summaries(List<String> derivations) -> "Values derived from others (" + String.join(", ", derivations)
                    + ") are no visits and are left out.";
            case Imputed(String label, List<Map.Entry<String, Integer>> derivations) -> Plural.of(
                    derivations.stream().mapToInt(Map.Entry::getValue).sum(),
                    label + ": {n} value is imputed (" + joined(derivations) + ").",
                    label + ": {n} values are imputed (" + joined(derivations) + ").");
            case BaselineByDate() ->
                "Baseline is the last value before the first dose where no record is marked as baseline and no visit is named so.";
            case Rule(EndpointRule rule) -> EndpointWords.of(rule);
            case AtVisit() -> "Percentages are based on the subjects with a value at the visit.";
            case AbsentVisit(String label, String visit) -> "The data have no value of " + label + " at \"" + visit + "\".";
            case AbsentVisits(String label) -> "The data have no value of " + label + " at the visits of this table.";
        };
    }

    private static String joined(List<Map.Entry<String, Integer>> counts) {
        return counts.stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
    }
}
