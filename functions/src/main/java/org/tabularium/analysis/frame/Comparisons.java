package org.tabularium.analysis.frame;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.ComparisonHead;
import org.tabularium.result.ComparisonRemark;
import org.tabularium.result.Criterion;
import org.tabularium.result.Method;
import org.tabularium.result.Result;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.ControlArm;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.DeclaredRows;
import org.tabularium.shell.RiskDifferences;
import org.tabularium.shell.Shell;
import org.tabularium.shell.Tests;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.proportion.FisherExactTest;
import org.tabularium.statistic.proportion.PearsonChiSquare;
import org.tabularium.statistic.proportion.Proportion;
import org.tabularium.statistic.proportion.RiskDifference;

/// The columns to the right of the columns of subjects: rates by patient-years, differences of percentages, p-values. None unless
/// the shell asks for it.
///
/// A difference's and a rate's results have the row's level, followed by what they are ("Difference from Placebo", "Per 100
/// patient-years"), so that their limits are
/// not taken for others; p-values have the row's own level.
public final class Comparisons {

    private final TableFrame frame;

    private Comparisons(TableFrame frame) {
        this.frame = frame;
    }

    public static Comparisons of(TableFrame frame) {
        return new Comparisons(frame);
    }

    /// What the columns compare, from left to right.
    public List<ComparisonHead> heads() {
        List<ComparisonHead> heads = new ArrayList<>(IncidenceRates.heads(frame));
        double confidence = frame.data().settings().confidence();
        against().ifPresent(against -> differing()
                .forEach(arm -> heads.add(new ComparisonHead.Difference(arm.label(), against.label(), confidence))));
        frame.reference().ifPresent(reference -> tested()
                .forEach(arm -> heads.add(new ComparisonHead.PValue(arm.label(), reference.label()))));
        if (frame.testsVariables()) {
            heads.add(new ComparisonHead.PValueOfVariable());
        }
        return heads;
    }

    /// The cells of a row that has no such columns but the p-value of a variable.
    List<CellResults> atVariable(CellResults pValue) {
        List<CellResults> cells = new ArrayList<>(Collections.nCopies(heads().size() - 1, CellResults.EMPTY));
        cells.add(pValue);
        return cells;
    }

    /// The cells of a row of counts.
    ///
    /// @param more grouping variables beside the arm
    /// @param share who of whom has it, in a column
    /// @param events the row's records; null where it is not of events
    public List<CellResults> cells(Counted counted, Map<String, String> more, Function<ColumnHead, Proportion> share,
            @Nullable EventRows events) {
        List<CellResults> cells = new ArrayList<>(IncidenceRates.cells(frame, counted, events));
        against().ifPresent(against -> differing().forEach(arm -> cells.add(difference(arm, against, counted, more, share))));
        frame.reference().ifPresent(reference -> tested()
                .forEach(arm -> cells.add(pValue(arm, reference, counted, more, share))));
        return cells;
    }

    /// Why the shell cannot be followed.
    ///
    /// @throws NotProducedException where it names an arm that is not there
    public void check() throws NotProducedException {
        RiskDifferences differences = frame.shell().riskDifference();
        check("risk-difference", differences == null ? null : differences.against());
        check("against", frame.shell().against());
    }

    private void check(String key, @Nullable String name) throws NotProducedException {
        if (name != null && frame.arms().several() == null && frame.control(name).arm() == null) {
            throw new NotProducedException(new AbsenceObstacle.NoArm(key, name));
        }
    }

    /// Whether rows hold counts that can be compared.
    static boolean counts(Shell shell) {
        return shell.rows().stream().anyMatch(DeclaredRows::comparesCounts);
    }

    /// The arms whose difference from another is shown.
    private List<ColumnHead> differing() {
        return asksDifferences() ? others(against()) : List.of();
    }

    private boolean asksDifferences() {
        return frame.shell().riskDifference() != null && counts(frame.shell());
    }

    /// The arm that differences are from.
    private Optional<ColumnHead> against() {
        return frame.reference(controlOfDifferences());
    }

    private ControlArm controlOfDifferences() {
        RiskDifferences differences = frame.shell().riskDifference();
        return differences == null || differences.against() == null ? frame.control() : frame.control(differences.against());
    }

    /// The arms whose rows are tested against the control.
    private List<ColumnHead> tested() {
        return testsRows() ? others(frame.reference()) : List.of();
    }

    private boolean testsRows() {
        return frame.shell().tests() != null && !frame.shell().testsVariables() && counts(frame.shell());
    }

    private List<ColumnHead> others(Optional<ColumnHead> reference) {
        return reference.map(of -> frame.armColumns().stream().filter(arm -> !arm.equals(of)).toList()).orElse(List.of());
    }

    private CellResults difference(ColumnHead arm, ColumnHead against, Counted counted, Map<String, String> more,
            Function<ColumnHead, Proportion> share) {
        RiskDifferences asked = frame.shell().riskDifference();
        RiskDifferences.Method method = asked == null ? RiskDifferences.Method.MIETTINEN_NURMINEN : asked.method();
        RiskDifference difference = new RiskDifference(share.apply(arm), share.apply(against));
        ConfidenceInterval interval = difference.interval(RiskDifference.Method.valueOf(method.name()),
                frame.data().settings().confidence());
        Method made = frame.atConfidence(MethodOf.difference(method));
        List<String> level = new ArrayList<>(counted.level());
        level.add(RowName.Comparison.DIFFERENCE.levelOf(against.label()));
        Clauses clauses = counted.clauses().and(Clauses.of(Criterion.COMPARED_WITH, against.label()));
        Behind behind = counted.behind(both(arm, against));
        return new CellResults(Form.PERCENT_DIFFERENCE, List.of(
                result(arm, counted, more, level, Statistic.DIFFERENCE, difference.estimate(), clauses, made, behind),
                result(arm, counted, more, level, Statistic.CI_LOWER, interval.lower(), clauses, made, behind),
                result(arm, counted, more, level, Statistic.CI_UPPER, interval.upper(), clauses, made, behind)), 0, arm.n());
    }

    /// The subjects of two arms.
    public static BitSet both(ColumnHead arm, ColumnHead other) {
        BitSet subjects = (BitSet) arm.subjects().clone();
        subjects.or(other.subjects());
        return subjects;
    }

    /// A result in percentage points.
    private Result result(ColumnHead arm, Counted counted, Map<String, String> more, List<String> level, Statistic statistic,
            Estimate estimate, Clauses clauses, Method made, Behind behind) {
        Value value = Counting.value(estimate);
        return frame.result(counted.dataset(), arm, more, counted.variable(), level, statistic,
                value instanceof Value.Real(double real) ? new Value.Real(real * 100) : value, clauses, made, behind);
    }

    private CellResults pValue(ColumnHead arm, ColumnHead reference, Counted counted, Map<String, String> more,
            Function<ColumnHead, Proportion> share) {
        Tests tests = frame.shell().tests();
        Tests.Categorical test = tests == null ? Tests.Categorical.FISHER : tests.ofRows();
        Proportion first = share.apply(arm);
        Proportion second = share.apply(reference);
        Estimate p = first.count() + second.count() == 0
                ? new Estimate.NotEstimable("neither arm has the event")
                : pValue(test, first, second);
        Clauses clauses = counted.clauses().and(Clauses.of(Criterion.COMPARED_WITH, reference.label()));
        return new CellResults(Form.P_VALUE,
                List.of(frame.result(counted.dataset(), arm, more, counted.variable(), counted.level(),
                        Statistic.P_VALUE, Counting.value(p), clauses,
                        Method.of(MethodOf.test(tests == null ? Tests.Categorical.FISHER : tests.ofRows())),
                        counted.behind(both(arm, reference)))),
                0, 0);
    }

    private static Estimate pValue(Tests.Categorical test, Proportion first, Proportion second) {
        long[][] table = {{first.count(), first.n() - first.count()}, {second.count(), second.n() - second.count()}};
        return switch (test) {
            case FISHER ->
                FisherExactTest.pValue(first.count(), first.n() - first.count(), second.count(), second.n() - second.count());
            case CHI_SQUARE -> PearsonChiSquare.pValue(table);
            case CHI_SQUARE_CORRECTED -> PearsonChiSquare.correctedPValue(table);
        };
    }

    /// Footnotes on differences and rates; on p-values there is one already.
    public void addRemarks(TableBody body) {
        RiskDifferences asked = frame.shell().riskDifference();
        Optional<ColumnHead> against = against();
        if (!differing().isEmpty() && asked != null && against.isPresent()) {
            body.remarks.add(new ComparisonRemark.Differences(against.get().label(), MethodOf.difference(asked.method())));
        }
        IncidenceRates.addRemark(frame, body);
        if (asksDifferences()) {
            addControl(controlOfDifferences(), body);
        }
        if (testsRows() || IncidenceRates.areCompared(frame)) {
            addControl(frame.control(), body);
        }
    }

    /// Says of a table of several arms which is the control, or that none is, where that is not plain.
    public void addControl(ControlArm control, TableBody body) {
        if (frame.armColumns().size() > 1) {
            control.remark().ifPresent(body.remarks::add);
        }
    }
}
