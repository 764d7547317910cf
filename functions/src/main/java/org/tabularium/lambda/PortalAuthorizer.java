package org.tabularium.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tabularium.portal.RefusedTokenException;
import org.tabularium.portal.Session;
import org.tabularium.portal.TokenVerifier;

/// Lets the gateway pass requests on whose session is good; the portal behind it checks the same again.
public final class PortalAuthorizer implements RequestStreamHandler {

    private static final JsonMapper JSON = new JsonMapper();

    private final TokenVerifier verifier;
    private final EventLog log;

    /// For Lambda.
    public PortalAuthorizer() {
        this(PortalWiring.ofEnvironment());
    }

    private PortalAuthorizer(PortalWiring wiring) {
        this(wiring.verifier(), wiring.log());
    }

    PortalAuthorizer(TokenVerifier verifier, EventLog log) {
        this.verifier = verifier;
        this.log = log;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        log.begun(context);
        JsonNode root = JSON.readTree(event);
        String principal = "nobody";
        boolean allowed = false;
        try {
            principal = verifier.verify(Session.token(cookies(root))).subject();
            allowed = true;
        } catch (RefusedTokenException e) {
            log.info("refused", Map.of("why", e.reason()));
        }
        ObjectNode policy = JSON.createObjectNode().put("principalId", principal);
        ObjectNode document = policy.putObject("policyDocument").put("Version", "2012-10-17");
        document.putArray("Statement").addObject().put("Action", "execute-api:Invoke").put("Effect", allowed ? "Allow" : "Deny")
                .put("Resource", root.path("methodArn").asText());
        answer.write(JSON.writeValueAsBytes(policy));
    }

    private static List<String> cookies(JsonNode event) {
        List<String> cookies = new ArrayList<>();
        JsonNode headers = event.path("multiValueHeaders").isObject() ? event.path("multiValueHeaders") : event.path("headers");
        headers.properties().forEach(header -> {
            if (header.getKey().equalsIgnoreCase("cookie")) {
                if (header.getValue().isArray()) {
                    header.getValue().forEach(v -> cookies.add(v.asText()));
                } else {
                    cookies.add(header.getValue().asText());
                }
            }
        });
        return cookies;
    }
}
