package org.tabularium.run.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.Manifest.Output;
import org.tabularium.run.Manifest;
import org.tabularium.run.ManifestJson;

/// A run on disk with its manifest. What the manifest says is not believed before [RunVerification] has looked.
///
/// @param folder where it lies
public record Run(Path folder, Manifest manifest) implements RunFiles {

    /// Opens a run, where a symbolic link leads to it as itself.
    ///
    /// @throws BrokenRunException where the folder holds no manifest, or one that cannot be understood
    /// @throws IOException where the folder is not there or cannot be read
    public static Run open(Path folder) throws IOException, BrokenRunException {
        RunFolder.recover(folder);
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        return read(folder.toRealPath());
    }

    /// Reads the manifest of a folder that is there.
    static Run read(Path folder) throws IOException, BrokenRunException {
        Path file = folder.resolve(Manifest.FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BrokenRunException("%s is no run: it has no %s".formatted(folder, Manifest.FILE));
        }
        try {
            Manifest manifest = ManifestJson.read(Files.readAllBytes(file));
            for (Output output : manifest.outputs()) {
                RunPlace.requireInside(output.path());
            }
            return new Run(folder, manifest);
        } catch (BrokenRunException e) {
            throw new BrokenRunException("%s cannot be understood: %s".formatted(file, e.getMessage()));
        }
    }

    @Override
    public String place() {
        return folder.toString();
    }

    @Override
    public byte[] bytes(String path) throws IOException {
        return Files.readAllBytes(folder.resolve(path));
    }
}
