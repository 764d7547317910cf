package org.tabularium.publication.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.publication.StudyState;
import org.tabularium.publication.StudyStatus.Source;
import org.tabularium.publication.StudyStatus;
import org.tabularium.run.JsonLines;

/// What the catalogue says of a study: `catalog/entries/<study>.json`. Findings are counted, never shown.
///
/// @param state what happened last; null for a study that is gone: emptied, moved or withdrawn
/// @param sequence of the `status.json` that this was written after
/// @param changed when that was first seen
/// @param data when the newest of the datasets was written, ISO 8601; null where there is none
/// @param findings how many, by the word of their severity
/// @param marked when the markers were last written
public record CatalogEntry(String study, @Nullable StudyState state, long sequence, Instant changed, @Nullable String data,
        Map<String, Long> findings, Instant marked) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// The entry of a study as its status says.
    ///
    /// @param status null where there is none any more
    /// @param before the entry so far; null for none
    static CatalogEntry of(String study, @Nullable StudyStatus status, @Nullable CatalogEntry before, Instant now) {
        long sequence = status == null ? 0 : status.sequence();
        StudyState state = status == null || (status.snapshot().isEmpty() && status.ignored().isEmpty()) ? null : status.state();
        Instant changed = before != null && before.sequence == sequence && before.state == state ? before.changed : now;
        Map<String, Long> findings = new TreeMap<>();
        if (status != null) {
            status.findings().forEach(f -> findings.merge(f.severity().word(), 1L, Long::sum));
        }
        String data = status == null
                ? null
                : status.snapshot().stream().map(Source::lastModified).max(Comparator.naturalOrder()).orElse(null);
        return new CatalogEntry(study, state, sequence, changed, data, findings, now);
    }

    /// The day under which newest studies are found, UTC, as `20261129`.
    String day() {
        return DAY.format(changed);
    }

    /// Whether both say the same, however long ago their markers were written.
    boolean saysAs(@Nullable CatalogEntry other) {
        return other != null
                && equals(new CatalogEntry(other.study, other.state, other.sequence, other.changed, other.data, other.findings,
                        marked));
    }

    byte[] bytes() {
        return JsonLines.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("study", study);
            JsonLines.string(json, "state", state == null ? null : state.word());
            json.writeNumberField("sequence", sequence);
            json.writeStringField("changed", changed.toString());
            JsonLines.string(json, "data", data);
            json.writeObjectFieldStart("findings");
            for (Map.Entry<String, Long> count : findings.entrySet()) {
                json.writeNumberField(count.getKey(), count.getValue());
            }
            json.writeEndObject();
            json.writeStringField("marked", marked.toString());
            json.writeEndObject();
        });
    }

    /// Reads an entry back; null where it is damaged, which is as good as not there.
    static @Nullable CatalogEntry read(byte[] bytes) {
        try {
            JsonNode root = MAPPER.readTree(bytes);
            String word = root.path("state").textValue();
            Map<String, Long> findings = new TreeMap<>();
            root.path("findings").properties().forEach(f -> findings.put(f.getKey(), f.getValue().asLong()));
            return new CatalogEntry(root.path("study").asText(),
                    word == null ? null : StudyState.valueOf(word.toUpperCase(Locale.ROOT)), root.path("sequence").asLong(),
                    Instant.parse(root.path("changed").asText()), root.path("data").textValue(), findings,
                    Instant.parse(root.path("marked").asText()));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }
}
