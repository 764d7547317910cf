package org.tabularium.result;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.shell.condition.Condition.Comparator;

/// Clauses that all hold, in the order in which they narrow what is counted.
///
/// @param all empty for everything
public record Clauses(List<Clause> all) {

    /// Everything.
    public static final Clauses NONE = new Clauses(List.of());

    public Clauses {
        all = List.copyOf(all);
    }

    public static Clauses of(Clause... clauses) {
        return new Clauses(List.of(clauses));
    }

    /// What no comparison says.
    public static Clauses of(Criterion criterion, String... values) {
        return of(new Clause.Named(criterion, List.of(values)));
    }

    /// The variable has this value.
    public static Clauses equal(String variable, String value) {
        return of(new Clause.Compare(variable, Comparator.EQ, List.of(value)));
    }

    /// The variable has no value.
    public static Clauses missing(String variable) {
        return of(new Clause.Missing(variable, true));
    }

    /// The variable has a value.
    public static Clauses present(String variable) {
        return of(new Clause.Missing(variable, false));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// These, then the others.
    public Clauses and(Clauses others) {
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        List<Clause> both = new ArrayList<>(all);
        both.addAll(others.all);
        return new Clauses(both);
    }

    /// Whether the others are the last of these.
    public boolean endsWith(Clauses others) {
        int from = all.size() - others.all.size();
        return from >= 0 && all.subList(from, all.size()).equals(others.all);
    }

    /// All but the last so many.
    public Clauses withoutLast(int number) {
        return new Clauses(all.subList(0, all.size() - number));
    }
}
