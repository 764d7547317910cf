package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// The files of a run fit the schemas that are published for them, in `docs/schema`; a validator that is not ours says so.
@Shows(Requirement.FILES_VALID)
class PublishedSchemasTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"kn5501", "kn5601-iit", "lancet-2025", "ran-101", "sa-or088", "sa-po0659"})
    void resultsAndManifestFitTheirSchemas(String study) throws IOException {
        MadeReport made = MadeReport.ofTestData(study);

        assertThat(schema("results").validate(MAPPER.readTree(made.file("results.json")))).isEmpty();
        assertThat(schema("subjects").validate(MAPPER.readTree(made.file("subjects.json")))).isEmpty();
        assertThat(schema("manifest").validate(MAPPER.readTree(made.file("manifest.json")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kn5501", "ran-101", "sa-po0659"})
    void keysAreUniqueInARun(String study) throws IOException {
        Set<String> keys = new HashSet<>();
        for (JsonNode result : MAPPER.readTree(MadeReport.ofTestData(study).file("results.json"))) {
            assertThat(keys.add(result.path("key").textValue())).as(result.path("key").textValue()).isTrue();
        }
    }

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Places.testData("..").resolve("docs/schema/" + name + ".schema.json")));
    }
}
