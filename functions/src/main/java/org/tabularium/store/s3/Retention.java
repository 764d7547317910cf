package org.tabularium.store.s3;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// For how long nobody may remove an object (S3's Object Lock), set with each object as it is written and never as the
/// bucket's default:
/// pointers and the catalogue are written again and again.
///
/// @param kept which keys
/// @param period zero for none
/// @param compliance whether nobody at all may end it sooner; else who has the right to bypass governance may
/// @param clock from which it is counted
public record Retention(Predicate<String> kept, Duration period, boolean compliance, Clock clock) {

    /// Nothing is kept.
    public static final Retention NONE = new Retention(key -> false, Duration.ZERO, false, Clock.systemUTC());

    void set(PutObjectRequest.Builder request, String key) {
        if (!period.isZero() && kept.test(key)) {
            request.objectLockMode(compliance ? ObjectLockMode.COMPLIANCE : ObjectLockMode.GOVERNANCE)
                    .objectLockRetainUntilDate(clock.instant().plus(period));
        }
    }
}
