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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabularium.publication.StudyKeys;

/// That something was written or removed in a study. It says where to look, never what is there.
///
/// @param key of the object
/// @param versionId of the object; empty where the notice has none
/// @param time when it happened
/// @param identity who did it, as S3 says; null where it was no writing
record UploadNotice(String study, String key, String versionId, Instant time, @Nullable String identity) {

    private static final JsonMapper JSON = new JsonMapper();

    /// What a message's body holds.
    ///
    /// @param dropped why records were passed over, one text each
    /// @param strays keys of objects that somebody put where no study is; somebody should hear of them
    record Contents(List<UploadNotice> notices, List<String> dropped, List<String> strays) {

        private static Contents dropped(String why) {
            return new Contents(List.of(), List.of(why), List.of());
        }
    }

    /// Reads the notification of a bucket (event version 2.x). What concerns no study is dropped, with the reason: test events,
    /// other buckets, keys outside of
    /// `studies/<study>/` or with `.` or `..` as a part, markers of folders.
    static Contents parse(String body, String bucket) {
        List<UploadNotice> notices = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        List<String> strays = new ArrayList<>();
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return Contents.dropped("the message is no JSON");
        }
        if (root.path("Event").asText().equals("s3:TestEvent")) {
            return Contents.dropped("test event");
        }
        if (root.path("Records").isEmpty()) {
            return Contents.dropped("the message has no records");
        }
        for (JsonNode item : root.path("Records")) {
            JsonNode s3 = item.path("s3");
            String reason = s3.path("bucket").path("name").asText().equals(bucket) ? null : "another bucket";
            String encoded = s3.path("object").path("key").asText();
            String study = reason == null ? study(encoded) : null;
            if (study == null) {
                dropped.add(reason == null ? "no object of a study" : reason);
                if (reason == null && isPut(item) && !encoded.isEmpty() && !encoded.endsWith("/")) {
                    strays.add(Objects.requireNonNullElse(key(encoded), encoded));
                }
            } else {
                notices.add(new UploadNotice(study, Objects.requireNonNull(key(encoded)),
                        s3.path("object").path("versionId").asText(""), time(item.path("eventTime").asText()),
                        isPut(item) ? item.path("userIdentity").path("principalId").asText("") : null));
            }
        }
        return new Contents(notices, dropped, strays);
    }

    private static boolean isPut(JsonNode item) {
        return item.path("eventName").asText().startsWith("ObjectCreated");
    }

    /// The key; null where it cannot be decoded.
    ///
    /// @param encoded as notifications have it: `+` for a space, other characters in percent
    private static @Nullable String key(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// The study that a key of a notification belongs to; null for none.
    private static @Nullable String study(String encoded) {
        String key = key(encoded);
        if (key == null) {
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
