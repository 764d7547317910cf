package org.tabularium.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expected by hand: the smallest round step that takes no more than the intervals allowed.
class RoundStepsTest {

    @ParameterizedTest
    @CsvSource({"7,7,1", "8,7,2", "16,8,2", "17,8,5", "45,9,5", "46,9,10", "0.3,3,0.1", "0.5,3,0.2", "1100,5,500", "2600,5,1000",
        "0.035,7,0.005", "1e6,10,1e5"})
    void stepsAreOneTwoOrFiveTimesAPowerOfTen(double length, int most, double step) {
        assertThat(RoundSteps.decimal(length, most)).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"days,14,7,2", "DAYS,15,7,7", "day,50,7,14", "weeks,30,7,8", "Weeks,57,7,12", "months,18,6,3", "months,18.5,6,6",
        "MONTH,12,1,12", "years,14,7,2", "years,18,6,5", "months,0.5,8,0.1", "months,1,8,1", "days,10,1,10", "days,20000,8,5000",
        "hours,24,6,5"})
    void stepsOfTimeAreThoseThatPeopleCountIn(String unit, double length, int most, double step) {
        assertThat(RoundSteps.ofTime(unit, length, most)).isEqualTo(step);
    }

    /// 3 · 0.1 is 0.30000000000000004 in binary, and a tick is 0.3.
    @ParameterizedTest
    @CsvSource({"0,0.6,0.1,0 0.1 0.2 0.3 0.4 0.5 0.6", "-0.5,0.7,0.5,-0.5 0 0.5", "1,29.9,7,7 14 21 28", "-7,14,7,-7 0 7 14",
        "0.1,0.2,0.05,0.1 0.15 0.2", "-0.6,-0.2,0.2,-0.6 -0.4 -0.2", "3,4,5,''", "0.000000000001,2.999999999999,1,0 1 2 3",
        "0.7,2.2,1,1 2"})
    void multiplesLieWithinTheLengthAndAreWritten(double from, double to, double step, String expected) {
        Double[] multiples = Arrays.stream(expected.split(" ", -1)).filter(text -> !text.isEmpty()).map(Double::valueOf)
                .toArray(Double[]::new);
        assertThat(RoundSteps.multiples(from, to, step)).containsExactly(multiples);
    }
}
