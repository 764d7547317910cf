package org.tabularium.run.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.Manifest;

/// Where a run may be put, and where it may not.
final class RunPlace {

    private static final int MOST_LINKS = 40;

    private RunPlace() {}

    /// The folder itself, where a symbolic link leads to it; also one that is not there.
    static Path behind(Path folder) throws IOException {
        Path path = folder.toAbsolutePath().normalize();
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        Path link = path;
        for (int links = 0; Files.isSymbolicLink(link) && links < MOST_LINKS; links++) {
            link = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
        }
        Path parent = link.getParent();
        return parent != null && Files.exists(parent) ? parent.toRealPath().resolve(link.getFileName()) : link;
    }

    /// Refuses a place inside of a run.
    static void requireOutsideOfRuns(Path folder, Path target) throws IOException {
        for (Path outer = target.getParent(); outer != null; outer = outer.getParent()) {
            if (Files.isRegularFile(outer.resolve(Manifest.FILE), LinkOption.NOFOLLOW_LINKS)) {
                try {
                    Run.read(outer);
                } catch (BrokenRunException e) {
                    continue; // another program's manifest
                }
                throw new FileAlreadyExistsException(folder.toString(), null,
                        "it lies inside the run " + outer + ", which would then no longer be what its manifest says");
            }
        }
    }

    /// Refuses a file, and a folder that is neither empty nor a run.
    static void requireNothingElse(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new FileAlreadyExistsException(folder.toString(), null, "it is a file; a run is a folder");
        }
        if (isEmpty(folder)) {
            return;
        }
        try {
            Run.read(folder);
        } catch (BrokenRunException e) {
            throw new FileAlreadyExistsException(folder.toString(), null,
                    "the folder is not empty and holds no run: " + e.getMessage());
        }
    }

    /// Refuses names that lead out of the run's folder.
    static void requireInside(String name) throws BrokenRunException {
        boolean plain = !name.isEmpty() && name.indexOf('\\') < 0 && name.indexOf('\0') < 0;
        for (String part : name.split("/", -1)) {
            plain &= !part.isEmpty() && !part.equals(".") && !part.equals("..");
        }
        if (!plain) {
            throw new BrokenRunException("\"%s\" is no name of a file in a run".formatted(name));
        }
    }

    static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }
}
