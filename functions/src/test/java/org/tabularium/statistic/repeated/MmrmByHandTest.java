package org.tabularium.statistic.repeated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.statistic.Ancova.Margins;
import org.tabularium.statistic.Ancova;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.LinearEstimate;
import org.tabularium.statistic.repeated.Mmrm.Errors;
import org.tabularium.statistic.repeated.Mmrm.Term;
import org.tabularium.statistic.repeated.Mmrm.Values;

/// Mixed models for repeated measures where the answer is known without a program: by theory, as each test says.
@Shows(Requirement.STATISTICS_RIGHT)
class MmrmByHandTest {

    private static final Errors UNSTRUCTURED = new Errors(Covariance.UNSTRUCTURED, FreedomMethod.SATTERTHWAITE);

    /// Two groups of seven at three visits, nobody missing, from a seed.
    private static Values complete(long seed, double unit) {
        Random random = new Random(seed);
        double[] level = random.doubles(14).toArray();
        return new Values(
                IntStream.range(0, 42).mapToDouble(row -> unit * (level[row / 3] * 5 + row % 3 + random.nextDouble())).toArray(),
                IntStream.range(0, 42).map(row -> row / 3).toArray(),
                IntStream.range(0, 42).map(row -> row % 3).toArray(),
                IntStream.range(0, 42).map(row -> row / 3 % 2).toArray());
    }

    private static Values rows(Values all, int[] rows) {
        return new Values(Arrays.stream(rows).mapToDouble(row -> all.response()[row]).toArray(), chosen(all.subject(), rows),
                chosen(all.visit(), rows), chosen(all.group(), rows));
    }

    private static int[] chosen(int[] values, int[] rows) {
        return Arrays.stream(rows).map(row -> values[row]).toArray();
    }

    private static void same(LinearEstimate ours, LinearEstimate expected) {
        assertThat(ours.value().orNaN()).isCloseTo(expected.value().orNaN(), Offset.offset(1e-9));
        assertThat(ours.standardError().orNaN()).isCloseTo(expected.standardError().orNaN(), Offset.offset(1e-9));
        assertThat(ours.freedom()).isCloseTo(expected.freedom(), Offset.offset(1e-7));
    }

    /// Where nobody misses a visit, an unstructured model without covariates says of each visit what the visit says by itself.
    @ParameterizedTest
    @EnumSource(FreedomMethod.class)
    void completeUnstructuredDataAreATTestAtEachVisit(FreedomMethod method) {
        Values values = complete(7, 1);
        Mmrm model = Mmrm.of(values, List.of(), new Errors(Covariance.UNSTRUCTURED, method));
        for (int visit = 0; visit < 3; visit++) {
            int at = visit;
            int[] rows = IntStream.range(0, 42).filter(row -> row % 3 == at).toArray();
            Values alone = rows(values, rows);
            same(model.difference(1, 0, visit), Ancova.of(alone.response(), alone.group(), List.of()).difference(1, 0));
        }
    }

    /// The same with what is adjusted for at each visit apart.
    @Test
    void completeUnstructuredDataAdjustedByVisitAreAnalysisOfCovarianceAtEachVisit() {
        Values values = complete(7, 1);
        int[] site = IntStream.range(0, 42).map(row -> row / 3 % 7 % 3).toArray();
        double[] base = IntStream.range(0, 42).mapToDouble(row -> row / 3 * 37 % 11).toArray();
        Mmrm model = Mmrm.of(values, List.of(new Term.Factor(site, true), new Term.Covariate(base, true)), UNSTRUCTURED);
        for (int visit = 0; visit < 3; visit++) {
            int at = visit;
            int[] rows = IntStream.range(0, 42).filter(row -> row % 3 == at).toArray();
            Values alone = rows(values, rows);
            Ancova expected = Ancova.of(alone.response(), alone.group(), List.of(new Ancova.Term.Factor(chosen(site, rows)),
                    new Ancova.Term.Covariate(Arrays.stream(rows).mapToDouble(row -> base[row]).toArray())));
            for (int group = 0; group < 2; group++) {
                same(model.difference(group, 1 - group, visit), expected.difference(group, 1 - group));
                for (Margins margins : Margins.values()) {
                    same(model.lsMean(group, visit, margins), expected.lsMean(group, margins));
                }
            }
        }
    }

    /// Where nobody misses a visit, it is the mean product of the deviations from the group's mean, by n − 2.
    @Test
    void completeUnstructuredCovarianceIsThatWithinGroups() {
        Values values = complete(7, 3);
        double[][] expected = new double[3][3];
        for (int subject = 0; subject < 14; subject++) {
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    expected[a][b] += deviation(values, subject, a) * deviation(values, subject, b) / 12;
                }
            }
        }
        assertThat(Mmrm.of(values, List.of(), UNSTRUCTURED).covariance()).hasDimensions(3, 3)
                .satisfies(ours -> {
                    for (int a = 0; a < 3; a++) {
                        assertThat(ours[a]).containsExactly(expected[a], Offset.offset(1e-6));
                    }
                });
    }

    private static double deviation(Values values, int subject, int visit) {
        double mean = IntStream.range(0, 14).filter(other -> other % 2 == subject % 2)
                .mapToDouble(other -> values.response()[3 * other + visit]).sum() / 7;
        return values.response()[3 * subject + visit] - mean;
    }

    /// A single visit leaves nothing to correlate: analysis of covariance.
    @ParameterizedTest
    @EnumSource(Covariance.class)
    void singleVisitIsAnalysisOfCovariance(Covariance covariance) {
        double[] response = {1, 2, 4, 3, 9, 5, 8, 2};
        int[] group = {0, 0, 0, 1, 1, 1, 1, 0};
        double[] base = {2, 1, 3, 2, 6, 4, 4, 1};
        int[] site = {0, 1, 1, 0, 1, 0, 1, 0};
        Mmrm model = Mmrm.of(new Values(response, IntStream.range(0, 8).toArray(), new int[8], group),
                List.of(new Term.Covariate(base, true), new Term.Factor(site, false)),
                new Errors(covariance, FreedomMethod.SATTERTHWAITE));
        Ancova expected = Ancova.of(response, group, List.of(new Ancova.Term.Covariate(base), new Ancova.Term.Factor(site)));
        same(model.difference(1, 0, 0), expected.difference(1, 0));
        for (Margins margins : Margins.values()) {
            same(model.lsMean(0, 0, margins), expected.lsMean(0, margins));
        }
    }

    /// A statistic is of a set of values.
    @ParameterizedTest
    @EnumSource(Covariance.class)
    void orderOfRowsAndNumbersOfSubjectsDoNotMatter(Covariance covariance) {
        Values all = complete(11, 1);
        int[] rows = new Random(3).ints(0, 42).distinct().limit(36).toArray();
        Values values = rows(all, rows);
        int[] sorted = Arrays.stream(rows).sorted().toArray();
        Values other = rows(all, sorted);
        Values renumbered = new Values(other.response(), Arrays.stream(other.subject()).map(s -> 1000 - s).toArray(),
                other.visit(), other.group());
        Errors errors = new Errors(covariance, FreedomMethod.KENWARD_ROGER);
        assertThat(Mmrm.of(renumbered, List.of(), errors).difference(1, 0, 2))
                .isEqualTo(Mmrm.of(values, List.of(), errors).difference(1, 0, 2));
    }

    /// Neither the unit of the response nor that of a covariate shows in a p-value.
    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e6, 1e12})
    void unitsDoNotMatter(double unit) {
        int[] rows = IntStream.range(0, 42).filter(row -> row % 5 > 0).toArray();
        double[] base = Arrays.stream(rows).mapToDouble(row -> row / 3 * 37 % 11).toArray();
        double p = Mmrm.of(rows(complete(5, 1), rows), List.of(new Term.Covariate(base, true)), UNSTRUCTURED)
                .difference(1, 0, 1).pValue().orNaN();
        double[] scaled = Arrays.stream(base).map(b -> (b + 1000) * unit).toArray();
        assertThat(Mmrm.of(rows(complete(5, unit), rows), List.of(new Term.Covariate(scaled, true)), UNSTRUCTURED)
                .difference(1, 0, 1).pValue().orNaN()).isCloseTo(p, Offset.offset(1e-9 * p));
    }

    @Test
    void visitsNobodyHasTogetherLeaveTheirCovarianceUnknown() {
        int[] rows = IntStream.range(0, 42).filter(row -> row / 3 % 4 < 2 ? row % 3 != 1 : row % 3 != 2).toArray();
        Values values = rows(complete(5, 1), rows);
        Mmrm model = Mmrm.of(values, List.of(), UNSTRUCTURED);
        assertThat(model.outcome()).isEqualTo(FitOutcome.NEVER_TOGETHER);
        assertThat(model.difference(1, 0, 0).value())
                .isEqualTo(new Estimate.NotEstimable("no subject has values at both of two visits"));
        assertThat(model.covariance()).isEmpty();
        assertThat(Mmrm.of(values, List.of(), new Errors(Covariance.COMPOUND_SYMMETRY, FreedomMethod.SATTERTHWAITE)).outcome())
                .isEqualTo(FitOutcome.FITTED);
    }

    /// Three residuals of three visits: the likelihood has no bound where a combination of visits varies not at all.
    @Test
    void fewerSubjectsThanVisitsHaveNoUnstructuredCovariance() {
        Values values = rows(complete(5, 1), IntStream.range(0, 12).toArray());
        Mmrm model = Mmrm.of(values, List.of(), UNSTRUCTURED);
        assertThat(model.outcome()).isIn(FitOutcome.NO_MAXIMUM, FitOutcome.UNDETERMINED);
        assertThat(model.difference(1, 0, 0).pValue()).isInstanceOf(Estimate.NotEstimable.class);
    }

    @Test
    void modelThatFitsExactlyHasNoErrors() {
        double[] response = {1, 2, 1, 2, 3, 4, 3, 4};
        Mmrm model = Mmrm.of(new Values(response, new int[]{0, 0, 1, 1, 2, 2, 3, 3}, new int[]{0, 1, 0, 1, 0, 1, 0, 1},
                new int[]{0, 0, 0, 0, 1, 1, 1, 1}), List.of(), UNSTRUCTURED);
        assertThat(model.outcome()).isEqualTo(FitOutcome.NO_RESIDUAL);
    }

    @Test
    void asManyValuesAsCoefficientsAreTooFew() {
        assertThat(Mmrm.of(rows(complete(7, 1), new int[]{0, 1, 2, 3, 4, 5}), List.of(), UNSTRUCTURED).outcome())
                .isEqualTo(FitOutcome.TOO_FEW_VALUES);
    }

    @Test
    void nothingToAnalyse() {
        Mmrm model = Mmrm.of(new Values(new double[0], new int[0], new int[0], new int[0]),
                List.of(new Term.Covariate(new double[0], true), new Term.Factor(new int[0], false)), UNSTRUCTURED);
        assertThat(model.outcome()).isEqualTo(FitOutcome.TOO_FEW_VALUES);
        assertThat(model.lsMean(0, 0, Margins.EQUAL).value())
                .isEqualTo(new Estimate.NotEstimable("the group has no values at the visit"));
    }

    @Test
    void groupWithoutValuesAtAVisitHasNoMeanThereAlone() {
        Values values = rows(complete(7, 1), IntStream.range(0, 42).filter(row -> row % 6 != 5).toArray());
        Mmrm model = Mmrm.of(values, List.of(), UNSTRUCTURED);
        assertThat(model.difference(1, 0, 2).value()).isInstanceOf(Estimate.NotEstimable.class);
        assertThat(model.difference(1, 0, 1).value()).isInstanceOf(Estimate.Value.class);
    }

    @Test
    void groupThatIsASiteOfItsOwnCannotBeToldFromIt() {
        Values values = complete(7, 1);
        Mmrm model = Mmrm.of(values, List.of(new Term.Factor(values.group(), false)), UNSTRUCTURED);
        assertThat(model.difference(1, 0, 1).value())
                .isEqualTo(new Estimate.NotEstimable("the model cannot tell it from the effect of another variable"));
    }

    @Test
    void subjectTwiceAtAVisitIsTheCallersMistake() {
        Values values = new Values(new double[]{1, 2, 4, 8}, new int[]{0, 0, 1, 1}, new int[]{0, 0, 0, 1}, new int[4]);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Mmrm.of(values, List.of(), UNSTRUCTURED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rows 0 and 1 are of one subject and visit");
    }
}
