package org.tabularium.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;
import org.tabularium.run.Place;
import org.tabularium.run.PublishedResult;
import org.tabularium.study.TimeUnit;
import org.tabularium.shell.rows.Prose.Slot;

/// Finds the results that a slot names. A table that was made several times under other names is all of them.
final class FoundResults {

    private static final String PARAMETER = "PARAMCD";
    private static final String VISIT = "AVISIT";

    private final Map<String, List<PublishedResult>> byTable = new LinkedHashMap<>();

    /// @param shells the id of the shell that each display was made of, by its name
    FoundResults(List<PublishedResult> results, Map<String, String> shells) {
        results.forEach(result -> byTable
                .computeIfAbsent(shells.getOrDefault(result.table(), result.table()), t -> new ArrayList<>()).add(result));
    }

    /// The result of all arms together that the slot names.
    Optional<PublishedResult> one(Slot slot, String statistic) {
        return of(slot, statistic).stream().filter(r -> arm(r) == null).findFirst();
    }

    /// Every result that the slot names, whatever the arm, in the order of the table; a level may go on behind what is named.
    List<PublishedResult> of(Slot slot, String statistic) {
        return byTable.getOrDefault(slot.table(), List.of()).stream()
                .filter(r -> isNamed(slot, r.result(), statistic) && isInUnit(slot.unit(), r.place())).toList();
    }

    /// The statistics of the same cell.
    Optional<PublishedResult> beside(PublishedResult result, String statistic) {
        return byTable.values().stream().flatMap(List::stream).filter(r -> r.table().equals(result.table())
                && r.key().cell().equals(result.key().cell()) && r.result().statistic().word().equals(statistic)).findFirst();
    }

    /// What a count is out of: those of its row, else those of its column.
    Optional<PublishedResult> denominator(PublishedResult count) {
        return beside(count, "n")
                .or(() -> byTable.values().stream().flatMap(List::stream).filter(r -> r.table().equals(count.table())
                        && r.result().statistic().word().equals("N") && Objects.equals(arm(r), arm(count))).findFirst());
    }

    static @Nullable String arm(PublishedResult result) {
        Selection.Arm arm = result.result().selection().arm();
        return arm == null ? null : arm.level();
    }

    private static boolean isNamed(Slot slot, Result result, String statistic) {
        return result.statistic().word().equals(statistic)
                && (slot.variable() == null || slot.variable().equals(result.variable()))
                && (slot.parameter() == null || slot.parameter().equals(result.groups().get(PARAMETER)))
                && (slot.visit() == null || slot.visit().equals(result.groups().get(VISIT)))
                && isLevel(slot.level(), result.level());
    }

    /// Whether the label of the result's row says no other unit of time: of a duration in months no sentence says years.
    private static boolean isInUnit(@Nullable String unit, @Nullable Place place) {
        return unit == null || place == null || place.row().stream().allMatch(
                label -> TimeUnit.ofLabel(label).map(written -> written.unit().word().equals(unit)).orElse(true));
    }

    private static boolean isLevel(List<String> named, List<String> level) {
        if (named.size() > level.size()) {
            return false;
        }
        for (int i = 0; i < named.size(); i++) {
            if (!named.get(i).equalsIgnoreCase(level.get(i))) {
                return false;
            }
        }
        return true;
    }
}
