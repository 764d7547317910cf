package org.tabularium.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tabularium.run.Software;
import org.tabularium.yaml.NearestWord;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The commands as picocli knows them, for help, completion and calls that are not plainly right.
///
/// A plain call does without ([Arguments#plain]): picocli's classes are older than what an AOT cache takes, and to load them
/// costs a tenth of a second at each start. That is also why everything is declared by calls and not by annotations.
final class PicocliCommands {

    private static final int HELP_WIDTH = 100;

    private final Console console;
    private final CommandLine commandLine;

    /// @param call calls a command with what it was given, and gives the exit code
    PicocliCommands(List<Subcommand> commands, Console console, Call call) {
        this.console = console;
        CommandSpec root = frame(console, Syntax.of("tabularium", "Turns the ADaM datasets of a clinical study into its tables.",
                "A study is a folder with adsl.xpt (or .csv) and whatever other datasets it has; study.yaml and templates/ are optional.",
                "  tabularium report studies/KN5601            every table, in out/KN5601",
                "  tabularium tables studies/KN5601            what can be made, and why not",
                "  source <(tabularium completion bash)        completion in this shell", "",
                "tabularium COMMAND --help says more about each command."));
        root.usageMessage().synopsisSubcommandLabel("COMMAND").commandListHeading("%nCommands:%n");
        for (Subcommand command : commands) {
            root.addSubcommand(command.syntax().name(), frame(command, command.syntax()));
        }
        commandLine = new CommandLine(root);
        commandLine.setExecutionStrategy(parsed -> execute(parsed, call));
        commandLine.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        commandLine.setExpandAtFiles(false);
        commandLine.setUsageHelpWidth(HELP_WIDTH);
        commandLine.setParameterExceptionHandler((e, _) -> wrongUsage(e));
    }

    /// How a command is called.
    @FunctionalInterface
    interface Call {
        int call(Subcommand command, Arguments arguments);
    }

    /// Shows help where that is asked for, says what is wrong, else calls the command.
    ///
    /// @return the exit code
    int execute(List<String> words) {
        return commandLine.execute(words.toArray(String[]::new));
    }

    /// The script that completes commands, options and their values in a shell.
    String completion() {
        return AutoComplete.bash(commandLine.getCommandName(), commandLine);
    }

    /// What picocli understands of a call: for the test that a plain call means the same.
    Arguments arguments(List<String> words) {
        return arguments(commandLine.parseArgs(words.toArray(String[]::new)).subcommand());
    }

    private static CommandSpec frame(Object of, Syntax syntax) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(of).name(syntax.name()).versionProvider(PicocliCommands::version);
        spec.usageMessage().header(syntax.header()).synopsisHeading("%nUsage: ").description("%n" + syntax.description())
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .footerHeading("%nExamples:%n").footer(syntax.footer().toArray(String[]::new));
        spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help and exit.").build());
        spec.addOption(OptionSpec.builder("-V", "--version").versionHelp(true).description("Show the version and exit.").build());
        for (int place = 0; place < syntax.arguments().size(); place++) {
            spec.addPositional(positional(place, syntax.arguments().get(place)));
        }
        syntax.options().forEach(option -> spec.addOption(option(option)));
        return spec;
    }

    private static PositionalParamSpec positional(int place, Syntax.Argument argument) {
        PositionalParamSpec.Builder positional = PositionalParamSpec.builder().index(Integer.toString(place))
                .paramLabel(argument.label()).description(argument.description()).type(String.class)
                .arity(argument.required() ? "1" : "0..1").required(argument.required());
        return (argument.candidates().isEmpty() ? positional : positional.completionCandidates(argument.candidates())).build();
    }

    private static OptionSpec option(Syntax.Option option) {
        OptionSpec.Builder spec = OptionSpec.builder(option.name()).description(option.description()).required(option.required());
        if (option.value() == null) {
            return spec.type(boolean.class).arity("0").build();
        }
        spec.paramLabel(option.value()).arity("1").type(String.class);
        if (option.many()) {
            spec.type(List.class).auxiliaryTypes(String.class).splitRegex(",");
        }
        if (!option.candidates().isEmpty()) {
            spec.completionCandidates(option.candidates());
        }
        return spec.build();
    }

    private int execute(ParseResult parsed, Call call) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        ParseResult last = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        if (last.commandSpec().userObject() instanceof Subcommand command) {
            return call.call(command, arguments(last));
        }
        throw new ParameterException(last.commandSpec().commandLine(),
                "a command is missing: report, check, tables, diff, verify, explain, init, refresh, proof or completion");
    }

    private static Arguments arguments(ParseResult parsed) {
        List<String> positional = new ArrayList<>();
        parsed.matchedPositionals().forEach(matched -> positional.add(matched.getValue()));
        Map<String, List<String>> options = new LinkedHashMap<>();
        parsed.matchedOptions().forEach(matched -> options.put(matched.longestName(), values(matched.getValue())));
        return new Arguments(positional, options);
    }

    private static List<String> values(Object value) {
        if (value instanceof List<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return value instanceof String one ? List.of(one) : List.of();
    }

    private int wrongUsage(ParameterException e) {
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

    /// What `--version` prints.
    private static String[] version() {
        Software software = Software.current();
        return new String[]{
            "tabularium " + software.version() + (software.commit() == null ? "" : " (" + software.commit() + ")")};
    }
}
