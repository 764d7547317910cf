package org.tabularium.table.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tabularium.shell.PopulationName;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.study.EndpointReasons;
import org.tabularium.result.obstacle.RowsObstacle.DoseMissing;
import org.tabularium.result.obstacle.RowsObstacle.DoseNoNumber;
import org.tabularium.result.obstacle.RowsObstacle.DueUnknown;
import org.tabularium.result.obstacle.RowsObstacle.EvaluableUnclear;
import org.tabularium.result.obstacle.RowsObstacle.EvaluableUnknown;
import org.tabularium.result.obstacle.RowsObstacle.ModelNotFitted;
import org.tabularium.result.obstacle.RowsObstacle.NoScheduledVisit;
import org.tabularium.result.obstacle.RowsObstacle.NotOfRecords;
import org.tabularium.result.obstacle.RowsObstacle.OneSidedTestOfVariables;
import org.tabularium.result.obstacle.RowsObstacle.OtherUnit;
import org.tabularium.result.obstacle.RowsObstacle.NoValueAtVisit;
import org.tabularium.result.obstacle.RowsObstacle.NobodyAfterBaseline;
import org.tabularium.result.obstacle.RowsObstacle.NobodyForModel;
import org.tabularium.result.obstacle.RowsObstacle.NobodyForRepeated;
import org.tabularium.result.obstacle.RowsObstacle.NobodyOfPopulation;
import org.tabularium.result.obstacle.RowsObstacle.NobodyWithResponse;
import org.tabularium.result.obstacle.RowsObstacle.NobodyWithTime;

/// Nobody or nothing that rows could be of.
final class RowsObstacleWords {

    private RowsObstacleWords() {}

    static String of(RowsObstacle obstacle) {
        return switch (obstacle) {
            case NobodyOfPopulation(PopulationName.Members population) ->
                "nobody is of the table's population (" + PopulationWords.of(population) + ")";
            case OneSidedTestOfVariables() ->
                "it tests variables between all arms, which has no side; leave alternative: out of its tests:, or test rows of counts";
            case NotOfRecords() ->
                "its subjects are all of its population, so that `where` would change nothing: take it out, or name another `population`";
            case NobodyAfterBaseline() -> "nobody of the table has a value after baseline";
            case NobodyWithResponse(List<String> codes, List<EndpointReasons> reasons) ->
                "nobody has a value of " + String.join(", ", codes)
                        + " after baseline, or has reached a visit by the cut-off"
                        + (reasons.isEmpty()
                                ? ""
                                : ", for want of "
                                        + reasons.stream().map(EndpointReasonWords::of).distinct()
                                                .collect(Collectors.joining(", ")));
            case NobodyWithTime(String code) -> "nobody has a time (AVAL) and a censoring indicator (CNSR) of " + code;
            case OtherUnit(String code, String asked, List<String> stated) ->
                "the times of " + code + " are in " + String.join(" or ", stated) + " (PARAM, AVALU), which `unit: " + asked
                        + "` would print as " + asked + ": write `unit: " + stated.getFirst()
                        + "`, or leave it out; times are not converted";
            case NobodyForModel(String parameter, String visit) ->
                "nobody of the arms with a value of " + parameter + " at " + visit
                        + " has a change from baseline (CHG, BASE or a baseline record) and a value of every covariate";
            case NobodyForRepeated(String parameter) ->
                "nobody of the arms with a value of " + parameter + " at one of the visits"
                        + " has a change from baseline (CHG, BASE or a baseline record) and a value of every covariate";
            case ModelNotFitted(List<RowsObstacle.Unfitted> unfitted, boolean simpler) ->
                unfitted.stream().map(RepeatedWords::of).collect(Collectors.joining("; "))
                        + (simpler ? "; " + RepeatedWords.REMEDY : "");
            case NoScheduledVisit(String dataset, String parameter) ->
                dataset + " has no scheduled visit with a value of " + parameter;
            case NoValueAtVisit(String dataset, String parameter, String visit, List<String> visits) ->
                dataset + " has no value of " + parameter + " at " + visit + "; its visits are " + String.join(", ", visits);
            case DoseNoNumber(String variable) -> "the dose " + variable + " is not a number";
            case DoseMissing(String variable) -> "the dose " + variable + " is missing for a subject of the analysis";
            case DueUnknown(String dayZero) ->
                "denominator `reached` needs ADSL." + dayZero
                        + " and a date of a record or a cut-off in study.yaml; `assessed` and `all` do not";
            case EvaluableUnknown unknown ->
                "ADSL has no DLTEVLFL, and to tell who is DLT-evaluable from dates there is missing: "
                        + String.join("; ", lacking(unknown));
            case EvaluableUnclear(int subjects, int treated, String infusion) ->
                "ADSL has no DLTEVLFL, and for " + subjects + " of " + treated + " treated subjects " + infusion
                        + " or the date of leaving the study (EOSDT, DTHDT) is missing";
        };
    }

    private static List<String> lacking(EvaluableUnknown unknown) {
        List<String> lacking = new ArrayList<>();
        if (unknown.window()) {
            lacking.add("the window (dlt: {window: …} in study.yaml)");
        }
        if (unknown.cutOff()) {
            lacking.add("the data cut-off (cutoff: in study.yaml) or a date of any record");
        }
        if (!unknown.infusion().isEmpty()) {
            lacking.add("ADSL." + unknown.infusion());
        }
        return lacking;
    }
}
