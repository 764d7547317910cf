package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the published schema of ARS v1 does not check: ids are unique, every reference resolves, an operation is of its analysis's
/// method, a result's groups are its analysis's groupings in order.
class ReportingEventTest {

    @ParameterizedTest
    @ValueSource(strings = {"lancet-2025", "sa-or088"})
    void idsAreUniqueAndReferencesResolve(String study) {
        MadeReport made = MadeReport.ofTestData(study);
        JsonNode event = ResultRecords.tree(made.file("ars.json"));
        Set<String> ids = new HashSet<>();
        for (String id : event.findValuesAsText("id")) {
            assertThat(ids.add(id)).as("twice: " + id).isTrue();
        }
        for (String field : List.of("analysisSetId", "dataSubsetId", "methodId", "operationId", "groupingId", "groupId",
                "analysisId",
                "outputId", "sponsorTermId")) {
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
}
