package org.tabularium.analysis.visit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.Comparisons;
import org.tabularium.analysis.frame.Counting;
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
import org.tabularium.result.Result;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BaselineChange;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.rows.DeclaredModels.VisitCovariance;
import org.tabularium.shell.rows.DeclaredModels;
import org.tabularium.statistic.Ancova.Margins;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Decimals;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.LinearEstimate;
import org.tabularium.statistic.repeated.Covariance;
import org.tabularium.statistic.repeated.FitOutcome;
import org.tabularium.statistic.repeated.FreedomMethod;
import org.tabularium.statistic.repeated.Mmrm;

/// Computes [Mmrm]: at each visit the LS mean change of each arm and its difference from the control, by one model
/// of all visits.
///
/// Analysed are the values of the subjects of the arms at the visits that have a change from baseline and a value of every
/// covariate; a subject need not have every visit.
public final class MmrmAnalysis {

    private static final String CHANGE = "CHG";

    private final DeclaredModels.Mmrm block;
    private final TableFrame frame;
    private final TableBody body;
    private final List<ParameterVisit> visits;
    private final List<ColumnHead> arms;
    private final ModelCovariates covariates;
    private final IntToDoubleFunction change;
    private final List<BitSet> analysed = new ArrayList<>(); // subjects, by visit
    private final BitSet anywhere = new BitSet();
    private final @Nullable Records records;
    private Method method = Method.of(MethodId.MMRM);
    private int decimals;

    private MmrmAnalysis(DeclaredModels.Mmrm block, TableFrame frame, List<ParameterVisit> visits, TableBody body)
            throws NotProducedException {
        this.block = block;
        this.frame = frame;
        this.body = body;
        this.visits = visits;
        this.arms = frame.armColumns().isEmpty() ? frame.columns() : frame.armColumns();
        BdsParameter parameter = visits.getFirst().parameter();
        this.covariates = ModelCovariates.of(parameter, block.covariates());
        this.change = BaselineChange.change(parameter);
        BitSet inArms = new BitSet();
        arms.forEach(arm -> inArms.or(arm.subjects()));
        int leftOut = 0;
        for (ParameterVisit at : visits) {
            BitSet with = new BitSet();
            inArms.stream().filter(subject -> at.row(subject) >= 0).forEach(with::set);
            BitSet complete = new BitSet();
            with.stream().filter(subject -> isComplete(at.row(subject))).forEach(complete::set);
            leftOut += with.cardinality() - complete.cardinality();
            analysed.add(complete);
            anywhere.or(complete);
        }
        if (anywhere.isEmpty()) {
            throw new NotProducedException(new RowsObstacle.NobodyForRepeated(parameter.code()));
        }
        if (leftOut > 0) {
            body.remarks.add(new EfficacyRemark.ValuesLeftOut(leftOut));
        }
        this.records = parameter.records().behind(this::rowsAnalysed);
    }

    public static void add(DeclaredModels.Mmrm block, TableFrame frame, TableBody body) throws NotProducedException {
        new MmrmAnalysis(block, frame, ParameterVisit.several(block.parameter(), block.visits(), frame, body), body).addModel();
    }

    private boolean isComplete(int row) {
        return !Double.isNaN(change.applyAsDouble(row)) && covariates.isComplete(row);
    }

    private BitSet rowsAnalysed() {
        BitSet rows = new BitSet();
        for (int v = 0; v < visits.size(); v++) {
            ParameterVisit at = visits.get(v);
            analysed.get(v).stream().forEach(subject -> rows.set(at.row(subject)));
        }
        return rows;
    }

    private void addModel() throws NotProducedException {
        int[] visit = IntStream.range(0, visits.size())
                .flatMap(v -> IntStream.range(0, analysed.get(v).cardinality()).map(_ -> v))
                .toArray();
        int[] subject = analysed.stream().flatMapToInt(BitSet::stream).toArray();
        int[] rows = IntStream.range(0, subject.length).map(i -> visits.get(visit[i]).row(subject[i])).toArray();
        double[] response = Arrays.stream(rows).mapToDouble(change).toArray();
        this.decimals = Decimals.collected(response);
        Mmrm model = fitted(new Mmrm.Values(response, subject, visit, Arrays.stream(subject).map(this::arm).toArray()), rows);
        Margins margins = Margins.valueOf(block.margins().name());
        Optional<ColumnHead> control = frame.reference();
        for (int v = 0; v < visits.size(); v++) {
            int at = v;
            body.heading(new RowLabel.OfLevel("AVISIT", visits.get(v).visit().name()), 0, true);
            addCounts(v);
            addRows(v, RowName.Efficacy.LS_MEAN, 1, new Kind(Statistic.LSMEAN, List.of(), Clauses.NONE, false), arms,
                    arm -> model.lsMean(arms.indexOf(arm), at, margins), ColumnHead::subjects);
            control.ifPresent(against -> addDifferences(at, against, model));
        }
        Comparisons.of(frame).addControl(frame.control(), body);
    }

    private int arm(int subject) {
        return IntStream.range(0, arms.size()).filter(arm -> arms.get(arm).subjects().get(subject)).findFirst().orElseThrow();
    }

    /// The model with the first covariance that can be fitted.
    private Mmrm fitted(Mmrm.Values values, int[] rows) throws NotProducedException {
        List<Mmrm.Term> terms = terms(rows);
        FreedomMethod freedom = FreedomMethod.valueOf(block.df().name());
        List<RowsObstacle.Unfitted> unfitted = new ArrayList<>();
        for (VisitCovariance covariance : block.covariance()) {
            Mmrm model = Mmrm.of(values, terms, new Mmrm.Errors(Covariance.valueOf(covariance.name()), freedom));
            if (model.outcome() == FitOutcome.FITTED) {
                body.remarks.add(new EfficacyRemark.MixedModel(covariates.described(), block.byVisit(), covariance, block.df(),
                        block.margins() == DeclaredModels.Margins.EQUAL, unfitted));
                this.method = frame.atConfidence(MethodId.MMRM)
                        .with("covariates", String.join(", ", block.covariates()))
                        .with("by-visit", String.join(", ", block.byVisit()))
                        .with("covariance", word(covariance))
                        .with("df", word(block.df()))
                        .with("margins", word(block.margins()));
                return model;
            }
            unfitted.add(new RowsObstacle.Unfitted(covariance, model.outcome().reason()));
        }
        boolean simpler = unfitted.stream().noneMatch(one -> one.covariance() == VisitCovariance.COMPOUND_SYMMETRY);
        throw new NotProducedException(new RowsObstacle.ModelNotFitted(unfitted, simpler));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<Mmrm.Term> terms(int[] rows) {
        List<Mmrm.Term> terms = new ArrayList<>();
        for (String variable : covariates.variables()) {
            boolean byVisit = block.byVisit().contains(variable);
            terms.add(covariates.hasLevels(variable)
                    ? new Mmrm.Term.Factor(covariates.levels(variable, rows), byVisit)
                    : new Mmrm.Term.Covariate(covariates.numbers(variable, rows), byVisit));
        }
        return terms;
    }

    private void addCounts(int v) {
        ParameterVisit at = visits.get(v);
        List<CellResults> cells = new ArrayList<>();
        for (ColumnHead column : frame.columns()) {
            BitSet counted = (BitSet) analysed.get(v).clone();
            counted.and(column.subjects());
            cells.add(new CellResults(Form.COUNT, List.of(at.result(frame, column, CHANGE, List.of(), Statistic.N,
                    new Value.Whole(counted.cardinality()), Clauses.NONE,
                    new Behind(analysed.get(v), column.subjects(), column.subjects(), at.records()))), 0, 0));
        }
        body.row(new RowLabel.OfLine(Statistic.N), 1, false, cells);
    }

    private void addDifferences(int v, ColumnHead against, Mmrm model) {
        String label = against.label();
        body.heading(new RowLabel.Against(RowName.Comparison.DIFFERENCE, label), 1, false);
        Kind kind = new Kind(Statistic.DIFFERENCE, List.of(RowName.Comparison.DIFFERENCE.levelOf(label)),
                Clauses.of(Criterion.COMPARED_WITH, label), true);
        addRows(v, RowName.Efficacy.LS_MEAN_DIFFERENCE, 2, kind, arms.stream().filter(arm -> !arm.equals(against)).toList(),
                arm -> model.difference(arms.indexOf(arm), arms.indexOf(against), v), arm -> Comparisons.both(arm, against));
    }

    /// What estimates are.
    ///
    /// @param tested whether their p-values are shown
    private record Kind(Statistic statistic, List<String> level, Clauses clauses, boolean tested) {}

    /// Rows with the estimate and its error, its interval, and (where asked for) the p-value.
    private void addRows(int v, RowName name, int indent, Kind kind, List<ColumnHead> shown,
            Function<ColumnHead, LinearEstimate> estimate, Function<ColumnHead, BitSet> within) {
        double confidence = frame.data().settings().confidence();
        List<CellResults> estimates = new ArrayList<>();
        List<CellResults> intervals = new ArrayList<>();
        List<CellResults> tests = new ArrayList<>();
        for (ColumnHead column : frame.columns()) {
            if (!shown.contains(column)) {
                List.of(estimates, intervals, tests).forEach(row -> row.add(CellResults.EMPTY));
                continue;
            }
            LinearEstimate found = estimate.apply(column);
            ConfidenceInterval interval = found.interval(confidence);
            Made made = new Made(visits.get(v), column, kind, within.apply(column));
            estimates.add(new CellResults(Form.ESTIMATE_ERROR,
                    List.of(made.of(kind.statistic, found.value()), made.of(Statistic.SE, found.standardError())), decimals, 0));
            intervals.add(new CellResults(Form.INTERVAL,
                    List.of(made.of(Statistic.CI_LOWER, interval.lower()), made.of(Statistic.CI_UPPER, interval.upper())),
                    Decimals.ofCentre(decimals), 0));
            tests.add(new CellResults(Form.P_VALUE, List.of(made.of(Statistic.P_VALUE, found.pValue())), 0, 0));
            if (found.standardError() instanceof Estimate.Value) {
                body.unshown.add(made.of(Statistic.DEGREES_OF_FREEDOM, new Estimate.Value(found.freedom())));
            }
        }
        body.row(new RowLabel.Named(name), indent, false, estimates);
        body.row(new RowLabel.WithInterval(RowName.Shared.INTERVAL, confidence), indent, false, intervals);
        if (kind.tested) {
            body.row(new RowLabel.Named(RowName.Shared.P_VALUE), indent, false, tests);
        }
    }

    /// Results of a column at a visit.
    private final class Made {

        private final ParameterVisit at;
        private final ColumnHead column;
        private final Kind kind;
        private final BitSet within;

        Made(ParameterVisit at, ColumnHead column, Kind kind, BitSet within) {
            this.at = at;
            this.column = column;
            this.kind = kind;
            this.within = within;
        }

        Result of(Statistic statistic, Estimate value) {
            return at.result(frame, column, CHANGE, kind.level, statistic, Counting.value(value), kind.clauses, method,
                    new Behind(anywhere, within, within, records));
        }
    }
}
