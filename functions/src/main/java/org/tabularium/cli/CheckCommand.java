package org.tabularium.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tabularium.ReportOptions;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.finding.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tabularium check`: findings only.
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, header = "Check a study and write nothing.%n", description = "%nStandard error gets one finding a line, such as%n  error ADAE row 17 USUBJID: \"A-99\" is not in ADSL [SUBJECT_UNKNOWN]", parameterListHeading = "%nArguments:%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n", footer = {
    "  tabularium check studies/KN5601", "  tabularium check studies/KN5601 2> findings.txt", "", "Exit codes:",
    "  0  no errors; warnings and notes may be there",
    "  1  wrong usage, or a file that cannot be read", "  2  errors: no report can be made"})
final class CheckCommand implements Callable<Integer> {

    private final Console console;
    private final Reports reports;

    @Parameters(paramLabel = "STUDY", description = "The study's folder.")
    private String study = "";

    @Option(names = "--templates", paramLabel = "DIR", description = "A folder of further shells (*.yaml), checked too.")
    private @Nullable String templates;

    CheckCommand(Console console, Reports reports) {
        this.console = console;
        this.reports = reports;
    }

    @Override
    public Integer call() {
        Path folder = StudyInput.folder(console, study);
        Findings findings = findings(folder);
        console.findings(findings);
        console.out().println("%s: %s, %s, %s".formatted(study, Console.count(findings.count(Severity.ERROR), "error"),
                Console.count(findings.count(Severity.WARNING), "warning"),
                Console.count(findings.count(Severity.NOTE), "note")));
        return findings.hasErrors() ? ExitCode.REJECTED : ExitCode.DONE;
    }

    private Findings findings(Path folder) {
        try (Waiting waiting = new Waiting(console)) {
            ReportOptions options = new ReportOptions(List.of(), List.of(), null, StudyInput.templates(console, templates));
            return reports.check(StudyInput.snapshot(console, folder, null), options, waiting);
        } catch (RejectedException e) {
            Findings findings = new Findings();
            findings.addAll(e.findings());
            return findings;
        }
    }
}
