package org.tabularium.validation.define;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.define.DefinedDataset;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// No two records of a dataset are the same in the variables that define.xml calls its keys. ADSL, whose subjects are held to be
/// one row each by another rule, is left to it; a dataset that lacks one of its keys cannot be looked at.
public final class DefinedKeys implements Rule {

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    @Override
    public void ask(Study study, RequestedColumns requested) {
        WholeDatasets.names(study).forEach(name -> requested.ask(name, keys(study, name)));
    }

    private static List<String> keys(Study study, String name) {
        return name.equals(Study.ADSL)
                ? List.of()
                : WholeDatasets.definition(study, name).map(DefinedDataset::keys)
                        .filter(keys -> study.variables(name).containsAll(keys))
                        .orElse(List.of());
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset.of(data, WholeDatasets.names(data.study())).forEach(dataset -> {
            List<String> keys = keys(data.study(), dataset.name());
            List<Column> columns = keys.stream().map(dataset::column).flatMap(Optional::stream).toList();
            if (!keys.isEmpty() && columns.size() == keys.size()) {
                check(data, dataset, keys, columns, findings);
            }
        });
    }

    private static void check(StudyData data, ExaminedDataset dataset, List<String> keys, List<Column> columns,
            Consumer<Finding> findings) {
        String named = keys.stream().collect(Collectors.joining(", "));
        Finding pattern = Finding.warning("DEFINE_KEY", "is the same as an earlier row in " + named)
                .remedy("keep one of the records, or correct the keys in " + data.study().definition().file());
        BitSet alike = alike(columns, dataset.rows());
        Map<List<String>, Integer> first = new HashMap<>();
        try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
            for (int row = alike.nextSetBit(0); row >= 0; row = alike.nextSetBit(row + 1)) {
                int at = row;
                Integer before = first.putIfAbsent(columns.stream().map(column -> ValueText.text(column, at)).toList(), row);
                if (before != null) {
                    long source = dataset.sourceRow(before);
                    rows.add(row, _ -> "", _ -> "is the same as row " + source + " in " + named + ", which "
                            + data.study().definition().file() + " calls the dataset's keys");
                }
            }
        }
    }

    /// Rows that may be the same as another: what is compared exactly is few of many.
    private static BitSet alike(List<Column> columns, int rows) {
        long[] prints = new long[rows];
        for (Column column : columns) {
            IntToLongFunction print = print(column);
            for (int row = 0; row < rows; row++) {
                prints[row] = (prints[row] ^ print.applyAsLong(row)) * PRIME;
                prints[row] ^= prints[row] >>> 32;
            }
        }
        long[] sorted = prints.clone();
        Arrays.sort(sorted);
        Set<Long> twice = new HashSet<>();
        for (int i = 1; i < rows; i++) {
            if (sorted[i] == sorted[i - 1]) {
                twice.add(sorted[i]);
            }
        }
        BitSet alike = new BitSet();
        for (int row = 0; row < rows && !twice.isEmpty(); row++) {
            if (twice.contains(prints[row])) {
                alike.set(row);
            }
        }
        return alike;
    }

    private static IntToLongFunction print(Column column) {
        return switch (column) {
            case TextColumn text -> {
                long[] byCode = text.dictionary().stream().mapToLong(value -> value.strip().hashCode()).toArray();
                yield row -> byCode[text.code(row)];
            }
            // As text, as they are compared: noise of binary numbers does not tell two records apart.
            case NumericColumn number -> row -> ValueText.text(number, row).hashCode();
        };
    }
}
