package org.tabularium.table.wording;

import java.util.List;
import java.util.stream.Collectors;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.result.obstacle.RecordObstacle;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.study.DerivationObstacle;
import org.tabularium.study.EndpointReasons;

/// Why a part of a display is not shown, for its readers: without variables, codes and lines of study.yaml, which stand in a
/// finding ([ObstacleWords]).
final class AbsentPartWords {

    private AbsentPartWords() {}

    /// The reason, without a full stop.
    static String of(Obstacle obstacle) {
        return switch (obstacle) {
            case AbsenceObstacle.OtherUnit(String _, String unit, String limits) ->
                "it is in " + unit + ", and the limits in " + limits;
            case AbsenceObstacle.NotDerived(String _, DerivationObstacle why) -> switch (why) {
                case DerivationObstacle.OtherDoseUnit(String _, String label, boolean drug) when drug ->
                    "the doses are of another glucocorticoid (" + label + "), and the limits of prednisolone";
                case DerivationObstacle.OtherDoseUnit(String _, String units, boolean _) ->
                    "the doses of prednisolone are in " + units + ", and the limits in mg/day";
                case DerivationObstacle.UnknownAssessmentScale _ -> "the scale of the PGA is not known";
                case DerivationObstacle.InTwoDatasets _,DerivationObstacle.SeveralAtVisit _ ->
                    "the data have a component more than once, and nothing tells which counts";
            };
            case AbsenceObstacle _ -> "the data do not have what it is made of";
            case RecordObstacle records -> of(records);
            case RowsObstacle rows -> of(rows);
        };
    }

    private static String of(RecordObstacle obstacle) {
        return switch (obstacle) {
            case RecordObstacle.UnknownTreatments _,RecordObstacle.OneTreatmentOnly _ ->
                "subjects had several treatments, and nothing tells under which of them each counts";
            case RecordObstacle.SeveralDoseLevels _ -> "subjects were treated at two dose levels";
            case RecordObstacle.SeveralAtVisit _ ->
                "a subject has several records at one visit, and nothing tells which of them counts";
            case RecordObstacle.SeveralOfSubject _ -> "a subject has several records, and nothing tells which of them counts";
            case RecordObstacle.InTwoDatasets _,RecordObstacle.SeveralValues _ ->
                "the data have it more than once, and nothing tells which counts";
            case RecordObstacle.TwoBaselines _ -> "a subject has two values at baseline";
            case RecordObstacle.TooManyLevels _,RecordObstacle.TooManyCategories _ ->
                "it has too many different values for a table of levels";
            case RecordObstacle.CodesOfWords(String _, List<String> words) ->
                "its numbers are codes of words, which have no mean: " + String.join(", ", words);
            case RecordObstacle.NotYesOrNo _ -> "its values are not answers of yes or no";
        };
    }

    private static String of(RowsObstacle obstacle) {
        return switch (obstacle) {
            case RowsObstacle.NobodyOfPopulation _ -> "no subject is of the table's population";
            case RowsObstacle.OneSidedTestOfVariables _ -> "tests between all arms have no side";
            case RowsObstacle.NotOfRecords _ -> "it is of all subjects of its population, not of some records";
            case RowsObstacle.NobodyAfterBaseline _ -> "no subject has a value after baseline";
            case RowsObstacle.NobodyWithResponse(List<String> _, List<EndpointReasons> reasons) ->
                "no subject has a value after baseline, or has reached a visit by the cut-off"
                        + (reasons.isEmpty()
                                ? ""
                                : ", for want of "
                                        + reasons.stream().map(EndpointReasonWords::of).distinct()
                                                .collect(Collectors.joining(", ")));
            case RowsObstacle.NobodyWithTime _ -> "no subject has a time with its event or censoring";
            case RowsObstacle.OtherUnit(String _, String asked, List<String> stated) ->
                "its times are in " + String.join(" or ", stated) + ", not in " + asked;
            case RowsObstacle.NobodyForModel(String _, String visit) ->
                "no subject of the arms has a change from baseline at " + visit + " and a value of every covariate";
            case RowsObstacle.NobodyForRepeated _ ->
                "no subject of the arms has a change from baseline and a value of every covariate";
            case RowsObstacle.ModelNotFitted(List<RowsObstacle.Unfitted> unfitted, boolean _) ->
                unfitted.stream().map(RepeatedWords::of).collect(Collectors.joining("; "));
            case RowsObstacle.NoScheduledVisit _ -> "no scheduled visit has a value";
            case RowsObstacle.NoValueAtVisit(String _, String _, String visit, List<String> _) ->
                "no subject has a value at " + visit;
            case RowsObstacle.DoseNoNumber _ -> "the dose is not a number";
            case RowsObstacle.DoseMissing _ -> "the dose of a subject is missing";
            case RowsObstacle.DueUnknown _ -> "nothing tells which visits were due";
            case RowsObstacle.EvaluableUnknown _,RowsObstacle.EvaluableUnclear _ ->
                "nothing tells who is evaluable for dose-limiting toxicities";
        };
    }
}
