package org.tabularium.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.tabularium.run.Program;

/// The functions' zip as a later commit would have it whose version is still the same: one place of the sources reads otherwise, and
/// the build has gone over it.
final class NextRelease {

    private NextRelease() {}

    /// @param source of a class, e.g. `statistic/Descriptive`
    static byte[] withOtherClass(byte[] zip, Path folder, String source, String place, String other) throws IOException {
        Path classes = unpacked(zip, folder.resolve("classes"));
        String name = "org/tabularium/" + source + ".java";
        Path file = folder.resolve("sources").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file,
                replaced(Files.readString(Deployment.zip().resolveSibling("../src/main/java/" + name)), place, other));
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-nowarn", "-proc:none", "-d", classes.toString(),
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"), file.toString());
        assertThat(failed).isZero();
        return built(classes);
    }

    /// @param template e.g. `baseline.yaml`
    static byte[] withOtherTemplate(byte[] zip, Path folder, String template, String place, String other) throws IOException {
        Path classes = unpacked(zip, folder.resolve("classes"));
        Path file = classes.resolve("templates").resolve(template);
        Files.writeString(file, replaced(Files.readString(file), place, other));
        return built(classes);
    }

    private static String replaced(String text, String place, String other) {
        assertThat(text).contains(place);
        return text.replace(place, other);
    }

    private static byte[] built(Path classes) throws IOException {
        // As in the build: the program's hash is of the classes, and of the libraries of this process.
        Path libraries = Files.move(classes.resolve("lib"), classes.resolveSibling("lib"));
        Program.main(new String[]{classes.toString()});
        Files.move(libraries, classes.resolve("lib"));
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip); Stream<Path> files = Files.walk(classes)) {
            out.setLevel(1);
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                out.write(Files.readAllBytes(file));
            }
        }
        return zip.toByteArray();
    }

    private static Path unpacked(byte[] zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, in.readAllBytes());
            }
        }
        return folder;
    }
}
