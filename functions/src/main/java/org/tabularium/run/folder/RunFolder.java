package org.tabularium.run.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.Manifest;

/// Puts a run into its folder as a whole (docs/decisions/0130-runs-and-folders.md).
///
/// The new run is written beside the folder and forced to the disk; then the old run is set aside, the new one takes its name,
/// and the old one is
/// deleted. A death at any moment leaves the old run or the new one, whole: between the two renames the old run stands under its
/// set-aside name, and
/// whoever looks at the folder next puts it back ([#recover(Path)]). Other names beside the folder start with a dot and its name.
/// A run that is being written has a
/// lock that ends with its process: whoever finds it without a holder deletes it, so that nothing of a killed report's subjects
/// stays.
public final class RunFolder {

    private static final String FRESH = ".writing-";
    private static final String ASIDE = ".replaced-";
    /// In the folder of a run that is being written: the run, and the lock of its writer.
    private static final String CONTENT = "run";
    private static final String ALIVE = "writer.lock";

    private static final int MOST_LINKS = 40;
    /// Bytes written at once.
    private static final int PIECE = 1 << 20;
    /// What this process is writing. Its locks are not asked for: to close a file that is locked is to let the lock go, in all of
    /// the process.
    private static final Set<Path> WRITING = ConcurrentHashMap.newKeySet();

    private final Path target;
    private final Path parent;
    private final String mark;

    private RunFolder(Path target, Path parent) {
        this.target = target;
        this.parent = parent;
        this.mark = Long.toHexString(ThreadLocalRandom.current().nextLong());
    }

    /// Replaces what is in the folder by these files.
    ///
    /// @param files relative name → bytes
    /// @throws FileAlreadyExistsException where the folder holds something that is no run; nothing is touched then
    /// @throws IOException where the disk refuses; the folder is then as it was
    public static void write(Path folder, SortedMap<String, byte[]> files) throws IOException {
        for (String name : files.keySet()) {
            try {
                requireInside(name);
            } catch (BrokenRunException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
        Path target = behind(folder);
        Path parent = target.getParent();
        if (parent == null) {
            throw new FileSystemException(folder.toString(), null, "a run cannot take the place of a whole disk");
        }
        Files.createDirectories(parent);
        new RunFolder(target, parent).replace(files);
    }

    /// Refuses a place that holds something other than a run, or lies inside of one, and clears what a killed report left beside
    /// it.
    ///
    /// @throws FileAlreadyExistsException where the path is a file, a folder that is neither empty nor a run, or inside a run
    public static void requireReplaceable(Path folder) throws IOException {
        recover(folder);
        Path target = behind(folder);
        requireNothingElse(target);
        requireOutsideOfRuns(folder, target);
        Path parent = target.getParent();
        if (parent != null && Files.isDirectory(parent)
                && !(beside(target, FRESH).isEmpty() && beside(target, ASIDE).isEmpty())) {
            try (FolderLock _ = FolderLock.on(target)) {
                clear(target);
            }
        }
    }

    /// The folder itself, where a symbolic link leads to it; also one that is not there.
    private static Path behind(Path folder) throws IOException {
        Path path = folder.toAbsolutePath().normalize();
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        Path link = path;
        for (int links = 0; Files.isSymbolicLink(link) && links < MOST_LINKS; links++) {
            link = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
        }
        Path parent = link.getParent();
        return parent != null && Files.exists(parent) ? parent.toRealPath().resolve(link.getFileName()) : link;
    }

    private static void requireOutsideOfRuns(Path folder, Path target) throws IOException {
        for (Path outer = target.getParent(); outer != null; outer = outer.getParent()) {
            if (Files.isRegularFile(outer.resolve(Manifest.FILE), LinkOption.NOFOLLOW_LINKS)) {
                try {
                    Run.read(outer);
                } catch (BrokenRunException e) {
                    continue; // another program's manifest
                }
                throw new FileAlreadyExistsException(folder.toString(), null,
                        "it lies inside the run " + outer + ", which would then no longer be what its manifest says");
            }
        }
    }

    private static void requireNothingElse(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new FileAlreadyExistsException(folder.toString(), null, "it is a file; a run is a folder");
        }
        if (isEmpty(folder)) {
            return;
        }
        try {
            Run.read(folder);
        } catch (BrokenRunException e) {
            throw new FileAlreadyExistsException(folder.toString(), null,
                    "the folder is not empty and holds no run: " + e.getMessage());
        }
    }

    /// Puts back a run that a dead process had set aside and not yet replaced. Does nothing where the folder is there.
    static void recover(Path folder) throws IOException {
        Path target = behind(folder);
        if (mustRecover(target)) {
            try (FolderLock _ = FolderLock.on(target)) {
                putBack(target);
            }
        }
    }

    private static boolean mustRecover(Path target) throws IOException {
        Path parent = target.getParent();
        return parent != null && Files.isDirectory(parent) && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                && !beside(target, ASIDE).isEmpty();
    }

    /// To be called under the lock: nobody alive is between the two renames then.
    private static void putBack(Path target) throws IOException {
        if (mustRecover(target)) {
            Files.move(beside(target, ASIDE).getFirst(), target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /// Refuses names that lead out of the run's folder.
    static void requireInside(String name) throws BrokenRunException {
        boolean plain = !name.isEmpty() && name.indexOf('\\') < 0 && name.indexOf('\0') < 0;
        for (String part : name.split("/", -1)) {
            plain &= !part.isEmpty() && !part.equals(".") && !part.equals("..");
        }
        if (!plain) {
            throw new BrokenRunException("\"%s\" is no name of a file in a run".formatted(name));
        }
    }

    private void replace(SortedMap<String, byte[]> files) throws IOException {
        Path fresh = target.resolveSibling("." + target.getFileName() + FRESH + mark);
        FileChannel alive;
        try (FolderLock _ = FolderLock.on(target)) {
            clear(target);
            WRITING.add(fresh);
            Files.createDirectory(fresh);
            alive = FileChannel.open(fresh.resolve(ALIVE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            alive.lock();
        }
        try (alive) {
            writeAll(fresh.resolve(CONTENT), files);
            try (FolderLock _ = FolderLock.on(target)) {
                putBack(target);
                requireNothingElse(target);
                exchange(fresh.resolve(CONTENT));
            }
        } finally {
            delete(fresh);
            WRITING.remove(fresh);
        }
    }

    /// Deletes what was being written, or had been set aside and was replaced, by processes that are dead; to be called under the
    /// lock.
    private static void clear(Path target) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            for (Path left : beside(target, ASIDE)) {
                delete(left);
            }
        }
        for (Path left : beside(target, FRESH)) {
            if (!WRITING.contains(left) && !isAlive(left)) {
                delete(left);
            }
        }
    }

    /// Whether somebody holds the lock. One without a lock was left by a process that had no time to make it.
    private static boolean isAlive(Path fresh) throws IOException {
        Path lock = fresh.resolve(ALIVE);
        if (!Files.exists(lock, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock held = channel.tryLock()) {
            return held == null;
        } catch (OverlappingFileLockException e) {
            return true; // of this process
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void writeAll(Path fresh, SortedMap<String, byte[]> files) throws IOException {
        Files.createDirectory(fresh);
        Set<Path> folders = new LinkedHashSet<>();
        folders.add(fresh);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = fresh.resolve(file.getKey());
            Path folder = path.getParent();
            if (folder != null && folders.add(folder)) {
                Files.createDirectories(folder);
            }
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                write(channel, file.getValue());
                channel.force(true);
            }
        }
        for (Path folder : folders) {
            force(folder);
        }
    }

    /// Piece by piece: what is written at once is copied out of the heap first.
    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; from += PIECE) {
            ByteBuffer piece = ByteBuffer.wrap(bytes, from, Math.min(PIECE, bytes.length - from));
            while (piece.hasRemaining()) {
                channel.write(piece);
            }
        }
    }

    /// The two renames; to be called under the lock.
    private void exchange(Path fresh) throws IOException {
        Path aside = null;
        if (Files.exists(target) && !isEmpty(target)) { // an empty folder gives way to a rename
            aside = target.resolveSibling("." + target.getFileName() + ASIDE + mark);
            Files.move(target, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (aside != null) {
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        force(parent);
        for (Path old : beside(target, ASIDE)) {
            delete(old);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    /// What carries the folder's name and this mark beside it, sorted.
    private static List<Path> beside(Path target, String mark) throws IOException {
        String prefix = "." + target.getFileName() + mark;
        List<Path> found = new ArrayList<>();
        Path parent = target.toAbsolutePath().getParent();
        if (parent != null) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent,
                    e -> String.valueOf(e.getFileName()).startsWith(prefix))) {
                entries.forEach(found::add);
            }
        }
        found.sort(null);
        return found;
    }

    /// Makes a folder's entries durable where the operating system can (Windows cannot, and does not need it).
    private static void force(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    /// Deletes a folder of ours as far as that is possible; what remains has a name that starts with a dot and does no harm.
    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return delete(file);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) {
                return delete(visited);
            }

            private FileVisitResult delete(Path path) {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    return FileVisitResult.CONTINUE;
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
