package org.tabularium.analysis.event;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;

/// Subjects by the greatest level of a variable among some records, such as the severity of a solicited reaction. Levels rise by
/// the variable's N companion, else in clinical order, else by the alphabet; all that the dataset has are there, also at zero,
/// and "Missing" where somebody has records without a level only.
final class GreatestLevels implements WorstLevels {

    private final JoinedRecords records;
    private final String variable;
    private final JoinedColumn field;
    private final List<String> levels;

    private GreatestLevels(JoinedRecords records, String variable, JoinedColumn field, List<String> levels) {
        this.records = records;
        this.variable = variable;
        this.field = field;
        this.levels = levels;
    }

    /// The levels of a variable from the least to the greatest.
    ///
    /// @return empty where the records lack the variable
    static Optional<WorstLevels> of(JoinedRecords records, String variable) {
        return records.field(variable).map(field -> {
            List<String> levels = field.texts(records.size()).stream().filter(text -> !text.isEmpty())
                    .sorted(records.levelOrder(variable, field)).toList();
            return new GreatestLevels(records, variable, field, levels);
        });
    }

    @Override
    public Map<String, BitSet> rows(BitSet among) {
        Map<Integer, Integer> greatest = new HashMap<>();
        among.stream().forEach(row -> greatest.merge(records.subject(row), levels.indexOf(field.text(row)), Math::max));
        Map<String, BitSet> rows = new LinkedHashMap<>();
        levels.forEach(level -> rows.put(level, new BitSet()));
        greatest.forEach((subject, level) -> rows.computeIfAbsent(
                level < 0 ? RowName.Shared.MISSING.level() : levels.get(level), name -> new BitSet()).set(subject));
        return rows;
    }

    @Override
    public Set<String> names(BitSet among) {
        return rows(among).keySet();
    }

    @Override
    public Clauses clauses(String name) {
        return Clauses.of(Criterion.GREATEST_LEVEL, variable, name);
    }

    @Override
    public RowLabel label(String name) {
        return levels.contains(name) ? new RowLabel.OfLevel(variable, name) : new RowLabel.Named(RowName.Shared.MISSING);
    }
}
