package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.study.Study;

/// A report of data without labels, with define.xml beside them: its labels, decodes and orders are printed, and it is an input of
/// the run. Expected words are those of functions/src/test/resources/define/study/define.xml.
class DefinedReportTest {

    private static final Path STUDY = Path.of(System.getProperty("tabularium.root"),
            "functions/src/test/resources/define/study");

    @TempDir
    Path temp;

    private Path study(String settings) throws IOException {
        Path copy = Files.createDirectories(temp.resolve("s"));
        try (Stream<Path> files = Files.list(STUDY)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
            }
        }
        Files.writeString(copy.resolve("study.yaml"), settings);
        return copy;
    }

    private CommandRun report(Path study) {
        return CommandRun.of(temp, "report", study.toString(), "--format", "csv");
    }

    private static final String SETTINGS = "baseline: [AGE, SEX, RISK, REGIMEN, SMOKER]\ntables: [baseline]\n";

    @Test
    void labelsDecodesAndOrdersOfTheDefinitionArePrinted() throws IOException {
        CommandRun run = report(study(SETTINGS));
        assertThat(run.exit()).as(run.err()).isZero();
        List<String> stub = run.rows("s", "baseline").stream().map(row -> row.getFirst().strip()).toList();
        assertThat(stub).containsSubsequence("Sex at birth, n (%)", "Men", "Women", "Risk group, n (%)", "Low", "Medium", "High",
                "Regimen before the study, n (%)", "Steroids alone", "Cyclophosphamide", "Rituximab & others", "Smoker, n (%)",
                "Yes", "No");
        assertThat(stub).anyMatch(label -> label.startsWith("Age at consent"));
    }

    @Test
    void versionsOfDictionariesArePrintedUnlessStudyYamlSaysOthers() throws IOException {
        assertThat(events("tables: [ae-soc-pt]\n")).contains("MedDRA version 27.1.");
        assertThat(events("tables: [ae-soc-pt]\ndictionaries: {MedDRA: \"26.1\"}\n")).contains("MedDRA version 26.1.")
                .doesNotContain("27.1");
    }

    private String events(String settings) throws IOException {
        Path study = study(settings);
        CommandRun run = CommandRun.of(temp, "report", study.toString(), "--format", "html");
        assertThat(run.exit()).as(run.err()).isZero();
        String page = run.text("s", "report.html");
        try (Stream<Path> files = Files.list(study)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return page;
    }

    /// What the cloud and the upload page take for an input.
    @Test
    void anUploadedDefinitionIsNoUnknownFile() {
        assertThat(List.of("define.xml", "DEFINE.XML", "define-adam.xml")).allMatch(Study::isInput);
        assertThat(List.of("define.html", "define2-0-0.xsl", "other.xml")).noneMatch(Study::isInput);
    }

    @Test
    void theDefinitionIsAnInputOfTheRun() throws IOException {
        Path study = study(SETTINGS);
        CommandRun run = report(study);
        String manifest = run.text("s", "manifest.json");
        assertThat(manifest).containsPattern("\"name\"\\s*:\\s*\"define.xml\"");
        String before = id(manifest);
        Path file = study.resolve("define.xml");
        Files.writeString(file, Files.readString(file).replace("Women", "Female subjects"));
        CommandRun again = report(study);
        assertThat(id(again.text("s", "manifest.json"))).isNotEqualTo(before);
        assertThat(again.text("s", "tables/baseline.csv")).contains("Female subjects");
    }

    @Test
    void explanationsSayWhereAVariableComesFrom() throws IOException {
        report(study(SETTINGS));
        CommandRun explained = CommandRun.of(temp, "explain", "out/s", "baseline", "Risk group > Low", "Total");
        assertThat(explained.exit()).as(explained.err()).isZero();
        assertThat(explained.out())
                .contains("  origin       ADSL.RISK: Derived (Sponsor); High where two or more factors are there",
                        "  origin       ADSL.ITTFL: Collected");
    }

    private static String id(String manifest) {
        return manifest.replaceAll("(?s).*\"run\"\\s*:\\s*\"([0-9a-f]{16})\".*", "$1");
    }

    @Test
    void studyYamlNamesAnotherFileAndItsOwnWordsComeFirst() throws IOException {
        Path study = study(SETTINGS + "define: define-adam.xml\nlevels: {SEX: {F: Girls}}\nlabels: {RISK: Danger}\n");
        Files.move(study.resolve("define.xml"), study.resolve("define-adam.xml"));
        CommandRun run = report(study);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.text("s", "tables/baseline.csv")).contains("Girls", "Men", "Danger");
        assertThat(run.err()).doesNotContain("FILE_IGNORED");
    }

    @Test
    void aDefinitionThatIsNamedAndNotThereIsSaidToBeMissing() throws IOException {
        CommandRun run = report(study(SETTINGS + "define: define-adm.xml\n"));
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("\"define-adm.xml\" is not in the study's folder; write define.xml, if that is meant",
                "note define.xml: is not read");
    }

    @Test
    void anUnreadableDefinitionStopsNoReport() throws IOException {
        Path study = study(SETTINGS);
        Files.writeString(study.resolve("define.xml"), "<?xml version='1.0'?><ODM");
        CommandRun run = report(study);
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("[DEFINE_UNREADABLE]");
        assertThat(run.text("s", "tables/baseline.csv")).contains("Female");
    }
}
