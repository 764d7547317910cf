package org.tabularium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.publication.Runs;
import org.tabularium.render.csv.CsvKind;
import org.tabularium.report.Progress;
import org.tabularium.report.Report;
import org.tabularium.report.ReportOptions;
import org.tabularium.run.DisplayStatus;
import org.tabularium.run.folder.Run;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.table.display.Display;

/// The commands through the entry point, with reports that are made up: what a command asks for, prints, writes and answers.
class CommandLineTest {

    private static final DisplayStatus BASELINE = new DisplayStatus(Display.Kind.TABLE, "baseline", "14.1.1",
            "Baseline Characteristics", null, false);
    private static final DisplayStatus DLT = new DisplayStatus(Display.Kind.TABLE, "dlt", "14.3.4", "Dose-Limiting Toxicities",
            null, false);
    private static final Finding UNKNOWN_SUBJECT = Finding.error("SUBJECT_UNKNOWN", "is not in ADSL").in("ADAE").at(17)
            .of("USUBJID").value("A-99");

    @TempDir
    Path temp;

    private final MadeUp reports = new MadeUp();
    private String out = "";
    private String err = "";

    @BeforeEach
    void study() throws IOException {
        Files.createDirectories(temp.resolve("studies/KN5601"));
        Files.writeString(temp.resolve("studies/KN5601/adsl.csv"), "USUBJID\nA-1\n");
    }

    @Test
    void reportWritesTheRunAndSaysWhere() throws Exception {
        reports.findings.add(Finding.warning("ARM_MERGED", "two spellings of one arm"));
        reports.tables = List.of(BASELINE, new DisplayStatus(Display.Kind.TABLE, "dlt", "14.3.4", "DLT", "no ADAE", false));

        assertThat(tabularium("report", "studies/KN5601")).isZero();

        assertThat(out).isEqualTo("""
                out/KN5601
                run 1111111111111111: 1 table made: baseline
                not made: dlt: no ADAE
                """);
        assertThat(err).isEqualTo("warning: two spellings of one arm [ARM_MERGED]\n");
        assertThat(tabularium("verify", "out/KN5601")).isZero();
        assertThat(out).isEqualTo("run 1111111111111111: 3 files, no mismatches, signature not checked\n");
        assertThat(reports.options).isEqualTo(ReportOptions.DEFAULT);
    }

    @Test
    void optionsReachTheReport() throws Exception {
        Files.createDirectories(temp.resolve("shells"));
        Files.writeString(temp.resolve("shells/mine.yaml"), "id: mine\n");
        Files.writeString(temp.resolve("shells/notes.txt"), "x");

        assertThat(tabularium("report", "studies/KN5601", "--format", "PDF,xlsx", "--format=pdf", "--table", "dlt", "--table",
                "baseline", "--style", "lancet", "--csv", "EXCEL",
                "--templates", "shells", "--out", "elsewhere/run")).isZero();

        assertThat(reports.options.formats()).containsExactly("pdf", "xlsx");
        assertThat(reports.options.tables()).containsExactly("dlt", "baseline");
        assertThat(reports.options.style()).isEqualTo("lancet");
        assertThat(reports.options.csv()).isEqualTo(CsvKind.EXCEL);
        assertThat(reports.options.templates()).extracting(StudySnapshot.File::name).containsExactly("mine.yaml");
        assertThat(Run.open(temp.resolve("elsewhere/run")).manifest().run()).isEqualTo("1111111111111111");
        assertThat(out).startsWith("elsewhere/run\n");
    }

    @Test
    void studyThatIsTheWorkingDirectoryKeepsItsNameAndIsTheSameTheSecondTime() {
        Path study = temp.resolve("studies/KN5601");

        assertThat(tabularium(study, "report", ".")).isZero();
        StudySnapshot first = reports.snapshot();
        assertThat(tabularium(study, "report", ".")).isZero();

        assertThat(out).startsWith("out/KN5601\n");
        assertThat(reports.snapshot().folder()).isEqualTo("KN5601");
        assertThat(reports.snapshot().ignored()).isEqualTo(first.ignored()).isEmpty();
    }

    @Test
    void rejectedStudyExitsWith2AndLeavesTheGoodRun() throws Exception {
        assertThat(tabularium("report", "studies/KN5601")).isZero();
        reports.rejection = new RejectedException(List.of(UNKNOWN_SUBJECT));

        assertThat(tabularium("report", "studies/KN5601")).isEqualTo(2);

        assertThat(err).startsWith("error ADAE row 17 USUBJID: \"A-99\" is not in ADSL [SUBJECT_UNKNOWN]\n")
                .contains("rejected (1 error); nothing was written");
        assertThat(out).isEmpty();
        assertThat(tabularium("verify", "out/KN5601")).isZero();
        assertThat(names(temp.resolve("out"))).containsExactly("KN5601");
    }

    @Test
    void rejectedStudyLeavesNoFolder() {
        reports.rejection = new RejectedException(List.of(UNKNOWN_SUBJECT));

        assertThat(tabularium("report", "studies/KN5601")).isEqualTo(2);

        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void linkOutOfTheStudyIsARejection() throws IOException {
        Path outside = Files.writeString(temp.resolve("secret.csv"), "x");
        Files.createSymbolicLink(temp.resolve("studies/KN5601/adae.csv"), outside);

        assertThat(tabularium("report", "studies/KN5601")).isEqualTo(2);
        assertThat(err).contains("[LINK_LEAVES_FOLDER]");
        assertThat(tabularium("check", "studies/KN5601")).isEqualTo(2);
        assertThat(err).contains("[LINK_LEAVES_FOLDER]");
        assertThat(tabularium("tables", "studies/KN5601")).isEqualTo(2);
        assertThat(err).contains("[LINK_LEAVES_FOLDER]");
    }

    @Test
    void tableAskedForThatCannotBeMadeExitsWith3AndTheRestIsWritten() throws Exception {
        reports.tables = List.of(BASELINE, new DisplayStatus(Display.Kind.TABLE, "dlt", "14.3.4", "DLT", "no ADAE", true));

        assertThat(tabularium("report", "studies/KN5601", "--table", "dlt")).isEqualTo(3);

        assertThat(err).isEqualTo("tabularium: the table dlt was asked for and could not be made: no ADAE\n");
        assertThat(Run.open(temp.resolve("out/KN5601"))).isNotNull();
    }

    @Test
    void tableThatIsUnknownIsWrongUsageWithTheNearestName() {
        assertThat(tabularium("report", "studies/KN5601", "--table", "baselnie")).isEqualTo(1);
        assertThat(err).contains("there is no table \"baselnie\" (did you mean baseline?)");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void tableOfTheStudyItselfIsKnown() {
        reports.tables = List.of(new DisplayStatus(Display.Kind.TABLE, "change-adas", "", "ADAS", null, true));

        assertThat(tabularium("report", "studies/KN5601", "--table", "change-adas")).isZero();
        assertThat(reports.options.tables()).containsExactly("change-adas");
    }

    /// Wrong usage, one a line: arguments | what the message must say.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | a command is missing", "report | Missing required parameter: 'STUDY'",
        "reprot x | (did you mean report?)",
        "report studies/KN5601 --format rtf | --format: \"rtf\" is unknown; known are xlsx, pdf, csv, docx",
        "report studies/KN5601 --style nejm | --style: \"nejm\" is unknown; known are regulatory, abstract, lancet",
        "report studies/KN5601 --fromat pdf | (did you mean --format?)",
        "report studies/KN5601 extra | Unmatched argument at index 2: 'extra'",
        "report nowhere | there is no folder nowhere", "report studies/KN5601/adsl.csv | is a file; give the folder",
        "report s3:///studies/KN5601 | names no bucket", "verify s3:// | names no bucket",
        "report studies/KN5601 --out s3://x/y | not to S3",
        "report studies/KN5601 --templates nowhere | there is no folder nowhere",
        "report studies/KN5601 --templates studies | holds no *.yaml file",
        "report studies/KN5601 --out studies | not empty and holds no run",
        "report studies/KN5601 --out studies/KN5601/adsl.csv | it is a file",
        "report studies/KN5601 --out studies/KN5601/adsl.csv/run | cannot write the run", "check nowhere | there is no folder",
        "tables nowhere | there is no folder",
        "tables --templates studies | needs a study", "diff studies | Missing required parameter: 'RUN'",
        "completion fish | known are bash, zsh"})
    void wrongUsageExitsWith1AndSaysWhatIsWrong(String arguments, String message) {
        assertThat(tabularium(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(1);

        assertThat(err).contains(message).doesNotContain("\tat ").startsWith("tabularium: ");
        assertThat(out).isEmpty();
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"diff nowhere studies | cannot read the run nowhere",
        "verify nowhere | cannot read the run nowhere",
        "diff studies studies | it has no manifest.json", "verify studies | it has no manifest.json",
        "verify studies/KN5601/adsl.csv | is no folder"})
    void whatIsNoRunExitsWith2AndSaysWhatItIs(String arguments, String message) {
        assertThat(tabularium(arguments.split(" "))).isEqualTo(2);

        assertThat(err).contains(message).startsWith("tabularium: ").hasLineCount(1);
        assertThat(out).isEmpty();
    }

    @Test
    void internalErrorIsOneLineAndALog() throws IOException {
        reports.failure = new IllegalStateException("a secret of the program");

        assertThat(tabularium("report", "studies/KN5601")).isEqualTo(1);

        assertThat(err).startsWith("tabularium: internal error (IllegalStateException), please report it with ").hasLineCount(1);
        Path log = Path.of(err.strip().replaceFirst(".* with ", ""));
        assertThat(log).content().contains("a secret of the program").contains("studies/KN5601");
        Files.delete(log);
    }

    @Test
    void studyThatChangesUnderTheReportIsNotReported() {
        reports.meanwhile = () -> Files.writeString(temp.resolve("studies/KN5601/adsl.csv"), "USUBJID\nA-1\nA-2\n");

        assertThat(tabularium("report", "studies/KN5601")).isEqualTo(1);

        assertThat(err).contains("adsl.csv in studies/KN5601 changed while the report was made");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void checkPrintsFindingsAndCountsThem() {
        reports.findings.add(Finding.note("FILE_IGNORED", "is not read").in("readme.txt"));

        assertThat(tabularium("check", "studies/KN5601")).isZero();
        assertThat(err).isEqualTo("note readme.txt: is not read [FILE_IGNORED]\n");
        assertThat(out).isEqualTo("studies/KN5601: no errors, no warnings, 1 note\n");

        reports.findings.add(UNKNOWN_SUBJECT);
        assertThat(tabularium("check", "studies/KN5601")).isEqualTo(2);
        assertThat(err).startsWith("error ADAE row 17");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void tablesListsTheCatalogueOrWhatAStudyCanHave() {
        assertThat(tabularium("tables")).isZero();
        assertThat(out).isEqualTo("baseline  14.1.1  Baseline Characteristics\ndlt       14.3.4  Dose-Limiting Toxicities\n");

        reports.tables = List.of(BASELINE, new DisplayStatus(Display.Kind.TABLE, "dlt", "14.3.4", "DLT", "no ADAE", false));
        assertThat(tabularium("tables", "studies/KN5601")).isZero();
        assertThat(out).isEqualTo("yes  baseline  14.1.1  Baseline Characteristics\nno   dlt       14.3.4  DLT (no ADAE)\n");
    }

    @Test
    void diffSaysWhatChanged() {
        reports.csv = "Label,A (N=1)\nSex,\n  F,1 (50.0%)\n";
        assertThat(tabularium("report", "studies/KN5601", "--out", "a")).isZero();
        assertThat(tabularium("diff", "a", "a")).isZero();
        assertThat(out).startsWith("no differences in titles, numbers and cells; footnotes ");

        reports.csv = "Label,A (N=1)\nSex,\n  F,2 (100%)\n  M,\n";
        assertThat(tabularium("report", "studies/KN5601", "--out", "b")).isZero();
        assertThat(tabularium("diff", "a", "b")).isEqualTo(1);
        assertThat(out).isEqualTo("""
                baseline | Sex > F | A (N=1): 1 (50.0%) -> 2 (100%)
                baseline | Sex > M | : (none) -> (empty)
                2 differences
                """);
    }

    @Test
    void runThatIsNotAsItWasWrittenIsNotCompared() throws IOException {
        assertThat(tabularium("report", "studies/KN5601", "--out", "a")).isZero();
        assertThat(tabularium("report", "studies/KN5601", "--out", "b")).isZero();
        Files.writeString(temp.resolve("b/added.txt"), "somebody's note");
        assertThat(tabularium("diff", "a", "b")).isZero();
        Files.delete(temp.resolve("b/results.json"));

        assertThat(tabularium("diff", "a", "b")).isEqualTo(2);

        assertThat(err).isEqualTo("tabularium: b is not as it was written: results.json; 'tabularium verify b' says how\n");
        assertThat(out).isEmpty();
    }

    @Test
    void verifyNamesWhatIsNotAsItWas() throws IOException {
        assertThat(tabularium("report", "studies/KN5601")).isZero();
        Files.writeString(temp.resolve("out/KN5601/findings.json"), "[1]\n");
        Files.delete(temp.resolve("out/KN5601/results.json"));
        Files.writeString(temp.resolve("out/KN5601/more.txt"), "");

        assertThat(tabularium("verify", "out/KN5601")).isEqualTo(1);

        assertThat(err).isEqualTo("changed findings.json: 4 bytes instead of 3\nextra more.txt\nmissing results.json\n");
        assertThat(out).isEqualTo("run 1111111111111111: 3 files, 3 mismatches, signature not checked\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"study\": 1}", "null", "", "{\"study\":\"x\",\"run\":\"y\",\"created\":null}"})
    void runWithABrokenManifestIsSaidToBeBroken(String manifest) throws IOException {
        Files.createDirectories(temp.resolve("run"));
        Files.writeString(temp.resolve("run/manifest.json"), manifest);

        assertThat(tabularium("verify", "run")).isEqualTo(2);
        assertThat(err).contains("manifest.json cannot be understood").hasLineCount(1);
        assertThat(tabularium("diff", "run", "run")).isEqualTo(2);
        assertThat(err).contains("manifest.json cannot be understood").hasLineCount(1);
        assertThat(tabularium("report", "studies/KN5601", "--out", "run")).isEqualTo(1);
        assertThat(temp.resolve("run/manifest.json")).hasContent(manifest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "check", "tables", "diff", "verify", "completion"})
    void everyCommandExplainsItself(String command) {
        assertThat(tabularium(command, "--help")).isZero();
        assertThat(out).startsWith(switch (command) {
            case "report" -> "Make a study's tables.";
            case "check" -> "Check a study and write nothing.";
            case "tables" -> "List the tables.";
            case "diff" -> "Say cell by cell what changed between two runs.";
            case "verify" -> "Check every file of a run against its manifest.";
            default -> "Print a completion script for a shell.";
        }).contains("Usage: tabularium " + command, "Examples:", "  tabularium " + command).doesNotContain("\u001b")
                .doesNotContain("%n");
        if (!command.equals("completion")) {
            assertThat(out).contains("Exit codes:");
        }
        assertThat(err).isEmpty();
    }

    @Test
    void versionAndHelpGoToStandardOutput() {
        assertThat(tabularium("--version")).isZero();
        assertThat(out).matches("tabularium \\d+\\.\\d+\\.\\d+.*\\R");
        assertThat(tabularium("--help")).isZero();
        assertThat(out).contains("report", "check", "tables", "diff", "verify", "completion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completionKnowsCommandsOptionsAndValues(String shell) {
        assertThat(tabularium("completion", shell)).isZero();
        assertThat(out).startsWith("#!/usr/bin/env bash").contains("report", "verify", "--format", "xlsx", "lancet")
                .endsWith("\n");
    }

    @Test
    void outputThatCannotBeWrittenIsSaid() {
        PrintStream closed = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        }, true, StandardCharsets.UTF_8);
        ByteArrayOutputStream messages = new ByteArrayOutputStream();

        int exit = Main.run(new String[]{"tables"},
                new Console(closed, new PrintStream(messages, true, StandardCharsets.UTF_8), temp, false, false), reports);

        assertThat(exit).isEqualTo(1);
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("could not be written to its end").hasLineCount(1);
    }

    @Test
    void coloursAreForTerminalsOnly() {
        reports.findings.add(UNKNOWN_SUBJECT);
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);

        int exit = Main.run(new String[]{"check", "studies/KN5601"}, new Console(stream, stream, temp, true, true), reports);

        assertThat(exit).isEqualTo(2);
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("\u001b[1;31merror\u001b[0m ADAE row 17");
        assertThat(tabularium("check", "studies/KN5601")).isEqualTo(2);
        assertThat(err).doesNotContain("\u001b");
    }

    @Test
    void progressIsShownOnATerminalAfterASecondAndTakenAway() {
        reports.meanwhile = () -> Thread.sleep(1_300);
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);

        assertThat(Main.run(new String[]{"report", "studies/KN5601"}, new Console(stream, stream, temp, true, false), reports))
                .isZero();

        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("\r\u001b[Kmaking it up …")
                .contains("writing out/KN5601 …\r\u001b[Kout/KN5601");
        assertThat(tabularium("report", "studies/KN5601")).isZero();
        assertThat(err).isEmpty();
    }

    private int tabularium(String... arguments) {
        return tabularium(temp, arguments);
    }

    private int tabularium(Path folder, String... arguments) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8), folder, false,
                false);
        int exit = Main.run(arguments, console, reports);
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(e -> e.getFileName().toString()).sorted().toList();
        }
    }

    /// Something that happens while a report is made.
    @FunctionalInterface
    private interface Event {
        void happen() throws Exception;
    }

    /// Reports that do as they are told.
    private static final class MadeUp implements Reports {

        final Findings findings = new Findings();
        final List<StudySnapshot> snapshots = new ArrayList<>();
        List<DisplayStatus> tables = List.of(BASELINE);
        String csv = "Label,A (N=1)\nn,1\n";
        Event meanwhile = () -> {};
        ReportOptions options = ReportOptions.DEFAULT;
        @Nullable
        RejectedException rejection;
        @Nullable
        RuntimeException failure;

        StudySnapshot snapshot() {
            return snapshots.getLast();
        }

        @Override
        public Report report(StudySnapshot snapshot, ReportOptions asked, Progress progress) throws RejectedException {
            snapshots.add(snapshot);
            options = asked;
            progress.step("making it up");
            if (rejection != null) {
                throw rejection;
            }
            if (failure != null) {
                throw failure;
            }
            try {
                meanwhile.happen();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return new Report(snapshot.folder(), "1111111111111111",
                    Runs.held(Runs.files("1111111111111111", Map.of("baseline", csv))), tables, findings);
        }

        @Override
        public Findings check(StudySnapshot snapshot, ReportOptions asked, Progress progress) {
            return findings;
        }

        @Override
        public List<DisplayStatus> tables(StudySnapshot snapshot, ReportOptions asked, Progress progress) {
            return tables;
        }

        @Override
        public List<DisplayStatus> catalogue() {
            return List.of(BASELINE, DLT);
        }
    }
}
