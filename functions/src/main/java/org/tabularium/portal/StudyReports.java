package org.tabularium.portal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tabularium.publication.StudyKeys;
import org.tabularium.publication.StudyStatus;
import org.tabularium.publication.StudyStatusJson;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.Manifest;
import org.tabularium.run.ManifestJson;
import org.tabularium.run.RunPaths;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.StoredObject;

/// What the reports bucket holds of a study, for somebody who may read certain editions.
///
/// @param keys of the study
/// @param editions that they may read
record StudyReports(ObjectStore reports, StudyKeys keys, List<String> editions) {

    static final String FULL = "full";
    private static final Pattern RUN = Pattern.compile("[0-9a-f]{16}");

    /// A run that they may read.
    record Report(String run, Manifest manifest) {}

    /// What happened last; empty where nothing did.
    Optional<StudyStatus> status() throws IOException {
        return reports.get(keys.status()).map(o -> StudyStatusJson.read(o.bytes()));
    }

    /// The newest run of the first of the editions that has one.
    Optional<Report> newest() throws IOException {
        for (String edition : editions) {
            String key = edition.equals(FULL) ? keys.latest() : keys.prefix() + "editions/" + edition + "/latest.json";
            StudyStatus pointer = reports.get(key).map(o -> StudyStatusJson.read(o.bytes())).orElse(null);
            Optional<Report> report = pointer == null || pointer.run() == null ? Optional.empty() : run(pointer.run());
            if (report.isPresent()) {
                return report;
            }
        }
        return Optional.empty();
    }

    /// A run by its id; empty where it is none, or of another edition.
    Optional<Report> run(String run) throws IOException {
        Optional<StoredObject> object = RUN.matcher(run).matches()
                ? reports.get(keys.file(run, RunPaths.MANIFEST))
                : Optional.empty();
        try {
            return object.isPresent() && editions.contains(edition(object.get().bytes()))
                    ? Optional.of(new Report(run, ManifestJson.read(object.get().bytes())))
                    : Optional.empty();
        } catch (BrokenRunException e) {
            return Optional.empty();
        }
    }

    private static String edition(byte[] manifest) throws IOException {
        return new JsonMapper().readTree(manifest).path("edition").asText(FULL);
    }
}
