package org.tabularium.result;

import java.util.List;
import org.tabularium.shell.condition.Condition.Comparator;

/// One clause of what selects records or subjects, as data (a where-clause in CDISC ARS terms). The words of a clause are made in
/// `table.wording` and are never read back.
public sealed interface Clause {

    /// `variable comparator values`: one value but for IN and NOT_IN.
    record Compare(String variable, Comparator comparator, List<String> values) implements Clause {}

    /// The variable has no value (`missing` true) or has one.
    record Missing(String variable, boolean missing) implements Clause {}

    /// At least one of these, each of clauses that all hold.
    record Any(List<Clauses> ways) implements Clause {}

    /// Not all of these hold.
    record Not(Clauses clauses) implements Clause {}

    /// These hold in a record after the one that the clauses before are about.
    record Later(Clauses clauses) implements Clause {}

    /// What no comparison of a variable says.
    ///
    /// @param values what the criterion is about, such as a grade or an arm, in an order that the criterion fixes
    record Named(Criterion criterion, List<String> values) implements Clause {}
}
