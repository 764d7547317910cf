package org.tabularium.table.wording;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.study.MissingComponent;
import org.tabularium.shell.PopulationName;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.AbsenceObstacle.NoArm;
import org.tabularium.result.obstacle.AbsenceObstacle.NoColumns;
import org.tabularium.result.obstacle.AbsenceObstacle.NoConditionVariable;
import org.tabularium.result.obstacle.AbsenceObstacle.NoCriterionVariable;
import org.tabularium.result.obstacle.AbsenceObstacle.OtherUnit;
import org.tabularium.result.obstacle.AbsenceObstacle.NoFilterVariable;
import org.tabularium.result.obstacle.AbsenceObstacle.NoGrades;
import org.tabularium.result.obstacle.AbsenceObstacle.NoLandmarks;
import org.tabularium.result.obstacle.AbsenceObstacle.NoLevels;
import org.tabularium.result.obstacle.AbsenceObstacle.NoOpenParameter;
import org.tabularium.result.obstacle.AbsenceObstacle.NoParameter;
import org.tabularium.result.obstacle.AbsenceObstacle.NoPopulationFlag;
import org.tabularium.result.obstacle.AbsenceObstacle.NoParameterNamed;
import org.tabularium.result.obstacle.AbsenceObstacle.NoResponse;
import org.tabularium.result.obstacle.AbsenceObstacle.NoControlArm;
import org.tabularium.result.obstacle.AbsenceObstacle.NoScore;
import org.tabularium.result.obstacle.AbsenceObstacle.NoStrata;
import org.tabularium.result.obstacle.AbsenceObstacle.NoSubgroups;
import org.tabularium.result.obstacle.AbsenceObstacle.NoSubjectMatter;
import org.tabularium.result.obstacle.AbsenceObstacle.NoTimeParameter;
import org.tabularium.result.obstacle.AbsenceObstacle.NoTimeUnderObservation;
import org.tabularium.result.obstacle.AbsenceObstacle.NoTimes;
import org.tabularium.result.obstacle.AbsenceObstacle.NoValueForFilter;
import org.tabularium.result.obstacle.AbsenceObstacle.NoVariable;
import org.tabularium.result.obstacle.AbsenceObstacle.NoVariableOfSubject;
import org.tabularium.result.obstacle.AbsenceObstacle.NoVisits;
import org.tabularium.result.obstacle.AbsenceObstacle.NoneOfItsParameters;
import org.tabularium.result.obstacle.AbsenceObstacle.NoneOfItsVariables;
import org.tabularium.result.obstacle.AbsenceObstacle.NoneOfParameters;
import org.tabularium.result.obstacle.AbsenceObstacle.NotDerived;
import org.tabularium.result.obstacle.AbsenceObstacle.NothingOf;
import org.tabularium.result.obstacle.AbsenceObstacle.NothingToClassify;
import org.tabularium.shell.comparison.ExposureAdjusted.Time;
import org.tabularium.study.DerivationObstacle;

/// What the study does not have.
final class AbsenceWords {

    private AbsenceWords() {}

    static String of(AbsenceObstacle obstacle) {
        return switch (obstacle) {
            case NoControlArm() -> "it compares arms, and there are not two of them of which one is known to be the control;"
                    + " treatment: {control: its name} in study.yaml, if there is one";
            case NothingOf(List<String> names) -> "the study has no " + joined(names);
            case NoPopulationFlag(PopulationName population, String flag) -> "ADSL has no " + flag + ", the flag of population: "
                    + population.word() + "; variables: {" + flag + ": its name} in study.yaml, if it has another";
            case NoColumns(String variable) -> "ADSL has no " + variable + ", which is to give the columns";
            case NoSubgroups(String variable, String near) ->
                "ADSL has no " + variable + ", which is to give the subgroups" + near(near);
            case NoStrata(String variable, String near) ->
                "ADSL has no " + variable + ", which is to give the strata" + near(near);
            case NoVariable(String dataset, String variable) -> dataset + " has no " + variable;
            case NoVariableOfSubject(String dataset, String variable, String near) ->
                "neither " + dataset + " nor ADSL has " + variable + near(near);
            case NoValueForFilter(String dataset, String variable) ->
                dataset + " has no value of " + (variable.isEmpty() ? "a variable of the table's filter" : variable);
            case NoFilterVariable(String dataset) -> dataset + " lacks a variable of the table's filter";
            case NoneOfItsVariables() -> "ADSL has none of the table's variables";
            case NothingToClassify(String dataset, String label, List<String> variables) ->
                dataset + " has none of what \"" + label + "\" looks at (" + joined(variables) + ")";
            case NoConditionVariable(String dataset, String label, String parameter, List<String> variables) ->
                dataset + " does not have what \"" + label + "\" of " + parameter + " looks at (" + joined(variables) + ")";
            case OtherUnit(String label, String unit, String limits) ->
                label + " is in " + unit + ", and the limits of the table in " + limits
                        + ", which cannot be converted; deliver it in a unit such as " + limits + ", or leave the table out";
            case NoCriterionVariable(String label) -> "the study does not have what \"" + label + "\" looks at";
            case NoGrades(String dataset, List<String> variables, boolean severity) ->
                dataset + (severity ? " has neither a grade (" : " has no grade (") + joined(variables)
                        + (severity ? ") nor AESEV" : ")");
            case NoVisits(String dataset, String lacking, String like) -> without(dataset) + "PARAMCD, AVISIT and AVAL or AVALC"
                    + (like.isEmpty()
                            ? named(lacking)
                            : "; " + like + " looks like " + lacking + ": write variables: {" + lacking + ": " + like
                                    + "} in study.yaml, if it is meant");
            case NoLandmarks() ->
                "it is to compare arms at landmarks and names none; name them as `landmarks: [30, 60]` beside `differences`";
            case NoTimes(String dataset, String lacking) when lacking.isEmpty() ->
                without(dataset) + "PARAMCD, AVAL and CNSR" + named("CNSR");
            case NoTimes(String dataset, String lacking) ->
                dataset + " has no " + lacking
                        + (lacking.equals("AVAL") ? ", the time to the event" : " (0: the event, 1: censored)")
                        + named(lacking);
            case NoneOfParameters(String dataset, List<String> codes) -> noneOf(dataset, codes);
            case NoLevels(String dataset, boolean grades, Map<String, String> limits) -> "no parameter of " + dataset + " has "
                    + (grades ? "a grade (ATOXGR), the limits of normal that give one (ANRLO, ANRHI)" : "a level")
                    + (grades ? " or a level of its range (ANRIND)" : "")
                    + (limits.isEmpty()
                            ? ""
                            : "; " + joined(List.copyOf(limits.values())) + " look like limits: write variables: {"
                                    + limits.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue())
                                            .collect(Collectors.joining(", "))
                                    + "} in study.yaml, if they are in the unit of AVAL");
            case NoneOfItsParameters(String dataset) -> dataset + " has none of the parameters of the table";
            case NoOpenParameter() -> "no dataset has a parameter for it";
            case NoScore score -> of(score);
            case NoParameter(String code) -> "no dataset has the parameter " + code;
            case NoTimeParameter(String code) -> "no dataset with CNSR has the parameter " + code;
            case NoParameterNamed(String shell) ->
                "no parameter is named" + (shell.isEmpty()
                        ? ""
                        : "; name one in study.yaml: tables: [" + shell
                                + ": {parameter: …}], beside what else is to be made");
            case NoSubjectMatter(List<String> codes) ->
                "no dataset has " + String.join(" or ", codes)
                        + " by visit, which the table is about; parameters: of study.yaml maps a PARAMCD of another name";
            case NoResponse(List<String> codes, List<MissingComponent> missing) ->
                "no dataset has a response parameter (" + joined(codes) + ")"
                        + (missing.isEmpty() ? "" : ", and it cannot be derived without " + EndpointWords.of(missing));
            case NoTimeUnderObservation(Time time) ->
                "rates by patient-years need " + of(time) + named(time == Time.TREATMENT ? "TRTSDT" : "FUPDUR");
            case NoArm(String key, String name) -> key + ": no arm is called " + name;
            case NotDerived(String code, DerivationObstacle why) -> code + " cannot be derived: " + of(why);
        };
    }

    private static String without(String dataset) {
        return dataset.isEmpty() ? "no dataset has " : dataset + " does not have ";
    }

    private static String noneOf(String dataset, List<String> codes) {
        String place = dataset.isEmpty() ? "no dataset" : dataset;
        if (codes.isEmpty()) {
            return (dataset.isEmpty() ? "no dataset has a parameter" : dataset + " has no parameter")
                    + " with values for this table";
        }
        return place + (dataset.isEmpty() ? " has the parameters " : " has none of ") + joined(codes);
    }

    private static String of(NoScore score) {
        String none = "no dataset called ADQS… has a parameter by visit with numbers, and none has a score of lupus";
        if (!score.scores().isEmpty()) {
            return none + " under a name that reports know; " + joined(List.copyOf(score.scores().values()))
                    + (score.scores().size() == 1 ? " looks" : " look") + " like one: write parameters: {"
                    + score.scores().entrySet().stream().map(e -> e.getKey() + ": " + e.getValue())
                            .collect(Collectors.joining(", "))
                    + "} in study.yaml, if it is meant";
        }
        if (score.parameter().isEmpty()) {
            return none;
        }
        return none + "; " + joined(score.alike()) + (score.alike().size() == 1 ? " has" : " have")
                + " parameters by visit: name one in study.yaml, as `tables: ["
                + score.shell() + ": {parameter: " + score.parameter() + "}]`, beside what else is to be made";
    }

    private static String of(Time time) {
        return switch (time) {
            case FOLLOW_UP -> "the number ADSL.FUPDUR";
            case TREATMENT -> "ADSL.TRTSDT and ADSL.TRTEDT";
            case AUTO -> "the number ADSL.FUPDUR, or ADSL.TRTSDT and ADSL.TRTEDT";
        };
    }

    private static String of(DerivationObstacle why) {
        return switch (why) {
            case DerivationObstacle.InTwoDatasets(String code, String first, String second) ->
                RecordObstacleWords.inTwo(code, first, second);
            case DerivationObstacle.SeveralAtVisit(String dataset, String code, var records, boolean more) ->
                dataset + " has more than one " + code + " record of a subject at a visit: "
                        + records.stream().map(pair -> "rows " + pair.first() + " and " + pair.second())
                                .collect(Collectors.joining("; "))
                        + (more ? "; and more" : "");
            case DerivationObstacle.OtherDoseUnit(String code, String units, boolean drug) when drug ->
                "the doses of " + code + " are of another glucocorticoid (" + units
                        + "), and the limits of prednisolone; deliver the equivalent";
            case DerivationObstacle.OtherDoseUnit(String code, String units, boolean _) ->
                "the doses of " + code + " are in " + units + ", and the limits in mg/day; deliver them in mg/day";
            case DerivationObstacle.UnknownAssessmentScale() ->
                "the label of the PGA (PARAM) does not tell its scale; endpoints: {pga-scale: 3, 10 or 100} in study.yaml does";
        };
    }

    private static String named(String variable) {
        return "; variables: {" + variable + ": its name} in study.yaml, if it has another name";
    }

    private static String near(@Nullable String near) {
        return near == null ? "" : "; did you mean " + near + "?";
    }

    private static String joined(List<String> names) {
        return String.join(", ", names);
    }
}
