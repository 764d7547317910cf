package org.tabularium.portal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tabularium.snapshot.Sha256;
import org.tabularium.store.ObjectStore;

/// Sign-in by the code flow of OpenID Connect with PKCE (RFC 7636), `state` and `nonce`: what belongs to one sign-in waits
/// ten minutes in a
/// cookie of the browser that began it, and counts once.
final class SignIn {

    static final String COOKIE = "__Host-login";
    private static final int MINUTES = 10;
    private static final int BYTES = 32;
    private static final String USED = "sign-ins/";
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = new JsonMapper();

    private final PortalSettings settings;
    private final Issuer issuer;
    private final TokenVerifier verifier;
    private final ObjectStore reports;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /// @param reports keeps which sign-ins have ended, so that none counts twice
    SignIn(PortalSettings settings, Issuer issuer, TokenVerifier verifier, ObjectStore reports, Clock clock) {
        this.settings = settings;
        this.issuer = issuer;
        this.verifier = verifier;
        this.reports = reports;
        this.clock = clock;
    }

    /// A sign-in that has come back.
    ///
    /// @param to where the person wanted to go, below the portal's address
    record Done(Session session, String to) {}

    /// A sign-in that failed, in words for the person.
    static final class FailedException extends Exception {

        private static final long serialVersionUID = 1L;

        FailedException(String message) {
            super(message);
        }
    }

    /// Sends the browser to the issuer.
    Response begin(Request request) throws IOException {
        String state = fresh();
        String nonce = fresh();
        String verifierOfCode = fresh();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.application());
        query.put("redirect_uri", settings.absolute("/callback").toString());
        query.put("scope", settings.scope());
        query.put("state", state);
        query.put("nonce", nonce);
        query.put("code_challenge", URL.encodeToString(sha256(verifierOfCode)));
        query.put("code_challenge_method", "S256");
        String endpoint = issuer.endpoints().authorization().toString();
        String parameters = PortalSettings.query(query);
        URI address = URI.create(endpoint + (endpoint.indexOf('?') < 0 ? parameters : "&" + parameters.substring(1)));
        String to = request.parameter("to");
        String place = URL.encodeToString((isOwn(to) ? to : "/").getBytes(StandardCharsets.UTF_8));
        return Response.to(302, address).withCookie(COOKIE, String.join(".", state, nonce, verifierOfCode, place), 60L * MINUTES);
    }

    /// A place of the portal: nothing that a browser could take for another host.
    private static boolean isOwn(String to) {
        return to.startsWith("/") && !to.startsWith("//") && to.indexOf('\\') < 0 && to.length() < 1_000
                && to.chars().noneMatch(c -> c <= ' ' || c == 0x7f);
    }

    /// Takes the browser back from the issuer.
    Done end(Request request) throws IOException, FailedException {
        if (!request.parameter("error").isEmpty()) {
            throw new FailedException("Your organisation's sign-in did not let you through.");
        }
        Optional<String> cookie = request.cookie(COOKIE);
        String[] parts = cookie.orElse("").split("\\.", -1);
        String state = request.parameter("state");
        String from = request.parameter("iss");
        if (parts.length != 4 || parts[0].isEmpty() || !Request.same(parts[0], state) || request.parameter("code").isEmpty()
                || (!from.isEmpty() && !from.equals(issuer.name()))) {
            throw new FailedException("This sign-in was not begun in this browser, or too long ago.");
        }
        String token = exchange(request.parameter("code"), parts[2]);
        if (token.length() > Session.LONGEST) {
            throw new FailedException("Your sign-in token has " + token.length() + " bytes, more than the " + Session.LONGEST
                    + " that fit into a cookie. Ask your administrator to leave claims out of it, mostly groups that have nothing to do with Tabularium.");
        }
        try {
            Session session = new Session(token, verifier.verify(token, parts[1]));
            // Written down last: somebody whom the issuer does not know writes nothing.
            if (!reports.putIfAbsent(USED + Sha256.of(state.getBytes(StandardCharsets.UTF_8)), new byte[0])) {
                throw new FailedException("This sign-in has ended already.");
            }
            return new Done(session,
                    new String(Base64.getUrlDecoder().decode(parts[3]), StandardCharsets.UTF_8));
        } catch (RefusedTokenException e) {
            throw new FailedException(
                    "Your organisation's sign-in gave a token that cannot be accepted: " + e.getMessage() + ".");
        }
    }

    private String exchange(String code, String verifierOfCode) throws IOException, FailedException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", settings.absolute("/callback").toString());
        form.put("client_id", settings.application());
        form.put("code_verifier", verifierOfCode);
        if (!settings.secret().isEmpty()) {
            form.put("client_secret", settings.secret());
        }
        try {
            return JSON.readTree(issuer.web().post(issuer.endpoints().token(), form)).path("id_token").asText("");
        } catch (IOException e) {
            throw new FailedException("Your organisation's sign-in did not confirm you.");
        }
    }

    /// Seconds for which a session is kept.
    long seconds(Session session) {
        return Math.max(0, session.person().expires().getEpochSecond() - clock.instant().getEpochSecond());
    }

    private String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return URL.encodeToString(bytes);
    }

    private static byte[] sha256(String text) {
        return Sha256.digest().digest(text.getBytes(StandardCharsets.US_ASCII));
    }
}
