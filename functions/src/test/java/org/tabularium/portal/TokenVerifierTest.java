package org.tabularium.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.portal.RefusedTokenException.Reason;

@Shows(Requirement.ACCESS)
class TokenVerifierTest {

    private Instant now = Instant.parse("2026-11-29T12:00:00Z");
    private final FakeIssuer issuer = new FakeIssuer();
    private final TokenVerifier verifier = new TokenVerifier(new Issuer(FakeIssuer.NAME, issuer), FakeIssuer.APPLICATION,
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            });

    private JWTClaimsSet.Builder claims() {
        return FakeIssuer.claims(now, "ann");
    }

    @Test
    void tokenOfTheIssuerSaysWhoItIs() throws Exception {
        Person person = verifier
                .verify(FakeIssuer.token(claims().claim("groups", List.of("a", "b")).claim("email", "ann@x.example")));

        assertThat(person.subject()).isEqualTo("ann");
        assertThat(person.issuer()).isEqualTo(FakeIssuer.NAME);
        assertThat(person.shown()).isEqualTo("Person ann");
        assertThat(person.claims("groups", "b")).isTrue();
        assertThat(person.claims("groups", "c")).isFalse();
        assertThat(person.claims("email", "ann@x.example")).isTrue();
        assertThat(person.expires()).isEqualTo(now.plusSeconds(3_600));
    }

    @Test
    void bothMethodsOfSigningAreAccepted() throws Exception {
        assertThat(verifier.verify(FakeIssuer.token(claims(), FakeIssuer.EC, h -> h)).subject()).isEqualTo("ann");
    }

    @Test
    void tokenMayBeAMinuteOldAndNoMore() throws Exception {
        String token = FakeIssuer.token(claims());
        now = now.plusSeconds(3_600 + 59);
        assertThat(verifier.verify(token).subject()).isEqualTo("ann");
        now = now.plusSeconds(1);
        refused(token, Reason.TIME);
    }

    @Test
    void tokenOfTheFutureIsRefusedButForAMinute() throws Exception {
        assertThat(verifier.verify(FakeIssuer.token(claims().notBeforeTime(Date.from(now.plusSeconds(59))))).subject())
                .isEqualTo("ann");
        refused(FakeIssuer.token(claims().notBeforeTime(Date.from(now.plusSeconds(61)))), Reason.TIME);
        refused(FakeIssuer.token(claims().issueTime(Date.from(now.plusSeconds(61)))), Reason.TIME);
    }

    @Test
    void tokenWithoutAnEndIsRefused() {
        refused(FakeIssuer.token(claims().expirationTime(null)), Reason.TIME);
    }

    @Test
    void unsignedTokensAreRefused() {
        String signed = FakeIssuer.token(claims());
        refused(new PlainJWT(claims().build()).serialize(), Reason.FORM);
        refused(signed.substring(0, signed.lastIndexOf('.') + 1), Reason.FORM);
        String[] parts = signed.split("\\.", -1);
        String none = Base64.getUrlEncoder().withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"kid\":\"rsa-1\"}".getBytes(StandardCharsets.UTF_8));
        refused(none + "." + parts[1] + "." + parts[2], Reason.FORM);
        refused(none.replace("none", "None") + "." + parts[1] + ".", Reason.FORM);
        for (String nothing : List.of("", ".", "..", "a.b.c", "null", "x".repeat(10_000), signed + ".x", signed + "\u0000")) {
            refused(nothing, Reason.FORM);
        }
    }

    /// The classic confusion: the public key, which everybody knows, taken for a shared secret.
    @Test
    void tokenThatIsSignedWithThePublicKeyAsASecretIsRefused() throws Exception {
        for (byte[] secret : List.of(FakeIssuer.RSA.toRSAPublicKey().getEncoded(),
                pem(FakeIssuer.RSA.toRSAPublicKey().getEncoded()).getBytes(StandardCharsets.UTF_8),
                FakeIssuer.RSA.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))) {
            SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build(), claims().build());
            jwt.sign(new MACSigner(secret));
            refused(jwt.serialize(), Reason.FORM);
        }
    }

    private static String pem(byte[] key) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(key)
                + "\n-----END PUBLIC KEY-----\n";
    }

    @Test
    void otherMethodsOfSigningAreRefused() throws Exception {
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
            SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("rsa-1").build(), claims().build());
            jwt.sign(new RSASSASigner(FakeIssuer.RSA));
            refused(jwt.serialize(), Reason.FORM);
        }
    }

    @Test
    void tokenOfAnotherKeyIsRefused() {
        refused(FakeIssuer.token(claims(), FakeIssuer.rsa("rsa-1"), h -> h), Reason.SIGNATURE);
        refused(FakeIssuer.token(claims(), FakeIssuer.rsa("other"), h -> h), Reason.SIGNATURE);
        refused(FakeIssuer.token(claims(), FakeIssuer.ec("ec-1"), h -> h), Reason.SIGNATURE);
    }

    @Test
    void tokenThatWasChangedIsRefused() {
        String[] parts = FakeIssuer.token(claims()).split("\\.", -1);
        String other = FakeIssuer.token(FakeIssuer.claims(now, "bob")).split("\\.", -1)[1];
        refused(parts[0] + "." + other + "." + parts[2], Reason.SIGNATURE);
    }

    /// The token brings its own key along, in each of the ways that the standard knows.
    @Test
    void keysThatATokenBringsAlongCountForNothing() {
        RSAKey own = FakeIssuer.rsa("own");
        refused(FakeIssuer.token(claims(), own, h -> h.jwk(own.toPublicJWK())), Reason.SIGNATURE);
        refused(FakeIssuer.token(claims(), own, h -> h.jwkURL(URI.create("https://evil.example/keys"))), Reason.SIGNATURE);
        refused(FakeIssuer.token(claims(), own, h -> h.x509CertURL(URI.create("https://evil.example/x"))), Reason.SIGNATURE);
    }

    @Test
    void shortKeysOfTheIssuerAreNotTrusted() throws Exception {
        RSAKey weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
        issuer.keys.add(weak);
        JWTClaimsSet.Builder claims = claims();
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("weak").build(), claims.build());
        jwt.sign(new RSASSASigner(weak.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())));
        refused(jwt.serialize(), Reason.SIGNATURE);
    }

    @Test
    void otherIssuersAndApplicationsAreRefused() {
        refused(FakeIssuer.token(claims().issuer("https://other.example")), Reason.FOREIGN);
        refused(FakeIssuer.token(claims().issuer(FakeIssuer.NAME + "/")), Reason.FOREIGN);
        refused(FakeIssuer.token(claims().audience("another")), Reason.FOREIGN);
        refused(FakeIssuer.token(claims().audience((String) null)), Reason.FOREIGN);
        refused(FakeIssuer.token(claims().audience(List.of("another", FakeIssuer.APPLICATION))), Reason.FOREIGN);
        refused(FakeIssuer.token(claims().audience(List.of("another", FakeIssuer.APPLICATION)).claim("azp", "another")),
                Reason.FOREIGN);
        refused(FakeIssuer.token(claims().subject(null)), Reason.FOREIGN);
        refused(FakeIssuer.token(claims(), FakeIssuer.RSA, h -> h.type(new JOSEObjectType("at+jwt"))), Reason.FORM);
    }

    @Test
    void severalApplicationsNeedOneThatIsMeant() throws Exception {
        assertThat(verifier.verify(FakeIssuer.token(claims().audience(List.of("another", FakeIssuer.APPLICATION)).claim("azp",
                FakeIssuer.APPLICATION))).subject()).isEqualTo("ann");
    }

    @Test
    void tokenAnswersToOneSignInOnly() throws Exception {
        String token = FakeIssuer.token(claims().claim("nonce", "n1"));
        assertThat(verifier.verify(token, "n1").subject()).isEqualTo("ann");
        assertThatThrownBy(() -> verifier.verify(token, "n2")).isInstanceOf(RefusedTokenException.class);
        assertThatThrownBy(() -> verifier.verify(FakeIssuer.token(claims()), "n1")).isInstanceOf(RefusedTokenException.class);
    }

    @Test
    void newKeyIsFetchedAtMostOnceAMinute() throws Exception {
        verifier.verify(FakeIssuer.token(claims()));
        assertThat(issuer.keysFetched).isEqualTo(1);
        RSAKey fresh = FakeIssuer.rsa("fresh");
        for (int i = 0; i < 20; i++) {
            refused(FakeIssuer.token(claims(), fresh, h -> h), Reason.SIGNATURE);
        }
        assertThat(issuer.keysFetched).isEqualTo(1);
        issuer.keys.add(fresh);
        now = now.plusSeconds(60);

        assertThat(verifier.verify(FakeIssuer.token(claims(), fresh, h -> h)).subject()).isEqualTo("ann");
        assertThat(issuer.keysFetched).isEqualTo(2);
    }

    @Test
    void withdrawnKeyIsForgotten() throws Exception {
        String token = FakeIssuer.token(claims());
        verifier.verify(token);
        issuer.keys.remove(FakeIssuer.RSA);
        now = now.plusSeconds(15 * 60 + 1);
        refused(token, Reason.SIGNATURE);
    }

    @Test
    void issuerThatIsAwayIsNoRefusalAndKeysAreKeptForAWhile() throws Exception {
        issuer.away = true;
        assertThatThrownBy(() -> verifier.verify(FakeIssuer.token(claims()))).isInstanceOf(IOException.class);
        issuer.away = false;
        verifier.verify(FakeIssuer.token(claims()));
        issuer.away = true;
        now = now.plusSeconds(20 * 60);
        assertThat(verifier.verify(FakeIssuer.token(claims())).subject()).isEqualTo("ann");
        now = now.plusSeconds(20 * 60);
        assertThatThrownBy(() -> verifier.verify(FakeIssuer.token(claims()))).isInstanceOf(IOException.class);
    }

    @Test
    void groupsThatWereLeftOutAreKnownToBe() throws Exception {
        assertThat(verifier.verify(FakeIssuer.token(claims().claim("_claim_names", Map.of("groups", "src1")))).leftOut())
                .containsExactly("groups");
        assertThat(verifier.verify(FakeIssuer.token(claims().claim("hasgroups", true))).leftOut()).containsExactly("groups");
        assertThat(verifier.verify(FakeIssuer.token(claims())).leftOut()).isEmpty();
    }

    private void refused(String token, Reason reason) {
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOfSatisfying(RefusedTokenException.class,
                e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
