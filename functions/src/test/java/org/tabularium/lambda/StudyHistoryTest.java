package org.tabularium.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabularium.lambda.LocalCloud.batch;
import static org.tabularium.lambda.LocalCloud.context;
import static org.tabularium.lambda.LocalCloud.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.publication.History;
import org.tabularium.publication.HistoryEvent;
import org.tabularium.publication.HistoryType;
import org.tabularium.snapshot.Sha256;
import org.tabularium.store.ObjectVersion;

/// What the functions write into a study's history, and the signatures of its runs.
@Shows(Requirement.TRAIL)
class StudyHistoryTest {

    private static final byte[] ADSL = "USUBJID,AGE,SEX,TRT01A\nA-1,30,F,A\nA-2,40,M,A\n".getBytes(StandardCharsets.UTF_8);
    private static final String KEY = "studies/A/adsl.csv";
    private static final Instant CAME = LocalCloud.NOW.minusSeconds(3_600);

    private final LocalCloud cloud = new LocalCloud();

    private String put(byte[] bytes, String sha256) {
        ObjectVersion version = cloud.uploads.put(KEY, bytes, CAME);
        if (!sha256.isEmpty()) {
            cloud.uploads.declare(version, sha256);
        }
        return """
                {"Records": [{"eventName": "ObjectCreated:Put", "eventTime": "%s", "userIdentity": {"principalId": "AWS:SPONSOR"},
                  "s3": {"bucket": {"name": "uploads"}, "object": {"key": "%s", "versionId": "%s"}}}]}
                """.formatted(CAME, KEY, version.versionId());
    }

    private List<HistoryEvent> events(HistoryType type) throws IOException {
        return new History(cloud.reports, "A").newest(t -> t == type, 100);
    }

    @Test
    void uploadIsWrittenDownWithItsGrant() throws IOException {
        String sha256 = Sha256.of(ADSL);
        Map<String, String> person = Map.of("iss", "https://issuer.example", "sub", "ulf");
        new History(cloud.reports, "A").append(HistoryEvent.of(HistoryType.UPLOAD_GRANTED, CAME.minusSeconds(9),
                Map.of("key", KEY, "sha256", sha256, "person", person), List.of("g")));

        new ReportFunction(cloud.wiring()).handle(batch(message("m", put(ADSL, sha256))), context());

        assertThat(events(HistoryType.UPLOADED)).singleElement().satisfies(e -> {
            assertThat(e.time()).isEqualTo(CAME);
            assertThat(e.fields()).containsEntry("key", KEY).containsEntry("userIdentity", "AWS:SPONSOR")
                    .containsEntry("sha256", sha256)
                    .containsEntry("person", person).containsKey("versionId");
        });
    }

    @Test
    void uploadWithoutAGrantOfItsContentIsNobodys() throws IOException {
        new History(cloud.reports, "A").append(HistoryEvent.of(HistoryType.UPLOAD_GRANTED, CAME.minusSeconds(9),
                Map.of("key", KEY, "sha256", "another", "person", Map.of("sub", "ulf")), List.of("g")));

        new ReportFunction(cloud.wiring()).handle(batch(message("m", put(ADSL, Sha256.of(ADSL)))), context());

        assertThat(events(HistoryType.UPLOADED)).singleElement()
                .satisfies(e -> assertThat(e.fields()).containsEntry("person", null));
    }

    @Test
    void noticeThatComesTwiceIsWrittenOnce() throws IOException {
        String notice = put(ADSL, "");
        ReportFunction function = new ReportFunction(cloud.wiring());
        function.handle(batch(message("m", notice)), context());
        function.handle(batch(message("m", notice, 2)), context());

        assertThat(cloud.reports.keys().stream().filter(k -> k.contains("-uploaded-"))).hasSize(1);
        assertThat(events(HistoryType.RUN)).hasSize(1);
        assertThat(events(HistoryType.POINTER)).hasSize(1);
    }

    @Test
    void runHoldsTheVersionsItWasMadeOfAndTheProgram() throws IOException {
        new ReportFunction(cloud.wiring()).handle(batch(message("m", put(ADSL, ""))), context());

        HistoryEvent run = events(HistoryType.RUN).getFirst();
        assertThat(run.fields()).containsEntry("run", cloud.latest("A").run()).containsKeys("program", "commit", "version");
        assertThat(String.valueOf(run.fields().get("snapshot"))).contains(KEY, "versionId=v0", Sha256.of(ADSL));
        assertThat(events(HistoryType.POINTER).getFirst().fields()).containsEntry("run", cloud.latest("A").run())
                .containsEntry("sequence", 1);
    }

    /// The bytes that came are not those that the sponsor's program sent: nothing is reported of them.
    @Test
    void datasetThatReadsWithAnotherChecksumIsNotReported() throws IOException {
        assertThat(new ReportFunction(cloud.wiring()).handle(batch(message("m", put(ADSL, "ab".repeat(32)))), context()))
                .hasSize(1);

        assertThat(cloud.reports.keys()).noneMatch(k -> k.contains("/runs/") || k.endsWith("status.json"));
        assertThat(cloud.log()).contains("another SHA-256 than its sender gave along");
    }

    @Test
    void manifestIsSignedBeforeItIsThere() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair keys = generator.generateKeyPair();
        cloud.signer = manifest -> {
            assertThat(cloud.reports.keys()).noneMatch(k -> k.endsWith("manifest.json"));
            try {
                Signature signature = Signature.getInstance("SHA256withECDSA");
                signature.initSign(keys.getPrivate());
                signature.update(manifest);
                return Optional.of(Base64.getEncoder().encode(signature.sign()));
            } catch (java.security.GeneralSecurityException e) {
                throw new IOException(e);
            }
        };
        new ReportFunction(cloud.wiring()).handle(batch(message("m", put(ADSL, ""))), context());

        String run = "studies/A/runs/" + cloud.latest("A").run() + "/";
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initVerify(keys.getPublic());
        signature.update(cloud.reports.get(run + "manifest.json").orElseThrow().bytes());
        assertThat(signature.verify(Base64.getDecoder().decode(cloud.reports.get(run + "manifest.sig").orElseThrow().bytes())))
                .isTrue();
        assertThat(new String(cloud.reports.get(run + "manifest.json").orElseThrow().bytes(), StandardCharsets.UTF_8))
                .doesNotContain("manifest.sig");
    }
}
