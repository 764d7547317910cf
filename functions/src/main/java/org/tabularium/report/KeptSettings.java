package org.tabularium.report;

import java.util.List;
import java.util.regex.Pattern;

/// What a study.yaml that is replaced said itself, line by line: the one written in its place says the same, beside what the data
/// tell. Lines that are only a comment go, since they are written anew.
///
/// @param lines as they stood
record KeptSettings(List<String> lines) {

    private static final Pattern NOTHING = Pattern.compile("\\s*|#.*|---\\s*|%.*");

    /// @param text of the file; empty for none
    static KeptSettings of(String text) {
        List<String> lines = text.lines().filter(line -> !NOTHING.matcher(line).matches()).toList();
        return new KeptSettings(lines.equals(List.of("...")) ? List.of() : lines);
    }

    /// Whether it sets a key of the first level, as far as can be seen: a file in one pair of braces sets all.
    boolean sets(String key) {
        Pattern own = Pattern.compile("[\"']?" + Pattern.quote(key) + "[\"']?\\s*:.*");
        return lines.stream().anyMatch(line -> line.startsWith("{") || own.matcher(line).matches());
    }
}
