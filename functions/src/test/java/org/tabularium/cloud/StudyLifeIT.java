package org.tabularium.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// infra/study, with the AWS CLI, on a deployed stack.
@Shows(Requirement.STUDY_LIFE)
class StudyLifeIT {
    private static final String ADSL = "STUDYID,USUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL\nD,D-1,30,F,A,Y,Y\nD,D-2,40,M,B,Y,Y\n";

    private static Deployment cloud;

    @BeforeAll
    static void deploy() throws IOException {
        Scripts.requireCommandLine();
        cloud = Deployment.running();
    }

    @Test
    void withdrawnStudyKeepsItsVersionsAndReportsAndSaysWhoAndWhy() throws Exception {
        String study = "withdrawn study";
        report(study, ADSL);
        String run = cloud.latestRun(study);

        assertThat(study("withdraw", study, "--why", "sponsor's wish")).contains("1 objects leave the study");

        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("waiting");
        assertThat(cloud.latestRun(study)).isEqualTo(run);
        JsonNode event = event(study, "withdrawn");
        assertThat(event.path("why").asText()).isEqualTo("sponsor's wish");
        assertThat(event.path("person").asText()).startsWith("arn:aws");
        assertThat(event.path("objects").asInt()).isEqualTo(1);
        assertThat(versions("UploadsBucket", study)).hasSize(1);
        assertThat(study("withdraw", study, "--why", "again")).contains("has no datasets");
    }

    @Test
    void archivedStudyLosesVersionsThatNoRunWasMadeOf() throws Exception {
        String study = "archived";
        report(study, ADSL);
        cloud.upload(study, "adsl.csv", "AGE\n1\n".getBytes(UTF_8));
        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("rejected");
        report(study, ADSL.replace("30", "31"));
        assertThat(versions("UploadsBucket", study)).hasSize(3);

        assertThat(study("archive", study, "--why", "closed", "--dry-run")).contains("would be: 1 old versions go");
        assertThat(versions("UploadsBucket", study)).hasSize(3);
        assertThat(study("archive", study, "--why", "closed")).contains("1 old versions go; those of 2 runs stay");

        assertThat(versions("UploadsBucket", study)).hasSize(2);
        assertThat(event(study, "archived").path("versions").asInt()).isEqualTo(1);
    }

    /// Set with each object: pointers are written again and again.
    @Test
    void runsAndHistoryAreKeptForTheTimeThatIsSetAndPointersAreNot() {
        String study = "retained";
        reportOneTable(study);
        cloud.awaitNothingLeftToDo();

        for (String key : cloud.reportKeys("studies/" + study + "/")) {
            var head = cloud.aws.s3.headObject(b -> b.bucket(cloud.output("ReportsBucket")).key(key));
            boolean kept = key.contains("/runs/") || key.contains("/history/");
            assertThat(head.objectLockMode()).as(key).isEqualTo(kept ? ObjectLockMode.GOVERNANCE : null);
            if (kept) {
                assertThat(Duration.between(head.lastModified(), head.objectLockRetainUntilDate())).as(key)
                        .isBetween(Duration.ofHours(23), Duration.ofHours(24).plusMinutes(1));
                String version = head.versionId();
                assertThatThrownBy(() -> cloud.aws.s3
                        .deleteObject(b -> b.bucket(cloud.output("ReportsBucket")).key(key).versionId(version)))
                        .as(key).hasMessageContaining("Access Denied");
            }
        }
    }

    @Test
    void studyThatIsKeptByLawIsNotErased() throws Exception {
        String study = "kept by law";
        reportOneTable(study);
        cloud.awaitNothingLeftToDo();
        String reportsBucket = cloud.output("ReportsBucket");
        String manifest = "studies/" + study + "/runs/" + cloud.latestRun(study) + "/manifest.json";
        List<String> uploads = versions("UploadsBucket", study);
        List<String> reports = versions("ReportsBucket", study);

        cloud.aws.s3.putObjectLegalHold(b -> b.bucket(reportsBucket).key(manifest)
                .legalHold(h -> h.status(ObjectLockLegalHoldStatus.ON)));
        assertThat(study("erase", study, "--why", "law", "--yes")).contains(manifest + " is kept by law (legal-hold)",
                "nothing was erased");
        cloud.aws.s3.putObjectLegalHold(b -> b.bucket(reportsBucket).key(manifest)
                .legalHold(h -> h.status(ObjectLockLegalHoldStatus.OFF)));
        cloud.aws.s3.putObjectRetention(b -> b.bucket(reportsBucket).key(manifest).bypassGovernanceRetention(true).retention(
                r -> r.mode(ObjectLockRetentionMode.COMPLIANCE).retainUntilDate(Instant.now().plus(Duration.ofDays(2)))));
        assertThat(study("erase", study, "--why", "law", "--yes")).contains(manifest + " is kept by law (retention)",
                "nothing was erased");

        assertThat(versions("UploadsBucket", study)).isEqualTo(uploads);
        assertThat(versions("ReportsBucket", study)).isEqualTo(reports);
    }

    @Test
    void erasedStudyLeavesATraceWithoutItsNameAndNothingElse() throws Exception {
        String study = "erased-study";
        reportOneTable(study);
        cloud.awaitNothingLeftToDo();
        String preview = "previews/20260101T000000Z/" + study + ".json";
        cloud.aws.s3.putObject(b -> b.bucket(cloud.output("ReportsBucket")).key(preview), RequestBody.fromString("{}"));

        assertThat(study("erase", study, "--why", "law")).contains("say --yes");
        assertThat(study("erase", study, "--why", "law", "--yes")).contains("2 versions of datasets, 1 runs");
        cloud.awaitNothingLeftToDo();

        assertThat(versions("UploadsBucket", study)).isEmpty();
        assertThat(versions("ReportsBucket", study)).isEmpty();
        assertThat(cloud.reportKeys("")).noneMatch(key -> key.contains(study));
        List<String> traces = cloud.reportKeys("erasures/");
        assertThat(traces).hasSize(1);
        JsonNode trace = cloud.json(traces.getFirst()).orElseThrow();
        assertThat(trace.toString()).doesNotContain(study).contains("\"why\":\"law\"").contains("\"runs\":1");
        assertThat(study("erase", study, "--why", "law", "--yes")).contains("there is nothing of a study");
    }

    /// A report of few files, since each is asked for its locks.
    private static void reportOneTable(String study) {
        cloud.upload(study, "study.yaml", "tables: [baseline]\n".getBytes(UTF_8));
        report(study, ADSL);
    }

    private static void report(String study, String adsl) {
        cloud.upload(study, "adsl.csv", adsl.getBytes(UTF_8));
        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("reported");
    }

    private static JsonNode event(String study, String type) {
        List<String> events = cloud.reportKeys("studies/" + study + "/history/").stream()
                .filter(key -> key.contains("Z-" + type + "-"))
                .toList();
        assertThat(events).hasSize(1);
        return cloud.json(events.getFirst()).orElseThrow();
    }

    private static List<String> versions(String bucket, String study) {
        return cloud.aws.s3.listObjectVersionsPaginator(b -> b.bucket(cloud.output(bucket)).prefix("studies/" + study + "/"))
                .versions()
                .stream().map(ObjectVersion::versionId).toList();
    }

    private static String study(String... arguments) throws IOException, InterruptedException {
        return Scripts.run(cloud, "study", arguments);
    }
}
