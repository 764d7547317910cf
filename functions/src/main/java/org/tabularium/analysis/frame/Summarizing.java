package org.tabularium.analysis.frame;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.RecordRemark;
import org.tabularium.result.Result;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.SummaryLine;
import org.tabularium.statistic.Descriptive;
import org.tabularium.statistic.Quantile;

/// Descriptive statistics of numbers in columns, and the rows that show them.
public final class Summarizing {

    /// What is summarised.
    ///
    /// @param dataset where the numbers came from
    /// @param more grouping variables beside the arm
    /// @param variable the analysed variable
    /// @param level labels that lead to the numbers; empty for none
    /// @param clauses the filter
    /// @param decimals decimals the numbers were collected with
    /// @param having who has a number
    /// @param records where; null where that is in no file
    public record Summarized(
            String dataset,
            Map<String, String> more,
            @Nullable String variable,
            List<String> level,
            Clauses clauses,
            int decimals,
            BitSet having,
            @Nullable Records records) {}

    private Summarizing() {}

    /// The lines that a shell asks for.
    ///
    /// @param words of the shell
    /// @param usual where the shell has none
    public static List<SummaryLine> lines(List<String> words, List<SummaryLine> usual) {
        return words.isEmpty() ? usual : words.stream().map(SummaryLine::of).toList();
    }

    /// The lines that a shell asks for, else those of the house style.
    public static List<SummaryLine> lines(List<String> words, TableFrame frame) {
        return lines(words.isEmpty() ? frame.defaults().continuous() : words, List.of());
    }

    /// Whether these rows are one row that stands beside the variable's own label.
    public static boolean isOneRow(List<SummaryLine> lines) {
        return lines.size() == 1 && lines.getFirst().form() == Form.CENTRE_RANGE;
    }

    /// All statistics of one column.
    ///
    /// @param values without missing ones
    public static Map<Statistic, Result> statistics(
            TableFrame frame, ColumnHead column, Summarized summarized, double[] values) {
        Descriptive descriptive = Descriptive.of(values);
        Quantile type = Quantile.ofType(frame.data().settings().quantile());
        Map<Statistic, Value> computed = new EnumMap<>(Statistic.class);
        computed.put(Statistic.N, new Value.Whole(descriptive.n()));
        boolean request = isGeometric(frame.shell().rows().stream().flatMap(rows -> rows.statistics().stream())
                .map(SummaryLine::of).toList());
        for (Statistic statistic : Statistic.values()) {
            if (statistic.describesValues() && (request || !statistic.isOnRequest())) {
                computed.put(statistic, Counting.value(statistic.of(descriptive, type, frame.data().settings().confidence())));
            }
        }
        Behind behind = new Behind(summarized.having(), column.subjects(), column.subjects(), summarized.records());
        Map<Statistic, Result> results = new EnumMap<>(Statistic.class);
        computed.forEach((statistic, value) -> results.put(
                statistic,
                frame.result(
                        summarized.dataset(),
                        column,
                        summarized.more(),
                        summarized.variable(),
                        summarized.level(),
                        statistic,
                        value,
                        summarized.clauses(),
                        behind)));
        return results;
    }

    /// Whether lines show geometric statistics, which are computed where a shell asks for them.
    private static boolean isGeometric(List<SummaryLine> lines) {
        return lines.stream().flatMap(line -> line.statistics().stream()).anyMatch(Statistic::isOnRequest);
    }

    /// Adds a row a line; results that no line shows go to the unshown ones.
    ///
    /// @param byColumn the statistics, a map a column
    public static void addRows(
            List<SummaryLine> lines,
            List<Map<Statistic, Result>> byColumn,
            Summarized summarized,
            int indent,
            TableBody body) {
        for (SummaryLine line : lines) {
            List<CellResults> cells = byColumn.stream()
                    .map(results -> cell(line, results, summarized.decimals()))
                    .toList();
            body.row(new RowLabel.OfLine(line), indent, false, cells);
        }
        if (isGeometric(lines)) {
            addGeometricRemark(lines, byColumn, body);
        }
        addUnshown(lines, byColumn, body);
    }

    private static void addGeometricRemark(List<SummaryLine> lines, List<Map<Statistic, Result>> byColumn, TableBody body) {
        boolean leftOut = byColumn.stream()
                .anyMatch(results -> result(results, Statistic.MIN).value() instanceof Value.Real(double least) && least <= 0);
        boolean limits = lines.stream().anyMatch(line -> line.statistics().contains(Statistic.GEOMETRIC_LOWER));
        String confidence = result(byColumn.getFirst(), Statistic.GEOMETRIC_LOWER).method().options().getOrDefault("confidence",
                "");
        body.remarks.add(new RecordRemark.GeometricStatistics(limits ? Double.parseDouble(confidence) : Double.NaN, leftOut));
    }

    /// Puts the results that no line shows with the unshown ones.
    public static void addUnshown(List<SummaryLine> lines, List<Map<Statistic, Result>> byColumn, TableBody body) {
        List<Statistic> shown = new ArrayList<>();
        lines.forEach(line -> shown.addAll(line.statistics()));
        byColumn.forEach(results -> results.forEach((statistic, result) -> {
            if (!shown.contains(statistic)) {
                body.unshown.add(result);
            }
        }));
    }

    /// The cell of a line.
    public static CellResults cell(SummaryLine line, Map<Statistic, Result> results, int decimals) {
        List<Result> shown = line.statistics().stream().map(s -> result(results, s)).toList();
        return new CellResults(line.form(), shown, decimals, 0);
    }

    private static Result result(Map<Statistic, Result> results, Statistic statistic) {
        Result result = results.get(statistic);
        if (result == null) {
            throw new IllegalStateException("no " + statistic.word());
        }
        return result;
    }
}
