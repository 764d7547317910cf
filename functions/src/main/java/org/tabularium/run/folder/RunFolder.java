package org.tabularium.run.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.tabularium.run.BrokenRunException;
import org.tabularium.store.Content;

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
    public static void write(Path folder, SortedMap<String, Content> files) throws IOException {
        for (String name : files.keySet()) {
            try {
                RunPlace.requireInside(name);
            } catch (BrokenRunException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
        Path target = RunPlace.behind(folder);
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
        Path target = RunPlace.behind(folder);
        RunPlace.requireNothingElse(target);
        RunPlace.requireOutsideOfRuns(folder, target);
        Path parent = target.getParent();
        if (parent != null && Files.isDirectory(parent)
                && !(beside(target, FRESH).isEmpty() && beside(target, ASIDE).isEmpty())) {
            try (FolderLock _ = FolderLock.on(target)) {
                clear(target);
            }
        }
    }

    /// Puts back a run that a dead process had set aside and not yet replaced. Does nothing where the folder is there.
    static void recover(Path folder) throws IOException {
        Path target = RunPlace.behind(folder);
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

    private void replace(SortedMap<String, Content> files) throws IOException {
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
            DurableFiles.write(fresh.resolve(CONTENT), files);
            try (FolderLock _ = FolderLock.on(target)) {
                putBack(target);
                RunPlace.requireNothingElse(target);
                exchange(fresh.resolve(CONTENT));
            }
        } finally {
            DurableFiles.delete(fresh);
            WRITING.remove(fresh);
        }
    }

    /// Deletes what was being written, or had been set aside and was replaced, by processes that are dead; to be called under the
    /// lock.
    private static void clear(Path target) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            for (Path left : beside(target, ASIDE)) {
                DurableFiles.delete(left);
            }
        }
        for (Path left : beside(target, FRESH)) {
            if (!WRITING.contains(left) && !isAlive(left)) {
                DurableFiles.delete(left);
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

    /// The two renames; to be called under the lock.
    private void exchange(Path fresh) throws IOException {
        Path aside = null;
        if (Files.exists(target) && !RunPlace.isEmpty(target)) { // an empty folder gives way to a rename
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
        DurableFiles.force(parent);
        for (Path old : beside(target, ASIDE)) {
            DurableFiles.delete(old);
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

}
