package org.tabularium.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The scripts of infra/, run on a deployment as an operator would.
final class Scripts {

    private Scripts() {}

    /// Skips where there is no AWS CLI.
    static void requireCommandLine() {
        assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, "aws"))),
                "the AWS CLI is not there");
    }

    /// Runs a script against a deployment.
    ///
    /// @return all that it said
    static String run(Deployment cloud, String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Template.folder().resolve(script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.putAll(cloud.aws.environment());
        environment.put("TABULARIUM_STACK", cloud.stack);
        environment.remove("AWS_PROFILE");
        environment.remove("AWS_SESSION_TOKEN");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
