package org.tabularium.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.condition.LabelledCondition;
import org.tabularium.study.Study;

/// The variables that conditions look at.
public final class ConditionVariables {

    private ConditionVariables() {}

    /// The names that conditions look at, as they are written: `AVAL`, `UPCR`, `UPCR.R2BASE`.
    public static Set<String> named(List<LabelledCondition> conditions) {
        Set<String> names = new TreeSet<>();
        conditions.forEach(condition -> addNamed(condition.where(), names));
        return names;
    }

    private static void addNamed(@Nullable Condition condition, Set<String> names) {
        switch (condition) {
            case null -> {}
            case Condition.Compare compare -> names.add(compare.variable());
            case Condition.Missing missing -> names.add(missing.variable());
            case Condition.Named set -> names.add(set.variable());
            case Condition.Term term -> names.add("AEDECOD");
            case Condition.And and -> and.conditions().forEach(c -> addNamed(c, names));
            case Condition.Or or -> or.conditions().forEach(c -> addNamed(c, names));
            case Condition.Not not -> addNamed(not.condition(), names);
        }
    }

    /// The variables a condition looks at.
    public static List<String> of(@Nullable Condition condition, Study study) {
        return switch (condition) {
            case null -> List.of();
            case Condition.Compare compare ->
                EventGrades.FILTER_NAMES.contains(compare.variable()) ? EventGrades.READ : List.of(compare.variable());
            case Condition.Missing missing -> List.of(missing.variable());
            case Condition.Named named -> List.of(named.variable());
            case Condition.Term(String name) -> {
                List<String> variables = new ArrayList<>(EventGroups.variables(study));
                variables.add("AEDECOD");
                if (EventGroup.named(name, study.settings()).isPresent() || name.equalsIgnoreCase(EventsOfInterest.ANY)) {
                    variables.addAll(EventGroups.CLASSES);
                }
                variables.addAll(EventGrades.READ);
                yield variables;
            }
            case Condition.And and -> all(and.conditions(), study);
            case Condition.Or or -> all(or.conditions(), study);
            case Condition.Not not -> of(not.condition(), study);
        };
    }

    private static List<String> all(List<Condition> conditions, Study study) {
        return conditions.stream().flatMap(c -> of(c, study).stream()).toList();
    }
}
