package org.tabularium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tabularium.finding.RejectedException;
import org.tabularium.report.ReportRun;

/// `tabularium init`: a first study.yaml made of the data.
final class InitCommand implements Subcommand {

    private static final String FILE = "study.yaml";

    private final Console console;
    private final Reports reports;

    InitCommand(Console console, Reports reports) {
        this.console = console;
        this.reports = reports;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of("init", "Write a commented study.yaml from the data.",
                "Arms with their subjects, flags, parameters and visits, the displays that are made and what each other would need. "
                        + "The report with it is the report without it; an existing study.yaml is left, or with "
                        + "--force written anew with what it sets.",
                "  tabularium init studies/KN5601", "", "Exit codes:", "  0  written",
                "  1  study.yaml is there already, or cannot be written", "  2  the study has errors; what they are follows",
                "  64 wrong usage")
                .with(Syntax.Argument.of("STUDY", "The study's folder."))
                .with(Syntax.Option.flag("--force", "Replace an existing study.yaml; what it sets is kept."));
    }

    @Override
    public int wrongUsage() {
        return ExitCode.USAGE;
    }

    @Override
    public int call(Arguments arguments) {
        String study = arguments.argument(0);
        Path file = console.path(study).resolve(FILE);
        if (Files.exists(file) && !arguments.has("--force")) {
            throw new CommandException(console.shown(file) + " is there already; --force replaces it");
        }
        StudyInput input = StudyInput.of(console, reports, study);
        try (ProgressDisplay waiting = new ProgressDisplay(console)) {
            String text = ReportRun.firstSettings(input.snapshot(null), waiting);
            Files.writeString(file, text);
            console.out().println(console.shown(file));
            return ExitCode.DONE;
        } catch (RejectedException e) {
            console.findings(e.findings());
            return ExitCode.REJECTED;
        } catch (IOException e) {
            throw CommandException.of("cannot write " + console.shown(file), e);
        }
    }
}
