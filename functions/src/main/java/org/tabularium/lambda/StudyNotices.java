package org.tabularium.lambda;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tabularium.publication.StudyKeys;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.ObjectVersion;

/// What a batch of messages says of one study.
///
/// @param messages that name it
/// @param notices in them
record StudyNotices(String study, List<MessageBatch.Message> messages, List<UploadNotice> notices) {

    /// The studies that the batch names, in the order of their first notice. What names no study is logged and thereby done.
    static List<StudyNotices> of(MessageBatch batch, Wiring wiring) {
        Map<String, StudyNotices> byStudy = new LinkedHashMap<>();
        for (MessageBatch.Message message : batch.messages()) {
            UploadNotice.Contents body = UploadNotice.parse(message.body(), wiring.settings().uploads());
            for (UploadNotice notice : body.notices()) {
                StudyNotices study = byStudy.computeIfAbsent(notice.study(),
                        name -> new StudyNotices(name, new ArrayList<>(), new ArrayList<>()));
                study.notices.add(notice);
                if (!study.messages.contains(message)) {
                    study.messages.add(message);
                }
            }
            body.strays().forEach(key -> announce(key, wiring));
            body.dropped().forEach(why -> wiring.log().info("dropped: " + why, Map.of("messageId", message.id())));
        }
        return List.copyOf(byStudy.values());
    }

    private static void announce(String key, Wiring wiring) {
        wiring.log().warn("a delivery that is no study", Map.of("key", key));
        wiring.log().metrics(Map.of("DeliveriesOfNoStudy", 1));
        wiring.notices().accept(Announcement.ofNoStudy(key));
    }

    /// How often the message was received that came most often.
    int receives() {
        return messages.stream().mapToInt(MessageBatch.Message::receives).max().orElse(1);
    }

    /// Whether the study's newest object is neither at rest nor one of those that this batch speaks of: its own notice is still
    /// to come and will find the
    /// study more complete. Objects of the same second do not wait for each other.
    ///
    /// @param atRest objects written up to then are at rest
    boolean mustSettle(ObjectStore uploads, Instant atRest) throws IOException {
        Instant told = notices.stream().map(UploadNotice::time).max(Instant::compareTo).orElse(Instant.MAX);
        for (ObjectVersion version : uploads.list(new StudyKeys(study).prefix())) {
            Instant written = version.lastModified();
            boolean own = notices.stream().anyMatch(n -> n.versionId().equals(version.versionId()));
            if (!own && written.isAfter(atRest) && written.isAfter(told)) {
                return true;
            }
        }
        return false;
    }
}
