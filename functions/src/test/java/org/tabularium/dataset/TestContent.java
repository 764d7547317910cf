package org.tabularium.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.tabularium.store.Content;

/// Bytes in memory as content.
public final class TestContent implements Content {

    private final byte[] bytes;

    public TestContent(byte[] bytes) {
        this.bytes = bytes;
    }

    public static TestContent of(String text) {
        return new TestContent(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A file of the project's own fixtures.
    public static TestContent fixture(String name) {
        try (InputStream stream = TestContent.class.getResourceAsStream("/dataset/" + name)) {
            return new TestContent(Objects.requireNonNull(stream, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file of the reference material; skips the test where it is absent.
    public static TestContent reference(String path) {
        Path file = referencePath(path);
        try {
            return new TestContent(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path referencePath(String path) {
        Path file = Path.of(System.getProperty("tabularium.reference", "../../shared/reference")).resolve(path);
        Assumptions.assumeTrue(Files.exists(file), () -> "reference material is absent: " + file);
        return file;
    }

    /// The bytes of a file that another program wrote (test-data/roundtrip).
    public static byte[] written(String name) throws IOException {
        return Files
                .readAllBytes(Path.of(System.getProperty("tabularium.root", "..")).resolve("test-data/roundtrip").resolve(name));
    }

    public byte[] bytes() {
        return bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
