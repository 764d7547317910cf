package org.tabularium.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.tabularium.publication.Signer;
import org.tabularium.publication.StudyStatus;
import org.tabularium.publication.StudyStatusJson;
import org.tabularium.store.InMemoryObjectStore;
import org.tabularium.store.ObjectStore;

/// The functions' surroundings in memory: two buckets, a topic, a log, a clock that stands still.
final class LocalCloud {

    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    static final Path ROOT = Path.of(System.getProperty("tabularium.root", ".."));

    final InMemoryObjectStore uploads = new InMemoryObjectStore();
    final InMemoryObjectStore reports = new InMemoryObjectStore();
    final List<String> notices = new ArrayList<>();
    final List<Announcement> announced = new ArrayList<>();
    /// Receipt of a message and for how many seconds it was hidden.
    final List<String> hidden = new ArrayList<>();
    /// How often the process was to end.
    final AtomicInteger ended = new AtomicInteger();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    Signer signer = Signer.NONE;
    List<String> formats = List.of();

    Wiring wiring() {
        return wiring(uploads, reports);
    }

    Wiring wiring(ObjectStore anyUploads, ObjectStore anyReports) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new Wiring(
                new FunctionSettings("uploads", "reports", "topic", Duration.ofSeconds(60), 5, "queue", 3, "test", "", 0,
                        "GOVERNANCE", formats, URI.create("https://tabularium.example/portal")),
                anyUploads,
                anyReports,
                announcement -> {
                    notices.add(announcement.subject() + "\n" + announcement.message());
                    announced.add(announcement);
                }, study -> study.startsWith("other") ? Set.of() : new TreeSet<>(List.of("A Sponsor", "Other & Sons")), signer,
                (receipt, time) -> hidden.add(receipt + " " + time.toSeconds()),
                new EventLog(new PrintStream(log, true, StandardCharsets.UTF_8), clock, "test"), clock, ended::incrementAndGet);
    }

    /// The keys of the reports bucket but those of the history.
    List<String> reported() {
        return reports.keys().stream().filter(k -> !k.contains("/history/")).toList();
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    /// Uploads a study of `test-data`, at rest for an hour.
    void uploadStudy(String folder, String study) throws IOException {
        Path from = ROOT.resolve("test-data").resolve(folder);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                upload(study, String.valueOf(from.relativize(file)), Files.readAllBytes(file));
            }
        }
    }

    void upload(String study, String name, byte[] bytes) {
        uploads.put("studies/" + study + "/" + name, bytes, NOW.minusSeconds(3_600));
    }

    void upload(String study, String name, String text) {
        upload(study, name, text.getBytes(StandardCharsets.UTF_8));
    }

    StudyStatus status(String study) throws IOException {
        return read("studies/" + study + "/status.json");
    }

    StudyStatus latest(String study) throws IOException {
        return read("studies/" + study + "/latest.json");
    }

    private StudyStatus read(String key) throws IOException {
        StudyStatus status = StudyStatusJson.read(reports.get(key).orElseThrow().bytes());
        if (status == null) {
            throw new AssertionError(key + " is damaged");
        }
        return status;
    }

    /// A notification of the uploads bucket.
    static String created(String study, String name) {
        return created(study, name, "", NOW.minusSeconds(3_600));
    }

    static String created(String study, String name, String versionId, Instant time) {
        return """
                {"Records": [{"eventName": "ObjectCreated:Put", "eventTime": "%s",
                  "s3": {"bucket": {"name": "uploads"}, "object": {"key": "studies/%s/%s", "versionId": "%s"}}}]}
                """.formatted(time, study, name, versionId);
    }

    static MessageBatch batch(MessageBatch.Message... messages) {
        return new MessageBatch(List.of(messages));
    }

    static MessageBatch.Message message(String id, String body) {
        return message(id, body, 1);
    }

    static MessageBatch.Message message(String id, String body, int receives) {
        return new MessageBatch.Message(id, body, receives, "receipt of " + id);
    }

    /// A context with so much time left, at each time it is asked one after the other; the last stays.
    static Context context(int... millis) {
        int[] asked = {0};
        return (Context) Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[]{Context.class}, (_, method, _) -> {
            return switch (method.getName()) {
                case "getRemainingTimeInMillis" -> millis[Math.min(asked[0]++, millis.length - 1)];
                case "getAwsRequestId" -> "c6af9ac6-7b61-11e6-9a41-93e8deadbeef";
                case "getFunctionVersion" -> "7";
                default -> throw new UnsupportedOperationException(method.getName());
            };
        });
    }

    static Context context() {
        return context(900_000);
    }
}
