package org.tabularium.manuscript;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tabularium.report.Progress;
import org.tabularium.report.Report;
import org.tabularium.report.ReportOptions;
import org.tabularium.report.ReportRun;
import org.tabularium.run.Manifest;
import org.tabularium.run.ManifestJson;
import org.tabularium.run.folder.RunFiles;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;

/// A run of a study of `test-data`, made in this process.
record MadeRun(Report report, Manifest manifest) implements RunFiles {

    private static final Map<String, MadeRun> MADE = new ConcurrentHashMap<>();

    static MadeRun of(String study) {
        return MADE.computeIfAbsent(study, MadeRun::make);
    }

    private static MadeRun make(String study) {
        try {
            Path folder = Path.of(requireNonNull(System.getProperty("tabularium.root")), "test-data", study);
            ReportOptions options = new ReportOptions(List.of("csv", "docx", "text"), List.of(), null, List.of());
            Report report = ReportRun.report(StudySnapshot.of(new StudyFolder(folder)), options, Progress.NONE);
            return new MadeRun(report, ManifestJson.read(requireNonNull(report.files().get("manifest.json"))));
        } catch (Exception e) {
            throw new AssertionError(study + " is not reported", e);
        }
    }

    @Override
    public byte[] bytes(String path) throws IOException {
        return requireNonNull(report.files().get(path), path);
    }

    @Override
    public String place() {
        return report.study();
    }
}
