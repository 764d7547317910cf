package org.tabularium.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// A versioned bucket in memory. As in S3 a version stays readable after it was replaced or deleted, and equal bytes have equal
/// ETags.
public class InMemoryObjectStore implements ObjectStore {

    private final NavigableMap<String, ObjectVersion> current;
    private final Map<String, byte[]> bytes;
    private final Map<String, String> declared = new TreeMap<>();
    private long writes;

    public InMemoryObjectStore() {
        this(new InMemoryObjectStore[0]);
    }

    /// A copy of another one; changing either does not change the other.
    private InMemoryObjectStore(InMemoryObjectStore... of) {
        current = of.length == 0 ? new TreeMap<>() : new TreeMap<>(of[0].current);
        bytes = of.length == 0 ? new TreeMap<>() : new TreeMap<>(of[0].bytes);
        writes = of.length == 0 ? 0 : of[0].writes;
    }

    public synchronized InMemoryObjectStore copy() {
        return new InMemoryObjectStore(new InMemoryObjectStore[]{this});
    }

    /// Every key with its ETag: what tells one state of the bucket from another, whatever way led there.
    public synchronized String state() {
        StringBuilder state = new StringBuilder();
        current.forEach((key, v) -> state.append(key).append('=').append(v.eTag()).append(';'));
        return state.toString();
    }

    /// Writes in any case, as a sponsor does.
    public synchronized ObjectVersion put(String key, byte[] content) {
        return put(key, content, Instant.EPOCH.plusSeconds(writes));
    }

    public synchronized ObjectVersion put(String key, byte[] content, Instant modified) {
        ObjectVersion version = new ObjectVersion(key, "v" + writes++, eTag(content), content.length, modified);
        current.put(key, version);
        bytes.put(version.versionId(), content.clone());
        return version;
    }

    public ObjectVersion put(String key, String content) {
        return put(key, content.getBytes(StandardCharsets.UTF_8));
    }

    public synchronized void delete(String key) {
        current.remove(key);
    }

    /// Brings a deleted version back, as the removal of a delete marker does.
    public synchronized void restore(ObjectVersion version) {
        current.put(version.key(), version);
    }

    public synchronized List<String> keys() {
        return List.copyOf(current.keySet());
    }

    @Override
    public synchronized List<ObjectVersion> list(String prefix) throws IOException {
        return current.tailMap(prefix, true).values().stream().filter(v -> v.key().startsWith(prefix)).toList();
    }

    @Override
    public synchronized List<String> folders(String prefix) throws IOException {
        return current.keySet().stream().filter(k -> k.startsWith(prefix)).map(k -> k.substring(prefix.length()))
                .filter(k -> k.indexOf('/') >= 0).map(k -> k.substring(0, k.indexOf('/'))).distinct().sorted().toList();
    }

    @Override
    public synchronized List<String> keys(String prefix, String after, int limit) throws IOException {
        NavigableMap<String, ObjectVersion> rest = after.compareTo(prefix) > 0
                ? current.tailMap(after, false)
                : current.tailMap(prefix, !prefix.equals(after));
        return rest.keySet().stream().takeWhile(k -> k.startsWith(prefix)).limit(limit).toList();
    }

    @Override
    public Content content(ObjectVersion version) {
        return new Content() {
            @Override
            public long size() {
                return version.size();
            }

            @Override
            public InputStream open() throws IOException {
                synchronized (InMemoryObjectStore.this) {
                    byte[] content = bytes.get(version.versionId());
                    if (content == null) {
                        throw new NoSuchFileException(version.key());
                    }
                    return new ByteArrayInputStream(content);
                }
            }
        };
    }

    /// Keeps what a sender says of a version, true or not.
    public synchronized void declare(ObjectVersion version, String sha256) {
        declared.put(version.versionId(), sha256);
    }

    @Override
    public synchronized Optional<String> sha256(ObjectVersion version) {
        return Optional.ofNullable(declared.get(version.versionId()));
    }

    @Override
    public synchronized Optional<StoredObject> get(String key) throws IOException {
        ObjectVersion version = current.get(key);
        byte[] content = version == null ? null : bytes.get(version.versionId());
        return content == null ? Optional.empty() : Optional.of(new StoredObject(content.clone(), eTag(content)));
    }

    @Override
    public synchronized boolean putIfAbsent(String key, byte[] content) throws IOException {
        if (current.containsKey(key)) {
            return false;
        }
        put(key, content);
        return true;
    }

    @Override
    public synchronized void putIfMatch(String key, byte[] content, String eTag) throws IOException {
        ObjectVersion version = current.get(key);
        if (version == null || !version.eTag().equals(eTag)) {
            throw new ConflictException(key);
        }
        put(key, content);
    }

    public static String eTag(byte[] content) {
        try {
            return '"' + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

}
