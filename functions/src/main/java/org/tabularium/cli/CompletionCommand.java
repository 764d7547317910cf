package org.tabularium.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tabularium completion`: the script that completes commands, options and their values in a shell.
@Command(name = "completion", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, header = "Print a completion script for a shell.%n", parameterListHeading = "%nArguments:%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n", footer = {
    "  source <(tabularium completion bash)                       in this bash",
    "  tabularium completion bash > ~/.tabularium-completion      then source that file in ~/.bashrc",
    "  source <(tabularium completion zsh)                        in this zsh"})
final class CompletionCommand implements Callable<Integer> {

    /// One script serves both: it loads bashcompinit where it finds itself in zsh.
    private static final List<String> SHELLS = List.of("bash", "zsh");

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private String shell = "";

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!SHELLS.contains(shell)) {
            throw new CommandException("\"%s\" is unknown; known are %s".formatted(shell, String.join(", ", SHELLS)));
        }
        console.out().print(AutoComplete.bash("tabularium", spec.root().commandLine()));
        return ExitCode.DONE;
    }
}
