package org.tabularium.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.snapshot.Sha256;

/// What infra/deploy asks of CloudFormation, with an AWS command that only writes down what it is called with.
@Shows(Requirement.CHANGE_CONTROL)
class DeployTest {

    /// The stack's parameters are what the file `deployed` says, as the real command would print them; the version in use is what
    /// the files `used-key` and `used-code` say.
    private static final String AWS = """
            #!/usr/bin/env bash
            here=$(dirname "${BASH_SOURCE[0]}")
            case "$*" in
            "sts get-caller-identity"*) echo 123456789012 ;;
            *describe-stacks*ParameterKey==*) name=$(sed "s/.*ParameterKey=='//; s/'.*//" <<<"$*"); sed -n "s/^$name=//p" "$here/deployed" ;;
            *describe-stacks*Parameters*) cat "$here/deployed" ;;
            "lambda get-function-configuration"*VERSION_KEY*) cat "$here/used-key" ;;
            "lambda get-function-configuration"*) cat "$here/used-code" ;;
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
        write("bin/used-key", "");
        write("bin/used-code", "");
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
        assertThat(deployed).as("that is what the template says").isEqualTo(first);
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

    /// Each version carries what it took the place of: that is what a rollback goes by, whatever was deployed last.
    @Test
    void deploymentIsToldWhatIsInUse() throws Exception {
        assertThat(asked("BeforeKey")).as("nothing is").isEmpty();
        String first = versionKey();
        inUse(first, sha256("code"));
        write("bin/deployed", "CodeKey=" + sha256("code") + ".zip\nVersionKey=" + first + "\nAgain=0\n");
        write("project/functions/target/tabularium-lambda.zip", "other code");

        assertThat(asked("BeforeKey")).isEqualTo(first);
        String second = versionKey();
        write("bin/deployed", "CodeKey=" + sha256("other code") + ".zip\nVersionKey=" + second + "\nAgain=0\nBeforeKey=" + first);
        inUse(second, sha256("other code"));
        assertThat(versionKey()).isEqualTo(second);
        assertThat(asked("BeforeKey")).as("nothing changes, nor does that").isNull();
    }

    /// A change of a parameter, weeks later, must not bring back what somebody went away from.
    @Test
    void whatWasRolledAwayFromComesBackOnlyWhereThatIsSaid() throws Exception {
        String first = versionKey();
        String old = sha256("code of before");
        write("bin/deployed", "CodeKey=" + sha256("code") + ".zip\nVersionKey=" + first + "\nAgain=0\n");
        inUse("b".repeat(64), old);

        assertThat(deploy()).contains("rolled away from", "nothing was deployed");
        assertThat(deploy("AlarmEmail=a@example.org")).contains("nothing was deployed");
        assertThat(versionKey("--again")).isNotEqualTo(first);
        assertThat(asked("BeforeKey", "--again")).isEqualTo("b".repeat(64));
        assertThat(asked("Again", "--again")).isEqualTo("1");
        inUse("b".repeat(64), sha256("code"));
        assertThat(deploy()).as("a parameter was what was rolled away from").contains("nothing was deployed");
        assertThat(versionKey("SettleSeconds=61")).isNotEqualTo(first);
        write("project/functions/target/tabularium-lambda.zip", "mended code");
        inUse("b".repeat(64), old);
        assertThat(asked("BeforeKey")).isEqualTo("b".repeat(64));
    }

    /// CloudFormation says stars in its place.
    @Test
    void secretThatIsGivenIsAnotherVersionAndOneThatStaysIsNot() throws Exception {
        String first = versionKey();
        String second = versionKey("OidcClientSecret=first");
        assertThat(second).isNotEqualTo(first);
        write("bin/deployed", "OidcClientSecret=****\nVersionKey=" + second + "\nAgain=1\n");

        assertThat(versionKey()).isEqualTo(second);
        assertThat(versionKey("OidcClientSecret=second")).isNotEqualTo(second);
        assertThat(asked("Again", "OidcClientSecret=second")).isEqualTo("2");
    }

    private void inUse(String key, String code) throws IOException {
        write("bin/used-key", key);
        write("bin/used-code", Base64.getEncoder().encodeToString(HexFormat.of().parseHex(code)));
    }

    private static String sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private String versionKey(String... parameters) throws Exception {
        return Objects.requireNonNull(asked("VersionKey", parameters));
    }

    /// What CloudFormation is asked to give a parameter; null for none.
    private @Nullable String asked(String parameter, String... arguments) throws Exception {
        String output = deploy(arguments);
        assertThat(output).doesNotContain("nothing was deployed").contains("deploying the stack");
        return Files.readAllLines(folder.resolve("bin/asked")).stream().filter(line -> line.startsWith(parameter + "="))
                .map(line -> line.substring(parameter.length() + 1)).findFirst().orElse(null);
    }

    /// @return all that it said
    private String deploy(String... parameters) throws Exception {
        List<String> command = new ArrayList<>(List.of(folder.resolve("project/infra/deploy").toString()));
        command.addAll(List.of(parameters));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("AWS_REGION", "eu-central-1");
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String output = Files.readString(folder.resolve("output"));
        assertThat(process.exitValue()).as(output).isEqualTo(output.contains("nothing was deployed") ? 1 : 0);
        return output;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
