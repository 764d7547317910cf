package org.tabularium.publication.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.publication.StudyState;
import org.tabularium.store.CountingStore;
import org.tabularium.store.InMemoryObjectStore;

/// A hundred thousand studies in the catalogue, store and all in a Java of 256 MB.
@Shows(Requirement.CATALOGUED)
class ManyStudiesTest {

    private static final int MANY = 100_000;
    private static final int STUDIES_A_DAY = 300;

    @Test
    void studyCostsTheSameAmongAHundredThousandAsAmongTen() throws Exception {
        String ten = inItsOwnJava(10);
        String many = inItsOwnJava(MANY);

        assertThat(many.lines().filter(l -> l.startsWith("cost"))).hasSize(3)
                .containsExactlyElementsOf(ten.lines().filter(l -> l.startsWith("cost")).toList());
        assertThat(many).contains("newest S-fresh S099947", "rejected 50", "named 10", "own 2");
        System.out.println(many);
    }

    /// The same program with as many studies as asked for.
    private static String inItsOwnJava(int studies) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:+UseSerialGC", "-cp", classPath(), ManyStudiesTest.class.getName(),
                Integer.toString(studies)).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(out).isZero();
        return out;
    }

    /// Where this test's classes and those it reaches come from; a test runner may keep them out of the system's class path.
    private static String classPath() throws URISyntaxException {
        List<String> places = new ArrayList<>();
        for (Class<?> type : List.of(ManyStudiesTest.class, Catalog.class, JsonMapper.class, JsonGenerator.class,
                JsonProperty.class,
                Assertions.class)) {
            places.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
        }
        return String.join(File.pathSeparator, places);
    }

    public static void main(String[] arguments) throws IOException {
        int studies = Integer.parseInt(arguments[0]);
        InMemoryObjectStore reports = new InMemoryObjectStore();
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < studies; i++) {
            String study = String.format(Locale.ROOT, "S%06d", i);
            status(reports, study, 1, i % 9 == 0 ? StudyState.REJECTED : StudyState.REPORTED);
            new Catalog(reports, at(start.plusSeconds(86_400L * (i / STUDIES_A_DAY) + i % STUDIES_A_DAY))).update(study,
                    () -> {});
        }
        Instant later = start.plusSeconds(86_400L * 400);
        CountingStore counting = new CountingStore(reports);
        status(reports, "S000005", 2, StudyState.REJECTED);
        long begin = System.nanoTime();
        new Catalog(counting, at(later)).update("S000005", () -> {});
        say("cost of a change " + counting.cost(), begin);
        counting = new CountingStore(reports);
        status(reports, "S-fresh", 1, StudyState.REPORTED);
        begin = System.nanoTime();
        new Catalog(counting, at(later)).update("S-fresh", () -> {});
        say("cost of a new study " + counting.cost(), begin);
        counting = new CountingStore(reports);
        begin = System.nanoTime();
        CatalogLists.Page own = new CatalogLists(counting, new Scope(Set.of("S000003", "S000004"), Set.of())).newest("");
        say("cost of the page of two " + counting.cost(), begin);
        System.out.println("own " + own.entries().size());
        CatalogLists all = new CatalogLists(counting, Scope.ALL);
        begin = System.nanoTime();
        CatalogLists.Page newest = all.newest("");
        say("newest " + newest.entries().getFirst().study() + " " + newest.entries().getLast().study(), begin);
        begin = System.nanoTime();
        say("rejected " + all.inState(StudyState.REJECTED, "").entries().size(), begin);
        begin = System.nanoTime();
        say("named " + all.named("s00012", "").entries().size(), begin);
        System.out.println("heap " + ((Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20) + " MB of "
                + (Runtime.getRuntime().maxMemory() >> 20));
    }

    /// What came out, and how long it took.
    private static void say(String what, long begin) {
        System.out.println(what);
        System.out.println("took " + (System.nanoTime() - begin) / 1_000 + " microseconds");
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    /// A short `status.json`, as the catalogue reads it; the same length for every study.
    private static void status(InMemoryObjectStore reports, String study, long sequence, StudyState state) {
        String text = """
                {"state": "%s", "study": "%s", "run": null, "snapshot": [{"key": "studies/%s/adsl.xpt", "versionId": "v", "sha256": null,
                "lastModified": "2026-01-01T00:00:00Z"}], "software": {}, "sequence": %s, "ignored": [], "findings": []}
                """.formatted(state.word(), study, study, sequence);
        reports.put("studies/" + study + "/status.json", text);
    }

}
