package org.tabularium.publication.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.publication.ParallelCalls;
import org.tabularium.publication.Publication;
import org.tabularium.publication.Reporter;
import org.tabularium.publication.StudyState;
import org.tabularium.run.Manifest;
import org.tabularium.run.ManifestJson;
import org.tabularium.run.Software;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.CountingStore;
import org.tabularium.store.InMemoryObjectStore;

@Shows(Requirement.CATALOGUED)
class CatalogTest {

    private final InMemoryObjectStore uploads = new InMemoryObjectStore();
    private final InMemoryObjectStore reports = new InMemoryObjectStore();
    private Instant now = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void newestStudyComesFirst() throws IOException {
        publish("A", "1");
        publish("B", "1");
        publish("C", "1");
        publish("A", "2");

        assertThat(names(all().newest(""))).containsExactly("A", "C", "B");
    }

    @Test
    void studiesAreFoundByStateAndByTheBeginningOfTheirName() throws IOException {
        publish("KN5601", "1");
        publish("KN5602", "bad");
        publish("kn-lower", "1");
        publish("SA-1", "wait");

        assertThat(names(all().inState(StudyState.REJECTED, ""))).containsExactly("KN5602");
        assertThat(names(all().inState(StudyState.WAITING, ""))).containsExactly("SA-1");
        assertThat(names(all().named("kn", ""))).containsExactly("KN5601", "KN5602", "kn-lower");
        assertThat(names(all().named("KN5602", ""))).containsExactly("KN5602");
        assertThat(names(all().named("X", ""))).isEmpty();
    }

    @Test
    void markerOfAnEarlierStateIsPassedOver() throws IOException {
        publish("A", "bad");
        publish("A", "1");

        assertThat(reports.keys()).contains("catalog/by-state/rejected/A", "catalog/by-state/reported/A");
        assertThat(names(all().inState(StudyState.REJECTED, ""))).isEmpty();
        assertThat(names(all().inState(StudyState.REPORTED, ""))).containsExactly("A");
        assertThat(names(all().newest(""))).containsExactly("A");
    }

    @Test
    void emptiedStudyLeavesEveryListAndComesBackWithItsData() throws IOException {
        publish("A", "1");
        publish("B", "1");
        uploads.delete("studies/A/adsl.csv");
        publish("A");

        for (CatalogLists.Page page : List.of(all().newest(""), all().named("", ""), all().inState(StudyState.REPORTED, ""),
                all().inState(StudyState.WAITING, ""))) {
            assertThat(names(page)).doesNotContain("A");
        }
        assertThat(all().entry("A")).isEmpty();
        publish("A", "1");
        assertThat(names(all().newest(""))).containsExactly("A", "B");
    }

    @Test
    void findingsAreCountedAndNeverShown() throws IOException {
        publish("A", "bad");

        assertThat(all().entry("A").orElseThrow().findings()).containsExactly(java.util.Map.entry("error", 2L));
        for (String key : reports.keys()) {
            if (key.startsWith("catalog/")) {
                assertThat(new String(reports.get(key).orElseThrow().bytes(), StandardCharsets.UTF_8)).doesNotContain("SECRET");
            }
        }
    }

    @Test
    void sameStateChangesNothingAndMarkersAreRenewedBeforeTheyExpire() throws IOException {
        publish("A", "1");
        String before = reports.state();
        now = now.plus(Duration.ofDays(179));
        assertThat(new Catalog(reports, clock()).update("A", () -> {})).isFalse();
        assertThat(reports.state()).isEqualTo(before);

        now = now.plus(Duration.ofDays(2));
        assertThat(new Catalog(reports, clock()).update("A", () -> {})).isTrue();

        assertThat(all().entry("A").orElseThrow().day()).as("the day of the change stays").isEqualTo("20261101");
        assertThat(new String(reports.get("catalog/by-day/20261101/A").orElseThrow().bytes(), StandardCharsets.UTF_8))
                .startsWith("2027-05-01");
        assertThat(names(all().newest(""))).containsExactly("A");
    }

    @Test
    void whoMaySeeSomeSeesSome() throws IOException {
        for (String study : List.of("KN5601", "KN5602", "SA-1", "SA-2", "SA", "SB-1")) {
            publish(study, "1");
        }
        CatalogLists own = new CatalogLists(reports, new Scope(Set.of("KN5601", "SA"), Set.of("SA-")));

        assertThat(names(own.newest(""))).containsExactly("SA", "SA-2", "SA-1", "KN5601");
        assertThat(names(own.named("", ""))).containsExactlyInAnyOrder("SA", "SA-2", "SA-1", "KN5601");
        assertThat(names(own.named("S", ""))).containsExactlyInAnyOrder("SA", "SA-2", "SA-1");
        assertThat(names(own.inState(StudyState.REPORTED, ""))).containsExactlyInAnyOrder("SA", "SA-2", "SA-1", "KN5601");
        assertThat(names(new CatalogLists(reports, new Scope(Set.of(), Set.of())).newest(""))).isEmpty();
    }

    /// A caller with exact grants is answered from these: nothing is listed, whatever else is there.
    @Test
    void exactGrantsListNothing() throws IOException {
        publish("A", "1");
        publish("B", "1");
        CountingStore counting = new CountingStore(reports);

        assertThat(names(new CatalogLists(counting, new Scope(Set.of("A", "absent"), Set.of())).newest(""))).containsExactly("A");

        assertThat(counting.calls("keys") + counting.calls("folders") + counting.calls("list")).isZero();
    }

    @Test
    void pagesOfFiftyJoinWithoutGapOrRepetition() throws IOException {
        for (int i = 0; i < 330; i++) {
            publish(String.format(Locale.ROOT, "S%03d", i), "1");
            if (i % 40 == 0) {
                now = now.plus(Duration.ofDays(1));
            }
        }
        for (int i = 0; i < 330; i += 7) {
            publish(String.format(Locale.ROOT, "S%03d", i), "bad");
        }

        assertThat(walk(token -> all().newest(token))).hasSize(330).doesNotHaveDuplicates();
        assertThat(walk(token -> all().named("s", token))).hasSize(330).isSorted();
        assertThat(walk(token -> all().inState(StudyState.REJECTED, token))).hasSize(48).isSorted();
        assertThat(walk(token -> new CatalogLists(reports, new Scope(Set.of("S000"), Set.of("S1"))).newest(token))).hasSize(101);
    }

    /// Three writers, each with its own study, and one catalogue: nobody meets anybody.
    @Test
    void writersOfDifferentStudiesNeverConflict() throws Exception {
        CountingStore counting = new CountingStore(reports);
        for (String study : List.of("A", "B", "C")) {
            publishOnly(study, "1");
        }
        try (ExecutorService writers = Executors.newFixedThreadPool(3)) {
            List<Future<Boolean>> written = new ArrayList<>();
            for (int round = 0; round < 50; round++) {
                for (String study : List.of("A", "B", "C")) {
                    written.add(writers.submit(() -> new Catalog(counting, clock()).update(study, () -> {})));
                }
            }
            for (Future<Boolean> future : written) {
                future.get();
            }
        }
        assertThat(counting.conflicts()).isZero();
        assertThat(names(all().newest(""))).containsExactlyInAnyOrder("A", "B", "C");
    }

    /// While an entry is written, the study changes and another one writes its entry: the older one must not win.
    @Test
    void olderEntryNeverReplacesANewerOne() throws IOException {
        publish("A", "1");
        publishOnly("A", "2");
        InMemoryObjectStore overtaken = new Overtaken();

        new Catalog(overtaken, clock()).update("A", () -> {});

        assertThat(all().entry("A").orElseThrow().state()).isEqualTo(StudyState.REJECTED);
        assertThat(names(all().inState(StudyState.REJECTED, ""))).containsExactly("A");
    }

    /// Lets somebody else publish and write the entry just before the first conditional write.
    private final class Overtaken extends InMemoryObjectStore {

        private boolean overtaken;

        @Override
        public synchronized java.util.Optional<org.tabularium.store.StoredObject> get(String key) throws IOException {
            return reports.get(key);
        }

        @Override
        public synchronized boolean putIfAbsent(String key, byte[] content) throws IOException {
            return reports.putIfAbsent(key, content);
        }

        @Override
        public synchronized void putIfMatch(String key, byte[] content, String eTag) throws IOException {
            if (!overtaken && key.startsWith("catalog/entries/")) {
                overtaken = true;
                publish("A", "bad");
            }
            reports.putIfMatch(key, content, eTag);
        }
    }

    private interface Pages {
        CatalogLists.Page page(String after) throws IOException;
    }

    private static List<String> walk(Pages pages) throws IOException {
        List<String> names = new ArrayList<>();
        String token = "";
        while (token != null) {
            CatalogLists.Page page = pages.page(token);
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(CatalogLists.PAGE);
            names.addAll(names(page));
            token = page.next();
        }
        return names;
    }

    private CatalogLists all() {
        return new CatalogLists(reports, Scope.ALL);
    }

    private static List<String> names(CatalogLists.Page page) {
        return page.entries().stream().map(CatalogEntry::study).toList();
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private void publish(String study, String content) throws IOException {
        uploads.put("studies/" + study + "/adsl.csv", content);
        publish(study);
    }

    private void publishOnly(String study, String content) throws IOException {
        uploads.put("studies/" + study + "/adsl.csv", content);
        new Publication(study, uploads, reports, new FakeReporter(), new Software("Test", "1", null, "t"),
                new ParallelCalls(1)).publish(() -> {});
    }

    private void publish(String study) throws IOException {
        now = now.plusSeconds(1);
        new Publication(study, uploads, reports, new FakeReporter(), new Software("Test", "1", null, "t"),
                new ParallelCalls(1)).publish(() -> {});
        new Catalog(reports, clock()).update(study, () -> {});
    }

    private static final class FakeReporter implements Reporter {

        @Override
        public String run(StudySnapshot snapshot) {
            return snapshot.files().isEmpty() ? "none" : snapshot.files().getFirst().sha256().substring(0, 16);
        }

        @Override
        @SuppressWarnings("NonApiType") // as the interface has it
        public TreeMap<String, byte[]> report(StudySnapshot snapshot) throws RejectedException {
            if (snapshot.files().isEmpty() || snapshot.files().getFirst().content().size() == 4) {
                throw new RejectedException(List.of(Finding.error("ADSL_MISSING", "is missing")));
            }
            if (snapshot.files().getFirst().content().size() == 3) {
                Finding bad = Finding.error("BAD", "is bad").in("ADSL").value("SECRET");
                throw new RejectedException(List.of(bad, bad.at(2)));
            }
            TreeMap<String, byte[]> files = new TreeMap<>();
            files.put(Manifest.FILE, ManifestJson.bytes(new Manifest(snapshot.folder(), run(snapshot), null,
                    new Software("Test", "1", null, "t"), Manifest.SettingsFile.NONE, List.of(), List.of(), List.of(), List.of(),
                    new Manifest.Counts(0, 0, 0))));
            return files;
        }
    }
}
