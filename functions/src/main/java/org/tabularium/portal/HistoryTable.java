package org.tabularium.portal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tabularium.publication.HistoryEvent;
import org.tabularium.publication.StudyKeys;

/// Events of a study in words.
///
/// @param persons whether it is said who did what
record HistoryTable(boolean persons) {

    Html of(List<HistoryEvent> events, StudyKeys keys) {
        if (events.isEmpty()) {
            return Html.tag("p").of("Nothing is written down yet.");
        }
        List<Html> rows = events.stream().map(e -> persons
                ? Layout.row(Layout.time(e.time()), what(e, keys), person(e))
                : Layout.row(Layout.time(e.time()), what(e, keys))).toList();
        return Layout.table("History", persons ? Layout.heads("When", "What", "Who") : Layout.heads("When", "What"), rows);
    }

    private static String what(HistoryEvent event, StudyKeys keys) {
        String key = text(event, "key").replace(keys.prefix(), "");
        return switch (event.type()) {
            case UPLOAD_GRANTED -> "Upload of " + key + " was allowed";
            case UPLOADED -> key + " came";
            case RUN -> "Run " + text(event, "run") + " was made";
            case POINTER -> "Run " + text(event, "run") + " became the newest";
            case VIEWED -> "The study's page was looked at";
            case LINK_GIVEN -> "A link to " + text(event, "path") + " of run " + text(event, "run") + " was given";
            case REFUSED -> "Somebody without access asked for the study";
            case WITHDRAWN -> "The study was withdrawn";
            case ARCHIVED -> "Old versions of the data were archived";
            case ERASED -> "The study was erased";
        };
    }

    private static String text(HistoryEvent event, String field) {
        return Objects.toString(event.fields().get(field), "");
    }

    private static String person(HistoryEvent event) {
        return event.fields().get("person") instanceof Map<?, ?> person
                ? Objects.toString(person.get("sub"), "")
                : text(event, "userIdentity");
    }
}
