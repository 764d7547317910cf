package org.tabularium.validation.score;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.Rule;

/// A PARAMCD that two datasets with visits have: a table that does not name the dataset cannot choose between them.
public final class ParametersTwice implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        study.datasets().stream().filter(d -> holdsParameters(study, d)).forEach(d -> requested.ask(d, "PARAMCD"));
    }

    private static boolean holdsParameters(Study study, String dataset) {
        return study.has(dataset, "PARAMCD")
                && (study.has(dataset, "AVISIT") || study.has(dataset, "AVISITN"))
                && (study.has(dataset, "AVAL") || study.has(dataset, "AVALC"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Map<String, Set<String>> datasets = new TreeMap<>();
        for (String name : data.study().datasets()) {
            if (holdsParameters(data.study(), name)) {
                data.dataset(name).ifPresent(dataset -> collect(dataset, datasets));
            }
        }
        datasets.forEach((parameter, names) -> {
            if (names.size() > 1) {
                findings.accept(Finding.warning("PARAMETER_TWICE", "is in " + String.join(" and ", names)
                        + "; a table that does not name the dataset is not produced")
                        .in(names.iterator().next())
                        .of("PARAMCD")
                        .value(parameter)
                        .remedy("name the dataset in study.yaml"));
            }
        });
    }

    private static void collect(Dataset dataset, Map<String, Set<String>> datasets) {
        if (dataset.column("PARAMCD").orElse(null) instanceof TextColumn parameters) {
            for (int code : parameters.uses().used()) {
                String parameter = parameters.dictionary().get(code).strip().toUpperCase(Locale.ROOT);
                if (!parameter.isEmpty()) {
                    datasets.computeIfAbsent(parameter, p -> new TreeSet<>()).add(dataset.name());
                }
            }
        }
    }
}
