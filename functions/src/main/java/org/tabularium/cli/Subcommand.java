package org.tabularium.cli;

/// One of the commands.
interface Subcommand {

    /// Its name, arguments, options and help.
    Syntax syntax();

    /// Does it.
    ///
    /// @return the exit code
    /// @throws CommandException where it cannot be done
    int call(Arguments arguments);

    /// The exit code of arguments that it does not understand.
    default int wrongUsage() {
        return ExitCode.FAILED;
    }

    static Syntax.Argument study() {
        return Syntax.Argument.of("STUDY", "The study's folder, or s3://bucket/prefix.");
    }

    static Syntax.Option templates() {
        return Syntax.Option.of("--templates", "DIR",
                "A folder of further shells (*.yaml); a shell with the id of a built-in one replaces it.");
    }
}
