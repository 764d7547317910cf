package org.tabularium.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.finding.RejectedException;
import org.tabularium.report.ReportOptions;
import org.tabularium.report.ReportRun;
import org.tabularium.snapshot.Sha256;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Two hundred uploads over forty studies, shuffled, with duplicates, four at a time, while report functions are killed at their
/// work and one more study hangs in each function that takes it.
@Shows(Requirement.NOTHING_LOST)
class ManyUploadsIT {
    private static final int STUDIES = 40;
    private static final int UPLOADS_A_STUDY = 5;
    private static final int KILLED = 2;
    private static final String HANGING = "many-hangs";
    private static final String REPORT = "return ReportRun.report(snapshot, options, this).files();";
    private static final String HANG = "if (snapshot.folder().equals(\"" + HANGING
            + "\")) { while (true) { java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000L); } } " + REPORT;

    /// One object to put.
    record Upload(String study, String file, String text) {}

    private static List<String> studies() {
        return IntStream.range(0, STUDIES).mapToObj(i -> String.format(Locale.ROOT, "many-%02d", i)).toList();
    }

    private static String subjects(int study) {
        return String.format(Locale.ROOT, """
                STUDYID,USUBJID,SUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL
                MANY,S-1,1,%d,F,A,Y,Y
                MANY,S-2,2,40,M,B,Y,Y
                """, 20 + study);
    }

    /// Adverse events of the study's two subjects, other ones in each version; the last that was put is what counts.
    private static String adverseEvents(int study, int version) {
        return String.format(Locale.ROOT, """
                STUDYID,USUBJID,AEBODSYS,AEDECOD,TRTEMFL,AESER,ATOXGRN
                MANY,S-1,Nervous system disorders,Headache,Y,N,%d
                MANY,S-2,Gastrointestinal disorders,Nausea,Y,N,%d
                """, 1 + version % 3, 1 + study % 3);
    }

    private static List<Upload> uploads() {
        List<Upload> uploads = new ArrayList<>();
        for (int i = 0; i < STUDIES; i++) {
            String study = studies().get(i);
            uploads.add(new Upload(study, "adsl.csv", subjects(i)));
            uploads.add(new Upload(study, "adsl.csv", subjects(i)));
            for (int version = 2; version < UPLOADS_A_STUDY; version++) {
                uploads.add(new Upload(study, "adae.csv", adverseEvents(i, version)));
            }
        }
        Collections.shuffle(uploads, new Random(200));
        return uploads;
    }

    @Test
    void everyStudyEndsAtItsFinalStateAndTheOneThatHangsIsFailedAlone(@TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException, RejectedException {
        Deployment cloud = Deployment.running();
        cloud.awaitNothingLeftToDo();
        String visibility = visibility(cloud);
        // A killed function's messages come back after this time, in the template six times the function's; here sooner.
        setVisibility(cloud, "75");
        String version = cloud.replaceCode("ReportFunction", NextRelease.withOtherClass(Files.readAllBytes(Deployment.zip()),
                folder.resolve("hanging"), "lambda/TimedReporter", REPORT, HANG));
        List<String> pollers = addPollers(cloud);
        try {
            cloud.upload(HANGING, "adsl.csv", subjects(0).getBytes(UTF_8));
            uploadAndKill(cloud);
            for (String study : studies()) {
                assertThat(cloud.settled(study).path("state").asText()).as(study).isEqualTo("reported");
            }
            assertThat(triesBefore(cloud)).as("receives before the one that was done, of studies that do not hang").isNotEmpty()
                    .allMatch(tries -> tries <= 1);
            cloud.awaitNothingLeftToDo();
            assertThat(cloud.settled(HANGING).path("state").asText()).isEqualTo("failed");
        } finally {
            cloud.useVersion("ReportFunction", version);
            pollers.forEach(uuid -> cloud.aws.lambda.deleteEventSourceMapping(b -> b.uuid(uuid)));
            setVisibility(cloud, visibility);
        }

        assertThat(cloud.messages("ReportDeadLetterQueue")).isZero();
        for (String study : studies()) {
            Path input = cloud.download(study, folder);
            String run = ReportRun.run(StudySnapshot.of(new StudyFolder(input)),
                    new ReportOptions(Deployment.FORMATS, List.of(), null, List.of()));
            assertThat(cloud.settled(study).path("run").asText()).as(study).isEqualTo(run);
            assertThat(cloud.latestRun(study)).as(study).isEqualTo(run);
            assertEveryRunIsComplete(cloud, study, run);
        }
        for (String study : List.of(studies().getFirst(), studies().get(STUDIES / 2), studies().getLast())) {
            byte[] manifest = CommandLine.report(folder.resolve(study), folder.resolve("out-" + study),
                    Deployment.FORMATS.toArray(new String[0])).get("manifest.json");
            assertThat(cloud.report("studies/" + study + "/runs/" + cloud.latestRun(study) + "/manifest.json"))
                    .hasValue(manifest);
        }
    }

    private static void uploadAndKill(Deployment cloud) throws InterruptedException, ExecutionException {
        List<Upload> uploads = uploads();
        assertThat(uploads).hasSize(200);
        try (ExecutorService four = Executors.newFixedThreadPool(4)) {
            List<Future<?>> done = new ArrayList<>();
            uploads.forEach(u -> done.add(four.submit(() -> cloud.upload(u.study(), u.file(), u.text().getBytes(UTF_8)))));
            killAtWork(cloud);
            for (Future<?> upload : done) {
                upload.get();
            }
        }
    }

    /// How often each message had been received before, by the lines that say that its study was done.
    private static List<Integer> triesBefore(Deployment cloud) {
        Pattern done = Pattern.compile("\"study\":\"many-\\d+\".*\"triesBefore\":(\\d+)");
        return cloud.aws.logs.filterLogEventsPaginator(b -> b.logGroupName(cloud.reportLog())).events().stream()
                .map(FilteredLogEvent::message).map(done::matcher).filter(Matcher::find)
                .map(line -> Integer.valueOf(line.group(1))).toList();
    }

    private static String visibility(Deployment cloud) {
        return cloud.aws.sqs.getQueueAttributes(b -> b.queueUrl(cloud.output("ReportQueue"))
                .attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT)).attributes()
                .getOrDefault(QueueAttributeName.VISIBILITY_TIMEOUT, "");
    }

    private static void setVisibility(Deployment cloud, String seconds) {
        cloud.aws.sqs.setQueueAttributes(b -> b.queueUrl(cloud.output("ReportQueue"))
                .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, seconds)));
    }

    /// AWS polls a queue as often as `MaximumConcurrency` allows, LocalStack only once for each mapping; so there are as many
    /// mappings here.
    private static List<String> addPollers(Deployment cloud) {
        String function = cloud.output("ReportFunction");
        List<String> mappings = new ArrayList<>();
        for (int i = 2; i <= Deployment.CONCURRENCY; i++) {
            String alias = "poller-" + i;
            cloud.aws.lambda.createAlias(b -> b.functionName(function).name(alias)
                    .functionVersion(cloud.version("ReportFunction")));
            mappings.add(cloud.aws.lambda.createEventSourceMapping(b -> b.functionName(function + ":" + alias).batchSize(1)
                    .functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES)
                    .eventSourceArn(cloud.queueArn(cloud.output("ReportQueue")))).uuid());
        }
        return mappings;
    }

    /// Kills report functions at work, the one that has worked longest first, until two of them really were: the last moment of
    /// work may pass before the
    /// blow falls. Where the work is done by then the same subjects are uploaded again.
    private static void killAtWork(Deployment cloud) {
        int wanted = cloud.aws.killedAtWork() + KILLED;
        cloud.aws.awaitThat("the first report", Deployment.PATIENCE,
                () -> cloud.reportKeys("studies/many-").stream().anyMatch(key -> key.contains("/runs/")));
        Set<String> killed = new TreeSet<>();
        cloud.aws.awaitThat("functions at work to kill", Deployment.PATIENCE.multipliedBy(2), () -> {
            if (cloud.aws.killedAtWork() >= wanted) {
                return true;
            }
            Optional<Container> victim = cloud.aws.atWork(cloud.output("ReportFunction")).stream()
                    .filter(c -> !killed.contains(c.getId())).findFirst();
            victim.ifPresent(container -> {
                int before = cloud.aws.killedAtWork();
                killed.add(container.getId());
                cloud.aws.kill(container);
                awaitNotice(cloud, before);
            });
            if (victim.isEmpty() && cloud.messages("ReportQueue") == 0) {
                for (int i = 0; i < STUDIES; i++) {
                    cloud.upload(studies().get(i), "adsl.csv", subjects(i).getBytes(UTF_8));
                }
            }
            return false;
        });
    }

    /// Gives LocalStack a moment to see the death, if it was one at work.
    private static void awaitNotice(Deployment cloud, int before) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        cloud.aws.awaitThat("a moment", Deployment.PATIENCE,
                () -> cloud.aws.killedAtWork() > before || System.nanoTime() > end);
    }

    /// Whatever has a manifest has every file that the manifest names, and the current run's files have the manifest's bytes.
    /// What has none is no run.
    private static void assertEveryRunIsComplete(Deployment cloud, String study, String current) {
        String prefix = "studies/" + study + "/runs/";
        Set<String> keys = new TreeSet<>(cloud.reportKeys(prefix));
        List<String> runs = keys.stream().filter(key -> key.endsWith("/manifest.json"))
                .map(key -> key.substring(prefix.length(), key.lastIndexOf('/'))).toList();
        assertThat(runs).contains(current);
        for (String run : runs) {
            JsonNode files = cloud.json(prefix + run + "/manifest.json").orElseThrow().path("outputs");
            assertThat(files).as(run + "'s files").isNotEmpty().allSatisfy(file -> {
                String key = prefix + run + "/" + file.path("path").asText();
                assertThat(keys).contains(key);
                if (run.equals(current)) {
                    assertThat(Sha256.of(cloud.report(key).orElseThrow())).as(key).isEqualTo(file.path("sha256").asText());
                }
            });
        }
    }
}
