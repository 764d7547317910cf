package org.tabularium.result.display;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tabularium.shell.condition.Condition;
import org.tabularium.study.EndpointRule;

/// Which records of a parameter count, and at which visits.
public sealed interface RecordRemark extends Remark {

    @Override
    default Optional<Remark> forNumbers() {
        return switch (this) {
            case Narrowed _,Imputed _,BaselineAtVisits _,AbsentVisit _,GeometricLimits _,OngoingAtCutOff _,EndedAfterCutOff _ ->
                Optional.of(this);
            case NotOccurred _,NothingReported _,AfterCutOff _,UndatedAtCutOff _,DeathsAfterCutOff _,TimesAsDelivered _,AllCount _,FlaggedCount _,Summaries _,BaselineByDate _,TermsOfMedDra _,Rule _,AtVisit _,GeometricStatistics _,NoLogarithm _,AbsentVisits _ ->
                Optional.empty();
        };
    }

    /// Only some records count, or where subjects themselves are counted, only some subjects.
    ///
    /// @param by what study.yaml asks of them beside what the display is of
    /// @param subjects whether the records are the subjects
    record Narrowed(Condition by, boolean subjects) implements RecordRemark {}

    /// Records of what did not occur.
    record NotOccurred(int records) implements RecordRemark {}

    /// Records that say that there was nothing to report.
    record NothingReported(int records) implements RecordRemark {}

    /// Records after the cut-off.
    record AfterCutOff(int records) implements RecordRemark {}

    /// Events that began by the data cut-off and ended after it.
    record OngoingAtCutOff(int events) implements RecordRemark {}

    /// Records other than events, such as doses, that began by the cut-off and ended after it.
    record EndedAfterCutOff(int records) implements RecordRemark {}

    /// Records without a complete date, which are used although those after the data cut-off are not.
    record UndatedAtCutOff(int records) implements RecordRemark {}

    /// Deaths after the data cut-off.
    record DeathsAfterCutOff(int deaths) implements RecordRemark {}

    /// Times to an event are not changed by the data cut-off.
    record TimesAsDelivered() implements RecordRemark {}

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
    record Imputed(String label, List<Map.Entry<String, Integer>> derivations) implements RecordRemark, OfRows {}

    /// Baseline by date.
    ///
    /// @param before the variable of ADSL with the day that it lies before
    record BaselineByDate(String before) implements RecordRemark {}

    /// Subjects have their baseline at different visits.
    ///
    /// @param visits how many have it where
    record BaselineAtVisits(String label, List<Map.Entry<String, Integer>> visits) implements RecordRemark, OfRows {}

    /// Terms that are known to be of MedDRA, whose version is not known.
    ///
    /// @param history whether they are of medical history, not of adverse events
    record TermsOfMedDra(boolean history) implements RecordRemark {}

    /// The rule of a derived endpoint.
    record Rule(EndpointRule rule) implements RecordRemark {}

    /// Percentages of those with a value at the visit.
    record AtVisit() implements RecordRemark {}

    /// How geometric statistics are made.
    record GeometricStatistics() implements RecordRemark {}

    /// What the limits of geometric means are.
    ///
    /// @param confidence 0.95
    record GeometricLimits(double confidence) implements RecordRemark {}

    /// Values without a logarithm.
    record NoLogarithm() implements RecordRemark {}

    /// A visit that nobody has.
    record AbsentVisit(String label, String visit) implements RecordRemark, OfRows {}

    /// A parameter without a value at any visit of the table.
    record AbsentVisits(String label) implements RecordRemark, OfRows {}
}
