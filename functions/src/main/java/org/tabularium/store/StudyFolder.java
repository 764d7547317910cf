package org.tabularium.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;

/// A study in a folder on disk: the regular files at its top level and `templates/*.yaml`. Names that start with a dot are passed
/// over in silence,
/// other folders are ignored by name. A symbolic link is followed inside the folder only: a link that leaves it could bring
/// anything on the
/// machine into a report, so it is refused.
public final class StudyFolder implements StudySource {

    private static final String TEMPLATES = "templates";

    private final Path folder;
    private final @Nullable Path output;

    /// A study in this folder.
    public StudyFolder(Path folder) {
        this(folder, null);
    }

    /// A study in this folder, whose reports go to another one: where that lies inside the study (`tabularium report .` writes to
    /// `./out`) it is no part
    /// of the study, so that a second report sees the same study as the first.
    ///
    /// @param output where reports go; null for a place that is certainly not in the study
    public StudyFolder(Path folder, @Nullable Path output) {
        this.folder = folder.toAbsolutePath().normalize();
        this.output = output == null ? null : output.toAbsolutePath().normalize();
    }

    @Override
    public String study() {
        Path name = folder.getFileName();
        return name == null ? "study" : name.toString();
    }

    @Override
    public Listing list() throws IOException, RejectedException {
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        return new Walk(folder.toRealPath(), output == null ? null : real(output)).listing();
    }

    /// The path without links, also where its last parts are not there yet.
    private static Path real(Path path) throws IOException {
        Path parent = path.getParent();
        return Files.exists(path) || parent == null ? path.toRealPath() : real(parent).resolve(path.getFileName());
    }

    /// One look at the folder.
    private static final class Walk {

        private final Path root;
        private final @Nullable Path output;
        private final TreeMap<String, Content> objects = new TreeMap<>();
        private final List<String> ignored = new ArrayList<>();
        private final List<Finding> refused = new ArrayList<>();

        Walk(Path root, @Nullable Path output) {
            this.root = root;
            this.output = output;
        }

        Listing listing() throws IOException, RejectedException {
            for (Path entry : entries(root)) {
                String name = name(entry);
                if (!mayBeRead(entry, name)) {
                    continue;
                }
                if (name.equals(TEMPLATES) && Files.isDirectory(entry)) {
                    templates(entry);
                } else if (Files.isDirectory(entry)) {
                    if (!holdsOutput(entry)) {
                        ignored.add(name + "/");
                    }
                } else {
                    take(entry, name);
                }
            }
            if (!refused.isEmpty()) {
                throw new RejectedException(refused);
            }
            return new Listing(objects, ignored.stream().sorted().toList());
        }

        private void templates(Path templates) throws IOException {
            for (Path entry : entries(templates)) {
                String name = TEMPLATES + "/" + name(entry);
                if (!mayBeRead(entry, name)) {
                    continue;
                }
                if (Files.isDirectory(entry)) {
                    ignored.add(name + "/");
                } else if (name.toLowerCase(Locale.ROOT).endsWith(".yaml") || name.equals(WORD_TEMPLATE)) {
                    take(entry, name);
                } else {
                    ignored.add(name);
                }
            }
        }

        private void take(Path entry, String name) {
            try {
                if (!Files.isRegularFile(entry)) {
                    ignored.add(name);
                } else if (!Files.isReadable(entry)) {
                    throw new AccessDeniedException(name);
                } else {
                    objects.put(name, FileContent.of(entry));
                }
            } catch (IOException e) {
                refused.add(Finding.error("FILE_UNREADABLE", "the file may not be read").in(name)
                        .remedy("give yourself the right to read it, or take it out of the study"));
            }
        }

        /// Whether a link, if the entry is one, ends inside the study; what it ends in is judged by the caller.
        private boolean mayBeRead(Path entry, String name) {
            if (!Files.isSymbolicLink(entry)) {
                return true;
            }
            try {
                if (entry.toRealPath().startsWith(root)) {
                    return true;
                }
                refused.add(Finding.error("LINK_LEAVES_FOLDER", "the symbolic link leads out of the study's folder").in(name)
                        .remedy("put a copy of the file in its place"));
            } catch (IOException e) {
                refused.add(Finding.error("FILE_UNREADABLE", "the symbolic link leads nowhere").in(name)
                        .remedy("put the file in its place, or remove the link"));
            }
            return false;
        }

        private boolean holdsOutput(Path entry) {
            return output != null && output.startsWith(entry);
        }

        private static List<Path> entries(Path folder) throws IOException {
            try (Stream<Path> entries = Files.list(folder)) {
                return entries.filter(e -> !name(e).startsWith(".")).sorted().toList();
            }
        }

        private static String name(Path entry) {
            return String.valueOf(entry.getFileName());
        }
    }
}
