package org.tabularium.render.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.DeflaterOutputStream;

/// The colour profile that PDF/A wants beside colours that depend on the device, even where all is black: sRGB (IEC 61966-2-1),
/// from the resource `sRGB.icc`. Asking Java
/// for its own loads the desktop's colour library.
final class SrgbProfile {

    private static final byte[] COMPRESSED = compress(bytes());

    private SrgbProfile() {}

    /// The profile as zlib data, which is the same in every file and made once. Not to be changed.
    static byte[] compressed() {
        return COMPRESSED;
    }

    static byte[] bytes() {
        try (InputStream profile = SrgbProfile.class.getResourceAsStream("sRGB.icc")) {
            return Objects.requireNonNull(profile, "sRGB.icc").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] compress(byte[] profile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
