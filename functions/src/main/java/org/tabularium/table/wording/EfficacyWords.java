package org.tabularium.table.wording;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.result.RowName;
import org.tabularium.result.display.EfficacyRemark.BestResponses;
import org.tabularium.result.display.EfficacyRemark.CensoredRange;
import org.tabularium.result.display.EfficacyRemark.Covariate;
import org.tabularium.result.display.EfficacyRemark.DoseResponse;
import org.tabularium.result.display.EfficacyRemark.DurationOf;
import org.tabularium.result.display.EfficacyRemark.HazardRatios;
import org.tabularium.result.display.EfficacyRemark.Intervals;
import org.tabularium.result.display.EfficacyRemark.KaplanMeier;
import org.tabularium.result.display.EfficacyRemark.LandmarkDifferences;
import org.tabularium.result.display.EfficacyRemark.LeastSquares;
import org.tabularium.result.display.EfficacyRemark.LeftOutOfModel;
import org.tabularium.result.display.EfficacyRemark.MantelHaenszel;
import org.tabularium.result.display.EfficacyRemark.MixedModel;
import org.tabularium.result.display.EfficacyRemark.UnscheduledTell;
import org.tabularium.result.display.EfficacyRemark.NoBaseline;
import org.tabularium.result.display.EfficacyRemark.NoHazardRatio;
import org.tabularium.result.display.EfficacyRemark.NoResponse;
import org.tabularium.result.display.EfficacyRemark.NoResponses;
import org.tabularium.result.display.EfficacyRemark.NoStratum;
import org.tabularium.result.display.EfficacyRemark.NoFlaggedTime;
import org.tabularium.result.display.EfficacyRemark.NoTime;
import org.tabularium.result.display.EfficacyRemark.NoVisits;
import org.tabularium.result.display.EfficacyRemark.NotOfEndpoint;
import org.tabularium.result.display.EfficacyRemark.CodesOfWords;
import org.tabularium.result.display.EfficacyRemark.NotReached;
import org.tabularium.result.display.EfficacyRemark.NotShown;
import org.tabularium.result.display.EfficacyRemark.OfAllSubjects;
import org.tabularium.result.display.EfficacyRemark.OfReached;
import org.tabularium.result.display.EfficacyRemark.Outcomes;
import org.tabularium.result.display.EfficacyRemark.OtherResponders;
import org.tabularium.result.display.EfficacyRemark.RespondersAt;
import org.tabularium.result.display.EfficacyRemark.RootMeanSquareError;
import org.tabularium.result.display.EfficacyRemark.TimePercentages;
import org.tabularium.result.display.EfficacyRemark.TimelessVisit;
import org.tabularium.result.display.EfficacyRemark.UnclearCensoring;
import org.tabularium.result.display.EfficacyRemark.UnclearValues;
import org.tabularium.result.display.EfficacyRemark.UnfavourablePercentages;
import org.tabularium.result.display.EfficacyRemark.UnitUnclear;
import org.tabularium.result.display.EfficacyRemark.UnknownResponses;
import org.tabularium.result.display.EfficacyRemark.ValuesLeftOut;
import org.tabularium.result.display.EfficacyRemark.WithoutStart;
import org.tabularium.result.display.EfficacyRemark.WithoutVisit;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.shell.rows.Analysed;
import org.tabularium.shell.rows.DeclaredModels.LimitScale;
import org.tabularium.shell.rows.IntervalMethod;
import org.tabularium.study.MissingComponent;
import org.tabularium.study.ValueText;

/// Responses, changes, times to an event and models.
final class EfficacyWords {

    private EfficacyWords() {}

    /// A row's label.
    static String of(RowName.Efficacy name) {
        return switch (name) {
            case EVENTS -> "Events";
            case CENSORED -> "Censored";
            case FIRST_QUARTILE_TIME -> "25th percentile";
            case MEDIAN_TIME -> "Median";
            case THIRD_QUARTILE_TIME -> "75th percentile";
            case RANGE -> "Range";
            case AT_RISK -> "Subjects at risk";
            case EVENT_FREE -> "Event-free probability (Kaplan–Meier)";
            case EVENT_FREE_DIFFERENCE -> "Difference of event-free probability";
            case HAZARD_RATIO -> "Hazard ratio";
            case LOG_RANK -> "p-value, log-rank";
            case ROW_MEAN_SCORES -> "Row mean scores differ";
            case GENERAL_ASSOCIATION -> "General association";
            case NONZERO_CORRELATION -> "Nonzero correlation";
            case CHI_SQUARE -> "Pearson's chi-square, unstratified";
            case CHI_SQUARE_CORRECTED -> "Chi-square with continuity correction, unstratified";
            case FISHER -> "Fisher's exact test, unstratified";
            case BRESLOW_DAY -> "Homogeneity of odds ratios, Breslow–Day";
            case TARONE -> "Homogeneity of odds ratios, Breslow–Day–Tarone";
            case CHANGE_FROM_BASELINE -> "Change from baseline";
            case ANCOVA -> "Analysis of covariance";
            case LS_MEAN -> "LS mean (SE)";
            case LS_MEAN_DIFFERENCE -> "LS mean difference (SE)";
            case DOSE_RESPONSE -> "Dose response, p-value";
            case ROOT_MEAN_SQUARE_ERROR -> "Root mean square error";
            case ANALYSED_CHANGE -> "Change from Baseline";
            case ANALYSED_VALUE -> "Value";
        };
    }

    static String of(EfficacyRemark remark, PrintedNames names) {
        return switch (remark) {
            case TimePercentages() -> "Percentages are based on the subjects with a time (n).";
            case BestResponses(IntervalMethod interval) ->
                "Percentages of responses are based on all subjects of the column; a subject without a best response counts as no responder."
                        + (interval == IntervalMethod.NONE
                                ? ""
                                : " Confidence intervals are " + StatisticWords.of(interval) + ".");
            case UnknownResponses(List<String> values) -> "Not counted in a rate: "
                    + values.stream().map(value -> names.ofLevel("AVALC", value)).collect(Collectors.joining(", ")) + ".";
            case DurationOf(String label, String response) ->
                names.ofText(label) + " is of the responders by \"" + response + "\".";
            case OtherResponders(String label, int without, int others) -> names.ofText(label)
                    + " is not of exactly the responders above: "
                    + Plural.of(without, "{n} responder has none", "{n} responders have none") + ", "
                    + Plural.of(others, "{n} subject with one is no responder", "{n} subjects with one are no responders") + ".";
            case NoTime(int subjects) -> Plural.of(subjects,
                    "{n} subject has no time or no censoring indicator and is left out.",
                    "{n} subjects have no time or no censoring indicator and are left out.");
            case NoFlaggedTime(int subjects) -> Plural.of(subjects,
                    "{n} subject has a time that the analysis flag does not mark, and is left out.",
                    "{n} subjects have a time that the analysis flag does not mark, and are left out.");
            case UnitUnclear(List<String> units) ->
                "The unit of the times is not known: the data say " + String.join(" and ", units)
                        + ".";
            case UnclearCensoring(int subjects) -> Plural.of(subjects,
                    "{n} subject has a censoring indicator that is neither 0 (the event) nor a whole number above 0, and is left out.",
                    "{n} subjects have a censoring indicator that is neither 0 (the event) nor a whole number above 0, and are left"
                            + " out.");
            case KaplanMeier(LimitScale scale, boolean probabilities) when !probabilities ->
                "Quantiles of the time are Kaplan–Meier estimates; their limits are Brookmeyer–Crowley, " + of(scale) + ".";
            case KaplanMeier(LimitScale scale, boolean _) ->
                "Quantiles of the time and event-free probabilities are Kaplan–Meier estimates; limits of quantiles are"
                        + " Brookmeyer–Crowley, those of probabilities use Greenwood's variance, both " + of(scale) + ".";
            case CensoredRange() -> "+ marks a censored time.";
            case LandmarkDifferences(String control) ->
                "Differences of event-free probabilities are from those of " + names.ofArm(control)
                        + "; their limits and p-values (z-test) use Greenwood's variance, without adjustment for multiplicity.";
            case NoHazardRatio(String arm, String control, String reason) ->
                names.ofArm(arm) + " versus " + names.ofArm(control) + ": " + reason + ".";
            case HazardRatios ratios -> of(ratios, names);
            case RespondersAt(String visit) -> "n/N is responders of subjects at " + names.ofLevel("AVISIT", visit) + ".";
            case NoStratum(int subjects, List<String> strata) -> Plural.of(subjects,
                    "{n} subject without a stratum (" + joined(strata, names) + ") is left out of the comparison.",
                    "{n} subjects without a stratum (" + joined(strata, names) + ") are left out of the comparison.");
            case MantelHaenszel(List<String> strata, List<Double> scores) ->
                "p-values are from Cochran–Mantel–Haenszel tests" + ComparisonWords.stratified(strata, names)
                        + ", without adjustment for multiplicity; levels are scored "
                        + scores.stream().map(ValueText::number).collect(Collectors.joining(", ")) + " in their order.";
            case LeftOutOfModel(int subjects, Analysed of) -> of == Analysed.CHANGE
                    ? Plural.of(subjects,
                            "{n} subject with a value at the visit has no change from baseline or no value of a covariate and is"
                                    + " left out.",
                            "{n} subjects with a value at the visit have no change from baseline or no value of a covariate and"
                                    + " are left out.")
                    : Plural.of(subjects,
                            "{n} subject with a record at the visit has no number or no value of a covariate and is left out.",
                            "{n} subjects with a record at the visit have no number or no value of a covariate and are left out.");
            case RootMeanSquareError() ->
                "The root mean square error is the residual standard deviation of the model of all arms.";
            case DoseResponse(String variable) ->
                "The dose response is the slope of \"" + names.ofVariable(variable) + "\" in place of the arms.";
            case LeastSquares squares -> of(squares, names);
            case MixedModel model -> RepeatedWords.of(model, names);
            case ValuesLeftOut(int values) -> Plural.of(values,
                    "{n} value without a change from baseline or a value of a covariate is left out.",
                    "{n} values without a change from baseline or a value of a covariate are left out.");
            case NotOfEndpoint notOf -> of(notOf, names);
            case NoVisits(String label) ->
                names.ofText(label) + " has no visits: percentages are based on the subjects assessed.";
            case TimelessVisit(String visit) -> "The name of the visit \"" + visit
                    + "\" tells no time: its percentages are based on the subjects assessed.";
            case WithoutVisit(int records, String label) -> Plural.of(records,
                    "{n} record of " + names.within(label) + " has no visit and is in no row.",
                    "{n} records of " + names.within(label) + " have no visit and are in no row.");
            case WithoutStart(int subjects) -> Plural.of(subjects,
                    "{n} subject has no date that visits are counted from and no value, and is in no denominator.",
                    "{n} subjects have no date that visits are counted from and no value, and are in no denominator.");
            case NotReached(int values) -> Plural.of(values,
                    "{n} value after the data cut-off, at a visit that was not reached by then, is in no row.",
                    "{n} values after the data cut-off, at visits that were not reached by then, are in no row.");
            case UnfavourablePercentages() ->
                "Percentages of unfavourable outcomes are based on the subjects assessed at the visit, at any visit on those ever"
                        + " assessed; missing values are left out there.";
            case NoResponses(List<String> labels) -> "Unfavourable outcomes are no responses and not shown: "
                    + labels.stream().map(names::within).collect(Collectors.joining(", ")) + ".";
            case UnscheduledTell() ->
                "Assessments at unscheduled visits tell whether a response was kept, not when it was reached first.";
            case UnclearValues(int values) -> Plural.of(values,
                    "{n} value is neither yes nor no and treated as missing.",
                    "{n} values are neither yes nor no and treated as missing.");
            case Intervals(IntervalMethod interval) -> "Confidence intervals are " + StatisticWords.of(interval) + ".";
            case NoBaseline(String label) ->
                "The data have no baseline of " + names.within(label) + ": no change from it is shown.";
            case CodesOfWords(String label, List<String> words) ->
                "The numbers of " + names.within(label) + " are codes of words: " + String.join(", ", words) + ".";
            case NotShown(String label, Obstacle obstacle) ->
                names.ofText(label) + " is not shown: " + AbsentPartWords.of(obstacle) + ".";
            case NoResponse(String code, List<MissingComponent> missing) ->
                names.ofParameter(code) + " is not shown: the data do not have it" + (missing.isEmpty()
                        ? "."
                        : ", and it cannot be derived without " + EndpointWords.forReaders(missing, names) + ".");
            case OfAllSubjects(Outcomes outcomes) -> "Percentages are based on all subjects; " + missing(outcomes);
            case OfReached reached -> of(reached, names);
        };
    }

    private static String of(NotOfEndpoint remark, PrintedNames names) {
        List<String> labels = remark.labels();
        boolean one = labels.size() == 1;
        String all = Stream.concat(Stream.of(names.ofText(labels.getFirst())), labels.stream().skip(1).map(names::within))
                .collect(Collectors.collectingAndThen(Collectors.toList(), RowWords::listed));
        String said = all + (one ? " does" : " do") + " not apply to " + String.join(", ", remark.levels());
        String denominator = " in no denominator of " + (one ? "it." : "them.");
        return Plural.of(remark.subjects(), said + " ({n} subject), who is" + denominator,
                said + " ({n} subjects), who are" + denominator);
    }

    private static String of(LimitScale scale) {
        return switch (scale) {
            case LOG_LOG -> "on the log(−log) scale";
            case LOG -> "on the logarithmic scale";
            case PLAIN -> "without transformation";
        };
    }

    private static String of(HazardRatios of, PrintedNames names) {
        return "Hazard ratios are from Cox regression with " + (of.efron() ? "Efron's" : "Breslow's")
                + " approximation for tied times" + (of.tested() ? ", p-values are from the log-rank test" : "")
                + ComparisonWords.stratified(of.strata(), names)
                + "; each arm is compared with " + names.ofArm(of.control()) + " alone, without adjustment for multiplicity.";
    }

    private static String of(LeastSquares of, PrintedNames names) {
        boolean factors = of.covariates().stream().anyMatch(Covariate::levels);
        String margins = of.equalMargins()
                ? ", levels weighted equally"
                : ", levels weighted by their share of the analysed subjects";
        return "Least squares means of the " + (of.analysed() == Analysed.CHANGE ? "change from baseline" : "value")
                + " are from a linear model with the arm"
                + of.covariates().stream().map(covariate -> ", " + of(covariate, names)).collect(Collectors.joining())
                + (of.covariates().isEmpty() ? "" : ", at the mean of each covariate") + (factors ? margins : "")
                + "; differences are not adjusted for multiplicity.";
    }

    private static String of(Covariate covariate, PrintedNames names) {
        return names.ofVariable(covariate.variable()) + (covariate.levels() ? " (levels)" : " (slope)");
    }

    private static String of(OfReached of, PrintedNames names) {
        return "Percentages are based on the subjects whose visit lies on or before "
                + (of.latest() == null ? "the data cut-off" : "the latest date of the data (" + of.latest() + ")")
                + ", counted from "
                + (of.dayZero().isEmpty() ? "first treatment" : "\"" + names.ofVariable(of.dayZero()) + "\"")
                + otherwise(of)
                + " or who have a value at it by then; " + missing(of.outcomes());
    }

    private static String otherwise(OfReached of) {
        if (of.treated()) {
            return of.randomised()
                    ? ", for those without it from randomisation or else from first treatment,"
                    : ", for those without it from first treatment,";
        }
        return of.randomised() ? ", for those never treated from randomisation," : ",";
    }

    private static String missing(Outcomes outcomes) {
        return switch (outcomes) {
            case RESPONSES -> "a missing value counts as non-response.";
            case UNFAVOURABLE -> "a missing value counts as no event.";
            case BOTH -> "a missing value counts as non-response, of an unfavourable outcome as no event.";
        };
    }

    private static String joined(List<String> variables, PrintedNames names) {
        return variables.stream().map(names::ofVariable).collect(Collectors.joining(", "));
    }
}
