package org.tabularium.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The program that made a run, as the build recorded it.
///
/// @param version of the program; enters the run's id
/// @param commit of the sources; null where the build did not know it
public record Software(String name, String version, @Nullable String commit) {

    private static final String RESOURCE = "software.properties";

    /// This program.
    public static Software current() {
        return Holder.CURRENT;
    }

    /// Name and version, as they stand in a document's properties.
    public String nameAndVersion() {
        return name + " " + version;
    }

    private static Software read() {
        Properties properties = new Properties();
        try (InputStream in = Software.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing in the program's jar");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String commit = properties.getProperty("commit", "");
        return new Software(properties.getProperty("name", ""), properties.getProperty("version", ""),
                commit.isBlank() ? null : commit);
    }

    private static final class Holder {
        static final Software CURRENT = read();
    }
}
