package org.tabularium.portal;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.publication.History;
import org.tabularium.publication.HistoryEvent;
import org.tabularium.publication.HistoryType;
import org.tabularium.publication.ParallelCalls;
import org.tabularium.publication.Publication;
import org.tabularium.publication.Reporter;
import org.tabularium.publication.catalogue.Catalog;
import org.tabularium.run.Manifest;
import org.tabularium.run.ManifestJson;
import org.tabularium.run.Software;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.InMemoryObjectStore;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.SignedLinks;
import org.tabularium.table.display.Display;

/// A portal with everything around it in memory: two buckets, an issuer, a clock, people of two sponsors.
final class PortalWorld {

    static final String ACCESS = """
            {"version": 1, "grants": [
              {"claim": "groups", "value": "kn-readers", "sponsor": "Kern", "studies": ["KN5601", "KN-*"], "roles": ["reader"], "editions": ["full"]},
              {"claim": "groups", "value": "kn-uploaders", "sponsor": "Kern", "studies": ["KN5601", "KN-*"], "roles": ["uploader"], "editions": []},
              {"claim": "groups", "value": "sa-readers", "sponsor": "Sano", "studies": ["SA-*"], "roles": ["reader"], "editions": ["full"]},
              {"claim": "groups", "value": "sa-blinded", "sponsor": "Sano", "studies": ["SA-*"], "roles": ["reader"], "editions": ["blinded"]},
              {"claim": "email", "value": "aud@x.example", "sponsor": "Kern", "studies": ["KN*"], "roles": ["auditor"], "editions": ["full"]},
              {"claim": "email", "value": "all@x.example", "sponsor": "House", "studies": ["*"], "roles": ["operator"], "editions": ["full"]}
            ]}""";

    final InMemoryObjectStore uploads = new InMemoryObjectStore();
    final InMemoryObjectStore reports = new InMemoryObjectStore();
    final FakeIssuer issuer = new FakeIssuer();
    final List<String> alarms = new ArrayList<>();
    final List<String> linked = new ArrayList<>();
    Instant now = Instant.parse("2026-11-29T12:00:00Z");
    final Portal portal;
    final Issuer named = new Issuer(FakeIssuer.NAME, issuer);

    PortalWorld() {
        this(URI.create("https://tables.example/portal"));
    }

    PortalWorld(URI address) {
        reports.put(AccessList.KEY, ACCESS);
        portal = portal(address, reports);
    }

    Portal portal(URI address, ObjectStore store) {
        TokenVerifier verifier = new TokenVerifier(named, FakeIssuer.APPLICATION, clock());
        return new Portal(new PortalSettings(address, FakeIssuer.APPLICATION, "", "openid profile"), named, verifier,
                new Access(store, clock(), alarms::add), store, links("reports"), links("uploads"), clock());
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private SignedLinks links(String bucket) {
        return new SignedLinks() {
            @Override
            public String origin() {
                return "https://" + bucket + ".example";
            }

            @Override
            public URI toRead(String key, String versionId, String disposition) {
                linked.add(key + " " + versionId + " " + disposition);
                return URI.create("https://" + bucket + ".example/" + linked.size() + "?X-Amz-Signature=secret");
            }

            @Override
            public Upload toWrite(String key, long length, String sha256) {
                linked.add("PUT " + key + " " + length + " " + sha256);
                return new Upload(URI.create("https://" + bucket + ".example/" + linked.size()),
                        Map.of("x-amz-checksum-sha256", "c"));
            }
        };
    }

    // --- people --------------------------------------------------------------------------------------------------------

    String token(String subject, String... groups) {
        return FakeIssuer.token(FakeIssuer.claims(now, subject).claim("groups", List.of(groups)));
    }

    String tokenOf(String email) {
        return FakeIssuer.token(FakeIssuer.claims(now, email).claim("email", email));
    }

    JWTClaimsSet.Builder claims(String subject) {
        return FakeIssuer.claims(now, subject);
    }

    // --- requests ------------------------------------------------------------------------------------------------------

    Response get(String token, String path, String... query) throws IOException {
        return portal.answer(request("GET", token, path, "", query));
    }

    Response post(String token, String path, String body) throws IOException {
        return portal.answer(request("POST", token, path, body));
    }

    static Request request(String method, String token, String path, String body, String... query) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (int i = 0; i < query.length; i += 2) {
            parameters.put(query[i], List.of(query[i + 1]));
        }
        Map<String, List<String>> headers = new HashMap<>();
        if (!token.isEmpty()) {
            headers.put("cookie", List.of("a=b; " + Session.COOKIE + "=" + token));
        }
        return new Request(method, path, parameters, headers, body);
    }

    static String header(Response response, String name) {
        return response.headers().stream().filter(h -> h.name().equals(name)).map(Response.Header::value).findFirst().orElse("");
    }

    static String cookie(Response response, String name) {
        return response.headers().stream().filter(h -> h.name().equals("Set-Cookie") && h.value().startsWith(name + "="))
                .map(h -> h.value().substring(name.length() + 1, h.value().indexOf(';'))).findFirst().orElse("");
    }

    String formToken(String token) throws IOException, RefusedTokenException {
        return new Session(token, new TokenVerifier(named, FakeIssuer.APPLICATION, clock()).verify(token)).formToken();
    }

    // --- studies -------------------------------------------------------------------------------------------------------

    /// Publishes a study whose one table shows the content; "bad" is rejected.
    String publish(String study, String content) throws IOException {
        now = now.plusSeconds(1);
        uploads.put("studies/" + study + "/adsl.csv", content.getBytes(StandardCharsets.UTF_8), now);
        return publish(study);
    }

    String publish(String study) throws IOException {
        Publication.Outcome outcome = new Publication(study, uploads, reports, new FakeReporter(),
                new Software("Test", "1", null, "p"), new ParallelCalls(1)).publish(() -> {});
        new Catalog(reports, clock()).update(study, () -> {});
        String run = outcome.status() == null ? null : outcome.status().run();
        if (run != null) {
            new History(reports, study)
                    .append(HistoryEvent.of(HistoryType.POINTER, now, Map.of("run", run), List.of(run, now.toString())));
        }
        return String.valueOf(run);
    }

    List<HistoryEvent> history(String study) throws IOException {
        return new History(reports, study).newest(t -> true, 1_000);
    }

    static final class FakeReporter implements Reporter {

        @Override
        public String run(StudySnapshot snapshot) {
            return snapshot.files().isEmpty() ? "0" : snapshot.files().getFirst().sha256().substring(0, 16);
        }

        @Override
        @SuppressWarnings("NonApiType") // as the interface has it
        public TreeMap<String, byte[]> report(StudySnapshot snapshot) throws RejectedException {
            byte[] content;
            try {
                if (snapshot.files().isEmpty()) {
                    throw new RejectedException(List.of(Finding.error("ADSL_MISSING", "is missing")));
                }
                content = snapshot.files().getFirst().content().open().readAllBytes();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            String text = new String(content, StandardCharsets.UTF_8);
            if (text.equals("bad")) {
                throw new RejectedException(List.of(Finding.error("BAD", "is bad").in("ADSL").value("S-001 <b>")));
            }
            TreeMap<String, byte[]> files = new TreeMap<>();
            files.put("report.xlsx", content);
            files.put("tables/baseline.csv", ("Characteristic,A\nAge," + text + "\n").getBytes(StandardCharsets.UTF_8));
            files.put("tables/baseline.xlsx", content);
            files.put("tables/same.csv", "x,A\ny,1\n".getBytes(StandardCharsets.UTF_8));
            files.put("findings.json", "[]\n".getBytes(StandardCharsets.UTF_8));
            List<Manifest.Output> outputs = files.entrySet().stream().map(f -> Manifest.Output.of(f.getKey(), f.getValue()))
                    .toList();
            Manifest manifest = new Manifest(snapshot.folder(), run(snapshot), "2025-08-31T00:00:00Z",
                    new Software("Test", "1", null, "p"),
                    Manifest.SettingsFile.NONE, List.of(), List.of(),
                    List.of(new Manifest.Entry(Display.Kind.TABLE, "baseline", "14.1.1", "Baseline <script>", null, null),
                            new Manifest.Entry(Display.Kind.TABLE, "same", "14.1.2", "Same", null, null),
                            new Manifest.Entry(Display.Kind.TABLE, "dlt", "14.3", "DLT", "subject S-002 is there twice", null)),
                    outputs, new Manifest.Counts(0, 0, 0));
            files.put(Manifest.FILE, ManifestJson.bytes(manifest));
            return files;
        }
    }
}
