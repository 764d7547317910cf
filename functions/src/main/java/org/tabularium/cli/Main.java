package org.tabularium.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tabularium.dataset.InputLimits;
import org.tabularium.run.Software;

/// `tabularium`: the command line.
public final class Main {

    private Main() {}

    /// Runs and ends the process.
    public static void main(String[] args) {
        // UTF-8 whatever the locale: names of files and labels are more than ASCII.
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        HeapRoom.watch();
        boolean terminal = Terminal.isTerminal(2);
        Console console = new Console(out, err, Path.of("").toAbsolutePath(), terminal, terminal && Terminal.wantsColours());
        int exit = run(args, console, Reports.REAL);
        // Where all went well and nothing else runs, the process ends by itself: System.exit would first open every library to
        // ask whether it keeps a log of that.
        if (exit != ExitCode.DONE || othersRun()) {
            System.exit(exit);
        }
    }

    /// Whether a thread would keep the process from ending.
    private static boolean othersRun() {
        Thread[] all = new Thread[2 * Thread.activeCount() + 1];
        int count = Thread.enumerate(all);
        return Arrays.stream(all, 0, count).anyMatch(thread -> !thread.equals(Thread.currentThread()) && !thread.isDaemon());
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }

    /// Runs a command as a process would, nobody watching.
    ///
    /// @param folder the working directory
    /// @return the exit code
    public static int run(String[] args, PrintStream out, PrintStream err, Path folder) {
        return run(args, new Console(out, err, folder, false, false), Reports.REAL);
    }

    static int run(String[] args, Console console, Reports reports) {
        int exit;
        try {
            exit = execute(List.of(args), console, reports);
        } catch (StackOverflowError | OutOfMemoryError e) {
            console.error(e instanceof OutOfMemoryError
                    ? "not enough memory; give more with TABULARIUM_JAVA_OPTS=-Xmx4g"
                    : internal(e, List.of(args)));
            exit = ExitCode.FAILED;
        }
        console.err().flush();
        if (console.out().checkError() && exit == ExitCode.DONE) {
            console.error("the output could not be written to its end (a closed pipe or a full disk)");
            console.err().flush();
            exit = ExitCode.FAILED;
        }
        return exit;
    }

    private static int execute(List<String> words, Console console, Reports reports) {
        List<Subcommand> commands = commands(console, reports);
        for (Subcommand command : commands) {
            Optional<Arguments> plain = Arguments.plain(command.syntax(), words);
            if (plain.isPresent()) {
                return call(command, plain.get(), words, console);
            }
        }
        return new PicocliCommands(commands, console, (command, arguments) -> call(command, arguments, words, console))
                .execute(words);
    }

    static List<Subcommand> commands(Console console, Reports reports) {
        return List.of(new ReportCommand(console, reports), new CheckCommand(console, reports),
                new TablesCommand(console, reports),
                new DiffCommand(console, reports), new VerifyCommand(console, reports), new ExplainCommand(console, reports),
                new InitCommand(console, reports),
                new RefreshCommand(console, reports), new ProofCommand(console, reports),
                new CompletionCommand(console, () -> completion(console, reports)));
    }

    private static String completion(Console console, Reports reports) {
        return new PicocliCommands(commands(console, reports), console, (_, _) -> ExitCode.FAILED).completion();
    }

    private static int call(Subcommand command, Arguments arguments, List<String> words, Console console) {
        try {
            checkLimits();
            return command.call(arguments);
        } catch (CommandException e) {
            console.error(String.valueOf(e.getMessage()));
            return e.exitCode();
        } catch (UncheckedIOException e) {
            console.error(String.valueOf(
                    CommandException.of("a file cannot be read", Objects.requireNonNull(e.getCause())).getMessage()));
        } catch (RuntimeException e) {
            console.error(internal(e, words));
        }
        return ExitCode.FAILED;
    }

    /// A limit that is set wrongly is told before anything is read.
    private static void checkLimits() {
        try {
            InputLimits.configured();
        } catch (IllegalArgumentException e) {
            throw new CommandException(String.valueOf(e.getMessage()));
        }
    }

    /// Keeps the details for whoever mends it; the user sees one line.
    private static String internal(Throwable e, List<String> args) {
        String line = "internal error (%s), please report it".formatted(e.getClass().getSimpleName());
        try {
            Path log = Files.createTempFile("tabularium-", ".log");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(log))) {
                writer.println(Software.current());
                writer.println(Runtime.version());
                writer.println(args);
                e.printStackTrace(writer);
            }
            return line + " with " + log;
        } catch (IOException unwritable) {
            return line + "; no log could be written: " + unwritable.getMessage();
        }
    }
}
