package org.tabularium;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.jcraft.jzlib.JZlib;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.ArrayUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the build promises to the tests.
@Shows(Requirement.SAME_BYTES)
class BuildTest {

    /// Commons Compress and what it needs, and JZlib.
    private static final String CLASS_PATH = Stream.of(ZipArchiveEntry.class, IOUtils.class, ArrayUtils.class, JZlib.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
            .collect(Collectors.joining(File.pathSeparator));

    @Test
    void testsRunOnJdk25() {
        assertThat(Runtime.version().feature()).isEqualTo(25);
    }

    @Test
    void testsAreToldWhereTheProjectIs() {
        assertThat(Path.of(System.getProperty("tabularium.root"), "functions", "pom.xml")).exists();
        assertThat(System.getProperty("tabularium.reference")).isNotBlank();
    }

    @Test
    void templatesAreInTheJar() {
        Path templates = Path.of(System.getProperty("tabularium.root"), "templates");
        assumeThat(Files.isDirectory(templates)).as("templates/ is there").isTrue();
        assertThat(BuildTest.class.getResource("/templates")).isNotNull();
    }

    /// Other places, orders, times, modes and time zones of the same files.
    @Test
    void functionsZipIsTheSameBytesOnEveryMachine(@TempDir Path folder) throws Exception {
        Path here = files(folder.resolve("here"), List.of("a/A.class", "b.txt"), "rw-------", 1_000_000);
        Path there = files(folder.resolve("there"), List.of("b.txt", "a/A.class"), "rwxrwxrwx", 1_700_000_000_000L);

        byte[] first = zip(folder.resolve("first.zip"), here, "Pacific/Kiritimati", "nothing-");

        assertThat(zip(folder.resolve("second.zip"), there, "America/Los_Angeles", "nothing-")).isEqualTo(first);
    }

    /// Its files as they are, so that no function inflates them; the zip's own, and a jar as a whole, compressed.
    @Test
    void functionsZipIsCompressedAndItsLibrariesAreOpen(@TempDir Path folder) throws Exception {
        byte[] text = "the same again and again ".repeat(1000).getBytes(UTF_8);
        Path here = Files.createDirectories(folder.resolve("here"));
        Files.write(here.resolve("a.txt"), text);
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(here.resolve("signed-1.0.jar")))) {
            for (String name : List.of("META-INF/MANIFEST.MF", "META-INF/PROVIDER.SF", "META-INF/PROVIDER.RSA",
                    "META-INF/notes.SF/b.txt", "a/")) {
                jar.putNextEntry(new ZipEntry(name));
                jar.write(name.endsWith("/") ? new byte[0] : text);
                jar.closeEntry();
            }
        }

        byte[] zip = zip(folder.resolve("all.zip"), here, "Asia/Tokyo", "nothing-");

        assertThat(zip).hasSizeLessThan(text.length / 4);
        Map<String, byte[]> entries = entries(zip);
        assertThat(entries.get("a.txt")).isEqualTo(text);
        byte[] jar = entries.getOrDefault("lib/signed-1.0.jar", new byte[0]);
        assertThat(entries(jar)).containsOnly(Map.entry("META-INF/MANIFEST.MF", text),
                Map.entry("META-INF/notes.SF/b.txt", text));
        assertThat(jar).hasSizeGreaterThan(2 * text.length);
    }

    @Test
    void partsOfALibraryThatNobodyNeedsAreLeftOut(@TempDir Path folder) throws Exception {
        Path library = Files.createDirectories(folder.resolve("here")).resolve("fonts-1.0.jar");
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(library))) {
            for (String name : List.of("fonts/Regular.ttf", "fonts/Italic.ttf")) {
                jar.putNextEntry(new ZipEntry(name));
                jar.write(name.repeat(100).getBytes(UTF_8));
                jar.closeEntry();
            }
        }

        byte[] zip = zip(folder.resolve("all.zip"), folder.resolve("here"), "Asia/Tokyo", "fonts-!.*Italic.*");

        Map<String, byte[]> lighter = entries(entries(zip).getOrDefault("lib/fonts-1.0.jar", new byte[0]));
        assertThat(lighter).containsExactly(Map.entry("fonts/Regular.ttf", "fonts/Regular.ttf".repeat(100).getBytes(UTF_8)));
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static Path files(Path folder, List<String> names, String mode, long time) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            Files.setLastModifiedTime(file, FileTime.fromMillis(time));
        }
        return folder;
    }

    private static byte[] zip(Path zip, Path files, String timeZone, String without) throws Exception {
        Path program = Path.of(System.getProperty("tabularium.root"), "functions", "src", "build", "LambdaZip.java");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Duser.timezone=" + timeZone, "-cp", CLASS_PATH,
                program.toString(), zip.toString(), files.toString(), files.toString(), without).inheritIO().start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readAllBytes(zip);
    }
}
