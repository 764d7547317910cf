package org.tabularium.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.RejectedException;
import org.tabularium.run.JsonLines;
import org.tabularium.run.RunPaths;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.StoredStudy;

/// What another program would say of a study, beside what its newest run says: numbers and their texts by their keys. It is
/// written
/// to `previews/<preview>/<study>.json`; nothing is published, no pointer moves.
public final class Preview {

    /// Changes that are listed; all are counted.
    private static final int LISTED = 1_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectStore uploads;
    private final ObjectStore reports;
    private final Reporter reporter;

    public Preview(ObjectStore uploads, ObjectStore reports, Reporter reporter) {
        this.uploads = uploads;
        this.reports = reports;
        this.reporter = reporter;
    }

    /// What was found.
    ///
    /// @param state `same`, `changed`, `new` where the study has no run yet, `rejected` where this program makes no report of it
    /// @param before the newest run; null for none
    /// @param after the run that this program would make; null where it would not
    /// @param changed how many results are new, gone or otherwise
    public record Outcome(String state, @Nullable String before, @Nullable String after, int changed) {}

    /// One result.
    ///
    /// @param from value and text before; null where the result is new
    /// @param to value and text after; null where it is gone
    private record Change(String key, @Nullable String from, @Nullable String to) {}

    /// Compares and writes down.
    ///
    /// @param preview the name of the preview, which other studies' share
    public Outcome write(String study, String preview) throws IOException {
        StudyKeys keys = new StudyKeys(study);
        StudyStatus latest = reports.get(keys.latest()).map(o -> StudyStatusJson.read(o.bytes())).orElse(null);
        String before = latest == null ? null : latest.run();
        List<Change> changes = new ArrayList<>();
        Outcome outcome;
        try {
            StudySnapshot snapshot = StudySnapshot.of(new StoredStudy(uploads, keys.prefix()));
            String after = reporter.run(snapshot);
            if (!after.equals(before)) {
                changes.addAll(changes(before == null ? new byte[0] : results(keys, before),
                        Objects.requireNonNull(reporter.report(snapshot).get(RunPaths.RESULTS))));
            }
            String changed = changes.isEmpty() ? "same" : "changed";
            outcome = new Outcome(before == null ? "new" : changed, before, after, changes.size());
        } catch (RejectedException e) {
            outcome = new Outcome("rejected", before, null, 0);
        }
        reports.putIfAbsent("previews/" + preview + "/" + study + ".json", bytes(study, outcome, changes));
        return outcome;
    }

    private byte[] results(StudyKeys keys, String run) throws IOException {
        return reports.get(keys.file(run, RunPaths.RESULTS)).map(o -> o.bytes()).orElse(new byte[0]);
    }

    private static List<Change> changes(byte[] before, byte[] after) throws IOException {
        Map<String, String> old = byKey(before);
        Map<String, String> now = byKey(after);
        TreeSet<String> all = new TreeSet<>(old.keySet());
        all.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (String key : all) {
            if (!Objects.equals(old.get(key), now.get(key))) {
                changes.add(new Change(key, old.get(key), now.get(key)));
            }
        }
        return changes;
    }

    private static Map<String, String> byKey(byte[] results) throws IOException {
        Map<String, String> byKey = new LinkedHashMap<>();
        if (results.length > 0) {
            for (JsonNode result : JSON.readTree(results)) {
                byKey.put(result.path("key").asText(), result.path("value") + " " + result.path("text"));
            }
        }
        return byKey;
    }

    private static byte[] bytes(String study, Outcome outcome, List<Change> changes) {
        return JsonLines.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("study", study);
            json.writeStringField("state", outcome.state());
            JsonLines.string(json, "before", outcome.before());
            JsonLines.string(json, "after", outcome.after());
            json.writeNumberField("changed", outcome.changed());
            json.writeArrayFieldStart("changes");
            for (Change change : changes.subList(0, Math.min(LISTED, changes.size()))) {
                json.writeStartObject();
                json.writeStringField("key", change.key());
                JsonLines.string(json, "from", change.from());
                JsonLines.string(json, "to", change.to());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
