package org.tabularium.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.portal.Access;
import org.tabularium.portal.Issuer;
import org.tabularium.portal.Portal;
import org.tabularium.portal.PortalSettings;
import org.tabularium.portal.TokenVerifier;
import org.tabularium.portal.Web;
import org.tabularium.store.InMemoryObjectStore;
import org.tabularium.store.SignedLinks;

/// The gateway's events and answers, and the authorizer before them.
@Shows(Requirement.ACCESS)
class PortalFunctionTest {

    private static final String ISSUER = "https://issuer.example";
    private static final RSAKey KEY = key();

    private final InMemoryObjectStore reports = new InMemoryObjectStore();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final EventLog events = new EventLog(new PrintStream(log, true, StandardCharsets.UTF_8), Clock.systemUTC(), "test");
    private final Issuer issuer = new Issuer(ISSUER, new Web() {
        @Override
        public String get(URI address) {
            return address.getPath().equals("/keys")
                    ? new JWKSet(KEY).toPublicJWKSet().toString()
                    : ("{\"issuer\": \"%1$s\", \"authorization_endpoint\": \"%1$s/a\", \"token_endpoint\": \"%1$s/t\", \"jwks_uri\": "
                            + "\"%1$s/keys\"}").formatted(ISSUER);
        }

        @Override
        public String post(URI address, Map<String, String> form) throws IOException {
            throw new IOException("400");
        }
    });
    private final TokenVerifier verifier = new TokenVerifier(issuer, "tabularium", Clock.systemUTC());
    private final PortalFunction function = new PortalFunction(
            new Portal(new PortalSettings(URI.create("https://tables.example/portal"), "tabularium", "", "openid"), issuer,
                    verifier,
                    new Access(reports, Clock.systemUTC(), why -> {}), reports, new NoLinks(), new NoLinks(), Clock.systemUTC()),
            "/portal", events);

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("k").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(long seconds) throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(),
                new JWTClaimsSet.Builder().issuer(ISSUER).audience("tabularium").subject("ann").claim("groups", "g")
                        .expirationTime(Date.from(Clock.systemUTC().instant().plusSeconds(seconds))).build());
        jwt.sign(new RSASSASigner(KEY));
        return jwt.serialize();
    }

    private JsonNode call(String event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, LocalCloud.context());
        return new JsonMapper().readTree(out.toByteArray());
    }

    @Test
    void gatewaysEventIsAnsweredWithEveryHeader() throws Exception {
        reports.put("access/access.json", "{\"version\": 1, \"grants\": []}");
        JsonNode answer = call("""
                {"httpMethod": "GET", "path": "/", "multiValueHeaders": {"Cookie": ["x=y; __Host-session=%s"]},
                 "multiValueQueryStringParameters": {"q": ["KN"]}, "body": null, "isBase64Encoded": false,
                 "requestContext": {"authorizer": {"principalId": "somebody else"}}}""".formatted(token(600)));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.at("/multiValueHeaders/Content-Type/0").asText()).startsWith("text/html");
        assertThat(answer.path("body").asText()).contains("value=\"KN\"", ">ann<").doesNotContain("somebody else");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"path\":\"/\"", "\"status\":200").doesNotContain("KN",
                "__Host", "ann");
    }

    @Test
    void signInSetsItsCookieAndLeadsToTheIssuer() throws Exception {
        for (String path : new String[]{"/login", "/portal/login"}) {
            JsonNode answer = call("{\"httpMethod\": \"GET\", \"path\": \"%s\", \"headers\": {}, \"queryStringParameters\": null}"
                    .formatted(path));
            assertThat(answer.path("statusCode").asInt()).isEqualTo(302);
            assertThat(answer.at("/multiValueHeaders/Location/0").asText()).startsWith(ISSUER + "/a?");
            assertThat(answer.at("/multiValueHeaders/Set-Cookie/0").asText()).startsWith("__Host-login=");
        }
    }

    @Test
    void whatTheGatewaySaysOfTheCallerCountsForNothing() throws Exception {
        JsonNode answer = call("""
                {"httpMethod": "GET", "path": "/study", "headers": {}, "queryStringParameters": {"name": "A"},
                 "requestContext": {"authorizer": {"principalId": "ann", "claims": {"sub": "ann"}}}}""");
        assertThat(answer.path("statusCode").asInt()).isEqualTo(302);
        assertThat(call("{}").path("statusCode").asInt()).isEqualTo(302);
    }

    @Test
    void whatCannotBeReachedIsSaidAsSuch() throws Exception {
        PortalFunction broken = new PortalFunction(
                new Portal(new PortalSettings(URI.create("https://tables.example"), "t", "", "openid"),
                        new Issuer("https://away.example", new Web() {
                            @Override
                            public String get(URI address) throws IOException {
                                throw new IOException("away");
                            }

                            @Override
                            public String post(URI address, Map<String, String> form) throws IOException {
                                throw new IOException("away");
                            }
                        }), verifier, new Access(reports, Clock.systemUTC(), why -> {}), reports, new NoLinks(), new NoLinks(),
                        Clock.systemUTC()),
                "",
                events);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        broken.handleRequest(
                new ByteArrayInputStream("{\"httpMethod\": \"GET\", \"path\": \"/login\"}".getBytes(StandardCharsets.UTF_8)), out,
                LocalCloud.context());

        assertThat(new JsonMapper().readTree(out.toByteArray()).path("statusCode").asInt()).isEqualTo(503);
    }

    @Test
    void authorizerPassesGoodSessionsOnly() throws Exception {
        assertThat(effect("__Host-session=" + token(600))).isEqualTo("Allow");
        assertThat(effect("__Host-session=" + token(-600))).isEqualTo("Deny");
        assertThat(effect("__Host-session=" + token(600) + "x")).isEqualTo("Deny");
        assertThat(effect("session=" + token(600))).isEqualTo("Deny");
        assertThat(effect("")).isEqualTo("Deny");
    }

    private String effect(String cookie) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String event = "{\"type\": \"REQUEST\", \"methodArn\": \"arn:m\", \"headers\": {\"cookie\": \"%s\"}}".formatted(cookie);
        new PortalAuthorizer(verifier, events).handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                out,
                LocalCloud.context());
        JsonNode policy = new JsonMapper().readTree(out.toByteArray());
        assertThat(policy.at("/policyDocument/Statement/0/Resource").asText()).isEqualTo("arn:m");
        return policy.at("/policyDocument/Statement/0/Effect").asText();
    }

    private static final class NoLinks implements SignedLinks {

        @Override
        public String origin() {
            return "https://none.example";
        }

        @Override
        public URI toRead(String key, String versionId, String disposition) {
            throw new AssertionError("no link was asked for");
        }

        @Override
        public Upload toWrite(String key, long length, String sha256) {
            throw new AssertionError("no link was asked for");
        }
    }
}
