package org.tabularium.statistic.repeated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.statistic.Ancova.Margins;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.LinearEstimate;
import org.tabularium.statistic.repeated.Mmrm.Term;

/// Mixed models for repeated measures. Oracle: R's mmrm and emmeans, whose versions the fixture names
/// (test-data/oracle/mmrm_oracle.R).
@Shows(Requirement.STATISTICS_RIGHT)
class MmrmTest {

    /// A data set and one of the models fitted to it.
    record Fit(JsonNode data, JsonNode expected) {}

    static Stream<Named<Fit>> fits() throws IOException {
        Path path = Path.of(System.getProperty("tabularium.root", "..")).resolve("test-data/oracle/mmrm.json");
        JsonNode cases = new ObjectMapper().readTree(path.toFile()).path("cases");
        assertThat(cases).isNotEmpty();
        return stream(cases).flatMap(data -> stream(data.path("fits")).map(fit -> Named.of(
                data.path("name").asText() + ", " + fit.path("covariance").asText() + ", " + fit.path("method").asText(),
                new Fit(data, fit))));
    }

    private static Stream<JsonNode> stream(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false);
    }

    private static double[] doubles(JsonNode values) {
        return stream(values).mapToDouble(JsonNode::asDouble).toArray();
    }

    private static int[] ints(JsonNode values) {
        return stream(values).mapToInt(JsonNode::asInt).toArray();
    }

    private static Mmrm model(JsonNode data, Covariance covariance, FreedomMethod method) {
        List<Term> terms = new ArrayList<>();
        data.path("covariates")
                .forEach(c -> terms.add(new Term.Covariate(doubles(c.path("values")), c.path("byVisit").asBoolean())));
        data.path("factors").forEach(f -> terms.add(new Term.Factor(ints(f.path("values")), f.path("byVisit").asBoolean())));
        return Mmrm.of(new Mmrm.Values(doubles(data.path("y")), ints(data.path("subject")), ints(data.path("visit")),
                ints(data.path("group"))), terms, new Mmrm.Errors(covariance, method));
    }

    private static void close(double ours, double expected, double scale, double tolerance) {
        assertThat(ours).isCloseTo(expected, Offset.offset(Math.max(Math.abs(expected), scale) * tolerance));
    }

    private static void agrees(LinearEstimate ours, JsonNode expected) {
        double error = expected.path("error").asDouble();
        close(ours.value().orNaN(), expected.path("value").asDouble(), error, 1e-6);
        close(ours.standardError().orNaN(), error, 0, 1e-4);
        close(ours.freedom(), expected.path("df").asDouble(), 0, 1e-4);
        if (expected.has("p")) {
            ConfidenceInterval interval = ours.interval(0.95);
            close(interval.lower().orNaN(), expected.path("lower").asDouble(), error, 1e-4);
            close(interval.upper().orNaN(), expected.path("upper").asDouble(), error, 1e-4);
            close(ours.pValue().orNaN(), expected.path("p").asDouble(), 0, 1e-3);
        }
    }

    @ParameterizedTest
    @MethodSource("fits")
    void meansAndDifferencesAgreeWithMmrm(Fit fit) {
        Mmrm model = model(fit.data, Covariance.valueOf(fit.expected.path("covariance").asText()),
                FreedomMethod.valueOf(fit.expected.path("method").asText()));
        assertThat(model.outcome()).isEqualTo(FitOutcome.FITTED);
        for (JsonNode mean : fit.expected.path("equal")) {
            agrees(model.lsMean(mean.path("group").asInt(), mean.path("visit").asInt(), Margins.EQUAL), mean);
        }
        for (JsonNode mean : fit.expected.path("observed")) {
            agrees(model.lsMean(mean.path("group").asInt(), mean.path("visit").asInt(), Margins.OBSERVED), mean);
        }
        for (JsonNode difference : fit.expected.path("differences")) {
            agrees(model.difference(difference.path("first").asInt(), difference.path("second").asInt(),
                    difference.path("visit").asInt()), difference);
        }
    }
}
