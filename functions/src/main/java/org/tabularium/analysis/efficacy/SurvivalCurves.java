package org.tabularium.analysis.efficacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.FigureRow;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.display.SubjectRemark;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.Shell;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.shell.rows.DeclaredFigure.Km;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.statistic.EventTimes;
import org.tabularium.statistic.KaplanMeier;
import org.tabularium.statistic.RoundSteps;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// Kaplan–Meier curves ([Km]): the curve of each arm at each of its times, the numbers at risk and censored at round times
/// or landmarks, and the counts, medians and comparisons of the table of the same times.
public final class SurvivalCurves implements RowsKind<Km> {

    private static final int MOST_TICKS = 10;
    private static final int DECIMALS = 3;
    private static final Clauses CENSORED = Clauses.of(new Clause.Compare("CNSR", Comparator.NE, List.of("0")));

    private final TimeToEventRows rows = new TimeToEventRows();

    @Override
    public RowsDeclaration<Km> declaration() {
        return DeclaredFigure.Km.DECLARATION;
    }

    @Override
    public void ask(Km figure, ColumnRequest request) {
        rows.ask(figure.times(), request);
    }

    @Override
    public Optional<Obstacle> unmet(Km figure, Shell shell, Study study) {
        return rows.unmet(figure.times(), shell, study);
    }

    @Override
    public List<String> parameters(StudyData data) {
        return rows.parameters(data);
    }

    @Override
    public PopulationName population(Km figure, Shell shell, StudyData data) {
        return rows.population(figure.times(), shell, data);
    }

    @Override
    public RowsPromise promise(Km figure) {
        return RowsPromise.NONE;
    }

    @Override
    public void add(Km figure, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        TimesToEvent times = TimesToEvent.of(figure.times(), frame, body);
        body.placeholders.put("unit", new RowLabel.Given(times.unit()));
        TableBody table = new TableBody();
        TimeToEventAnalysis.add(figure.times(), frame, times, table);
        table.remarks.stream().filter(remark -> !(remark instanceof EfficacyRemark.TimePercentages)).forEach(body.remarks::add);
        addSummary(frame, table, body);
        double longest = Arrays.stream(times.follow(frame.population().subjects()).times()).max().orElse(0);
        List<String> without = frame.columns().stream().filter(column -> times.follow(column.subjects()).n() == 0)
                .map(ColumnHead::label).toList();
        if (!without.isEmpty()) {
            body.remarks.add(new SubjectRemark.ArmsNotDrawn(without));
        }
        for (ColumnHead column : frame.columns()) {
            addCurve(times, frame, column, body);
        }
        for (ColumnHead column : frame.columns()) {
            addAtRisk(times, frame, column, ticks(figure, times, longest), body);
        }
    }

    /// What the table of the same times says, but for its landmarks.
    private static void addSummary(TableFrame frame, TableBody table, TableBody body) {
        for (ResultRow row : table.rows) {
            if (row.label() instanceof RowLabel.AtTime) {
                continue;
            }
            for (int i = 0; i < row.cells().size(); i++) {
                if (row.cells().get(i).form() != Form.EMPTY) {
                    body.drawn.add(new FigureRow(Layer.SUMMARY, frame.columns().get(i).arm(), row.label(), Double.NaN,
                            row.cells().get(i)));
                }
            }
        }
    }

    private static List<Double> ticks(Km figure, TimesToEvent times, double longest) {
        if (!figure.times().landmarks().isEmpty()) {
            return figure.times().landmarks();
        }
        double length = longest > 0 ? longest : 1;
        return RoundSteps.multiples(0, length, RoundSteps.ofTime(times.unit(), length, MOST_TICKS));
    }

    private static void addCurve(TimesToEvent times, TableFrame frame, ColumnHead column, TableBody body) {
        EventTimes follow = times.follow(column.subjects());
        KaplanMeier curve = KaplanMeier.of(follow);
        List<Double> at = new ArrayList<>(List.of(0.0));
        Arrays.stream(follow.times()).sorted().distinct().filter(time -> time > 0).forEach(at::add);
        for (double time : follow.n() == 0 ? List.<Double>of() : at) {
            List<Result> point = new ArrayList<>();
            point.add(result(times, frame, column, time, Statistic.SURVIVAL, Counting.value(curve.survival(time)),
                    times.eventsUntil(time), Clauses.NONE));
            int events = follow.eventsAt(time);
            int censored = follow.endingAt(time) - events;
            if (events > 0) {
                point.add(result(times, frame, column, time, Statistic.EVENTS, new Value.Whole(events),
                        times.endingAt(time, true), at(time, Comparator.EQ).and(Clauses.equal("CNSR", "0"))));
            }
            if (censored > 0) {
                point.add(result(times, frame, column, time, Statistic.CENSORED, new Value.Whole(censored),
                        times.endingAt(time, false), at(time, Comparator.EQ).and(CENSORED)));
            }
            add(Layer.STEP, column, time, point, DECIMALS, body);
        }
    }

    private static void addAtRisk(TimesToEvent times, TableFrame frame, ColumnHead column, List<Double> ticks, TableBody body) {
        EventTimes follow = times.follow(column.subjects());
        for (double time : ticks) {
            add(Layer.AT_RISK, column, time, List.of(result(times, frame, column, time, Statistic.AT_RISK,
                    new Value.Whole(follow.atRisk(times.same.applyAsDouble(time))), times.atRisk(time), at(time, Comparator.GE)),
                    censored(times, frame, column, time)), 0, body);
        }
    }

    /// How many are censored before a time: with those at risk and those with the event before it, they are all.
    private static Result censored(TimesToEvent times, TableFrame frame, ColumnHead column, double time) {
        BitSet censored = times.censoredBefore(time);
        BitSet ofColumn = (BitSet) censored.clone();
        ofColumn.and(column.subjects());
        return result(times, frame, column, time, "CNSR", Statistic.CENSORED, new Value.Whole(ofColumn.cardinality()), censored,
                at(time, Comparator.LT).and(CENSORED));
    }

    private static Clauses at(double time, Comparator comparator) {
        return Clauses.of(new Clause.Compare("AVAL", comparator, List.of(ValueText.number(time))));
    }

    private static void add(Layer layer, ColumnHead column, double time, List<Result> results, int decimals,
            TableBody body) {
        body.drawn.add(new FigureRow(layer, column.arm(), new RowLabel.Given(column.label()), time,
                new CellResults(Form.STATISTIC, List.copyOf(results), decimals, 0)));
    }

    private static Result result(TimesToEvent times, TableFrame frame, ColumnHead column, double time, Statistic statistic,
            Value value, BitSet having, Clauses clauses) {
        return result(times, frame, column, time, "AVAL", statistic, value, having, clauses);
    }

    private static Result result(TimesToEvent times, TableFrame frame, ColumnHead column, double time, String variable,
            Statistic statistic, Value value, BitSet having, Clauses clauses) {
        return frame.result(times.parameter.records().name(), column, Map.of("PARAMCD", times.parameter.code()), variable,
                List.of(ValueText.number(time)), statistic, value, times.parameter.clauses().and(clauses),
                frame.atConfidence(MethodId.KAPLAN_MEIER), times.behind(having, column.subjects()));
    }
}
