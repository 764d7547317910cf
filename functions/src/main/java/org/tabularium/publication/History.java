package org.tabularium.publication;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.run.JsonLines;
import org.tabularium.store.ObjectStore;

/// What happened to a study, an object an event, `studies/<study>/history/<time>-<type>-<identity>.json`: written once, never
/// replaced,
/// never listed for writing. A handler that dies and comes again may write an event twice, at two times; readers see the
/// first of those
/// with the same identity.
///
/// @param study its name
public record History(ObjectStore reports, String study) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern NAME = Pattern.compile(".*/[0-9]{8}T[0-9]{6}[.][0-9]{3}Z-([a-z-]+)-([0-9a-f]{16})[.]json");
    private static final int LISTED = 1_000;

    private String prefix() {
        return new StudyKeys(study).prefix() + "history/";
    }

    /// Writes an event down; one that is there already stays.
    public void append(HistoryEvent event) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", event.type().word());
        fields.put("time", event.time().toString());
        fields.put("study", study);
        fields.putAll(event.fields());
        reports.putIfAbsent(prefix() + event.name(), JsonLines.bytes(json -> {
            json.setCodec(MAPPER);
            json.writeStartObject();
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                json.writeObjectField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        }));
    }

    /// The newest events, the newest first.
    ///
    /// @param types of events that are wanted
    /// @param limit how many at most
    public List<HistoryEvent> newest(Predicate<HistoryType> types, int limit) throws IOException {
        List<String> keys = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        List<String> some = reports.keys(prefix(), "", LISTED);
        while (!some.isEmpty()) {
            for (String key : some) {
                Matcher name = NAME.matcher(key);
                if (name.matches() && type(name.group(1)).filter(types).isPresent()
                        && seen.add(name.group(1) + name.group(2))) {
                    keys.add(key);
                }
            }
            some = some.size() < LISTED ? List.of() : reports.keys(prefix(), some.getLast(), LISTED);
        }
        List<Callable<Optional<HistoryEvent>>> calls = new ArrayList<>();
        keys.reversed().stream().limit(limit).forEach(key -> calls.add(() -> read(key)));
        return ParallelCalls.WIDE.all(calls).stream().flatMap(Optional::stream).toList();
    }

    private Optional<HistoryEvent> read(String key) throws IOException {
        Matcher name = NAME.matcher(key);
        byte[] bytes = reports.get(key).map(o -> o.bytes()).orElse(new byte[0]);
        if (!name.matches() || bytes.length == 0) {
            return Optional.empty();
        }
        try {
            Map<String, Object> fields = new LinkedHashMap<>(
                    MAPPER.readValue(bytes, new TypeReference<Map<String, Object>>() {}));
            Instant time = Instant.parse(String.valueOf(fields.get("time")));
            List.of("type", "time", "study").forEach(fields::remove);
            return type(name.group(1)).map(t -> new HistoryEvent(t, time, fields, name.group(2)));
        } catch (IOException | DateTimeException e) {
            return Optional.empty(); // damaged: an event less, never a page less
        }
    }

    private static Optional<HistoryType> type(String word) {
        try {
            return Optional.of(HistoryType.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
