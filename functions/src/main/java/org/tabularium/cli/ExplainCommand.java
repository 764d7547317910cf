package org.tabularium.cli;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.Manifest;
import org.tabularium.run.folder.ExplainedResult;
import org.tabularium.run.folder.ExplanationText;
import org.tabularium.run.folder.Explanations;
import org.tabularium.run.folder.Run;
import org.tabularium.run.folder.VariableOrigins;

/// `tabularium explain`: who is behind a number, and how it was computed.
final class ExplainCommand implements Subcommand {

    private final Console console;
    private final Reports reports;

    ExplainCommand(Console console, Reports reports) {
        this.console = console;
        this.reports = reports;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of("explain", "Say who is behind a number and how it was computed.",
                "Without ROW: the table's rows. With one: its population, filter, numerator and denominator with their subjects, "
                        + "method and formula, all from the run alone.",
                "  tabularium explain out/KN5601 ae-overview \"Serious adverse event\" Total",
                "  tabularium explain out/KN5601 baseline \"Sex > Female\" --rows", "",
                "Exit codes:", "  0  explained", "  1  there is no such table, row or column, or several; what there is follows",
                "  2  a run that cannot be read", "  64 wrong usage")
                .with(Syntax.Option.flag("--rows", "Name the rows of the dataset as well."))
                .with(Syntax.Option.flag("--json", "Write it as JSON."))
                .with(Syntax.Argument.of("RUN", "The run's folder, or s3://bucket/prefix."))
                .with(Syntax.Argument.of("TABLE", "The display's id, or its printed number."))
                .with(Syntax.Argument
                        .of("ROW", "Displayed label, labels joined by \" > \", a listing's subject, or a result's key.")
                        .optional())
                .with(Syntax.Argument.of("COLUMN", "The arm, or Total.").optional());
    }

    @Override
    public int wrongUsage() {
        return ExitCode.USAGE;
    }

    @Override
    public int call(Arguments arguments) {
        String place = arguments.argument(0);
        try (RunInput input = RunInput.open(console, reports, place)) {
            return explain(input.run(), arguments);
        } catch (BrokenRunException e) {
            throw CommandException.unreadable(e.getMessage());
        } catch (IOException e) {
            throw CommandException.unreadable("cannot read the run " + place, e);
        }
    }

    private int explain(Run run, Arguments arguments) throws IOException, BrokenRunException {
        String id = arguments.argument(1);
        String row = arguments.argument(2);
        String column = arguments.argument(3);
        Manifest.Entry display = run.manifest().display(id);
        if (display == null || !display.produced()) {
            return choose(
                    display == null
                            ? "the run has no display " + id + ", or several; name one of"
                            : display.id() + " was not made: " + display.reason(),
                    run.manifest().displays().stream().filter(Manifest.Entry::produced).map(ExplanationText::heading).toList());
        }
        Explanations all = Explanations.of(run, display.id());
        if (row.isEmpty() && arguments.has("--json")) {
            print(display, all, all.results(), VariableOrigins.of(run), arguments);
            return ExitCode.DONE;
        }
        if (row.isEmpty() || all.results().isEmpty()) {
            ExplanationText.overview(display, all).forEach(this::say);
            return ExitCode.DONE;
        }
        Explanations.Choice meant = all.ofRow(row);
        if (!meant.choices().isEmpty()) {
            return choose("no row, or several, of " + display.id() + " are called \"" + row + "\"; name one of", meant.choices());
        }
        Explanations.Choice cells = column.isEmpty() ? meant : Explanations.ofColumn(meant.results(), column);
        if (!cells.choices().isEmpty()) {
            return choose("the row has no column \"" + column + "\"; name one of", cells.choices());
        }
        print(display, all, cells.results(), VariableOrigins.of(run), arguments);
        return ExitCode.DONE;
    }

    private void print(Manifest.Entry display, Explanations all, List<ExplainedResult> results, VariableOrigins origins,
            Arguments arguments) {
        boolean rows = arguments.has("--rows");
        if (arguments.has("--json")) {
            console.out().print(ExplanationText.json(display, results, rows, origins));
        } else {
            ExplanationText.of(display, all.subjects(), results, rows, origins).forEach(this::say);
        }
    }

    private int choose(String message, List<String> choices) {
        console.error(message.replaceAll("\\p{Cntrl}", " "));
        console.err().print(choices.stream().map(choice -> "  " + choice.replaceAll("\\p{Cntrl}", " ") + "\n")
                .collect(Collectors.joining()));
        return ExitCode.FAILED;
    }

    private void say(@Nullable String line) {
        console.out().println(String.valueOf(line).replaceAll("\\p{Cntrl}", " "));
    }
}
