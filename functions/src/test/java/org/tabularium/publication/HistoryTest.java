package org.tabularium.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.store.InMemoryObjectStore;

@Shows(Requirement.TRAIL)
class HistoryTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00.007Z");

    private final InMemoryObjectStore reports = new InMemoryObjectStore();
    private final History history = new History(reports, "KN 1");

    @Test
    void eventHasTimeTypeAndIdentityInItsName() throws IOException {
        history.append(
                HistoryEvent.of(HistoryType.UPLOAD_GRANTED, NOON, Map.of("key", "studies/KN 1/adsl.xpt"), List.of("a", "b")));

        assertThat(reports.keys()).singleElement().asString()
                .matches("studies/KN 1/history/20261129T120000[.]007Z-upload-granted-[0-9a-f]{16}[.]json");
        assertThat(new String(reports.get(reports.keys().getFirst()).orElseThrow().bytes(), StandardCharsets.UTF_8)).isEqualTo("""
                {
                "type": "upload-granted",
                "time": "2026-11-29T12:00:00.007Z",
                "study": "KN 1",
                "key": "studies/KN 1/adsl.xpt"
                }
                """);
    }

    @Test
    void eventThatIsThereIsNeverReplaced() throws IOException {
        history.append(HistoryEvent.of(HistoryType.RUN, NOON, Map.of("run", "1"), List.of("same")));
        String before = reports.state();

        history.append(HistoryEvent.of(HistoryType.RUN, NOON, Map.of("run", "2"), List.of("same")));

        assertThat(reports.state()).isEqualTo(before);
    }

    @Test
    void newestComesFirstAndAnEventWrittenTwiceIsSeenOnce() throws IOException {
        for (int i = 0; i < 5; i++) {
            history.append(HistoryEvent.of(HistoryType.VIEWED, NOON.plusSeconds(i), Map.of("i", i), List.of("view" + i)));
        }
        history.append(HistoryEvent.of(HistoryType.RUN, NOON.plusSeconds(9), Map.of("run", "first"), List.of("r")));
        history.append(HistoryEvent.of(HistoryType.RUN, NOON.plusSeconds(11), Map.of("run", "again"), List.of("r")));
        reports.put("studies/KN 1/history/20261129T120100.000Z-run-0123456789abcdef.json", "damaged");

        assertThat(history.newest(t -> true, 3)).hasSize(2).first().satisfies(e -> {
            assertThat(e.type()).isEqualTo(HistoryType.RUN);
            assertThat(e.fields().get("run")).isEqualTo("first");
        });
        assertThat(history.newest(t -> t == HistoryType.VIEWED, 2)).extracting(e -> String.valueOf(e.fields().get("i")))
                .containsExactly("4", "3");
    }

    @Test
    void partsOfAnIdentityDoNotRunTogether() {
        assertThat(HistoryEvent.of(HistoryType.RUN, NOON, Map.of(), List.of("a", "bc")).identity())
                .isNotEqualTo(HistoryEvent.of(HistoryType.RUN, NOON, Map.of(), List.of("ab", "c")).identity());
    }
}
