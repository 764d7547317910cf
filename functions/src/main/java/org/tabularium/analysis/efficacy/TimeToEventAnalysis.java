package org.tabularium.analysis.efficacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tabularium.analysis.frame.Comparisons;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.OneArmStrata;
import org.tabularium.analysis.frame.Strata;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.shell.rows.DeclaredModels;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.CoxRegression;
import org.tabularium.statistic.EqualTimes;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.EventTimes;
import org.tabularium.statistic.KaplanMeier;
import org.tabularium.statistic.LogRank;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// Computes [DeclaredModels.TimeToEvent]: events, quantiles of the time, survival and numbers at risk at landmarks, and each arm
/// against the control.
///
/// A subject's time is AVAL; CNSR = 0 is the event, every whole number above it censoring. Subjects without either are left out
/// and footnoted, as are those with another number.
public final class TimeToEventAnalysis {

    public static final List<String> VARIABLES = List.of("CNSR", "AVALU");

    private static final String VARIABLE = "AVAL";
    private static final int SURVIVAL_DECIMALS = 3;
    private static final int RATIO_DECIMALS = 2;

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
        analysis.addComparisons();
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
                Form.COUNT, List.of(result(column, "", Statistic.N, new Value.Whole(Counting.in(column, known)),
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
            body.row(new RowLabel.AtTime(time, unit()), 1, false, cells(column -> new CellResults(
                    Form.COUNT,
                    List.of(result(column, ValueText.number(time), Statistic.AT_RISK,
                            new Value.Whole(follow(column.subjects()).atRisk(same.applyAsDouble(time))),
                            times.behind(times.atRisk(time), column.subjects()))),
                    0,
                    0)));
        }
        body.heading(new RowLabel.WithInterval(RowName.Efficacy.EVENT_FREE, confidence()), 0, true);
        for (double time : block.landmarks()) {
            body.row(new RowLabel.AtTime(time, unit()), 1, false, cells(column -> {
                KaplanMeier curve = results.curve(column.subjects());
                return estimateInterval(column, ValueText.number(time), Statistic.SURVIVAL,
                        curve.survival(same.applyAsDouble(time)),
                        curve.interval(same.applyAsDouble(time), confidence()), SURVIVAL_DECIMALS,
                        times.behind(times.eventsUntil(time), column.subjects()));
            }));
        }
    }

    private void addComparisons() throws NotProducedException {
        List<ColumnHead> arms = frame.armColumns();
        if (arms.size() < 2) {
            return;
        }
        Comparisons.of(frame).addControl(frame.control(), body);
        Optional<ColumnHead> control = frame.reference();
        if (control.isEmpty()) {
            return;
        }
        List<BitSet> strata = strata();
        ColumnHead reference = control.get();
        new OneArmStrata(block.strata(), strata).addOfPairs(frame, reference, known, body);
        CoxRegression.Ties ties = CoxRegression.Ties.valueOf(block.ties().name());
        Clauses against = Clauses.of(Criterion.COMPARED_WITH, reference.label());
        body.heading(new RowLabel.Against(RowName.Comparison.COMPARISON, reference.label()), 0, true);
        List<CellResults> ratios = new ArrayList<>();
        List<CellResults> tests = new ArrayList<>();
        for (ColumnHead column : frame.columns()) {
            if (column.isTotal() || column.equals(reference)) {
                ratios.add(CellResults.EMPTY);
                tests.add(CellResults.EMPTY);
                continue;
            }
            CoxRegression cox = CoxRegression.of(
                    strata.stream()
                            .map(s -> new CoxRegression.Stratum(follow(reference.subjects(), s), follow(column.subjects(), s)))
                            .toList(),
                    ties);
            Behind behind = times.behind(events, inStratum(strata, Comparisons.both(column, reference)));
            ratios.add(estimateInterval(
                    column, RowName.Efficacy.HAZARD_RATIO.level(), Statistic.HAZARD_RATIO, cox.hazardRatio(),
                    cox.interval(confidence()),
                    RATIO_DECIMALS, behind));
            body.unshown.add(
                    result(column, RowName.Efficacy.HAZARD_RATIO.level(), Statistic.P_VALUE, Counting.value(cox.pValue()), cox(),
                            behind, against));
            if (cox.hazardRatio() instanceof Estimate.NotEstimable(String reason) && cox.isSeparated()) {
                body.remarks.add(new EfficacyRemark.NoHazardRatio(column.label(), reference.label(), reason));
            }
            Estimate p = logRank(List.of(reference, column), strata);
            tests.add(new CellResults(
                    Form.P_VALUE,
                    List.of(result(column, RowName.Efficacy.LOG_RANK.level(), Statistic.P_VALUE, Counting.value(p), logRank(),
                            behind,
                            against)),
                    0, 0));
        }
        body.row(new RowLabel.WithInterval(RowName.Efficacy.HAZARD_RATIO, confidence()), 1, false, ratios);
        body.row(new RowLabel.Named(RowName.Efficacy.LOG_RANK), 1, false, tests);
        LandmarkDifferences.add(results, reference, SURVIVAL_DECIMALS, body);
        if (arms.size() > 2) {
            body.unshown.add(frame.overall(parameter.records().name(), Map.of("PARAMCD", parameter.code()), VARIABLE,
                    List.of(RowName.Efficacy.LOG_RANK.level()), Statistic.P_VALUE, Counting.value(logRank(arms, strata)),
                    Filter.joined(parameter.clauses(), Clauses.of(Criterion.ALL_ARMS)), logRank(),
                    times.behind(events, inStratum(strata, frame.inArms()))));
        }
        body.remarks.add(
                new EfficacyRemark.HazardRatios(ties == CoxRegression.Ties.EFRON, block.strata(), reference.label(), true));
    }

    private static BitSet inStratum(List<BitSet> strata, BitSet of) {
        BitSet within = new BitSet();
        strata.forEach(within::or);
        within.and(of);
        return within;
    }

    private Estimate logRank(List<ColumnHead> arms, List<BitSet> strata) {
        return LogRank.pValue(
                strata.stream().map(s -> arms.stream().map(arm -> follow(arm.subjects(), s)).toList()).toList());
    }

    private List<BitSet> strata() throws NotProducedException {
        List<JoinedColumn> fields = new ArrayList<>();
        for (String variable : block.strata()) {
            fields.add(times.field(variable));
        }
        BitSet compared = (BitSet) known.clone();
        compared.and(frame.inArms());
        return Strata.of(block.strata(), fields, times.records(), compared, body);
    }

    private EventTimes follow(BitSet... sets) {
        return times.follow(sets);
    }

    private String unit() {
        return times.unit();
    }

    private double confidence() {
        return frame.data().settings().confidence();
    }

    private List<CellResults> cells(Function<ColumnHead, CellResults> cell) {
        return frame.columns().stream().map(cell).toList();
    }

    private CellResults estimateInterval(
            ColumnHead column, String level, Statistic statistic, Estimate estimate, ConfidenceInterval interval, int decimals,
            Behind behind) {
        Method made = statistic == Statistic.HAZARD_RATIO ? cox() : results.kaplanMeier();
        return results.interval(column, levels(level), statistic, estimate, interval, decimals, made, behind);
    }

    private Method cox() {
        return frame.atConfidence(MethodId.COX_REGRESSION)
                .with("ties", block.ties().name().toLowerCase(Locale.ROOT))
                .with("strata", String.join(", ", block.strata()));
    }

    private Method logRank() {
        return Method.of(MethodId.LOG_RANK, "strata", String.join(", ", block.strata()));
    }

    private Result result(ColumnHead column, String level, Statistic statistic, Value value, Behind behind) {
        return results.result(column, levels(level), statistic, value, behind);
    }

    private static List<String> levels(String level) {
        return level.isEmpty() ? List.of() : List.of(level);
    }

    private Result result(ColumnHead column, String level, Statistic statistic, Value value, Method method, Behind behind,
            Clauses... more) {
        return results.result(column, levels(level), statistic, value, method, behind, more);
    }
}
