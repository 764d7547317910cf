package org.tabularium.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.statistic.CoxRegression.Stratum;
import org.tabularium.statistic.CoxRegression.Ties;

/// Survival curves and their comparison. Oracle: R's survival package (test-data/oracle/survival_oracle.R); single cases by hand,
/// as shown.
@Shows(Requirement.STATISTICS_RIGHT)
class SurvivalTest {

    private static final EventTimes NOBODY = follow();

    static Stream<JsonNode> curves() throws IOException {
        return cases("curves");
    }

    static Stream<JsonNode> comparisons() throws IOException {
        return cases("comparisons");
    }

    static Stream<JsonNode> scaledCurves() throws IOException {
        return cases("survival-limits.json", "curves");
    }

    static Stream<JsonNode> differences() throws IOException {
        return cases("survival-limits.json", "differences");
    }

    private static Stream<JsonNode> cases(String kind) throws IOException {
        return cases("survival.json", kind);
    }

    private static Stream<JsonNode> cases(String file, String kind) throws IOException {
        Path path = Path.of(System.getProperty("tabularium.root", "..")).resolve("test-data/oracle").resolve(file);
        JsonNode cases = new ObjectMapper().readTree(path.toFile()).path(kind);
        assertThat(cases).isNotEmpty();
        return StreamSupport.stream(cases.spliterator(), false);
    }

    /// Follow-up written as SAS and R print it: a negative time is a censored one.
    private static EventTimes follow(double... times) {
        boolean[] events = new boolean[times.length];
        double[] absolute = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            events[i] = times[i] > 0;
            absolute[i] = Math.abs(times[i]);
        }
        return new EventTimes(absolute, events);
    }

    private static EventTimes follow(JsonNode c, int group, int stratum) {
        int[] members = IntStream.range(0, c.path("times").size())
                .filter(i -> group < 0
                        || (c.path("groups").get(i).asInt() == group && c.path("strata").get(i).asInt() == stratum))
                .toArray();
        boolean[] events = new boolean[members.length];
        double[] times = new double[members.length];
        for (int i = 0; i < members.length; i++) {
            events[i] = c.path("events").get(members[i]).asBoolean();
            times[i] = c.path("times").get(members[i]).asDouble();
        }
        return new EventTimes(times, events);
    }

    private static void agrees(Estimate ours, JsonNode expected, double tolerance) {
        if (expected.isNumber()) {
            assertThat(ours).isInstanceOf(Estimate.Value.class);
            assertThat(ours.orNaN()).isCloseTo(expected.asDouble(), Relative.within(expected.asDouble(), tolerance));
        } else {
            assertThat(ours).isInstanceOf(Estimate.NotEstimable.class);
        }
    }

    @ParameterizedTest
    @MethodSource("curves")
    void curveAgreesWithR(JsonNode c) {
        KaplanMeier curve = KaplanMeier.of(follow(c, -1, 0));
        for (JsonNode moment : c.path("moments")) {
            double time = moment.path("time").asDouble();
            assertThat(curve.atRisk(time)).isEqualTo(moment.path("atRisk").asInt());
            agrees(curve.survival(time), moment.path("survival"), 1e-9);
            agrees(curve.standardError(time), moment.path("error"), 1e-9);
            ConfidenceInterval interval = curve.interval(time, c.path("confidence").asDouble());
            agrees(interval.lower(), moment.path("lower"), 1e-9);
            agrees(interval.upper(), moment.path("upper"), 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("curves")
    void quantilesAndTheirLimitsAgreeWithR(JsonNode c) {
        KaplanMeier curve = KaplanMeier.of(follow(c, -1, 0));
        for (JsonNode quantile : c.path("quantiles")) {
            double p = quantile.path("p").asDouble();
            if (quantile.path("compared").asBoolean()) {
                agrees(curve.quantile(p), quantile.path("value"), 1e-9);
            }
            ConfidenceInterval interval = curve.quantileInterval(p, c.path("confidence").asDouble());
            agrees(interval.lower(), quantile.path("lower"), 1e-9);
            agrees(interval.upper(), quantile.path("upper"), 1e-9);
        }
    }

    /// Oracle: survival_limits_oracle.R.
    @ParameterizedTest
    @MethodSource("scaledCurves")
    void limitsOnOtherScalesAndOtherQuantilesAgreeWithR(JsonNode c) {
        KaplanMeier curve = KaplanMeier.of(follow(c, -1, 0))
                .on(KaplanMeier.Scale.valueOf(c.path("scale").asText().toUpperCase(Locale.ROOT)));
        double confidence = c.path("confidence").asDouble();
        for (JsonNode moment : c.path("moments")) {
            ConfidenceInterval interval = curve.interval(moment.path("time").asDouble(), confidence);
            if (moment.path("lower").asDouble() == 1 && moment.path("upper").asDouble() == 1) {
                // R's limits before the first event have no width: Greenwood's variance is 0 there.
                assertThat(interval.lower()).isEqualTo(new Estimate.NotEstimable("no event has occurred by then"));
                assertThat(interval.upper()).isEqualTo(interval.lower());
                continue;
            }
            agrees(interval.lower(), moment.path("lower"), 1e-9);
            agrees(interval.upper(), moment.path("upper"), 1e-9);
        }
        for (JsonNode quantile : c.path("quantiles")) {
            double p = quantile.path("percent").asDouble() / 100;
            if (quantile.path("compared").asBoolean()) {
                agrees(curve.quantile(p), quantile.path("value"), 1e-9);
            }
            ConfidenceInterval interval = curve.quantileInterval(p, confidence);
            agrees(interval.lower(), quantile.path("lower"), 1e-9);
            agrees(interval.upper(), quantile.path("upper"), 1e-9);
        }
    }

    /// Oracle: tern's formula with R's standard errors, survival_limits_oracle.R.
    @ParameterizedTest
    @MethodSource("differences")
    void differencesAtATimeAgreeWithR(JsonNode c) {
        KaplanMeier.Difference difference = KaplanMeier.of(ofGroup(c, 1))
                .minus(KaplanMeier.of(ofGroup(c, 0)), c.path("time").asDouble());
        agrees(difference.value(), c.path("difference"), 1e-9);
        agrees(difference.interval(c.path("confidence").asDouble()).lower(), c.path("lower"), 1e-9);
        agrees(difference.interval(c.path("confidence").asDouble()).upper(), c.path("upper"), 1e-9);
        agrees(difference.pValue(), c.path("p"), 1e-9);
    }

    private static EventTimes ofGroup(JsonNode c, int group) {
        int[] members = IntStream.range(0, c.path("times").size()).filter(i -> c.path("groups").get(i).asInt() == group)
                .toArray();
        boolean[] events = new boolean[members.length];
        double[] times = new double[members.length];
        for (int i = 0; i < members.length; i++) {
            events[i] = c.path("events").get(members[i]).asBoolean();
            times[i] = c.path("times").get(members[i]).asDouble();
        }
        return new EventTimes(times, events);
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void logRankAgreesWithR(JsonNode c) {
        agrees(LogRank.pValue(strata(c)), c.path("logrank"), 1e-9);
    }

    private static List<List<EventTimes>> strata(JsonNode c) {
        int groups = largest(c.path("groups")) + 1;
        return IntStream.rangeClosed(0, largest(c.path("strata")))
                .mapToObj(s -> IntStream.range(0, groups).mapToObj(g -> follow(c, g, s)).toList())
                .toList();
    }

    private static int largest(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).mapToInt(JsonNode::asInt).max().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void hazardRatioAgreesWithR(JsonNode c) {
        for (Ties ties : Ties.values()) {
            JsonNode expected = c.path(ties.name().toLowerCase(Locale.ROOT));
            if (!expected.isMissingNode()) {
                List<Stratum> strata = strata(c).stream().map(s -> new Stratum(s.get(0), s.get(1))).toList();
                CoxRegression cox = CoxRegression.of(strata, ties);
                agrees(cox.coefficient(), expected.path("beta"), 1e-6);
                agrees(cox.standardError(), expected.path("error"), 1e-6);
                agrees(cox.hazardRatio(), expected.path("ratio"), 1e-6);
                agrees(cox.interval(0.95).lower(), expected.path("lower"), 1e-6);
                agrees(cox.interval(0.95).upper(), expected.path("upper"), 1e-6);
                agrees(cox.pValue(), expected.path("p"), 1e-6);
            }
        }
    }

    @Test
    void medianOfFourEventsIsTheMiddle() {
        // S is 0.75, 0.5, 0.25, 0 from 1, 2, 3, 4 on: one half from 2 to 3.
        assertThat(KaplanMeier.of(follow(1, 2, 3, 4)).quantile(0.5)).isEqualTo(new Estimate.Value(2.5));
    }

    @Test
    void medianIsFoundThoughTheProductIsNotExactlyOneHalf() {
        // 20 subjects, no censoring: 19/20 · 18/19 · … · 10/11 is 1/2 but for rounding.
        double[] times = IntStream.rangeClosed(1, 20).asDoubleStream().toArray();
        assertThat(KaplanMeier.of(follow(times)).quantile(0.5)).isEqualTo(new Estimate.Value(10.5));
    }

    @Test
    void curveThatEndsAtOneHalfHasNoMedian() {
        // S = 0.5 from 2 on, never below; R gives (2 + 4) / 2.
        assertThat(KaplanMeier.of(follow(1, 2, -3, -4)).quantile(0.5))
                .isEqualTo(new Estimate.NotEstimable("not reached by the end of observation"));
    }

    @Test
    void nothingIsKnownOfNobodyOrBeyondTheLongestTime() {
        KaplanMeier nobody = KaplanMeier.of(NOBODY);
        Estimate none = new Estimate.NotEstimable("there are no subjects");
        assertThat(nobody.survival(0)).isEqualTo(none);
        assertThat(nobody.standardError(0)).isEqualTo(none);
        assertThat(nobody.interval(0, 0.95)).isEqualTo(new ConfidenceInterval(none, none, 0.95));
        assertThat(nobody.quantile(0.5)).isEqualTo(none);
        assertThat(nobody.quantileInterval(0.5, 0.95)).isEqualTo(new ConfidenceInterval(none, none, 0.95));
        assertThat(nobody.atRisk(0)).isZero();
        assertThat(KaplanMeier.of(follow(1, -2)).survival(2.5))
                .isEqualTo(new Estimate.NotEstimable("nobody was under observation for so long"));
        assertThat(KaplanMeier.of(follow(1, 2)).survival(2.5)).isEqualTo(new Estimate.Value(0));
    }

    @Test
    void allCensoredHaveSurvivalOneWithoutInterval() {
        KaplanMeier curve = KaplanMeier.of(follow(-3, -5));
        assertThat(curve.survival(5)).isEqualTo(new Estimate.Value(1));
        assertThat(curve.interval(5, 0.95).lower()).isEqualTo(new Estimate.NotEstimable("no event has occurred by then"));
        assertThat(curve.quantile(0.5)).isInstanceOf(Estimate.NotEstimable.class);
    }

    @Test
    void oneGroupOrNoEventHasNoLogRankTest() {
        assertThat(LogRank.pValue(List.of())).isInstanceOf(Estimate.NotEstimable.class);
        assertThat(LogRank.pValue(List.of(List.of(follow(1, 2), NOBODY))))
                .isEqualTo(new Estimate.NotEstimable("the log-rank test needs two groups with subjects"));
        assertThat(LogRank.pValue(List.of(List.of(follow(-1, -2), follow(-3)))))
                .isEqualTo(new Estimate.NotEstimable("no event occurs while two groups are at risk"));
    }

    @Test
    void emptyGroupAndEmptyStratumChangeNothing() {
        List<EventTimes> two = List.of(follow(1, 3, -4), follow(2, 5, 6));
        Estimate plain = LogRank.pValue(List.of(two));
        assertThat(LogRank.pValue(List.of(List.of(two.get(0), NOBODY, two.get(1)), List.of(NOBODY, NOBODY, NOBODY))))
                .isEqualTo(plain);
        assertThat(LogRank.pValue(List.of(two, List.of(follow(7), NOBODY)))).isEqualTo(plain);
    }

    @ParameterizedTest
    @EnumSource(Ties.class)
    void separationHasNoHazardRatio(Ties ties) {
        CoxRegression up = CoxRegression.of(List.of(new Stratum(follow(-5, -6), follow(1, 2, 2, -6))), ties);
        assertThat(up.hazardRatio()).isEqualTo(new Estimate.NotEstimable(
                "all events that compare the groups are in the second one: the hazard ratio has no upper bound"));
        assertThat(up.isSeparated()).isTrue();
        assertThat(up.interval(0.95).lower()).isEqualTo(up.hazardRatio());
        assertThat(up.pValue()).isEqualTo(up.standardError());
        // The last event of the first group falls when nobody else is left: it compares nothing.
        CoxRegression down = CoxRegression.of(List.of(new Stratum(follow(1, 2), follow(-3, 4))), ties);
        assertThat(down.hazardRatio()).isEqualTo(new Estimate.NotEstimable(
                "all events that compare the groups are in the first one: the hazard ratio has no lower bound"));
        assertThat(CoxRegression.of(List.of(new Stratum(NOBODY, follow(1, 2))), ties).hazardRatio())
                .isEqualTo(new Estimate.NotEstimable("no event occurs while both groups are at risk"));
    }

    @Test
    void farApartGroupsStillConverge() {
        // One early event of the first group holds a large ratio down; by hand: one event each, n0 = n1 = 1 000 throughout but
        // for the events.
        double[] censored = IntStream.range(0, 1000).mapToDouble(i -> -9).toArray();
        double[] dying = IntStream.range(0, 1000).mapToDouble(i -> i == 0 ? -9 : 2).toArray();
        double[] one = censored.clone();
        one[0] = 1;
        CoxRegression cox = CoxRegression.of(List.of(new Stratum(follow(one), follow(dying))), Ties.BRESLOW);
        // Score: 999 = 1000 r / (1000 + 1000 r) + 999 · 1000 r / (999 + 1000 r).
        double r = cox.hazardRatio().orNaN();
        assertThat(1000 * r / (1000 + 1000 * r) + 999 * 1000 * r / (999 + 1000 * r)).isCloseTo(999, Relative.within(999, 1e-9));
    }

    /// By hand: at 3 one event and two censored, all three at risk until then.
    @Test
    void subjectsEndAtTheirTimeWithTheEventOrWithout() {
        EventTimes times = follow(1, 3, -3, -3, -5);
        assertThat(times.endingAt(3)).isEqualTo(3);
        assertThat(times.eventsAt(3)).isEqualTo(1);
        assertThat(times.atRisk(3)).isEqualTo(4);
        assertThat(times.endingAt(2)).isZero();
    }

    @Test
    void missingTimesAreACallersFault() {
        assertThatThrownBy(() -> follow(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EventTimes(new double[1], new boolean[2])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KaplanMeier.of(follow(1)).quantile(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Ties.class)
    void eventsWhileOneGroupIsAtRiskCompareNothing(Ties ties) {
        // Both events of the second group fall while both are at risk, that of the first when it is alone.
        CoxRegression alone = CoxRegression.of(List.of(new Stratum(follow(-1, 7), follow(2, 3))), ties);
        assertThat(alone.hazardRatio()).isEqualTo(new Estimate.NotEstimable(
                "all events that compare the groups are in the second one: the hazard ratio has no upper bound"));
        CoxRegression noEvent = CoxRegression.of(List.of(new Stratum(follow(-1, -7), follow(-2, -3))), ties);
        assertThat(noEvent.hazardRatio()).isEqualTo(new Estimate.NotEstimable("no event occurs while both groups are at risk"));
        assertThat(noEvent.isSeparated()).isFalse();
        assertThat(CoxRegression.of(List.of(new Stratum(follow(1, -3), follow(2, -4))), ties).isSeparated()).isFalse();
    }

    /// By hand: in one stratum 1,000 against 1 are at risk when the one has the event, in the other when one of the 1,000 has it.
    /// The score
    /// 1 − 2 r / (1,000 + r) is 0 at r = 1,000, the information there 2 · ½ · ½. Newton's first step from 0 is some 500, far too
    /// long.
    @Test
    void firstStepThatIsTooLongIsHalved() {
        double[] thousand = IntStream.range(0, 1000).mapToDouble(i -> -9).toArray();
        double[] oneEvent = thousand.clone();
        oneEvent[0] = 1;
        CoxRegression cox = CoxRegression.of(
                List.of(new Stratum(follow(thousand), follow(1)), new Stratum(follow(oneEvent), follow(-9))), Ties.EFRON);
        assertThat(cox.hazardRatio().orNaN()).isCloseTo(1000, Relative.within(1000, 1e-9));
        assertThat(cox.standardError().orNaN()).isCloseTo(Math.sqrt(2), Relative.within(1, 1e-9));
    }

    @Test
    void quantilesOfSurvivalAreBetweenNoneAndAll() {
        KaplanMeier curve = KaplanMeier.of(follow(1, 2));
        assertThatThrownBy(() -> curve.quantile(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> curve.quantile(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
