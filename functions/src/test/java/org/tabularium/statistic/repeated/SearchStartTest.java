package org.tabularium.statistic.repeated;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.statistic.linear.Cholesky;

/// Where the search for a covariance starts, and how it goes on where the likelihood is not curved as at a maximum. Expected by hand.
class SearchStartTest {

    private static final Offset<Double> NEAR = Offset.offset(1e-12);

    private static Pattern.Subject subject(double... response) {
        return new Pattern.Subject(response, new double[response.length][1]);
    }

    @Test
    void momentsAreMeanProductsOfThoseWhoHaveBothVisits() {
        PairMoments moments = PairMoments.of(List.of(new Pattern(new int[]{0, 1}, List.of(subject(1, 3), subject(-3, 5))),
                new Pattern(new int[]{0}, List.of(subject(4))), new Pattern(new int[]{1, 2}, List.of(subject(2, 7)))), 3);
        assertThat(moments.counts()).isDeepEqualTo(new int[][]{{3, 2, 0}, {2, 3, 1}, {0, 1, 1}});
        assertThat(moments.moments()[0]).containsExactly(new double[]{26 / 3.0, -6, 0}, NEAR);
        assertThat(moments.moments()[1]).containsExactly(new double[]{-6, 38 / 3.0, 14}, NEAR);
        assertThat(moments.moments()[2]).containsExactly(new double[]{0, 14, 49}, NEAR);
        assertThat(moments.hasEmptyPair()).isTrue();
    }

    /// Covariances of 10 and 5 are too great beside variances of 4, 2.5 is not; a variance of 0 becomes a thousandth of the greatest.
    @Test
    void momentsAreMadeDefinite() {
        assertThat(new PairMoments(new double[][]{{4, 10}, {10, 4}}, new int[2][2]).definite())
                .isDeepEqualTo(new double[][]{{4, 2.5}, {2.5, 4}});
        assertThat(new PairMoments(new double[][]{{4, 0}, {0, 0}}, new int[2][2]).definite())
                .isDeepEqualTo(new double[][]{{4, 0}, {0, 0.004}});
        assertThat(new PairMoments(new double[][]{{4, 1}, {1, 9}}, new int[2][2]).definite())
                .isDeepEqualTo(new double[][]{{4, 1}, {1, 9}});
    }

    /// Of the expected 4, added to the observed: 1/64, 1/16, 1/4, 1, 4 times it, whichever first makes it positive; or it alone.
    @ParameterizedTest
    @CsvSource({"-0.05,0.0125", "-0.25,0.75", "-1,3", "-5,11", "-100,4"})
    void expectedDerivativesMakeUpForTheObserved(double observed, double curvature) {
        assertThat(square(RestrictedMaximum.scoring(new double[][]{{4}}, new double[][]{{observed}})))
                .isCloseTo(curvature, NEAR);
    }

    @Test
    void singularExpectedDerivativesHaveAThousandthMoreOnTheirDiagonal() {
        assertThat(square(RestrictedMaximum.scoring(new double[][]{{1, 1}, {1, 1}}, new double[][]{{-100, 0}, {0, -100}})))
                .isCloseTo(1.001, NEAR);
    }

    private static double square(@Nullable Cholesky factor) {
        double element = requireNonNull(factor).element(0, 0);
        return element * element;
    }
}
