package org.tabularium.ars;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Clauses;
import org.tabularium.result.Method;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;
import org.tabularium.result.Statistic;
import org.tabularium.run.PublishedResult;

/// The analyses of a run and what they share (analysis sets, data subsets, methods, arms), each with its id: an analysis a row
/// of a display, one for its arms and one for the total. Values of listings are no analyses.
final class RunAnalyses {

    private final Map<Key, List<PublishedResult>> analyses = new LinkedHashMap<>();
    private final Map<Population, String> sets = new LinkedHashMap<>();
    private final Map<Subset, String> subsets = new LinkedHashMap<>();
    private final Map<List<Operation>, String> methods = new LinkedHashMap<>();
    private final Map<String, Set<String>> arms = new TreeMap<>();
    private final Percentages percentages = new Percentages();
    private final Map<Place, Integer> columnTotals = new HashMap<>();

    /// What results of one analysis have in common.
    ///
    /// @param arm the variable of the arms; null for the total
    record Key(String display, String dataset, @Nullable String variable, List<String> level, Map<String, String> groups,
            Selection selection, @Nullable String arm) {

        /// What it is called.
        String name() {
            List<String> parts = new ArrayList<>();
            parts.add(display);
            if (variable != null) {
                parts.add(variable);
            }
            parts.addAll(level);
            parts.addAll(groups.values());
            parts.add(arm == null ? "all" : "by " + arm);
            return String.join(" / ", parts);
        }

        private Population population() {
            return new Population(selection.population().word(), selection.of());
        }

        private Subset subset() {
            return new Subset(dataset, selection.clauses());
        }
    }

    /// Where numbers of columns stand: a display, and the variable of its arms.
    private record Place(String display, @Nullable String arm) {}

    /// An analysis set.
    record Population(String name, Clauses of) {}

    /// A data subset.
    record Subset(String dataset, Clauses clauses) {}

    /// An operation of a method.
    record Operation(Statistic statistic, Method method) {

        static Operation of(PublishedResult published) {
            return new Operation(published.result().statistic(), published.result().method());
        }
    }

    RunAnalyses(List<PublishedResult> results) {
        results.stream().filter(result -> result.result().statistic() != Statistic.VALUE).forEach(this::add);
        analyses.forEach(this::define);
        placeColumnTotals();
    }

    /// Results by what they have in common, in the order of the run; the number of an analysis is its place, from 1.
    Map<Key, List<PublishedResult>> analyses() {
        return analyses;
    }

    /// Analysis sets with their ids.
    Map<Population, String> sets() {
        return sets;
    }

    /// Data subsets with their ids.
    Map<Subset, String> subsets() {
        return subsets;
    }

    /// The operations of methods with the methods' ids.
    Map<List<Operation>, String> methods() {
        return methods;
    }

    /// The arms of each variable that groups subjects.
    Map<String, Set<String>> arms() {
        return arms;
    }

    /// The id of an analysis's set.
    String set(Key key) {
        return sets.getOrDefault(key.population(), "");
    }

    /// The id of an analysis's data subset; empty where it is of all records.
    String subset(Key key) {
        return subsets.getOrDefault(key.subset(), "");
    }

    /// The id of the method of some operations.
    String method(List<Operation> operations) {
        return methods.getOrDefault(operations, "");
    }

    /// The operations of results, each once.
    static List<Operation> operations(List<PublishedResult> results) {
        return results.stream().map(Operation::of).distinct().toList();
    }

    /// At which place of operations, from 0, a statistic stands; -1 for none.
    static int place(List<Operation> operations, Statistic statistic) {
        return operations.stream().map(Operation::statistic).toList().indexOf(statistic);
    }

    /// The operation that counts subjects in columns; empty where no display has any.
    String columnTotal() {
        return methods.entrySet().stream().filter(method -> place(method.getKey(), Statistic.COLUMN_TOTAL) == 0)
                .map(method -> method.getValue() + "_1").findFirst().orElse("");
    }

    /// The number of the analysis that has the denominators of another's percentages; null where none is known.
    @Nullable
    Integer denominators(int number, Key key, List<PublishedResult> results) {
        if (place(operations(results), Statistic.N) >= 0) {
            return number;
        }
        Integer columns = columnTotals.get(new Place(key.display, key.arm));
        return columns != null && (columns == number || percentages.areOfColumns(results)) ? columns : null;
    }

    private void add(PublishedResult published) {
        percentages.add(published);
        Result result = published.result();
        Selection.Arm arm = result.selection().arm();
        Map<String, String> groups = new TreeMap<>(result.groups());
        if (arm != null) {
            groups.remove(arm.variable());
            arms.computeIfAbsent(arm.variable(), v -> new LinkedHashSet<>()).add(arm.level());
        }
        analyses.computeIfAbsent(new Key(published.table(), result.dataset(), result.variable(), result.level(), groups,
                result.selection().withoutArm(), arm == null ? null : arm.variable()), k -> new ArrayList<>()).add(published);
    }

    private void define(Key key, List<PublishedResult> results) {
        sets.computeIfAbsent(key.population(), p -> "SET_" + (sets.size() + 1));
        if (!key.selection.clauses().isEmpty()) {
            subsets.computeIfAbsent(key.subset(), s -> "SUB_" + (subsets.size() + 1));
        }
        methods.computeIfAbsent(operations(results), m -> "MTH_" + (methods.size() + 1));
    }

    private void placeColumnTotals() {
        int number = 0;
        for (Map.Entry<Key, List<PublishedResult>> analysis : analyses.entrySet()) {
            number++;
            if (analysis.getValue().getFirst().result().statistic() == Statistic.COLUMN_TOTAL) {
                columnTotals.put(new Place(analysis.getKey().display, analysis.getKey().arm), number);
            }
        }
    }
}
