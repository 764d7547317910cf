package org.tabularium.portal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.portal.RefusedTokenException.Reason;

/// Says who a token speaks of, or refuses it: the one place where that is decided, for the gateway's authorizer and for the
/// portal
/// behind it, on every request.
///
/// Accepted is an ID token (OpenID Connect Core 1.0, 3.1.3.7) that is signed by RS256 or ES256 with a key of the issuer,
/// whose `iss` is
/// the issuer, whose `aud` has this application (and `azp` names it where there are others), between `nbf` and `exp`, 60
/// seconds either way.
/// `jku`, `x5u`, `jwk` and `x5c` of the token's header are not looked at.
public final class TokenVerifier {

    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final int RSA_BITS = 2_048;
    private static final int LONGEST = 8_192;
    /// Three parts of base64url and nothing else: the library passes over what is none.
    private static final Pattern COMPACT = Pattern.compile("[\\w-]+[.][\\w-]+[.][\\w-]+");
    /// Groups that Microsoft Entra leaves out, without a place to ask for them.
    private static final String HAS_GROUPS = "hasgroups";

    private final Issuer issuer;
    private final String application;
    private final IssuerKeys keys;
    private final Clock clock;

    /// @param application the client id that tokens are made for
    public TokenVerifier(Issuer issuer, String application, Clock clock) {
        this.issuer = issuer;
        this.application = application;
        this.keys = new IssuerKeys(issuer, clock);
        this.clock = clock;
    }

    /// Says who a token speaks of.
    ///
    /// @throws RefusedTokenException where the token proves nothing
    /// @throws IOException where the issuer's keys cannot be had
    public Person verify(String token) throws RefusedTokenException, IOException {
        return person(claims(token));
    }

    /// The same, of a token that must answer to a sign-in of ours.
    Person verify(String token, String nonce) throws RefusedTokenException, IOException {
        JWTClaimsSet claims = claims(token);
        if (!nonce.equals(claims.getClaim("nonce"))) {
            throw new RefusedTokenException(Reason.FOREIGN, "the token answers to another sign-in");
        }
        return person(claims);
    }

    private JWTClaimsSet claims(String token) throws RefusedTokenException, IOException {
        SignedJWT jwt;
        JWTClaimsSet claims;
        try {
            if (token.length() > LONGEST || !COMPACT.matcher(token).matches()) {
                throw new RefusedTokenException(Reason.FORM, "this is no signed token");
            }
            jwt = SignedJWT.parse(token);
            claims = jwt.getJWTClaimsSet();
        } catch (ParseException | IllegalArgumentException e) {
            throw new RefusedTokenException(Reason.FORM, "this is no signed token");
        }
        JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
        JOSEObjectType type = jwt.getHeader().getType();
        boolean known = algorithm.equals(JWSAlgorithm.RS256) || algorithm.equals(JWSAlgorithm.ES256);
        if (!known || (type != null && !type.equals(JOSEObjectType.JWT))) {
            throw new RefusedTokenException(Reason.FORM, "the token is signed by another method, or is of another kind");
        }
        if (!isSigned(jwt, algorithm)) {
            throw new RefusedTokenException(Reason.SIGNATURE, "no key of the issuer made the token's signature");
        }
        requireMeant(claims);
        requireInTime(claims);
        return claims;
    }

    private boolean isSigned(SignedJWT jwt, JWSAlgorithm algorithm) throws IOException {
        for (JWK key : keys.withId(jwt.getHeader().getKeyID())) {
            boolean forIt = (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                    && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm));
            try {
                JWSVerifier verifier = forIt ? verifier(key, algorithm) : null;
                if (verifier != null && jwt.verify(verifier)) {
                    return true;
                }
            } catch (JOSEException e) {
                // a key that cannot check this signature did not make it
            }
        }
        return false;
    }

    /// Chosen by the kind of the key, never by what the token asks for: HS256 with a public key's bytes finds none.
    private static @Nullable JWSVerifier verifier(JWK key, JWSAlgorithm algorithm) throws JOSEException {
        return switch (key) {
            case RSAKey rsa when algorithm.equals(JWSAlgorithm.RS256) && rsa.size() >= RSA_BITS -> new RSASSAVerifier(rsa);
            case ECKey ec when algorithm.equals(JWSAlgorithm.ES256) && ec.getCurve().equals(Curve.P_256) -> new ECDSAVerifier(ec);
            default -> null;
        };
    }

    private void requireMeant(JWTClaimsSet claims) throws RefusedTokenException {
        if (!issuer.name().equals(claims.getIssuer())) {
            throw new RefusedTokenException(Reason.FOREIGN, "the token is of another issuer");
        }
        List<String> audience = Objects.requireNonNullElse(claims.getAudience(), List.<String>of());
        Object authorized = claims.getClaim("azp");
        boolean forUs = audience.contains(application)
                && (authorized == null ? audience.size() == 1 : authorized.equals(application));
        if (!forUs || claims.getSubject() == null || claims.getSubject().isBlank()) {
            throw new RefusedTokenException(Reason.FOREIGN, "the token is for another application");
        }
    }

    private void requireInTime(JWTClaimsSet claims) throws RefusedTokenException {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        if (expires == null || !now.isBefore(expires.toInstant().plus(LEEWAY))) {
            throw new RefusedTokenException(Reason.TIME, "the token has expired");
        }
        boolean early = Stream.of(claims.getNotBeforeTime(), claims.getIssueTime()).filter(Objects::nonNull)
                .anyMatch(t -> now.isBefore(t.toInstant().minus(LEEWAY)));
        if (early) {
            throw new RefusedTokenException(Reason.TIME, "the token is not valid yet");
        }
    }

    private static Person person(JWTClaimsSet claims) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        claims.getClaims().forEach((name, value) -> {
            List<String> list = texts(value);
            if (!list.isEmpty()) {
                texts.put(name, list);
            }
        });
        Set<String> leftOut = new HashSet<>();
        if (claims.getClaim("_claim_names") instanceof Map<?, ?> elsewhere) {
            elsewhere.keySet().forEach(name -> leftOut.add(String.valueOf(name)));
        }
        if (isSaid(claims.getClaim(HAS_GROUPS))) {
            leftOut.add("groups");
        }
        String shown = Stream.of("name", "email", "preferred_username", "sub").map(c -> texts.getOrDefault(c, List.of()))
                .filter(l -> l.size() == 1).map(List::getFirst).findFirst().orElse("");
        return new Person(claims.getIssuer(), claims.getSubject(), shown, Map.copyOf(texts), Set.copyOf(leftOut),
                claims.getExpirationTime().toInstant());
    }

    private static boolean isSaid(@Nullable Object flag) {
        return Boolean.TRUE.equals(flag) || "true".equals(flag);
    }

    private static List<String> texts(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> {
                if (item instanceof String text) {
                    texts.add(text);
                }
            });
        }
        return List.copyOf(texts);
    }
}
