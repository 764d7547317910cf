package org.tabularium.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.InputLimits;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.folder.Run;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.ObjectVersion;

/// What an argument RUN names: a folder, or a prefix of a bucket, which is copied to a folder of its own for as long as the
/// command runs.
final class RunInput implements AutoCloseable {

    private final Run run;
    private final @Nullable Path copy;

    private RunInput(Run run, @Nullable Path copy) {
        this.run = run;
        this.copy = copy;
    }

    static RunInput open(Console console, Reports reports, String argument) {
        Optional<S3Address> address = S3Address.of(argument);
        Path copy = null;
        try {
            if (address.isEmpty()) {
                return new RunInput(Run.open(console.path(argument)), null);
            }
            copy = Files.createTempDirectory("tabularium-run-");
            fetch(reports.bucket(address.get().bucket()), address.get().prefix(), copy, argument);
            return new RunInput(Run.open(copy), copy);
        } catch (BrokenRunException e) {
            delete(copy);
            throw CommandException.unreadable(copy == null ? e.getMessage() : e.getMessage().replace(copy.toString(), argument));
        } catch (IOException e) {
            delete(copy);
            throw CommandException.unreadable("cannot read the run " + argument, e);
        } catch (RuntimeException e) {
            delete(copy);
            throw e;
        }
    }

    Run run() {
        return run;
    }

    private static void fetch(ObjectStore store, String prefix, Path folder, String shown) throws IOException {
        List<ObjectVersion> versions = store.list(prefix);
        if (versions.isEmpty()) {
            throw CommandException.unreadable("there is nothing below " + shown);
        }
        long size = versions.stream().mapToLong(ObjectVersion::size).sum();
        long allowed = InputLimits.configured().scratchBytes();
        if (size > allowed) {
            throw new CommandException(shown + " has " + size + " bytes, more than the " + allowed
                    + " that may be copied to the disk; raise tabularium.limit.scratch-bytes");
        }
        for (ObjectVersion version : versions) {
            String name = version.key().substring(prefix.length());
            if (name.isEmpty() || name.endsWith("/")) {
                continue; // the marker of a folder
            }
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder)) {
                throw CommandException.unreadable("%s holds \"%s\", which no run does".formatted(shown, name));
            }
            Files.createDirectories(file.resolve("..").normalize());
            try (InputStream in = store.content(version).open()) {
                Files.copy(in, file);
            }
        }
    }

    @Override
    public void close() {
        delete(copy);
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            return; // a temporary folder; the system removes it some day
        }
    }
}
