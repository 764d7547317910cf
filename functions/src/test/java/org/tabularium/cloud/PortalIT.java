package org.tabularium.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Browser;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// People's ways from a browser through the gateway and the portal's function to the buckets and back, with the functions that make
/// reports behind them. The gateway has no name of its own in LocalStack: a server in front hands on what the browser asks.
/// Pictures stay in `target/portal-cloud`.
@Shows({Requirement.ACCESS, Requirement.TRAIL})
class PortalIT {
    private static final Path SA_OR088 = CommandLine.root().resolve("test-data/sa-or088");
    private static final Path PICTURES = Path.of("target", "portal-cloud");
    /// What the JDK's client sets by itself, or the server here.
    private static final Set<String> OWN = Set.of("host", "connection", "content-length", "upgrade", "expect",
            "transfer-encoding",
            "date");

    private static Deployment cloud;
    private static MockOAuth2Server issuer;
    private static HttpServer front;
    private static String address = "";

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path folder;

    private Browser browser;

    @BeforeAll
    static void deploy() throws IOException {
        Browser.require();
        cloud = Deployment.running();
        issuer = new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\": true}"));
        issuer.start(InetAddress.getByName("0.0.0.0"), 0);
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        HttpClient client = HttpClient.newHttpClient();
        front.createContext("/portal", exchange -> handOn(exchange, client));
        front.start();
        address = "http://localhost:" + front.getAddress().getPort();
        cloud.setVariables("PortalFunction", Map.of("PORTAL_URL", address + "/portal", "OIDC_CLIENT_ID", "tabularium",
                "OIDC_CLIENT_SECRET", "secret", "OIDC_ISSUER",
                "http://" + cloud.aws.hostForFunctions() + ":" + issuer.baseUrl().port() + "/default"));
        String uploads = cloud.output("UploadsBucket");
        var rules = cloud.aws.s3.getBucketCors(b -> b.bucket(uploads)).corsRules().stream()
                .map(rule -> rule.toBuilder().allowedOrigins(address).build()).toList();
        cloud.aws.s3.putBucketCors(b -> b.bucket(uploads).corsConfiguration(c -> c.corsRules(rules)));
    }

    @AfterAll
    static void close() {
        if (front != null) {
            front.stop(0);
            issuer.shutdown();
        }
    }

    @BeforeEach
    void openBrowser() throws Exception {
        browser = new Browser(folder);
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void writerFindsTheStudyReadsWhatChangedAndDownloadsTheWorkbook() throws Exception {
        String study = "first-browsed";
        report(study, "adsl.xpt", "study.yaml");
        report(study, "adae.xpt");
        signIn("wilma", "writers");
        browser.fill("input[name=q]", "first-b");
        browser.click("form[role=search] button", study);
        picture("catalogue");

        browser.click("tbody a", "What changed since the run before");
        picture("study");
        browser.click("a[href*='/changes']", "Before");
        picture("changes");
        browser.go(address + "/portal/study?name=" + study);
        browser.see("report.xlsx");
        browser.ask("document.querySelector(\"a[href*='report.xlsx']\").click()");
        Browser.await("the workbook", () -> !workbooks().isEmpty());

        Path workbook = workbooks().getFirst();
        assertThat(String.valueOf(workbook.getFileName())).startsWith(study + " report");
        assertThat(cloud.report("studies/" + study + "/runs/" + cloud.latestRun(study) + "/report.xlsx"))
                .hasValue(Files.readAllBytes(workbook));
        assertThat(event(study, "link-given").toString()).contains("wilma", "report.xlsx");
        browser.go(address + "/portal/study?name=other-told");
        assertThat(browser.text()).contains("There is no such page or study");
    }

    @Test
    void sponsorUploadsSeesWaitingAndThenReported() throws Exception {
        String study = "first-sent";
        signIn("sam", "sponsors");
        browser.fill("input[name=study]", study);
        browser.click("main form[action$='/upload'] button", "Upload to " + study);
        send("adae.xpt", "adqs.csv");
        picture("upload");
        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("waiting");
        browser.click("main a[href*='/study']", "waiting");
        picture("waiting");

        browser.click("main a[href*='/upload']", "Files");
        send("adsl.xpt", "study.yaml");
        cloud.aws.awaitThat("the report", Deployment.PATIENCE,
                () -> cloud.settled(study).path("state").asText().equals("reported"));
        browser.click("main a[href*='/study']", "reported");

        assertThat(browser.text()).contains("The report below is of the data as they are.");
        picture("reported");
        assertThat(event(study, "uploaded").path("person").toString()).as("who was granted the upload").contains("sam");
    }

    private void signIn(String name, String group) {
        browser.go(address + "/portal/");
        browser.see("");
        browser.fill("input[name=username]", name);
        browser.fill("textarea[name=claims]", "{\"groups\": [\"" + group + "\"], \"name\": \"" + name + "\"}");
        browser.click("[type=submit]", "Studies");
    }

    private void send(String... names) {
        browser.choose("input[type=file]",
                Stream.of(names).map(n -> SA_OR088.resolve(n).toAbsolutePath().normalize()).toList());
        browser.ask("document.querySelector('#upload button').click()");
        Browser.await("the uploads: " + browser.text(),
                () -> browser.ask("document.querySelectorAll('#files .done').length").asInt() == names.length);
    }

    private void picture(String name) throws IOException {
        browser.picture(PICTURES.resolve(name + ".png"));
    }

    private List<Path> workbooks() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xlsx")).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void report(String study, String... files) throws IOException {
        for (String file : files) {
            cloud.upload(study, SA_OR088.resolve(file));
        }
        JsonNode status = cloud.settled(study);
        assertThat(status.path("state").asText()).isEqualTo("reported");
        cloud.aws.awaitThat("the catalogue", Deployment.PATIENCE, () -> cloud.json("catalog/entries/" + study + ".json")
                .filter(entry -> entry.path("sequence").equals(status.path("sequence"))).isPresent());
    }

    /// The newest event of that type.
    private static JsonNode event(String study, String type) {
        String key = cloud.reportKeys("studies/" + study + "/history/").stream().filter(k -> k.contains("Z-" + type + "-"))
                .reduce((_, last) -> last).orElseThrow();
        return cloud.json(key).orElseThrow();
    }

    private static void handOn(HttpExchange exchange, HttpClient client) throws IOException {
        URI asked = exchange.getRequestURI();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(cloud.aws.endpoint() + "/_aws/execute-api/"
                + cloud.output("PortalApi") + asked.getRawPath() + query));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        request.method(exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            response.headers().map().forEach((name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            exchange.close();
        }
    }
}
