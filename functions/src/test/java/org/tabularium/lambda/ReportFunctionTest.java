package org.tabularium.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tabularium.lambda.LocalCloud.batch;
import static org.tabularium.lambda.LocalCloud.context;
import static org.tabularium.lambda.LocalCloud.created;
import static org.tabularium.lambda.LocalCloud.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.finding.Finding;
import org.tabularium.publication.StudyState;
import org.tabularium.publication.StudyStatus;
import org.tabularium.report.Progress;
import org.tabularium.report.Report;
import org.tabularium.report.ReportOptions;
import org.tabularium.report.ReportRun;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.ConflictException;
import org.tabularium.store.Content;
import org.tabularium.store.InMemoryObjectStore;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.ObjectVersion;
import org.tabularium.store.StoredObject;
import org.tabularium.store.StudyFolder;

@Shows({Requirement.ONE_STUDY_ALONE, Requirement.REGENERATED})
class ReportFunctionTest {

    private static final String STUDY = "sa-or088";
    private static final String ADSL = "USUBJID,AGE,SEX,TRT01A\nA-1,30,F,A\nA-2,40,M,A\n";

    private final LocalCloud cloud = new LocalCloud();
    private final ReportFunction function = new ReportFunction(cloud.wiring());

    /// The expected bytes are those of the command line's own call on the folder.
    @Test
    void uploadedStudyGetsTheCommandLinesFiles() throws Exception {
        cloud.uploadStudy(STUDY, STUDY);

        Set<String> response = function.handle(batch(message("m", created(STUDY, "adsl.xpt"))), context());

        assertThat(response).isEmpty();
        Path folder = LocalCloud.ROOT.resolve("test-data").resolve(STUDY);
        Report expected = ReportRun.report(StudySnapshot.of(new StudyFolder(folder)), ReportOptions.DEFAULT, Progress.NONE);
        StudyStatus latest = cloud.latest(STUDY);
        assertThat(latest.run()).isEqualTo(expected.run());
        String run = "studies/" + STUDY + "/runs/" + expected.run() + "/";
        assertThat(cloud.reports.keys().stream().filter(k -> k.startsWith(run)))
                .containsExactlyElementsOf(expected.files().keySet().stream().map(n -> run + n).toList());
        for (String name : expected.files().keySet()) {
            assertThat(cloud.reports.get(run + name).orElseThrow().bytes()).as(name).isEqualTo(expected.files().get(name));
        }
        assertThat(latest.snapshot()).extracting(StudyStatus.Source::sha256)
                .containsExactlyElementsOf(StudySnapshot.of(new StudyFolder(folder)).files().stream()
                        .map(StudySnapshot.File::sha256).toList());
        assertThat(cloud.status(STUDY).state()).isEqualTo(StudyState.REPORTED);
        assertThat(cloud.notices).singleElement().asString().startsWith("Tabularium: report ready").contains(expected.run());
    }

    @Test
    void stackMayAskForSomeFormatsOnly() throws Exception {
        cloud.formats = FunctionSettings
                .of(Map.of("UPLOADS_BUCKET", "u", "REPORTS_BUCKET", "r", "TOPIC_ARN", "t", "REPORT_FORMATS", "csv,ard"))
                .formats();
        cloud.upload("A", "adsl.csv", ADSL);

        new ReportFunction(cloud.wiring()).handle(batch(message("a", created("A", "adsl.csv"))), context());

        assertThat(cloud.reports.keys()).contains("studies/A/runs/" + cloud.latest("A").run() + "/tables/baseline.csv")
                .noneMatch(key -> key.endsWith(".pdf") || key.endsWith(".xlsx") || key.endsWith(".docx"));
        assertThatThrownBy(() -> FunctionSettings
                .of(Map.of("UPLOADS_BUCKET", "u", "REPORTS_BUCKET", "r", "TOPIC_ARN", "t", "REPORT_FORMATS", "csv,doc")))
                .hasMessageContaining("\"doc\"; there are xlsx, pdf");
    }

    @Test
    void noticeIsChosenByStudySponsorsAndStateAndLeadsToThePageThatAsksWhoComes() {
        cloud.upload("A & B", "adsl.csv", ADSL);
        cloud.upload("other", "adsl.csv", ADSL);

        function.handle(batch(message("1", created("A+%26+B", "adsl.csv"))), context());
        function.handle(batch(message("2", created("other", "adsl.csv"))), context());

        assertThat(cloud.announced).extracting(Announcement::attributes).containsExactly(
                Map.of("study", List.of("A & B"), "sponsor", List.of("A Sponsor", "Other & Sons"), "state", List.of("reported")),
                Map.of("study", List.of("other"), "state", List.of("reported")));
        assertThat(cloud.announced.getFirst().message())
                .contains("\"link\":\"https://tabularium.example/portal/study?name=A%20%26%20B\"");
    }

    @Test
    void duplicateChangesNothing() throws Exception {
        cloud.upload("A", "adsl.csv", ADSL);
        function.handle(batch(message("1", created("A", "adsl.csv"))), context());
        String before = cloud.reports.state();

        function.handle(batch(message("2", created("A", "adsl.csv"))), context());

        assertThat(cloud.reports.state()).isEqualTo(before);
        assertThat(cloud.notices).hasSize(1);
    }

    /// Somebody may have died between writing and telling.
    @Test
    void messageThatCameBeforeIsAnnouncedAlsoWhereNothingIsLeftToDo() {
        cloud.upload("A", "adsl.csv", ADSL);
        function.handle(batch(message("1", created("A", "adsl.csv"))), context());

        function.handle(batch(message("1", created("A", "adsl.csv"), 2)), context());

        assertThat(cloud.notices).hasSize(2);
    }

    @Test
    void rejectedUploadLeavesTheGoodReportAndTellsOnlyCodes() throws Exception {
        cloud.upload("A", "adsl.csv", ADSL);
        function.handle(batch(message("1", created("A", "adsl.csv"))), context());
        String good = String.valueOf(cloud.latest("A").run());
        cloud.upload("A", "adsl.csv", "USUBJID,AGE,SEX,TRT01A\nSECRET-7,30,F,A\nSECRET-7,40,M,A\n");

        Set<String> response = function.handle(batch(message("2", created("A", "adsl.csv"))), context());

        assertThat(response).isEmpty();
        assertThat(cloud.latest("A").run()).isEqualTo(good);
        StudyStatus status = cloud.status("A");
        assertThat(status.state()).isEqualTo(StudyState.REJECTED);
        assertThat(status.findings()).extracting(Finding::value).contains("SECRET-7");
        assertThat(cloud.notices).hasSize(2).last().asString().contains("rejected").contains("ADSL").doesNotContain("SECRET");
        assertThat(cloud.log()).contains("rejected").doesNotContain("SECRET");
    }

    @Test
    void studyWithoutAdslWaitsAndIsAnnouncedSo() throws Exception {
        cloud.upload("A", "adae.csv", "USUBJID,AEDECOD\nA-1,Headache\n");

        function.handle(batch(message("1", created("A", "adae.csv"))), context());

        assertThat(cloud.status("A").state()).isEqualTo(StudyState.WAITING);
        assertThat(cloud.notices).singleElement().asString().startsWith("Tabularium: waiting for ADSL\n");
    }

    @Test
    void deliveryWaitsForItsMarker() throws Exception {
        cloud.upload("A", "adsl.csv", ADSL);
        cloud.upload("A", "study.yaml", "delivery: {marker: _READY}\n");
        function.handle(batch(message("1", created("A", "adsl.csv"))), context());
        assertThat(cloud.status("A").state()).isEqualTo(StudyState.WAITING);

        cloud.upload("A", "_READY", "");
        function.handle(batch(message("2", created("A", "_READY"))), context());

        assertThat(cloud.status("A").state()).isEqualTo(StudyState.REPORTED);
    }

    @Test
    void studyWithANewerObjectSettlesAndIsLeftToItsNotice() throws Exception {
        Instant early = LocalCloud.NOW.minusSeconds(70);
        Instant late = LocalCloud.NOW.minusSeconds(20);
        ObjectVersion adsl = cloud.uploads.put("studies/A/adsl.csv", ADSL.getBytes(StandardCharsets.UTF_8), early);
        ObjectVersion adae = cloud.uploads.put("studies/A/adae.csv", "USUBJID,AEDECOD\n".getBytes(StandardCharsets.UTF_8), late);

        Set<String> first = function.handle(
                batch(message("1", created("A", "adsl.csv", adsl.versionId(), early))), context());
        assertThat(first).isEmpty();
        assertThat(cloud.reported()).isEmpty();

        function.handle(batch(message("2", created("A", "adae.csv", adae.versionId(), late))), context());
        assertThat(cloud.status("A").state()).isEqualTo(StudyState.REPORTED);
    }

    @Test
    void removedStudyThatNeverWasIsDropped() {
        Set<String> response = function.handle(batch(message("1", created("A", "adsl.csv"))), context());

        assertThat(response).isEmpty();
        assertThat(cloud.reported()).isEmpty();
    }

    @Test
    void unknownFileIsNamedAndDoesNoHarm() throws Exception {
        cloud.upload("A", "adsl.csv", ADSL);
        cloud.upload("A", "readme.txt", "hello");
        cloud.upload("A", "archive/adsl.csv", "old");

        function.handle(batch(message("1", created("A", "readme.txt"))), context());

        StudyStatus status = cloud.status("A");
        assertThat(status.state()).isEqualTo(StudyState.REPORTED);
        assertThat(status.ignored()).containsExactly("archive/", "readme.txt");
        assertThat(status.findings()).extracting(Finding::code, Finding::dataset)
                .contains(org.assertj.core.groups.Tuple.tuple("FILE_IGNORED", "readme.txt"));
    }

    /// Somebody delivers a zip: the study waits, and it is told that the zip was not opened.
    @Test
    void zipIsNotOpenedAndToldSo() {
        cloud.upload("A", "delivery.zip", "PK");

        function.handle(batch(message("1", created("A", "delivery.zip"))), context());

        assertThat(cloud.notices).singleElement().asString().startsWith("Tabularium: waiting for ADSL")
                .contains("{\"severity\":\"warning\",\"code\":\"FILE_NOT_READ\",\"dataset\":\"delivery.zip\"");
    }

    @Test
    void oneStudysOutageIsNotAnothers() throws Exception {
        cloud.upload("A", "adsl.csv", ADSL);
        cloud.upload("B", "adsl.csv", ADSL);
        ReportFunction broken = new ReportFunction(cloud.wiring(new Failing(cloud.uploads, "studies/A/"), cloud.reports));

        Set<String> response = broken.handle(batch(message("a", created("A", "adsl.csv")),
                message("b", created("B", "adsl.csv")), message("a2", created("A", "adsl.csv"))), context());

        assertThat(response).containsExactlyInAnyOrder("a", "a2");
        assertThat(cloud.hidden).containsExactly("receipt of a 30", "receipt of a2 30");
        assertThat(cloud.status("B").state()).isEqualTo(StudyState.REPORTED);
        assertThat(function.handle(batch(message("a", created("A", "adsl.csv"), 2)), context())).isEmpty();
        assertThat(cloud.status("A").state()).isEqualTo(StudyState.REPORTED);
    }

    @Test
    void onTheLastReceiveTheFailureIsWrittenDownAndTold() throws Exception {
        cloud.upload("A", "adsl.csv", ADSL);
        ReportFunction broken = new ReportFunction(cloud.wiring(cloud.uploads, new Failing(cloud.reports, "studies/A/runs/")));

        Set<String> fourth = broken.handle(batch(message("a", created("A", "adsl.csv"), 4)), context());
        assertThat(fourth).containsExactly("a");
        assertThat(cloud.reported()).isEmpty();
        Set<String> fifth = broken.handle(batch(message("a", created("A", "adsl.csv"), 5)), context());

        assertThat(fifth).as("written down, and thereby done").isEmpty();
        assertThat(cloud.hidden).containsExactly("receipt of a 240");
        assertThat(cloud.status("A").state()).isEqualTo(StudyState.FAILED);
        assertThat(cloud.notices).singleElement().asString().contains("failed").contains("RUN_FAILED");
        new DeadLetterFunction(cloud.wiring()).handle(batch(message("a", created("A", "adsl.csv"), 1)), context());
        assertThat(cloud.notices).as("told once").hasSize(1);

        // Redrive.
        function.handle(batch(message("a", created("A", "adsl.csv"))), context());
        assertThat(cloud.status("A").state()).isEqualTo(StudyState.REPORTED);
    }

    @Test
    void deadLetterOfAKilledFunctionBecomesFailed() throws Exception {
        cloud.upload("A", "adsl.csv", ADSL);

        Set<String> response = new DeadLetterFunction(cloud.wiring())
                .handle(batch(message("a", created("A", "adsl.csv"))), context());

        assertThat(response).isEmpty();
        assertThat(cloud.status("A").state()).isEqualTo(StudyState.FAILED);
        assertThat(cloud.notices).hasSize(1);
    }

    @Test
    void deadLetterOfAStudyThatIsReportedByNowChangesNothing() throws Exception {
        cloud.upload("A", "adsl.csv", ADSL);
        function.handle(batch(message("a", created("A", "adsl.csv"))), context());

        new DeadLetterFunction(cloud.wiring()).handle(batch(message("a", created("A", "adsl.csv"))), context());

        assertThat(cloud.status("A").state()).isEqualTo(StudyState.REPORTED);
        assertThat(cloud.notices).hasSize(1);
    }

    @Test
    void nearTheDeadlineMessagesAreGivenBack() {
        cloud.upload("A", "adsl.csv", ADSL);
        cloud.upload("B", "adsl.csv", ADSL);

        Set<String> response = function.handle(
                batch(message("a", created("A", "adsl.csv")), message("b", created("B", "adsl.csv"))), context(500));

        assertThat(response).containsExactly("a", "b");
        assertThat(cloud.reported()).isEmpty();
    }

    @Test
    void deadlineInTheMiddleOfAReportGivesItsMessageBack() {
        cloud.upload("A", "adsl.csv", ADSL);

        Set<String> response = function.handle(batch(message("a", created("A", "adsl.csv"))),
                context(60_000, 60_000, 60_000, 60_000, 60_000, 60_000, 500));

        assertThat(response).containsExactly("a");
        assertThat(cloud.reported()).isEmpty();
    }

    /// One study hangs and asks no clock: it is given up when the time is over, twice, then it is failed. The nine others are
    /// reported, each in its own time, also by the process that was spoiled, once it has ended and come back.
    @Test
    void studyThatHangsIsFailedAloneAndNineOthersAreReported() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        List<String> good = IntStream.range(0, 9).mapToObj(i -> "good-" + i).toList();
        good.forEach(study -> cloud.upload(study, "adsl.csv", ADSL));
        cloud.upload("hangs", "adsl.csv", ADSL);
        ReportFunction some = new ReportFunction(
                cloud.wiring(new Hanging(cloud.uploads, "studies/hangs/", never), cloud.reports));

        assertThat(some.handle(batch(message("h", created("hangs", "adsl.csv"))), context(4_100))).containsExactly("h");
        assertThat(cloud.hidden).containsExactly("receipt of h 30");
        assertThat(cloud.reported()).isEmpty();

        some.handle(batch(message("0", created("good-0", "adsl.csv"))), context());
        assertThat(cloud.ended).as("a spoiled process ends").hasValue(1);
        assertThat(cloud.hidden).as("and gives its message to another one at once").contains("receipt of 0 1");

        ReportFunction another = new ReportFunction(
                cloud.wiring(new Hanging(cloud.uploads, "studies/hangs/", never), cloud.reports));
        for (String study : good) {
            assertThat(another.handle(batch(message(study, created(study, "adsl.csv"), 2)), context())).isEmpty();
            assertThat(cloud.status(study).state()).isEqualTo(StudyState.REPORTED);
        }
        Hanging onlyItsContent = new Hanging(cloud.uploads, "content of studies/hangs/", never);
        Set<String> second = new ReportFunction(cloud.wiring(onlyItsContent, cloud.reports))
                .handle(batch(message("h", created("hangs", "adsl.csv"), 2)), context(4_100));
        assertThat(second).as("written down, and thereby done").isEmpty();
        assertThat(cloud.status("hangs").state()).isEqualTo(StudyState.FAILED);
        assertThat(cloud.status("hangs").findings()).extracting(Finding::message).first().asString()
                .contains("the function's time was used up");
        never.countDown();
    }

    /// The clock is asked in each of these, so that none of them goes on when the time is over.
    @ParameterizedTest
    @ValueSource(strings = {"reading ADSL", "checking", "computing tables", "drawing"})
    void clockIsAskedInEveryStage(String stage) throws Exception {
        cloud.uploadStudy(STUDY, STUDY);
        AtomicInteger asked = new AtomicInteger();
        List<String> stages = new CopyOnWriteArrayList<>(List.of(""));
        Progress progress = new Progress() {
            @Override
            public void step(String what) {
                stages.add(what);
            }

            @Override
            public void goOn() {
                if (stages.getLast().equals(stage)) {
                    asked.incrementAndGet();
                }
            }

            @Override
            public Part table(String table) {
                goOn();
                return () -> {};
            }
        };

        ReportRun.report(StudySnapshot.of(new StudyFolder(LocalCloud.ROOT.resolve("test-data").resolve(STUDY))),
                ReportOptions.DEFAULT, progress);

        assertThat(stages).contains(stage);
        if (!stage.startsWith("reading")) {
            assertThat(asked.get()).as("besides at its beginning; while reading TimelyStore asks").isGreaterThan(5);
        }
    }

    @Test
    void deliveryThatIsNoStudyIsAnnouncedAndAFolderOrARemovalIsNot() {
        String wrong = created("A", "adsl.csv").replace("studies/A/", "study/A/");
        String bare = created("A", "adsl.csv").replace("studies/A/", "");
        String tooLong = created("x".repeat(201), "adsl.csv");
        for (String body : List.of(wrong, bare, tooLong, wrong.replace("adsl.csv", ""),
                wrong.replace("Created:Put", "Removed:Delete"))) {
            assertThat(function.handle(batch(message("m", body)), context())).isEmpty();
        }

        assertThat(cloud.notices).hasSize(3).allMatch(n -> n.startsWith("Tabularium: a delivery that is no study\n"));
        assertThat(cloud.notices.getFirst()).contains("\"key\":\"study/A/adsl.csv\"").contains("studies/<study>/<dataset>");
        assertThat(cloud.log().lines().filter(l -> l.contains("DeliveriesOfNoStudy") && l.contains("_aws"))).hasSize(3);
    }

    @Test
    void everyLineOfTheLogNamesItsCall() {
        System.setProperty("com.amazonaws.xray.traceHeader", "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=5;Sampled=1");
        try {
            cloud.upload("A", "adsl.csv", ADSL);
            function.handle(batch(message("m", created("A", "adsl.csv"))), context());
        } finally {
            System.clearProperty("com.amazonaws.xray.traceHeader");
        }

        assertThat(cloud.log().lines().map(ReportFunctionTest::json)).hasSizeGreaterThan(1).allSatisfy(line -> {
            assertThat(line.path("requestId").asText()).isEqualTo("c6af9ac6-7b61-11e6-9a41-93e8deadbeef");
            assertThat(line.path("traceId").asText()).isEqualTo("1-5759e988-bd862e3fe1be46a994272793");
            assertThat(line.path("functionVersion").asText()).isEqualTo("7");
        });
    }

    @Test
    void warningsOfTheSdkAreHeardAndThoseOfOtherLibrariesAreNot() {
        LibraryLog.to(cloud.wiring().log());

        LoggerFactory.getLogger("software.amazon.awssdk.core.Retry").warn("retried {} times", 3, new IOException("of P-1"));
        LoggerFactory.getLogger("software.amazon.awssdk.core.Retry").info("fine");
        LoggerFactory.getLogger("com.networknt.schema").warn("the value P-1 is odd");

        assertThat(cloud.log().lines().map(ReportFunctionTest::json)).singleElement().satisfies(line -> {
            assertThat(line.path("level").asText()).isEqualTo("WARN");
            assertThat(line.path("message").asText()).isEqualTo("retried 3 times");
            assertThat(line.path("error").asText()).isEqualTo("java.io.IOException");
        });
        assertThat(cloud.log()).doesNotContain("P-1");
    }

    @Test
    void studyFunctionTellsAgainOnAFurtherTryAndGivesUp() throws Exception {
        StudyReportFunction regeneration = new StudyReportFunction(cloud.wiring());
        cloud.upload("A", "adsl.csv", ADSL);
        regeneration.handleRequest(Map.of("study", "A", "attempt", 0), context());
        regeneration.handleRequest(Map.of("study", "A", "attempt", 0), context());
        assertThat(cloud.notices).hasSize(1);
        regeneration.handleRequest(Map.of("study", "A", "attempt", 1), context());
        assertThat(cloud.notices).as("who died before may have told nobody").hasSize(2);

        cloud.upload("A", "adsl.csv", ADSL.replace("30", "31"));
        assertThat(regeneration.handleRequest(Map.of("study", "A", "giveUp", true), context())).containsEntry("state", "failed");
        assertThat(cloud.notices).last().asString().startsWith("Tabularium: report failed");
    }

    /// Here other datasets stand for another program.
    @Test
    void previewSaysWhatWouldChangeAndPublishesNothing() throws Exception {
        StudyReportFunction some = new StudyReportFunction(cloud.wiring());
        cloud.upload("A", "adsl.csv", ADSL);
        some.handleRequest(Map.of("study", "A"), context());
        assertThat(some.handleRequest(Map.of("study", "A", "preview", "p0"), context())).containsEntry("state", "same");
        cloud.upload("A", "adsl.csv", ADSL.replace("30", "31"));

        Map<String, Object> answer = some.handleRequest(Map.of("study", "A", "preview", "p1"), context());

        assertThat(answer).containsEntry("state", "changed").containsEntry("before", cloud.latest("A").run());
        JsonNode preview = json(
                new String(cloud.reports.get("previews/p1/A.json").orElseThrow().bytes(), StandardCharsets.UTF_8));
        JsonNode mean = preview.path("changes").valueStream()
                .filter(c -> c.path("key").asText().contains("ADSL.AGE") && c.path("key").asText().endsWith("|mean")).findFirst()
                .orElseThrow();
        assertThat(mean.path("from").asText()).startsWith("35");
        assertThat(mean.path("to").asText()).startsWith("35.5");
        assertThat(cloud.notices).hasSize(1);
        assertThat(
                cloud.reports.keys().stream().filter(k -> k.startsWith("studies/A/runs/")).map(k -> k.split("/", -1)[3])
                        .distinct())
                .hasSize(1);
        cloud.upload("B", "adsl.csv", "AGE\n1\n");
        assertThat(some.handleRequest(Map.of("study", "B", "preview", "p1"), context())).containsEntry("state", "rejected");
    }

    @Test
    void messagesOfNoStudyAreDone() {
        Set<String> response = function.handle(
                batch(message("1", "{\"Event\": \"s3:TestEvent\"}"), message("2", "no json"), message("3", created("..", "x"))),
                context());

        assertThat(response).isEmpty();
        assertThat(cloud.log().lines().filter(l -> l.contains("dropped"))).hasSize(3);
        assertThat(cloud.log().lines().filter(l -> l.contains("ColdStarts"))).as("the first call of a process").hasSize(1);
    }

    @Test
    void logAndMetricsAreOneJsonALine() throws Exception {
        cloud.uploadStudy(STUDY, STUDY);
        function.handle(batch(message("m", created(STUDY, "adsl.xpt"))), context());

        List<JsonNode> lines = cloud.log().lines().map(ReportFunctionTest::json).toList();

        JsonNode report = lines.stream().filter(l -> l.path("message").asText().equals("reported")).findFirst().orElseThrow();
        assertThat(report.path("run").asText()).isEqualTo(cloud.latest(STUDY).run());
        assertThat(report.path("snapshot").properties()).hasSize(6);
        assertThat(report.path("tables")).isNotEmpty();
        assertThat(report.path("milliseconds").has("drawing")).isTrue();
        assertThat(report.path("tableMilliseconds").has("ae-overview")).isTrue();
        JsonNode metrics = lines.stream().filter(l -> l.has("ReportsMade")).findFirst().orElseThrow();
        assertThat(metrics.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("Tabularium");
        assertThat(metrics.at("/_aws/CloudWatchMetrics/0/Dimensions").toString()).isEqualTo("[[\"Stack\"]]");
        assertThat(metrics.path("Stack").asText()).isEqualTo("test");
        assertThat(metrics.path("ReportsMade").asInt()).isEqualTo(1);
        assertThat(metrics.path("TablesMade").asInt()).isEqualTo(report.path("tables").size());
        for (JsonNode metric : metrics.at("/_aws/CloudWatchMetrics/0/Metrics")) {
            assertThat(metrics.has(metric.path("Name").asText())).isTrue();
        }
    }

    @Test
    void studyFunctionAnswersAlsoForARejectedStudy() {
        cloud.upload("A", "adsl.csv", "AGE\n30\n");

        var answer = new StudyReportFunction(cloud.wiring()).handleRequest(Map.of("study", "A"), context());

        assertThat(answer).containsEntry("state", "rejected").containsEntry("study", "A");
    }

    /// The nightly regeneration meets a delivery half way: the report is left to the notices of its uploads.
    @Test
    void studyFunctionLeavesAStudyAloneThatIsBeingDelivered() throws Exception {
        cloud.uploadStudy(STUDY, STUDY);
        cloud.uploads.put("studies/" + STUDY + "/adtte.csv", ADSL.getBytes(StandardCharsets.UTF_8),
                LocalCloud.NOW.minusSeconds(59));
        StudyReportFunction regeneration = new StudyReportFunction(cloud.wiring());

        assertThat(regeneration.handleRequest(Map.of("study", STUDY), context())).containsEntry("state", "settling")
                .containsEntry("changed", false);
        assertThat(cloud.reported()).isEmpty();

        cloud.uploads.put("studies/" + STUDY + "/adtte.csv", ADSL.getBytes(StandardCharsets.UTF_8),
                LocalCloud.NOW.minusSeconds(60));
        assertThat(regeneration.handleRequest(Map.of("study", STUDY), context())).doesNotContainEntry("state", "settling");
        assertThat(cloud.reports.keys()).isNotEmpty();
    }

    /// A mistake in the program may quote a dataset in its message; Lambda and Step Functions write down what is thrown.
    @Test
    void mistakeIsFoundInTheLogByItsPlaceAndQuotesNoValue() {
        cloud.upload("A", "adsl.csv", ADSL);
        Wiring broken = cloud.wiring(cloud.uploads, new Mistaken());

        assertThatThrownBy(() -> new StudyReportFunction(broken).handleRequest(Map.of("study", "A"), context()))
                .hasMessageContaining("the study A could not be reported").hasMessageNotContaining("P-1").hasNoCause();
        Set<String> response = new ReportFunction(broken).handle(batch(message("m", created("A", "adsl.csv"))),
                context());

        assertThat(response).containsExactly("m");
        assertThat(cloud.log()).doesNotContain("P-1");
        assertThat(cloud.log().lines().filter(l -> l.contains("not done: IllegalStateException"))).hasSize(2)
                .allMatch(l -> l.contains("\"where\":[\"java.lang.IllegalStateException\",\"at org.tabularium.lambda."))
                .allMatch(l -> l.contains("java.lang.NumberFormatException"));
    }

    private static final class Mistaken extends InMemoryObjectStore {

        @Override
        public synchronized Optional<StoredObject> get(String key) {
            throw new IllegalStateException("the age of P-1 is odd", new NumberFormatException("P-1"));
        }
    }

    @Test
    void studiesAreListed() throws IOException {
        cloud.upload("B", "adsl.csv", ADSL);
        cloud.upload("A 1", "adsl.csv", ADSL);
        cloud.upload(".hidden", "adsl.csv", ADSL);

        String key = "regenerations/e1/studies.json";
        assertThat(new ListStudiesFunction(cloud.wiring()).handleRequest(Map.of("execution", "e1"), context()))
                .isEqualTo(Map.of("bucket", "reports", "key", key, "studies", 2, "concurrency", 3));
        assertThat(cloud.reports.get(key).orElseThrow().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("[[\"A 1\",\"B\"]]");
    }

    @Test
    void aHundredThousandStudiesAreListedInItemsOfTwenty() throws Exception {
        byte[] nothing = {};
        for (int i = 0; i < 100_001; i++) {
            cloud.upload("S-" + i, "adsl.csv", nothing);
        }

        Map<String, Object> answer = new ListStudiesFunction(cloud.wiring()).handleRequest(Map.of("execution", "e1"), context());

        assertThat(new JsonMapper().writeValueAsString(answer)).hasSizeLessThan(200);
        JsonNode list = new JsonMapper().readTree(cloud.reports.get(String.valueOf(answer.get("key"))).orElseThrow().bytes());
        assertThat(list).hasSize(5_001).allMatch(item -> item.size() >= 1 && item.size() <= 20);
        Set<String> names = new java.util.HashSet<>();
        list.forEach(item -> item.forEach(name -> names.add(name.asText())));
        assertThat(names).hasSize(100_001);
    }

    @Test
    void primingMakesAWholeReport() {
        assertThat(Priming.report()).containsKeys("report.pdf", "report.xlsx", "manifest.json");
    }

    private static JsonNode json(String line) {
        try {
            return new JsonMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    /// A store that hangs for keys that begin so, whatever the clock says.
    private record Hanging(ObjectStore store, String prefix, CountDownLatch until) implements ObjectStore {

        private void hang(String key) {
            boolean over = !key.startsWith(prefix);
            while (!over) {
                try {
                    until.await();
                    over = true;
                } catch (InterruptedException e) {
                    // As a loop that asks nobody.
                }
            }
        }

        @Override
        public List<ObjectVersion> list(String of) throws IOException {
            hang(of);
            return store.list(of);
        }

        @Override
        public List<String> folders(String of) throws IOException {
            return store.folders(of);
        }

        @Override
        public List<String> keys(String begin, String after, int limit) throws IOException {
            return store.keys(begin, after, limit);
        }

        @Override
        public Content content(ObjectVersion version) {
            hang("content of " + version.key());
            return store.content(version);
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
        public void putIfMatch(String key, byte[] bytes, String eTag) throws ConflictException, IOException {
            store.putIfMatch(key, bytes, eTag);
        }
    }

    /// A store that fails for keys that begin so.
    private record Failing(ObjectStore store, String prefix) implements ObjectStore {

        private void require(String key) throws IOException {
            if (key.startsWith(prefix)) {
                throw new IOException("the store is out of order");
            }
        }

        @Override
        public List<ObjectVersion> list(String of) throws IOException {
            require(of);
            return store.list(of);
        }

        @Override
        public List<String> keys(String begin, String after, int limit) throws IOException {
            return store.keys(begin, after, limit);
        }

        @Override
        public List<String> folders(String of) throws IOException {
            return store.folders(of);
        }

        @Override
        public Content content(ObjectVersion version) {
            return store.content(version);
        }

        @Override
        public Optional<StoredObject> get(String key) throws IOException {
            require(key);
            return store.get(key);
        }

        @Override
        public boolean putIfAbsent(String key, byte[] bytes) throws IOException {
            require(key);
            return store.putIfAbsent(key, bytes);
        }

        @Override
        public void putIfMatch(String key, byte[] bytes, String eTag) throws ConflictException, IOException {
            require(key);
            store.putIfMatch(key, bytes, eTag);
        }
    }
}
