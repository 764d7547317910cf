package org.tabularium.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tabularium.publish.Run;
import org.tabularium.publish.RunVerification;
import org.tabularium.publish.RunVerification.Mismatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tabularium verify`: whether a run is as it was written.
@Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, header = "Check every file of a run against its manifest.%n", description = "%nNames each file that is missing, extra or changed.", parameterListHeading = "%nArguments:%n", optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n", footer = {
    "  tabularium verify out/KN5601", "", "Exit codes:", "  0  every file is as the manifest says",
    "  1  mismatches; or wrong usage, or a folder that is no run"})
final class VerifyCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private String run = "";

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Run opened = DiffCommand.open(console, run);
        List<Mismatch> mismatches;
        try {
            mismatches = RunVerification.of(opened);
        } catch (IOException e) {
            throw CommandException.of("cannot read the run " + run, e);
        }
        mismatches.forEach(m -> console.err().println(line(m)));
        int files = opened.manifest().outputs().size();
        console.out().println("run %s: %s, %s".formatted(opened.manifest().run(), Console.count(files, "file"),
                Console.count(mismatches.size(), "mismatch").replaceAll("mismatchs$", "mismatches")));
        return mismatches.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String line(Mismatch mismatch) {
        String line = mismatch.kind().name().toLowerCase(Locale.ROOT) + " " + mismatch.path()
                + (mismatch.detail().isEmpty() ? "" : ": " + mismatch.detail());
        return line.replaceAll("\\p{Cntrl}", " ");
    }
}
