package org.tabularium.dataset;

import java.util.Locale;
import java.util.function.Consumer;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// A file that a format opens.
///
/// @param name of its dataset, upper case
/// @param content its bytes
/// @param declaration what the study says of it
/// @param limits what may not be passed
/// @param notes takes warnings and notes met on opening
public record DatasetSource(
        String name, Content content, DatasetDeclaration declaration, InputLimits limits, Consumer<Finding> notes) {

    private static final int SHORT_NAME = 8;

    /// Says that the file calls its dataset otherwise, where it does: files may have been mixed up.
    ///
    /// @param inside the name that the file gives; blank where it gives none
    public void compareName(String inside) {
        String there = inside.strip();
        // Names in XPORT version 5 have at most eight characters.
        boolean cut = there.length() == SHORT_NAME && name.startsWith(there.toUpperCase(Locale.ROOT));
        if (!there.isEmpty() && !there.equalsIgnoreCase(name) && !cut) {
            String shown = there.length() > 60 ? there.substring(0, 59) + "…" : there;
            notes.accept(Finding
                    .warning("DATASET_NAME_DIFFERS", "the file calls its dataset " + shown + "; the file's name counts, " + name)
                    .in(name).remedy("check that no two files were mixed up, and name both alike"));
        }
    }
}
