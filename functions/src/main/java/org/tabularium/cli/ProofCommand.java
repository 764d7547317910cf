package org.tabularium.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tabularium.manuscript.CheckedNumber;
import org.tabularium.manuscript.Manuscript;
import org.tabularium.manuscript.ProofComments;
import org.tabularium.manuscript.ProofJson;
import org.tabularium.manuscript.Proofreading;
import org.tabularium.manuscript.Verdict;
import org.tabularium.manuscript.word.UnreadableDocumentException;
import org.tabularium.manuscript.word.WordComments;
import org.tabularium.manuscript.word.WordText;
import org.tabularium.run.BrokenRunException;

/// `tabularium proof`: every number of a manuscript against a run.
final class ProofCommand implements Subcommand {

    private static final long LARGEST = 50_000_000;
    private static final String WORD = ".docx";

    private final Console console;
    private final Reports reports;

    ProofCommand(Console console, Reports reports) {
        this.console = console;
        this.reports = reports;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of("proof", "Check every number of a manuscript against a run.",
                "Each number is confirmed (with the cell that says it), contradicted (a result of the same words has another value) or unknown.",
                "  tabularium proof paper.docx out/KN5601          also writes paper.proof.docx, with a comment at each number not confirmed",
                "  tabularium proof paper.md out/KN5601 --json", "",
                "Exit codes:", "  0  nothing is contradicted", "  1  a number is contradicted",
                "  2  the manuscript or the run cannot be read", "  64  wrong usage")
                .with(Syntax.Argument.of("MANUSCRIPT", "The text: .docx, .md or .txt."))
                .with(Syntax.Argument.of("RUN", "The run's folder, or s3://bucket/prefix."))
                .with(Syntax.Option.flag("--json", "Print an array with one record a number instead of a table."))
                .with(Syntax.Option.of("--docx", "FILE",
                        "Where the copy of a Word document with comments goes; default: NAME.proof.docx beside it."));
    }

    @Override
    public int wrongUsage() {
        return ExitCode.USAGE;
    }

    @Override
    public int call(Arguments arguments) {
        String name = arguments.argument(0);
        String run = arguments.argument(1);
        boolean word = name.toLowerCase(Locale.ROOT).endsWith(WORD);
        if (arguments.has("--docx") && !word) {
            throw new CommandException("--docx: only a Word document has a copy with comments", ExitCode.USAGE);
        }
        byte[] bytes = bytes(name);
        WordText document = word ? document(name, bytes) : null;
        Manuscript manuscript = document == null ? Manuscript.ofText(text(bytes, name)) : Manuscript.ofWord(document);
        try (RunInput input = RunInput.open(console, reports, run)) {
            List<CheckedNumber> numbers = Proofreading.against(input.run()).check(manuscript);
            if (arguments.has("--json")) {
                console.out().print(new String(ProofJson.bytes(numbers), StandardCharsets.UTF_8));
            } else {
                print(name, input.run().manifest().run(), numbers);
            }
            if (document != null) {
                String copy = arguments.option("--docx",
                        name.substring(0, name.length() - WORD.length()) + ".proof" + WORD);
                comment(document, name, copy, numbers, String.valueOf(input.run().manifest().created()));
            }
            return count(numbers, Verdict.CONTRADICTED) > 0 ? ExitCode.FAILED : ExitCode.DONE;
        } catch (BrokenRunException e) {
            throw CommandException.unreadable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw CommandException.unreadable("cannot read the run " + run, e);
        }
    }

    /// Writes the copy with a comment at each number that is not confirmed.
    private void comment(WordText document, String name, String copy, List<CheckedNumber> numbers, String created) {
        Path target = console.path(copy);
        if (target.equals(console.path(name))) {
            throw new CommandException("--docx: the manuscript itself is never written over; name another file", ExitCode.USAGE);
        }
        try {
            Files.write(target, WordComments.add(document, ProofComments.of(numbers), created.equals("null") ? "" : created));
            console.err().println(console.shown(target) + ": a comment at each number that is not confirmed");
        } catch (UnreadableDocumentException e) {
            throw CommandException.unreadable(name + ": " + e.getMessage());
        } catch (IOException e) {
            throw CommandException.of("cannot write " + copy, e);
        }
    }

    private static WordText document(String name, byte[] bytes) {
        try {
            return WordText.of(bytes);
        } catch (UnreadableDocumentException e) {
            throw CommandException.unreadable(name + ": " + e.getMessage());
        }
    }

    private byte[] bytes(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".md") && !lower.endsWith(".txt") && !lower.endsWith(WORD)) {
            throw CommandException.unreadable("%s is no manuscript that can be read: .docx, .md and .txt are".formatted(name));
        }
        try {
            return bytes(console.path(name), name);
        } catch (IOException e) {
            throw CommandException.unreadable("cannot read " + name, e);
        }
    }

    private static byte[] bytes(Path file, String name) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw CommandException.unreadable(name + " has more than " + LARGEST + " bytes");
        }
        return Files.readAllBytes(file);
    }

    private static String text(byte[] bytes, String name) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw CommandException.unreadable(name + " is not in UTF-8");
        }
    }

    private void print(String name, String run, List<CheckedNumber> numbers) {
        int width = numbers.stream().mapToInt(n -> n.text().length()).max().orElse(0);
        int place = numbers.stream().mapToInt(n -> n.place().toString().length()).max().orElse(0);
        String line = "%-" + Math.max(place, 1) + "s  %-" + Math.max(width, 1) + "s  %-12s  %s";
        for (CheckedNumber number : numbers) {
            console.out()
                    .println(line.formatted(number.place(), number.text(), number.verdict().word(), why(number)).stripTrailing()
                            .replaceAll("\\p{Cntrl}", " "));
        }
        console.out().println(String.format(Locale.ROOT,
                "%s against run %s: %s, %d confirmed, %d contradicted, %d unknown", name, run,
                Console.count(numbers.size(), "number"), count(numbers, Verdict.CONFIRMED), count(numbers, Verdict.CONTRADICTED),
                count(numbers, Verdict.UNKNOWN)));
    }

    private static String why(CheckedNumber number) {
        String around = "…" + number.around() + "…";
        if (number.verdict() == Verdict.UNKNOWN) {
            return around;
        }
        String key = number.keys().isEmpty() ? "" : " (" + number.keys().getFirst() + ")";
        String says = number.verdict() == Verdict.CONTRADICTED ? "the run says " + number.says() : number.says();
        return says + key + (number.verdict() == Verdict.CONTRADICTED ? " " + around : "");
    }

    private static long count(List<CheckedNumber> numbers, Verdict verdict) {
        return numbers.stream().filter(n -> n.verdict() == verdict).count();
    }
}
