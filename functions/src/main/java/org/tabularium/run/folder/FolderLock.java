package org.tabularium.run.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;

/// One process and one thread at a time may exchange what stands under a folder's name. The lock is a file beside the folder that
/// is deleted when the
/// lock is let go; the operating system frees it when a process dies.
final class FolderLock implements Closeable {

    private static final ReentrantLock PROCESS = new ReentrantLock();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Waits for the lock. Not for use while this thread holds it.
    ///
    /// @param folder with a parent that is there
    static FolderLock on(Path folder) throws IOException {
        Path file = folder.resolveSibling("." + folder.getFileName() + ".lock");
        PROCESS.lock();
        try {
            while (true) {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (lock(channel, file)) {
                    return new FolderLock(file, channel);
                }
                channel.close();
            }
        } catch (IOException | RuntimeException e) {
            PROCESS.unlock();
            throw e;
        }
    }

    /// Locks the channel's file; false where that file was deleted by its former holder in the meantime, so that others lock a
    /// new one.
    private static boolean lock(FileChannel channel, Path file) throws IOException {
        try {
            channel.lock();
            String mark = Long.toHexString(ThreadLocalRandom.current().nextLong());
            channel.truncate(0).write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.US_ASCII)), 0);
            return Files.readString(file).equals(mark);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            try {
                channel.close();
            } finally {
                PROCESS.unlock();
            }
        }
    }
}
