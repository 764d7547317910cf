package org.tabularium.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Browser;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.finding.RejectedException;
import org.tabularium.publication.History;
import org.tabularium.publication.HistoryEvent;
import org.tabularium.publication.HistoryType;
import org.tabularium.publication.Publication;
import org.tabularium.publication.Reporter;
import org.tabularium.publication.catalogue.Catalog;
import org.tabularium.report.Progress;
import org.tabularium.report.ReportOptions;
import org.tabularium.report.ReportRun;
import org.tabularium.snapshot.Sha256;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.InMemoryObjectStore;
import org.tabularium.store.SignedLinks;

/// People's ways through the portal in Chromium, with an issuer that is not ours (NAV's mock-oauth2-server), real reports and axe-core's
/// rules on every page. Skipped where there is no Chromium, unless `-Dtabularium.browser=required`. The pictures stay in
/// `target/portal` for people.
@Shows(Requirement.ACCESS)
class PortalInBrowserTest {

    private static final Path ROOT = Path.of(System.getProperty("tabularium.root", ".."));
    private static final Path PICTURES = Path.of("target", "portal");
    private static final String STUDY = "SA-OR088";
    private static final String CLIENT = "tabularium";

    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    private final InMemoryObjectStore uploads = new InMemoryObjectStore();
    private final InMemoryObjectStore reports = new InMemoryObjectStore();
    private final List<String> written = new ArrayList<>();
    private MockOAuth2Server issuer;
    private HttpServer server;
    private String address = "";
    private Browser browser;

    @BeforeEach
    void open() throws Exception {
        Browser.require();
        issuer = new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\": true}"));
        issuer.start(InetAddress.getLoopbackAddress(), 0);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        address = "http://localhost:" + server.getAddress().getPort();
        reports.put(AccessList.KEY, """
                {"version": 1, "grants": [
                  {"claim": "groups", "value": "writers", "sponsor": "Sano", "studies": ["SA-*"], "roles": ["reader"], "editions": ["full"]},
                  {"claim": "groups", "value": "sponsors", "sponsor": "Sano", "studies": ["SA-*"], "roles": ["uploader", "reader"], "editions": ["full"]}
                ]}""");
        Issuer named = new Issuer(issuer.issuerUrl("default").toString(), new JdkWeb());
        Clock clock = Clock.systemUTC();
        Portal portal = new Portal(new PortalSettings(URI.create(address + "/portal"), CLIENT, "secret", "openid"), named,
                new TokenVerifier(named, CLIENT, clock), new Access(reports, clock, why -> {}), reports, new Bucket("reports"),
                new Bucket("uploads"), clock);
        server.createContext("/portal", exchange -> answer(exchange, portal));
        server.createContext("/reports", this::download);
        server.createContext("/uploads", this::store);
        server.start();
        browser = new Browser(folder);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
            server.stop(0);
            issuer.shutdown();
        }
    }

    @Test
    void writerReadsWhatChangedAndDownloadsTheWorkbook() throws Exception {
        upload("sa-or088", "adsl.xpt", "adae.xpt", "study.yaml");
        publish();
        upload("sa-or088");
        publish();
        for (int i = 1; i < 30; i++) {
            String study = "SA-X" + (i < 10 ? "0" : "") + i;
            uploads.put("studies/" + study + "/adsl.csv", "USUBJID\n");
            publish(study);
        }

        signIn("wilma", "writers");
        browser.see("SA-X29");
        check("catalogue");
        browser.fill("input[name=q]", "sa-or");
        browser.click("form[role=search] button", "Findings");
        assertThat(browser.text()).contains(STUDY).doesNotContain("SA-X01");
        browser.click("tbody a", "What changed since the run before");
        assertThat(browser.text()).contains("Report", "Made from", "History");
        check("study");
        browser.click("a[href*='/changes']", "Before");
        check("changes");
        browser.go(address + "/portal/study?name=" + STUDY);
        browser.ask("document.querySelector(\"a[href*='report.xlsx']\").click()");
        Browser.await("the workbook", () -> files().anyMatch(f -> f.endsWith(".xlsx")));
        assertThat(files().filter(f -> f.endsWith(".xlsx"))).singleElement().asString().startsWith(STUDY + " report");
        assertThat(new History(reports, STUDY).newest(t -> t == HistoryType.LINK_GIVEN, 5)).singleElement()
                .satisfies(e -> assertThat(e.fields().toString()).contains("wilma", "report.xlsx"));
        browser.go(address + "/portal/history?study=" + STUDY);
        check("history");
        browser.click("header button", "You are signed out");
        check("signed-out");
        browser.go(address + "/portal/");
        assertThat(browser.ask("location.href").asText()).as("the session is over").doesNotContain("/portal/");
    }

    @Test
    void sponsorUploadsSeesWaitingAndThenReported() throws Exception {
        signIn("sam", "sponsors");
        browser.fill("input[name=study]", STUDY);
        browser.click("main form[action$='/upload'] button", "Upload to " + STUDY);
        check("upload");
        send("adae.xpt", "adqs.csv");
        publish();
        browser.click("main a[href*='/study']", "waiting");
        assertThat(browser.text()).contains("not complete yet");
        check("waiting");
        browser.click("main a[href*='/upload']", "Files");
        send("adsl.xpt", "study.yaml");
        publish();
        browser.click("main a[href*='/study']", "reported");
        assertThat(browser.text()).contains("The report below is of the data as they are.");
        assertThat(written).containsExactlyInAnyOrder("adae.xpt", "adqs.csv", "adsl.xpt", "study.yaml");
        browser.go(address + "/portal/study?name=KN5601");
        assertThat(browser.text()).contains("There is no such page or study");
        check("not-found");
    }

    /// Everything is reached by Tab and Enter alone, and the first stop leads past the head.
    @Test
    void portalIsUsedByKeyboard() throws Exception {
        upload("sa-or088");
        publish();
        signIn("wilma", "writers");
        browser.see(STUDY);
        browser.press("Tab", 9);
        assertThat(browser.ask("document.activeElement.className").asText()).isEqualTo("skip");
        for (int i = 0; i < 30 && !browser.ask("document.activeElement.textContent").asText().equals(STUDY); i++) {
            browser.press("Tab", 9);
        }
        assertThat(browser.ask("getComputedStyle(document.activeElement).outlineStyle").asText())
                .as("what has the focus shows it").isNotEqualTo("none");
        browser.press("Enter", 13);
        browser.see("Made from");
    }

    private Stream<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signIn(String name, String group) {
        browser.go(address + "/portal/");
        browser.fill("input[name=username]", name);
        browser.fill("textarea[name=claims]", "{\"groups\": [\"" + group + "\"], \"name\": \"" + name + "\"}");
        browser.click("[type=submit]", "Studies");
    }

    private void send(String... names) {
        List<Path> files = Stream.of(names).map(n -> ROOT.resolve("test-data/sa-or088").resolve(n).toAbsolutePath().normalize())
                .toList();
        browser.choose("input[type=file]", files);
        browser.ask("document.querySelector('#upload button').click()");
        Browser.await("the uploads: " + browser.text(),
                () -> browser.ask("document.querySelectorAll('#files .done').length").asInt() == names.length);
    }

    /// axe-core finds nothing, nothing is wider than a phone, and people can look at the pictures.
    private void check(String name) throws IOException {
        try (InputStream axe = Objects.requireNonNull(PortalInBrowserTest.class.getResourceAsStream("/axe.min.js"))) {
            browser.ask(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; 0");
        }
        for (int width : new int[]{1280, 390}) {
            browser.screen(width, 900);
            JsonNode violations = browser.ask(
                    "axe.run(document).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')))");
            assertThat(violations).as(name + " at " + width).isEmpty();
            assertThat(browser.ask("document.documentElement.scrollWidth").asInt()).as(name + " at " + width)
                    .isLessThanOrEqualTo(width);
            browser.picture(PICTURES.resolve(name + "-" + width + ".png"));
        }
        browser.screen(1280, 900);
    }

    // --- the study -----------------------------------------------------------------------------------------------------

    private void upload(String data, String... names) throws IOException {
        Path from = ROOT.resolve("test-data").resolve(data);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = String.valueOf(from.relativize(file));
                if (names.length == 0 || List.of(names).contains(name)) {
                    uploads.put("studies/" + STUDY + "/" + name, Files.readAllBytes(file));
                }
            }
        }
    }

    private void publish() throws IOException {
        publish(STUDY);
    }

    private void publish(String study) throws IOException {
        Publication.Outcome outcome = new Publication(study, uploads, reports, new RealReporter()).publish(() -> {});
        new Catalog(reports, Clock.systemUTC()).update(study, () -> {});
        if (outcome.status() != null && outcome.status().run() != null) {
            String run = outcome.status().run();
            new History(reports, study)
                    .append(HistoryEvent.of(HistoryType.POINTER, Clock.systemUTC().instant(), Map.of("run", run), List.of(run)));
        }
    }

    private static final class RealReporter implements Reporter {

        @Override
        public String run(StudySnapshot snapshot) throws RejectedException {
            return ReportRun.run(snapshot, ReportOptions.DEFAULT);
        }

        @Override
        public SortedMap<String, byte[]> report(StudySnapshot snapshot) throws RejectedException {
            return ReportRun.report(snapshot, ReportOptions.DEFAULT, Progress.NONE).files();
        }
    }

    // --- the network ---------------------------------------------------------------------------------------------------

    private static void answer(HttpExchange exchange, Portal portal) throws IOException {
        Map<String, List<String>> query = parameters(exchange.getRequestURI());
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath().substring("/portal".length());
        Response response = portal
                .answer(new Request(exchange.getRequestMethod(), path.isEmpty() ? "/" : path, query, headers, body));
        response.headers().forEach(h -> exchange.getResponseHeaders().add(h.name(), h.value()));
        byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, List<String>> parameters(URI uri) {
        Map<String, List<String>> query = new HashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&", -1)) {
                int equals = pair.indexOf('=');
                query.computeIfAbsent(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        n -> new ArrayList<>())
                        .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static String one(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).getFirst();
    }

    /// A bucket of this server.
    private final class Bucket implements SignedLinks {

        private final String name;

        Bucket(String name) {
            this.name = name;
        }

        @Override
        public String origin() {
            return address;
        }

        @Override
        public URI toRead(String key, String versionId, String disposition) {
            return URI.create(address + "/" + name + PortalSettings.query(Map.of("key", key, "disposition", disposition)));
        }

        @Override
        public Upload toWrite(String key, long length, String sha256) {
            return new Upload(URI.create(address + "/" + name + PortalSettings.query(Map.of("key", key))),
                    Map.of("x-sha256", sha256));
        }
    }

    private void download(HttpExchange exchange) throws IOException {
        Map<String, List<String>> query = parameters(exchange.getRequestURI());
        byte[] bytes = reports.get(one(query, "key")).orElseThrow().bytes();
        exchange.getResponseHeaders().add("Content-Disposition", one(query, "disposition"));
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /// Takes a file whose bytes have the checksum that came along, as S3 does.
    private void store(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        String key = one(parameters(exchange.getRequestURI()), "key");
        boolean right = HexFormat.of().formatHex(Sha256.digest().digest(bytes))
                .equals(exchange.getRequestHeaders().getFirst("x-sha256"));
        if (right) {
            uploads.put(key, bytes);
            written.add(key.substring(key.lastIndexOf('/') + 1));
        }
        exchange.sendResponseHeaders(right ? 200 : 400, -1);
        exchange.close();
    }
}
