package org.tabularium.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.publication.History;
import org.tabularium.publication.HistoryEvent;
import org.tabularium.publication.HistoryType;
import org.tabularium.publication.StudyState;
import org.tabularium.publication.StudyStatus.Source;
import org.tabularium.publication.StudyStatus;
import org.tabularium.run.Software;
import org.tabularium.store.ObjectVersion;

/// Writes into a study's history what the functions saw and did.
record StudyHistory(Wiring wiring, String study) {

    private static final int GRANTS = 200;

    private History history() {
        return new History(wiring.reports(), study);
    }

    /// A report became the newest one.
    void reported(StudyStatus status) throws IOException {
        if (status.state() != StudyState.REPORTED) {
            return;
        }
        String run = String.valueOf(status.run());
        Instant now = wiring.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        List<String> made = new ArrayList<>(List.of(run));
        List<Map<String, @Nullable String>> snapshot = new ArrayList<>();
        for (Source source : status.snapshot()) {
            Map<String, @Nullable String> version = new LinkedHashMap<>();
            version.put("key", source.key());
            version.put("versionId", source.versionId());
            version.put("sha256", source.sha256());
            snapshot.add(version);
            made.add(source.key() + " " + source.versionId());
        }
        Software software = status.software();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("run", run);
        fields.put("snapshot", snapshot);
        fields.put("version", software.version());
        fields.put("program", software.program());
        fields.put("commit", software.commit());
        history().append(HistoryEvent.of(HistoryType.RUN, now, fields, made));
        // A millisecond later, so that both stand in the order in which they happened.
        history()
                .append(HistoryEvent.of(HistoryType.POINTER, now.plusMillis(1), Map.of("run", run, "sequence", status.sequence()),
                        List.of(run, Long.toString(status.sequence()))));
    }

    /// Objects came. Each has its own notice, and its event the notice's time, so that a notice that comes twice writes it once.
    void uploaded(List<UploadNotice> notices) throws IOException {
        for (UploadNotice notice : notices) {
            if (notice.identity() == null || notice.time().equals(Instant.MAX)) {
                continue;
            }
            Optional<String> sha256 = given(notice);
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("key", notice.key());
            fields.put("versionId", notice.versionId());
            fields.put("userIdentity", notice.identity());
            fields.put("sha256", sha256.orElse(null));
            Optional<HistoryEvent> grant = sha256.flatMap(s -> grant(notice, s));
            fields.put("grant", grant.map(HistoryEvent::identity).orElse(null));
            fields.put("person", grant.map(g -> g.fields().get("person")).orElse(null));
            history().append(
                    HistoryEvent.of(HistoryType.UPLOADED, notice.time(), fields, List.of(notice.key(), notice.versionId())));
        }
    }

    /// The checksum that came with the object; none where it is gone by now, or came without.
    private Optional<String> given(UploadNotice notice) throws IOException {
        for (ObjectVersion version : wiring.uploads().list(notice.key())) {
            if (version.key().equals(notice.key()) && version.versionId().equals(notice.versionId())) {
                return wiring.uploads().sha256(version);
            }
        }
        return Optional.empty();
    }

    /// The newest grant of just this object and content.
    private Optional<HistoryEvent> grant(UploadNotice notice, String sha256) {
        try {
            return history().newest(t -> t == HistoryType.UPLOAD_GRANTED, GRANTS).stream()
                    .filter(g -> Objects.equals(g.fields().get("key"), notice.key())
                            && Objects.equals(g.fields().get("sha256"), sha256) && !g.time().isAfter(notice.time()))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
