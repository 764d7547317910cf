package org.tabularium.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.store.Content;
import org.tabularium.store.RefusedException;
import org.tabularium.store.StudySource;

/// The exact content of a study at one moment.
///
/// @param folder the folder's name: keys and paths use it, never the printed name
/// @param files sorted by name; `study.yaml`, datasets, `templates/*.yaml`, and whatever else lies at the top level
/// @param ignored names of what else lies in the folder and was not read, sorted; a folder's name ends in `/`
public record StudySnapshot(String folder, List<File> files, List<String> ignored) {

    public StudySnapshot {
        files = files.stream().sorted(Comparator.comparing(File::name)).toList();
        ignored = ignored.stream().sorted().toList();
    }

    public StudySnapshot(String folder, List<File> files) {
        this(folder, files, List.of());
    }

    /// Takes the snapshot: every file is read once, as a stream, to hash it.
    ///
    /// @throws RejectedException where a file may not be read, with a finding for each
    /// @throws IOException where the study itself is not there or may not be listed, or its store refuses
    public static StudySnapshot of(StudySource store) throws IOException, RejectedException {
        StudySource.Listing listing = store.list();
        List<Finding> unreadable = new ArrayList<>();
        List<File> files = new ArrayList<>();
        for (Map.Entry<String, Content> object : listing.objects().entrySet()) {
            try {
                files.add(File.of(object.getKey(), object.getValue()));
            } catch (RefusedException e) {
                throw e;
            } catch (IOException | UncheckedIOException e) {
                unreadable.add(Finding.error("FILE_UNREADABLE", "the file cannot be read to its end").in(object.getKey())
                        .remedy("wait until it is written, or put a sound copy in its place"));
            }
        }
        if (!unreadable.isEmpty()) {
            throw new RejectedException(unreadable);
        }
        return new StudySnapshot(store.study(), files, listing.ignored());
    }

    /// The files that are no longer what they were when the snapshot was taken; empty for a report that can be trusted.
    public List<File> changed() {
        return files.stream().filter(f -> !f.content().unchanged()).toList();
    }

    /// One file of the study. Its hash may still be on the way: who asks for it waits.
    public static final class File {

        /// Files of this size and more are hashed while others already look into them.
        private static final long LARGE = 1L << 20;

        private final String name;
        private final CompletableFuture<String> sha256;
        private final Content content;

        private File(String name, CompletableFuture<String> sha256, Content content) {
            this.name = name;
            this.sha256 = sha256;
            this.content = content;
        }

        /// A file whose hash is known.
        ///
        /// @param name relative to the study's folder, with `/`
        /// @param sha256 of the content, 64 lower-case hex digits
        public File(String name, String sha256, Content content) {
            this(name, CompletableFuture.completedFuture(sha256), content);
        }

        /// Hashes the content: at once, or beside what the caller does next where it is large.
        ///
        /// @throws IOException where a content that is not large cannot be read to its end
        public static File of(String name, Content content) throws IOException {
            if (content.size() < LARGE) {
                return new File(name, Sha256.of(content), content);
            }
            return new File(name, CompletableFuture.supplyAsync(() -> {
                try {
                    return Sha256.of(content);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }), content);
        }

        /// Relative to the study's folder, with `/`.
        public String name() {
            return name;
        }

        /// Of the content, 64 lower-case hex digits.
        ///
        /// @throws UncheckedIOException where a large content could not be read to its end
        public String sha256() {
            try {
                return sha256.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof UncheckedIOException unreadable) {
                    throw unreadable;
                }
                throw e;
            }
        }

        public Content content() {
            return content;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
