package org.tabularium.analysis.frame;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.Statistic;
import org.tabularium.shell.comparison.Tests;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.KruskalWallis;
import org.tabularium.statistic.OneWayAnova;
import org.tabularium.statistic.TTest;
import org.tabularium.statistic.WilcoxonRankSum;
import org.tabularium.statistic.proportion.CochranMantelHaenszel;
import org.tabularium.statistic.proportion.FisherFreemanHalton;
import org.tabularium.statistic.proportion.LikelihoodRatioChiSquare;
import org.tabularium.statistic.proportion.PearsonChiSquare;
import org.tabularium.study.Study;

/// The test of one variable between all arms. Subjects without a value do not count.
public final class TestBetweenArms {

    private final TableFrame frame;
    private final Tests tests;

    private TestBetweenArms(TableFrame frame, Tests tests) {
        this.frame = frame;
        this.tests = tests;
    }

    /// The cells to the right of a number's row.
    ///
    /// @param having who has a value
    /// @param values of a column, without missing ones
    /// @return no cell where the table has no tests of variables
    public static List<CellResults> ofNumbers(TableFrame frame, String variable, Clauses clauses, BitSet having,
            Function<ColumnHead, double[]> values) {
        Tests tests = frame.shell().tests();
        if (!frame.testsVariables() || tests == null) {
            return List.of();
        }
        TestBetweenArms test = new TestBetweenArms(frame, tests);
        Estimate p = test.numbers(frame.armColumns().stream().map(values).toList());
        return test.cells(variable, List.of(), p, clauses, MethodOf.test(tests.ofNumbers()), having);
    }

    /// The cells to the right of the heading of some levels.
    ///
    /// @param variable null for a classification without a variable
    /// @param level the keys of its result
    /// @param having the subjects of each level
    public static List<CellResults> ofLevels(TableFrame frame, @Nullable String variable, List<String> level, Clauses clauses,
            List<BitSet> having) {
        Tests tests = frame.shell().tests();
        if (!frame.testsVariables() || tests == null) {
            return List.of();
        }
        long[][] counts = having.stream()
                .map(subjects -> frame.armColumns().stream().mapToLong(head -> Counting.in(head, subjects)).toArray())
                .toArray(long[][]::new);
        Estimate p = switch (tests.ofLevels()) {
            case CHI_SQUARE -> PearsonChiSquare.pValue(counts);
            case CHI_SQUARE_CORRECTED -> PearsonChiSquare.correctedPValue(counts);
            case SCHOUTEN -> PearsonChiSquare.schoutenPValue(transposed(counts));
            case LIKELIHOOD_RATIO -> LikelihoodRatioChiSquare.pValue(counts);
            case FISHER -> FisherFreemanHalton.pValue(counts);
            case CMH -> withinStrata(frame, tests.strata(), having);
        };
        BitSet any = new BitSet();
        having.forEach(any::or);
        return new TestBetweenArms(frame, tests).cells(variable, level, p, clauses, MethodOf.test(tests.ofLevels()), any);
    }

    /// Says who has no part in tests within strata.
    static void addRemarks(TableFrame frame, TableBody body) {
        Tests tests = frame.shell().tests();
        if (tests != null && !tests.strata().isEmpty()) {
            SubjectStrata strata = SubjectStrata.of(frame, tests.strata());
            strata.addRemark(frame, body);
            strata.ofOneArm().addOfAll(frame, frame.inArms(), body);
        }
    }

    private static long[][] transposed(long[][] counts) {
        long[][] transposed = new long[counts.length == 0 ? 0 : counts[0].length][counts.length];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                transposed[j][i] = counts[i][j];
            }
        }
        return transposed;
    }

    private static Estimate withinStrata(TableFrame frame, List<String> variables, List<BitSet> having) {
        List<long[][]> strata = SubjectStrata.of(frame, variables).strata().stream()
                .map(stratum -> frame.armColumns().stream().map(head -> having.stream().mapToLong(level -> {
                    BitSet both = (BitSet) level.clone();
                    both.and(stratum);
                    return Counting.in(head, both);
                }).toArray()).toArray(long[][]::new)).toList();
        return CochranMantelHaenszel.of(strata).generalAssociation();
    }

    /// The method with what was asked of it.
    static Method method(Tests tests, MethodId test) {
        Method method = Method.of(test);
        if (!tests.strata().isEmpty() && test == MethodId.CMH_GENERAL_ASSOCIATION) {
            method = method.with("strata", String.join(", ", tests.strata()));
        }
        return tests.alternative() == Tests.Alternative.TWO_SIDED
                ? method
                : method.with("alternative", tests.alternative().name().toLowerCase(Locale.ROOT));
    }

    private Estimate numbers(List<double[]> groups) {
        return switch (tests.ofNumbers()) {
            case ANOVA -> OneWayAnova.pValue(groups);
            case KRUSKAL_WALLIS -> KruskalWallis.pValue(groups);
            case T -> ofTwo(groups, TTest.POOLED::pValue);
            case WELCH -> ofTwo(groups, TTest.WELCH::pValue);
            case WILCOXON -> ofTwo(groups, WilcoxonRankSum::pValue);
        };
    }

    private static Estimate ofTwo(List<double[]> groups, BiFunction<double[], double[], Estimate> test) {
        List<double[]> filled = groups.stream().filter(g -> g.length > 0).toList();
        return filled.size() == 2
                ? test.apply(filled.getFirst(), filled.getLast())
                : new Estimate.NotEstimable("the test compares two arms with values; there are " + filled.size());
    }

    private List<CellResults> cells(@Nullable String variable, List<String> level, Estimate p, Clauses clauses, MethodId test,
            BitSet having) {
        BitSet arms = frame.inArms();
        Result result = frame.overall(Study.ADSL, Map.of(), variable, level, Statistic.P_VALUE, Counting.value(p),
                clauses, method(tests, test), new Behind(having, arms, arms, null));
        return Comparisons.of(frame).atVariable(new CellResults(Form.P_VALUE, List.of(result), 0, 0));
    }
}
