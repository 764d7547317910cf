package org.tabularium.analysis.subject;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tabularium.result.Behind;
import org.tabularium.result.RowName;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.analysis.frame.TestBetweenArms;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.DeclaredRows;
import org.tabularium.study.Study;

/// Computes [DeclaredRows.Categories]: a classification of subjects by conditions. Its results have no variable; their level is
/// the classification's label, then the level's.
public final class CategoriesAnalysis {

    private CategoriesAnalysis() {}

    /// Adds the rows.
    ///
    /// @throws NotProducedException where neither ADSL nor the table's dataset has what any level looks at
    public static void add(DeclaredRows.Categories block, TableFrame frame, TableRecords records, TableBody body)
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
        for (DeclaredRows.Categories.Level level : block.levels()) {
            Optional<Filter> filter = Filter.of(level.where(), JoinedRecords.ofSubjects(frame.data()));
            if (filter.isPresent()) {
                BitSet having = JoinedRecords.ofSubjects(frame.data()).select(filter.get(), rest);
                rest.andNot(having);
                levels.add(new Counted(Study.ADSL, having, null, List.of(block.label(), level.label()),
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
        levels.forEach(
                level -> body.row(new RowLabel.Given(level.level().getLast()), 1, false, Counting.row(frame, level, null)));
        addMissing(block, frame, table.clauses(), body, rest);
    }

    /// A classification by records, such as events in groups of grades: a subject counts in the first level that one of its
    /// records satisfies. Who has no such record is in none, and is not missing. The results' level is the level's label
    /// where the shell has one classification.
    private static void addOfRecords(DeclaredRows.Categories block, TableFrame frame, TableRecords records, TableBody body)
            throws NotProducedException {
        boolean only = frame.shell().rows().stream().filter(rows -> rows.getClass() == block.getClass()).count() == 1;
        BitSet rest = (BitSet) frame.population().subjects().clone();
        List<Counted> levels = new ArrayList<>();
        for (DeclaredRows.Categories.Level level : block.levels()) {
            Optional<Filter> filter = Filter.of(level.where(), records.records());
            if (filter.isPresent()) {
                BitSet rows = records.records().select(filter.get(), records.selected());
                BitSet having = records.records().subjectsOf(rows);
                having.and(rest);
                rest.andNot(having);
                List<String> path = only ? List.of(level.label()) : List.of(block.label(), level.label());
                levels.add(new Counted(records.records().name(), having, null, path,
                        records.filter().clauses().and(clauses(filter.get(), levels)))
                        .from(records.records().behind(() -> rows)));
            }
        }
        if (levels.isEmpty()) {
            throw lacking(block, records.records().name(), frame);
        }
        body.heading(new RowLabel.Holding(new RowLabel.Given(block.label()), RowLabel.Cells.COUNT_PERCENT), 0, true);
        levels.forEach(
                level -> body.row(new RowLabel.Given(level.level().getLast()), 1, false, Counting.row(frame, level, null)));
    }

    private static Clauses clauses(Filter filter, List<Counted> before) {
        return before.isEmpty()
                ? filter.clauses()
                : filter.clauses().and(Clauses.of(Criterion.NONE_OF,
                        before.stream().map(level -> level.level().getLast()).toArray(String[]::new)));
    }

    private static NotProducedException lacking(DeclaredRows.Categories block, String dataset, TableFrame frame) {
        Set<String> variables = new TreeSet<>();
        block.levels().forEach(level -> variables.addAll(ConditionVariables.of(level.where(), frame.data().study())));
        return new NotProducedException(
                new AbsenceObstacle.NothingToClassify(dataset, block.label(), List.copyOf(variables)));
    }

    /// The row "Missing" of those who satisfy no level, in all columns if any has one.
    private static void addMissing(DeclaredRows.Categories block, TableFrame frame, Clauses among, TableBody body, BitSet rest) {
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
            body.row(new RowLabel.Named(RowName.Shared.MISSING), 1, false, cells);
        }
    }
}
