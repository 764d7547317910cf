package org.tabularium.lambda.deadline;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tabularium.store.Content;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.ObjectVersion;
import org.tabularium.store.StoredObject;

/// A store whose objects are read no longer than there is time: a dataset of gigabytes is one step of a report, and may take
/// minutes.
///
/// @param mayGoOn asked now and then while an object is read; ends the work by throwing
public record TimelyStore(ObjectStore store, Runnable mayGoOn) implements ObjectStore {

    /// Bytes after which the clock is asked again.
    private static final int PATIENCE = 1 << 20;

    @Override
    public List<ObjectVersion> list(String prefix) throws IOException {
        return store.list(prefix);
    }

    @Override
    public List<String> folders(String prefix) throws IOException {
        return store.folders(prefix);
    }

    @Override
    public List<String> keys(String prefix, String after, int limit) throws IOException {
        return store.keys(prefix, after, limit);
    }

    @Override
    public Content content(ObjectVersion version) {
        return new Timely(store.content(version), mayGoOn);
    }

    @Override
    public Optional<String> sha256(ObjectVersion version) throws IOException {
        return store.sha256(version);
    }

    @Override
    public Optional<StoredObject> get(String key) throws IOException {
        return store.get(key);
    }

    @Override
    public boolean putIfAbsent(String key, byte[] bytes) throws IOException {
        return store.putIfAbsent(key, bytes);
    }

    @Override
    public void putIfMatch(String key, byte[] bytes, String eTag) throws IOException {
        store.putIfMatch(key, bytes, eTag);
    }

    private record Timely(Content content, Runnable mayGoOn) implements Content {

        @Override
        public long size() {
            return content.size();
        }

        @Override
        public InputStream open() throws IOException {
            return new TimelyStream(content.open(), mayGoOn);
        }

        @Override
        public Optional<Path> file() {
            return content.file();
        }

        @Override
        public boolean unchanged() {
            return content.unchanged();
        }
    }

    private static final class TimelyStream extends FilterInputStream {

        private final Runnable mayGoOn;
        private long sinceAsked;

        TimelyStream(InputStream in, Runnable mayGoOn) {
            super(in);
            this.mayGoOn = mayGoOn;
        }

        @Override
        public int read() throws IOException {
            ask(1);
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            ask(n);
            return n;
        }

        /// An IOException, since readers take any other one for damage of the file.
        private void ask(int bytes) throws IOException {
            sinceAsked += bytes;
            if (sinceAsked >= PATIENCE) {
                sinceAsked = 0;
                try {
                    mayGoOn.run();
                } catch (OutOfTimeException e) {
                    throw new IOException(e.getMessage(), e);
                }
            }
        }
    }
}
