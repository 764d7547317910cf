package org.tabularium.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tabularium.cli.Main;

/// A run of the command line in this process.
///
/// @param folder the working directory
record CommandRun(Path folder, int exit, String out, String err) {

    /// Runs a command in a working directory.
    static CommandRun of(Path folder, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), folder);
        return new CommandRun(folder, exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Relative name → bytes of every file below `out/<study>`; empty where there is no such folder.
    SortedMap<String, byte[]> files(String study) {
        return filesOf(folder.resolve("out").resolve(study));
    }

    String text(String study, String file) {
        byte[] bytes = files(study).get(file);
        if (bytes == null) {
            throw new AssertionError(file + " is not in the run; " + err);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    List<List<String>> rows(String study, String table) {
        return Csv.rows(text(study, "tables/" + table + ".csv"));
    }

    ResultRecords results(String study) {
        return ResultRecords.of(text(study, "results.json").getBytes(StandardCharsets.UTF_8));
    }

    /// Relative name → bytes of every file below a folder.
    static SortedMap<String, byte[]> filesOf(Path run) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.exists(run)) {
            return files;
        }
        try (Stream<Path> paths = Files.walk(run)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(run.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /// The parts of a zip file (an XLSX file, say) as text, by name.
    static SortedMap<String, String> parts(byte[] zip) {
        SortedMap<String, String> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
