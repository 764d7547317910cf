package org.tabularium.reconciliation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.result.Behind;
import org.tabularium.result.Clauses;
import org.tabularium.result.Method;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.shell.Shell;
import org.tabularium.study.Study;
import org.tabularium.study.ValueText;

/// A figure says what the table of the same says: counts, numbers at risk, medians, hazard ratios, differences and their limits.
///
/// Compared are results of one key where the figure's kind says that the table's rows are of the same
/// ([DeclaredRows#saysTheSameAs]), and counts of a level of ADSL among the same subjects anywhere.
final class FigureAndTable {

    private static final double TINY = 1e-9;
    private static final Set<Statistic> COUNTS = EnumSet.of(Statistic.COUNT, Statistic.N, Statistic.EVENTS, Statistic.CENSORED,
            Statistic.AT_RISK);

    private FigureAndTable() {}

    static List<Finding> compare(List<ReportedTable> displays) {
        List<Finding> findings = new ArrayList<>();
        for (ReportedTable figure : displays) {
            figure.results().shell().figure().ifPresent(declared -> {
                for (ReportedTable table : displays) {
                    if (table.results().shell().figure().isEmpty()) {
                        compare(figure, declared, table, findings);
                    }
                }
            });
        }
        return findings;
    }

    private static void compare(ReportedTable figure, DeclaredFigure declared, ReportedTable table, List<Finding> findings) {
        boolean same = isOfTheSame(figure.results().shell(), table.results().shell())
                && table.results().shell().rows().stream().anyMatch(declared::saysTheSameAs);
        Map<Key, Result> byKey = new HashMap<>();
        table.results().rows().stream().flatMap(row -> row.cells().stream()).flatMap(cell -> cell.results().stream())
                .filter(result -> same || isOfSubjects(result)).forEach(result -> byKey.putIfAbsent(key(result, same), result));
        if (byKey.isEmpty()) {
            return;
        }
        Stream<Result> drawn = figure.results().drawn().stream().flatMap(row -> row.results().stream())
                .filter(result -> same || isOfSubjects(result));
        drawn.forEach(result -> {
            Result other = byKey.get(key(result, same));
            if (other != null && (same || isAmongTheSame(result, other)) && differ(result.value(), other.value())) {
                findings.add(Finding.error("FIGURE_DIFFERS", result.statistic().word() + " is " + shown(result.value()) + " in "
                        + figure.place(result) + ", but " + shown(other.value()) + " in " + table.place(other))
                        .in(result.dataset()).remedy(SameRows.REMEDY));
            }
        });
    }

    /// Whether two displays are of the same subjects and columns.
    private static boolean isOfTheSame(Shell figure, Shell table) {
        return figure.population() == table.population() && figure.by().equals(table.by())
                && Objects.equals(figure.where(), table.where()) && Objects.equals(figure.against(), table.against());
    }

    private static boolean isOfSubjects(Result result) {
        return result.dataset().equals(Study.ADSL) && result.variable() != null && result.statistic() == Statistic.COUNT;
    }

    private static boolean isAmongTheSame(Result result, Result other) {
        Behind behind = result.behind();
        Behind others = other.behind();
        return behind != null && others != null && behind.within().equals(others.within());
    }

    /// What two numbers have in common that must be the same.
    ///
    /// @param of the analysis set and subgroup
    /// @param clauses what narrows it further; null where the kinds of display say it otherwise
    /// @param method of what more than one method may give; null for counts
    private record Key(String dataset, Statistic statistic, @Nullable String variable, List<String> level,
            Map<String, String> groups, @Nullable Clauses of, @Nullable Clauses clauses, @Nullable Method method) {}

    private static Key key(Result result, boolean same) {
        return new Key(result.dataset(), result.statistic(), result.variable(), result.level(), result.groups(),
                same ? result.selection().of() : null, same ? null : result.selection().clauses(),
                COUNTS.contains(result.statistic()) ? null : result.method());
    }

    private static boolean differ(Value value, Value other) {
        double first = number(value);
        double second = number(other);
        return Double.isNaN(first) != Double.isNaN(second) || Math.abs(first - second) > TINY * Math.max(1, Math.abs(first));
    }

    private static String shown(Value value) {
        double number = number(value);
        return Double.isNaN(number) ? "not estimable" : ValueText.number(number);
    }

    private static double number(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> whole;
            case Value.Real(double real) -> real;
            case Value.Text _ -> Double.NaN;
            case Value.NotEstimable _ -> Double.NaN;
        };
    }
}
