package org.tabularium.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.tabularium.publication.Signer;
import org.tabularium.report.MediaTypes;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.s3.S3ObjectStore;
import software.amazon.awssdk.services.s3.S3Client;

/// What a function works with; tests put something else in its place.
///
/// @param end ends the process; Lambda starts another one
record Wiring(FunctionSettings settings, ObjectStore uploads, ObjectStore reports, Notices notices, Signer signer,
        Backoff backoff,
        EventLog log, Clock clock, Runnable end) {

    /// The real world, from environment variables.
    static Wiring ofEnvironment() {
        // The JDK keeps five idle connections a host; reports are written by sixteen at once.
        System.setProperty("http.maxConnections", "32");
        FunctionSettings settings = FunctionSettings.of(System.getenv());
        Clock clock = Clock.systemUTC();
        try {
            S3Client s3 = S3ObjectStore.client();
            EventLog log = new EventLog(System.out, clock, settings.stack());
            LibraryLog.to(log);
            return new Wiring(settings, new S3ObjectStore(s3, settings.uploads()),
                    new S3ObjectStore(s3, settings.reports(), MediaTypes::of, settings.retention(clock)),
                    new SnsNotices(settings.topic()), KmsSigner.of(settings.signingKey()),
                    new QueueBackoff(settings.queue(), log), log, clock,
                    () -> Runtime.getRuntime().halt(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
