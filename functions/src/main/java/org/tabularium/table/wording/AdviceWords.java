package org.tabularium.table.wording;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.result.obstacle.StudyYamlAdvice;
import org.tabularium.result.obstacle.StudyYamlAdvice.DatasetsAlike;
import org.tabularium.result.obstacle.StudyYamlAdvice.NameDataset;
import org.tabularium.result.obstacle.StudyYamlAdvice.NameParameter;
import org.tabularium.result.obstacle.StudyYamlAdvice.NameVariable;
import org.tabularium.result.obstacle.StudyYamlAdvice.OneOfDatasets;
import org.tabularium.result.obstacle.StudyYamlAdvice.ParameterAlike;
import org.tabularium.result.obstacle.StudyYamlAdvice.ParameterByName;
import org.tabularium.result.obstacle.StudyYamlAdvice.Relationships;
import org.tabularium.result.obstacle.StudyYamlAdvice.VariableAlike;

/// The line of study.yaml that would make a table.
final class AdviceWords {

    private static final int NAMED = 5;

    private AdviceWords() {}

    static String of(StudyYamlAdvice advice) {
        return switch (advice) {
            case NameDataset(String dataset) -> "datasets: {" + dataset + ": [its name]} in study.yaml, if it has another name";
            case DatasetsAlike(String dataset, List<String> alike) ->
                listed(alike) + (alike.size() == 1 ? " looks like it" : " look like it") + ": write datasets: {" + dataset
                        + ": [" + String.join(", ", alike) + "]} in study.yaml";
            case OneOfDatasets(String dataset, List<String> alike) ->
                listed(alike) + " look like it: write datasets: {" + dataset + ": [" + alike.getFirst()
                        + "]} in study.yaml, or the one of them that is meant";
            case NameVariable(String variable) ->
                "variables: {" + variable + ": its name} in study.yaml, if it has another name";
            case VariableAlike(String variable, String near) ->
                near + " looks like it: write variables: {" + variable + ": " + near + "} in study.yaml, if it is meant";
            case Relationships(List<String> variables) ->
                listed(variables) + " have the relationship to one treatment each: write relatedness-of: ["
                        + String.join(", ", variables)
                        + "] in study.yaml, which counts an event related to any of them";
            case NameParameter(String code, List<String> datasets) ->
                "parameters: {" + code + ": its PARAMCD} in study.yaml, if it has another; parameters are in " + listed(datasets);
            case ParameterAlike(String code, String near) ->
                near + " looks like it: write parameters: {" + code + ": " + near + "} in study.yaml, if it is meant";
            case ParameterByName(String shell, String dataset, List<String> codes) ->
                dataset + " has parameters by visit (" + listed(codes) + "): name one in study.yaml: tables: [" + shell
                        + ": {parameter: " + codes.getFirst() + "}], beside what else is to be made";
        };
    }

    private static String listed(List<String> names) {
        List<String> shown = new ArrayList<>(names.subList(0, Math.min(NAMED, names.size())));
        if (names.size() > NAMED) {
            shown.add((names.size() - NAMED) + " more");
        }
        return String.join(", ", shown);
    }
}
