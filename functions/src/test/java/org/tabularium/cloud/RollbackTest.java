package org.tabularium.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// What infra/rollback goes back to, with an AWS command that knows versions and aliases alone. [ChangeControlIT] does it on a
/// deployed stack.
@Shows(Requirement.CHANGE_CONTROL)
class RollbackTest {

    /// Of each deployment: its key and that of what was in use then.
    private static final String A = "{\"key\": \"a\", \"before\": \"\"}";
    private static final String B = "{\"key\": \"b\", \"before\": \"a\"}";

    private static final String PYTHON = python();

    @TempDir
    private Path folder;

    @Test
    void versionThatWasInUseBeforeIsPutBackAndThenTheOneBeforeIt() throws Exception {
        stack(function("f", 3, A, B, of("c", "b")), function("g", 3, A, B, of("c", "b")));

        assertThat(rollback()).contains("f: 3 -> 2", "g: 3 -> 2", "say --yes");
        assertThat(live("f")).isEqualTo(3);
        assertThat(rollback("--yes")).contains("done");
        assertThat(live("f")).isEqualTo(2);
        assertThat(live("g")).isEqualTo(2);
        assertThat(rollback("--yes")).contains("done");
        assertThat(live("f")).isEqualTo(1);
        assertThat(rollback("--yes")).contains("not known what was in use before version 1 of f", "nothing was changed");
        assertThat(live("g")).isEqualTo(1);
    }

    /// B was rolled away from before C came; the second try of C, which a canary had taken back the first time, was made beside it.
    @Test
    void versionThatWasRolledAwayFromOrNeverWasInUseIsPassedOver() throws Exception {
        stack(function("f", 4, A, B, of("c", "a"), of("d", "a")));

        assertThat(rollback("--yes")).contains("f: 4 -> 1");
        assertThat(live("f")).isEqualTo(1);
    }

    @Test
    void versionThatACompareLeftBehindIsPassedOver() throws Exception {
        stack(function("f", 4, A, B, "{\"key\": \"b\", \"before\": \"a\", \"why\": \"infra/compare\"}", of("c", "b")));

        assertThat(rollback("--yes")).contains("f: 4 -> 2");
    }

    /// The code of A was deployed again after B: going back over and over ends, and at A's first version.
    @Test
    void sameDeploymentMadeTwiceLeadsRoundInNoCircle() throws Exception {
        stack(function("f", 3, A, B, of("a", "b")));

        assertThat(rollback("--yes")).contains("f: 3 -> 2");
        assertThat(rollback("--yes")).contains("f: 2 -> 1");
        assertThat(rollback("--yes")).contains("nothing was changed");
    }

    @Test
    void rollbackThatWasLeftHalfDoneIsEndedAndGoesNoFurther() throws Exception {
        stack(function("f", 2, A, B, of("c", "b")), function("g", 3, A, B, of("c", "b")));

        assertThat(rollback("--yes")).contains("g: 3 -> 2").doesNotContain("f: ");
        assertThat(live("f")).isEqualTo(2);
        assertThat(live("g")).isEqualTo(2);
    }

    @Test
    void functionsOfUnlikeDeploymentsAreLeftAlone() throws Exception {
        stack(function("f", 1, A), function("g", 2, of("x", "y"), of("z", "x")));

        assertThat(rollback("--yes")).contains("several deployments", "nothing was changed");
    }

    @Test
    void functionThatIsNewWithTheDeploymentStays() throws Exception {
        stack(function("f", 2, A, B), function("new", 1, B));

        assertThat(rollback("--yes")).contains("f: 2 -> 1", "new: 1 stays", "done");
        assertThat(live("new")).isEqualTo(1);
    }

    /// The alias still names the version before then: going back from it would be one too many.
    @Test
    void deploymentThatIsUnderWayIsEndedOtherwise() throws Exception {
        stack("{\"live\": 2, \"weights\": {\"3\": 0.1}, \"versions\": [%s, %s, %s]}".formatted(A, B, of("c", "b")));
        assertThat(rollback("--yes")).contains("under way", "cancel-update-stack", "nothing was changed");
        write("state.json", Files.readString(folder.resolve("state.json")).replace("UPDATE_COMPLETE", "UPDATE_IN_PROGRESS"));
        assertThat(rollback("--yes")).contains("UPDATE_IN_PROGRESS", "cancel-update-stack", "nothing was changed");
    }

    @Test
    void functionThatIsAmidAnUpdateIsWaitedFor() throws Exception {
        stack("{\"live\": 2, \"stuck\": true, \"versions\": [%s, %s]}".formatted(A, B));

        assertThat(rollback("--yes")).contains("done");
        assertThat(live("f")).isEqualTo(1);
    }

    private static String of(String key, String before) {
        return "{\"key\": \"%s\", \"before\": \"%s\"}".formatted(key, before);
    }

    private static String function(String name, int live, String... versions) {
        return "\"%s\": {\"live\": %s, \"versions\": [%s]}".formatted(name, Integer.toString(live), String.join(", ", versions));
    }

    private void stack(String... functions) throws IOException {
        String all = String.join(", ", functions);
        write("state.json",
                "{\"stack\": \"UPDATE_COMPLETE\", \"functions\": {%s}}".formatted(all.startsWith("{") ? "\"f\": " + all : all));
        try (InputStream aws = Objects.requireNonNull(RollbackTest.class.getResourceAsStream("aws_with_versions.py"))) {
            write("aws", new String(aws.readAllBytes(), UTF_8));
        }
        // A python3 that is found through others may put its own folder, with another aws, before ours.
        write("python3", "#!/bin/sh\nexec " + PYTHON + " \"$@\"\n");
        for (String command : new String[]{"aws", "python3"}) {
            Files.setPosixFilePermissions(folder.resolve(command), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String python() {
        try {
            Process python = new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)").start();
            return new String(python.getInputStream().readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int live(String function) throws IOException {
        JsonNode state = new ObjectMapper().readTree(folder.resolve("state.json").toFile());
        return state.path("functions").path(function).path("live").asInt();
    }

    private String rollback(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = Template.folder().resolve("rollback").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        assertThat(builder.start().waitFor(1, TimeUnit.MINUTES)).isTrue();
        return Files.readString(folder.resolve("output"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
