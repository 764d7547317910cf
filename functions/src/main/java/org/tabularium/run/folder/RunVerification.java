package org.tabularium.run.folder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tabularium.run.Manifest;
import org.tabularium.run.RunPaths;
import org.tabularium.snapshot.Sha256;
import org.tabularium.store.FileContent;

/// Every file of a run against its manifest. The manifest itself is the yardstick and cannot be checked against anything.
public final class RunVerification {

    private RunVerification() {}

    /// How a file differs from what the manifest says.
    public enum Kind {
        /// The manifest names it and it is not there.
        MISSING,
        /// It is there and the manifest does not name it.
        EXTRA,
        /// Its bytes are not those the manifest was written for.
        CHANGED
    }

    /// A file that is not as the manifest says.
    ///
    /// @param path relative to the run's folder
    /// @param detail what was expected and what is there; empty where the kind says all
    public record Mismatch(Kind kind, String path, String detail) {}

    /// The mismatches, sorted by path; empty for a sound run.
    ///
    /// @throws IOException where the folder cannot be listed or a file cannot be read
    public static List<Mismatch> of(Run run) throws IOException {
        Set<String> present = files(run.folder());
        present.remove(Manifest.FILE);
        present.remove(RunPaths.SIGNATURE); // RunSignature looks at it
        List<Mismatch> mismatches = new ArrayList<>();
        for (Manifest.Output output : run.manifest().outputs()) {
            Path file = run.folder().resolve(output.path());
            if (!present.contains(output.path())) {
                mismatches.add(new Mismatch(Kind.MISSING, output.path(), ""));
            } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                mismatches.add(new Mismatch(Kind.CHANGED, output.path(), "it is no file but a link or a device"));
            } else if (Files.size(file) != output.size()) {
                mismatches.add(new Mismatch(Kind.CHANGED, output.path(), Files.size(file) + " bytes instead of " + output.size()));
            } else if (!Sha256.of(FileContent.of(file)).equals(output.sha256())) {
                mismatches.add(new Mismatch(Kind.CHANGED, output.path(), "same size, other content"));
            }
        }
        Set<String> named = run.manifest().outputs().stream().map(Manifest.Output::path).collect(Collectors.toSet());
        present.stream().filter(p -> !named.contains(p)).forEach(p -> mismatches.add(new Mismatch(Kind.EXTRA, p, "")));
        mismatches.sort((a, b) -> a.path().compareTo(b.path()));
        return mismatches;
    }

    private static Set<String> files(Path folder) throws IOException {
        Set<String> files = new TreeSet<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(folder.relativize(file).toString().replace('\\', '/'));
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
