package org.tabularium.analysis.efficacy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Result;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.shell.rows.DeclaredModels;
import org.tabularium.statistic.EqualTimes;
import org.tabularium.statistic.KaplanMeier;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// Computes [DeclaredModels.TimeToEvent]: events, quantiles of the time, survival and numbers at risk at landmarks, and, by
/// [TimeComparisons], each arm against the control.
///
/// A subject's time is AVAL; CNSR = 0 is the event, every whole number above it censoring. Subjects without either are left out
/// and footnoted, as are those with another number.
public final class TimeToEventAnalysis {

    public static final List<String> VARIABLES = List.of("CNSR", "AVALU");

    private static final String VARIABLE = "AVAL";
    private static final String USUAL = "ADTTE";
    /// Of event-free probabilities and of their differences.
    static final int SURVIVAL_DECIMALS = 3;

    private final DeclaredModels.TimeToEvent block;
    private final TableFrame frame;
    private final TableBody body;
    private final TimesToEvent times;
    private final BdsParameter parameter;
    private final BitSet events;
    private final BitSet known;
    private final EqualTimes same;
    private final TimeResults results;

    private TimeToEventAnalysis(DeclaredModels.TimeToEvent block, TableFrame frame, TimesToEvent times, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.body = body;
        this.times = times;
        this.parameter = times.parameter;
        this.events = times.events;
        this.known = times.known;
        this.same = times.same;
        this.results = new TimeResults(block, frame, times);
    }

    /// The datasets that may hold times to an event.
    ///
    /// @param dataset the one the shell names; empty for any
    public static List<String> candidates(Study study, String dataset) {
        return BdsParameter.withParameters(study, dataset)
                .filter(d -> study.has(d, "AVAL") && study.has(d, "CNSR"))
                .toList();
    }

    /// Why no dataset has times: the one variable that a dataset which has the others lacks, if there is such a dataset.
    static AbsenceObstacle.NoTimes noTimes(Study study, String dataset) {
        return BdsParameter.withParameters(study, dataset)
                .filter(name -> study.has(name, "CNSR") || (name.equals(USUAL) && study.has(name, "AVAL")))
                .findFirst()
                .map(name -> new AbsenceObstacle.NoTimes(name, study.has(name, "CNSR") ? "AVAL" : "CNSR"))
                .orElseGet(() -> new AbsenceObstacle.NoTimes(dataset, ""));
    }

    /// The parameters that a study without `tables:` gets a table of: all those of datasets with CNSR.
    public static List<String> parameters(StudyData data) {
        return candidates(data.study(), "").stream()
                .flatMap(d -> JoinedRecords.of(data, d).stream())
                .flatMap(records -> BdsParameter.codes(records).stream())
                .map(code -> BdsParameter.ours(data, code))
                .distinct()
                .toList();
    }

    public static void add(DeclaredModels.TimeToEvent block, TableFrame frame, TableBody body) throws NotProducedException {
        add(block, frame, TimesToEvent.of(block, frame, body), body);
    }

    static void add(DeclaredModels.TimeToEvent block, TableFrame frame, TimesToEvent times, TableBody body)
            throws NotProducedException {
        TimeToEventAnalysis analysis = new TimeToEventAnalysis(block, frame, times, body);
        analysis.addCounts();
        TimeQuantiles.add(analysis.results, body);
        analysis.addLandmarks();
        TimeComparisons.add(analysis.results, body);
    }

    /// Adds the counts and quantiles alone below a heading, of a time that only some subjects can have: nobody without it is
    /// missed, and arms are not compared.
    static void describe(DeclaredModels.TimeToEvent block, TableFrame frame, TimesToEvent times, TableBody body) {
        TableBody numbers = new TableBody();
        TimeToEventAnalysis analysis = new TimeToEventAnalysis(block, frame, times, numbers);
        analysis.addNumbers();
        body.addBelow(numbers);
        TimeQuantiles.addRows(analysis.results, body);
    }

    private void addCounts() {
        addNumbers();
        BitSet shown = new BitSet();
        frame.columns().forEach(column -> shown.or(column.subjects()));
        BitSet missing = times.missing();
        missing.and(shown);
        BitSet unflagged = times.unflagged();
        unflagged.and(shown);
        missing.andNot(unflagged);
        if (!unflagged.isEmpty()) {
            body.remarks.add(new EfficacyRemark.NoFlaggedTime(unflagged.cardinality()));
        }
        if (!missing.isEmpty()) {
            body.remarks.add(new EfficacyRemark.NoTime(missing.cardinality()));
        }
        BitSet unclear = (BitSet) times.unclear.clone();
        unclear.and(shown);
        if (!unclear.isEmpty()) {
            body.remarks.add(new EfficacyRemark.UnclearCensoring(unclear.cardinality()));
        }
    }

    private void addNumbers() {
        body.row(new RowLabel.Named(RowName.Shared.N), 0, true, cells(column -> new CellResults(
                Form.COUNT, List.of(results.result(column, List.of(), Statistic.N, new Value.Whole(Counting.in(column, known)),
                        times.ofAll(column))),
                0, 0)));
        BitSet censored = (BitSet) known.clone();
        censored.andNot(events);
        addCount(RowName.Efficacy.EVENTS, events, Clauses.equal("CNSR", "0"));
        addCount(RowName.Efficacy.CENSORED, censored, Clauses.of(new Clause.Compare("CNSR", Comparator.NE, List.of("0"))));
        body.remarks.add(new EfficacyRemark.TimePercentages());
    }

    private void addCount(RowName name, BitSet subjects, Clauses clauses) {
        body.row(new RowLabel.Named(name), 0, false, cells(column -> {
            int count = Counting.in(column, subjects);
            int n = Counting.in(column, known);
            Value percent = n == 0 ? new Value.NotEstimable("nobody has a time") : new Value.Real(100.0 * count / n);
            Behind behind = times.behind(subjects, column.subjects());
            return new CellResults(Form.COUNT_PERCENT, List.of(
                    counted(column, name.level(), Statistic.COUNT, new Value.Whole(count), clauses, behind),
                    counted(column, name.level(), Statistic.PERCENT, percent, clauses, behind)), 0, n);
        }));
    }

    private Result counted(ColumnHead column, String label, Statistic statistic, Value value, Clauses clauses,
            Behind behind) {
        return frame.result(parameter.records().name(), column, Map.of("PARAMCD", parameter.code()), VARIABLE, List.of(label),
                statistic,
                value, parameter.clauses().and(clauses), behind);
    }

    private void addLandmarks() {
        if (block.landmarks().isEmpty()) {
            return;
        }
        body.heading(new RowLabel.Named(RowName.Efficacy.AT_RISK), 0, true);
        for (double time : block.landmarks()) {
            body.row(new RowLabel.AtTime(time, times.unit()), 1, false, cells(column -> new CellResults(
                    Form.COUNT,
                    List.of(results.result(column, List.of(ValueText.number(time)), Statistic.AT_RISK,
                            new Value.Whole(times.follow(column.subjects()).atRisk(same.applyAsDouble(time))),
                            times.behind(times.atRisk(time), column.subjects()))),
                    0,
                    0)));
        }
        body.heading(new RowLabel.WithInterval(RowName.Efficacy.EVENT_FREE, results.confidence()), 0, true);
        for (double time : block.landmarks()) {
            body.row(new RowLabel.AtTime(time, times.unit()), 1, false, cells(column -> {
                KaplanMeier curve = results.curve(column.subjects());
                return results.interval(column, List.of(ValueText.number(time)), Statistic.SURVIVAL,
                        curve.survival(same.applyAsDouble(time)),
                        curve.interval(same.applyAsDouble(time), results.confidence()), SURVIVAL_DECIMALS, results.kaplanMeier(),
                        times.behind(times.eventsUntil(time), column.subjects()));
            }));
        }
    }

    private List<CellResults> cells(Function<ColumnHead, CellResults> cell) {
        return frame.columns().stream().map(cell).toList();
    }
}
