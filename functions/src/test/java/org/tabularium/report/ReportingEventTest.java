package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the published schema of ARS v1 does not check: ids are unique, every reference resolves, an operation is of its analysis's
/// method, a result's groups are its analysis's groupings in order.
class ReportingEventTest {

    @ParameterizedTest
    @ValueSource(strings = {"lancet-2025", "sa-or088", "sa-po0659", "ran-101", "kn5501", "kn5601-iit", "saf-202"})
    void idsAreUniqueAndReferencesResolve(String study) {
        MadeReport made = MadeReport.ofTestData(study);
        JsonNode event = ResultRecords.tree(made.file("ars.json"));
        Set<String> ids = new HashSet<>();
        for (String id : event.findValuesAsText("id")) {
            assertThat(ids.add(id)).as("twice: " + id).isTrue();
        }
        for (String field : List.of("analysisSetId", "dataSubsetId", "methodId", "operationId", "groupingId", "groupId",
                "analysisId",
                "outputId", "sponsorTermId", "referencedOperationRelationshipId")) {
            assertThat(ids).as(field).containsAll(event.findValuesAsText(field));
        }
        Map<String, Set<String>> operations = new HashMap<>();
        event.path("methods").forEach(method -> operations.put(method.path("id").asText(),
                new HashSet<>(method.path("operations").findValuesAsText("id"))));
        int results = 0;
        for (JsonNode analysis : event.path("analyses")) {
            List<String> groupings = analysis.path("orderedGroupings").findValuesAsText("groupingId");
            for (JsonNode result : analysis.path("results")) {
                results++;
                assertThat(operations.get(analysis.path("methodId").asText())).contains(result.path("operationId").asText());
                assertThat(result.path("resultGroups").findValuesAsText("groupingId")).isEqualTo(groupings);
            }
        }
        int expected = 0;
        for (JsonNode result : ResultRecords.tree(made.file("results.json"))) {
            expected += result.path("statistic").asText().equals("value") ? 0 : 1;
        }
        assertThat(results).isEqualTo(expected);
    }

    /// The schema of CDISC's public repository (`model/ars_ldm.json`), which is not ours to keep: `ars_ldm.json` of the reference
    /// material, or `-Dtabularium.ars.schema=FILE`; skipped where it is absent.
    @ParameterizedTest
    @ValueSource(strings = {"formats-demo", "lancet-2025", "sa-or088", "sa-po0659", "ran-101", "kn5501", "kn5601-iit", "saf-202"})
    void eventFitsThePublishedSchema(String study) throws IOException {
        String file = System.getProperty("tabularium.ars.schema");
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(Files.readString(file == null ? Places.reference("ars_ldm.json") : Path.of(file)));

        assertThat(schema.validate(ResultRecords.tree("{}".getBytes(StandardCharsets.UTF_8)))).isNotEmpty();
        assertThat(schema.validate(ResultRecords.tree(MadeReport.ofTestData(study).file("ars.json")))).isEmpty();
    }

    /// A percentage is 100 times its numerator by its denominator, found by the references alone.
    @ParameterizedTest
    @ValueSource(strings = {"sa-or088", "kn5601-iit"})
    void percentagesFollowFromTheAnalysesThatTheyReferTo(String study) {
        JsonNode event = ResultRecords.tree(MadeReport.ofTestData(study).file("ars.json"));
        Map<String, JsonNode> analyses = new HashMap<>();
        event.path("analyses").forEach(analysis -> analyses.put(analysis.path("id").asText(), analysis));
        Map<String, JsonNode> relationships = new HashMap<>();
        event.path("methods").forEach(method -> method.path("operations").forEach(operation -> operation
                .path("referencedOperationRelationships")
                .forEach(relationship -> relationships.put(relationship.path("id").asText(), relationship))));
        int checked = 0;
        for (JsonNode analysis : event.path("analyses")) {
            Map<String, JsonNode> referenced = new HashMap<>();
            Map<String, String> operations = new HashMap<>();
            for (JsonNode reference : analysis.path("referencedAnalysisOperations")) {
                JsonNode relationship = requireNonNull(
                        relationships.get(reference.path("referencedOperationRelationshipId").asText()));
                String role = relationship.path("referencedOperationRole").path("controlledTerm").asText();
                referenced.put(role, requireNonNull(analyses.get(reference.path("analysisId").asText())));
                operations.put(role, relationship.path("operationId").asText());
            }
            for (JsonNode result : analysis.path("results")) {
                if (referenced.size() == 2 && isPercent(event, result)) {
                    double count = value(referenced.get("NUMERATOR"), operations.get("NUMERATOR"), result);
                    double of = value(referenced.get("DENOMINATOR"), operations.get("DENOMINATOR"), result);
                    if (of > 0) {
                        assertThat(result.path("rawValue").asDouble()).isCloseTo(100 * count / of, offset(1e-9));
                        checked++;
                    }
                }
            }
        }
        assertThat(checked).isGreaterThan(50);
    }

    private static boolean isPercent(JsonNode event, JsonNode result) {
        for (JsonNode method : event.path("methods")) {
            for (JsonNode operation : method.path("operations")) {
                if (operation.path("id").equals(result.path("operationId"))) {
                    return operation.path("name").asText().equals("percent");
                }
            }
        }
        return false;
    }

    private static double value(@Nullable JsonNode analysis, @Nullable String operation, JsonNode of) {
        for (JsonNode result : requireNonNull(analysis).path("results")) {
            if (result.path("operationId").asText().equals(operation)
                    && result.path("resultGroups").equals(of.path("resultGroups"))) {
                return result.path("rawValue").asDouble();
            }
        }
        throw new AssertionError("no result of " + operation + " for " + of);
    }
}
