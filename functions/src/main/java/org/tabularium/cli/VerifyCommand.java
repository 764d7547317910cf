package org.tabularium.cli;

import java.io.IOException;
import java.security.PublicKey;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabularium.run.folder.Run;
import org.tabularium.run.folder.RunSignature;
import org.tabularium.run.folder.RunVerification.Mismatch;
import org.tabularium.run.folder.RunVerification;

/// `tabularium verify`: whether a run is as it was written.
final class VerifyCommand implements Subcommand {

    private final Console console;
    private final Reports reports;

    VerifyCommand(Console console, Reports reports) {
        this.console = console;
        this.reports = reports;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of("verify", "Check every file of a run against its manifest.",
                "Names each file that is missing, extra or changed.",
                "  tabularium verify out/KN5601", "", "Exit codes:", "  0  every file is as the manifest says",
                "  1  mismatches, a missing or foreign signature; or wrong usage",
                "  2  the folder is no run, or it or the key cannot be read")
                .with(Syntax.Option.of("--key", "FILE",
                        "Public key (PEM) that the manifest must be signed with; without one the signature is not checked."))
                .with(Syntax.Argument.of("RUN", "The run's folder, or s3://bucket/prefix."));
    }

    @Override
    public int call(Arguments arguments) {
        String run = arguments.argument(0);
        PublicKey key = key(arguments);
        try (RunInput input = RunInput.open(console, reports, run)) {
            return say(input.run(), RunVerification.of(input.run()), key == null ? null : RunSignature.of(input.run(), key));
        } catch (IOException e) {
            throw CommandException.unreadable("cannot read the run " + run, e);
        }
    }

    private @Nullable PublicKey key(Arguments arguments) {
        String file = arguments.option("--key", "");
        try {
            return file.isEmpty() ? null : RunSignature.key(console.folder().resolve(file));
        } catch (IOException e) {
            throw CommandException.unreadable("cannot read the key " + file, e);
        }
    }

    private int say(Run opened, List<Mismatch> mismatches, RunSignature.@Nullable State signature) {
        mismatches.forEach(m -> console.err().println(line(m)));
        int files = opened.manifest().outputs().size();
        console.out().println("run %s: %s, %s, %s".formatted(opened.manifest().run(), Console.count(files, "file"),
                counted(mismatches.size()), signed(signature)));
        boolean sound = mismatches.isEmpty() && (signature == null || signature == RunSignature.State.VALID);
        return sound ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String signed(RunSignature.@Nullable State signature) {
        return switch (signature) {
            case null -> "signature not checked";
            case VALID -> "signature valid";
            case MISSING -> "signature missing";
            case FOREIGN -> "signature of another key or another manifest";
        };
    }

    private static String counted(int mismatches) {
        return switch (mismatches) {
            case 0 -> "no mismatches";
            case 1 -> "1 mismatch";
            default -> mismatches + " mismatches";
        };
    }

    private static String line(Mismatch mismatch) {
        String line = mismatch.kind().name().toLowerCase(Locale.ROOT) + " " + mismatch.path()
                + (mismatch.detail().isEmpty() ? "" : ": " + mismatch.detail());
        return line.replaceAll("\\p{Cntrl}", " ");
    }
}
