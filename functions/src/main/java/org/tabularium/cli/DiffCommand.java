package org.tabularium.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.word.ChangedReport;
import org.tabularium.manuscript.word.UnreadableDocumentException;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.folder.RunDiff.Change;
import org.tabularium.run.folder.Run;
import org.tabularium.run.folder.RunDiff;
import org.tabularium.run.folder.RunVerification.Mismatch;
import org.tabularium.run.folder.RunVerification;

/// `tabularium diff`: what changed from one run to another.
final class DiffCommand implements Subcommand {

    private final Console console;
    private final Reports reports;

    DiffCommand(Console console, Reports reports) {
        this.console = console;
        this.reports = reports;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of("diff", "Say cell by cell what changed between two runs.",
                "Checks both runs against their manifests first. Compares the displayed cells of the tables' CSV files; where a run has none, the texts and values of "
                        + "results.json. Titles and numbers are compared, footnotes and page layout are not.",
                "  tabularium diff out/before out/after",
                "    ae-soc-pt | Cardiac disorders > Palpitations | Placebo (N=86): 3 (3.5%%) -> 4 (4.7%%)", "",
                "Exit codes:", "  0  no difference", "  1  differences; or wrong usage",
                "  2  a run that cannot be read, or is not as it was written")
                .with(Syntax.Argument.of("RUN", "The run before: its folder, or s3://bucket/prefix."))
                .with(Syntax.Argument.of("RUN", "The run after."))
                .with(Syntax.Option.of("--docx", "FILE",
                        "Write the later report as a Word document (.docx) too, in which each changed cell, row and footnote is a tracked change; its first page "
                                + "counts them."));
    }

    @Override
    public int call(Arguments arguments) {
        String before = arguments.argument(0);
        String after = arguments.argument(1);
        String word = arguments.option("--docx", "");
        List<Change> changes;
        try (RunInput old = RunInput.open(console, reports, before); RunInput now = RunInput.open(console, reports, after)) {
            requireSound(before, old.run());
            requireSound(after, now.run());
            changes = RunDiff.between(old.run(), now.run());
            if (!word.isEmpty()) {
                write(word, ChangedReport.of(old.run(), now.run()));
            }
        } catch (BrokenRunException | UnreadableDocumentException e) {
            throw CommandException.unreadable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw CommandException.unreadable("cannot compare %s with %s".formatted(before, after), e);
        }
        changes.forEach(c -> console.out().println(line(c)));
        console.out().println(changes.isEmpty()
                ? "no differences in titles, numbers and cells; footnotes and page layout are not compared"
                : Console.count(changes.size(), "difference"));
        return changes.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void write(String file, byte[] document) {
        try {
            WrittenFile.write(console.path(file), document);
        } catch (IOException e) {
            throw CommandException.of("cannot write " + file, e);
        }
    }

    /// A file that somebody added is compared with nothing and stands in nobody's way.
    private static void requireSound(String shown, Run run) throws IOException {
        List<Mismatch> broken = RunVerification.of(run).stream().filter(m -> m.kind() != RunVerification.Kind.EXTRA).toList();
        if (!broken.isEmpty()) {
            throw CommandException
                    .unreadable("%s is not as it was written: %s%s; 'tabularium verify %s' says how".formatted(shown,
                            broken.getFirst().path(),
                            broken.size() == 1 ? "" : " and " + Console.count(broken.size() - 1L, "more file"), shown));
        }
    }

    private static String line(Change change) {
        String line = switch (change) {
            case Change.OfTable(String table, String what) -> table + " " + what;
            case Change.OfCell(String table, String row, String column, String from, String to) ->
                "%s | %s | %s: %s -> %s".formatted(table, row, column, text(from),
                        text(to));
        };
        return line.replaceAll("\\p{Cntrl}", " ");
    }

    private static String text(@Nullable String cell) {
        if (cell == null) {
            return "(none)";
        }
        return cell.isEmpty() ? "(empty)" : cell;
    }
}
