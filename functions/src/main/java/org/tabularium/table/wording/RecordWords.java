package org.tabularium.table.wording;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tabularium.result.display.RecordRemark.AbsentVisit;
import org.tabularium.result.display.RecordRemark.AbsentVisits;
import org.tabularium.result.display.RecordRemark.AfterCutOff;
import org.tabularium.result.display.RecordRemark.AllCount;
import org.tabularium.result.display.RecordRemark.AtVisit;
import org.tabularium.result.display.RecordRemark.BaselineAtVisits;
import org.tabularium.result.display.RecordRemark.BaselineByDate;
import org.tabularium.result.display.RecordRemark.DeathsAfterCutOff;
import org.tabularium.result.display.RecordRemark.FlaggedCount;
import org.tabularium.result.display.RecordRemark.GeometricLimits;
import org.tabularium.result.display.RecordRemark.GeometricStatistics;
import org.tabularium.result.display.RecordRemark.Imputed;
import org.tabularium.result.display.RecordRemark.Narrowed;
import org.tabularium.result.display.RecordRemark.NoLogarithm;
import org.tabularium.result.display.RecordRemark.NotOccurred;
import org.tabularium.result.display.RecordRemark.NothingReported;
import org.tabularium.result.display.RecordRemark.EndedAfterCutOff;
import org.tabularium.result.display.RecordRemark.OngoingAtCutOff;
import org.tabularium.result.display.RecordRemark.Rule;
import org.tabularium.result.display.RecordRemark.Summaries;
import org.tabularium.result.display.RecordRemark.TermsOfMedDra;
import org.tabularium.result.display.RecordRemark.TimesAsDelivered;
import org.tabularium.result.display.RecordRemark.UndatedAtCutOff;
import org.tabularium.result.display.RecordRemark;
import org.tabularium.shell.condition.Condition;
import org.tabularium.study.EndpointRule;
import org.tabularium.study.ValueText;

/// Which records of a parameter count, and at which visits.
final class RecordWords {

    private RecordWords() {}

    static String of(RecordRemark remark, PrintedNames names) {
        return switch (remark) {
            case Narrowed(Condition by, boolean subjects) ->
                "Restricted to " + (subjects ? "subjects" : "records") + " with " + FilterWords.of(by, names) + ".";
            case NotOccurred(int records) -> Plural.of(records,
                    "{n} record of what did not occur is not counted.",
                    "{n} records of what did not occur are not counted.");
            case NothingReported(int records) -> Plural.of(records,
                    "{n} record that says that there was nothing to report is not counted.",
                    "{n} records that say that there was nothing to report are not counted.");
            case AfterCutOff(int records) -> Plural.of(records,
                    "{n} record after the data cut-off is left out.",
                    "{n} records after the data cut-off are left out.");
            case OngoingAtCutOff(int events) -> Plural.of(events,
                    "{n} event that ended after the data cut-off is ongoing at it, without its outcome or a grade 5.",
                    "{n} events that ended after the data cut-off are ongoing at it, without their outcomes or grades 5.");
            case EndedAfterCutOff(int records) -> Plural.of(records,
                    "{n} record that began by the data cut-off and ended after it is used; all but its end is as delivered.",
                    "{n} records that began by the data cut-off and ended after it are used; all but their ends is as delivered.");
            case UndatedAtCutOff(int records) -> Plural.of(records,
                    "{n} record without a complete date is used, as if of before the data cut-off.",
                    "{n} records without a complete date are used, as if of before the data cut-off.");
            case DeathsAfterCutOff(int deaths) -> Plural.of(deaths,
                    "{n} death after the data cut-off does not count; other data of the subject are as delivered.",
                    "{n} deaths after the data cut-off do not count; other data of the subjects are as delivered.");
            case TimesAsDelivered() -> "Times to an event are as delivered, also those that end after the data cut-off.";
            case AllCount(long marked, long groups) ->
                "All records count at each visit: the analysis flag marks " + marked + " of "
                        + groups
                        + " values after baseline by subject, parameter and visit, so it does not choose one record per visit.";
            case FlaggedCount() -> "At each visit the records with the analysis flag count, and baseline records.";
            case Summaries(List<String> derivations) -> "Values derived from others (" + String.join(", ", derivations)
                    + ") are no visits and are left out.";
            case Imputed(String label, List<Map.Entry<String, Integer>> derivations) -> Plural.of(
                    derivations.stream().mapToInt(Map.Entry::getValue).sum(),
                    names.ofText(label) + ": {n} value is imputed (" + joined(derivations) + ").",
                    names.ofText(label) + ": {n} values are imputed (" + joined(derivations) + ").");
            case BaselineByDate(String before) ->
                "Baseline is the last value before " + before(before)
                        + " where no record is marked as baseline and no visit is named so.";
            case BaselineAtVisits(String label, List<Map.Entry<String, Integer>> visits) ->
                names.ofText(label) + ": subjects have their baseline at different visits ("
                        + visits.stream().map(e -> "\"" + names.ofText(e.getKey()) + "\" " + e.getValue())
                                .collect(Collectors.joining(", "))
                        + ").";
            case TermsOfMedDra(boolean history) ->
                (history ? "Medical history is" : "Adverse events are") + " coded by MedDRA; its version is not given.";
            case Rule(EndpointRule rule) -> EndpointWords.of(rule, names);
            case AtVisit() -> "Percentages are based on the subjects with a value at the visit.";
            case GeometricStatistics() -> "Geometric statistics are those of natural logarithms, transformed back.";
            case GeometricLimits(double confidence) ->
                "CI of a geometric mean is the " + ValueText.number(100 * confidence) + "% confidence interval by Student's t.";
            case NoLogarithm() -> "Values of 0 and below are left out of geometric statistics.";
            case AbsentVisit(String label, String visit) ->
                "The data have no value of " + names.within(label) + " at \"" + visit + "\".";
            case AbsentVisits(String label) ->
                "The data have no value of " + names.within(label) + " at the visits of this table.";
        };
    }

    private static String before(String variable) {
        return switch (variable) {
            case "INFDT" -> "the infusion";
            case "LDSDT", "LDSTDT", "LDDT" -> "lymphodepletion";
            default -> "the first dose";
        };
    }

    private static String joined(List<Map.Entry<String, Integer>> counts) {
        return counts.stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
    }
}
