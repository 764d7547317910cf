package org.tabularium.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// One of the commands. Declared by calls and not by annotations: reading annotations costs a tenth of a second at each start,
/// which the AOT cache cannot save.
interface Subcommand {

    /// Its name, arguments, options and help.
    CommandSpec spec();

    /// Does it.
    ///
    /// @return the exit code
    /// @throws CommandException where it cannot be done
    int call(ParseResult arguments);

    /// The exit code of arguments that it does not understand.
    default int wrongUsage() {
        return ExitCode.FAILED;
    }

    /// A command's frame: `--help`, `--version` and the texts of its help.
    ///
    /// @param footer examples and exit codes
    static CommandSpec frame(Object of, String name, String header, String description, String... footer) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(of).name(name).versionProvider(new Main.Version());
        spec.usageMessage().header(header).synopsisHeading("%nUsage: ").description("%n" + description)
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .footerHeading("%nExamples:%n").footer(footer);
        spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help and exit.").build());
        spec.addOption(OptionSpec.builder("-V", "--version").versionHelp(true).description("Show the version and exit.").build());
        return spec;
    }

    /// An option with one value.
    static OptionSpec.Builder option(String name, String value, String description) {
        return OptionSpec.builder(name).paramLabel(value).description(description).type(String.class).arity("1");
    }

    /// The argument at this place, counted from 0.
    static PositionalParamSpec.Builder argument(int index, String label, String description) {
        return PositionalParamSpec.builder().index(Integer.toString(index)).paramLabel(label).description(description)
                .type(String.class).arity("1").required(true);
    }

    static PositionalParamSpec study() {
        return argument(0, "STUDY", "The study's folder, or s3://bucket/prefix.").build();
    }

    static OptionSpec templates() {
        return option("--templates", "DIR",
                "A folder of further shells (*.yaml); a shell with the id of a built-in one replaces it.").build();
    }
}
