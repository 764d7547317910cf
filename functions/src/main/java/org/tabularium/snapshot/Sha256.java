package org.tabularium.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.tabularium.store.Content;
import org.tabularium.store.MappedFile;

/// SHA-256 (FIPS 180-4) as 64 lower-case hex digits.
public final class Sha256 {

    private static final int BUFFER = 1 << 16;
    /// Files of this size and more are mapped.
    private static final long MAPPED_FROM = 64L << 20;

    private Sha256() {}

    /// Of the content, read as a stream; a large file on disk is mapped, whose pages who reads it looks at too.
    ///
    /// @throws IOException where the content cannot be read, or a file was changed meanwhile
    public static String of(Content content) throws IOException {
        MessageDigest digest = digest();
        Optional<MemorySegment> mapped = MappedFile.of(content, MAPPED_FROM);
        if (mapped.isPresent()) {
            return of(mapped.get(), digest);
        }
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = content.open()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String of(MemorySegment file, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try {
            for (long at = 0; at < file.byteSize(); at += BUFFER) {
                int count = (int) Math.min(BUFFER, file.byteSize() - at);
                MemorySegment.copy(file, ValueLayout.JAVA_BYTE, at, buffer, 0, count);
                digest.update(buffer, 0, count);
            }
        } catch (InternalError e) {
            // The memory of a file that somebody cuts is gone.
            throw new IOException("the file was changed while it was being read", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /// A fresh digest.
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
