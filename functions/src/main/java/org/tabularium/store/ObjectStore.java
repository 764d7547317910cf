package org.tabularium.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Objects by key, as a versioned bucket keeps them. A write is whole or not there at all; who reads or lists after it sees it. A
/// key is not a path: `a//b`
/// and `a/../b` are other keys than `a/b`.
///
/// Every method throws an [IOException] where the store cannot be reached or refuses; the caller may try again.
public interface ObjectStore {

    /// The current versions of the objects whose keys begin so, sorted by key (code units of UTF-16). Deleted objects are not
    /// among them.
    List<ObjectVersion> list(String prefix) throws IOException;

    /// What stands between the prefix and the next `/` in the keys that begin with the prefix: each once, sorted.
    ///
    /// @param prefix ends in `/`
    List<String> folders(String prefix) throws IOException;

    /// The next keys that begin with the prefix, in the store's own order (in S3 that of their UTF-8 bytes): what a page of a
    /// long list
    /// needs, whatever lies before and behind it.
    ///
    /// @param after the key after which they come, there or not; empty for the first ones
    /// @param limit how many at most, 1 to 1,000
    List<String> keys(String prefix, String after, int limit) throws IOException;

    /// The bytes of one version, read when asked for. Where that version is no longer there, opening it gives a
    /// [java.nio.file.NoSuchFileException].
    Content content(ObjectVersion version);

    /// The SHA-256 of a version's bytes that its writer gave and the store checked when they came, 64 hex digits; empty where
    /// none
    /// was given, or the store keeps none.
    default Optional<String> sha256(ObjectVersion version) throws IOException {
        return Optional.empty();
    }

    /// A small object as it is now; empty where there is none.
    Optional<StoredObject> get(String key) throws IOException;

    /// Writes an object that is not there yet (`If-None-Match: *`).
    ///
    /// @return false where it is there already; nothing is written then
    /// @throws ConflictException where another write of the same key got in the way
    boolean putIfAbsent(String key, byte[] bytes) throws IOException;

    /// Replaces an object that is as it was read (`If-Match`).
    ///
    /// @param eTag of what was read
    /// @throws ConflictException where it is no longer so, or is gone
    void putIfMatch(String key, byte[] bytes, String eTag) throws IOException;
}
