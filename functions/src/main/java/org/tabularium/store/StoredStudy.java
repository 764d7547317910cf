package org.tabularium.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A study below a prefix of an [ObjectStore]. What counts as part of it is the same as in a folder on disk ([StudyFolder]):
/// objects at its top level and
/// `templates/*.yaml`; names that start with a dot are passed over in silence, everything else is ignored by name.
public final class StoredStudy implements StudySource {

    private static final String TEMPLATES = "templates/";

    private final ObjectStore store;
    private final String prefix;

    /// A study below a prefix.
    ///
    /// @param prefix ends in `/`, or is empty for a whole bucket
    public StoredStudy(ObjectStore store, String prefix) {
        if (!prefix.isEmpty() && !prefix.endsWith("/")) {
            throw new IllegalArgumentException("a study's prefix ends in /: " + prefix);
        }
        this.store = store;
        this.prefix = prefix;
    }

    @Override
    public String study() {
        String path = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? "study" : name;
    }

    @Override
    public Listing list() throws IOException {
        List<ObjectVersion> versions = store.list(prefix);
        if (versions.isEmpty()) {
            throw new NoSuchFileException(prefix);
        }
        Parts parts = Parts.of(prefix, versions);
        NavigableMap<String, Content> objects = new TreeMap<>();
        parts.objects.forEach((name, version) -> objects.put(name, store.content(version)));
        return new Listing(objects, parts.ignored);
    }

    /// A listing sorted into what is read and what is not.
    ///
    /// @param objects name relative to the study → its version
    /// @param ignored names of what else lies there, sorted; a folder's name ends in `/`
    public record Parts(NavigableMap<String, ObjectVersion> objects, List<String> ignored) {

        /// The parts of a study among object versions.
        ///
        /// @param versions of keys that begin with the prefix
        public static Parts of(String prefix, List<ObjectVersion> versions) {
            NavigableMap<String, ObjectVersion> objects = new TreeMap<>();
            Set<String> ignored = new TreeSet<>();
            for (ObjectVersion version : versions) {
                String name = version.key().substring(prefix.length());
                boolean template = name.startsWith(TEMPLATES);
                String inner = template ? name.substring(TEMPLATES.length()) : name;
                int folder = inner.indexOf('/');
                if (inner.isEmpty() || inner.startsWith(".")) {
                    continue; // the marker of a folder, or hidden
                }
                if (folder >= 0) {
                    ignored.add((template ? TEMPLATES : "") + inner.substring(0, folder + 1));
                } else if (template && !inner.toLowerCase(Locale.ROOT).endsWith(".yaml") && !name.equals(WORD_TEMPLATE)) {
                    ignored.add(name);
                } else {
                    objects.put(name, version);
                }
            }
            return new Parts(objects, new ArrayList<>(ignored));
        }
    }
}
