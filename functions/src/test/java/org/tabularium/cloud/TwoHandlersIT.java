package org.tabularium.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.finding.RejectedException;
import org.tabularium.publication.Publication;
import org.tabularium.publication.Reporter;
import org.tabularium.publication.StudyState;
import org.tabularium.publication.StudyStatus;
import org.tabularium.publication.StudyStatusJson;
import org.tabularium.report.Progress;
import org.tabularium.report.ReportOptions;
import org.tabularium.report.ReportRun;
import org.tabularium.snapshot.Sha256;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.ObjectVersion;
import org.tabularium.store.s3.S3ObjectStore;
import software.amazon.awssdk.core.sync.RequestBody;

/// Two handlers on one study at once, over LocalStack's S3: the older one is held up before each of its steps in turn, while the
/// sponsor uploads and the
/// younger one reports. [org.tabularium.publication.PublicationModelTest] tries all interleavings; this shows that S3 keeps what
/// the model assumes of it.
@Shows(Requirement.NOTHING_LOST)
class TwoHandlersIT {
    private static final String STUDY = "two handlers";
    private static final String PREFIX = "studies/" + STUDY + "/";
    private static final String S0 = "USUBJID,AGE,SEX,TRT01A\nA-1,30,F,A\nA-2,40,M,A\n";
    private static final String S1 = "USUBJID,AGE,SEX,TRT01A\nA-1,31,F,A\nA-2,40,M,A\n";
    private static final String S2 = "USUBJID,AGE,SEX,TRT01A\nA-1,32,F,A\nA-2,40,M,A\n";

    private static LocalStack aws;

    private String uploadsBucket = "";
    private ObjectStore uploads;
    private ObjectStore reports;

    /// The steps of a publication, by the call of a store that each makes.
    enum At {
        READ_LATEST("get", PREFIX + "latest.json", 1), //
        READ_STATUS("get", PREFIX + "status.json", 1), //
        LIST("list", PREFIX, 1), //
        READ_DATASET("read", PREFIX + "adsl.csv", 1), //
        LOOK_FOR_THE_RUN("get", "/manifest.json", 1), //
        WRITE_A_FILE("put if absent", "/results.json", 1), //
        WRITE_THE_MANIFEST("put if absent", "/manifest.json", 1), //
        LIST_AGAIN("list", PREFIX, 2), //
        WRITE_LATEST("put", PREFIX + "latest.json", 1), //
        WRITE_STATUS("put", PREFIX + "status.json", 1), //
        LIST_LAST("list", PREFIX, 3);

        private final String call;
        private final String end;
        private final int time;

        At(String call, String end, int time) {
            this.call = call;
            this.end = end;
            this.time = time;
        }

        boolean is(String madeCall, String key) {
            return madeCall.startsWith(call) && key.endsWith(end);
        }
    }

    /// The report as the functions make it, with CSV files alone: what is shown here is when files are written.
    private static final Reporter REPORTER = new Reporter() {
        private static final ReportOptions FEW = new ReportOptions(List.of("csv"), List.of(), null, List.of());

        @Override
        public String run(StudySnapshot snapshot) throws RejectedException {
            return ReportRun.run(snapshot, FEW);
        }

        @Override
        public SortedMap<String, byte[]> report(StudySnapshot snapshot) throws RejectedException {
            return ReportRun.report(snapshot, FEW, Progress.NONE).files();
        }
    };

    @BeforeAll
    static void connect() {
        aws = LocalStack.running();
    }

    @BeforeEach
    void buckets() {
        uploadsBucket = aws.bucket("uploads");
        uploads = new S3ObjectStore(aws.s3, uploadsBucket);
        reports = new S3ObjectStore(aws.s3, aws.bucket("reports"));
    }

    private void upload(String adsl) {
        aws.s3.putObject(b -> b.bucket(uploadsBucket).key(PREFIX + "adsl.csv"), RequestBody.fromString(adsl, UTF_8));
    }

    private Publication.Outcome publish() throws IOException {
        return new Publication(STUDY, uploads, reports, REPORTER).publish(() -> {});
    }

    /// Publishes as the older handler does: held up once before that step, while the others act.
    private void publishHeldUp(At at, Others others) throws IOException {
        AtomicInteger times = new AtomicInteger();
        AtomicInteger held = new AtomicInteger();
        StoppedStore.Stop stop = (call, key) -> {
            if (at.is(call, key) && times.incrementAndGet() == at.time) {
                held.incrementAndGet();
                others.act();
            }
        };
        new Publication(STUDY, new StoppedStore(uploads, stop), new StoppedStore(reports, stop), REPORTER).publish(() -> {});
        assertThat(held).as("the handler came to " + at).hasValue(1);
    }

    /// What others do meanwhile.
    private interface Others {
        void act() throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void newerStateWins(At at) throws Exception {
        upload(S1);

        publishHeldUp(at, () -> {
            upload(S2);
            publish();
        });

        assertEndsAt(S2);
    }

    /// The same with a report that is there already, so that pointers are replaced and not made.
    @ParameterizedTest
    @EnumSource
    void stateThatComesBackIsTheLast(At at) throws Exception {
        upload(S0);
        publish();
        upload(S1);

        publishHeldUp(at, () -> {
            upload(S2);
            publish();
            upload(S1);
            publish();
        });

        assertEndsAt(S1);
    }

    /// Nobody but the older handler is there when the state comes back.
    @ParameterizedTest
    @EnumSource
    void stateThatComesBackUnseenIsTheLast(At at) throws Exception {
        upload(S1);

        publishHeldUp(at, () -> {
            upload(S2);
            upload(S1);
        });

        assertEndsAt(S1);
    }

    /// A death anywhere leaves the last good report, and the message that comes again mends the rest.
    @ParameterizedTest
    @EnumSource
    void deathIsRepairedByTheRetry(At at) throws Exception {
        upload(S0);
        publish();
        String before = String.valueOf(read("latest.json").run());
        upload(S1);
        assertThatThrownBy(() -> publishHeldUp(at, () -> {
            throw new Died();
        })).matches(e -> e instanceof Died || e.getCause() instanceof Died, "the handler died");
        boolean manifestIsThere = at.compareTo(At.LIST_AGAIN) >= 0;
        boolean pointerIsThere = at.compareTo(At.WRITE_STATUS) >= 0;
        String run = REPORTER.run(snapshot());
        assertThat(reports.get(PREFIX + "runs/" + run + "/manifest.json").isPresent()).isEqualTo(manifestIsThere);
        assertThat(read("latest.json").run()).isEqualTo(pointerIsThere ? run : before);
        List<ObjectVersion> written = reports.list(PREFIX + "runs/");

        publish();

        assertEndsAt(S1);
        assertThat(reports.list(PREFIX + "runs/")).as("what was written is not written again").containsAll(written);
        if (manifestIsThere) {
            assertThat(reports.list(PREFIX + "runs/")).isEqualTo(written);
        }
    }

    /// The older handler at full speed beside the younger one.
    @ParameterizedTest
    @EnumSource(names = {"LIST_AGAIN", "WRITE_LATEST", "WRITE_STATUS"})
    void bothAtTheSameTimeEndAtOneRun(At at) throws Exception {
        upload(S1);
        try (ExecutorService younger = Executors.newSingleThreadExecutor()) {
            Future<?>[] done = new Future<?>[1];
            publishHeldUp(at, () -> {
                upload(S2);
                done[0] = younger.submit(() -> publish());
            });
            done[0].get(1, TimeUnit.MINUTES);
        }

        assertEndsAt(S2);
    }

    /// The study as it is now.
    private StudySnapshot snapshot() throws IOException {
        ObjectVersion adsl = uploads.list(PREFIX).getFirst();
        return new StudySnapshot(STUDY, List.of(StudySnapshot.File.of("adsl.csv", uploads.content(adsl))));
    }

    /// Both pointers name the run of that state and the newest version; what was published is whole.
    private void assertEndsAt(String adsl) throws IOException, RejectedException {
        ObjectVersion now = uploads.list(PREFIX).getFirst();
        StudySnapshot snapshot = snapshot();
        assertThat(snapshot.files().getFirst().sha256()).isEqualTo(Sha256.of(adsl.getBytes(UTF_8)));
        String run = REPORTER.run(snapshot);
        for (String pointer : List.of("latest.json", "status.json")) {
            StudyStatus status = read(pointer);
            assertThat(status.state()).as(pointer).isEqualTo(StudyState.REPORTED);
            assertThat(status.run()).as(pointer).isEqualTo(run);
            assertThat(status.snapshot()).as(pointer).extracting(StudyStatus.Source::versionId)
                    .containsExactly(now.versionId());
        }
        SortedMap<String, byte[]> expected = REPORTER.report(snapshot);
        List<ObjectVersion> files = reports.list(PREFIX + "runs/" + run + "/");
        assertThat(files).hasSize(expected.size());
        for (ObjectVersion file : files) {
            assertThat(reports.get(file.key()).orElseThrow().bytes()).as(file.key())
                    .isEqualTo(expected.get(file.key().substring((PREFIX + "runs/" + run + "/").length())));
        }
    }

    private StudyStatus read(String pointer) throws IOException {
        Optional<StudyStatus> status = reports.get(PREFIX + pointer).map(o -> StudyStatusJson.read(o.bytes()));
        return status.orElseThrow(() -> new AssertionError(pointer + " is missing or damaged"));
    }

    /// The handler is killed.
    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable String getMessage() {
            return "killed";
        }
    }
}
