package org.tabularium.cli;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.RejectedException;
import org.tabularium.report.ReportOptions;
import org.tabularium.run.DisplayStatus;

/// `tabularium tables`: the catalogue, or what a study can have of it.
final class TablesCommand implements Subcommand {

    private final Console console;
    private final Reports reports;

    TablesCommand(Console console, Reports reports) {
        this.console = console;
        this.reports = reports;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of("tables", "List the tables.",
                "Without a study: every built-in table. With one: which tables can be made of it, and why not the others.",
                "  tabularium tables",
                "  tabularium tables studies/KN5601", "", "Exit codes:", "  0  done",
                "  1  wrong usage, or a file that cannot be read", "  2  the study has errors")
                .with(Syntax.Argument.of("STUDY", "The study's folder, or s3://bucket/prefix.").optional())
                .with(Subcommand.templates());
    }

    @Override
    public int call(Arguments arguments) {
        String templates = arguments.option("--templates");
        if (!arguments.hasArgument(0)) {
            if (templates != null) {
                throw new CommandException("--templates needs a study");
            }
            print(reports.catalogue(), false);
            return ExitCode.DONE;
        }
        try {
            print(tables(StudyInput.of(console, reports, arguments.argument(0)), templates), true);
            return ExitCode.DONE;
        } catch (RejectedException e) {
            console.findings(e.findings());
            return ExitCode.REJECTED;
        }
    }

    private List<DisplayStatus> tables(StudyInput input, @Nullable String templates) throws RejectedException {
        try (ProgressDisplay waiting = new ProgressDisplay(console)) {
            ReportOptions options = new ReportOptions(List.of(), List.of(), null,
                    StudyInput.templates(console, reports, templates));
            return reports.tables(input.snapshot(null), options, waiting);
        }
    }

    private void print(List<DisplayStatus> tables, boolean ofStudy) {
        int name = width(tables, DisplayStatus::name);
        int number = width(tables, DisplayStatus::number);
        for (DisplayStatus table : tables) {
            String status = ofStudy ? status(table) : "";
            String reason = table.reason() == null || !ofStudy ? "" : " (" + table.reason() + ")";
            console.out().println(
                    (status + pad(table.name(), name) + "  " + pad(table.number(), number) + "  " + table.title() + reason)
                            .stripTrailing());
        }
    }

    private static String status(DisplayStatus table) {
        return table.produced() ? "yes  " : "no   ";
    }

    private static int width(List<DisplayStatus> tables, Function<DisplayStatus, String> text) {
        return tables.stream().map(text).mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
