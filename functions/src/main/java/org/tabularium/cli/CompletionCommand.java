package org.tabularium.cli;

import java.util.List;
import java.util.function.Supplier;

/// `tabularium completion`: the script that completes commands, options and their values in a shell.
final class CompletionCommand implements Subcommand {

    /// One script serves both: it loads bashcompinit where it finds itself in zsh.
    private static final List<String> SHELLS = List.of("bash", "zsh");

    private final Console console;
    private final Supplier<String> script;

    /// @param script makes it
    CompletionCommand(Console console, Supplier<String> script) {
        this.console = console;
        this.script = script;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of("completion", "Print a completion script for a shell.",
                "Completes commands, options and their values.",
                "  source <(tabularium completion bash)                       in this bash",
                "  tabularium completion bash > ~/.tabularium-completion      then source that file in ~/.bashrc",
                "  source <(tabularium completion zsh)                        in this zsh")
                .with(Syntax.Argument.of("SHELL", "bash or zsh.").among(SHELLS));
    }

    @Override
    public int call(Arguments arguments) {
        String shell = arguments.argument(0);
        if (!SHELLS.contains(shell)) {
            throw new CommandException("\"%s\" is unknown; known are %s".formatted(shell, String.join(", ", SHELLS)));
        }
        console.out().print(script.get());
        return ExitCode.DONE;
    }
}
