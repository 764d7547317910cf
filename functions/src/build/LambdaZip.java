import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.JZlib;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// LambdaZip.java ZIP CLASSES LIBRARIES [WITHOUT…]: the functions' zip, classes and the jars of the folders LIBRARIES below `lib/`, but those whose names begin with WITHOUT.
/// `WITHOUT!PATTERN` leaves out only entries of such a jar, by their whole names: what it would hold for nobody, such as fonts that are never drawn; `!PATTERN` leaves out entries of
/// the zip itself.
///
/// A jar holds its files as they are, so that the function need not inflate them, and is compressed as a whole: names and constants that classes share are there once. Signatures of
/// jars are left out, which the function would check at each start.
///
/// The same files give the same bytes on every machine: sorted, of one time that no time zone moves, without modes or folders, and compressed by JZlib, which is Java alone, since
/// what the JDK compresses is as the machine's zlib has it. Runs with JZlib and Commons Compress on its class path.
class LambdaZip {

    private static final LocalDateTime TIME = LocalDateTime.of(2025, 1, 1, 0, 0);
    private static final String SIGNATURES = "META-INF/[^/]+[.](SF|RSA|DSA|EC)";
    private static final int LEVEL = 6;
    private static final int WINDOW_BITS = 15;

    /// A file of the zip.
    ///
    /// @param content compressed where that is less
    private record Entry(String name, int size, long crc, byte[] content) {

        private boolean isCompressed() {
            return content.length < size;
        }
    }

    public static void main(String[] args) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        add(files, "", Path.of(args[1]));
        for (String libraries : args[2].split(File.pathSeparator)) {
            add(files, "lib/", Path.of(libraries));
        }
        List<String> without = List.of(args).subList(3, args.length);
        files.keySet().removeIf(name -> without.stream()
                .anyMatch(w -> w.startsWith("!") ? name.matches(w.substring(1)) : !w.contains("!") && name.startsWith("lib/" + w)));
        files.replaceAll((name, file) -> name.endsWith(".jar") ? opened(file, without.stream().map(w -> w.split("!", 2))
                .filter(w -> w.length == 2 && !w[0].isEmpty() && name.startsWith("lib/" + w[0])).map(w -> w[1]).toList()) : file);
        Path zip = Path.of(args[0]);
        Path unfinished = zip.resolveSibling(zip.getFileName() + ".unfinished");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(unfinished)) {
            for (Entry entry : files.entrySet().parallelStream().map(file -> compressed(file.getKey(), file.getValue())).toList()) {
                write(out, entry);
            }
        }
        Files.move(unfinished, zip, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void add(SortedMap<String, byte[]> entries, String prefix, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(prefix + folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    /// A jar whose files are not compressed.
    ///
    /// @param without patterns of what is left out
    private static byte[] opened(byte[] jar, List<String> without) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setByteArray(jar).get(); ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                String name = entry.getName();
                if (!entry.isDirectory() && !name.matches(SIGNATURES) && without.stream().noneMatch(name::matches)) {
                    try (InputStream content = in.getInputStream(entry)) {
                        byte[] file = content.readAllBytes();
                        write(out, new Entry(name, file.length, crc(file), file));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Entry compressed(String name, byte[] file) {
        byte[] out = new byte[file.length];
        try {
            Deflater deflater = new Deflater(LEVEL, WINDOW_BITS, true);
            deflater.setInput(file);
            deflater.setOutput(out);
            boolean isLess = deflater.deflate(JZlib.Z_FINISH) == JZlib.Z_STREAM_END && deflater.getTotalOut() < file.length;
            return new Entry(name, file.length, crc(file), isLess ? Arrays.copyOf(out, Math.toIntExact(deflater.getTotalOut())) : file);
        } catch (GZIPException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long crc(byte[] file) {
        CRC32 crc = new CRC32();
        crc.update(file);
        return crc.getValue();
    }

    private static void write(ZipArchiveOutputStream out, Entry entry) throws IOException {
        ZipArchiveEntry head = new ZipArchiveEntry(entry.name());
        head.setMethod(entry.isCompressed() ? ZipEntry.DEFLATED : ZipEntry.STORED);
        head.setSize(entry.size());
        head.setCompressedSize(entry.content().length);
        head.setCrc(entry.crc());
        head.setTimeLocal(TIME);
        out.addRawArchiveEntry(head, new ByteArrayInputStream(entry.content()));
    }
}
