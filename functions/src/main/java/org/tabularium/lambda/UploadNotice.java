package org.tabularium.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.publication.StudyKeys;

/// That something was written or removed in a study. It says where to look, never what is there.
///
/// @param versionId of the object; empty where the notice has none
/// @param time when it happened
record UploadNotice(String study, String versionId, Instant time) {

    private static final JsonMapper JSON = new JsonMapper();

    /// What a message's body holds.
    ///
    /// @param dropped why records were passed over, one text each
    record Contents(List<UploadNotice> notices, List<String> dropped) {}

    /// Reads the notification of a bucket (event version 2.x). What concerns no study is dropped, with the reason: test events,
    /// other buckets, keys outside of
    /// `studies/<study>/` or with `.` or `..` as a part, markers of folders.
    static Contents parse(String body, String bucket) {
        List<UploadNotice> notices = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return new Contents(notices, List.of("the message is no JSON"));
        }
        if (root.path("Event").asText().equals("s3:TestEvent")) {
            return new Contents(notices, List.of("test event"));
        }
        if (root.path("Records").isEmpty()) {
            return new Contents(notices, List.of("the message has no records"));
        }
        for (JsonNode item : root.path("Records")) {
            JsonNode s3 = item.path("s3");
            String reason = s3.path("bucket").path("name").asText().equals(bucket) ? null : "another bucket";
            String study = reason == null ? study(s3.path("object").path("key").asText()) : null;
            if (study == null) {
                dropped.add(reason == null ? "no object of a study" : reason);
            } else {
                notices.add(new UploadNotice(study, s3.path("object").path("versionId").asText(""),
                        time(item.path("eventTime").asText())));
            }
        }
        return new Contents(notices, dropped);
    }

    /// The study that a key of a notification belongs to; null for none.
    ///
    /// @param encoded as notifications have it: `+` for a space, other characters in percent
    private static @Nullable String study(String encoded) {
        String key;
        try {
            key = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
        String[] parts = key.split("/", -1);
        boolean inStudy = parts.length >= 3 && key.startsWith(StudyKeys.STUDIES) && !key.endsWith("/")
                && StudyKeys.isName(parts[1]);
        for (String part : parts) {
            inStudy &= !part.equals("..") && !part.equals(".");
        }
        return inStudy ? parts[1] : null;
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.MAX;
        }
    }
}
