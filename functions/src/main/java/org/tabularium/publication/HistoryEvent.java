package org.tabularium.publication;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tabularium.snapshot.Sha256;

/// Something that happened to a study, to be written once and never changed.
///
/// @param time to the millisecond
/// @param fields what else is known of it, in this order: texts, numbers, lists and maps of these, nulls
/// @param identity what makes two events the same one, whenever either was written: SHA-256 over type and parts, 16 hex digits
public record HistoryEvent(HistoryType type, Instant time, Map<String, Object> fields, String identity) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int DIGITS = 16;

    public HistoryEvent {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// An event.
    ///
    /// @param same what makes two events the same one, beside the type
    public static HistoryEvent of(HistoryType type, Instant time, Map<String, ?> fields, List<String> same) {
        // A length before each part: ("a", "bc") is not ("ab", "c").
        StringBuilder text = new StringBuilder(type.word());
        same.forEach(part -> text.append('\n').append(part.length()).append(' ').append(part));
        return new HistoryEvent(type, time, new LinkedHashMap<>(fields),
                Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS));
    }

    /// The name of its object: sorted by name, events are sorted by time.
    String name() {
        return TIME.format(time) + "-" + type.word() + "-" + identity + ".json";
    }
}
