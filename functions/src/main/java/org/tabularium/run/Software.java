package org.tabularium.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The program that made a run, as the build recorded it.
///
/// @param version of the program, for people
/// @param commit of the sources; null where the build did not know it. Two commits may be the same program
/// @param program what made the numbers, as [Program] hashes it; enters the run's id. Empty where a run of old does not say it
public record Software(String name, String version, @Nullable String commit, String program) {

    static final String RESOURCE = "software.properties";

    /// This program.
    public static Software current() {
        return Holder.CURRENT;
    }

    /// Name and version, as they stand in a document's properties.
    public String nameAndVersion() {
        return name + " " + version;
    }

    /// Whether this is the same program as the other: the same datasets give the same bytes.
    public boolean isSameProgram(Software other) {
        return program.equals(other.program);
    }

    /// What the build wrote down, with that program.
    static Software read(InputStream recorded, String program) throws IOException {
        Properties properties = new Properties();
        properties.load(recorded);
        String commit = properties.getProperty("commit", "");
        return new Software(properties.getProperty("name", ""), properties.getProperty("version", ""),
                commit.isBlank() ? null : commit, program);
    }

    private static Software read() {
        try (InputStream in = Software.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing in the program's jar");
            }
            return read(in, Program.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final Software CURRENT = read();
    }
}
