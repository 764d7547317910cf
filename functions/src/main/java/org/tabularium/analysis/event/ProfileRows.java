package org.tabularium.analysis.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.Comparisons;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.CellResults;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.FigureRow;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.ComparisonHead;
import org.tabularium.result.display.EventRemark;
import org.tabularium.result.display.RowsPromise.Trait;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.selection.Arms;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredEvents.Nest;
import org.tabularium.shell.rows.DeclaredFigure.AeProfile;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.shell.rows.RowOrder;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.StudyData;

/// The share of each arm's subjects with each preferred term, and its difference from the control ([AeProfile]): the rows of the
/// table of preferred terms, the most frequent of them, those first by which an arm exceeds the control most.
public final class ProfileRows implements RowsKind<AeProfile> {

    private static final String TERM = "AEDECOD";
    private static final RowLabel NOTHING = new RowLabel.Given("");
    /// Terms that find room on a page where their intervals do; arms that are compared stand below each other in a term's row.
    private static final int MOST = 24;
    private static final int INTERVALS = 72;

    private final NestRows rows = new NestRows();

    @Override
    public RowsDeclaration<AeProfile> declaration() {
        return DeclaredFigure.AeProfile.DECLARATION;
    }

    private static Nest terms(AeProfile figure) {
        return new Nest(List.of(TERM), false, RowOrder.DESCENDING, figure.threshold(), false);
    }

    @Override
    public void ask(AeProfile figure, ColumnRequest request) {
        rows.ask(terms(figure), request);
    }

    @Override
    public boolean isFitting(AeProfile figure, Shell shell, StudyData data) {
        return Arms.of(data, shell.by(), shell.population()).labels().size() > 1;
    }

    @Override
    public RowsPromise promise(AeProfile figure) {
        return RowsPromise.of(Trait.FILTER_SAYS_ALL, Trait.SOME_LEVELS_HIDDEN);
    }

    @Override
    public void add(AeProfile figure, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        TableBody table = new TableBody();
        NestAnalysis.add(terms(figure), frame, records.records(), records.filter(), records.selected(), table);
        List<ComparisonHead> heads = Comparisons.of(frame).heads();
        List<ResultRow> all = table.rows.stream().filter(row -> row.kind() == ResultRow.Kind.DATA).toList();
        table.rows.stream().filter(row -> row.kind() == ResultRow.Kind.MESSAGE).forEach(body.rows::add);
        body.remarks.addAll(table.remarks);
        int most = heads.isEmpty() ? MOST : Math.min(MOST, Math.max(6, INTERVALS / heads.size()));
        List<ResultRow> shown = new ArrayList<>(all.subList(0, Math.min(most, all.size())));
        if (shown.size() < all.size()) {
            body.remarks.add(new EventRemark.MostFrequentTerms(shown.size(), all.size()));
        }
        int columns = frame.columns().size();
        shown.sort(Comparator.comparingDouble((ResultRow row) -> -excess(row.cells().subList(columns, row.cells().size()))));
        for (int i = 0; i < shown.size(); i++) {
            List<CellResults> cells = shown.get(i).cells();
            for (int column = 0; column < columns; column++) {
                add(Layer.DOT, frame.columns().get(column).arm(), shown.get(i), i, cells.get(column), body);
            }
            for (int head = 0; head < heads.size(); head++) {
                if (heads.get(head) instanceof ComparisonHead.Difference difference) {
                    add(Layer.INTERVAL, difference.arm(), shown.get(i), i, cells.get(columns + head), body);
                }
            }
        }
    }

    private static void add(Layer layer, String arm, ResultRow row, int at, CellResults cell, TableBody body) {
        body.drawn.add(new FigureRow(layer, arm, row.label(), NOTHING, at, cell));
    }

    /// By how much the arm that exceeds the control most does; nothing where nothing is compared, so that the order stays that of
    /// frequency.
    private static double excess(List<CellResults> differences) {
        return differences.stream().flatMap(cell -> cell.results().stream())
                .filter(result -> result.statistic() == Statistic.DIFFERENCE)
                .mapToDouble(ProfileRows::number).max().orElse(0);
    }

    private static double number(Result result) {
        return result.value() instanceof Value.Real(double value) ? value : Double.NEGATIVE_INFINITY;
    }
}
