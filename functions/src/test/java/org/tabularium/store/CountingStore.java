package org.tabularium.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what is asked of a store: calls by name, bytes read and written, names listed, writes that met another writer.
public final class CountingStore implements ObjectStore {

    private final ObjectStore store;
    private final Map<String, Long> calls = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong conflicts = new AtomicLong();

    public CountingStore(ObjectStore store) {
        this.store = store;
    }

    public long calls(String name) {
        return calls.getOrDefault(name, 0L);
    }

    public long conflicts() {
        return conflicts.get();
    }

    /// Calls by name and bytes that went over the line, in words.
    public String cost() {
        return new java.util.TreeMap<>(calls) + ", " + bytes + " bytes";
    }

    private void count(String name) {
        calls.merge(name, 1L, Long::sum);
    }

    @Override
    public List<ObjectVersion> list(String prefix) throws IOException {
        count("list");
        List<ObjectVersion> versions = store.list(prefix);
        versions.forEach(v -> bytes.addAndGet(v.key().length()));
        return versions;
    }

    @Override
    public List<String> folders(String prefix) throws IOException {
        count("folders");
        List<String> folders = store.folders(prefix);
        folders.forEach(f -> bytes.addAndGet(f.length()));
        return folders;
    }

    @Override
    public List<String> keys(String prefix, String after, int limit) throws IOException {
        count("keys");
        List<String> keys = store.keys(prefix, after, limit);
        keys.forEach(k -> bytes.addAndGet(k.length()));
        return keys;
    }

    @Override
    public Content content(ObjectVersion version) {
        count("content");
        bytes.addAndGet(version.size());
        return store.content(version);
    }

    @Override
    public Optional<StoredObject> get(String key) throws IOException {
        count("get");
        Optional<StoredObject> object = store.get(key);
        object.ifPresent(o -> bytes.addAndGet(o.bytes().length));
        return object;
    }

    @Override
    public boolean putIfAbsent(String key, byte[] content) throws IOException {
        count("put");
        bytes.addAndGet(content.length);
        return store.putIfAbsent(key, content);
    }

    @Override
    public void putIfMatch(String key, byte[] content, String eTag) throws IOException {
        count("put");
        bytes.addAndGet(content.length);
        try {
            store.putIfMatch(key, content, eTag);
        } catch (ConflictException e) {
            conflicts.incrementAndGet();
            throw e;
        }
    }
}
