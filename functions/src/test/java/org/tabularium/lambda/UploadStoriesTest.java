package org.tabularium.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tabularium.lambda.LocalCloud.batch;
import static org.tabularium.lambda.LocalCloud.context;
import static org.tabularium.lambda.LocalCloud.created;
import static org.tabularium.lambda.LocalCloud.message;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.publication.StudyState;
import org.tabularium.store.Content;
import org.tabularium.store.InMemoryObjectStore;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.ObjectVersion;
import org.tabularium.store.StoredObject;

/// What a sponsor may do to a study, and what may happen to the store meanwhile, as the report function sees it.
@Shows(Requirement.UPLOADS_REPORTED)
class UploadStoriesTest {

    private static final String ADSL = "USUBJID,AGE,SEX,TRT01A,SAFFL\nA-1,30,F,A,Y\nA-2,40,M,A,Y\n";
    private static final String ADAE = "USUBJID,AEBODSYS,AEDECOD,TRTEMFL,AESER\nA-1,Nervous system disorders,Headache,Y,N\n";

    private final LocalCloud cloud = new LocalCloud();
    private final ReportFunction function = new ReportFunction(cloud.wiring());

    private void handle(String study, String name) {
        assertThat(function.handle(batch(message(name, created(study, name))), context())).isEmpty();
    }

    @Test
    void reportGrowsWithEachDatasetAndShrinksWithARemovedOne() throws IOException {
        cloud.upload("A", "adsl.csv", ADSL);
        handle("A", "adsl.csv");
        String small = String.valueOf(cloud.latest("A").run());
        assertThat(produced("A")).contains("baseline").doesNotContain("ae-overview");

        cloud.upload("A", "adae.csv", ADAE);
        handle("A", "adae.csv");
        assertThat(produced("A")).contains("baseline", "ae-overview");

        cloud.uploads.delete("studies/A/adae.csv");
        handle("A", "adae.csv");
        assertThat(cloud.latest("A").run()).as("the same content is the same run").isEqualTo(small);
        assertThat(cloud.latest("A").sequence()).isEqualTo(3);
    }

    @Test
    void studyOfWhichNothingIsLeftWaitsAndKeepsItsReport() throws IOException {
        cloud.upload("A", "adsl.csv", ADSL);
        handle("A", "adsl.csv");
        String run = String.valueOf(cloud.latest("A").run());

        cloud.uploads.delete("studies/A/adsl.csv");
        handle("A", "adsl.csv");

        assertThat(cloud.status("A").state()).isEqualTo(StudyState.WAITING);
        assertThat(cloud.latest("A").run()).isEqualTo(run);
        assertThat(cloud.notices).hasSize(2).last().asString().startsWith("Tabularium: waiting for ADSL");
    }

    @Test
    void datasetReplacedByABrokenAndThenByARepairedOneEndsReported() throws IOException {
        cloud.upload("A", "adsl.csv", ADSL);
        cloud.upload("A", "adae.csv", ADAE);
        handle("A", "adsl.csv");
        String good = String.valueOf(cloud.latest("A").run());

        cloud.upload("A", "adae.csv", ADAE.replace("A-1", "A-99"));
        handle("A", "adae.csv");
        assertThat(cloud.status("A").state()).isEqualTo(StudyState.REJECTED);
        assertThat(cloud.latest("A").run()).isEqualTo(good);

        cloud.upload("A", "adae.csv", ADAE.replace("A-1", "A-2"));
        handle("A", "adae.csv");
        assertThat(cloud.status("A").state()).isEqualTo(StudyState.REPORTED);
        assertThat(cloud.latest("A").run()).isNotEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOST 01 患者", "KN+56 01", "a%20b", "<script>", "A&B", "Ärzte"})
    void anyNameOfAStudyIsItsName(String study) throws IOException {
        cloud.upload(study, "adsl.csv", ADSL);
        String encoded = java.net.URLEncoder.encode(study, java.nio.charset.StandardCharsets.UTF_8);

        handle(encoded, "adsl.csv");

        assertThat(cloud.latest(study).study()).isEqualTo(study);
        assertThat(cloud.reports.keys()).allMatch(k -> k.startsWith("studies/" + study + "/"));
    }

    /// The reference's events as they come from a bucket, with its prefix `uploads/` as ours.
    @ParameterizedTest
    @CsvSource({"test_event.json, ", "output_prefix_loop.json, ", "path_traversal.json, ", "plus_and_unicode.json, HOST 01 患者"})
    void hostileEventReportsItsStudyOrNothing(String file, String study) throws IOException {
        Path events = Path.of(System.getProperty("tabularium.reference", "../shared/reference"), "hostile/events");
        assumeTrue(Files.isDirectory(events), events + " is not there");
        String body = Files.readString(events.resolve(file)).replace("uploads/", "studies/").replace("clinical-uploads",
                "uploads");
        for (String there : List.of("HOST01", "HOST 01 患者", "OTHER")) {
            cloud.upload(there, "adsl.csv", ADSL);
        }

        assertThat(function.handle(batch(message("m", body)), context())).isEmpty();

        if (study == null) {
            assertThat(cloud.reported()).isEmpty();
            assertThat(cloud.log()).contains("dropped");
        } else {
            assertThat(cloud.reports.folders("studies/")).containsExactly(study);
        }
    }

    static Stream<String> datasets() {
        return Stream.of("sa-or088/adae.xpt", "sa-or088/adqs.csv", "formats-demo/adae.ndjson", "formats-demo/adqs.dsjc",
                "formats-demo/adsl.json", "roundtrip/adsl.openpyxl.xlsx", "roundtrip/adsl.haven.sas7bdat");
    }

    /// The store breaks off in the middle of a dataset: no format may take that for damage of the file, which would reject a good
    /// study.
    @ParameterizedTest
    @MethodSource("datasets")
    void outageWhileADatasetIsReadIsNoFaultOfTheDataset(String dataset) throws IOException {
        String study = dataset.substring(0, dataset.indexOf('/'));
        String name = dataset.substring(dataset.indexOf('/') + 1);
        if (study.equals("roundtrip")) {
            Path file = LocalCloud.ROOT.resolve("test-data").resolve(dataset);
            name = "adsl" + name.substring(name.lastIndexOf('.'));
            cloud.upload(study, name, Files.readAllBytes(file));
        } else {
            cloud.uploadStudy(study, study);
        }
        BreakingOff uploads = new BreakingOff(cloud.uploads, "/" + name);
        ReportFunction broken = new ReportFunction(cloud.wiring(uploads, cloud.reports));

        var response = broken.handle(batch(message("m", created(study, name))), context());

        assertThat(response).containsExactly("m");
        assertThat(cloud.reported()).isEmpty();
        assertThat(cloud.log()).contains("the line went dead");
        handle(study, name);
        assertThat(cloud.status(study).state()).isEqualTo(StudyState.REPORTED);
    }

    @Test
    void studiesOfOneBatchAreReportedOnceEach() throws IOException {
        for (String study : List.of("A", "B", "C")) {
            cloud.upload(study, "adsl.csv", ADSL);
            cloud.upload(study, "adae.csv", ADAE);
        }

        function.handle(batch(message("1", created("A", "adsl.csv")), message("2", created("B", "adsl.csv")),
                message("3", created("A", "adae.csv")), message("4", created("C", "adsl.csv")),
                message("5", created("A", "adsl.csv"))), context());

        assertThat(cloud.notices).hasSize(3);
        assertThat(cloud.log().lines().filter(l -> l.contains("\"message\":\"reported\""))).hasSize(3);
        assertThat(cloud.latest("A").sequence()).isEqualTo(1);
    }

    private List<String> produced(String study) throws IOException {
        String line = cloud.log().lines().filter(l -> l.contains("\"message\":\"reported\"") && l.contains("\"" + study + "\""))
                .reduce((_, last) -> last).orElseThrow();
        var tables = new com.fasterxml.jackson.databind.json.JsonMapper().readTree(line).path("tables");
        return Stream.iterate(0, i -> i < tables.size(), i -> i + 1).map(i -> tables.path(i).asText()).toList();
    }

    /// The objects with this end of their key are read half, from the second time on: the first one is for the hash.
    private static final class BreakingOff implements ObjectStore {

        private final InMemoryObjectStore store;
        private final String suffix;
        private int opened;

        BreakingOff(InMemoryObjectStore store, String suffix) {
            this.store = store;
            this.suffix = suffix;
        }

        @Override
        public Content content(ObjectVersion version) {
            Content content = store.content(version);
            return !version.key().endsWith(suffix) ? content : new Content() {
                @Override
                public long size() {
                    return content.size();
                }

                @Override
                public InputStream open() throws IOException {
                    return opened++ == 0 ? content.open() : new HalfStream(content.open(), content.size() / 2);
                }
            };
        }

        @Override
        public List<ObjectVersion> list(String prefix) throws IOException {
            return store.list(prefix);
        }

        @Override
        public List<String> keys(String begin, String after, int limit) throws IOException {
            return store.keys(begin, after, limit);
        }

        @Override
        public List<String> folders(String prefix) throws IOException {
            return store.folders(prefix);
        }

        @Override
        public Optional<StoredObject> get(String key) throws IOException {
            return store.get(key);
        }

        @Override
        public boolean putIfAbsent(String key, byte[] bytes) throws IOException {
            return store.putIfAbsent(key, bytes);
        }

        @Override
        public void putIfMatch(String key, byte[] bytes, String eTag) throws IOException {
            store.putIfMatch(key, bytes, eTag);
        }
    }

    private static final class HalfStream extends FilterInputStream {

        private long left;

        HalfStream(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            spend(1);
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, (int) Math.min(length, Math.max(1, left)));
            spend(n);
            return n;
        }

        /// A reader that passes over bytes has them sent all the same.
        @Override
        public long skip(long bytes) throws IOException {
            long n = super.skip(Math.min(bytes, Math.max(1, left)));
            spend(n);
            return n;
        }

        private void spend(long bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("the line went dead");
            }
        }
    }
}
