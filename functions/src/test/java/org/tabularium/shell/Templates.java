package org.tabularium.shell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.Content;

/// Files in memory, and where the project's files are.
final class Templates {

    static final Path ROOT = Path.of(System.getProperty("tabularium.root", ".."));
    static final Path FOLDER = ROOT.resolve("templates");

    private Templates() {}

    static StudySnapshot.File file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static StudySnapshot.File file(String name, byte[] bytes) {
        return new StudySnapshot.File(name, "0".repeat(64), new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        });
    }

    static StudySnapshot study(String text) {
        return new StudySnapshot("KN5601", List.of(file("study.yaml", text)));
    }
}
