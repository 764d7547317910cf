package org.tabularium.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.publication.HistoryEvent;
import org.tabularium.publication.HistoryType;
import org.tabularium.store.ConflictException;
import org.tabularium.store.InMemoryObjectStore;

@Shows(Requirement.ACCESS)
class PortalTest {

    private static final String SHA = "ab".repeat(32);

    private final PortalWorld world = new PortalWorld();
    private String kernReader = "";
    private String kernUploader = "";
    private String sanoReader = "";
    private String auditor = "";
    private String operator = "";
    private String knRun = "";
    private String saRun = "";

    @BeforeEach
    void studies() throws IOException {
        knRun = world.publish("KN5601", "40.1");
        saRun = world.publish("SA-OR088", "9.9");
        kernReader = world.token("ann", "kn-readers");
        kernUploader = world.token("ulf", "kn-uploaders");
        sanoReader = world.token("sue", "sa-readers");
        auditor = world.tokenOf("aud@x.example");
        operator = world.tokenOf("all@x.example");
    }

    @Test
    void withoutASessionEveryPageLeadsToSignIn() throws IOException {
        for (String path : List.of("/", "/study", "/changes", "/history", "/file", "/upload", "/nowhere")) {
            Response response = world.get("", path, "name", "KN5601");
            assertThat(response.status()).as(path).isEqualTo(302);
            assertThat(PortalWorld.header(response, "Location")).startsWith("https://tables.example/portal/login?to=");
            assertThat(response.body()).isEmpty();
        }
        assertThat(world.post("", "/upload", "{}").status()).isEqualTo(302);
        assertThat(world.post("", "/logout", "").status()).isEqualTo(302);
    }

    /// What the token verifier refuses is no session, on every route.
    @Test
    void tokensThatProveNothingOpenNothing() throws Exception {
        SignedJWT secret = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build(),
                world.claims("ann").claim("groups", List.of("kn-readers")).build());
        secret.sign(new MACSigner(FakeIssuer.RSA.toRSAPublicKey().getEncoded()));
        List<String> tokens = List.of(secret.serialize(), new PlainJWT(world.claims("ann").build()).serialize(),
                kernReader.substring(0, kernReader.lastIndexOf('.') + 1), kernReader + "x",
                FakeIssuer.token(world.claims("ann").audience("other").claim("groups", List.of("kn-readers"))),
                FakeIssuer.token(world.claims("ann").issuer("https://other.example").claim("groups", List.of("kn-readers"))),
                FakeIssuer.token(world.claims("ann").claim("groups", List.of("kn-readers")), FakeIssuer.rsa("rsa-1"), h -> h));
        for (String token : tokens) {
            for (String path : List.of("/", "/study", "/file", "/upload")) {
                assertThat(
                        world.get(token, path, "name", "KN5601", "study", "KN5601", "run", knRun, "path", "report.xlsx").status())
                        .isEqualTo(302);
            }
            assertThat(world.post(token, "/upload", "{}").status()).isEqualTo(302);
        }
        assertThat(world.get(kernReader, "/").status()).isEqualTo(200);
        world.now = world.now.plusSeconds(3_700);
        assertThat(world.get(kernReader, "/").status()).as("expired").isEqualTo(302);
        assertThat(world.linked).isEmpty();
    }

    // --- sponsors apart ------------------------------------------------------------------------------------------------

    @Test
    void catalogueHoldsTheCallersStudiesOnly() throws IOException {
        assertThat(world.get(kernReader, "/").body()).contains("KN5601").doesNotContain("SA-OR088");
        assertThat(world.get(sanoReader, "/").body()).contains("SA-OR088").doesNotContain("KN5601");
        assertThat(world.get(operator, "/").body()).contains("SA-OR088", "KN5601");
        assertThat(world.get(world.token("nobody"), "/").body()).doesNotContain("SA-OR088", "KN5601");
        for (String state : List.of("reported", "rejected", "waiting", "failed")) {
            assertThat(world.get(sanoReader, "/", "state", state).body()).doesNotContain("KN5601");
        }
        assertThat(world.get(sanoReader, "/", "q", "KN").body()).doesNotContain("KN5601");
        assertThat(world.get(sanoReader, "/", "after", "20261129/KN").body()).doesNotContain("KN5601");
    }

    /// Every route with a study, by somebody of the other sponsor: what is there answers as what is not, byte for byte.
    @Test
    void studyOfOthersAnswersAsAnAbsentOne() throws Exception {
        String earlier = knRun;
        knRun = world.publish("KN5601", "41.2");
        List<String> absent = answers(sanoReader, "KN9999", knRun, earlier);

        assertThat(answers(sanoReader, "KN5601", knRun, earlier)).isEqualTo(absent);
        assertThat(absent).allMatch(a -> a.startsWith("404 "));
        assertThat(answers(kernReader, "KN5601", knRun, earlier).getFirst()).startsWith("200 ");
        assertThat(world.linked).hasSize(1); // the reader's own
    }

    private List<String> answers(String token, String study, String run, String earlier) throws Exception {
        List<Response> responses = new ArrayList<>(List.of(world.get(token, "/study", "name", study),
                world.get(token, "/changes", "study", study, "from", earlier, "to", run),
                world.get(token, "/history", "study", study),
                world.get(token, "/file", "study", study, "run", run, "path", "report.xlsx"),
                world.get(token, "/upload", "study", study)));
        responses.add(world.post(token, "/upload", wish(token, study, "adsl.csv", 5)));
        return responses.stream().map(r -> r.status() + " " + r.headers() + r.body()).toList();
    }

    private String wish(String token, String study, String name, long size) throws Exception {
        return "{\"study\": \"%s\", \"name\": \"%s\", \"size\": %s, \"sha256\": \"%s\", \"form\": \"%s\"}".formatted(study, name,
                size, SHA,
                world.formToken(token));
    }

    @Test
    void askingForAStudyOfOthersIsInItsHistory() throws IOException {
        world.get(sanoReader, "/study", "name", "KN5601");

        HistoryEvent event = world.history("KN5601").getFirst();
        assertThat(event.type()).isEqualTo(HistoryType.REFUSED);
        assertThat(event.fields().get("person")).isEqualTo(Map.of("iss", FakeIssuer.NAME, "sub", "sue"));
        world.get(sanoReader, "/study", "name", "KN9999");
        assertThat(world.reports.keys()).noneMatch(k -> k.contains("KN9999"));
    }

    @Test
    void editionThatIsNotGrantedIsNotShown() throws IOException {
        String blinded = world.token("bob", "sa-blinded");

        assertThat(world.get(blinded, "/study", "name", "SA-OR088").body()).contains("SA-OR088").doesNotContain("/file?");
        assertThat(world.get(blinded, "/file", "study", "SA-OR088", "run", saRun, "path", "report.xlsx").status()).isEqualTo(404);
        assertThat(world.get(sanoReader, "/study", "name", "SA-OR088").body()).contains("/file?");
    }

    @Test
    void uploaderReadsNoReports() throws IOException {
        assertThat(world.get(kernUploader, "/study", "name", "KN5601").body()).contains("Upload datasets")
                .doesNotContain("/file?");
        assertThat(world.get(kernUploader, "/file", "study", "KN5601", "run", knRun, "path", "report.xlsx").status())
                .isEqualTo(404);
    }

    // --- files ---------------------------------------------------------------------------------------------------------

    @Test
    void fileIsGivenByAShortLinkToOneVersionUnderItsProperName() throws IOException {
        Response response = world.get(kernReader, "/file", "study", "KN5601", "run", knRun, "path", "tables/baseline.xlsx");

        assertThat(response.status()).isEqualTo(303);
        assertThat(PortalWorld.header(response, "Location")).startsWith("https://reports.example/");
        assertThat(PortalWorld.header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(PortalWorld.header(response, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(org.tabularium.store.SignedLinks.SECONDS).isLessThanOrEqualTo(60);
        assertThat(world.linked).singleElement().asString().matches("studies/KN5601/runs/" + knRun
                + "/tables/baseline[.]xlsx v[0-9]+ "
                + "attachment; filename=\"KN5601 Table 14[.]1[.]1 2025-08-31[.]xlsx\"; filename[*]=UTF-8''KN5601%20Table%2014[.]1[.]1%202025-08-31[.]xlsx");
        HistoryEvent event = world.history("KN5601").getFirst();
        assertThat(event.type()).isEqualTo(HistoryType.LINK_GIVEN);
        assertThat(event.fields()).containsEntry("path", "tables/baseline.xlsx").containsEntry("run", knRun);
        assertThat(event.toString()).doesNotContain("Signature");
    }

    @Test
    void pathIsLookedUpAndNeverJoined() throws IOException {
        for (String path : List.of("", "manifest.json", "../" + knRun + "/report.xlsx", "./report.xlsx", "/report.xlsx",
                "report.xlsx/",
                "tables/../report.xlsx", "..%2freport.xlsx", "../../SA-OR088/runs/" + saRun + "/report.xlsx",
                "../../../access/access.json",
                "report.xlsx\u0000", "REPORT.XLSX")) {
            assertThat(world.get(kernReader, "/file", "study", "KN5601", "run", knRun, "path", path).status()).as(path)
                    .isEqualTo(404);
        }
        for (String run : List.of("", "..", saRun, knRun.toUpperCase(java.util.Locale.ROOT) + "0", "../" + knRun,
                knRun + "/../" + knRun, "0123456789abcdef")) {
            assertThat(world.get(kernReader, "/file", "study", "KN5601", "run", run, "path", "report.xlsx").status()).as(run)
                    .isEqualTo(404);
        }
        for (String study : List.of("", ".", "..", "KN-/../SA-OR088", "KN-/../../SA-OR088", "KN5601/", "KN5601/runs",
                "KN-\\..\\SA-OR088", "KN5601\n")) {
            assertThat(world.get(kernReader, "/file", "study", study, "run", saRun, "path", "report.xlsx").status()).as(study)
                    .isEqualTo(404);
            assertThat(world.get(kernReader, "/study", "name", study).status()).as(study).isEqualTo(404);
        }
        assertThat(world.linked).isEmpty();
    }

    @Test
    void nothingIsGivenThatCannotBeWrittenDown() {
        InMemoryObjectStore frozen = new InMemoryObjectStore() {
            @Override
            public synchronized java.util.Optional<org.tabularium.store.StoredObject> get(String key) throws IOException {
                return world.reports.get(key);
            }

            @Override
            public synchronized List<org.tabularium.store.ObjectVersion> list(String prefix) throws IOException {
                return world.reports.list(prefix);
            }

            @Override
            public synchronized boolean putIfAbsent(String key, byte[] content) throws IOException {
                throw new ConflictException(key);
            }
        };
        Portal portal = world.portal(URI.create("https://tables.example/portal"), frozen);

        assertThatThrownBy(
                () -> portal.answer(PortalWorld.request("GET", kernReader, "/file", "", "study", "KN5601", "run", knRun, "path",
                        "report.xlsx")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> portal
                .answer(PortalWorld.request("POST", kernUploader, "/upload", wish(kernUploader, "KN5601", "adsl.csv", 5))))
                .isInstanceOf(IOException.class);
        assertThat(world.linked).isEmpty();
        assertThat(portal.unavailable().status()).isEqualTo(503);
    }

    // --- pages ---------------------------------------------------------------------------------------------------------

    @Test
    void studysPageSaysWhatChangedSinceTheRunBefore() throws IOException {
        String earlier = knRun;
        knRun = world.publish("KN5601", "41.2");

        String page = world.get(kernReader, "/study", "name", "KN5601").body();
        assertThat(page).contains("Table 14.1.1, Baseline &lt;script&gt;: changed").doesNotContain("Same: changed");
        String changes = world.get(kernReader, "/changes", "study", "KN5601", "from", earlier, "to", knRun).body();
        assertThat(changes).contains("<td>Age</td>", "<td>40.1</td>", "<td>41.2</td>");
    }

    @Test
    void rejectedUploadShowsItsFindingsAndTheEarlierReport() throws IOException {
        world.publish("KN5601", "bad");

        assertThat(world.get(kernReader, "/study", "name", "KN5601").body())
                .contains("rejected", "S-001 &lt;b&gt;", "earlier data")
                .contains("run=" + knRun);
        assertThat(world.get(world.token("x", "kn-uploaders"), "/study", "name", "KN5601").body()).contains("S-001");
        assertThat(world.get(kernReader, "/", "state", "rejected").body()).contains("KN5601").doesNotContain("S-001");
    }

    @Test
    void emptiedStudyIsInNoListAndItsFilesAreForAuditorsOnly() throws IOException {
        world.uploads.delete("studies/KN5601/adsl.csv");
        world.publish("KN5601");

        assertThat(world.get(kernReader, "/").body()).doesNotContain("KN5601");
        assertThat(world.get(kernReader, "/study", "name", "KN5601").body()).contains("emptied or withdrawn")
                .doesNotContain("/file?");
        assertThat(world.get(kernReader, "/file", "study", "KN5601", "run", knRun, "path", "report.xlsx").status())
                .isEqualTo(404);
        assertThat(world.get(auditor, "/file", "study", "KN5601", "run", knRun, "path", "report.xlsx").status()).isEqualTo(303);
    }

    @Test
    void whoDidWhatIsForAuditors() throws IOException {
        world.get(kernReader, "/file", "study", "KN5601", "run", knRun, "path", "report.xlsx");

        assertThat(world.get(auditor, "/history", "study", "KN5601").body()).contains(">ann<", "A link to report.xlsx");
        assertThat(world.get(kernReader, "/history", "study", "KN5601").body()).contains("A link to report.xlsx")
                .doesNotContain(">ann<");
    }

    @Test
    void hostileNamesAreTextAndPagesMayRunNothing() throws IOException {
        String hostile = "KN-<script>alert('1')<\"&";
        world.publish(hostile, "1");
        String ann = FakeIssuer.token(world.claims("x").claim("name", "<img src=x>").claim("groups", List.of("kn-readers")));

        for (Response page : List.of(world.get(ann, "/"), world.get(ann, "/study", "name", hostile),
                world.get(ann, "/", "q", "\"><script>"),
                world.get(ann, "/history", "study", hostile))) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("<script", "<img").contains("&lt;img src=x&gt;");
            assertThat(PortalWorld.header(page, "Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("script-src", "unsafe");
            assertThat(PortalWorld.header(page, "Strict-Transport-Security")).startsWith("max-age=63072000");
        }
    }

    @Test
    void everyPageSendsItsReaderBackWithinItsOwnAddress() throws IOException {
        assertThat(world.get(kernReader, "/study", "name", "KN5601").body())
                .contains("href=\"/portal/", "action=\"/portal/logout\"")
                .doesNotContain("href=\"/study", "//tables");
    }

    // --- uploads and forms ---------------------------------------------------------------------------------------------

    @Test
    void uploadIsOfOneContentAndIsWrittenDownFirst() throws Exception {
        Response response = world.post(kernUploader, "/upload", wish(kernUploader, "KN5601", "adae.xpt", 12_345));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).contains("https://uploads.example/", "x-amz-checksum-sha256");
        assertThat(world.linked).containsExactly("PUT studies/KN5601/adae.xpt 12345 " + SHA);
        HistoryEvent event = world.history("KN5601").getFirst();
        assertThat(event.type()).isEqualTo(HistoryType.UPLOAD_GRANTED);
        assertThat(event.fields()).containsEntry("key", "studies/KN5601/adae.xpt").containsEntry("sha256", SHA)
                .containsEntry("person", Map.of("iss", FakeIssuer.NAME, "sub", "ulf"));
    }

    @Test
    void newStudyBeginsWithItsFirstUpload() throws Exception {
        assertThat(world.get(kernUploader, "/study", "name", "KN-new").body()).contains("Nothing is known of this study yet");
        assertThat(world.get(kernUploader, "/upload", "study", "KN-new").status()).isEqualTo(200);
        assertThat(world.post(kernUploader, "/upload", wish(kernUploader, "KN-new", "adsl.csv", 5)).status()).isEqualTo(200);
        assertThat(world.get(kernReader, "/study", "name", "KN-new").status()).as("a reader has nothing to see").isEqualTo(404);
    }

    @Test
    void onlyDatasetsOfAllowedSizeAreTaken() throws Exception {
        for (String name : List.of("", ".hidden.csv", "../adsl.csv", "a/adsl.csv", "a\\\\adsl.csv", "adsl.exe", "adsl.zip",
                "adsl\\u0000.csv",
                "templates/x.yaml", "x".repeat(300) + ".csv")) {
            assertThat(world.post(kernUploader, "/upload", wish(kernUploader, "KN5601", name, 5)).status()).as(name)
                    .isEqualTo(422);
        }
        for (long size : List.of(-1L, 0L, (5L << 30) + 1)) {
            assertThat(world.post(kernUploader, "/upload", wish(kernUploader, "KN5601", "adsl.csv", size)).status())
                    .isEqualTo(422);
        }
        String unsure = wish(kernUploader, "KN5601", "adsl.csv", 5).replace(SHA, "xyz");
        assertThat(world.post(kernUploader, "/upload", unsure).status()).isEqualTo(422);
        assertThat(world.linked).isEmpty();
        assertThat(world.post(kernReader, "/upload", wish(kernReader, "KN5601", "adsl.csv", 5)).status()).as("a reader")
                .isEqualTo(404);
    }

    @Test
    void formsWithoutTheirTokenDoNothing() throws Exception {
        String good = wish(kernUploader, "KN5601", "adsl.csv", 5);
        String own = world.formToken(kernUploader);
        for (String form : List.of("", "x", world.formToken(kernReader), own.substring(1), own + "=")) {
            assertThat(world.post(kernUploader, "/upload", good.replace(own, form)).status()).isEqualTo(403);
            Response stays = world.post(kernUploader, "/logout", "form=" + form.replace("=", "%3D"));
            assertThat(stays.status()).isEqualTo(403);
            assertThat(PortalWorld.cookie(stays, Session.COOKIE)).isEmpty();
        }
        for (String body : List.of("", "[]", "null", "{", "form=" + own)) {
            assertThat(world.post(kernUploader, "/upload", body).status()).isEqualTo(403);
        }
        Request foreign = PortalWorld.request("POST", kernUploader, "/upload", good);
        Map<String, List<String>> headers = new java.util.HashMap<>(foreign.headers());
        headers.put("sec-fetch-site", List.of("cross-site"));
        assertThat(world.portal.answer(new Request("POST", "/upload", Map.of(), headers, good)).status()).isEqualTo(403);
        assertThat(world.linked).isEmpty();
        assertThat(world.get(kernUploader, "/logout").status()).as("signing out is no link").isEqualTo(404);

        Response out = world.post(kernUploader, "/logout", "form=" + own);
        assertThat(out.status()).isEqualTo(200);
        assertThat(out.headers()).anyMatch(h -> h.value().startsWith(Session.COOKIE + "=; Path=/; Max-Age=0"));
        assertThat(out.body()).contains(FakeIssuer.NAME + "/end");
    }

    @Test
    void scriptOfTheUploadPageIsNamedByItsHash() throws IOException {
        Response page = world.get(kernUploader, "/upload", "study", "KN5601");

        assertThat(PortalWorld.header(page, "Content-Security-Policy"))
                .contains("script-src 'sha256-", "connect-src 'self' https://uploads.example")
                .doesNotContain("unsafe");
        assertThat(page.body()).contains("<noscript>");
    }

    // --- access --------------------------------------------------------------------------------------------------------

    @Test
    void accessIsReadAgainEachMinuteAndADamagedListLetsNobodyIn() throws IOException {
        assertThat(world.get(kernReader, "/").body()).contains("KN5601");
        for (String damaged : List.of("{", "{}", PortalWorld.ACCESS.replace("\"version\": 1", "\"version\": 2"),
                PortalWorld.ACCESS.replace("\"reader\"", "\"raeder\""), PortalWorld.ACCESS.replace("\"sponsor\"", "\"sponser\""),
                PortalWorld.ACCESS.replace("\"KN-*\"", "\"K*N\""), PortalWorld.ACCESS + "x",
                PortalWorld.ACCESS.replace("\"editions\": [\"full\"]", "\"editions\": [1]"))) {
            world.reports.put(AccessList.KEY, damaged);
            world.alarms.clear();
            world.now = world.now.plusSeconds(60);
            assertThat(world.get(kernReader, "/").body()).as(damaged).doesNotContain("KN5601");
            assertThat(world.get(operator, "/study", "name", "KN5601").status()).isEqualTo(404);
            assertThat(world.alarms).hasSize(1);
        }
        world.reports.put(AccessList.KEY, PortalWorld.ACCESS);
        assertThat(world.get(kernReader, "/").body()).doesNotContain("KN5601");
        world.now = world.now.plusSeconds(60);
        assertThat(world.get(kernReader, "/").body()).contains("KN5601");
        world.reports.delete(AccessList.KEY);
        world.now = world.now.plusSeconds(60);
        assertThat(world.get(kernReader, "/").body()).doesNotContain("KN5601");
    }

    @Test
    void grantNeedsItsRolesAndItsExactWords() throws IOException {
        for (String claim : List.of("KN-READERS", "kn-reader", "kn-readers ", "*")) {
            assertThat(world.get(world.token("x", claim), "/").body()).doesNotContain("KN5601");
        }
        world.reports.put(AccessList.KEY, PortalWorld.ACCESS.replace("\"roles\": [\"reader\"], ", ""));
        world.now = world.now.plusSeconds(60);
        assertThat(world.get(kernReader, "/study", "name", "KN5601").status()).isEqualTo(404);
        assertThat(world.get(kernReader, "/").body()).doesNotContain("KN5601");
    }

    @Test
    void groupsThatWereLeftOutForTheirSizeAreRefusedWithWords() throws IOException {
        for (String token : List.of(FakeIssuer.token(world.claims("ann").claim("_claim_names", Map.of("groups", "src1"))),
                FakeIssuer.token(world.claims("ann").claim("hasgroups", true).claim("email", "all@x.example")))) {
            Response response = world.get(token, "/");
            assertThat(response.status()).isEqualTo(403);
            assertThat(response.body()).contains("&quot;groups&quot; was left out").doesNotContain("KN5601");
            assertThat(world.get(token, "/study", "name", "KN5601").status()).isEqualTo(403);
        }
    }

    @Test
    void sponsorsOfAStudyAreThoseOfItsGrants() throws IOException {
        assertThat(AccessList.read(PortalWorld.ACCESS.getBytes(java.nio.charset.StandardCharsets.UTF_8)).sponsors("SA-OR088"))
                .containsExactly("House", "Sano");
    }
}
