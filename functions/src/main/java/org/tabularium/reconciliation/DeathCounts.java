package org.tabularium.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tabularium.finding.Finding;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;
import org.tabularium.shell.Shell;
import org.tabularium.shell.ShellCatalog;

/// Deaths as the tables `deaths`, `ae-overview` and `disposition` have them, all subjects together. They may differ for good
/// reasons: a death after the last adverse event, a death
/// of somebody who was never treated.
final class DeathCounts {

    private static final Set<String> REASONS = Set.of("EOSSTT", "DCSREAS");
    private static final Set<String> WORDS = Set.of("DEATH", "DIED", "DEAD", "DECEASED");

    private DeathCounts() {}

    /// A table's deaths.
    private record Deaths(ReportedTable table, String place, long number) {}

    static Optional<Finding> compare(List<ReportedTable> tables) {
        List<Deaths> deaths = new ArrayList<>();
        for (ReportedTable table : tables) {
            switch (table.name()) {
                case "deaths" -> add(table, deaths, r -> "DTHFL".equals(r.variable()));
                case "ae-overview" -> add(table, deaths, DeathCounts::isOfFatalEvents);
                case "disposition" -> add(table, deaths,
                        r -> REASONS.contains(String.valueOf(r.variable())) && r.level().size() == 1
                                && isDeath(r.level().getFirst()));
                default -> {}
            }
        }
        if (differ(deaths)) {
            deaths.removeIf(d -> !isAsBuiltIn(d.table().results().shell()));
        }
        if (!differ(deaths)) {
            return Optional.empty();
        }
        return Optional.of(Finding
                .warning("DEATHS_OF_TABLES_DIFFER", "the tables have different numbers of deaths: " + deaths.stream()
                        .map(d -> d.number() + " in " + d.place()).collect(Collectors.joining("; ")))
                .remedy("check who died and when; each table shows its own source and population"));
    }

    /// Whether a row counts the subjects with a fatal event, whatever it is called: its filter asks for an event that resulted in
    /// death, or whose outcome is fatal.
    private static boolean isOfFatalEvents(Result result) {
        return result.variable() == null && asksForDeath(result.selection().clauses());
    }

    private static boolean asksForDeath(Clauses clauses) {
        return clauses.all().stream().anyMatch(clause -> switch (clause) {
            case Clause.Compare compare -> compare.variable().equals("AESDTH") || compare.values().equals(List.of("FATAL"));
            case Clause.Any any -> any.ways().stream().anyMatch(DeathCounts::asksForDeath);
            case Clause.Missing _,Clause.Not _,Clause.Later _,Clause.Named _ -> false;
        });
    }

    private static boolean differ(List<Deaths> deaths) {
        return deaths.stream().map(Deaths::number).distinct().count() > 1;
    }

    /// Whether the table counts whom the built-in one counts.
    private static boolean isAsBuiltIn(Shell shell) {
        Shell builtIn = ShellCatalog.builtIn().shell(shell.id());
        return Objects.equals(shell.where(), builtIn.where()) && shell.population() == builtIn.population();
    }

    private static void add(ReportedTable table, List<Deaths> deaths, Predicate<Result> row) {
        table.numbers().stream()
                .filter(n -> n.result().statistic() == Statistic.COUNT && row.test(n.result()))
                .filter(n -> table.arm(n.result()).isEmpty() && n.result().groups().isEmpty())
                .map(n -> new Deaths(table, table.place(n.result()), n.value()))
                .max((one, other) -> Long.compare(one.number(), other.number()))
                .ifPresent(deaths::add);
    }

    private static boolean isDeath(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        return WORDS.contains(upper) || upper.startsWith("DEATH ");
    }
}
