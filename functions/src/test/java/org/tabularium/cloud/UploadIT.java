package org.tabularium.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.snapshot.Sha256;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/// Datasets dropped into the uploads bucket, by S3, SQS and the real functions in their own containers.
@Shows(Requirement.UPLOADS_REPORTED)
class UploadIT {
    private static final Path SA_OR088 = CommandLine.root().resolve("test-data/sa-or088");
    private static Deployment cloud;

    @BeforeAll
    static void deploy() throws IOException {
        cloud = Deployment.running();
    }

    @Test
    void anyOrderAndTwiceEndsAtTheCommandLinesReport(@TempDir Path folder) throws IOException, InterruptedException {
        String study = "sa-or088";
        Mailbox mailbox = cloud.subscribe();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.walk(SA_OR088)) {
            entries.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        Random random = new Random(88);
        String before = cloud.makeAllFormats();
        for (int round = 0; round < 2; round++) {
            Collections.shuffle(files, random);
            for (Path file : files) {
                cloud.upload(study, String.valueOf(SA_OR088.relativize(file)), Files.readAllBytes(file));
            }
            cloud.settled(study);
        }
        cloud.awaitNothingLeftToDo();
        cloud.putBack("ReportFunction", before);
        JsonNode status = cloud.settled(study);
        NavigableMap<String, byte[]> expected = CommandLine.report(SA_OR088, folder.resolve(study));

        String run = status.path("run").asText();
        assertThat(status.path("state").asText()).isEqualTo("reported");
        assertThat(new String(expected.get("manifest.json"), UTF_8)).contains("\"" + run + "\"");
        assertLatestIsRight(study, run, files);
        String prefix = "studies/" + study + "/runs/" + run + "/";
        assertThat(cloud.reportKeys(prefix).stream().filter(key -> !key.endsWith("/manifest.sig")))
                .containsExactlyElementsOf(expected.keySet().stream().map(prefix::concat).toList());
        assertThat(new String(cloud.report(prefix + "manifest.sig").orElseThrow(), UTF_8)).contains("ECDSA_SHA_256", "signature");
        expected.forEach((path, bytes) -> assertThat(cloud.report(prefix + path).orElseThrow()).as(path).isEqualTo(bytes));
        assertThat(versions("ReportsBucket", prefix)).as("each file is written once, and the signature")
                .hasSize(expected.size() + 1);

        JsonNode notice = mailbox.awaitNotice(study, "reported");
        assertThat(notice.path("run").asText()).isEqualTo(run);
        assertThat(notice.path("findings")).extracting(finding -> finding.path("code").textValue())
                .containsExactly("CONTROL_UNKNOWN"); // a note: no dose level is the control
        cloud.aws.awaitThat("the catalogue", Deployment.PATIENCE,
                () -> cloud.json("catalog/entries/" + study + ".json")
                        .filter(e -> e.path("state").asText().equals("reported")
                                && e.path("sequence").equals(status.path("sequence")))
                        .isPresent());
        assertThat(cloud.reportKeys("catalog/by-state/reported/")).contains("catalog/by-state/reported/" + study);
    }

    /// It names the run, and each object with its newest version and the hash of its bytes.
    private static void assertLatestIsRight(String study, String run, List<Path> files) throws IOException {
        JsonNode latest = cloud.json("studies/" + study + "/latest.json").orElseThrow();
        assertThat(latest.path("study").asText()).isEqualTo(study);
        assertThat(latest.path("run").asText()).isEqualTo(run);
        List<String> expected = new ArrayList<>();
        for (Path file : files) {
            String key = "studies/" + study + "/" + SA_OR088.relativize(file);
            ObjectVersion newest = versions("UploadsBucket", key).stream().filter(ObjectVersion::isLatest).findFirst()
                    .orElseThrow();
            expected.add(key + " " + newest.versionId() + " " + Sha256.of(Files.readAllBytes(file)));
        }
        List<String> named = new ArrayList<>();
        latest.path("snapshot").forEach(s -> named
                .add(s.path("key").asText() + " " + s.path("versionId").asText() + " " + s.path("sha256").asText()));
        assertThat(named).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<ObjectVersion> versions(String bucket, String prefix) {
        return cloud.aws.s3.listObjectVersionsPaginator(b -> b.bucket(cloud.output(bucket)).prefix(prefix)).versions().stream()
                .toList();
    }

    @Test
    void reportGrowsAndABrokenDatasetNeverReplacesAGoodOne() throws IOException {
        String study = "growing study+ü";
        Mailbox mailbox = cloud.subscribe();
        cloud.upload(study, SA_OR088.resolve("adsl.xpt"));
        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("reported");
        List<String> few = tables(study);
        assertThat(few).contains("baseline").doesNotContain("ae-overview");

        cloud.upload(study, SA_OR088.resolve("adae.xpt"));
        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("reported");
        assertThat(tables(study)).containsAll(few).contains("ae-overview");
        String good = cloud.latestRun(study);

        cloud.upload(study, "adae.xpt", "this is no transport file".getBytes(UTF_8));
        JsonNode rejected = cloud.settled(study);
        assertThat(rejected.path("state").asText()).isEqualTo("rejected");
        assertThat(rejected.path("findings")).anySatisfy(finding -> {
            assertThat(finding.path("severity").asText()).isEqualTo("error");
            assertThat(finding.path("dataset").asText()).isEqualTo("ADAE");
        });
        assertThat(cloud.latestRun(study)).isEqualTo(good);
        assertThat(mailbox.awaitNotice(study, "rejected").path("findings")).isNotEmpty();

        byte[] repaired = Files.readAllBytes(CommandLine.root().resolve("test-data/sa-or088/adae.xpt"));
        repaired[indexOf(repaired, "Headache")] = 'h';
        cloud.upload(study, "adae.xpt", repaired);
        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("reported");
        assertThat(tables(study)).containsAll(few).contains("ae-overview");
        assertThat(cloud.latestRun(study)).isNotEmpty().isNotEqualTo(good);

        cloud.upload(study, SA_OR088.resolve("adae.xpt"));
        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("reported");
        assertThat(cloud.latestRun(study)).as("the same content is the same run").isEqualTo(good);
    }

    private static int indexOf(byte[] bytes, String text) {
        int index = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(index).as(text).isNotNegative();
        return index;
    }

    private static List<String> tables(String study) {
        JsonNode manifest = cloud.json("studies/" + study + "/runs/" + cloud.latestRun(study) + "/manifest.json").orElseThrow();
        List<String> produced = new ArrayList<>();
        manifest.path("displays").forEach(table -> {
            if (table.path("status").asText().equals("produced")) {
                produced.add(table.path("id").asText());
            }
        });
        return produced;
    }

    @Test
    void whatIsNoStudyIsDroppedOnPurpose() {
        for (String key : List.of("studies/", "elsewhere/adsl.xpt", "studies/marker-only/")) {
            cloud.aws.s3.putObject(b -> b.bucket(cloud.output("UploadsBucket")).key(key), RequestBody.empty());
        }
        cloud.upload("only-a-marker", "_READY", new byte[0]);
        JsonNode status = cloud.aws.await("the state", Deployment.PATIENCE, () -> cloud.status("only-a-marker"));
        assertThat(status.path("state").asText()).isEqualTo("waiting");
        assertThat(status.path("ignored")).extracting(JsonNode::asText).containsExactly("_READY");
        cloud.awaitNothingLeftToDo();
        assertThat(cloud.latestRun("only-a-marker")).isEmpty();
        assertThat(cloud.reportKeys("studies/only-a-marker/runs/")).isEmpty();
        assertThat(cloud.reportKeys("studies/marker-only/")).isEmpty();
        assertThat(cloud.reportKeys("elsewhere/")).isEmpty();
        assertThat(cloud.messages("ReportDeadLetterQueue")).isZero();
    }
}
