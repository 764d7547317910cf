package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A study.yaml made by `init` is one that `report` takes without hand work, and takes nothing away from what the data give.
class FirstSettingsTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"formats-demo", "lancet-2025", "saf-202"})
    void reportWithTheFirstSettingsGivesWhatTheDataGive(String study) throws IOException {
        bare(study);
        CommandRun without = report(study, "without");
        init(study);
        CommandRun with = report(study, "with");

        assertThat(with.exit()).as(with.err()).isZero().isEqualTo(without.exit());
        assertThat(produced("with")).containsAll(produced("without")).isNotEmpty();
        assertThat(findings("without")).containsAll(findings("with"));
    }

    /// The same of the other studies, without the time of a report.
    @ParameterizedTest
    @ValueSource(strings = {"kn5501", "kn5601-iit", "ran-101", "sa-or088", "sa-po0659"})
    void firstSettingsOfferTheDisplaysThatTheDataOffer(String study) throws IOException {
        bare(study);
        CommandRun without = CommandRun.of(temp, "tables", study);
        init(study);
        CommandRun with = CommandRun.of(temp, "tables", study);

        assertThat(with.exit()).as(with.err()).isZero();
        assertThat(with.out()).isEqualTo(without.out()).isNotBlank();
        assertThat(without.err().lines()).containsAll(with.err().lines().toList());
    }

    @Test
    void settingsThatAreReplacedAreKept() throws IOException {
        Path study = Files.createDirectories(temp.resolve("s"));
        Files.writeString(study.resolve("adsl.csv"), "subject_id,age,arm\n1,34,A\n2,41,B\n3,55,A\n");
        CommandRun unnamed = CommandRun.of(temp, "init", "s");
        assertThat(unnamed.exit()).isEqualTo(2);
        assertThat(unnamed.err()).contains("variables: {USUBJID: its name}");
        Files.writeString(study.resolve("study.yaml"), """
                # mine
                treatment:
                  order: [B, A]   # the new one first
                variables: {USUBJID: subject_id}
                title: |
                  A # in a title
                """);
        String before = CommandRun.of(temp, "tables", "s").out();
        for (int time = 0; time < 2; time++) {
            CommandRun init = CommandRun.of(temp, "init", "s", "--force");
            assertThat(init.exit()).as(init.err()).isZero();
            assertThat(Files.readString(study.resolve("study.yaml"))).contains("\nstudy: \"s\"\n").containsOnlyOnce("""
                    treatment:
                      order: [B, A]   # the new one first
                    variables: {USUBJID: subject_id}
                    title: |
                      A # in a title
                    """).containsOnlyOnce("\ntreatment:").doesNotContain("# mine");
            assertThat(CommandRun.of(temp, "tables", "s").out()).isEqualTo(before).contains("yes  baseline");
        }
    }

    @Test
    void settingsInBracesStandAlone() throws IOException {
        Path study = Files.createDirectories(temp.resolve("s"));
        Files.writeString(study.resolve("adsl.csv"), "USUBJID,AGE,ARM\n1,34,A\n2,41,B\n3,55,A\n");
        Files.writeString(study.resolve("study.yaml"), "{title: T}\n");
        CommandRun init = CommandRun.of(temp, "init", "s", "--force");
        assertThat(init.exit()).as(init.err()).isZero();
        CommandRun check = CommandRun.of(temp, "check", "s");
        assertThat(check.exit()).as(check.err()).isZero();
    }

    /// The study's data without its study.yaml.
    private void bare(String study) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(study));
        try (Stream<Path> files = Files.list(Places.testData(study))) {
            for (Path file : files.filter(Files::isRegularFile).filter(f -> !f.endsWith("study.yaml")).toList()) {
                Files.copy(file, folder.resolve(String.valueOf(file.getFileName())));
            }
        }
    }

    private void init(String study) {
        CommandRun init = CommandRun.of(temp, "init", study);
        assertThat(init.exit()).as(init.err()).isZero();
        assertThat(temp.resolve(study).resolve("study.yaml")).isNotEmptyFile();
    }

    private CommandRun report(String study, String run) {
        return CommandRun.of(temp, "report", study, "--out", run, "--format", "csv");
    }

    private Set<String> produced(String run) throws IOException {
        Set<String> ids = new TreeSet<>();
        for (JsonNode display : ResultRecords.tree(Files.readAllBytes(temp.resolve(run).resolve("manifest.json")))
                .path("displays")) {
            if (display.path("status").asText().equals("produced")) {
                ids.add(display.path("id").asText());
            }
        }
        return ids;
    }

    private Set<String> findings(String run) throws IOException {
        Set<String> findings = new TreeSet<>();
        ResultRecords.tree(Files.readAllBytes(temp.resolve(run).resolve("findings.json")))
                .forEach(f -> findings.add(f.toString()));
        return findings;
    }
}
