package org.tabularium.validation;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.tabularium.finding.Finding;
import org.tabularium.study.Study;
import org.tabularium.study.settings.StudyYaml;

/// Datasets that no table of a report used: who misses them in the report is not to look for a fault of his own.
public final class UnusedDatasets {

    /// Up to so many have a finding each.
    private static final int EACH = 3;
    private static final int NAMED = 20;
    private static final String REMEDY = "'tabularium tables' says what each table needs; a table of " + StudyYaml.FILE
            + " may name the dataset as dataset:";

    private UnusedDatasets() {}

    /// The datasets that no table used.
    ///
    /// @param used our names of the datasets that tables used
    public static List<Finding> of(Study study, Collection<String> used) {
        List<String> files = used.stream().flatMap(name -> theirs(study, name)).toList();
        List<String> unused = study.datasets().stream()
                .flatMap(name -> theirs(study, name))
                .filter(name -> !files.contains(name) && !name.equals(Study.ADSL))
                .distinct().sorted().toList();
        if (unused.size() <= EACH) {
            return unused.stream()
                    .map(name -> Finding.note("DATASET_UNUSED", "was used by no table").in(name).remedy(REMEDY)).toList();
        }
        String more = unused.size() > NAMED ? " and " + (unused.size() - NAMED) + " more" : "";
        return List.of(Finding.note("DATASET_UNUSED", String.join(", ", unused.stream().limit(NAMED).toList()) + more
                + " were used by no table").remedy(REMEDY));
    }

    private static Stream<String> theirs(Study study, String ours) {
        return study.names().datasets(ours, study.sources().keySet()).stream();
    }
}
