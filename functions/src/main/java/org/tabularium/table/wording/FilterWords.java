package org.tabularium.table.wording;

import java.util.List;
import java.util.stream.Collectors;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.Selection;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.condition.Condition.Comparator;

/// The words of a selection, as `where` in `results.json` has them: `SAFFL = Y and TRT01A = Placebo and SEX = F`. Nothing reads
/// them back: whoever needs the meaning takes the
/// [Selection].
public final class FilterWords {

    private FilterWords() {}

    public static String of(Selection selection) {
        return of(selection, of(selection.of()), of(selection.clauses()));
    }

    /// The words of a selection whose clauses have theirs already, since other selections have the same.
    ///
    /// @param of the words of [Selection#of]
    /// @param clauses the words of [Selection#clauses]
    public static String of(Selection selection, String of, String clauses) {
        StringBuilder words = new StringBuilder(of);
        Selection.Arm arm = selection.arm();
        if (arm != null) {
            append(words, arm.variable() + " " + Comparator.EQ.sign() + " " + arm.level(), false);
        }
        append(words, clauses, !selection.clauses().isEmpty() && isRemark(selection.clauses().all().getFirst()));
        return words.toString();
    }

    /// The words of some clauses.
    ///
    /// @return empty for everything
    public static String of(Clauses clauses) {
        StringBuilder words = new StringBuilder();
        for (Clause clause : clauses.all()) {
            append(words, of(clause), isRemark(clause));
        }
        return words.toString();
    }

    private static void append(StringBuilder words, String next, boolean remark) {
        words.append(words.isEmpty() || next.isEmpty() || remark ? "" : " and ").append(next);
    }

    /// Whether it remarks on the clause before it.
    private static boolean isRemark(Clause clause) {
        return clause instanceof Clause.Named named && named.criterion() == Criterion.EGFR_DERIVED;
    }

    private static String of(Clause clause) {
        return switch (clause) {
            case Clause.Compare compare -> compare.variable() + " " + compare.comparator().sign() + " " + values(compare);
            case Clause.Missing missing -> missing.variable() + (missing.missing() ? " is missing" : " is present");
            case Clause.Any any -> any.ways().stream().map(FilterWords::of).collect(Collectors.joining(" or ", "(", ")"));
            case Clause.Not not -> "not (" + of(not.clauses()) + ")";
            case Clause.Later later -> "then " + of(later.clauses());
            case Clause.Named named -> CriterionWords.of(named);
        };
    }

    /// The words of a condition for a footnote: variables and levels as they are printed.
    static String of(Condition condition, PrintedNames names) {
        return switch (condition) {
            case Condition.Compare(String variable, Comparator comparator, List<String> values) ->
                names.ofVariable(variable) + sign(comparator)
                        + values.stream().map(value -> names.ofLevel(variable, value)).collect(Collectors.joining(" or "));
            case Condition.Missing(String variable, boolean missing) ->
                names.ofVariable(variable) + (missing ? " missing" : " given");
            case Condition.Named(String variable, String set) -> names.ofVariable(variable) + " = " + set;
            case Condition.Term(String name) -> name;
            case Condition.And(List<Condition> all) -> joined(all, " and ", names);
            case Condition.Or(List<Condition> ways) -> "(" + joined(ways, " or ", names) + ")";
            case Condition.Not(Condition not) -> "not (" + of(not, names) + ")";
        };
    }

    private static String joined(List<Condition> conditions, String by, PrintedNames names) {
        return conditions.stream().map(condition -> of(condition, names)).collect(Collectors.joining(by));
    }

    private static String sign(Comparator comparator) {
        return switch (comparator) {
            case IN -> " = ";
            case NOT_IN -> " other than ";
            case EQ, NE, LT, LE, GT, GE -> " " + comparator.sign() + " ";
        };
    }

    private static String values(Clause.Compare compare) {
        List<String> values = compare.values();
        boolean list = values.size() > 1 || compare.comparator() == Comparator.IN || compare.comparator() == Comparator.NOT_IN;
        return list ? values.stream().collect(Collectors.joining(", ", "(", ")")) : values.getFirst();
    }
}
