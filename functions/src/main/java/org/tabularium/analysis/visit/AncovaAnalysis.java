package org.tabularium.analysis.visit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.Comparisons;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.Described;
import org.tabularium.analysis.frame.Summarizing.Summarized;
import org.tabularium.analysis.frame.Summarizing;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.SummaryLine;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BaselineChange;
import org.tabularium.shell.rows.Analysed;
import org.tabularium.shell.rows.DeclaredModels;
import org.tabularium.statistic.Ancova.Term;
import org.tabularium.statistic.Ancova;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Decimals;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.LinearEstimate;

/// Computes [Ancova]: baseline, value and change at a visit, and the arms' changes, or their values, compared by an
/// analysis of covariance.
///
/// Analysed are the subjects of the arms who have a change (or a value) at the visit and a value of every covariate; the rows
/// above the model are of the same subjects. Where the value is analysed, its baseline has rows if the model adjusts for it.
public final class AncovaAnalysis {

    private static final List<SummaryLine> LINES = List.of(Statistic.N, SummaryLine.Several.MEAN_SD,
            SummaryLine.Several.MEDIAN_MIN_MAX);

    private final DeclaredModels.Ancova block;
    private final TableFrame frame;
    private final TableBody body;
    private final ParameterVisit at;
    private final List<ColumnHead> arms;
    private final ModelCovariates covariates;
    private final IntToDoubleFunction base;
    private final IntToDoubleFunction value;
    private final IntToDoubleFunction change;
    /// What the model is of.
    private final IntToDoubleFunction response;
    private final String variable;
    private final int[] analysed;
    private final int decimals;
    private final @Nullable Records records;

    private AncovaAnalysis(DeclaredModels.Ancova block, TableFrame frame, ParameterVisit at, TableBody body)
            throws NotProducedException {
        this.block = block;
        this.frame = frame;
        this.body = body;
        this.at = at;
        this.records = at.records();
        this.covariates = ModelCovariates.of(at.parameter(), block.covariates());
        IntToDoubleFunction changeOfRow = BaselineChange.change(at.parameter());
        this.base = subject -> covariates.base(at.row(subject));
        this.value = subject -> AnalysisValue.number(at.parameter().records(), at.row(subject));
        this.change = subject -> changeOfRow.applyAsDouble(at.row(subject));
        this.response = ofChange() ? change : value;
        this.variable = ofChange() ? "CHG" : "AVAL";
        this.arms = frame.armColumns().isEmpty() ? frame.columns() : frame.armColumns();
        BitSet inArms = new BitSet();
        arms.forEach(arm -> inArms.or(arm.subjects()));
        this.analysed = inArms.stream()
                .filter(s -> at.row(s) >= 0 && !Double.isNaN(response.applyAsDouble(s)))
                .filter(s -> covariates.isComplete(at.row(s)))
                .toArray();
        if (analysed.length == 0) {
            throw new NotProducedException(new RowsObstacle.NobodyForModel(at.parameter().code(), at.visit().name()));
        }
        this.decimals = Decimals.collected(Arrays.stream(analysed).mapToDouble(response).toArray());
        int with = (int) inArms.stream().filter(s -> at.row(s) >= 0).count();
        if (with > analysed.length) {
            body.remarks.add(new EfficacyRemark.LeftOutOfModel(with - analysed.length, block.of()));
        }
    }

    public static void add(DeclaredModels.Ancova block, TableFrame frame, TableBody body) throws NotProducedException {
        ParameterVisit at = ParameterVisit.find(block.parameter(), block.visit(), frame, body);
        AncovaAnalysis analysis = new AncovaAnalysis(block, frame, at, body);
        analysis.addSummaries();
        analysis.addModel();
    }

    private void addSummaries() {
        body.placeholders.put("analysed", new RowLabel.Named(
                ofChange() ? RowName.Efficacy.ANALYSED_CHANGE : RowName.Efficacy.ANALYSED_VALUE));
        if (ofChange() || block.covariates().contains(ModelCovariates.BASE)) {
            addSummary(new RowLabel.Named(RowName.Shared.BASELINE), ModelCovariates.BASE, base);
        }
        addSummary(new RowLabel.Given(at.visit().name()), "AVAL", value);
        if (ofChange()) {
            addSummary(new RowLabel.Named(RowName.Efficacy.CHANGE_FROM_BASELINE), "CHG", change);
        }
    }

    private boolean ofChange() {
        return block.of() == Analysed.CHANGE;
    }

    private void addSummary(RowLabel heading, String summary, IntToDoubleFunction numbers) {
        body.heading(heading, 0, true);
        double[] all = values(Arrays.stream(analysed), numbers);
        Summarized summarized = new Summarized(at.parameter().records().name(), at.groups(), summary, List.of(), at.clauses(),
                Decimals.collected(all), having(numbers), records);
        List<Described> byColumn = frame.columns().stream()
                .map(column -> Summarizing.statistics(frame, column, summarized,
                        values(Arrays.stream(analysed).filter(column.subjects()::get), numbers)))
                .toList();
        Summarizing.addRows(LINES, byColumn, summarized, 1, body);
    }

    private BitSet having(IntToDoubleFunction numbers) {
        BitSet having = new BitSet();
        Arrays.stream(analysed).filter(s -> !Double.isNaN(numbers.applyAsDouble(s))).forEach(having::set);
        return having;
    }

    /// Who is analysed, of some arms.
    private Behind behind(BitSet within) {
        return new Behind(having(response), within, within, records);
    }

    private static double[] values(IntStream subjects, IntToDoubleFunction numbers) {
        return subjects.mapToDouble(numbers).filter(v -> !Double.isNaN(v)).toArray();
    }

    private void addModel() throws NotProducedException {
        List<Term> terms = terms();
        double[] responses = Arrays.stream(analysed).mapToDouble(response).toArray();
        int[] group = Arrays.stream(analysed)
                .map(s -> IntStream.range(0, arms.size()).filter(arm -> arms.get(arm).subjects().get(s)).findFirst()
                        .orElseThrow())
                .toArray();
        Ancova model = Ancova.of(responses, group, terms);
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
            addDoseResponse(responses, block.dose(), terms);
        }
        if (block.rmse()) {
            addError(model.rootMeanSquareError());
        }
    }

    /// The arms, the control first, in whose order each is compared with those before it; none where no control is known.
    private List<ColumnHead> compared() {
        return frame.reference()
                .map(control -> Stream.concat(Stream.of(control), arms.stream().filter(arm -> !arm.equals(control))).toList())
                .orElse(List.of());
    }

    private Method made() {
        return frame.atConfidence(MethodId.ANCOVA)
                .with("covariates", String.join(", ", block.covariates()))
                .with("margins", block.margins().name().toLowerCase(Locale.ROOT));
    }

    /// Rows with the estimate and its error, its interval, and (where asked for) the p-value.
    private void addRows(RowName name, Statistic statistic, List<String> level, List<ColumnHead> shown,
            Function<ColumnHead, LinearEstimate> estimate, boolean test, Clauses clauses,
            Function<ColumnHead, BitSet> within) {
        List<CellResults> estimates = new ArrayList<>();
        List<CellResults> intervals = new ArrayList<>();
        List<CellResults> tests = new ArrayList<>();
        Method made = made();
        for (ColumnHead column : frame.columns()) {
            if (!shown.contains(column)) {
                List.of(estimates, intervals, tests).forEach(row -> row.add(CellResults.EMPTY));
                continue;
            }
            LinearEstimate found = estimate.apply(column);
            Behind behind = behind(within.apply(column));
            ConfidenceInterval interval = found.interval(frame.data().settings().confidence());
            estimates.add(new CellResults(Form.ESTIMATE_ERROR, List.of(
                    at.result(frame, column, variable, level, statistic, Counting.value(found.value()), clauses, made, behind),
                    at.result(frame, column, variable, level, Statistic.SE, Counting.value(found.standardError()), clauses, made,
                            behind)),
                    decimals, 0));
            intervals.add(new CellResults(Form.INTERVAL, List.of(
                    at.result(frame, column, variable, level, Statistic.CI_LOWER, Counting.value(interval.lower()), clauses, made,
                            behind),
                    at.result(frame, column, variable, level, Statistic.CI_UPPER, Counting.value(interval.upper()), clauses, made,
                            behind)),
                    Decimals.ofCentre(decimals), 0));
            tests.add(new CellResults(Form.P_VALUE, List.of(
                    at.result(frame, column, variable, level, Statistic.P_VALUE, Counting.value(found.pValue()), clauses, made,
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

    /// The test of a linear dose response.
    private void addDoseResponse(double[] responses, String doseVariable, List<Term> terms) throws NotProducedException {
        JoinedColumn dose = at.field(doseVariable);
        if (!dose.numeric()) {
            throw new NotProducedException(new RowsObstacle.DoseNoNumber(doseVariable));
        }
        double[] doses = Arrays.stream(analysed).mapToDouble(s -> dose.number(at.row(s))).toArray();
        if (Arrays.stream(doses).anyMatch(Double::isNaN)) {
            throw new NotProducedException(new RowsObstacle.DoseMissing(doseVariable));
        }
        LinearEstimate slope = Ancova.slope(responses, doses, terms);
        String level = RowName.Efficacy.DOSE_RESPONSE.level();
        addOfAllArms(RowName.Efficacy.DOSE_RESPONSE, new CellResults(Form.P_VALUE,
                List.of(at.overall(frame, variable, level, Statistic.P_VALUE, Counting.value(slope.pValue()),
                        Method.of(MethodId.DOSE_RESPONSE), behind(having(response)))),
                0, 0));
        body.unshown.add(at.overall(frame, variable, level, Statistic.ESTIMATE, Counting.value(slope.value()),
                Method.of(MethodId.DOSE_RESPONSE), behind(having(response))));
        body.remarks.add(new EfficacyRemark.DoseResponse(doseVariable));
    }

    /// The root mean square error of the model with the arms has one decimal more than the LS means.
    private void addError(Estimate error) {
        addOfAllArms(RowName.Efficacy.ROOT_MEAN_SQUARE_ERROR, new CellResults(Form.STATISTIC,
                List.of(at.overall(frame, variable, RowName.Efficacy.ROOT_MEAN_SQUARE_ERROR.level(), Statistic.ESTIMATE,
                        Counting.value(error), made(), behind(having(response)))),
                Decimals.ofCentre(decimals), 0));
        body.remarks.add(new EfficacyRemark.RootMeanSquareError());
    }

    /// What is of all arms together stands in the last column.
    private void addOfAllArms(RowName name, CellResults cell) {
        List<CellResults> cells = new ArrayList<>(frame.columns().stream().map(c -> CellResults.EMPTY).toList());
        cells.set(cells.size() - 1, cell);
        body.row(new RowLabel.Named(name), 0, true, cells);
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
                new EfficacyRemark.LeastSquares(block.of(), covariates.described(),
                        block.margins() == DeclaredModels.Margins.EQUAL));
    }
}
