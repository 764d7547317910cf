package org.tabularium.analysis.event;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Clauses;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.LevelOrder;

/// The periods of a study in which records are: by APERIOD or another variable of them.
///
/// @param level the variable's value; empty for records without one, null where the dataset does not tell periods apart
/// @param decode the variable whose value says how it is called, where each period has one of its own; empty for none
/// @param label that value
/// @param rows its records
record PeriodsOfRecords(@Nullable String level, String decode, String label, BitSet rows) {

    /// What may decode APERIOD.
    private static final List<String> DECODES = List.of("APERIODC", "ATPTREF", "EPOCH");

    /// What is read.
    static List<String> read(String variable) {
        List<String> read = new ArrayList<>(DECODES);
        read.add(variable);
        return read;
    }

    /// The periods of some records in order; one without a name where the dataset does not tell them apart.
    static List<PeriodsOfRecords> of(String variable, JoinedRecords records, BitSet rows) {
        Optional<JoinedColumn> period = records.field(variable).filter(field -> field.via() == null);
        if (period.isEmpty()) {
            return List.of(new PeriodsOfRecords(null, "", "", rows));
        }
        Map<String, BitSet> byLevel = new TreeMap<>(LevelOrder.natural());
        rows.stream().forEach(row -> byLevel.computeIfAbsent(period.get().text(row), level -> new BitSet()).set(row));
        String decode = DECODES.stream().filter(name -> !labels(name, records, byLevel).isEmpty()).findFirst().orElse("");
        Map<String, String> labels = labels(decode, records, byLevel);
        return byLevel.entrySet().stream()
                .map(of -> new PeriodsOfRecords(of.getKey(), decode, labels.getOrDefault(of.getKey(), ""), of.getValue()))
                .toList();
    }

    /// Whether these are all records, since the dataset does not tell periods apart.
    boolean isWhole() {
        return level == null;
    }

    /// The key of its results.
    String name() {
        return level == null || level.isEmpty() ? RowName.Shared.NOT_GIVEN.level() : level;
    }

    /// What it is called above its rows.
    RowLabel heading() {
        if (name().equals(RowName.Shared.NOT_GIVEN.level())) {
            return new RowLabel.Named(RowName.Event.NO_PERIOD);
        }
        return label.isEmpty() ? new RowLabel.OfPeriod(name()) : new RowLabel.OfLevel(decode, label);
    }

    /// What its records have in common.
    Clauses clauses(String variable) {
        if (level == null) {
            return Clauses.NONE;
        }
        return level.isEmpty() ? Clauses.missing(variable) : Clauses.equal(variable, level);
    }

    /// The one value of a variable that each period has; empty where it has none or shares it.
    private static Map<String, String> labels(String decode, JoinedRecords records, Map<String, BitSet> byLevel) {
        Optional<JoinedColumn> field = records.field(decode).filter(own -> own.via() == null);
        Map<String, String> labels = new LinkedHashMap<>();
        for (Map.Entry<String, BitSet> of : byLevel.entrySet()) {
            if (of.getKey().isEmpty() || field.isEmpty()) {
                continue;
            }
            List<String> texts = of.getValue().stream().mapToObj(row -> field.get().text(row)).distinct().toList();
            if (texts.size() != 1 || texts.getFirst().isEmpty() || labels.containsValue(texts.getFirst())) {
                return Map.of();
            }
            labels.put(of.getKey(), texts.getFirst());
        }
        return labels;
    }
}
