package org.tabularium.run.folder;

import java.io.IOException;
import org.tabularium.run.Manifest;

/// A run that can be read, wherever it lies.
public interface RunFiles {

    Manifest manifest();

    /// The bytes of one of the run's files.
    ///
    /// @param path as the manifest names it
    byte[] bytes(String path) throws IOException;

    /// What the run is called in messages: its folder, or where else it lies.
    String place();

    /// Whether the manifest names this file.
    default boolean has(String path) {
        return manifest().outputs().stream().anyMatch(o -> o.path().equals(path));
    }
}
