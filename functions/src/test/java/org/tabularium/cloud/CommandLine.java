package org.tabularium.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The command line as people start it, from the jar that was just built.
final class CommandLine {

    private CommandLine() {}

    static Path root() {
        return Path.of(System.getProperty("tabularium.root", ".."));
    }

    /// The files of a study's run: path in the run → bytes.
    ///
    /// @param formats none for all
    static NavigableMap<String, byte[]> report(Path study, Path out, String... formats) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                root().resolve("functions/target/tabularium.jar").toString(), "report", study.toString(), "--out",
                out.toString()));
        if (formats.length > 0) {
            command.addAll(List.of("--format", String.join(",", formats)));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        NavigableMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(out)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                files.put(out.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return files;
    }
}
