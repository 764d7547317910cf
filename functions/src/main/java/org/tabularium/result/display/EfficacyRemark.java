package org.tabularium.result.display;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.RowName;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.shell.rows.Analysed;
import org.tabularium.shell.rows.DeclaredModels.FreedomMethod;
import org.tabularium.shell.rows.DeclaredModels.LimitScale;
import org.tabularium.shell.rows.DeclaredModels.VisitCovariance;
import org.tabularium.shell.rows.IntervalMethod;
import org.tabularium.study.MissingComponent;

/// Responses, changes, times to an event and models.
public sealed interface EfficacyRemark extends Remark {

    @Override
    default Optional<Remark> forNumbers() {
        return switch (this) {
            case Intervals _,BestResponses _,KaplanMeier _,CensoredRange _,HazardRatios _,LandmarkDifferences _,LeastSquares _,MixedModel _,OfReached _,OfAllSubjects _,UnfavourablePercentages _,RespondersAt _,NotOfEndpoint _,UnitUnclear _,MantelHaenszel _,NoTime _,NoFlaggedTime _,UnclearCensoring _,WithoutStart _,NotReached _,LeftOutOfModel _,ValuesLeftOut _ ->
                Optional.of(this);
            case TimePercentages _,UnknownResponses _,DurationOf _,OtherResponders _,NoHazardRatio _,NoStratum _,RootMeanSquareError _,DoseResponse _,NoVisits _,TimelessVisit _,UnscheduledTell _,WithoutVisit _,NoResponses _,UnclearValues _,CodesOfWords _,NotShown _,NoBaseline _,NoResponse _ ->
                Optional.empty();
        };
    }

    /// What percentages of a time to an event are of.
    record TimePercentages() implements EfficacyRemark {}

    /// What shares of best responses are of, and their intervals.
    record BestResponses(IntervalMethod interval) implements EfficacyRemark {}

    /// Values of a best response that no row stands for.
    record UnknownResponses(List<String> values) implements EfficacyRemark {}

    /// Whose duration of response it is, where there are several best responses.
    ///
    /// @param label of the duration
    /// @param response label of the best response whose responders have one
    record DurationOf(String label, String response) implements EfficacyRemark {}

    /// Where a duration of response is of other subjects than the responders.
    ///
    /// @param label of the duration
    /// @param without responders without a duration
    /// @param others subjects with a duration who are no responders
    record OtherResponders(String label, int without, int others) implements EfficacyRemark {}

    /// Subjects without a time or its censoring.
    record NoTime(int subjects) implements EfficacyRemark {}

    /// Subjects whose time the flag of analysis leaves out.
    record NoFlaggedTime(int subjects) implements EfficacyRemark {}

    /// A time whose unit the data say in several ways, so that none is printed.
    record UnitUnclear(List<String> units) implements EfficacyRemark {}

    /// Subjects whose censoring indicator is none.
    record UnclearCensoring(int subjects) implements EfficacyRemark {}

    /// How quantiles of a time and their limits are made.
    ///
    /// @param scale of the limits
    /// @param probabilities whether event-free probabilities are shown, too
    record KaplanMeier(LimitScale scale, boolean probabilities) implements EfficacyRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Efficacy.MEDIAN_TIME);
        }
    }

    /// What the marks of a range of times mean.
    record CensoredRange() implements EfficacyRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Efficacy.RANGE);
        }
    }

    /// How arms are compared at landmarks.
    record LandmarkDifferences(String control) implements EfficacyRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Efficacy.EVENT_FREE_DIFFERENCE);
        }
    }

    /// A hazard ratio that cannot be estimated.
    record NoHazardRatio(String arm, String control, String reason) implements EfficacyRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Efficacy.HAZARD_RATIO);
        }
    }

    /// How hazard ratios and p-values are made.
    ///
    /// @param efron Efron's approximation to ties, else Breslow's
    /// @param strata variables
    /// @param tested whether p-values stand beside them
    record HazardRatios(boolean efron, List<String> strata, String control, boolean tested) implements EfficacyRemark {

        /// The same where no p-value is shown.
        public HazardRatios untested() {
            return new HazardRatios(efron, strata, control, false);
        }

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Efficacy.HAZARD_RATIO);
        }
    }

    /// When the responses are of which a figure has no row.
    record RespondersAt(String visit) implements EfficacyRemark {}

    /// Subjects without a stratum.
    record NoStratum(int subjects, List<String> strata) implements EfficacyRemark {}

    /// Tests of levels in strata.
    record MantelHaenszel(List<String> strata, List<Double> scores) implements EfficacyRemark {}

    /// Subjects without what a model needs.
    record LeftOutOfModel(int subjects, Analysed of) implements EfficacyRemark {}

    /// What the root mean square error is of.
    record RootMeanSquareError() implements EfficacyRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Efficacy.ROOT_MEAN_SQUARE_ERROR);
        }
    }

    /// The slope of a dose in place of the arms.
    record DoseResponse(String variable) implements EfficacyRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Efficacy.DOSE_RESPONSE);
        }
    }

    /// Least squares means.
    ///
    /// @param equalMargins whether levels weigh the same, not by their share of the subjects
    record LeastSquares(Analysed analysed, List<Covariate> covariates, boolean equalMargins) implements EfficacyRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Efficacy.LS_MEAN);
        }
    }

    /// A mixed model for repeated measures.
    ///
    /// @param byVisit those of the covariates that act at each visit in its own way
    /// @param covariance of a subject's visits
    /// @param freedom how errors and degrees of freedom are made
    /// @param equalMargins whether levels weigh the same, not by their share of the values
    /// @param unfitted the covariances that were to be taken before this one and could not be
    record MixedModel(List<Covariate> covariates, List<String> byVisit, VisitCovariance covariance, FreedomMethod freedom,
            boolean equalMargins, List<RowsObstacle.Unfitted> unfitted) implements EfficacyRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Efficacy.LS_MEAN);
        }
    }

    /// Values without what a model of several visits needs.
    record ValuesLeftOut(int values) implements EfficacyRemark {}

    /// Subjects whom endpoints are not of.
    ///
    /// @param labels of the endpoints
    /// @param levels that these subjects have
    record NotOfEndpoint(List<String> labels, List<String> levels, int subjects) implements EfficacyRemark, OfRows {

        public NotOfEndpoint(String label, List<String> levels, int subjects) {
            this(List.of(label), levels, subjects);
        }

        @Override
        public String label() {
            return labels.getFirst();
        }

        private boolean isOfTheSame(Remark remark) {
            return remark instanceof NotOfEndpoint(List<String> _, List<String> of, int many) && of.equals(levels)
                    && many == subjects;
        }

        /// Remarks of a table, in which the endpoints that are not of the same subjects are in one.
        public static List<Remark> together(Collection<Remark> remarks) {
            List<Remark> together = new ArrayList<>();
            for (Remark remark : remarks) {
                if (!(remark instanceof NotOfEndpoint one)) {
                    together.add(remark);
                } else if (together.stream().noneMatch(one::isOfTheSame)) {
                    together.add(new NotOfEndpoint(remarks.stream().filter(one::isOfTheSame)
                            .flatMap(same -> ((NotOfEndpoint) same).labels.stream()).distinct().toList(), one.levels,
                            one.subjects));
                }
            }
            return together;
        }
    }

    /// A parameter without visits.
    record NoVisits(String label) implements EfficacyRemark, OfRows {}

    /// A visit whose name tells no time.
    record TimelessVisit(String visit) implements EfficacyRemark {}

    /// Records without a visit.
    record WithoutVisit(int records, String label) implements EfficacyRemark {}

    /// Subjects in no denominator, since nothing tells when their visits were planned and they have no value.
    record WithoutStart(int subjects) implements EfficacyRemark {}

    /// Values after the cut-off at visits that were not reached by then.
    record NotReached(int values) implements EfficacyRemark {}

    /// What percentages of unfavourable outcomes are of.
    record UnfavourablePercentages() implements EfficacyRemark {}

    /// Unfavourable outcomes, which a table of responses does not show.
    record NoResponses(List<String> labels) implements EfficacyRemark {}

    /// That assessments at unscheduled visits tell whether a response was kept.
    record UnscheduledTell() implements EfficacyRemark {}

    /// Numbers of a parameter that are codes of words.
    ///
    /// @param words with their codes
    record CodesOfWords(String label, List<String> words) implements EfficacyRemark {}

    /// Values that are neither yes nor no.
    record UnclearValues(int values) implements EfficacyRemark {}

    /// How limits of percentages are made.
    record Intervals(IntervalMethod interval) implements EfficacyRemark {}

    /// A parameter of which nobody has a baseline, so that no change is shown.
    record NoBaseline(String label) implements EfficacyRemark, OfRows {}

    /// A parameter that is not shown.
    record NotShown(String label, Obstacle obstacle) implements EfficacyRemark {}

    /// A response that no dataset has.
    ///
    /// @param missing what it could not be derived without; empty where it never is derived
    record NoResponse(String code, List<MissingComponent> missing) implements EfficacyRemark {}

    /// Percentages of everybody.
    ///
    /// @param outcomes what they are of, which a missing value is not
    record OfAllSubjects(Outcomes outcomes) implements EfficacyRemark {}

    /// Percentages of those whose visit was due.
    ///
    /// @param latest the latest date of the data; null where the study has a cut-off
    /// @param dayZero the variable that visits are counted from; empty for the first treatment
    /// @param randomised whether those never treated count from randomisation
    /// @param treated whether somebody without day zero counts from the first treatment
    /// @param outcomes what they are of, which a missing value is not
    record OfReached(@Nullable LocalDate latest, String dayZero, boolean randomised, boolean treated,
            Outcomes outcomes) implements EfficacyRemark {}

    /// What percentages with a common denominator are of.
    enum Outcomes {
        RESPONSES, UNFAVOURABLE, BOTH
    }

    /// A model's covariate, by its slope or by its levels.
    record Covariate(String variable, boolean levels) {}
}
