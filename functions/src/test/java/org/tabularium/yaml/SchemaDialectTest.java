package org.tabularium.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.Keyword;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.finding.RejectedException;

/// The oracle is the validator with all of draft 2020-12.
class SchemaDialectTest {

    private static final Path ROOT = Path.of(System.getProperty("tabularium.root"));

    /// Our shells and the faulty files of the test resources.
    static Stream<Path> documents() throws IOException {
        try (Stream<Path> faulty = Files.walk(ROOT.resolve("functions/src/test/resources/yaml"));
                Stream<Path> shells = Files.list(ROOT.resolve("templates"))) {
            return Stream.concat(faulty.filter(file -> !file.toString().contains("malformed")), shells)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void ourKeywordsFindWhatTheWholeDraftFinds(Path file) throws IOException, RejectedException {
        JsonNode document = YamlReader.read("document.yaml", Files.readAllBytes(file)).node();
        for (String name : Set.of("study", "shell")) {
            JsonNode schema = schema(name);
            JsonSchemaFactory whole = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
            Set<String> expected = places(whole.getSchema(schema, SchemaDialect.CONFIG).validate(document));
            assertThat(places(SchemaDialect.FACTORY.getSchema(schema, SchemaDialect.CONFIG).validate(document)))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"study", "shell", "style"})
    void dialectHasEveryKeywordOfOurSchemas(String name) {
        Set<String> known = new TreeSet<>(SchemaDialect.SAYING);
        SchemaDialect.CHECKING.stream().map(Keyword::getValue).forEach(known::add);
        Set<String> used = new TreeSet<>();
        collectKeywords(schema(name), used);
        assertThat(known).containsAll(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"study", "shell", "style"})
    void schemaSatisfiesTheDraftsMetaSchema(String name) {
        JsonSchemaFactory whole = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        assertThat(whole.getSchema(SchemaLocation.of(SchemaId.V202012)).validate(schema(name)))
                .isEmpty();
    }

    @Test
    void wholeDraftFindsFaultsAtAll() throws IOException {
        assertThat(documents()).hasSizeGreaterThan(15);
    }

    private static JsonNode schema(String name) {
        return YamlReader.resource("templates/schema/" + name + ".schema.json").node();
    }

    private static void collectKeywords(JsonNode schema, Set<String> used) {
        schema.properties().forEach(entry -> {
            used.add(entry.getKey());
            switch (entry.getKey()) {
                case "properties", "patternProperties", "dependentSchemas", "$defs" ->
                    entry.getValue().forEach(part -> collectKeywords(part, used));
                case "items", "additionalProperties" -> collectKeywords(entry.getValue(), used);
                case "oneOf" -> entry.getValue().forEach(part -> collectKeywords(part, used));
                default -> {}
            }
        });
    }

    private static Set<String> places(Set<ValidationMessage> messages) {
        Set<String> places = new TreeSet<>();
        messages.forEach(m -> places
                .add(m.getInstanceLocation() + " " + m.getType() + " " + m.getSchemaLocation() + " " + m.getProperty()));
        return places;
    }
}
