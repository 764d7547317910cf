package org.tabularium.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.study.settings.StudyYaml;

/// Runs `test-data/spec/findings.yaml`: each case is a study and the lines of its findings, worked out by hand from the rules'
/// definitions.
@Shows(Requirement.INPUT_CHECKED)
class RulesSpecTest {

    @TestFactory
    Stream<DynamicTest> studiesHaveTheFindingsOfTheSpecification() throws IOException {
        Path file = Path.of(System.getProperty("tabularium.root"), "test-data", "spec", "findings.yaml");
        List<?> cases = (List<?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        return cases.stream().map(Map.class::cast).map(one -> DynamicTest.dynamicTest(text(one, "case"), () -> run(one)));
    }

    private static void run(Map<?, ?> one) {
        Map<String, byte[]> files = new TreeMap<>();
        map(one, "files").forEach((name, text) -> files.put(name, String.valueOf(text).getBytes(StandardCharsets.UTF_8)));
        Map<String, String> variables = new TreeMap<>();
        map(one, "variables").forEach((ours, theirs) -> variables.put(ours, String.valueOf(theirs)));
        Map<String, String> parameters = new TreeMap<>();
        map(one, "parameters").forEach((ours, theirs) -> parameters.put(ours, String.valueOf(theirs)));
        Map<String, List<String>> datasets = new TreeMap<>();
        map(one, "datasets")
                .forEach((ours, theirs) -> datasets.put(ours, ((List<?>) theirs).stream().map(String::valueOf).toList()));
        CheckedStudy checked = files.containsKey(StudyYaml.FILE)
                ? CheckedStudy.withSettings(files)
                : CheckedStudy.of(files, CheckedStudy.settings(variables, datasets, parameters));
        List<String> lines = Boolean.TRUE.equals(one.get("flag-absent")) ? checked.allLines() : checked.lines();
        assertThat(lines).isEqualTo(one.get("findings"));
    }

    private static String text(Map<?, ?> one, String key) {
        return String.valueOf(one.get(key));
    }

    private static Map<String, Object> map(Map<?, ?> one, String key) {
        Map<String, Object> map = new TreeMap<>();
        if (one.get(key) instanceof Map<?, ?> given) {
            given.forEach((k, v) -> map.put(String.valueOf(k), v));
        }
        return map;
    }
}
