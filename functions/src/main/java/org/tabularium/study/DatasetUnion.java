package org.tabularium.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.Variable;

/// The parts of a split dataset one under the other, as SAS's `SET` statement does it: a variable that a part lacks is missing
/// there.
///
/// A variable that is numeric in one part and text in another is text in the whole. The row numbers stay those of the parts.
final class DatasetUnion {

    private DatasetUnion() {}

    static Dataset of(String name, List<Dataset> parts) {
        if (parts.size() == 1) {
            return parts.getFirst().named(name);
        }
        Set<String> variables = new LinkedHashSet<>();
        parts.forEach(part -> part.columns().forEach(c -> variables.add(c.variable().name())));
        List<Column> columns = variables.stream().map(v -> column(v, parts)).toList();
        return new Dataset(name, parts.getFirst().label(), sourceRows(parts), columns);
    }

    private static long[] sourceRows(List<Dataset> parts) {
        long[] rows = new long[parts.stream().mapToInt(Dataset::rows).sum()];
        int at = 0;
        for (Dataset part : parts) {
            for (int row = 0; row < part.rows(); row++) {
                rows[at++] = part.sourceRow(row);
            }
        }
        return rows;
    }

    private static Column column(String variable, List<Dataset> parts) {
        List<Variable> declared = parts.stream()
                .flatMap(p -> p.column(variable).stream())
                .map(Column::variable)
                .toList();
        Variable first = declared.getFirst();
        boolean numeric = declared.stream().allMatch(v -> v.kind() == Kind.NUMERIC);
        return numeric ? numbers(first, parts) : texts(first, parts);
    }

    private static NumericColumn numbers(Variable variable, List<Dataset> parts) {
        double[] values = new double[parts.stream().mapToInt(Dataset::rows).sum()];
        Arrays.fill(values, Missing.DOT);
        int at = 0;
        for (Dataset part : parts) {
            if (part.column(variable.name()).orElse(null) instanceof NumericColumn numbers) {
                for (int row = 0; row < part.rows(); row++) {
                    values[at + row] = numbers.value(row);
                }
            }
            at += part.rows();
        }
        return new NumericColumn(variable, values);
    }

    private static TextColumn texts(Variable variable, List<Dataset> parts) {
        int[] codes = new int[parts.stream().mapToInt(Dataset::rows).sum()];
        List<String> dictionary = new ArrayList<>(List.of(""));
        Map<String, Integer> known = new HashMap<>(Map.of("", 0));
        int at = 0;
        for (Dataset part : parts) {
            Column column = part.column(variable.name()).orElse(null);
            for (int row = 0; row < part.rows() && column != null; row++) {
                codes[at + row] = known.computeIfAbsent(ValueText.text(column, row), text -> {
                    dictionary.add(text);
                    return dictionary.size() - 1;
                });
            }
            at += part.rows();
        }
        Variable text = new Variable(variable.name(), variable.label(), Kind.TEXT, variable.format());
        return new TextColumn(text, codes, dictionary);
    }
}
