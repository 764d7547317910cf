package org.tabularium.publication.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tabularium.publication.ParallelCalls;
import org.tabularium.publication.StudyKeys;
import org.tabularium.publication.StudyStatus;
import org.tabularium.publication.StudyStatusJson;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.Manifest;
import org.tabularium.run.ManifestJson;
import org.tabularium.store.ConflictException;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.StoredObject;

/// All studies of the reports bucket in two objects, `catalog.json` and `index.html`. Both follow from the pointers alone; each
/// is written only as it was read
/// before the pointers were, so that an older catalogue never replaces a newer one.
public final class Catalog {

    static final String JSON = "catalog.json";
    static final String PAGE = "index.html";
    private static final int ROUNDS = 50;

    private final ObjectStore reports;
    private final ParallelCalls sideBySide;

    public Catalog(ObjectStore reports) {
        this.reports = reports;
        this.sideBySide = ParallelCalls.WIDE;
    }

    /// Writes the catalogue as the studies are now, where it is not so yet.
    ///
    /// @param mayGoOn called before each round; ends the work by throwing
    /// @return how many studies it names
    /// @throws IOException where the store fails; to be tried again
    public int write(Runnable mayGoOn) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            mayGoOn.run();
            Optional<StoredObject> json = reports.get(JSON);
            Optional<StoredObject> page = reports.get(PAGE);
            List<CatalogEntry> entries = entries();
            try {
                put(JSON, CatalogJson.bytes(entries), json.orElse(null));
                put(PAGE, CatalogPage.bytes(entries), page.orElse(null));
                return entries.size();
            } catch (ConflictException e) {
                // Another one was faster; what it wrote may be older than what is there now: once more.
            }
        }
        throw new ConflictException(JSON);
    }

    private void put(String key, byte[] bytes, @Nullable StoredObject before) throws IOException {
        if (before == null) {
            if (!reports.putIfAbsent(key, bytes)) {
                throw new ConflictException(key);
            }
        } else if (!Arrays.equals(before.bytes(), bytes)) {
            reports.putIfMatch(key, bytes, before.eTag());
        }
    }

    /// The studies, sorted by name. A study that is not there any more and never was reported is none.
    List<CatalogEntry> entries() throws IOException {
        List<Callable<Optional<CatalogEntry>>> calls = new ArrayList<>();
        for (String study : reports.folders(StudyKeys.STUDIES)) {
            if (StudyKeys.isName(study)) {
                calls.add(() -> entry(new StudyKeys(study)));
            }
        }
        return sideBySide.all(calls).stream().flatMap(Optional::stream).toList();
    }

    private Optional<CatalogEntry> entry(StudyKeys keys) throws IOException {
        StudyStatus latest = read(keys.latest());
        StudyStatus status = read(keys.status());
        if (latest == null && (status == null || status.snapshot().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new CatalogEntry(keys.study(), latest, status, latest == null ? null : manifest(keys, latest)));
    }

    private @Nullable Manifest manifest(StudyKeys keys, StudyStatus latest) throws IOException {
        Optional<StoredObject> object = reports.get(keys.file(String.valueOf(latest.run()), Manifest.FILE));
        try {
            return object.isEmpty() ? null : ManifestJson.read(object.get().bytes());
        } catch (BrokenRunException e) {
            return null;
        }
    }

    private @Nullable StudyStatus read(String key) throws IOException {
        return reports.get(key).map(o -> StudyStatusJson.read(o.bytes())).orElse(null);
    }
}
