package org.tabularium.yaml;

import java.util.List;
import java.util.Locale;

/// A YAML parser's complaints in the words of somebody who edits a text file.
final class SyntaxFault {

    private record Wording(String complaint, String words) {}

    private static final List<Wording> WORDINGS = List.of(
            new Wording("(tab)", "a tab stands here; indent with spaces"),
            new Wording("mapping values are not allowed",
                    "a `:` is not expected here; check the indentation, and quote a text that holds `: `"),
            new Wording("expected <block end>", "the indentation does not fit the lines above, or a quote or bracket is missing"),
            new Wording("could not find expected ':'",
                    "a `:` and a space are missing after the key, or the indentation is wrong"),
            new Wording("found unexpected end of stream", "a quote is opened and never closed"),
            new Wording("did not find expected", "the indentation does not fit, or a bracket or comma is missing"),
            new Wording("expected ',' or ']'", "a `[` is opened and not closed, or a comma is missing"),
            new Wording("expected ',' or '}'", "a `{` is opened and not closed, or a comma is missing"),
            new Wording("that cannot start any token", "a text that begins with this character must stand in quotes"),
            new Wording("sequence entries are not allowed", "a `-` is not expected here; check the indentation"),
            new Wording("unknown escape character",
                    "a backslash in double quotes begins an escape that is unknown; use single quotes"),
            new Wording("expected alphabetic or numeric character", "a text that begins with `*` or `&` must stand in quotes"));

    private SyntaxFault() {}

    static String inWords(String complaint) {
        String lower = complaint.toLowerCase(Locale.ROOT);
        return WORDINGS.stream()
                .filter(w -> lower.contains(w.complaint()))
                .findFirst()
                .map(Wording::words)
                .orElse("cannot be read as YAML: " + complaint);
    }
}
