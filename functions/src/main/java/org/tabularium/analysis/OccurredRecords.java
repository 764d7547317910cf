package org.tabularium.analysis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tabularium.dataset.TextColumn;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.shell.Shell;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.rows.DeclaredPeriods.Reactions;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.records.YesNo;

/// Records of what subjects were asked for by name and did not have: a condition, a medication or an event with MHOCCUR, CMOCCUR
/// or the like N (SDTM). Tables do not count them, unless a condition of their own looks at that variable; listings show them.
final class OccurredRecords {

    private static final Pattern OCCURRENCE = Pattern.compile("[A-Z]{2}OCCUR");

    private OccurredRecords() {}

    static void ask(Study study, Shell shell, RequestedColumns columns) {
        if (isCounted(shell, study)) {
            variable(study, shell).ifPresent(variable -> columns.ask(shell.dataset(), variable));
        }
    }

    /// The table's filter without such records.
    static Filter of(Filter table, Shell shell, JoinedRecords records) {
        Study study = records.data().study();
        Optional<JoinedColumn> field = isCounted(shell, study)
                ? variable(study, shell).flatMap(records::field).filter(f -> f.via() == null && !f.numeric())
                : Optional.empty();
        if (field.isEmpty() || !(field.get().column() instanceof TextColumn text)) {
            return table;
        }
        List<String> denied = text.dictionary().stream().map(String::strip)
                .filter(word -> YesNo.of(word).equals(Optional.of(false))).distinct().sorted().toList();
        if (denied.isEmpty()) {
            return table;
        }
        boolean[] passes = new boolean[text.dictionary().size()];
        for (int code = 0; code < passes.length; code++) {
            passes[code] = !denied.contains(text.dictionary().get(code).strip());
        }
        return table.and(new Filter(row -> passes[text.code(row)],
                Clauses.of(new Clause.Compare(text.variable().name(), Comparator.NOT_IN, denied))));
    }

    /// Whether a table counts records of something that subjects have, such as events.
    static boolean isOfRecords(Shell shell) {
        return !shell.dataset().isEmpty() && !shell.dataset().equals(Study.ADSL) && !shell.hasParameters()
                && !shell.listsRecords();
    }

    private static boolean isCounted(Shell shell, Study study) {
        return isOfRecords(shell) && shell.rows().stream().noneMatch(Reactions.class::isInstance)
                && Stream.concat(Stream.ofNullable(shell.where()),
                        shell.rows().stream().<Condition>flatMap(rows -> rows.recordConditions().stream()))
                        .flatMap(condition -> ConditionVariables.of(condition, study).stream())
                        .noneMatch(OCCURRENCE.asMatchPredicate());
    }

    private static Optional<String> variable(Study study, Shell shell) {
        return study.variables(shell.dataset()).stream().filter(OCCURRENCE.asMatchPredicate()).sorted().findFirst();
    }
}
