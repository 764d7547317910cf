package org.tabularium.result.obstacle;

import java.util.List;

/// The line of study.yaml that would make a table that was not made, as data.
public sealed interface StudyYamlAdvice {

    /// Another name of a dataset of ours, of which nothing tells which it could be.
    record NameDataset(String dataset) implements StudyYamlAdvice {}

    /// Datasets that look like one of ours.
    record DatasetsAlike(String dataset, List<String> alike) implements StudyYamlAdvice {}

    /// Several datasets hold what one of ours does, each by itself: together they would count the same twice.
    record OneOfDatasets(String dataset, List<String> alike) implements StudyYamlAdvice {}

    /// Another name of a variable of ours, of which nothing tells which it could be.
    record NameVariable(String variable) implements StudyYamlAdvice {}

    /// A variable that looks like one of ours.
    record VariableAlike(String variable, String near) implements StudyYamlAdvice {}

    /// Variables with the relationship of events to one treatment each.
    record Relationships(List<String> variables) implements StudyYamlAdvice {}

    /// Another code of a parameter of ours, of which nothing tells which it could be.
    ///
    /// @param datasets with parameters
    record NameParameter(String code, List<String> datasets) implements StudyYamlAdvice {}

    /// A parameter that looks like one of ours.
    record ParameterAlike(String code, String near) implements StudyYamlAdvice {}

    /// Parameters by visit, each of which a table can be asked for by name.
    ///
    /// @param shell its id
    /// @param dataset one that has some
    /// @param codes those of it
    record ParameterByName(String shell, String dataset, List<String> codes) implements StudyYamlAdvice {}
}
