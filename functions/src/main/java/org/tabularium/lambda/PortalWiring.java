package org.tabularium.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.tabularium.portal.Access;
import org.tabularium.portal.Issuer;
import org.tabularium.portal.JdkWeb;
import org.tabularium.portal.Portal;
import org.tabularium.portal.PortalSettings;
import org.tabularium.portal.TokenVerifier;
import org.tabularium.report.MediaTypes;
import org.tabularium.store.s3.S3ObjectStore;
import org.tabularium.store.s3.S3SignedLinks;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// What the portal's two functions work with, from environment variables.
///
/// @param verifier the one for both
record PortalWiring(PortalSettings settings, Issuer issuer, TokenVerifier verifier, EventLog log, Clock clock) {

    static PortalWiring ofEnvironment() {
        return of(System.getenv(),
                new EventLog(System.out, Clock.systemUTC(), System.getenv().getOrDefault("STACK_NAME", "tabularium")),
                Clock.systemUTC());
    }

    static PortalWiring of(Map<String, String> environment, EventLog log, Clock clock) {
        PortalSettings settings = new PortalSettings(URI.create(required(environment, "PORTAL_URL")),
                required(environment, "OIDC_CLIENT_ID"), environment.getOrDefault("OIDC_CLIENT_SECRET", ""),
                environment.getOrDefault("OIDC_SCOPE", "openid profile email"));
        Issuer issuer = new Issuer(required(environment, "OIDC_ISSUER"), new JdkWeb());
        LibraryLog.to(log);
        return new PortalWiring(settings, issuer, new TokenVerifier(issuer, settings.application(), clock), log, clock);
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException(
                    "the environment variable " + name + " is not set; the portal's parameters stand in infra/README.md");
        }
        return value;
    }

    /// The portal over the buckets of the environment.
    Portal portal(Map<String, String> environment) {
        String uploads = required(environment, "UPLOADS_BUCKET");
        String reports = required(environment, "REPORTS_BUCKET");
        try {
            S3Client s3 = S3ObjectStore.client();
            S3Presigner presigner = S3ObjectStore.presigner(s3);
            S3ObjectStore store = new S3ObjectStore(s3, reports, MediaTypes::of,
                    FunctionSettings.of(environment).retention(clock));
            Access access = new Access(store, clock, why -> {
                log.error("the access list cannot be used", Map.of("why", why));
                log.metrics(Map.of("AccessListUnusable", 1));
            });
            return new Portal(settings, issuer, verifier, access, store, new S3SignedLinks(presigner, reports, MediaTypes::of),
                    new S3SignedLinks(presigner, uploads, MediaTypes::of), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
