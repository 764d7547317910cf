import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipExtraField;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// LambdaZip.java ZIP CLASSES LIBRARIES [WITHOUT…]: the functions' zip, classes as they are and the jars below `lib/`, but those whose names begin with WITHOUT. `WITHOUT!PATTERN` leaves
/// out only entries of such a jar, by their whole names: what it would hold for nobody, such as fonts that are never drawn; `!PATTERN` leaves out entries of the zip itself.
///
/// The same files give the same bytes on every machine: sorted, of one time that no time zone moves, without modes or folders, and stored, since compressed bytes are those of the
/// machine's zlib. What lies in it is compressed already, but for the classes; entries of a jar that others of it are left out of stay as its maker compressed them. Runs with
/// Commons Compress, one of the libraries, on its class path.
class LambdaZip {

    private static final LocalDateTime TIME = LocalDateTime.of(2025, 1, 1, 0, 0);

    public static void main(String[] args) throws IOException {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        add(entries, "", Path.of(args[1]));
        add(entries, "lib/", Path.of(args[2]));
        for (int i = 3; i < args.length; i++) {
            String[] without = args[i].split("!", 2);
            if (without[0].isEmpty()) {
                entries.keySet().removeIf(name -> name.matches(without[1]));
            } else if (without.length == 1) {
                entries.keySet().removeIf(name -> name.startsWith("lib/" + without[0]));
            } else {
                entries.replaceAll((name, file) -> name.startsWith("lib/" + without[0]) ? lighter(file, without[1]) : file);
            }
        }
        Path zip = Path.of(args[0]);
        Path unfinished = zip.resolveSibling(zip.getFileName() + ".unfinished");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(unfinished));
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (var entry : entries.entrySet()) {
                write(out, entry.getKey(), entry.getValue());
            }
        }
        Files.move(unfinished, zip, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void add(SortedMap<String, byte[]> entries, String prefix, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(prefix + folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    /// A jar without the entries of the pattern; the others keep the compressed bytes that they have.
    private static byte[] lighter(byte[] jar, String pattern) {
        SeekableInMemoryByteChannel bytes = new SeekableInMemoryByteChannel();
        try (ZipFile in = ZipFile.builder().setByteArray(jar).get(); ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                if (!entry.isDirectory() && !entry.getName().matches(pattern)) {
                    try (InputStream compressed = in.getRawInputStream(entry)) {
                        entry.setExtraFields(new ZipExtraField[0]);
                        entry.setTimeLocal(TIME);
                        out.addRawArchiveEntry(entry, compressed);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(bytes.array(), Math.toIntExact(bytes.size()));
    }

    private static void write(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(TIME);
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}
