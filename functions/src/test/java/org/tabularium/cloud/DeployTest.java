package org.tabularium.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// What infra/deploy asks of CloudFormation, with an AWS command that only writes down what it is called with.
@Shows(Requirement.CHANGE_CONTROL)
class DeployTest {

    /// The stack's parameters are what the file `deployed` says, as the real command would print them.
    private static final String AWS = """
            #!/usr/bin/env bash
            here=$(dirname "${BASH_SOURCE[0]}")
            case "$*" in
            "sts get-caller-identity"*) echo 123456789012 ;;
            *describe-stacks*Parameters*) cat "$here/deployed" ;;
            *describe-stacks*) echo name ;;
            "cloudformation deploy"*) printf '%s\\n' "$@" >"$here/asked" ;;
            esac
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void project() throws IOException {
        Path root = Path.of(System.getProperty("tabularium.root"));
        for (String file : List.of("infra/deploy", "infra/template.yaml", "infra/regenerate.asl.json", "pom.xml",
                "functions/pom.xml")) {
            write("project/" + file, Files.readString(root.resolve(file)));
        }
        Files.createDirectories(folder.resolve("project/functions/src/main"));
        Files.createDirectories(folder.resolve("project/templates"));
        write("project/functions/target/tabularium-lambda.zip", "code");
        write("bin/aws", AWS);
        write("bin/deployed", "");
        for (String command : List.of("bin/aws", "project/infra/deploy")) {
            Files.setPosixFilePermissions(folder.resolve(command), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void everyChangeOfCodeTemplateOrParametersIsAnotherVersionAndNothingElseIs() throws Exception {
        String first = versionKey();
        assertThat(versionKey()).isEqualTo(first);
        write("bin/deployed", "CodeKey=x.zip\nVersionKey=" + first + "\nReportMemory=2048\nAlarmEmail=\nSettleSeconds=60\n");
        String deployed = versionKey();
        assertThat(versionKey("SettleSeconds=60")).as("as it is").isEqualTo(deployed);
        write("bin/deployed", "SettleSeconds=60\nAlarmEmail=\nReportMemory=2048\n");
        assertThat(versionKey()).as("in another order").isEqualTo(deployed);

        List<String> keys = new ArrayList<>(List.of(deployed));
        keys.add(versionKey("SettleSeconds=61"));
        keys.add(versionKey("ReportMemory=4096"));
        keys.add(versionKey("AlarmEmail=a=b@example.org"));
        write("project/infra/template.yaml",
                Files.readString(folder.resolve("project/infra/template.yaml")).replace("Default: 60", "Default: 61"));
        keys.add(versionKey());
        write("project/functions/target/tabularium-lambda.zip", "other code");
        keys.add(versionKey());

        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[0-9a-f]{64}"));
    }

    private String versionKey(String... parameters) throws Exception {
        List<String> command = new ArrayList<>(List.of(folder.resolve("project/infra/deploy").toString()));
        command.addAll(List.of(parameters));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("AWS_REGION", "eu-central-1");
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(folder.resolve("output"))).isZero();
        return Files.readAllLines(folder.resolve("bin/asked")).stream().filter(line -> line.startsWith("VersionKey="))
                .map(line -> line.substring("VersionKey=".length())).findFirst().orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
