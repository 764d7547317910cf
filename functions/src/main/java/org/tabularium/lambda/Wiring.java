package org.tabularium.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tabularium.portal.Access;
import org.tabularium.publication.Signer;
import org.tabularium.report.MediaTypes;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.s3.S3ObjectStore;
import software.amazon.awssdk.services.s3.S3Client;

/// What a function works with; tests put something else in its place.
///
/// @param sponsors of a study, as the grants name them
/// @param end ends the process; Lambda starts another one
record Wiring(FunctionSettings settings, ObjectStore uploads, ObjectStore reports, Consumer<Announcement> notices,
        Function<String, Set<String>> sponsors, Signer signer,
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
            ObjectStore reports = new S3ObjectStore(s3, settings.reports(), MediaTypes::of, settings.retention(clock));
            // The portal raises the alarm where the list cannot be used; without it a notice names no sponsor.
            Late<Access> access = Late.of(() -> new Access(reports, clock, why -> {}));
            return new Wiring(settings, new S3ObjectStore(s3, settings.uploads()), reports,
                    new SnsNotices(settings.topic()), study -> access.get().list().sponsors(study),
                    KmsSigner.of(settings.signingKey()),
                    new QueueBackoff(settings.queue(), log), log, clock,
                    () -> Runtime.getRuntime().halt(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
