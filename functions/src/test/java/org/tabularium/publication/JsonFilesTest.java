package org.tabularium.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.result.Clauses;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.FindingsJson;
import org.tabularium.run.JsonLines;
import org.tabularium.run.ManifestJson;
import org.tabularium.run.Place;
import org.tabularium.run.PublishedResult;
import org.tabularium.run.ResultKey;
import org.tabularium.run.ResultKeys;
import org.tabularium.run.ResultsJson;
import org.tabularium.run.Software;
import org.tabularium.shell.PopulationName;

@Shows(Requirement.FILES_VALID)
class JsonFilesTest {

    @Test
    void resultIsWrittenAsTheContractShowsIt() {
        Result result = new Result("ADSL", Map.of("TRT01A", "Placebo"), "SEX", List.of("F"), Statistic.COUNT, new Value.Whole(53),
                new Selection(PopulationName.BASELINE, Clauses.equal("ITTFL", "Y"), new Selection.Arm("TRT01A", "Placebo"),
                        Clauses.equal("SEX", "F")),
                Method.of(MethodId.COUNT));
        ResultKey key = new ResultKeys().next("baseline", result);

        assertThat(text(ResultsJson.of(List
                .of(new PublishedResult("baseline", result, key, "53 (61.6%)", new Place(List.of("Sex", "Female"), "Placebo"))))
                .bytes()))
                .isEqualTo("""
                [
                {"table":"baseline","dataset":"ADSL","groups":{"TRT01A":"Placebo"},"variable":"SEX","level":"F","statistic":"count",\
                "value":53,"text":"53 (61.6%)","label":["Sex","Female"],"column":"Placebo","note":null,"where":"ITTFL = Y and TRT01A = Placebo and SEX = F",\
                "key":"baseline|ADSL.SEX=F|TRT01A=Placebo|count","cell":"baseline|ADSL.SEX=F|TRT01A=Placebo","tag":"tab:ARPKZ2U7CDBH45WBDHBHVPDUYR",\
                "selection":{"population":"baseline","of":[{"variable":"ITTFL","comparator":"EQ","values":["Y"]}],\
                "arm":{"variable":"TRT01A","value":"Placebo"},"clauses":[{"variable":"SEX","comparator":"EQ","values":["F"]}]},\
                "method":{"id":"count","options":{}}}
                ]
                """);
    }

    @Test
    void everyShapeOfResultReadsBack() throws IOException {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("TRT01A", "High \"dose\"");
        groups.put("AVISIT", "Week\n12");
        JsonNode read = new ObjectMapper().readTree(ResultsJson.of(List.of(
                published(groups, List.of("CARDIAC DISORDERS", "PALPITATIONS"), new Value.Real(0.1)),
                published(Map.of(), List.of(), new Value.NotEstimable("one value has no SD")),
                published(Map.of(), List.of("é – ≥3 研究"), new Value.Text("Male")),
                published(Map.of(), List.of(), new Value.Real(Double.NaN)))).bytes());

        assertThat(read).hasSize(4);
        assertThat(read.get(0).path("groups").properties()).extracting(Map.Entry::getKey).containsExactly("TRT01A", "AVISIT");
        assertThat(read.get(0).path("groups").path("AVISIT").textValue()).isEqualTo("Week\n12");
        assertThat(read.get(0).path("level")).extracting(JsonNode::textValue).containsExactly("CARDIAC DISORDERS",
                "PALPITATIONS");
        assertThat(read.get(0).path("value").doubleValue()).isEqualTo(0.1);
        assertThat(read.get(1).path("value").isNull()).isTrue();
        assertThat(read.get(1).path("level").isNull()).isTrue();
        assertThat(read.get(1).path("note").textValue()).isEqualTo("one value has no SD");
        assertThat(read.get(2).path("value").textValue()).isEqualTo("Male");
        assertThat(read.get(2).path("level").textValue()).isEqualTo("é – ≥3 研究");
        assertThat(read.get(3).path("value").isNull()).isTrue();
        assertThat(read.get(3).path("note").textValue()).contains("no finite number");
    }

    @Test
    void halfACharacterDoesNotBreakTheFile() throws IOException {
        JsonNode read = new ObjectMapper()
                .readTree(ResultsJson.of(List.of(published(Map.of(), List.of("a\uD83D"), new Value.Whole(1)))).bytes());

        assertThat(read.get(0).path("level").textValue()).isEqualTo("a?");
    }

    /// Expected: the shortest decimal that is nearest to no other double, worked out by hand from IEEE 754; -0 is 0.
    @ParameterizedTest
    @CsvSource({"53, 53", "-0.0, 0", "0.1, 0.1", "37.5, 37.5", "1e-5, 0.00001", "123456789.25, 123456789.25",
        "1e15, 1000000000000000",
        "1e22, 1E+22", "9.313225746154785e-10, 9.313225746154785E-10", "0.30000000000000004, 0.30000000000000004"})
    void numberIsShortest(double value, String expected) {
        assertThat(JsonLines.number(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20250831})
    void everyNumberReadsBackAsTheSameDouble(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            double near = random.nextGaussian() * 1000;
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(JsonLines.number(value))).isEqualTo(value);
            }
            assertThat(Double.parseDouble(JsonLines.number(near))).isEqualTo(near);
        }
    }

    @Test
    void noFindingsAreAnEmptyArray() throws IOException {
        assertThat(new ObjectMapper().readTree(FindingsJson.bytes(new Findings()))).isEmpty();
        assertThat(text(FindingsJson.bytes(new Findings()))).endsWith("]\n");
    }

    @Test
    void findingsComeWithEveryFieldAndTheCountOfTheUnlisted() throws IOException {
        Findings findings = new Findings();
        for (int i = 0; i < Findings.LISTED + 7; i++) {
            findings.add(Finding.note("DATE_MISSING", "the date is missing").in("ADAE").at(i + 1));
        }
        findings.add(Finding.error("SUBJECT_UNKNOWN", "is not in ADSL").in("ADAE").at(17).of("USUBJID").value("A-99")
                .remedy("add it"));

        JsonNode read = new ObjectMapper().readTree(FindingsJson.bytes(findings));

        assertThat(read.get(0).toString())
                .isEqualTo("{\"severity\":\"error\",\"code\":\"SUBJECT_UNKNOWN\",\"dataset\":\"ADAE\",\"row\":17,"
                        + "\"variable\":\"USUBJID\",\"value\":\"A-99\",\"message\":\"is not in ADSL\",\"remedy\":\"add it\"}");
        assertThat(read).hasSize(Findings.LISTED + 1);
        assertThat(read.get(Findings.LISTED).path("message").textValue())
                .isEqualTo("8 further findings are counted but not listed");
    }

    @Test
    void manifestReadsBackAsItWasWritten() throws BrokenRunException {
        assertThat(ManifestJson.read(ManifestJson.bytes(Runs.manifest()))).isEqualTo(Runs.manifest());
    }

    @Test
    void manifestHoldsTheFieldsOfTheContract() throws IOException {
        JsonNode read = new ObjectMapper().readTree(ManifestJson.bytes(Runs.manifest()));

        assertThat(read.properties()).extracting(Map.Entry::getKey).containsExactly("format", "study", "run", "edition",
                "created", "software",
                "settings", "inputs", "ignored",
                "displays", "outputs", "findings");
        assertThat(read.path("format").asInt()).isEqualTo(2);
        assertThat(read.path("displays").get(1).toString())
                .isEqualTo(
                        "{\"kind\":\"table\",\"id\":\"dlt\",\"number\":\"\",\"title\":\"DLT\",\"status\":\"not-produced\",\"reason\":\"no ADAE\","
                                + "\"pages\":null}");
        assertThat(read.path("inputs").get(0).properties()).extracting(Map.Entry::getKey).containsExactly("dataset", "name",
                "size", "sha256", "rows");
        assertThat(read.path("outputs").get(0).properties()).extracting(Map.Entry::getKey).containsExactly("path", "size",
                "sha256");
        assertThat(read.path("findings").toString()).isEqualTo("{\"error\":0,\"warning\":2,\"note\":3}");
    }

    @Test
    void manifestThatMakesNoSenseIsRefusedWithTheReason() {
        byte[] good = ManifestJson.bytes(Runs.manifest());
        assertThatThrownBy(() -> ManifestJson.read(bytes("{\"study\": \"X\""))).isInstanceOf(BrokenRunException.class)
                .hasMessageContaining("no JSON");
        assertThatThrownBy(() -> ManifestJson.read(bytes(""))).isInstanceOf(BrokenRunException.class);
        assertThatThrownBy(() -> ManifestJson.read(bytes("[]"))).isInstanceOf(BrokenRunException.class)
                .hasMessageContaining("\"software\" is not an object");
        assertThatThrownBy(() -> ManifestJson.read(bytes(text(good) + "{}"))).isInstanceOf(BrokenRunException.class);
        assertThatThrownBy(() -> ManifestJson.read(bytes(text(good).replace("\"size\": ", "\"size\": 0.5e-"))))
                .isInstanceOf(BrokenRunException.class)
                .hasMessageContaining("\"size\" is not a whole number");
        assertThatThrownBy(() -> ManifestJson.read(bytes(text(good).replace("\"not-produced\"", "\"produced\""))))
                .isInstanceOf(BrokenRunException.class)
                .hasMessageContaining("with a reason");
    }

    @Test
    void softwareIsWhatTheBuildRecorded() {
        assertThat(Software.current().name()).isEqualTo("Tabularium");
        assertThat(Software.current().version()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(Software.current().commit()).satisfiesAnyOf(c -> assertThat(c).isNull(),
                c -> assertThat(c).matches("[0-9a-f]{7,40}(-dirty)?"));
    }

    private static PublishedResult published(Map<String, String> groups, List<String> level, Value value) {
        Result result = new Result("ADSL", groups, null, level, Statistic.MEAN, value,
                new Selection(PopulationName.ALL, Clauses.NONE, null, Clauses.NONE), Method.of(MethodId.MEAN));
        return PublishedResult.unshown("t", result, new ResultKeys().next("t", result));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
