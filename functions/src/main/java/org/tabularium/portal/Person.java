package org.tabularium.portal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Somebody whom the issuer vouches for.
///
/// @param issuer `iss`
/// @param subject `sub`: with the issuer, who it is for ever
/// @param shown a name for pages: name, e-mail address or subject
/// @param claims texts by claim; a claim of one text is a list of one
/// @param leftOut claims that the issuer left out for their size and says so
/// @param expires when the token does
public record Person(String issuer, String subject, String shown, Map<String, List<String>> claims, Set<String> leftOut,
        Instant expires) {

    /// Whether a claim is, or holds, this text.
    boolean claims(String claim, String value) {
        return claims.getOrDefault(claim, List.of()).contains(value);
    }
}
