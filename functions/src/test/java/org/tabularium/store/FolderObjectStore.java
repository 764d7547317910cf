package org.tabularium.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A bucket in a folder on disk. The SHA-256 of a file is its ETag and its version; older versions are not kept. Writers exclude
/// one another by a lock in the
/// process and on a file, and put a finished file in its place by an atomic rename, so that a reader never meets half an object.
///
/// Names that start with a dot are the store's own. Symbolic links are not followed.
public final class FolderObjectStore implements ObjectStore {

    private static final ReentrantLock PROCESS = new ReentrantLock();
    private static final String LOCK = ".lock";
    private static final String FRESH = ".writing-";
    private static final int BUFFER = 1 << 16;

    private final Path root;

    /// @param root made by the first write where it is not there
    public FolderObjectStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public List<ObjectVersion> list(String prefix) throws IOException {
        Path start = folder(prefix);
        List<ObjectVersion> versions = new ArrayList<>();
        if (start == null || !Files.isDirectory(start)) {
            return versions;
        }
        try (Stream<Path> walk = Files.walk(start)) {
            for (Path file : walk.filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS)).toList()) {
                String key = root.relativize(file).toString().replace('\\', '/');
                if (key.startsWith(prefix) && !isOwn(file)) {
                    version(key, file).ifPresent(versions::add);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        versions.sort((a, b) -> a.key().compareTo(b.key()));
        return versions;
    }

    private static Optional<ObjectVersion> version(String key, Path file) throws IOException {
        try {
            String sha256 = sha256(file);
            Instant modified = Files.getLastModifiedTime(file).toInstant();
            return Optional.of(new ObjectVersion(key, sha256, sha256, Files.size(file), modified));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // deleted since
        }
    }

    @Override
    public List<String> folders(String prefix) throws IOException {
        Path folder = folder(prefix);
        List<String> names = new ArrayList<>();
        if (folder != null && Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
                entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
            }
        }
        names.sort(null);
        return names;
    }

    @Override
    public List<String> keys(String prefix, String after, int limit) throws IOException {
        return list(prefix).stream().map(ObjectVersion::key).filter(k -> k.compareTo(after) > 0).limit(limit).toList();
    }

    @Override
    public Content content(ObjectVersion version) {
        return new Pinned(path(version.key()), version);
    }

    @Override
    public Optional<StoredObject> get(String key) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(path(key));
            return Optional.of(new StoredObject(bytes, sha256(bytes)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean putIfAbsent(String key, byte[] bytes) throws IOException {
        Path file = path(key);
        return locked(() -> {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            replace(file, bytes);
            return true;
        });
    }

    @Override
    public void putIfMatch(String key, byte[] bytes, String eTag) throws IOException {
        Path file = path(key);
        locked(() -> {
            Optional<StoredObject> now = get(key);
            if (now.isEmpty() || !now.get().eTag().equals(eTag)) {
                throw new ConflictException(key);
            }
            replace(file, bytes);
            return true;
        });
    }

    private interface Write {
        boolean call() throws IOException;
    }

    private boolean locked(Write write) throws IOException {
        Files.createDirectories(root);
        PROCESS.lock();
        try (FileChannel channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            return write.call();
        } finally {
            PROCESS.unlock();
        }
    }

    /// To be called under the lock, which makes the temporary name nobody else's.
    private static void replace(Path file, byte[] bytes) throws IOException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new NoSuchFileException(file.toString());
        }
        Files.createDirectories(parent);
        Path fresh = parent.resolve(FRESH + file.getFileName());
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// The folder that holds every key with this prefix; null where the prefix leads out of the store.
    private @Nullable Path folder(String prefix) {
        Path folder = root.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1)).normalize();
        return folder.startsWith(root) ? folder : null;
    }

    /// A key that is no path of its own cannot lie on a disk.
    private Path path(String key) {
        Path path = root.resolve(key);
        boolean inside = path.normalize().equals(path) && path.startsWith(root) && !path.equals(root);
        if (!inside || isOwn(path) || !root.relativize(path).toString().replace('\\', '/').equals(key)) {
            throw new IllegalArgumentException("a folder cannot hold the key " + key);
        }
        return path;
    }

    private static boolean isOwn(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.equals(LOCK) || name.startsWith(FRESH);
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// A version is found by its hash. The open file stays the same file when another one takes its name.
    private record Pinned(Path path, ObjectVersion version) implements Content {

        @Override
        public long size() {
            return version.size();
        }

        @Override
        public InputStream open() throws IOException {
            InputStream stream = Files.newInputStream(path);
            if (unchanged()) {
                return stream;
            }
            stream.close();
            throw new NoSuchFileException(version.key(), null, "this version is no longer there");
        }

        @Override
        public boolean unchanged() {
            try {
                return sha256(path).equals(version.versionId());
            } catch (IOException e) {
                return false;
            }
        }
    }
}
