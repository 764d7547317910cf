package org.tabularium.table.shown;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.result.Clause;
import org.tabularium.result.Criterion;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Value;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.display.TableResults;
import org.tabularium.shell.rows.ListingColumn.Source;
import org.tabularium.shell.rows.ListingColumn;

/// Whether a table shows toxicity grades, and of which events.
///
/// @param any whether it shows grades of anything: counts of them, counts of what has a certain grade, or a grade as recorded
/// @param all whether its rows are of grades throughout, so that they are of whatever it is about
/// @param of the events whose grades a row shows, in small letters, of listed records and worst grades by term; a set of none
/// where it shows those of any event
public record ShownGrades(boolean any, boolean all, Set<Set<String>> of) {

    private static final Set<String> VARIABLES = Set.of("ATOXGR", "ATOXGRN", "AETOXGR", "AETOXGRN", "ATOXGRL", "ATOXGRH",
            "BTOXGR",
            "ASTCTGR", "BTOXGRL", "BTOXGRH");

    private static final Set<String> TERMS = Set.of("AEDECOD", "AETERM");

    public static ShownGrades of(TableResults results) {
        boolean all = results.some(RowsPromise.Trait.GRADED);
        Set<Set<String>> of = new HashSet<>();
        boolean some = false;
        for (ResultRow row : results.rows()) {
            List<Result> shown = row.cells().stream().flatMap(cell -> cell.results().stream()).toList();
            boolean graded = isGrade(row.label()) || shown.stream().anyMatch(ShownGrades::isGraded);
            some |= graded;
            if (graded) {
                of.add(shown.stream().flatMap(ShownGrades::terms).map(ShownGrades::folded)
                        .collect(Collectors.toUnmodifiableSet()));
            }
        }
        for (ListingColumn column : results.listing()) {
            if (column.source() instanceof Source.WorstGrade(String term, boolean _)) {
                of.add(Set.of(folded(term)));
                some = true;
            }
        }
        return new ShownGrades(all || some, all, Set.copyOf(of));
    }

    /// Whether it shows grades of an event.
    ///
    /// @param term its preferred term
    public boolean has(String term) {
        return all || of.stream().anyMatch(terms -> terms.contains(folded(term)));
    }

    /// Whether it shows grades of anything but some events, whose grades are of a scale of their own.
    ///
    /// @param terms their preferred terms
    public boolean hasOthers(Collection<String> terms) {
        Set<String> scaled = terms.stream().map(ShownGrades::folded).collect(Collectors.toSet());
        return any && (of.isEmpty() || of.stream().anyMatch(graded -> Collections.disjoint(graded, scaled)));
    }

    private static String folded(String term) {
        return term.toLowerCase(Locale.ROOT);
    }

    private static boolean isGrade(RowLabel label) {
        if (label instanceof RowLabel.Shifted(RowLabel baseline, RowLabel later)) {
            return isGrade(baseline) || isGrade(later);
        }
        return label instanceof RowLabel.OfGrade
                || (label instanceof RowLabel.AtBaseline(RowLabel level) && isGrade(level))
                || (label instanceof RowLabel.OfVariable(String _, String variable) && VARIABLES.contains(variable));
    }

    private static boolean isGraded(Result result) {
        String variable = result.variable();
        return (variable != null && Stream.of(variable.split("/", -1)).anyMatch(VARIABLES::contains))
                || result.selection().clauses().all().stream().anyMatch(ShownGrades::isOfGrade);
    }

    private static boolean isOfGrade(Clause clause) {
        return switch (clause) {
            case Clause.Compare(String variable, var _, List<String> _) -> VARIABLES.contains(variable);
            case Clause.Named(Criterion criterion, List<String> _) -> criterion == Criterion.WORST_GRADE;
            case Clause.Missing _,Clause.Any _,Clause.Not _,Clause.Later _ -> false;
        };
    }

    /// The levels that a count is of, and the term of a listed record.
    private static Stream<String> terms(Result result) {
        String variable = result.variable();
        Stream<String> listed = variable != null && Stream.of(variable.split("/", -1)).anyMatch(TERMS::contains)
                && result.value() instanceof Value.Text(String text)
                        ? Stream.of(text.split(" / ", -1))
                        : Stream.empty();
        return Stream.concat(result.level().stream(), listed);
    }
}
