package org.tabularium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// docs/ci-example.md is copied by people: its workflow is YAML, its role JSON, its exit codes the program's.
class CiExampleTest {

    private static final Path DOCUMENT = Path.of(System.getProperty("tabularium.root", ".."), "docs", "ci-example.md");

    private final String text;

    CiExampleTest() throws IOException {
        text = Files.readString(DOCUMENT);
    }

    @Test
    void workflowAssumesARoleReportsVerifiesAndKeepsTheRun() {
        Map<?, ?> workflow = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(block("yaml"));
        Map<?, ?> jobs = Objects.requireNonNull((Map<?, ?>) workflow.get("jobs"));
        Map<?, ?> job = Objects.requireNonNull((Map<?, ?>) jobs.get("report"));
        String steps = String.valueOf(job.get("steps"));

        assertThat(String.valueOf(workflow.get("permissions"))).contains("id-token=write");
        assertThat(steps).contains("role-to-assume", "./tabularium report \"$UPLOADS/", "./tabularium verify", "upload-artifact");
        assertThat(String.valueOf(job.get("env"))).contains("UPLOADS=s3://");
    }

    @Test
    void exitCodesAreTheProgramsAndTheLaunchers() {
        List<Integer> listed = Pattern.compile("(?m)^\\| (\\d+) \\|").matcher(text).results()
                .map(found -> Integer.valueOf(found.group(1))).toList();

        assertThat(listed).containsExactly(ExitCode.DONE, ExitCode.FAILED, ExitCode.REJECTED, ExitCode.TABLE_MISSING, 70);
    }

    @Test
    void roleReadsTheUploadsAndNothingElse() throws IOException {
        JsonNode policy = new JsonMapper().readTree(block("json"));

        assertThat(policy.path("Statement")).hasSize(3).allSatisfy(statement -> {
            assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
            assertThat(statement.path("Action").toString()).doesNotContain("Put", "Delete", "*");
        });
    }

    private String block(String language) {
        Matcher matcher = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(text);
        assertThat(matcher.find()).as("a block of " + language).isTrue();
        return matcher.group(1);
    }
}
