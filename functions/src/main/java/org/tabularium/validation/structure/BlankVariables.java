package org.tabularium.validation.structure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tabularium.finding.Finding;
import org.tabularium.study.NameMapping;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// A variable of subjects or events that is there and blank in every record, while another that would stand for it has values:
/// which of them is read is decided by their names, before anybody knows what is in them. AEBODSYS left empty beside AESOC makes
/// every event one without a class.
public final class BlankVariables implements Rule {

    /// At the end of the names of the numeric companions of flags, which say 0 where the flag is blank.
    private static final String NUMERIC_FLAG = "FN";

    @Override
    public void ask(Study study, RequestedColumns requested) {
        for (String name : datasets(study)) {
            Set<String> read = new TreeSet<>(requested.variables().getOrDefault(name, Set.of()));
            NameMapping.aliased().stream().filter(read::contains)
                    .forEach(ours -> requested.ask(name, others(study, name, ours)));
        }
    }

    private static List<String> datasets(Study study) {
        return Stream.concat(Stream.of(Study.ADSL), ExaminedDataset.withEvents(study).stream()).toList();
    }

    /// The other names of a variable that the dataset has too; none where it has it under one name.
    private static List<String> others(Study study, String name, String ours) {
        Set<String> present = study.variables(name);
        String read = study.names().variable(ours, present).orElse(ours);
        return Stream.concat(Stream.of(ours), NameMapping.aliases(ours).stream())
                .filter(other -> present.contains(other) && !other.equals(read) && !other.endsWith(NUMERIC_FLAG)).toList();
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, datasets(data.study()))) {
            NameMapping.aliased().stream().sorted()
                    .filter(ours -> dataset.several(ours).isEmpty() && isBlank(dataset, ours))
                    .forEach(ours -> others(data.study(), dataset.name(), ours).stream()
                            .filter(other -> dataset.column(other).isPresent() && !isBlank(dataset, other)).findFirst()
                            .ifPresent(other -> findings.accept(dataset.in(finding(dataset.named(ours), ours, other)))));
        }
    }

    private static boolean isBlank(ExaminedDataset dataset, String variable) {
        return dataset.rows() > 0
                && dataset.column(variable).filter(column -> column.missing().cardinality() == dataset.rows()).isPresent();
    }

    private static Finding finding(String named, String ours, String other) {
        return Finding.warning("VARIABLE_BLANK", "is blank in every record, and " + other + " has values, which no table reads")
                .of(named)
                .remedy("variables: {" + ours + ": " + other + "} in study.yaml, if they are what it should say");
    }
}
