package org.tabularium.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.Analyses;
import org.tabularium.finding.Finding;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.unknown.UnknownParameters;
import org.tabularium.selection.unknown.UnknownValues;
import org.tabularium.selection.unknown.UnknownVariables;
import org.tabularium.shell.NamedVariable;
import org.tabularium.shell.Shell;
import org.tabularium.shell.ShellCatalog;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.settings.StudySettings.TableRequest;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.yaml.YamlMap;

/// Which tables a report holds, in order: those study.yaml lists, else every shell of the catalogue; of these the ones the
/// caller
/// names, where it names any.
final class ReportPlan {

    /// A table to be made.
    ///
    /// @param requested whether somebody asked for it by name
    /// @param unmet why the datasets' headers stand against it; null where they do not
    record Planned(Shell shell, boolean requested, @Nullable Obstacle unmet) {

        private Planned ofItsPopulation(StudyData data) {
            return new Planned(Analyses.ofItsPopulation(data, shell), requested, unmet);
        }
    }

    /// An entry of `tables:` and the shell that it asks for.
    private record Asked(TableRequest request, Shell shell) {}

    private final List<Asked> asked;
    private final List<Planned> tables;
    /// Shells that leave their parameter open, by the names of their tables that the caller gave.
    private final Map<String, Planned> opened;
    private final Set<String> named;
    private final ShellCatalog catalog;

    private ReportPlan(List<Asked> asked, List<Planned> tables, Map<String, Planned> opened, Set<String> named,
            ShellCatalog catalog) {
        this.asked = asked;
        this.catalog = catalog;
        this.tables = tables;
        this.opened = opened;
        this.named = named;
    }

    /// @param listings whether listings are made that nobody asks for
    /// @param named what the caller asks for; empty for everything
    static ReportPlan of(Study study, ShellCatalog catalog, StudySettings settings, boolean listings, List<String> named) {
        List<Asked> asked = settings.tables().stream().map(request -> new Asked(request, catalog.shell(request))).toList();
        Map<String, Planned> tables = new LinkedHashMap<>();
        Map<String, Planned> opened = new LinkedHashMap<>();
        if (asked.isEmpty()) {
            catalog.ids().stream().map(catalog::shell)
                    .filter(shell -> listings || !shell.isListing())
                    .forEach(shell -> add(tables, study, shell, false));
        } else {
            numbered(asked.stream().map(Asked::shell).toList()).forEach(shell -> add(tables, study, shell, true));
        }
        for (String name : named) {
            boolean planned = tables.values().stream()
                    .anyMatch(t -> t.shell().name().equals(name) || t.shell().id().equals(name));
            if (!planned && catalog.ids().contains(name)) {
                add(tables, study, catalog.shell(name), true);
            } else if (!planned) {
                catalog.open(name).ifPresent(
                        shell -> opened.put(name, new Planned(shell, true, Analyses.unmet(study, shell).orElse(null))));
            }
        }
        return new ReportPlan(asked, List.copyOf(tables.values()), opened, new LinkedHashSet<>(named), catalog);
    }

    /// The shells, of which those that are made of one shell and have its number get .1, .2 … behind it: no two tables of a
    /// report have one number unless the sponsor gives it to both.
    private static List<Shell> numbered(List<Shell> shells) {
        Map<String, Integer> made = new HashMap<>();
        return shells.stream().map(shell -> {
            long alike = shells.stream().filter(other -> other.id().equals(shell.id()) && other.number().equals(shell.number()))
                    .count();
            if (alike < 2 || shell.number().isEmpty()) {
                return shell;
            }
            return shell.numbered(shell.number() + "." + made.merge(shell.id() + " " + shell.number(), 1, Integer::sum));
        }).toList();
    }

    /// Variables of a sponsor's own shells and of the entries of `tables:` that the study does not have.
    List<Finding> unknownVariables(Study study, ShellCatalog catalog) {
        List<Finding> findings = new ArrayList<>();
        ownShells(catalog).forEach((id, shell) -> findings.addAll(
                UnknownVariables.of(study, catalog.shell(id), NamedVariable.of(shell))));
        asked.forEach(table -> findings.addAll(
                UnknownVariables.of(study, table.shell(), NamedVariable.of(table.request().parameters()))));
        return findings;
    }

    /// Parameters and values of a sponsor's own shells and of the entries of `tables:` that the data do not have.
    List<Finding> unknownNames(StudyData data, ShellCatalog catalog) {
        List<Finding> findings = new ArrayList<>();
        ownShells(catalog).forEach((id, shell) -> {
            findings.addAll(UnknownParameters.of(data, shell));
            findings.addAll(UnknownValues.of(data, catalog.shell(id), shell));
        });
        asked.forEach(table -> {
            findings.addAll(UnknownParameters.of(data, table.request().parameters()));
            findings.addAll(UnknownValues.of(data, table.shell(), table.request().parameters()));
        });
        return findings;
    }

    /// The sponsor's own shells among the tables, as they are written, by id. Where tables are asked for by name the others are
    /// no matter: a library of shells has those of other studies.
    private Map<String, YamlMap> ownShells(ShellCatalog catalog) {
        Map<String, YamlMap> shells = new LinkedHashMap<>(catalog.own());
        shells.keySet().retainAll(tables.stream().map(Planned::shell).filter(shell -> named.isEmpty() || mayBeNamed(shell))
                .map(Shell::id).toList());
        return shells;
    }

    private static void add(
            Map<String, Planned> tables, Study study, Shell shell, boolean requested) {
        Obstacle unmet = Analyses.unmet(study, shell).orElse(null);
        if (requested || Analyses.isOffered(study, shell)) {
            tables.put(shell.name(), new Planned(shell, requested, unmet));
        }
    }

    /// Whether the study's variables stand against a table.
    boolean isUnmet(Study study, String id) {
        return !catalog.ids().contains(id) || Analyses.unmet(study, catalog.shell(id)).isPresent();
    }

    /// Asks for the columns of every table that may be made.
    void ask(Study study, RequestedColumns requested) {
        Stream.concat(tables.stream(), opened.values().stream())
                .filter(t -> t.unmet() == null && (named.isEmpty() || mayBeNamed(t.shell())))
                .forEach(t -> Analyses.ask(study, t.shell(), requested));
    }

    private boolean mayBeNamed(Shell shell) {
        boolean quoted = tables.stream().filter(t -> named.contains(t.shell().name()))
                .anyMatch(t -> t.shell().text().map(text -> text.tables().contains(shell.id())).orElse(false));
        return quoted || named.contains(shell.id())
                || named.stream().anyMatch(n -> n.equals(shell.name()) || n.startsWith(shell.name() + "-"));
    }

    /// The tables to be made, now that the data are there: a shell that leaves its parameter open is one table a parameter
    /// found;
    /// only those the caller named remain.
    List<Planned> tables(StudyData data) {
        return withParameters(data).stream().map(planned -> planned.ofItsPopulation(data)).toList();
    }

    private List<Planned> withParameters(StudyData data) {
        List<Planned> all = new ArrayList<>();
        for (Planned planned : tables) {
            if (!planned.requested() && planned.unmet() == null && named.isEmpty()
                    && !Analyses.isFitting(data, planned.shell())) {
                continue;
            }
            if (planned.shell().isOnePerParameter() && planned.unmet() == null) {
                all.addAll(byParameter(planned, data));
            } else {
                all.add(planned);
            }
        }
        if (named.isEmpty()) {
            return all;
        }
        opened.forEach((name, shell) -> {
            if (all.stream().noneMatch(planned -> planned.shell().name().equals(name))) {
                all.add(ofParameter(name, shell, data));
            }
        });
        List<Planned> chosen = all.stream()
                .filter(p -> named.contains(p.shell().name()) || (named.contains(p.shell().id())
                        && all.stream().noneMatch(other -> other.shell().name().equals(p.shell().id()))))
                .map(p -> new Planned(p.shell(), true, p.unmet()))
                .toList();
        return withQuoted(chosen, all);
    }

    /// A text comes with the tables that it quotes.
    private static List<Planned> withQuoted(List<Planned> chosen, List<Planned> all) {
        Set<String> quoted = new LinkedHashSet<>();
        chosen.forEach(planned -> planned.shell().text().ifPresent(text -> quoted.addAll(text.tables())));
        if (quoted.isEmpty()) {
            return chosen;
        }
        return all.stream().filter(p -> (p.unmet() == null && quoted.contains(p.shell().id())) || isAmong(chosen, p))
                .map(p -> isAmong(chosen, p) ? new Planned(p.shell(), true, p.unmet()) : p).toList();
    }

    private static boolean isAmong(List<Planned> chosen, Planned planned) {
        return chosen.stream().anyMatch(c -> c.shell().name().equals(planned.shell().name()));
    }

    /// Names the caller gave that no table has.
    List<String> unknown(List<Planned> made) {
        return named.stream()
                .filter(n -> made.stream()
                        .noneMatch(p -> p.shell().name().equals(n) || p.shell().id().equals(n)))
                .toList();
    }

    private static List<Planned> byParameter(Planned planned, StudyData data) {
        List<String> parameters = Analyses.parameters(data, planned.shell());
        if (parameters.isEmpty()) {
            return List.of(new Planned(planned.shell(), planned.requested(),
                    Analyses.withoutParameter(data, planned.shell())));
        }
        List<Planned> tables = new ArrayList<>();
        for (String parameter : parameters) {
            Shell shell = planned.shell();
            String number = shell.number().isEmpty() ? "" : shell.number() + "." + (tables.size() + 1);
            tables.add(new Planned(
                    shell.ofParameter(parameter, shell.name() + "-" + fileName(parameter), number), planned.requested(), null));
        }
        return tables;
    }

    /// The one table of a name such as `km-ttde`.
    private static Planned ofParameter(String name, Planned open, StudyData data) {
        Shell shell = open.shell();
        String wanted = name.substring(shell.name().length() + 1);
        String parameter = Analyses.parameters(data, shell).stream().filter(code -> fileName(code).equals(wanted)).findFirst()
                .orElse(wanted.toUpperCase(Locale.ROOT));
        return new Planned(shell.ofParameter(parameter, name, shell.number()), true, open.unmet());
    }

    private static String fileName(String parameter) {
        return parameter.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
