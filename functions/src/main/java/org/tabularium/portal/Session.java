package org.tabularium.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tabularium.snapshot.Sha256;

/// Somebody who is signed in: the ID token in a cookie, checked anew with every request.
///
/// @param token as the cookie has it
public record Session(String token, Person person) {

    static final String COOKIE = "__Host-session";
    /// Browsers drop cookies above 4,096 bytes without a word.
    static final int LONGEST = 3_584;

    /// The token in a request's cookies, to be verified; empty where there is none.
    ///
    /// @param cookies the request's headers of that name
    public static String token(List<String> cookies) {
        return new Request("GET", "/", Map.of(), Map.of("cookie", cookies), "").cookie(COOKIE).orElse("");
    }

    /// Who sends this request; empty where nobody is signed in, or no longer.
    ///
    /// @throws IOException where the issuer's keys cannot be had
    static Optional<Session> of(Request request, TokenVerifier verifier) throws IOException {
        Optional<String> token = request.cookie(COOKIE);
        try {
            return token.isEmpty() || token.get().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Session(token.get(), verifier.verify(token.get())));
        } catch (RefusedTokenException e) {
            return Optional.empty();
        }
    }

    /// What a form of ours carries and no other site can know: the token itself is known to no script and to no other site.
    String formToken() {
        String hash = Sha256.of(("form " + token).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(hash));
    }

    boolean isOwnForm(String formToken, Request request) {
        String site = request.header("sec-fetch-site");
        return Request.same(formToken, formToken()) && (site.isEmpty() || site.equals("same-origin"));
    }
}
