package org.tabularium.publication.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.publication.StudyKeys;
import org.tabularium.publication.StudyStatus;
import org.tabularium.publication.StudyStatusJson;
import org.tabularium.store.ConflictException;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.StoredObject;

/// Keeps the catalogue of the reports bucket: an entry a study and the markers by which lists find it. A change costs what
/// its study
/// costs, however many others there are, and writers of different studies never meet.
///
/// The markers are written first, then the entry, as it was read before `status.json` was: a marker without its entry is
/// passed over by
/// readers ([CatalogLists]), an older entry never replaces a newer one. Nothing is deleted: a marker that no longer counts
/// expires by
/// the bucket's rules, and one that counts is written anew long before.
public final class Catalog {

    /// Markers expire after 400 days (infra/template.yaml); a look at the study renews those older than this.
    private static final Duration RENEWAL = Duration.ofDays(180);
    private static final int ROUNDS = 50;

    private final ObjectStore reports;
    private final Clock clock;

    public Catalog(ObjectStore reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /// Brings the entry of a study up to its `status.json`.
    ///
    /// @param mayGoOn called before each round; ends the work by throwing
    /// @return whether anything was written
    /// @throws IOException where the store fails; to be tried again
    public boolean update(String study, Runnable mayGoOn) throws IOException {
        StudyKeys keys = new StudyKeys(study);
        for (int round = 0; round < ROUNDS; round++) {
            mayGoOn.run();
            try {
                return updateOnce(keys);
            } catch (ConflictException e) {
                // Another one wrote the same study's entry; what it read may be older than what is there now: once more.
            }
        }
        throw new ConflictException(CatalogKeys.entry(study));
    }

    private boolean updateOnce(StudyKeys keys) throws IOException {
        String key = CatalogKeys.entry(keys.study());
        Optional<StoredObject> there = reports.get(key);
        CatalogEntry before = there.map(o -> CatalogEntry.read(o.bytes())).orElse(null);
        StudyStatus status = reports.get(keys.status()).map(o -> StudyStatusJson.read(o.bytes())).orElse(null);
        if (there.isEmpty() && status == null) {
            return false;
        }
        Instant now = clock.instant();
        CatalogEntry entry = CatalogEntry.of(keys.study(), status, before, now);
        if (before != null && entry.saysAs(before) && now.isBefore(before.marked().plus(RENEWAL))) {
            return false;
        }
        if (entry.state() != null) {
            byte[] mark = (now + "\n").getBytes(StandardCharsets.US_ASCII);
            mark(CatalogKeys.day(entry.day()) + keys.study(), mark);
            mark(CatalogKeys.state(entry.state()) + keys.study(), mark);
        }
        put(key, entry.bytes(), there.orElse(null));
        return true;
    }

    /// Writes a marker, whatever is there: its time is what keeps it from expiring.
    private void mark(String key, byte[] bytes) throws IOException {
        if (!reports.putIfAbsent(key, bytes)) {
            put(key, bytes, reports.get(key).orElse(null));
        }
    }

    private void put(String key, byte[] bytes, @Nullable StoredObject before) throws IOException {
        if (before != null) {
            reports.putIfMatch(key, bytes, before.eTag());
        } else if (!reports.putIfAbsent(key, bytes)) {
            throw new ConflictException(key);
        }
    }
}
