package org.tabularium.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.finding.Severity;
import org.tabularium.report.ReportOptions;

/// `tabularium check`: findings only.
final class CheckCommand implements Subcommand {

    private final Console console;
    private final Reports reports;

    CheckCommand(Console console, Reports reports) {
        this.console = console;
        this.reports = reports;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of("check", "Check a study and write nothing.",
                "Standard error gets one finding a line, such as%n  error ADAE row 17 USUBJID: \"A-99\" is not in ADSL [SUBJECT_UNKNOWN]",
                "  tabularium check studies/KN5601", "  tabularium check studies/KN5601 2> findings.txt", "", "Exit codes:",
                "  0  no errors; warnings and notes may be there", "  1  wrong usage, or a file that cannot be read",
                "  2  errors: no report can be made")
                .with(Subcommand.study()).with(Subcommand.templates());
    }

    @Override
    public int call(Arguments arguments) {
        String study = arguments.argument(0);
        StudyInput input = StudyInput.of(console, reports, study);
        Findings findings = findings(input, arguments.option("--templates"));
        console.findings(findings);
        console.out().println("%s: %s, %s, %s".formatted(study, Console.count(findings.count(Severity.ERROR), "error"),
                Console.count(findings.count(Severity.WARNING), "warning"),
                Console.count(findings.count(Severity.NOTE), "note")));
        return findings.hasErrors() ? ExitCode.REJECTED : ExitCode.DONE;
    }

    private Findings findings(StudyInput input, @Nullable String templates) {
        try (ProgressDisplay waiting = new ProgressDisplay(console)) {
            ReportOptions options = new ReportOptions(List.of(), List.of(), null,
                    StudyInput.templates(console, reports, templates));
            return reports.check(input.snapshot(null), options, waiting);
        } catch (RejectedException e) {
            Findings findings = new Findings();
            findings.addAll(e.findings());
            return findings;
        }
    }
}
