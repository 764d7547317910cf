package org.tabularium.analysis.efficacy;

import java.util.Locale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Behind;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.RowName;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.analysis.frame.Described;
import org.tabularium.analysis.frame.Comparisons;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.Summarizing.Summarized;
import org.tabularium.analysis.frame.Summarizing;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.EfficacyRemark;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Statistic;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BaselineChange;
import org.tabularium.shell.DeclaredRows;
import org.tabularium.result.SummaryLine;
import org.tabularium.statistic.Ancova.Term;
import org.tabularium.statistic.Ancova;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Decimals;
import org.tabularium.statistic.LinearEstimate;

/// Computes [DeclaredRows.Ancova]: baseline, value and change at a visit, and the arms' changes compared by an analysis of
/// covariance.
///
/// Analysed are the subjects of the arms who have a change at the visit and a value of every covariate; the rows above the model
/// are of the same subjects.
public final class AncovaAnalysis {

    private static final String CHANGE = "CHG";
    private static final List<SummaryLine> LINES = List.of(Statistic.N, SummaryLine.Several.MEAN_SD,
            SummaryLine.Several.MEDIAN_MIN_MAX);

    private final DeclaredRows.Ancova block;
    private final TableFrame frame;
    private final TableBody body;
    private final ParameterVisit at;
    private final List<ColumnHead> arms;
    private final ModelCovariates covariates;
    private final IntToDoubleFunction base;
    private final IntToDoubleFunction change;
    private final int[] analysed;
    private final int decimals;
    private final @Nullable Records records;

    private AncovaAnalysis(DeclaredRows.Ancova block, TableFrame frame, ParameterVisit at, TableBody body)
            throws NotProducedException {
        this.block = block;
        this.frame = frame;
        this.body = body;
        this.at = at;
        this.records = at.records();
        this.covariates = ModelCovariates.of(at.parameter(), block.covariates());
        IntToDoubleFunction changeOfRow = BaselineChange.change(at.parameter());
        this.base = subject -> covariates.base(at.row(subject));
        this.change = subject -> changeOfRow.applyAsDouble(at.row(subject));
        this.arms = frame.armColumns().isEmpty() ? frame.columns() : frame.armColumns();
        BitSet inArms = new BitSet();
        arms.forEach(arm -> inArms.or(arm.subjects()));
        this.analysed = inArms.stream()
                .filter(s -> at.row(s) >= 0 && !Double.isNaN(change.applyAsDouble(s)))
                .filter(s -> covariates.isComplete(at.row(s)))
                .toArray();
        if (analysed.length == 0) {
            throw new NotProducedException(new RowsObstacle.NobodyForModel(at.parameter().code(), at.visit().name()));
        }
        this.decimals = Decimals.collected(Arrays.stream(analysed).mapToDouble(change).toArray());
        int with = (int) inArms.stream().filter(s -> at.row(s) >= 0).count();
        if (with > analysed.length) {
            body.remarks.add(new EfficacyRemark.LeftOutOfModel(with - analysed.length));
        }
    }

    public static void add(DeclaredRows.Ancova block, TableFrame frame, TableBody body) throws NotProducedException {
        ParameterVisit at = ParameterVisit.find(block.parameter(), block.visit(), frame, body);
        AncovaAnalysis analysis = new AncovaAnalysis(block, frame, at, body);
        analysis.addSummaries();
        analysis.addModel();
    }

    private void addSummaries() {
        addSummary(new RowLabel.Named(RowName.Shared.BASELINE), "BASE", base);
        addSummary(new RowLabel.Given(at.visit().name()), "AVAL", s -> AnalysisValue.number(at.parameter().records(), at.row(s)));
        addSummary(new RowLabel.Named(RowName.Efficacy.CHANGE_FROM_BASELINE), CHANGE, change);
    }

    private void addSummary(RowLabel heading, String variable, IntToDoubleFunction value) {
        body.heading(heading, 0, true);
        double[] all = values(Arrays.stream(analysed), value);
        Summarized summarized = new Summarized(at.parameter().records().name(), at.groups(), variable, List.of(), at.clauses(),
                Decimals.collected(all), having(value), records);
        List<Described> byColumn = frame.columns().stream()
                .map(column -> Summarizing.statistics(frame, column, summarized,
                        values(Arrays.stream(analysed).filter(column.subjects()::get), value)))
                .toList();
        Summarizing.addRows(LINES, byColumn, summarized, 1, body);
    }

    private BitSet having(IntToDoubleFunction value) {
        BitSet having = new BitSet();
        Arrays.stream(analysed).filter(s -> !Double.isNaN(value.applyAsDouble(s))).forEach(having::set);
        return having;
    }

    /// Who is analysed, of some arms.
    private Behind behind(BitSet within) {
        return new Behind(having(change), within, within, records);
    }

    private static double[] values(IntStream subjects, IntToDoubleFunction value) {
        return subjects.mapToDouble(value).filter(v -> !Double.isNaN(v)).toArray();
    }

    private void addModel() throws NotProducedException {
        List<Term> terms = terms();
        double[] response = Arrays.stream(analysed).mapToDouble(change).toArray();
        int[] group = Arrays.stream(analysed)
                .map(s -> IntStream.range(0, arms.size()).filter(arm -> arms.get(arm).subjects().get(s)).findFirst()
                        .orElseThrow())
                .toArray();
        Ancova model = Ancova.of(response, group, terms);
        Ancova.Margins margins = Ancova.Margins.valueOf(block.margins().name());
        body.heading(new RowLabel.Named(RowName.Efficacy.ANCOVA), 0, true);
        addRows(RowName.Efficacy.LS_MEAN, Statistic.LSMEAN, List.of(), arms, arm -> model.lsMean(arms.indexOf(arm), margins),
                false,
                Clauses.NONE, ColumnHead::subjects);
        List<ColumnHead> compared = compared();
        for (int reference = 0; reference + 1 < compared.size(); reference++) {
            int against = arms.indexOf(compared.get(reference));
            String label = compared.get(reference).label();
            body.heading(new RowLabel.Against(RowName.Comparison.DIFFERENCE, label), 0, true);
            addRows(RowName.Efficacy.LS_MEAN_DIFFERENCE, Statistic.DIFFERENCE,
                    List.of(RowName.Comparison.DIFFERENCE.levelOf(label)),
                    compared.subList(reference + 1, compared.size()), arm -> model.difference(arms.indexOf(arm), against), true,
                    Clauses.of(Criterion.COMPARED_WITH, label),
                    arm -> Comparisons.both(arm, arms.get(against)));
        }
        Comparisons.of(frame).addControl(frame.control(), body);
        addRemark();
        if (block.dose() != null) {
            addDoseResponse(response, block.dose(), terms);
        }
    }

    /// The arms, the control first, in whose order each is compared with those before it; none where no control is known.
    private List<ColumnHead> compared() {
        return frame.reference()
                .map(control -> Stream.concat(Stream.of(control), arms.stream().filter(arm -> !arm.equals(control))).toList())
                .orElse(List.of());
    }

    /// Rows with the estimate and its error, its interval, and (where asked for) the p-value.
    private void addRows(RowName name, Statistic statistic, List<String> level, List<ColumnHead> shown,
            Function<ColumnHead, LinearEstimate> estimate, boolean test, Clauses clauses,
            Function<ColumnHead, BitSet> within) {
        List<CellResults> estimates = new ArrayList<>();
        List<CellResults> intervals = new ArrayList<>();
        List<CellResults> tests = new ArrayList<>();
        Method made = frame.atConfidence(MethodId.ANCOVA)
                .with("covariates", String.join(", ", block.covariates()))
                .with("margins", block.margins().name().toLowerCase(Locale.ROOT));
        for (ColumnHead column : frame.columns()) {
            if (!shown.contains(column)) {
                List.of(estimates, intervals, tests).forEach(row -> row.add(CellResults.EMPTY));
                continue;
            }
            LinearEstimate found = estimate.apply(column);
            Behind behind = behind(within.apply(column));
            ConfidenceInterval interval = found.interval(frame.data().settings().confidence());
            estimates.add(new CellResults(Form.ESTIMATE_ERROR, List.of(
                    at.result(frame, column, CHANGE, level, statistic, Counting.value(found.value()), clauses, made, behind),
                    at.result(frame, column, CHANGE, level, Statistic.SE, Counting.value(found.standardError()), clauses, made,
                            behind)),
                    decimals, 0));
            intervals.add(new CellResults(Form.INTERVAL, List.of(
                    at.result(frame, column, CHANGE, level, Statistic.CI_LOWER, Counting.value(interval.lower()), clauses, made,
                            behind),
                    at.result(frame, column, CHANGE, level, Statistic.CI_UPPER, Counting.value(interval.upper()), clauses, made,
                            behind)),
                    Decimals.ofCentre(decimals), 0));
            tests.add(new CellResults(Form.P_VALUE, List.of(
                    at.result(frame, column, CHANGE, level, Statistic.P_VALUE, Counting.value(found.pValue()), clauses, made,
                            behind)),
                    0,
                    0));
        }
        body.row(new RowLabel.Named(name), 1, false, estimates);
        body.row(new RowLabel.WithInterval(RowName.Shared.INTERVAL, frame.data().settings().confidence()), 1, false, intervals);
        if (test) {
            body.row(new RowLabel.Named(RowName.Shared.P_VALUE), 1, false, tests);
        }
    }

    /// The test of a linear dose response stands in the last column.
    private void addDoseResponse(double[] response, String variable, List<Term> terms) throws NotProducedException {
        JoinedColumn dose = at.field(variable);
        if (!dose.numeric()) {
            throw new NotProducedException(new RowsObstacle.DoseNoNumber(variable));
        }
        double[] doses = Arrays.stream(analysed).mapToDouble(s -> dose.number(at.row(s))).toArray();
        if (Arrays.stream(doses).anyMatch(Double::isNaN)) {
            throw new NotProducedException(new RowsObstacle.DoseMissing(variable));
        }
        LinearEstimate slope = Ancova.slope(response, doses, terms);
        String level = RowName.Efficacy.DOSE_RESPONSE.level();
        List<CellResults> cells = new ArrayList<>(frame.columns().stream().map(c -> CellResults.EMPTY).toList());
        cells.set(cells.size() - 1, new CellResults(Form.P_VALUE,
                List.of(at.overall(frame, CHANGE, level, Statistic.P_VALUE, Counting.value(slope.pValue()),
                        Method.of(MethodId.DOSE_RESPONSE), behind(having(change)))),
                0, 0));
        body.unshown.add(at.overall(frame, CHANGE, level, Statistic.ESTIMATE, Counting.value(slope.value()),
                Method.of(MethodId.DOSE_RESPONSE), behind(having(change))));
        body.row(new RowLabel.Named(RowName.Efficacy.DOSE_RESPONSE), 0, true, cells);
        body.remarks.add(new EfficacyRemark.DoseResponse(variable));
    }

    private List<Term> terms() {
        int[] rows = Arrays.stream(analysed).map(at::row).toArray();
        List<Term> terms = new ArrayList<>();
        for (String variable : covariates.variables()) {
            terms.add(covariates.hasLevels(variable)
                    ? new Term.Factor(covariates.levels(variable, rows))
                    : new Term.Covariate(covariates.numbers(variable, rows)));
        }
        return terms;
    }

    private void addRemark() {
        body.remarks.add(
                new EfficacyRemark.LeastSquares(covariates.described(), block.margins() == DeclaredRows.Margins.EQUAL));
    }
}
