package org.tabularium.cli;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `tabularium completion`: the script that completes commands, options and their values in a shell.
final class CompletionCommand implements Subcommand {

    /// One script serves both: it loads bashcompinit where it finds itself in zsh.
    private static final List<String> SHELLS = List.of("bash", "zsh");

    private final Console console;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public CommandSpec spec() {
        return Subcommand
                .frame(this, "completion", "Print a completion script for a shell.",
                        "Completes commands, options and their values.",
                        "  source <(tabularium completion bash)                       in this bash",
                        "  tabularium completion bash > ~/.tabularium-completion      then source that file in ~/.bashrc",
                        "  source <(tabularium completion zsh)                        in this zsh")
                .addPositional(Subcommand.argument(0, "SHELL", "bash or zsh.").completionCandidates(SHELLS).build());
    }

    @Override
    public int call(ParseResult arguments) {
        String shell = arguments.matchedPositionalValue(0, "");
        if (!SHELLS.contains(shell)) {
            throw new CommandException("\"%s\" is unknown; known are %s".formatted(shell, String.join(", ", SHELLS)));
        }
        console.out().print(AutoComplete.bash("tabularium", arguments.commandSpec().root().commandLine()));
        return ExitCode.DONE;
    }
}
