package org.tabularium.endpoint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.endpoint.lupus.Bilag2004;
import org.tabularium.endpoint.lupus.EndpointStatus;
import org.tabularium.endpoint.lupus.ItemAnswer;
import org.tabularium.endpoint.lupus.LupusVisit;
import org.tabularium.endpoint.lupus.SledaiFlare;
import org.tabularium.endpoint.lupus.SledaiItems;
import org.tabularium.endpoint.toxicity.CrsFindings.Oxygen;
import org.tabularium.endpoint.toxicity.CrsFindings;
import org.tabularium.endpoint.toxicity.IcansFindings.Cognition;
import org.tabularium.endpoint.toxicity.IcansFindings.Consciousness;
import org.tabularium.endpoint.toxicity.IcansFindings.Motor;
import org.tabularium.endpoint.toxicity.IcansFindings.Oedema;
import org.tabularium.endpoint.toxicity.IcansFindings.Seizure;
import org.tabularium.endpoint.toxicity.IcansFindings;
import org.tabularium.study.settings.EndpointSettings;

/// The endpoints at every boundary of their definitions: `test-data/spec/endpoints.yaml`, worked out by hand, and the vectors of
/// the reference material.
@Shows(Requirement.ENDPOINTS_RIGHT)
class EndpointVectorsTest {

    @TestFactory
    Stream<DynamicTest> boundariesAsPublished() throws IOException {
        Path file = Path.of(requireNonNull(System.getProperty("tabularium.root")), "test-data", "spec", "endpoints.yaml");
        Map<?, ?> spec = read(file);
        return Stream.of(
                tests(spec, "response", fields -> new Vector(fields).check()),
                tests(spec, "sledai", EndpointVectorsTest::checkSledai),
                tests(spec, "item-answers", EndpointVectorsTest::checkAnswer),
                tests(spec, "flare", EndpointVectorsTest::checkFlare),
                tests(spec, "crs", EndpointVectorsTest::checkCrs),
                tests(spec, "icans", EndpointVectorsTest::checkIcans)).flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicTest> vectorsOfTheReference() throws IOException {
        Path file = Path.of(requireNonNull(System.getProperty("tabularium.reference")), "lupus", "vectors_sample.json");
        Assumptions.assumeTrue(Files.exists(file), () -> "reference material is absent: " + file);
        Map<?, ?> vectors = read(file);
        return Stream.of(
                tests(vectors, "response", fields -> new Vector(fields).check()),
                tests(vectors, "crs_astct", EndpointVectorsTest::checkCrs),
                tests(vectors, "icans_astct", EndpointVectorsTest::checkIcans)).flatMap(tests -> tests);
    }

    private static Map<?, ?> read(Path file) throws IOException {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }

    private interface Check {
        void of(Map<?, ?> fields);
    }

    private static Stream<DynamicTest> tests(Map<?, ?> spec, String section, Check check) {
        List<?> cases = (List<?>) requireNonNull(spec.get(section), section);
        assertThat(cases).as(section).isNotEmpty();
        return cases.stream().map(one -> (Map<?, ?>) one).map(fields -> DynamicTest.dynamicTest(
                section + " " + (fields.containsKey("id") ? fields.get("id") : fields), () -> check.of(fields)));
    }

    private static void checkSledai(Map<?, ?> fields) {
        SledaiItems items = Vector.items(fields);
        assertThat(Vector.whole(items.total())).isEqualTo(fields.get("total"));
        assertThat(Vector.whole(items.clinical())).isEqualTo(fields.get("clinical"));
    }

    private static void checkAnswer(Map<?, ?> fields) {
        double number = fields.get("number") instanceof Number n ? n.doubleValue() : Double.NaN;
        ItemAnswer answer = ItemAnswer.of(number, text(fields, "text", ""), (int) requireNonNull(fields.get("weight")));
        assertThat(answer.name()).isEqualTo(fields.get("answer"));
    }

    private static void checkFlare(Map<?, ?> fields) {
        BigDecimal above = fields.get("above") instanceof Number n ? decimal(n) : EndpointSettings.DEFAULT.flareAbove();
        EndpointStatus verdict = new SledaiFlare(above).judge(total(fields.get("before")), total(fields.get("now")));
        assertThat(verdict.response().orElse(null)).isEqualTo(fields.get("flare"));
    }

    private static LupusVisit total(@Nullable Object total) {
        return new LupusVisit(total == null ? null : decimal((Number) total), null, SledaiItems.UNKNOWN, Bilag2004.UNKNOWN, null,
                null, Map.of());
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private static void checkCrs(Map<?, ?> fields) {
        OptionalInt grade = new CrsFindings(
                fields.get("tempC") instanceof Number n ? n.doubleValue() : Double.NaN,
                is(fields, "antiIL6orSteroid"),
                is(fields, "hypotension"),
                fields.get("pressors") instanceof Number n ? n.intValue() : 0,
                is(fields, "vasopressin"),
                Oxygen.valueOf(text(fields, "oxygen", "").toUpperCase(Locale.ROOT).replace('-', '_')),
                is(fields, "fatal")).grade();
        assertThat(Vector.whole(grade)).isEqualTo(fields.get("grade"));
    }

    private static void checkIcans(Map<?, ?> fields) {
        IcansFindings findings = new IcansFindings(
                cognition(fields),
                switch (text(fields, "conscious", "")) {
                    case "normal" -> Consciousness.NORMAL;
                    case "spontaneous" -> Consciousness.AWAKENS_SPONTANEOUSLY;
                    case "voice" -> Consciousness.AWAKENS_TO_VOICE;
                    case "touch" -> Consciousness.AWAKENS_TO_TOUCH;
                    case "unarousable" -> Consciousness.UNAROUSABLE;
                    default -> throw new IllegalArgumentException(fields.toString());
                },
                switch (text(fields, "seizure", "none")) {
                    case "none" -> Seizure.NONE;
                    case "resolving" -> Seizure.RAPIDLY_RESOLVING;
                    case "prolonged" -> Seizure.PROLONGED_OR_REPETITIVE;
                    default -> throw new IllegalArgumentException(fields.toString());
                },
                text(fields, "motor", "none").equals("none") ? Motor.NONE : Motor.DEEP_FOCAL_WEAKNESS,
                switch (text(fields, "edema", "none")) {
                    case "none" -> Oedema.NONE;
                    case "focal" -> Oedema.FOCAL;
                    case "diffuse" -> Oedema.DIFFUSE;
                    default -> throw new IllegalArgumentException(fields.toString());
                },
                is(fields, "fatal"));
        assertThat(findings.grade()).isEqualTo(fields.get("grade"));
    }

    private static Cognition cognition(Map<?, ?> fields) {
        if (fields.get("ice") instanceof Integer score) {
            return new Cognition.Ice(score);
        }
        return fields.get("capd") instanceof Integer score ? new Cognition.Capd(score) : new Cognition.Unable();
    }

    private static boolean is(Map<?, ?> fields, String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    private static String text(Map<?, ?> fields, String name, String otherwise) {
        return fields.get(name) instanceof String text ? text : otherwise;
    }
}
