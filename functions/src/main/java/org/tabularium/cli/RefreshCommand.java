package org.tabularium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tabularium.manuscript.word.Refresh;
import org.tabularium.manuscript.word.UnreadableDocumentException;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.folder.Run;

/// `tabularium refresh`: a writer's document gets the numbers of another run.
final class RefreshCommand implements Subcommand {

    private static final String EXTENSION = ".docx";

    private final Console console;
    private final Reports reports;

    RefreshCommand(Console console, Reports reports) {
        this.console = console;
        this.reports = reports;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of("refresh", "Put the numbers of a run into a Word document.",
                "Numbers that were copied out of report.docx or tables/<id>.docx stand in content controls that know what they are. Each is renewed where it stands, "
                        + "in text, tables, heads, feet and footnotes, as a tracked change by Tabularium; all else stays as it is. The document itself is not changed.",
                "  tabularium refresh csr.docx --run out/august",
                "    Total (N=7), CRS, Grade 1: \"3 (50%%)\" -> \"4 (57%%)\"", "",
                "Exit codes:", "  0  every number is that of the run", "  1  a file that cannot be read or written",
                "  2  the document or the run cannot be understood, or the document holds no such number",
                "  3  the run lacks some of the numbers, which are left as they were and listed", " 64  wrong usage")
                .with(Syntax.Argument.of("DOCUMENT", "The Word document (.docx)."))
                .with(Syntax.Option.of("--run", "RUN", "The run: its folder, or s3://bucket/prefix.").mandatory())
                .with(Syntax.Option.of("--out", "FILE", "The renewed document; default: NAME.refreshed.docx beside it."));
    }

    @Override
    public int wrongUsage() {
        return ExitCode.USAGE;
    }

    @Override
    public int call(Arguments arguments) {
        String document = arguments.argument(0);
        String run = arguments.option("--run", "");
        String out = arguments.option("--out", defaultOut(document));
        Path target = console.path(out);
        if (target.equals(console.path(document))) {
            throw CommandException.usage("--out: the document itself is never written over; name another file");
        }
        Refresh.Outcome outcome = refreshed(document, run);
        if (outcome.controls() == 0) {
            throw CommandException
                    .unreadable(document + " holds no number in a content control of Tabularium's; nothing was written."
                            + " Copy numbers out of report.docx or tables/<id>.docx, with their controls");
        }
        try {
            WrittenFile.write(target, outcome.document());
        } catch (IOException e) {
            throw CommandException.of("cannot write " + out, e);
        }
        outcome.renewed().forEach(number -> console.out()
                .println("%s: \"%s\" -> \"%s\"".formatted(number.place(), number.from(), number.to())));
        outcome.left().forEach(number -> console.error("%s: \"%s\" %s left: %s (%s, %s)".formatted(number.place(), number.text(),
                number.cells() == 1 ? "is" : "and " + (number.cells() - 1) + " more of its listing are", number.reason(),
                number.tag(),
                number.title())));
        console.out().println(String.format(Locale.ROOT, "%s: %s renewed, %d as they were, %d left", console.shown(target),
                Console.count(outcome.renewed().size(), "number"),
                outcome.controls() - outcome.renewed().size() - outcome.cellsLeft(), outcome.cellsLeft()));
        return outcome.left().isEmpty() ? ExitCode.DONE : ExitCode.TABLE_MISSING;
    }

    private static String defaultOut(String document) {
        String name = document.endsWith(EXTENSION) ? document.substring(0, document.length() - EXTENSION.length()) : document;
        return name + ".refreshed" + EXTENSION;
    }

    private Refresh.Outcome refreshed(String document, String argument) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(console.path(document));
        } catch (IOException e) {
            throw CommandException.unreadable("cannot read " + document, e);
        }
        try (RunInput input = RunInput.open(console, reports, argument)) {
            Run run = input.run();
            return Refresh.of(bytes, run);
        } catch (BrokenRunException e) {
            throw CommandException.unreadable(e.getMessage());
        } catch (UnreadableDocumentException e) {
            throw CommandException.unreadable(document + ": " + e.getMessage());
        } catch (IOException e) {
            throw CommandException.unreadable("cannot read the run " + argument, e);
        }
    }
}
