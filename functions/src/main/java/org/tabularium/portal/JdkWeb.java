package org.tabularium.portal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// The network by the JDK's own client: no redirects, five seconds, a megabyte.
public final class JdkWeb implements Web {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 1 << 20;
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    @Override
    public String post(URI address, Map<String, String> form) throws IOException {
        String body = form.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String send(HttpRequest.Builder builder) throws IOException {
        HttpRequest request = builder.timeout(PATIENCE).header("Accept", "application/json").build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] bytes = in.readNBytes(MOST + 1);
                if (response.statusCode() != OK || bytes.length > MOST) {
                    // The body may hold what was sent: a code, a secret. Only the status is told.
                    throw new IOException(request.uri().getHost() + " answered " + response.statusCode());
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
