package org.tabularium.run.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.store.Content;

/// Files that outlast the death of the machine once they are written.
final class DurableFiles {

    /// Bytes written at once.
    private static final int PIECE = 1 << 20;

    private DurableFiles() {}

    /// Writes files into a new folder and forces them to the disk.
    ///
    /// @param files relative name → bytes
    static void write(Path fresh, SortedMap<String, Content> files) throws IOException {
        Files.createDirectory(fresh);
        Set<Path> folders = new LinkedHashSet<>();
        folders.add(fresh);
        for (Map.Entry<String, Content> file : files.entrySet()) {
            Path path = fresh.resolve(file.getKey());
            Path folder = path.getParent();
            if (folder != null && folders.add(folder)) {
                Files.createDirectories(folder);
            }
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                writePieces(channel, file.getValue());
                channel.force(true);
            }
        }
        for (Path folder : folders) {
            force(folder);
        }
    }

    /// Piece by piece: what is written at once is copied out of the heap first.
    private static void writePieces(FileChannel channel, Content content) throws IOException {
        byte[] buffer = new byte[(int) Math.min(PIECE, Math.max(1, content.size()))];
        try (InputStream in = content.open()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                ByteBuffer piece = ByteBuffer.wrap(buffer, 0, length);
                while (piece.hasRemaining()) {
                    channel.write(piece);
                }
            }
        }
    }

    /// Makes a folder's entries durable where the operating system can (Windows cannot, and does not need it).
    static void force(Path folder) throws IOException {
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
    static void delete(Path folder) throws IOException {
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
