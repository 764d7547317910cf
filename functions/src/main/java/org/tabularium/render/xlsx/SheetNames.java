package org.tabularium.render.xlsx;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Names of sheets: at most 31 characters, none of `[]:*?/\`, different from each other whatever the letter case, and not the
/// name that Excel
/// keeps for itself ("History").
final class SheetNames {

    private static final int LONGEST = 31;

    private final Set<String> taken = new HashSet<>(Set.of("history"));

    /// A name for the sheet of this table: its id where that will do, else the beginning of it with `~2`, `~3`, … behind.
    String unique(String id) {
        String wanted = id.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}']", "_");
        wanted = wanted.isBlank() ? "table" : wanted;
        String name = shortened(wanted, "");
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = shortened(wanted, "~" + i);
        }
        return name;
    }

    private static String shortened(String name, String suffix) {
        int room = LONGEST - suffix.length();
        return (name.length() <= room ? name : name.substring(0, room)) + suffix;
    }
}
