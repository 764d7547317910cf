package org.tabularium.render.pdf;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;

/// The colour profile that PDF/A wants beside colours that depend on the device, even where all is black: sRGB (IEC 61966-2-1) as an ICC profile of
/// version 4 (ISO 15076-1) with the curve as a formula. Written out here because asking Java for its own loads the desktop's colour library.
final class SrgbProfile {

    private static final int HEADER = 128;
    private static final int TAG = 12;
    private static final String[] NAMES = {"desc", "cprt", "wtpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};

    /// The three primaries and the white of the profile connection space (D50), adapted from D65 by the Bradford method.
    private static final double[] WHITE = {0.9642, 1, 0.8249};
    private static final double[] RED = {0.43607, 0.22249, 0.01392};
    private static final double[] GREEN = {0.38515, 0.71687, 0.09708};
    private static final double[] BLUE = {0.14307, 0.06061, 0.7141};
    private static final double[] ADAPTATION = {1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508,
        0.75168};

    /// Exponent and coefficients of the curve: ((x + 0.055) / 1.055)^2.4, below 0.04045 x / 12.92.
    private static final double[] CURVE = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};

    private static final byte[] COMPRESSED = compress(bytes());

    private SrgbProfile() {}

    /// The profile as zlib data, which is the same in every file and made once. Not to be changed.
    static byte[] compressed() {
        return COMPRESSED;
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

    static byte[] bytes() {
        byte[] curve = numbers("para", 3 << 16, CURVE);
        byte[][] tags = {text("sRGB IEC61966-2.1"), text("No copyright, use freely"), numbers("XYZ ", -1, WHITE),
            numbers("sf32", -1, ADAPTATION),
            numbers("XYZ ", -1, RED), numbers("XYZ ", -1, GREEN), numbers("XYZ ", -1, BLUE), curve, curve, curve};
        try {
            ByteArrayOutputStream table = new ByteArrayOutputStream();
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            DataOutputStream entries = new DataOutputStream(table);
            entries.writeInt(tags.length);
            int offset = HEADER + 4 + TAG * tags.length;
            for (int i = 0; i < tags.length; i++) {
                entries.writeBytes(NAMES[i]);
                entries.writeInt(offset);
                entries.writeInt(tags[i].length);
                data.write(tags[i]);
                offset += tags[i].length;
            }
            ByteArrayOutputStream profile = new ByteArrayOutputStream();
            profile.write(header(offset));
            profile.write(table.toByteArray());
            profile.write(data.toByteArray());
            return profile.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] header(int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(bytes);
        header.writeInt(size);
        header.writeInt(0);
        header.writeInt(0x04200000); // version 4.2
        header.writeBytes("mntrRGB XYZ ");
        for (int part : new int[]{2000, 1, 1, 0, 0, 0}) {
            header.writeShort(part);
        }
        header.writeBytes("acsp");
        header.write(new byte[28]); // platform, flags, device, attributes, intent
        for (double part : WHITE) {
            header.writeInt(fixed(part));
        }
        header.write(new byte[HEADER - header.size()]);
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        byte[] utf16 = text.getBytes(StandardCharsets.UTF_16BE);
        return written(out -> {
            out.writeBytes("mluc");
            out.writeInt(0);
            out.writeInt(1);
            out.writeInt(12);
            out.writeBytes("enUS");
            out.writeInt(utf16.length);
            out.writeInt(28);
            out.write(utf16);
        });
    }

    private static byte[] numbers(String type, int function, double[] values) {
        return written(out -> {
            out.writeBytes(type);
            out.writeInt(0);
            if (function >= 0) {
                out.writeInt(function);
            }
            for (double value : values) {
                out.writeInt(fixed(value));
            }
        });
    }

    /// A number as s15Fixed16.
    private static int fixed(double value) {
        return (int) Math.round(value * 65_536);
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            writing.to(out);
            out.write(new byte[-out.size() & 3]); // tags begin at multiples of four
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
