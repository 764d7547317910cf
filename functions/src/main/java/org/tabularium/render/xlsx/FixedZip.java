package org.tabularium.render.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Writes a zip file again so that its bytes follow from its content: entries sorted by name, with the content types first as readers like them, all
/// of the same time.
final class FixedZip {

    /// The earliest time a zip entry can have; given as local time, so that the time zone does not matter.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Comparator<String> ORDER = Comparator.comparing((String name) -> !name.equals("[Content_Types].xml"))
            .thenComparing(name -> !name.equals("_rels/.rels")).thenComparing(Comparator.naturalOrder());

    private FixedZip() {}

    static void write(byte[] zip, OutputStream out) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>(ORDER);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        ZipOutputStream fixed = new ZipOutputStream(out);
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            ZipEntry header = new ZipEntry(entry.getKey());
            header.setTimeLocal(TIME);
            fixed.putNextEntry(header);
            fixed.write(entry.getValue());
            fixed.closeEntry();
        }
        fixed.finish();
        fixed.flush();
    }
}
