package org.tabularium.analysis.frame;

import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Statistic;
import org.tabularium.result.SummaryLine;
import org.tabularium.result.Value;
import org.tabularium.result.display.RecordRemark;
import org.tabularium.statistic.Descriptive;
import org.tabularium.statistic.Quantile;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.StudySettings;

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

    /// The lines of these words.
    public static List<SummaryLine> lines(List<String> words) {
        return words.stream().map(SummaryLine::of).toList();
    }

    /// The lines that a shell asks for, else those of the house style.
    public static List<SummaryLine> lines(List<String> words, TableFrame frame) {
        return lines(words.isEmpty() ? frame.defaults().continuous() : words);
    }

    /// The lines of values by visit that a shell asks for, else those of the house style.
    public static List<SummaryLine> linesByVisit(List<String> words, TableFrame frame) {
        return lines(words.isEmpty() ? frame.defaults().byVisit() : words);
    }

    /// Whether these rows are one row that stands beside the variable's own label.
    public static boolean isOneRow(List<SummaryLine> lines) {
        return lines.size() == 1 && lines.getFirst().form() == Form.CENTRE_RANGE;
    }

    /// The statistics of one column: those that every table has of its numbers, and what this one asks for.
    ///
    /// @param values without missing ones
    public static Described statistics(TableFrame frame, ColumnHead column, Summarized summarized, double[] values) {
        Descriptive descriptive = Descriptive.of(values);
        StudySettings settings = frame.data().settings();
        Quantile type = Quantile.ofType(settings.quantile());
        Set<SummaryLine> asked = asked(frame);
        boolean geometric = isGeometric(asked);
        Behind behind = new Behind(summarized.having(), column.subjects(), column.subjects(), summarized.records());
        Map<Statistic, Result> results = new EnumMap<>(Statistic.class);
        results.put(Statistic.N, frame.result(summarized.dataset(), column, summarized.more(), summarized.variable(),
                summarized.level(), Statistic.N, new Value.Whole(descriptive.n()), summarized.clauses(), behind));
        for (Statistic statistic : Statistic.values()) {
            if (statistic.describesValues()
                    && (!statistic.isOnRequest() || asked.contains(statistic) || (geometric && statistic.isGeometric()))) {
                Value value = Counting.value(statistic.of(descriptive, type, settings.confidence()));
                results.put(statistic, frame.result(summarized.dataset(), column, summarized.more(), summarized.variable(),
                        summarized.level(), statistic, value, summarized.clauses(), behind));
            }
        }
        Map<SummaryLine.Percentile, Result> percentiles = new LinkedHashMap<>();
        for (SummaryLine line : asked) {
            if (line instanceof SummaryLine.Percentile percentile) {
                List<String> level = Stream.concat(summarized.level().stream(), Stream.of(percentile.level())).toList();
                Method method = Method.of(MethodId.QUANTILE, "p", ValueText.number(percentile.p()))
                        .with("type", String.valueOf(settings.quantile()));
                percentiles.put(percentile, frame.result(summarized.dataset(), column, summarized.more(), summarized.variable(),
                        level, Statistic.PERCENTILE, Counting.value(descriptive.quantile(type, percentile.p())),
                        summarized.clauses(), method, behind));
            }
        }
        return new Described(results, percentiles);
    }

    /// The lines that some rows of the table, or the house style, ask for.
    private static Set<SummaryLine> asked(TableFrame frame) {
        return Stream.of(frame.defaults().continuous().stream(), frame.defaults().byVisit().stream(),
                frame.shell().rows().stream().flatMap(rows -> rows.statistics().stream()))
                .flatMap(words -> words).map(SummaryLine::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Whether lines show geometric statistics.
    public static boolean isGeometric(Collection<SummaryLine> lines) {
        for (SummaryLine line : lines) {
            if (line.statistics().stream().anyMatch(Statistic::isGeometric)) {
                return true;
            }
        }
        return false;
    }

    /// Adds a row a line; results that no line shows go to the unshown ones.
    ///
    /// @param byColumn the statistics, a map a column
    public static void addRows(
            List<SummaryLine> lines,
            List<Described> byColumn,
            Summarized summarized,
            int indent,
            TableBody body) {
        for (SummaryLine line : lines) {
            List<CellResults> cells = byColumn.stream().map(column -> column.cell(line, summarized.decimals())).toList();
            body.row(line.statistics().contains(Statistic.GEOMETRIC_LOWER)
                    ? new RowLabel.OfLine(line, confidence(byColumn))
                    : new RowLabel.OfLine(line), indent, false, cells);
        }
        if (isGeometric(lines)) {
            addGeometricRemark(lines, byColumn, body);
        }
        addUnshown(lines, byColumn, body);
    }

    private static void addGeometricRemark(List<SummaryLine> lines, List<Described> byColumn, TableBody body) {
        body.remarks.add(new RecordRemark.GeometricStatistics());
        if (lines.stream().anyMatch(line -> line.statistics().contains(Statistic.GEOMETRIC_LOWER))) {
            body.remarks.add(new RecordRemark.GeometricLimits(confidence(byColumn)));
        }
        if (byColumn.stream().anyMatch(
                column -> column.result(Statistic.MIN).value() instanceof Value.Real(double least) && least <= 0)) {
            body.remarks.add(new RecordRemark.NoLogarithm());
        }
    }

    /// The confidence of the limits of geometric means.
    private static double confidence(List<Described> byColumn) {
        return Double.parseDouble(byColumn.getFirst().result(Statistic.GEOMETRIC_LOWER).method().options()
                .getOrDefault("confidence", ""));
    }

    /// Puts the results that no line shows with the unshown ones.
    public static void addUnshown(List<SummaryLine> lines, List<Described> byColumn, TableBody body) {
        byColumn.forEach(column -> column.unshown(lines, body.unshown::add));
    }
}
