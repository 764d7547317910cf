package org.tabularium.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tabularium.portal.Portal;
import org.tabularium.portal.Request;
import org.tabularium.portal.Response;

/// The front door behind API Gateway (REST, proxy integration). What the gateway says of the caller is not looked at: the
/// portal checks
/// the session itself. Logged are method, path and status, never parameters, cookies or links.
public final class PortalFunction implements RequestStreamHandler {

    private static final JsonMapper JSON = new JsonMapper();

    private final Portal portal;
    private final String base;
    private final EventLog log;

    /// For Lambda.
    public PortalFunction() {
        this(PortalWiring.ofEnvironment());
    }

    private PortalFunction(PortalWiring wiring) {
        this(wiring.portal(System.getenv()), wiring.settings().address().getPath(), wiring.log());
    }

    /// @param base what the portal's own address has as path; a gateway with a name of its own hands it on
    PortalFunction(Portal portal, String base, EventLog log) {
        this.portal = portal;
        this.base = base;
        this.log = log;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        log.begun(context);
        Request request = request(JSON.readTree(event));
        Response response;
        try {
            response = portal.answer(request);
        } catch (IOException | RuntimeException e) {
            Failure.of(e).log(log, "no answer", Map.of("method", request.method(), "path", request.path()));
            response = portal.unavailable();
        }
        log.info("answered", Map.of("method", request.method(), "path", request.path(), "status", response.status()));
        write(response, answer);
    }

    private Request request(JsonNode event) {
        String path = event.path("path").asText("/");
        String below = !base.isEmpty() && (path.equals(base) || path.startsWith(base + "/"))
                ? path.substring(base.length())
                : path;
        String body = event.path("body").asText("");
        if (event.path("isBase64Encoded").asBoolean()) {
            body = new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
        }
        return new Request(event.path("httpMethod").asText(""), below.isEmpty() ? "/" : below,
                values(event, "multiValueQueryStringParameters", "queryStringParameters", false),
                values(event, "multiValueHeaders", "headers", true), body);
    }

    /// The values by name, from the field with lists where it is there.
    private static Map<String, List<String>> values(JsonNode event, String lists, String singles, boolean smallLetters) {
        Map<String, List<String>> values = new HashMap<>();
        JsonNode node = event.path(lists).isObject() ? event.path(lists) : event.path(singles);
        node.properties().forEach(field -> {
            List<String> texts = new ArrayList<>();
            if (field.getValue().isArray()) {
                field.getValue().forEach(v -> texts.add(v.asText()));
            } else {
                texts.add(field.getValue().asText());
            }
            values.put(smallLetters ? field.getKey().toLowerCase(Locale.ROOT) : field.getKey(), texts);
        });
        return values;
    }

    private static void write(Response response, OutputStream out) throws IOException {
        ObjectNode answer = JSON.createObjectNode().put("statusCode", response.status()).put("isBase64Encoded", false);
        ObjectNode headers = answer.putObject("multiValueHeaders");
        for (Response.Header header : response.headers()) {
            ArrayNode values = headers.withArray(header.name());
            values.add(header.value());
        }
        answer.put("body", response.body());
        out.write(JSON.writeValueAsBytes(answer));
    }
}
