package org.tabularium.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

/// Datasets dropped into the uploads bucket, by S3, SQS and the real functions in their own containers.
class UploadIT {
    private static final Path SA_OR088 = CommandLine.root().resolve("test-data/sa-or088");
    private static LocalCloud cloud;

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.running();
    }

    @Test
    void anyOrderAndTwiceEndsAtTheCommandLinesReport(@TempDir Path folder) throws IOException, InterruptedException {
        String notices = cloud.subscribe("notices");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(SA_OR088)) {
            entries.sorted().forEach(files::add);
        }
        Random random = new Random(88);
        for (int round = 0; round < 2; round++) {
            Collections.shuffle(files, random);
            for (Path file : files) {
                cloud.upload("sa-or088", file);
            }
            cloud.settled("sa-or088");
        }
        cloud.awaitNothingLeftToDo();
        JsonNode status = cloud.settled("sa-or088");
        NavigableMap<String, byte[]> expected = CommandLine.report(SA_OR088, folder.resolve("sa-or088"));

        String run = status.path("run").asText();
        assertThat(status.path("state").asText()).isEqualTo("reported");
        assertThat(new String(expected.get("manifest.json"), UTF_8)).contains("\"" + run + "\"");
        assertThat(cloud.latestRun("sa-or088")).isEqualTo(run);
        JsonNode latest = cloud.json("studies/sa-or088/latest.json").orElseThrow();
        assertThat(latest.path("snapshot")).isEqualTo(status.path("snapshot")).hasSize(files.size());
        String prefix = "studies/sa-or088/runs/" + run + "/";
        assertThat(cloud.reportKeys(prefix)).containsExactlyElementsOf(expected.keySet().stream().map(prefix::concat).toList());
        expected.forEach((path, bytes) -> assertThat(cloud.report(prefix + path).orElseThrow()).as(path).isEqualTo(bytes));

        String heard = cloud.await("the notice", Duration.ofMinutes(1), () -> cloud.sqs
                .receiveMessage(b -> b.queueUrl(notices).maxNumberOfMessages(10).waitTimeSeconds(1)).messages().stream()
                .map(Message::body).filter(body -> body.contains(run)).findAny());
        assertThat(heard).contains("sa-or088").contains("reported");
        cloud.await("the catalogue", LocalCloud.PATIENCE,
                () -> cloud.json("catalog.json").filter(c -> c.toString().contains(run)));
        assertThat(new String(cloud.report("index.html").orElseThrow(), UTF_8)).contains("sa-or088").contains(run)
                .doesNotContain("<script");
    }

    @Test
    void reportGrowsAndABrokenDatasetNeverReplacesAGoodOne() throws IOException {
        String study = "growing study+ü";
        cloud.upload(study, "adsl.xpt", Files.readAllBytes(SA_OR088.resolve("adsl.xpt")));
        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("reported");
        List<String> few = tables(study);
        assertThat(few).contains("baseline").doesNotContain("ae-overview");

        byte[] adae = Files.readAllBytes(SA_OR088.resolve("adae.xpt"));
        cloud.upload(study, "adae.xpt", adae);
        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("reported");
        assertThat(tables(study)).containsAll(few).contains("ae-overview");
        String good = cloud.latestRun(study);

        cloud.upload(study, "adae.xpt", "this is no transport file".getBytes(UTF_8));
        JsonNode rejected = cloud.settled(study);
        assertThat(rejected.path("state").asText()).isEqualTo("rejected");
        assertThat(rejected.path("findings").findValuesAsText("severity")).contains("error");
        assertThat(rejected.path("findings").toString()).contains("ADAE");
        assertThat(cloud.latestRun(study)).isEqualTo(good);

        cloud.upload(study, "adae.xpt", adae);
        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("reported");
        assertThat(cloud.latestRun(study)).as("the same content is the same run").isEqualTo(good);
    }

    private static List<String> tables(String study) {
        JsonNode manifest = cloud.json("studies/" + study + "/runs/" + cloud.latestRun(study) + "/manifest.json").orElseThrow();
        List<String> produced = new ArrayList<>();
        manifest.path("tables").forEach(table -> {
            if (table.path("status").asText().equals("produced")) {
                produced.add(table.path("id").asText());
            }
        });
        return produced;
    }

    @Test
    void whatIsNoStudyIsDroppedOnPurpose() {
        cloud.s3.putObject(b -> b.bucket(cloud.output("UploadsBucket")).key("studies/"),
                software.amazon.awssdk.core.sync.RequestBody.empty());
        cloud.s3.putObject(b -> b.bucket(cloud.output("UploadsBucket")).key("elsewhere/adsl.xpt"),
                software.amazon.awssdk.core.sync.RequestBody.fromString("x"));
        cloud.upload("only-a-marker", "_READY", new byte[0]);
        cloud.awaitNothingLeftToDo();
        assertThat(cloud.reportKeys("studies/only-a-marker/runs/")).isEmpty();
        assertThat(cloud.reportKeys("elsewhere/")).isEmpty();
        assertThat(cloud.messages(cloud.output("ReportDeadLetterQueue"))).isZero();
        assertThat(Optional.of(cloud.latestRun("only-a-marker"))).contains("");
    }
}
