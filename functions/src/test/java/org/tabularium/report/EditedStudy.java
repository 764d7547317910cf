package org.tabularium.report;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tabularium.finding.RejectedException;
import org.tabularium.shell.Edition;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;

/// A copy of a study with further lines in its study.yaml, and its runs in some edition.
record EditedStudy(Path folder) {

    static EditedStudy of(Path study, Path temp, String lines) throws IOException {
        Path copy = temp.resolve(String.valueOf(study.getFileName()));
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(study)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
            }
        }
        Path settings = copy.resolve("study.yaml");
        String before = Files.exists(settings) ? Files.readString(settings).replaceAll("(?m)^identifiers:.*$", "") : "";
        Files.writeString(settings, before + "\n" + lines + "\n");
        return new EditedStudy(copy);
    }

    MadeReport report(Edition edition, String... formats) {
        try {
            ReportOptions options = new ReportOptions(java.util.List.of(formats), java.util.List.of(), null, java.util.List.of())
                    .withEdition(edition);
            Report report = ReportRun.report(StudySnapshot.of(new StudyFolder(folder)), options, Progress.NONE);
            return new MadeReport(report, ResultRecords.of(requireNonNull(report.files().get("results.json"))));
        } catch (RejectedException e) {
            throw new AssertionError(folder + " is rejected: " + e.findings(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What each file of a run says as text: parts of Office files each for itself, what a PDF shows.
    static Map<String, String> texts(MadeReport made) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : made.report().files().entrySet()) {
            String name = file.getKey();
            if (name.endsWith(".pdf")) {
                texts.put(name, made.pdf(name));
            } else if (name.endsWith(".xlsx") || name.endsWith(".docx")) {
                addParts(name, file.getValue(), texts);
            } else {
                texts.put(name, new String(file.getValue(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static void addParts(String name, byte[] bytes, Map<String, String> texts) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                if (part.getName().endsWith(".xlsx")) {
                    addParts(name + "!" + part.getName(), content, texts);
                } else {
                    texts.put(name + "!" + part.getName(), new String(content, StandardCharsets.UTF_8));
                }
            }
        }
    }
}
