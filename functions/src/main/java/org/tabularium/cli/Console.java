package org.tabularium.cli;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.finding.Severity;
import org.tabularium.run.FindingsJson;

/// Where a command reads names from and writes to.
///
/// @param out what the command gives
/// @param err messages
/// @param folder the working directory
/// @param terminal whether a person watches `err`
/// @param colours whether `err` shows colours
record Console(PrintStream out, PrintStream err, Path folder, boolean terminal, boolean colours) {

    private static final String RESET = "\u001b[0m";

    /// The path that an argument names.
    ///
    /// @throws CommandException where it is an S3 address or no path at all
    Path path(String argument) {
        if (argument.toLowerCase(Locale.ROOT).startsWith("s3://")) {
            throw new CommandException(
                    "%s: this is written to a folder on this machine, not to S3; copy it there afterwards".formatted(argument));
        }
        if (argument.isBlank()) {
            throw new CommandException("the name of a folder is empty");
        }
        try {
            return folder.resolve(argument).normalize();
        } catch (InvalidPathException e) {
            throw new CommandException("\"%s\" is no path: %s".formatted(argument, e.getReason()));
        }
    }

    /// The path as a person reads it: relative where it lies below the working directory.
    String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path here = folder.toAbsolutePath().normalize();
        return absolute.startsWith(here) && !absolute.equals(here) ? here.relativize(absolute).toString() : absolute.toString();
    }

    /// An error message of the command itself, as opposed to a finding in the study.
    void error(String message) {
        err.println("tabularium: " + message);
    }

    void findings(Findings findings) {
        findings(findings.listed());
        if (findings.unlisted() > 0) {
            finding(FindingsJson.unlisted(findings));
        }
    }

    void findings(List<Finding> findings) {
        findings.forEach(this::finding);
    }

    private void finding(Finding finding) {
        String line = finding.line();
        String word = finding.severity().word();
        err.println(colours ? colour(finding.severity()) + word + RESET + line.substring(word.length()) : line);
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> "\u001b[1;31m";
            case WARNING -> "\u001b[33m";
            case NOTE -> "\u001b[2m";
        };
    }

    /// `no errors`, `1 error`, `2 errors`.
    static String count(long count, String noun) {
        return (count == 0 ? "no" : Long.toString(count)) + " " + noun + (count == 1 ? "" : "s");
    }
}
