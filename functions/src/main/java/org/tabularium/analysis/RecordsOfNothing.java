package org.tabularium.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.tabularium.dataset.TextColumn;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.shell.Shell;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.records.NothingReported;

/// Records that say that there was nothing, such as an event "No adverse events" of a subject who had none ([NothingReported]).
/// Tables do not count them; listings show them. A record whose other term names something is of that.
final class RecordsOfNothing {

    /// The term as it was reported, of adverse events, medical history, deviations and medications, and as it was coded.
    private static final Pattern TERMS = Pattern.compile("(?:AE|MH|DV|CE)(?:TERM|DECOD)|CM(?:TRT|DECOD)");

    private RecordsOfNothing() {}

    static void ask(Study study, Shell shell, RequestedColumns columns) {
        if (OccurredRecords.isOfRecords(shell)) {
            columns.ask(shell.dataset(), variables(study, shell));
        }
    }

    /// The table's filter without such records; the same filter where there are none.
    static Filter of(Filter table, Shell shell, JoinedRecords records) {
        if (!OccurredRecords.isOfRecords(shell)) {
            return table;
        }
        List<TextColumn> terms = variables(records.data().study(), shell).stream().flatMap(v -> records.field(v).stream())
                .filter(field -> field.via() == null).map(JoinedColumn::column)
                .filter(TextColumn.class::isInstance).map(TextColumn.class::cast).toList();
        List<Set<String>> words = terms.stream().map(RecordsOfNothing::words).toList();
        if (words.stream().allMatch(Set::isEmpty)) {
            return table;
        }
        IntPredicate nothing = row -> {
            boolean says = false;
            for (int i = 0; i < terms.size(); i++) {
                String term = terms.get(i).value(row).strip();
                if (!term.isEmpty() && !words.get(i).contains(term)) {
                    return false;
                }
                says |= !term.isEmpty();
            }
            return says;
        };
        return table.and(new Filter(nothing.negate(), Clauses.of(new Clause.Not(clauses(terms, words)))));
    }

    /// Each term says nothing or is missing, and one of them says it.
    private static Clauses clauses(List<TextColumn> terms, List<Set<String>> words) {
        List<Clauses> says = new ArrayList<>();
        List<Clause> all = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            String variable = terms.get(i).variable().name();
            Clauses missing = Clauses.missing(variable);
            if (words.get(i).isEmpty()) {
                all.addAll(missing.all());
            } else {
                Clauses said = Clauses.of(new Clause.Compare(variable, Comparator.IN, List.copyOf(words.get(i))));
                says.add(said);
                all.add(new Clause.Any(List.of(said, missing)));
            }
        }
        if (terms.size() == 1) {
            return says.getFirst();
        }
        all.add(new Clause.Any(says));
        return new Clauses(all);
    }

    private static Set<String> words(TextColumn terms) {
        Set<String> words = new TreeSet<>();
        terms.dictionary().stream().map(String::strip).filter(NothingReported::says).forEach(words::add);
        return words;
    }

    private static List<String> variables(Study study, Shell shell) {
        return study.variables(shell.dataset()).stream().filter(TERMS.asMatchPredicate()).sorted().toList();
    }
}
