package org.tabularium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Chromium without a window, led by its own protocol (Chrome DevTools Protocol).
public final class Browser implements AutoCloseable {

    public static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final String page;

    /// Skips where there is no Chromium; with `-Dtabularium.browser=required` that is a failure.
    public static void require() {
        boolean there = Files.isExecutable(CHROMIUM);
        if (Objects.equals(System.getProperty("tabularium.browser"), "required")) {
            assertThat(there).as(CHROMIUM + " is there").isTrue();
        }
        assumeTrue(there, CHROMIUM + " is not there");
    }

    /// @param folder for what it downloads
    public Browser(Path folder) throws Exception {
        Path profile = folder.resolve("profile");
        process = new ProcessBuilder(CHROMIUM.toString(), "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
                "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank").redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile()).start();
        Path port = profile.resolve("DevToolsActivePort");
        await("Chromium", () -> Files.exists(port) && lines(port).size() > 1);
        List<String> lines = lines(port);
        socket = HttpClient.newHttpClient().newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + lines.getFirst() + lines.get(1)), new Listener())
                .get(30, TimeUnit.SECONDS);
        String target = send("", "Target.createTarget", Map.of("url", "about:blank")).path("targetId").asText();
        page = send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true)).path("sessionId").asText();
        send("", "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        send(page, "Page.enable", Map.of());
        send(page, "DOM.enable", Map.of());
        screen(1280, 900);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    JsonNode message = JSON.readTree(text.toString());
                    CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt(-1));
                    if (answer != null) {
                        answer.complete(message);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }

    private JsonNode send(String session, String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(message.toString(), true).join();
        try {
            JsonNode result = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (result.has("error")) {
                throw new AssertionError(method + ": " + result.path("error"));
            }
            return result.path("result");
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(method, e);
        }
    }

    /// What a script gives, awaited where it is a promise.
    public JsonNode ask(String script) {
        JsonNode result = send(page, "Runtime.evaluate",
                Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(
                    script.substring(0, Math.min(200, script.length())) + ": " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    public void go(String address) {
        send(page, "Page.navigate", Map.of("url", address));
        await(address, () -> !ask("location.href").asText().equals("about:blank")
                && ask("document.readyState").asText().equals("complete"));
    }

    /// Clicks, and waits until the text stands on the page.
    public void click(String selector, String expected) {
        ask("document.querySelector(" + quoted(selector) + ").click()");
        see(expected);
    }

    public void see(String expected) {
        await("\"" + expected + "\" on " + ask("location.href").asText() + ": " + text(),
                () -> ask("document.readyState").asText().equals("complete") && text().contains(expected));
    }

    public String text() {
        return ask("document.body ? document.body.innerText : ''").asText();
    }

    public void fill(String selector, String value) {
        ask("document.querySelector(" + quoted(selector) + ").value = " + quoted(value));
    }

    private static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }

    /// Presses a key, as from a keyboard.
    public void press(String key, int code) {
        String text = key.equals("Enter") ? "\r" : "";
        send(page, "Input.dispatchKeyEvent",
                Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text));
        send(page, "Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
    }

    public void choose(String selector, List<Path> files) {
        int root = send(page, "DOM.getDocument", Map.of()).path("root").path("nodeId").asInt();
        int node = send(page, "DOM.querySelector", Map.of("nodeId", root, "selector", selector)).path("nodeId").asInt();
        send(page, "DOM.setFileInputFiles", Map.of("nodeId", node, "files", files.stream().map(Path::toString).toList()));
    }

    public void screen(int width, int height) {
        send(page, "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    public void picture(Path file) throws IOException {
        JsonNode picture = send(page, "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(picture.path("data").asText()));
    }

    /// What it would print.
    public byte[] pdf() {
        return Base64.getDecoder()
                .decode(send(page, "Page.printToPDF", Map.of("preferCSSPageSize", true)).path("data").asText());
    }

    /// Pages that are gone to from now on find no script run.
    public void withoutScript() {
        send(page, "Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    public static void await(String what, BooleanSupplier done) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not in time: " + what);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
