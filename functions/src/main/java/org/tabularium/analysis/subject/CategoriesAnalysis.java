package org.tabularium.analysis.subject;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
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
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.shell.DeclaredRows;
import org.tabularium.study.Study;

/// Computes [DeclaredRows.Categories]: a classification of subjects by conditions. Its results have no variable; their level is the classification's label, then the level's.
public final class CategoriesAnalysis {

    private static final String MISSING = "Missing";

    private CategoriesAnalysis() {}

    public static void add(DeclaredRows.Categories block, TableFrame frame, TableBody body) {
        BitSet rest = (BitSet) frame.population().subjects().clone();
        List<Counted> levels = new ArrayList<>();
        for (DeclaredRows.Categories.Level level : block.levels()) {
            Optional<Filter> filter = Filter.of(level.where(), JoinedRecords.ofSubjects(frame.data()));
            if (filter.isPresent()) {
                BitSet having = JoinedRecords.ofSubjects(frame.data()).select(filter.get(), rest);
                rest.andNot(having);
                Clauses words = levels.isEmpty()
                        ? filter.get().words()
                        : filter.get().words().and(Clauses.of(Criterion.NONE_OF,
                                levels.stream().map(l -> l.level().getLast()).toArray(String[]::new)));
                levels.add(new Counted(Study.ADSL, having, null, List.of(block.label(), level.label()), words));
            }
        }
        if (levels.isEmpty()) {
            return;
        }
        BitSet known = (BitSet) frame.population().subjects().clone();
        known.andNot(rest);
        for (ColumnHead head : frame.columns()) {
            body.unshown.add(frame.result(Study.ADSL, head, Map.of(), null, List.of(block.label()), Statistic.N,
                    new Value.Whole(Counting.in(head, known)), Clauses.of(Criterion.ANY_LEVEL, block.label())));
        }
        List<CellResults> heading = new ArrayList<>();
        List<CellResults> test = TestBetweenArms.ofLevels(frame, null, List.of(block.label()), Clauses.NONE,
                levels.stream().map(Counted::subjects).toList());
        if (!test.isEmpty()) {
            frame.columns().forEach(c -> heading.add(CellResults.EMPTY));
            heading.addAll(test);
        }
        body.rows.add(ResultRow.heading(new RowLabel.Fixed(block.label() + ", n (%)"), 0, heading));
        levels.forEach(
                level -> body.row(new RowLabel.Fixed(level.level().getLast()), 1, false, Counting.row(frame, level, null)));
        addMissing(block, frame, body, rest);
    }

    /// The row "Missing" of those who satisfy no level, in all columns if any has one.
    private static void addMissing(DeclaredRows.Categories block, TableFrame frame, TableBody body, BitSet rest) {
        Counted missing = new Counted(Study.ADSL, rest, null, List.of(block.label(), MISSING),
                Clauses.of(Criterion.NO_LEVEL, block.label()));
        List<CellResults> cells = frame.columns().stream().map(head -> {
            Result count = frame.result(Study.ADSL, head, Map.of(), null, List.of(block.label()), Statistic.MISSING,
                    new Value.Whole(Counting.in(head, rest)), missing.words());
            return new CellResults(Form.COUNT_PERCENT,
                    List.of(count, Counting.countPercent(frame, head, missing, Map.of()).get(1)), 0, head.n());
        }).toList();
        if (rest.isEmpty()) {
            cells.forEach(cell -> body.unshown.add(cell.results().getFirst()));
        } else {
            body.row(new RowLabel.Fixed(MISSING), 1, false, cells);
        }
    }
}
