package org.tabularium.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.LinkedHashSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.Progress;
import org.tabularium.Report;
import org.tabularium.ReportOptions;
import org.tabularium.finding.RejectedException;
import org.tabularium.finding.Severity;
import org.tabularium.publish.RunFolder;
import org.tabularium.publish.TableStatus;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.yaml.NearestWord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tabularium report`: a study's folder becomes its run.
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, header = "Make a study's tables.%n", description = "%nReads the study, checks it and writes its tables. The run's folder is replaced as a whole when the run is complete; a study with "
        + "errors leaves it as it was.", parameterListHeading = "%nArguments:%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n", footer = {
            "  tabularium report studies/KN5601", "  tabularium report studies/KN5601 --table ae-soc-pt --table dlt --format pdf",
            "  tabularium report studies/KN5601 --out reports/today --style lancet", "",
            "Standard output gets the run's folder and what became of the tables, standard error one finding a line.", "",
            "Exit codes:", "  0  done",
            "  1  wrong usage, or a file that cannot be read or written", "  2  the study has errors: nothing was written",
            "  3  a table asked for by --table or by tables: in study.yaml could not be made; all else was"})
final class ReportCommand implements Callable<Integer> {

    static final List<String> FORMATS = List.of("xlsx", "pdf", "csv");
    static final List<String> STYLES = List.of("regulatory", "abstract", "lancet");

    private final Console console;
    private final Reports reports;

    @Parameters(paramLabel = "STUDY", description = "The study's folder.")
    private String study = "";

    @Option(names = "--out", paramLabel = "DIR", description = "The run's folder; default: out/<name of the study's folder>.")
    private @Nullable String out;

    @Option(names = "--format", paramLabel = "FORMAT", split = ",", completionCandidates = Formats.class, description = "File formats, separated by commas: xlsx, pdf, csv. Default: all.")
    private List<String> formats = List.of();

    @Option(names = "--table", paramLabel = "ID", split = ",", description = "Make this table only; may be repeated. 'tabularium tables' lists them.")
    private List<String> tables = List.of();

    @Option(names = "--style", paramLabel = "STYLE", completionCandidates = Styles.class, description = "House style: regulatory, abstract or lancet. Default: the study's.")
    private @Nullable String style;

    @Option(names = "--templates", paramLabel = "DIR", description = "A folder of further shells (*.yaml); a shell with the id of a built-in one replaces it.")
    private @Nullable String templates;

    ReportCommand(Console console, Reports reports) {
        this.console = console;
        this.reports = reports;
    }

    @Override
    public Integer call() {
        List<String> wantedFormats = known("--format", formats, FORMATS);
        String wantedStyle = style == null ? null : known("--style", List.of(style), STYLES).getFirst();
        Path folder = StudyInput.folder(console, study);
        Path run = out == null
                ? console.folder().resolve("out").resolve(String.valueOf(folder.toAbsolutePath().normalize().getFileName()))
                : console.path(out);
        requireReplaceable(run);
        try {
            return say(run, report(folder, run, wantedFormats, wantedStyle));
        } catch (RejectedException e) {
            console.findings(e.findings());
            console.error("%s: rejected (%s); nothing was written".formatted(study, Console.count(errors(e), "error")));
            return ExitCode.REJECTED;
        }
    }

    private Report report(Path folder, Path run, List<String> wantedFormats, @Nullable String wantedStyle)
            throws RejectedException {
        try (Waiting waiting = new Waiting(console)) {
            waiting.step("reading " + console.shown(folder));
            StudySnapshot snapshot = StudyInput.snapshot(console, folder, run);
            ReportOptions options = new ReportOptions(wantedFormats, List.of(), wantedStyle,
                    StudyInput.templates(console, templates));
            Report report = reports.report(snapshot,
                    new ReportOptions(wantedFormats, knownTables(snapshot, options), wantedStyle, options.templates()), waiting);
            requireUnchanged(snapshot);
            waiting.step("writing " + console.shown(run));
            write(run, report);
            return report;
        }
    }

    private static long errors(RejectedException e) {
        return e.findings().stream().filter(f -> f.severity() == Severity.ERROR).count();
    }

    /// The values in lower case, each once.
    private static List<String> known(String option, List<String> values, List<String> known) {
        Set<String> wanted = new LinkedHashSet<>();
        for (String value : values) {
            String lower = value.strip().toLowerCase(Locale.ROOT);
            if (!known.contains(lower)) {
                throw new CommandException(
                        "%s: \"%s\" is unknown; known are %s".formatted(option, value.strip(), String.join(", ", known)));
            }
            wanted.add(lower);
        }
        return List.copyOf(wanted);
    }

    /// The tables asked for. Beside the built-in ones a study may have its own: it is only asked where a name is not built in.
    private List<String> knownTables(StudySnapshot snapshot, ReportOptions options) throws RejectedException {
        List<String> wanted = tables.stream().map(String::strip).distinct().toList();
        Set<String> names = names(reports.catalogue());
        if (!names.containsAll(wanted)) {
            names.addAll(names(reports.tables(snapshot, options, Progress.NONE)));
        }
        for (String table : wanted) {
            if (!names.contains(table)) {
                throw new CommandException(
                        "--table: there is no table \"%s\"%s; 'tabularium tables %s' lists them".formatted(table,
                                NearestWord.of(table, names).map(n -> " (did you mean " + n + "?)").orElse(""), study));
            }
        }
        return wanted;
    }

    private static Set<String> names(List<TableStatus> tables) {
        return tables.stream().map(TableStatus::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void requireReplaceable(Path run) {
        try {
            RunFolder.requireReplaceable(run);
        } catch (IOException e) {
            throw CommandException.of("cannot write the run to " + console.shown(run), e);
        }
    }

    private void requireUnchanged(StudySnapshot snapshot) {
        List<StudySnapshot.File> changed = snapshot.changed();
        if (!changed.isEmpty()) {
            throw new CommandException(
                    "%s in %s changed while the report was made; nothing was written; run it again when the study is at rest"
                            .formatted(changed.stream().map(StudySnapshot.File::name).collect(Collectors.joining(", ")), study));
        }
    }

    private void write(Path run, Report report) {
        try {
            RunFolder.write(run, report.files());
        } catch (IOException e) {
            throw CommandException.of("cannot write the run to " + console.shown(run), e);
        }
    }

    private int say(Path run, Report report) {
        console.findings(report.findings());
        List<TableStatus> made = report.tables().stream().filter(TableStatus::produced).toList();
        List<TableStatus> missing = report.tables().stream().filter(t -> !t.produced()).toList();
        console.out().println(console.shown(run));
        console.out().println("run %s: %s made%s".formatted(report.run(), Console.count(made.size(), "table"),
                made.isEmpty() ? "" : made.stream().map(TableStatus::name).collect(Collectors.joining(", ", ": ", ""))));
        missing.forEach(t -> console.out().println("not made: %s: %s".formatted(t.name(), t.reason())));
        missing.stream().filter(TableStatus::requested)
                .forEach(t -> console
                        .error("the table %s was asked for and could not be made: %s".formatted(t.name(), t.reason())));
        return report.lacksRequestedTable() ? ExitCode.TABLE_MISSING : ExitCode.DONE;
    }

    /// For shell completion.
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return FORMATS.iterator();
        }
    }

    /// For shell completion.
    static final class Styles implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return STYLES.iterator();
        }
    }
}
