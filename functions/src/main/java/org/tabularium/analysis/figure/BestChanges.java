package org.tabularium.analysis.figure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.ParametersByVisit;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.FigureRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.display.SubjectRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BaselineChange;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.ResponseAnswers;
import org.tabularium.selection.bds.Visit;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredFigure.Waterfall;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.BdsRecords.Phase;

/// The best change of each subject ([Waterfall]): the lowest of its changes at scheduled visits after baseline.
public final class BestChanges implements RowsKind<Waterfall> {

    private static final int MOST_SUBJECTS = 120;

    @Override
    public RowsDeclaration<Waterfall> declaration() {
        return DeclaredFigure.Waterfall.DECLARATION;
    }

    @Override
    public void ask(Waterfall figure, ColumnRequest request) {
        request.ofParameters();
        request.ofAdsl(SubjectNames.VARIABLES);
    }

    @Override
    public Optional<Obstacle> unmet(Waterfall figure, Shell shell, Study study) {
        return ParametersByVisit.lacking(shell, study);
    }

    @Override
    public boolean isFitting(Waterfall figure, Shell shell, StudyData data) {
        return data.subjectCount() <= MOST_SUBJECTS && SubjectTrajectories.isThere(data, figure.parameter());
    }

    /// A subject with its best change.
    private record Best(ColumnHead column, int subject, double change) {}

    @Override
    public void add(Waterfall figure, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        BdsParameter parameter = Dimensions.whole(BdsParameter
                .find(frame.data(), frame.shell().dataset(), frame.shell().where(), figure.parameter())
                .orElseThrow(() -> new NotProducedException(
                        new AbsenceObstacle.NoneOfParameters(frame.shell().dataset(), List.of(figure.parameter())))));
        body.placeholders.put("parameter", new RowLabel.Given(parameter.label()));
        body.addSource(parameter);
        Map<Integer, Double> best = best(parameter);
        List<Best> bars = new ArrayList<>();
        for (ColumnHead column : frame.columns()) {
            best.forEach((subject, change) -> {
                if (column.subjects().get(subject)) {
                    bars.add(new Best(column, subject, change));
                }
            });
        }
        if (bars.isEmpty()) {
            throw new NotProducedException(new RowsObstacle.NobodyAfterBaseline());
        }
        bars.sort(Comparator.comparingDouble((Best bar) -> -bar.change).thenComparingInt(Best::subject));
        addShown(parameter, frame, best, body);
        Attained attained = attained(figure, frame.data(), body);
        SubjectRows rows = new SubjectRows(frame, body);
        for (int i = 0; i < bars.size(); i++) {
            Best bar = bars.get(i);
            rows.draw(Layer.BAR, bar.column, bar.subject, SubjectRows.NOTHING, i + 1.0, rows.result(bar.column, bar.subject,
                    SubjectRows.Source.of(parameter, "CHG"), Statistic.MIN, new Value.Real(bar.change)));
            if (attained.by.get(bar.subject)) {
                rows.draw(Layer.MARK, bar.column, bar.subject, new RowLabel.Given(attained.label), i + 1.0,
                        rows.result(bar.column, bar.subject, SubjectRows.Source.ofAdsl(figure.response()), Statistic.VALUE,
                                new Value.Text("Y")));
            }
        }
        figure.thresholds().forEach(at -> body.drawn.add(new FigureRow(Layer.REFERENCE, "", SubjectRows.NOTHING, at,
                new CellResults(Form.EMPTY, List.of(), 0, 0))));
    }

    private static Map<Integer, Double> best(BdsParameter parameter) throws NotProducedException {
        IntToDoubleFunction change = BaselineChange.change(parameter);
        Map<Integer, Double> best = new HashMap<>();
        for (Visit visit : Visit.of(parameter, List.of())) {
            for (int subject = 0; subject < visit.recordOf().length && visit.phase() == Phase.AFTER_BASELINE; subject++) {
                int row = visit.recordOf()[subject];
                double value = row < 0 ? Double.NaN : change.applyAsDouble(row);
                if (!Double.isNaN(value)) {
                    best.merge(subject, value, Math::min);
                }
            }
        }
        return best;
    }

    /// Says who is not shown: without a word, arms and subjects would be missing from the picture.
    private static void addShown(BdsParameter parameter, TableFrame frame, Map<Integer, Double> best, TableBody body)
            throws NotProducedException {
        BitSet later = new BitSet();
        for (Visit visit : Visit.of(parameter, List.of())) {
            for (int subject = 0; subject < visit.recordOf().length && visit.phase() == Phase.AFTER_BASELINE; subject++) {
                int row = visit.recordOf()[subject];
                later.set(subject, later.get(subject)
                        || (row >= 0 && !Double.isNaN(AnalysisValue.number(parameter.records(), row))));
            }
        }
        BitSet valued = Visit.rows(Visit.baselines(parameter)).get().stream().map(parameter.records()::subject)
                .collect(BitSet::new, BitSet::set, BitSet::or);
        valued.or(later);
        ValuesOverVisits.addNotDrawn(frame, valued, body);
        BitSet all = new BitSet();
        frame.columns().stream().map(ColumnHead::subjects).filter(valued::intersects).forEach(all::or);
        int shown = Math.toIntExact(best.keySet().stream().filter(all::get).count());
        if (shown < all.cardinality()) {
            int without = Math.toIntExact(all.stream().filter(subject -> !later.get(subject)).count());
            body.remarks.add(new SubjectRemark.Shown(shown, all.cardinality(), without, all.cardinality() - shown - without));
        }
    }

    /// Who ever attains the response, and what it is called.
    private record Attained(String label, BitSet by) {}

    private static Attained attained(Waterfall figure, StudyData data, TableBody body) throws NotProducedException {
        BitSet attained = new BitSet();
        if (figure.response().isEmpty()) {
            return new Attained("", attained);
        }
        Optional<BdsParameter> response = BdsParameter.find(data, "", null, figure.response());
        if (response.isPresent()) {
            ResponseAnswers answers = ResponseAnswers.of(response.get());
            body.addSource(response.get());
            response.get().rows().stream().filter(row -> answers.of(row).orElse(false))
                    .forEach(row -> attained.set(response.get().records().subject(row)));
        }
        return new Attained(response.map(BdsParameter::label).orElse(figure.response()), attained);
    }

    @Override
    public RowsPromise promise(Waterfall figure) {
        return RowsPromise.NONE;
    }
}
