package org.tabularium.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.tabularium.store.ConflictException;
import org.tabularium.store.Content;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.ObjectVersion;
import org.tabularium.store.StoredObject;

/// A store that tells somebody of each call before it is made.
public record StoppedStore(ObjectStore store, Stop stop) implements ObjectStore {

    /// Who is told.
    public interface Stop {
        /// Is told of a call; what it throws the caller gets.
        ///
        /// @param call `list`, `read`, `get`, `put if absent` or `put if match`
        /// @param key that it is about, or prefix
        void before(String call, String key) throws IOException;
    }

    @Override
    public List<ObjectVersion> list(String prefix) throws IOException {
        stop.before("list", prefix);
        return store.list(prefix);
    }

    @Override
    public List<String> keys(String begin, String after, int limit) throws IOException {
        return store.keys(begin, after, limit);
    }

    @Override
    public List<String> folders(String prefix) throws IOException {
        return store.folders(prefix);
    }

    @Override
    public Content content(ObjectVersion version) {
        Content content = store.content(version);
        return new Content() {
            @Override
            public long size() {
                return content.size();
            }

            @Override
            public InputStream open() throws IOException {
                stop.before("read", version.key());
                return content.open();
            }
        };
    }

    @Override
    public Optional<StoredObject> get(String key) throws IOException {
        stop.before("get", key);
        return store.get(key);
    }

    @Override
    public boolean putIfAbsent(String key, byte[] bytes) throws ConflictException, IOException {
        stop.before("put if absent", key);
        return store.putIfAbsent(key, bytes);
    }

    @Override
    public void putIfMatch(String key, byte[] bytes, String eTag) throws ConflictException, IOException {
        stop.before("put if match", key);
        store.putIfMatch(key, bytes, eTag);
    }
}
