package org.tabularium.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// The bytes of one stored object, pinned to one version: two reads give the same bytes or the second one fails.
public interface Content {

    /// Size in bytes.
    long size();

    /// A fresh stream from the first byte; the caller closes it.
    InputStream open() throws IOException;

    /// The file on disk where there is one, for readers that map it into memory.
    default Optional<Path> file() {
        return Optional.empty();
    }

    /// Whether the stored object is still the one that was listed. A store that keeps versions can always say yes; a file on disk
    /// may have been
    /// written since.
    default boolean unchanged() {
        return true;
    }
}
