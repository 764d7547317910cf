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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tabularium.dataset.InputLimits;
import org.tabularium.run.Software;
import org.tabularium.yaml.NearestWord;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

/// `tabularium`: the command line.
public final class Main {

    private static final int HELP_WIDTH = 100;

    private Main() {}

    /// Runs and ends the process.
    public static void main(String[] args) {
        // UTF-8 whatever the locale: names of files and labels are more than ASCII.
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        boolean terminal = Terminal.isTerminal(2);
        Console console = new Console(out, err, Path.of("").toAbsolutePath(), terminal, terminal && Terminal.wantsColours());
        int exit = run(args, console, Reports.REAL);
        System.exit(exit);
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
            exit = commandLine(console, reports).execute(args);
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

    private static CommandLine commandLine(Console console, Reports reports) {
        CommandSpec root = Subcommand.frame(console, "tabularium", "Turns the ADaM datasets of a clinical study into its tables.",
                "A study is a folder with adsl.xpt (or .csv) and whatever other datasets it has; study.yaml and templates/ are optional.",
                "  tabularium report studies/KN5601            every table, in out/KN5601",
                "  tabularium tables studies/KN5601            what can be made, and why not",
                "  source <(tabularium completion bash)        completion in this shell", "",
                "tabularium COMMAND --help says more about each command.");
        root.usageMessage().synopsisSubcommandLabel("COMMAND").commandListHeading("%nCommands:%n");
        List<Subcommand> commands = List.of(new ReportCommand(console, reports), new CheckCommand(console, reports),
                new TablesCommand(console, reports),
                new DiffCommand(console, reports), new VerifyCommand(console, reports), new ExplainCommand(console, reports),
                new InitCommand(console, reports),
                new RefreshCommand(console, reports), new ProofCommand(console, reports), new CompletionCommand(console));
        for (Subcommand command : commands) {
            CommandSpec spec = command.spec();
            root.addSubcommand(spec.name(), spec);
        }
        CommandLine commandLine = new CommandLine(root);
        commandLine.setExecutionStrategy(arguments -> call(arguments, console));
        commandLine.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        commandLine.setExpandAtFiles(false);
        commandLine.setUsageHelpWidth(HELP_WIDTH);
        commandLine.setParameterExceptionHandler((e, args) -> wrongUsage(e, console));
        return commandLine;
    }

    /// Shows help where that is asked for, else calls the command.
    private static int call(ParseResult arguments, Console console) {
        Integer help = CommandLine.executeHelpRequest(arguments);
        if (help != null) {
            return help;
        }
        ParseResult last = arguments.hasSubcommand() ? arguments.subcommand() : arguments;
        if (last.commandSpec().userObject() instanceof Subcommand command) {
            try {
                checkLimits();
                return command.call(last);
            } catch (CommandException e) {
                console.error(String.valueOf(e.getMessage()));
                return e.exitCode();
            } catch (UncheckedIOException e) {
                console.error(String.valueOf(
                        CommandException.of("a file cannot be read", Objects.requireNonNull(e.getCause())).getMessage()));
            } catch (RuntimeException e) {
                console.error(internal(e, arguments.originalArgs()));
            }
            return ExitCode.FAILED;
        }
        throw new ParameterException(last.commandSpec().commandLine(),
                "a command is missing: report, check, tables, diff, verify, explain, init, refresh, proof or completion");
    }

    /// A limit that is set wrongly is told before anything is read.
    private static void checkLimits() {
        try {
            InputLimits.configured();
        } catch (IllegalArgumentException e) {
            throw new CommandException(String.valueOf(e.getMessage()));
        }
    }

    private static int wrongUsage(ParameterException e, Console console) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        String suggestion = "";
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            List<String> known = new ArrayList<>(command.subcommands().keySet());
            known.addAll(command.optionsMap().keySet());
            suggestion = NearestWord.of(unmatched.getUnmatched().getFirst(), known).map(n -> " (did you mean " + n + "?)")
                    .orElse("");
        }
        console.error(e.getMessage() + suggestion);
        console.err().println("Try '" + command.qualifiedName() + " --help'.");
        return command.userObject() instanceof Subcommand of ? of.wrongUsage() : ExitCode.FAILED;
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

    /// What `--version` prints.
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            Software software = Software.current();
            return new String[]{
                "tabularium " + software.version() + (software.commit() == null ? "" : " (" + software.commit() + ")")};
        }
    }
}
