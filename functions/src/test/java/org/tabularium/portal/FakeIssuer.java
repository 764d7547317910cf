package org.tabularium.portal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// An issuer in memory that signs with real keys; it hands out codes and exchanges each once.
final class FakeIssuer implements Web {

    static final String NAME = "https://issuer.example";
    static final String APPLICATION = "tabularium";
    static final RSAKey RSA = rsa("rsa-1");
    static final ECKey EC = ec("ec-1");

    final List<JWK> keys = new ArrayList<>(List.of(RSA, EC));
    final Map<String, String> codes = new HashMap<>();
    final List<Map<String, String>> exchanges = new ArrayList<>();
    int keysFetched;
    boolean away;

    @Override
    public String get(URI address) throws IOException {
        if (away) {
            throw new IOException("away");
        }
        return switch (address.getPath()) {
            case "/.well-known/openid-configuration" -> """
                    {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                     "jwks_uri": "%1$s/keys", "end_session_endpoint": "%1$s/end"}""".formatted(NAME);
            case "/keys" -> {
                keysFetched++;
                yield new JWKSet(keys).toPublicJWKSet().toString();
            }
            default -> throw new IOException("404");
        };
    }

    @Override
    public String post(URI address, Map<String, String> form) throws IOException {
        exchanges.add(form);
        String token = codes.remove(form.getOrDefault("code", ""));
        if (away || token == null) {
            throw new IOException("400");
        }
        return "{\"token_type\": \"Bearer\", \"access_token\": \"x\", \"id_token\": \"" + token + "\"}";
    }

    /// Claims of a person for an hour.
    static JWTClaimsSet.Builder claims(Instant now, String subject) {
        return new JWTClaimsSet.Builder().issuer(NAME).audience(APPLICATION).subject(subject).claim("name", "Person " + subject)
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(3_600)));
    }

    static String token(JWTClaimsSet.Builder claims) {
        return token(claims, RSA, h -> h);
    }

    static String token(JWTClaimsSet.Builder claims, JWK key, UnaryOperator<JWSHeader.Builder> header) {
        try {
            JWSAlgorithm algorithm = key instanceof RSAKey ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
            SignedJWT jwt = new SignedJWT(header.apply(new JWSHeader.Builder(algorithm).keyID(key.getKeyID())).build(),
                    claims.build());
            jwt.sign(key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey ec(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
