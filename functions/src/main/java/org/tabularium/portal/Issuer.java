package org.tabularium.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The OpenID Connect issuer that signs people in: what it says of itself (OpenID Connect Discovery 1.0), read once.
public final class Issuer {

    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final Web web;
    private @Nullable Endpoints endpoints;

    /// @param name the issuer's identifier, as tokens have it in `iss`
    public Issuer(String name, Web web) {
        this.name = name;
        this.web = web;
    }

    /// Where the issuer answers.
    ///
    /// @param endSession where people sign out; null where it says nothing of it
    record Endpoints(URI authorization, URI token, URI keys, @Nullable URI endSession) {}

    String name() {
        return name;
    }

    Web web() {
        return web;
    }

    /// @throws IOException where the issuer cannot be reached, or speaks of another issuer
    synchronized Endpoints endpoints() throws IOException {
        if (endpoints == null) {
            String base = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
            JsonNode document = JSON.readTree(web.get(URI.create(base + "/.well-known/openid-configuration")));
            if (!document.path("issuer").asText().equals(name)) {
                throw new IOException("the issuer's configuration is that of another issuer");
            }
            String end = document.path("end_session_endpoint").asText("");
            endpoints = new Endpoints(address(document, "authorization_endpoint"), address(document, "token_endpoint"),
                    address(document, "jwks_uri"), end.isEmpty() ? null : URI.create(end));
        }
        return endpoints;
    }

    private static URI address(JsonNode document, String field) throws IOException {
        try {
            URI address = URI.create(document.path(field).asText());
            if (address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the issuer's configuration has no valid " + field, e);
        }
        throw new IOException("the issuer's configuration has no valid " + field);
    }
}
