package org.tabularium.analysis.frame;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.ArmPairs.Row;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.Method;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.ComparisonHead;
import org.tabularium.shell.comparison.Tests;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.proportion.Alternative;
import org.tabularium.statistic.proportion.CochranMantelHaenszel;
import org.tabularium.statistic.proportion.Pair;
import org.tabularium.statistic.proportion.ProportionTest;

/// The columns of p-values of rows of counts, of each arm against the control.
final class RowTests {

    private final TableFrame frame;
    private final ArmPairs pairs;
    private final Tests tests;
    private final SubjectStrata strata;

    private RowTests(TableFrame frame, Tests tests) {
        this.frame = frame;
        this.pairs = new ArmPairs(frame, null);
        this.tests = tests;
        this.strata = SubjectStrata.of(frame, tests.strata());
    }

    /// Those that the shell asks for; empty where it asks for none, or for tests of variables between all arms.
    static Optional<RowTests> of(TableFrame frame) {
        Tests tests = frame.shell().tests();
        return tests == null || frame.shell().testsVariables() ? Optional.empty() : Optional.of(new RowTests(frame, tests));
    }

    List<ComparisonHead> heads() {
        return pairs.map((arm, reference) -> new ComparisonHead.PValue(arm.label(), reference.label(), tests.alternative()));
    }

    List<CellResults> cells(Row row) {
        return pairs.cells((arm, reference) -> cell(arm, reference, row));
    }

    private CellResults cell(ColumnHead arm, ColumnHead reference, Row row) {
        Counted counted = row.counted();
        Estimate p = pValue(row.share().apply(arm), row.share().apply(reference));
        Clauses clauses = counted.clauses().and(Clauses.of(Criterion.COMPARED_WITH, reference.label()));
        return new CellResults(Form.P_VALUE,
                List.of(frame.result(counted.dataset(), arm, row.more(), counted.variable(), counted.level(), Statistic.P_VALUE,
                        Counting.value(p), clauses, method(), strata.of(counted).behind(ArmPairs.both(arm, reference)))),
                0, 0);
    }

    private Estimate pValue(Share first, Share second) {
        if (first.having().isEmpty() && second.having().isEmpty()) {
            return new Estimate.NotEstimable("neither arm has the event");
        }
        if (first.proportion().n() == 0 || second.proportion().n() == 0) {
            return new Estimate.NotEstimable("a test of proportions needs subjects in both groups");
        }
        Alternative alternative = switch (tests.alternative()) {
            case TWO_SIDED -> Alternative.TWO_SIDED;
            case GREATER -> Alternative.GREATER;
            case LESS -> Alternative.LESS;
        };
        ProportionTest test = plain(tests.ofRows());
        return test == null
                ? CochranMantelHaenszel.pValue(strata.pairs(first, second), alternative)
                : test.pValue(new Pair(first.proportion(), second.proportion()), alternative);
    }

    /// The test without strata; null for that within strata.
    private static @Nullable ProportionTest plain(Tests.Categorical test) {
        return switch (test) {
            case FISHER -> ProportionTest.FISHER;
            case CHI_SQUARE -> ProportionTest.CHI_SQUARE;
            case CHI_SQUARE_CORRECTED -> ProportionTest.CHI_SQUARE_CORRECTED;
            case SCHOUTEN -> ProportionTest.SCHOUTEN;
            case LIKELIHOOD_RATIO -> ProportionTest.LIKELIHOOD_RATIO;
            case CMH -> null;
        };
    }

    private Method method() {
        return TestBetweenArms.method(tests, MethodOf.test(tests.ofRows()));
    }

    void addRemarks(TableBody body) {
        if (!heads().isEmpty()) {
            strata.addRemark(frame, body);
            pairs.reference().ifPresent(
                    control -> strata.ofOneArm().addOfRows(frame, control, Statistic.P_VALUE, method(), body));
        }
        pairs.addControl(body);
    }
}
