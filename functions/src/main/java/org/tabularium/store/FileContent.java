package org.tabularium.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file on disk as it was when it was listed. A disk keeps no versions, so the file's state (size, time, identity) stands for
/// one: a file that was
/// written or replaced since cannot be opened any more.
public final class FileContent implements Content {

    private final Path path;
    private final State state;

    private FileContent(Path path, State state) {
        this.path = path;
        this.state = state;
    }

    /// The file as it is now; links are followed.
    ///
    /// @throws IOException where there is no such file, or it may not be looked at
    public static FileContent of(Path path) throws IOException {
        return new FileContent(path, State.of(path));
    }

    @Override
    public long size() {
        return state.size();
    }

    @Override
    public InputStream open() throws IOException {
        if (!unchanged()) {
            throw new FileSystemException(path.toString(), null, "the file was changed while it was being read");
        }
        return Files.newInputStream(path);
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(path);
    }

    @Override
    public boolean unchanged() {
        try {
            return State.of(path).isSame(state);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /// What tells one state of a file from another without reading it; never leaves this class.
    private record State(long size, FileTime modified, @Nullable Object identity) {

        static State of(Path path) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new State(attributes.size(), Objects.requireNonNull(attributes.lastModifiedTime()), attributes.fileKey());
        }

        boolean isSame(State other) {
            return size == other.size && modified.equals(other.modified) && Objects.equals(identity, other.identity);
        }
    }
}
