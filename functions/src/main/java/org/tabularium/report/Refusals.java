package org.tabularium.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tabularium.dataset.TextColumn;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.Shell;
import org.tabularium.study.StudyData;
import org.tabularium.validation.RefusedTables;

/// Which tables of a report were refused, by the datasets that they would have used.
final class Refusals {

    private Refusals() {}

    /// @param computed the tables that were tried
    static RefusedTables of(ReportInputs inputs, List<Computed> computed) {
        Map<String, String> byDataset = new TreeMap<>();
        for (Computed one : computed) {
            if (one.obstacle() != null) {
                Shell shell = one.planned().shell();
                datasets(shell, inputs).forEach(dataset -> byDataset.putIfAbsent(dataset, shell.name()));
            }
        }
        return new RefusedTables(byDataset, id -> inputs.plan().isUnmet(inputs.study(), id));
    }

    private static Stream<String> datasets(Shell shell, ReportInputs inputs) {
        if (!shell.dataset().isEmpty()) {
            return Stream.of(shell.dataset());
        }
        if (!shell.hasParameters() || inputs.data().isEmpty()) {
            return Stream.empty();
        }
        StudyData data = inputs.data().get();
        List<String> codes = shell.rows().stream().flatMap(rows -> rows.parameters().stream())
                .map(code -> data.study().names().parameter(code)).toList();
        List<String> read = BdsParameter.candidates(data.study(), "").stream()
                .filter(dataset -> data.dataset(dataset).filter(found -> found.has("PARAMCD")).isPresent())
                .toList();
        // Where the rows do not list their parameters it is clear only if there is one dataset of them.
        return codes.isEmpty() && read.size() == 1
                ? read.stream()
                : read.stream().filter(dataset -> hasOne(data, dataset, codes));
    }

    private static boolean hasOne(StudyData data, String dataset, List<String> codes) {
        return data.dataset(dataset).flatMap(read -> read.column("PARAMCD")).orElse(null) instanceof TextColumn parameters
                && parameters.dictionary().stream()
                        .anyMatch(code -> codes.stream().anyMatch(wanted -> wanted.equalsIgnoreCase(code.strip())));
    }
}
