package org.tabularium.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// As much of S3's protocol as [S3ObjectStore] speaks, on this machine's loopback: buckets with versions, ranges, conditional
/// writes, and refusals on demand.
/// What LocalStack and AWS do beyond it is for the tests in LocalStack.
public final class LoopbackS3 implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, InMemoryObjectStore> buckets = new ConcurrentHashMap<>();
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private final List<String> ranges = new CopyOnWriteArrayList<>();

    /// What a request is answered with instead.
    ///
    /// @param status of the answer; 0 for an answer that breaks off in its middle
    record Refusal(int status, String code) {}

    public LoopbackS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public S3Client client() {
        return S3Client.builder().endpointOverride(endpoint()).forcePathStyle(true).region(Region.EU_WEST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))).build();
    }

    public URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public InMemoryObjectStore bucket(String name) {
        return buckets.computeIfAbsent(name, _ -> new InMemoryObjectStore());
    }

    /// The next so many requests are refused.
    public synchronized void refuse(int times, int status, String code) {
        for (int i = 0; i < times; i++) {
            refusals.add(new Refusal(status, code));
        }
    }

    private synchronized @Nullable Refusal refusal() {
        return refusals.poll();
    }

    public synchronized int refusalsLeft() {
        return refusals.size();
    }

    /// The ranges that were asked for, in their order.
    public List<String> ranges() {
        return ranges;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = content(exchange);
            Refusal refusal = refusal();
            if (refusal != null && refusal.status() > 0) {
                error(exchange, refusal.status(), refusal.code());
                return;
            }
            String path = URLDecoder.decode(exchange.getRequestURI().getRawPath().substring(1).replace("+", "%2B"),
                    StandardCharsets.UTF_8);
            int slash = path.indexOf('/');
            InMemoryObjectStore bucket = buckets.get(slash < 0 ? path : path.substring(0, slash));
            String key = slash < 0 ? "" : path.substring(slash + 1);
            if (bucket == null) {
                error(exchange, 404, "NoSuchBucket");
            } else if (exchange.getRequestMethod().equals("PUT")) {
                put(exchange, bucket, key, body);
            } else if (key.isEmpty()) {
                list(exchange, bucket);
            } else {
                get(exchange, bucket, key, refusal != null);
            }
        }
    }

    private void put(HttpExchange exchange, InMemoryObjectStore bucket, String key, byte[] body) throws IOException {
        String match = exchange.getRequestHeaders().getFirst("If-Match");
        try {
            if (match != null && bucket.get(key).isEmpty()) {
                error(exchange, 404, "NoSuchKey");
            } else if (match != null) {
                bucket.putIfMatch(key, body, match);
                answer(exchange, 200, new byte[0]);
            } else if (exchange.getRequestHeaders().getFirst("If-None-Match") == null) {
                bucket.put(key, body);
                answer(exchange, 200, new byte[0]);
            } else if (bucket.putIfAbsent(key, body)) {
                answer(exchange, 200, new byte[0]);
            } else {
                error(exchange, 412, "PreconditionFailed");
            }
        } catch (ConflictException e) {
            error(exchange, 412, "PreconditionFailed");
        }
    }

    private void get(HttpExchange exchange, InMemoryObjectStore bucket, String key, boolean breaksOff) throws IOException {
        Optional<ObjectVersion> current = bucket.list(key).stream().filter(v -> v.key().equals(key)).findFirst();
        String asked = query(exchange).get("versionId");
        byte[] bytes;
        try (InputStream in = bucket.content(asked == null
                ? current.orElseThrow(() -> new NoSuchFileException(key))
                : new ObjectVersion(key, asked, "", 0, java.time.Instant.EPOCH)).open()) {
            bytes = in.readAllBytes();
        } catch (NoSuchFileException e) {
            error(exchange, 404, asked == null ? "NoSuchKey" : "NoSuchVersion");
            return;
        }
        exchange.getResponseHeaders().set("ETag", InMemoryObjectStore.eTag(bytes));
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range != null) {
            ranges.add(range);
            Matcher matcher = RANGE.matcher(range);
            if (!matcher.matches()) {
                throw new AssertionError(range);
            }
            bytes = java.util.Arrays.copyOfRange(bytes, Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)) + 1);
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes, 0, breaksOff ? bytes.length / 2 : bytes.length);
    }

    private static void list(HttpExchange exchange, InMemoryObjectStore bucket) throws IOException {
        Map<String, String> query = query(exchange);
        String prefix = query.getOrDefault("prefix", "");
        String rows = rows(query, prefix, bucket);
        String root = query.containsKey("versions") ? "ListVersionsResult" : "ListBucketResult";
        answer(exchange, 200, "<%s><IsTruncated>false</IsTruncated>%s</%s>".formatted(root, rows, root)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String rows(Map<String, String> query, String prefix, InMemoryObjectStore bucket) throws IOException {
        if (query.containsKey("versions")) {
            return bucket.list(prefix).stream().map(v -> """
                    <Version><Key>%s</Key><VersionId>%s</VersionId><IsLatest>true</IsLatest><LastModified>%s</LastModified>\
                    <ETag>%s</ETag><Size>%s</Size></Version>""".formatted(escape(v.key()), v.versionId(), v.lastModified(),
                    escape(v.eTag()), v.size())).collect(Collectors.joining());
        }
        if (query.containsKey("delimiter")) {
            return bucket.folders(prefix).stream()
                    .map(f -> "<CommonPrefixes><Prefix>" + escape(prefix + f + "/") + "</Prefix></CommonPrefixes>")
                    .collect(Collectors.joining());
        }
        return bucket
                .keys(prefix, query.getOrDefault("start-after", ""), Integer.parseInt(query.getOrDefault("max-keys", "1000")))
                .stream().map(key -> "<Contents><Key>" + escape(key) + "</Key></Contents>").collect(Collectors.joining());
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Map.of()
                : List.of(query.split("&")).stream().map(p -> p.split("=", 2))
                        .collect(Collectors.toMap(p -> p[0],
                                p -> p.length < 2 ? "" : URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        answer(exchange, status, "<Error><Code>%s</Code><Message>as the test wants it</Message></Error>".formatted(code)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /// The body, without the chunks that the AWS client signs or sums one by one.
    private static byte[] content(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
        if (encoding == null || !encoding.contains("aws-chunked")) {
            return body;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(body);
        while (true) {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                line.append((char) c);
            }
            int size = Integer.parseInt(line.toString().strip().split(";", 2)[0], 16);
            if (size == 0) {
                return whole.toByteArray();
            }
            whole.write(in.readNBytes(size));
            in.skipNBytes(2);
        }
    }
}
