package org.tabularium.analysis.subject;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.analysis.frame.TestBetweenArms;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.rows.DeclaredSubjects;
import org.tabularium.study.Study;

/// Computes [DeclaredSubjects.Categories]: a classification of subjects by conditions. Its results have no variable; their level
/// is the classification's label, then the level's.
public final class CategoriesAnalysis {

    private CategoriesAnalysis() {}

    /// Adds the rows.
    ///
    /// @throws NotProducedException where neither ADSL nor the table's dataset has what any level looks at
    public static void add(DeclaredSubjects.Categories block, TableFrame frame, TableRecords records, TableBody body)
            throws NotProducedException {
        boolean ofSubjects = block.levels().stream()
                .allMatch(level -> Filter.of(level.where(), JoinedRecords.ofSubjects(frame.data())).isPresent());
        if (!ofSubjects && !records.records().name().equals(Study.ADSL)) {
            addOfRecords(block, frame, records, body);
            return;
        }
        Filter table = records.ofSubjects();
        BitSet among = JoinedRecords.ofSubjects(frame.data()).select(table, frame.population().subjects());
        BitSet rest = (BitSet) among.clone();
        List<Counted> levels = new ArrayList<>();
        for (DeclaredSubjects.Categories.Level level : block.levels()) {
            Optional<Filter> filter = Filter.of(level.where(), JoinedRecords.ofSubjects(frame.data()));
            if (filter.isPresent()) {
                BitSet having = JoinedRecords.ofSubjects(frame.data()).select(filter.get(), rest);
                rest.andNot(having);
                levels.add(new Counted(Study.ADSL, having, null, path(level, block.label()),
                        table.clauses().and(clauses(filter.get(), levels))));
            }
        }
        if (levels.isEmpty()) {
            throw lacking(block, Study.ADSL, frame);
        }
        BitSet known = (BitSet) among.clone();
        known.andNot(rest);
        for (ColumnHead head : frame.columns()) {
            body.unshown.add(frame.result(Study.ADSL, head, Map.of(), null, List.of(block.label()), Statistic.N,
                    new Value.Whole(Counting.in(head, known)),
                    table.clauses().and(Clauses.of(Criterion.ANY_LEVEL, block.label())),
                    new Behind(known, head.subjects(), head.subjects(), null)));
        }
        List<CellResults> heading = new ArrayList<>();
        List<CellResults> test = TestBetweenArms.ofLevels(frame, null, List.of(block.label()), table.clauses(),
                levels.stream().map(Counted::subjects).toList());
        if (!test.isEmpty()) {
            frame.columns().forEach(c -> heading.add(CellResults.EMPTY));
            heading.addAll(test);
        }
        body.rows.add(ResultRow.heading(new RowLabel.Holding(new RowLabel.Given(block.label()), RowLabel.Cells.COUNT_PERCENT), 0,
                heading));
        addRows(block, frame, levels, body);
        addMissing(block, frame, table.clauses(), body, rest);
    }

    /// A classification by records, such as events in groups of grades: a subject counts in the first level that one of its
    /// records satisfies. Who has no such record is in none, and is not missing. The results' level is the level's label
    /// where the shell has one classification.
    private static void addOfRecords(DeclaredSubjects.Categories block, TableFrame frame, TableRecords records, TableBody body)
            throws NotProducedException {
        boolean only = frame.shell().rows().stream().filter(rows -> rows.getClass() == block.getClass()).count() == 1;
        BitSet rest = (BitSet) frame.population().subjects().clone();
        List<Counted> levels = new ArrayList<>();
        for (DeclaredSubjects.Categories.Level level : block.levels()) {
            Optional<Filter> filter = Filter.of(level.where(), records.records());
            if (filter.isPresent()) {
                BitSet rows = records.records().select(filter.get(), records.selected());
                BitSet having = records.records().subjectsOf(rows);
                having.and(rest);
                rest.andNot(having);
                levels.add(new Counted(records.records().name(), having, null,
                        only ? path(level, "") : path(level, block.label()),
                        records.filter().clauses().and(clauses(filter.get(), levels)))
                        .from(records.records().behind(() -> rows)));
            }
        }
        if (levels.isEmpty()) {
            throw lacking(block, records.records().name(), frame);
        }
        body.heading(new RowLabel.Holding(new RowLabel.Given(block.label()), RowLabel.Cells.COUNT_PERCENT), 0, true);
        addRows(block, frame, levels, body);
    }

    /// The level of a row: the classification's label where one is to be said, the row that it is a kind of, its own label.
    private static List<String> path(DeclaredSubjects.Categories.Level level, String label) {
        return Stream.of(label, level.below(), level.label()).filter(part -> !part.isEmpty()).toList();
    }

    /// A row a level, those that are kinds of something below a row of them all.
    private static void addRows(DeclaredSubjects.Categories block, TableFrame frame, List<Counted> levels, TableBody body) {
        Set<List<String>> headed = new HashSet<>();
        for (Counted level : levels) {
            List<String> path = level.level();
            List<String> above = path.subList(0, path.size() - 1);
            boolean kind = !above.isEmpty() && block.levels().stream().anyMatch(one -> one.below().equals(above.getLast())
                    && one.label().equals(path.getLast()));
            if (kind && headed.add(above)) {
                List<Counted> kinds = levels.stream()
                        .filter(other -> other.level().subList(0, other.level().size() - 1).equals(above)).toList();
                body.row(new RowLabel.Given(above.getLast()), 1, false, Counting.row(frame, together(kinds, above), null));
            }
            body.row(new RowLabel.Given(path.getLast()), kind ? 2 : 1, false, Counting.row(frame, level, null));
        }
    }

    /// Several levels as one.
    private static Counted together(List<Counted> kinds, List<String> level) {
        BitSet subjects = new BitSet();
        kinds.forEach(kind -> subjects.or(kind.subjects()));
        Clauses any = Clauses.of(new Clause.Any(kinds.stream().map(Counted::clauses).toList()));
        return new Counted(kinds.getFirst().dataset(), subjects, null, level, any).from(kinds.getFirst().records());
    }

    private static Clauses clauses(Filter filter, List<Counted> before) {
        return before.isEmpty()
                ? filter.clauses()
                : filter.clauses().and(Clauses.of(Criterion.NONE_OF,
                        before.stream().map(level -> level.level().getLast()).toArray(String[]::new)));
    }

    private static NotProducedException lacking(DeclaredSubjects.Categories block, String dataset, TableFrame frame) {
        Set<String> variables = new TreeSet<>();
        block.levels().forEach(level -> variables.addAll(ConditionVariables.of(level.where(), frame.data().study())));
        return new NotProducedException(
                new AbsenceObstacle.NothingToClassify(dataset, block.label(), List.copyOf(variables)));
    }

    /// The row "Missing" of those who satisfy no level, in all columns if any has one.
    private static void addMissing(DeclaredSubjects.Categories block, TableFrame frame, Clauses among, TableBody body,
            BitSet rest) {
        Counted missing = new Counted(Study.ADSL, rest, null, List.of(block.label(), RowName.Shared.MISSING.level()),
                among.and(Clauses.of(Criterion.NO_LEVEL, block.label())));
        List<CellResults> cells = frame.columns().stream().map(head -> {
            Result count = frame.result(Study.ADSL, head, Map.of(), null, List.of(block.label()), Statistic.MISSING,
                    new Value.Whole(Counting.in(head, rest)), missing.clauses(),
                    new Behind(rest, head.subjects(), head.subjects(), null));
            return new CellResults(Form.COUNT_PERCENT,
                    List.of(count, Counting.countPercent(frame, head, missing, Map.of()).get(1)), 0, head.n());
        }).toList();
        if (rest.isEmpty()) {
            cells.forEach(cell -> body.unshown.add(cell.results().getFirst()));
        } else {
            body.row(new RowLabel.Named(areMissing(block, frame, rest)
                    ? RowName.Shared.MISSING
                    : RowName.Shared.OTHER_OR_MISSING), 1, false, cells);
        }
    }

    /// Whether all of those in no level lack a variable that a level looks at; else some have a value that is of none.
    private static boolean areMissing(DeclaredSubjects.Categories block, TableFrame frame, BitSet rest) {
        JoinedRecords subjects = JoinedRecords.ofSubjects(frame.data());
        List<JoinedColumn> fields = block.levels().stream()
                .flatMap(level -> ConditionVariables.of(level.where(), frame.data().study()).stream()).distinct()
                .flatMap(variable -> subjects.field(variable).stream()).toList();
        return rest.stream().allMatch(subject -> fields.stream().anyMatch(field -> field.isMissing(subject)));
    }
}
