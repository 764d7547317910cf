package org.tabularium.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/// For the launcher: does once what most starts will do, so that the JVM can keep its classes linked
/// (docs/decisions/0010-launcher-with-aot-cache.md).
final class Training {

    private Training() {}

    /// Makes two reports.
    ///
    /// @param arguments a study, and a folder that is not there yet
    public static void main(String[] arguments) {
        Terminal.isTerminal(2);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        // A first report, and one that takes the place of another and names its formats.
        for (String formats : new String[]{"csv", String.join(",", ReportCommand.FORMATS)}) {
            Main.run(new String[]{"report", arguments[0], "--out", arguments[1], "--format", formats}, nowhere, nowhere,
                    Path.of(""));
        }
    }
}
