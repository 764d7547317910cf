package org.tabularium.portal;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The issuer's public keys, from its own address alone: what a token says of keys and where to find them counts for nothing.
final class IssuerKeys {

    /// An unknown key fetches the keys again, but not more often.
    private static final Duration AT_MOST_EACH = Duration.ofMinutes(1);
    /// A key that the issuer has withdrawn is forgotten.
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);

    private final Issuer issuer;
    private final Clock clock;
    private List<JWK> keys = List.of();
    private @Nullable Instant fetched;
    private @Nullable Instant tried;

    IssuerKeys(Issuer issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /// The keys with this id; all of them where there is no id.
    ///
    /// @throws IOException where the keys were never had, or are too old, and cannot be fetched
    synchronized List<JWK> withId(@Nullable String id) throws IOException {
        Instant now = clock.instant();
        boolean old = fetched == null || now.isAfter(fetched.plus(FORGOTTEN));
        if ((old || with(id).isEmpty()) && (tried == null || !now.isBefore(tried.plus(AT_MOST_EACH)))) {
            tried = now;
            fetch(now);
        }
        if (fetched == null || now.isAfter(fetched.plus(FORGOTTEN).plus(FORGOTTEN))) {
            throw new IOException("the issuer's keys cannot be had");
        }
        return with(id);
    }

    private List<JWK> with(@Nullable String id) {
        return id == null ? keys : keys.stream().filter(k -> id.equals(k.getKeyID())).toList();
    }

    private void fetch(Instant now) throws IOException {
        try {
            keys = JWKSet.parse(issuer.web().get(issuer.endpoints().keys())).getKeys();
            fetched = now;
        } catch (ParseException e) {
            throw new IOException("the issuer's keys cannot be understood", e);
        } catch (IOException e) {
            if (fetched == null) {
                tried = null;
                throw e;
            }
        }
    }
}
