package org.tabularium.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// The bytes of one stored object, pinned to one version: two reads give the same bytes.
public interface Content {

    /// Size in bytes.
    long size();

    /// A fresh stream from the first byte; the caller closes it.
    InputStream open() throws IOException;

    /// The file on disk where there is one, for readers that map it into memory.
    default Optional<Path> file() {
        return Optional.empty();
    }
}
