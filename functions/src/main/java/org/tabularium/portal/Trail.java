package org.tabularium.portal;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tabularium.publication.History;
import org.tabularium.publication.HistoryEvent;
import org.tabularium.publication.HistoryType;
import org.tabularium.store.ObjectStore;

/// Writes down who was given what, before it is given: where that fails, nothing is given.
record Trail(ObjectStore reports, Clock clock) {

    /// @param fields what was given, by name
    void write(HistoryType type, String study, Person person, Map<String, ?> fields) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("person", Map.of("iss", person.issuer(), "sub", person.subject()));
        all.putAll(fields);
        List<String> same = new ArrayList<>(List.of(person.issuer(), person.subject(), now.toString()));
        fields.forEach((name, value) -> same.add(name + "=" + value));
        new History(reports, study).append(HistoryEvent.of(type, now, all, same));
    }
}
