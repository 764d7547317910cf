package org.tabularium.render.docx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tabularium.table.display.Display;

/// The names by which a text refers to displays: those that REF fields of a writer's document may use.
final class Bookmarks {

    /// Word's limit is 40 letters, of which the contents take five.
    private static final int LONGEST = 35;

    private Bookmarks() {}

    /// One a display: `tfl_ae_soc_pt`.
    static List<String> of(List<? extends Display> displays) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (Display display : displays) {
            String whole = "tfl_" + display.id().replaceAll("[^A-Za-z0-9]", "_");
            String name = whole.substring(0, Math.min(LONGEST, whole.length()));
            for (int i = 2; !taken.add(name); i++) {
                String suffix = "_" + i;
                name = whole.substring(0, Math.min(LONGEST - suffix.length(), whole.length())) + suffix;
            }
            names.add(name);
        }
        return names;
    }

    /// The name that the contents use; Word does not show it.
    static String ofContents(String name) {
        return "_Toc_" + name;
    }
}
