package org.tabularium.selection.unknown;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.finding.Finding;
import org.tabularium.selection.EventGrades;
import org.tabularium.shell.NamedVariable;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredResponses;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.shell.rows.VariablesOf;
import org.tabularium.study.Study;
import org.tabularium.yaml.NearestWord;

/// Variables that a sponsor's shell or study.yaml names and that the datasets do not have: errors with their line and the nearest
/// name. A shell of ours names variables that a study need not have; what somebody wrote for this study is a slip, unless the
/// shell says itself that it requires the variable.
public final class UnknownVariables {

    /// What is derived for the records of a parameter that lack it, and what every study may be asked for.
    private static final Set<String> DERIVED = Set.of("BASE", "CHG", "PCHG", "R2BASE", "R2ANRLO", "R2ANRHI", "ATOXGR", "AVAL",
            "AVALC", "BTOXGR",
            "ANRIND", "BNRIND");

    private static final int MOST_DATASETS = 3;

    private final Study study;
    private final Shell shell;

    private UnknownVariables(Study study, Shell shell) {
        this.study = study;
        this.shell = shell;
    }

    /// The faults of what somebody wrote.
    ///
    /// @param shell the table as it is made
    /// @param named from the sponsor's shell or the entry of `tables:`
    /// @return empty where the shell's dataset is not there, which is said otherwise
    public static List<Finding> of(Study study, Shell shell, List<NamedVariable> named) {
        if (!shell.dataset().isEmpty() && !study.has(shell.dataset())) {
            return List.of();
        }
        UnknownVariables unknown = new UnknownVariables(study, shell);
        List<Finding> findings = new ArrayList<>();
        named.stream().filter(variable -> !unknown.isKnown(variable)).map(unknown::finding).forEach(findings::add);
        return findings;
    }

    private boolean isKnown(NamedVariable variable) {
        String name = variable.name().substring(variable.name().indexOf('.') + 1);
        if (study.has(Study.ADSL, name) || isAnticipated(name)) {
            return true;
        }
        return switch (variable.where()) {
            case SUBJECTS -> false;
            case RECORDS -> isGrade(name) || datasets().stream().anyMatch(d -> study.has(d, name))
                    || (shell.dataset().isEmpty() && DERIVED.contains(name));
            case PARAMETER -> DERIVED.contains(name) || isParameter(variable.name())
                    || datasets().stream().anyMatch(d -> study.has(d, name));
        };
    }

    /// The shell itself says what becomes of it where the study lacks the variable.
    private boolean isAnticipated(String name) {
        return Stream.concat(shell.requires().stream(), shell.offeredWith().stream())
                .anyMatch(needed -> needed.equalsIgnoreCase(name) || needed.endsWith("." + name));
    }

    private boolean isGrade(String name) {
        return EventGrades.FILTER_NAMES.contains(name)
                && datasets().stream().anyMatch(d -> EventGrades.READ.stream().anyMatch(v -> study.has(d, v)));
    }

    /// In the rows `criteria` the value of a parameter is named by its PARAMCD.
    private boolean isParameter(String name) {
        String code = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return shell.rows().stream()
                .anyMatch(rows -> rows instanceof DeclaredResponses.Criteria criteria && criteria.parameters().contains(code));
    }

    private List<String> datasets() {
        boolean parameters = shell.rows().stream().anyMatch(DeclaredRows::hasParameters);
        if (!parameters) {
            return shell.dataset().isEmpty() ? List.of(Study.ADSL) : List.of(shell.dataset());
        }
        return shell.dataset().isEmpty() ? List.copyOf(study.datasets()) : List.of(shell.dataset());
    }

    private Finding finding(NamedVariable variable) {
        boolean subjects = variable.where() == VariablesOf.SUBJECTS;
        List<String> looked = subjects ? List.of(Study.ADSL) : datasets();
        Set<String> there = new LinkedHashSet<>();
        looked.forEach(d -> there.addAll(study.variables(d)));
        there.addAll(study.variables(Study.ADSL));
        String where = looked.size() > MOST_DATASETS ? "of any dataset" : "of " + String.join(", ", looked);
        String elsewhere = study.datasets().stream()
                .filter(d -> !looked.contains(d) && study.has(d, variable.name()))
                .collect(Collectors.joining(", "));
        return Finding.error("VARIABLE_UNKNOWN", "names " + variable.name() + ", which is no variable " + where
                + (elsewhere.isEmpty() ? "" : "; it is in " + elsewhere))
                .in(variable.file()).at(variable.line()).of(variable.key())
                .remedy(remedy(study, variable.name(), there));
    }

    private static String remedy(Study study, String variable, Set<String> there) {
        Set<String> names = new LinkedHashSet<>(there);
        study.settings().variables().forEach((ours, theirs) -> {
            if (there.contains(theirs)) {
                names.add(ours);
            }
        });
        return NearestWord.of(variable.toUpperCase(Locale.ROOT), names)
                .map(near -> "did you mean `" + near + "`?")
                .orElse("correct the name, or map it in study.yaml under variables");
    }
}
