package org.tabularium.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.RejectedException;
import org.tabularium.finding.Severity;
import org.tabularium.report.Progress;
import org.tabularium.report.Report;
import org.tabularium.report.ReportFormats;
import org.tabularium.report.ReportOptions;
import org.tabularium.run.DisplayStatus;
import org.tabularium.run.folder.RunFolder;
import org.tabularium.shell.Edition;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.FileContent;
import org.tabularium.yaml.NearestWord;

/// `tabularium report`: a study's folder becomes its run.
final class ReportCommand implements Subcommand {

    static final List<String> FORMATS = ReportFormats.names();
    private static final List<String> CSV = ReportFormats.csvKinds();
    static final List<String> STYLES = List.of("regulatory", "abstract", "lancet");

    private final Console console;
    private final Reports reports;

    ReportCommand(Console console, Reports reports) {
        this.console = console;
        this.reports = reports;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of("report", "Make a study's tables.",
                "Reads the study, checks it and writes its tables. The run's folder is replaced as a whole when the run is complete; a study with errors leaves it "
                        + "as it was.",
                "  tabularium report studies/KN5601",
                "  tabularium report studies/KN5601 --table ae-soc-pt --table dlt --format pdf",
                "  tabularium report studies/KN5601 --out reports/today --style lancet", "",
                "Standard output gets the run's folder and what became of the tables, standard error one finding a line.", "",
                "Exit codes:", "  0  done",
                "  1  wrong usage, or a file that cannot be read or written", "  2  the study has errors: nothing was written",
                "  3  a table asked for by --table or by tables: in study.yaml could not be made; all else was")
                .with(Subcommand.study())
                .with(Syntax.Option.of("--out", "DIR", "The run's folder; default: out/<name of the study's folder>."))
                .with(Syntax.Option.of("--format", "FORMAT",
                        "File formats, separated by commas: " + String.join(", ", FORMATS) + ". Default: all.")
                        .repeatable().among(FORMATS))
                .with(Syntax.Option.of("--csv", "KIND",
                        "CSV files for whom: plain, or excel for a double click on Windows. Default: plain.")
                        .among(CSV))
                .with(Syntax.Option.of("--table", "ID", "Make this table only; may be repeated. 'tabularium tables' lists them.")
                        .repeatable())
                .with(Syntax.Option.of("--style", "STYLE", "House style: regulatory, abstract or lancet. Default: the study's.")
                        .among(STYLES))
                .with(Syntax.Option.of("--edition", "EDITION",
                        "For whom: full, blinded (one column, nothing of treatments) or public (nothing of single subjects). Default: full.")
                        .among(Edition.words()))
                .with(Syntax.Option.of("--ars", "EVENT.json",
                        "A reporting event of CDISC ARS v1: its analyses are made too, and stand with their results in ars-event.json."))
                .with(Subcommand.templates())
                .with(Syntax.Option.of("--word-template", "FILE",
                        "A Word template (.dotx) for the styles of Word documents; default: templates/report.dotx of the study."));
    }

    @Override
    public int call(Arguments arguments) {
        return new Call(arguments).report();
    }

    /// One call with its arguments.
    private final class Call {

        private final String study;
        private final @Nullable String out;
        private final List<String> formats;
        private final List<String> tables;
        private final @Nullable String style;
        private final String csv;
        private final Edition edition;
        private final @Nullable String event;
        private final @Nullable String templates;
        private final @Nullable String wordTemplate;

        Call(Arguments arguments) {
            study = arguments.argument(0);
            out = arguments.option("--out");
            formats = known("--format", arguments.every("--format"), FORMATS);
            tables = arguments.every("--table");
            String asked = arguments.option("--style");
            style = asked == null ? null : known("--style", List.of(asked), STYLES).getFirst();
            csv = known("--csv", List.of(arguments.option("--csv", CSV.getFirst())), CSV).getFirst();
            edition = Edition.of(known("--edition", List.of(arguments.option("--edition", "full")), Edition.words())
                    .getFirst()).orElse(Edition.FULL);
            event = arguments.option("--ars");
            templates = arguments.option("--templates");
            wordTemplate = arguments.option("--word-template");
        }

        int report() {
            StudyInput input = StudyInput.of(console, reports, study);
            Path run = out == null
                    ? console.folder().resolve("out").resolve(input.name())
                    : console.path(out);
            requireReplaceable(run);
            try {
                return say(run, report(input, run));
            } catch (RejectedException e) {
                console.findings(e.findings());
                console.error("%s: rejected (%s); nothing was written".formatted(study, Console.count(errors(e), "error")));
                return ExitCode.REJECTED;
            }
        }

        private Report report(StudyInput input, Path run)
                throws RejectedException {
            try (ProgressDisplay waiting = new ProgressDisplay(console)) {
                waiting.step("reading " + input.shown());
                StudySnapshot snapshot = input.snapshot(run);
                ReportOptions options = new ReportOptions(formats, List.of(), style,
                        StudyInput.templates(console, reports, templates));
                Report report = reports.report(snapshot,
                        new ReportOptions(formats, knownTables(snapshot, options), style, options.templates()).withCsv(csv)
                                .withWordTemplate(file("Word template", wordTemplate))
                                .withEdition(edition).withEvent(file("reporting event", event)),
                        waiting);
                requireUnchanged(snapshot);
                waiting.step("writing " + console.shown(run));
                write(run, report);
                return report;
            }
        }

        private StudySnapshot.@Nullable File file(String what, @Nullable String name) {
            if (name == null) {
                return null;
            }
            Path file = console.path(name);
            try {
                return StudySnapshot.File.of(String.valueOf(file.getFileName()), FileContent.of(file));
            } catch (IOException e) {
                throw CommandException.of("cannot read the " + what + " " + name, e);
            }
        }

        /// The tables asked for. Beside the built-in ones a study may have its own: it is only asked where a name is not built
        /// in.
        private List<String> knownTables(StudySnapshot snapshot, ReportOptions options) throws RejectedException {
            List<String> wanted = tables.stream().map(String::strip).distinct().toList();
            if (wanted.isEmpty()) {
                return wanted;
            }
            if (!Set.copyOf(reports.builtIn()).containsAll(wanted)) {
                List<String> unknown = reports.unknownTables(snapshot,
                        new ReportOptions(formats, wanted, style, options.templates()));
                if (!unknown.isEmpty()) {
                    Set<String> names = names(reports.catalogue());
                    names.addAll(names(reports.tables(snapshot, options, Progress.NONE)));
                    String table = unknown.getFirst();
                    throw new CommandException(
                            "--table: there is no table \"%s\"%s; 'tabularium tables %s' lists them".formatted(table,
                                    NearestWord.of(table, names).map(n -> " (did you mean " + n + "?)").orElse(""), study));
                }
            }
            return wanted;
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
                                .formatted(changed.stream().map(StudySnapshot.File::name).collect(Collectors.joining(", ")),
                                        study));
            }
        }

        private void write(Path run, Report report) {
            try {
                RunFolder.write(run, report.contents());
            } catch (IOException e) {
                throw CommandException.of("cannot write the run to " + console.shown(run), e);
            }
        }

        private int say(Path run, Report report) {
            console.findings(report.findings());
            List<DisplayStatus> made = report.displays().stream().filter(DisplayStatus::produced).toList();
            List<DisplayStatus> missing = report.displays().stream().filter(t -> !t.produced()).toList();
            console.out().println(console.shown(run));
            console.out().println("run %s: %s made%s".formatted(report.run(), Console.count(made.size(), noun(made)),
                    made.isEmpty() ? "" : made.stream().map(DisplayStatus::name).collect(Collectors.joining(", ", ": ", ""))));
            missing.forEach(t -> console.out().println("not made: %s: %s".formatted(t.name(), t.reason())));
            missing.stream().filter(DisplayStatus::requested)
                    .forEach(t -> console
                            .error("the %s %s was asked for and could not be made: %s".formatted(t.word(), t.name(),
                                    t.reason())));
            return report.lacksRequestedTable() ? ExitCode.TABLE_MISSING : ExitCode.DONE;
        }
    }

    /// What they are together.
    private static String noun(List<DisplayStatus> made) {
        List<String> words = made.stream().map(DisplayStatus::word).distinct().toList();
        return words.size() == 1 ? words.getFirst() : "display";
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

    private static long errors(RejectedException e) {
        return e.findings().stream().filter(f -> f.severity() == Severity.ERROR).count();
    }

    private static Set<String> names(List<DisplayStatus> tables) {
        return tables.stream().map(DisplayStatus::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
