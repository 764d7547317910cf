package org.tabularium.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;

@Shows(Requirement.ACCESS)
class SignInTest {

    private final PortalWorld world = new PortalWorld();
    private String cookie = "";
    private final Map<String, String> asked = new HashMap<>();

    /// What the browser brings to the issuer.
    private void begin(String to) throws IOException {
        Response response = world.get("", "/login", "to", to);
        assertThat(response.status()).isEqualTo(302);
        cookie = PortalWorld.cookie(response, SignIn.COOKIE);
        String location = PortalWorld.header(response, "Location");
        assertThat(location).startsWith(FakeIssuer.NAME + "/authorize?");
        asked.clear();
        for (String pair : location.substring(location.indexOf('?') + 1).split("&", -1)) {
            asked.put(pair.substring(0, pair.indexOf('=')),
                    URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
        }
    }

    /// The issuer lets somebody in.
    private String code(String nonce) {
        world.issuer.codes.put("c1",
                FakeIssuer.token(world.claims("ann").claim("nonce", nonce).claim("groups", List.of("kn-readers"))));
        return "c1";
    }

    private Response end(String loginCookie, String... query) throws IOException {
        Request request = PortalWorld.request("GET", "", "/callback", "", query);
        return world.portal.answer(new Request("GET", "/callback", request.query(),
                loginCookie.isEmpty() ? Map.of() : Map.of("cookie", List.of(SignIn.COOKIE + "=" + loginCookie)), ""));
    }

    @Test
    void signInLeadsBackToWhereItBeganWithASession() throws Exception {
        begin("/study?name=KN5601");
        assertThat(asked).containsEntry("response_type", "code").containsEntry("client_id", FakeIssuer.APPLICATION)
                .containsEntry("redirect_uri", "https://tables.example/portal/callback").containsEntry("scope", "openid profile")
                .containsEntry("code_challenge_method", "S256");

        Response response = end(cookie, "code", code(asked.getOrDefault("nonce", "")), "state", asked.getOrDefault("state", ""));

        assertThat(response.status()).isEqualTo(303);
        assertThat(PortalWorld.header(response, "Location")).isEqualTo("https://tables.example/portal/study?name=KN5601");
        String session = PortalWorld.cookie(response, Session.COOKIE);
        assertThat(world.get(session, "/").status()).isEqualTo(200);
        for (Response.Header header : response.headers()) {
            if (header.name().equals("Set-Cookie")) {
                assertThat(header.value()).startsWith("__Host-").contains("; Path=/;", "; HttpOnly; Secure; SameSite=Lax")
                        .doesNotContain("Domain");
            }
        }
        assertThat(response.headers()).anyMatch(h -> h.value().startsWith(SignIn.COOKIE + "=; Path=/; Max-Age=0"));
        String verifier = world.issuer.exchanges.getFirst().getOrDefault("code_verifier", "");
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(asked.get("code_challenge"));
        assertThat(verifier).hasSizeGreaterThanOrEqualTo(43);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "",
        "/a\r\nSet-Cookie: x=y", "\\\\evil"})
    void signInLeadsNowhereElse(String to) throws IOException {
        begin(to);

        Response response = end(cookie, "code", code(asked.getOrDefault("nonce", "")), "state", asked.getOrDefault("state", ""));

        assertThat(PortalWorld.header(response, "Location")).isEqualTo("https://tables.example/portal/");
    }

    /// Also where the same browser comes again with the same cookie, and the issuer would take the code again.
    @Test
    void replayedStateIsRefused() throws IOException {
        begin("/");
        String state = asked.getOrDefault("state", "");
        String nonce = asked.getOrDefault("nonce", "");
        assertThat(end(cookie, "code", code(nonce), "state", state).status()).isEqualTo(303);

        Response again = end(cookie, "code", code(nonce), "state", state);

        assertThat(again.status()).isEqualTo(400);
        assertThat(PortalWorld.cookie(again, Session.COOKIE)).isEmpty();
    }

    @Test
    void stateOfAnotherBrowserIsRefused() throws IOException {
        begin("/");
        String stolen = asked.getOrDefault("state", "");
        String nonce = asked.getOrDefault("nonce", "");
        begin("/");
        for (String mine : List.of(cookie, "", "a.b.c.d", "...", stolen, cookie.substring(1))) {
            assertThat(end(mine, "code", code(nonce), "state", stolen).status()).isEqualTo(400);
        }
        assertThat(end(cookie, "code", code(nonce)).status()).as("no state").isEqualTo(400);
        assertThat(end(cookie, "state", asked.getOrDefault("state", "")).status()).as("no code").isEqualTo(400);
        assertThat(end(cookie, "error", "access_denied", "state", asked.getOrDefault("state", "")).status()).isEqualTo(400);
        assertThat(end(cookie, "code", code(nonce), "state", asked.getOrDefault("state", ""), "iss", "https://other.example")
                .status())
                .as("another issuer's answer").isEqualTo(400);
        assertThat(world.issuer.exchanges).isEmpty();
    }

    @Test
    void tokenThatAnswersToAnotherSignInIsRefused() throws IOException {
        begin("/");
        Response response = end(cookie, "code", code("another nonce"), "state", asked.getOrDefault("state", ""));

        assertThat(response.status()).isEqualTo(400);
        assertThat(PortalWorld.cookie(response, Session.COOKIE)).isEmpty();
    }

    @Test
    void tokenThatFitsIntoNoCookieIsRefusedWithWords() throws IOException {
        begin("/");
        world.issuer.codes.put("big", FakeIssuer.token(
                world.claims("ann").claim("nonce", asked.get("nonce")).claim("groups",
                        java.util.Collections.nCopies(150, "a-group-of-many"))));

        Response response = end(cookie, "code", "big", "state", asked.getOrDefault("state", ""));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("3584", "administrator");
        assertThat(PortalWorld.cookie(response, Session.COOKIE)).isEmpty();
    }

    @Test
    void groupsThatWereLeftOutOpenNoSession() throws IOException {
        begin("/");
        world.issuer.codes.put("many", FakeIssuer.token(
                world.claims("ann").claim("nonce", asked.get("nonce")).claim("_claim_names", Map.of("groups", "src1"))));

        Response response = end(cookie, "code", "many", "state", asked.getOrDefault("state", ""));

        assertThat(response.status()).isEqualTo(403);
        assertThat(PortalWorld.cookie(response, Session.COOKIE)).isEmpty();
    }

    /// State and cookie are easily made up by whoever likes; that must fill no bucket.
    @Test
    void codeThatTheIssuerDoesNotKnowIsRefusedAndNothingIsWritten() throws IOException {
        begin("/");
        assertThat(end(cookie, "code", "guessed", "state", asked.getOrDefault("state", "")).status()).isEqualTo(400);
        assertThat(world.reports.keys()).noneMatch(key -> key.startsWith("sign-ins/"));
    }
}
