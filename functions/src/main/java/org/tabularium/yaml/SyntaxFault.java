package org.tabularium.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.tabularium.finding.Finding;

/// A YAML parser's complaints in the words of somebody who edits a text file.
final class SyntaxFault {

    /// @param opener whether the fault lies where the quote or bracket was opened, not where the parser noticed
    private record Wording(String complaint, boolean opener, String words) {}

    private static final List<Wording> WORDINGS = List.of(
            new Wording("(tab)", false, "a tab stands here; indent with spaces"),
            new Wording(
                    "mapping values are not allowed",
                    false,
                    "a `:` is not expected here; check the indentation, and quote a text that holds `: `"),
            new Wording(
                    "expected <block end>", false,
                    "the indentation does not fit the lines above, or a quote or bracket is missing"),
            new Wording(
                    "could not find expected ':'",
                    false,
                    "a `:` and a space are missing after the key, or the indentation is wrong"),
            new Wording("found unexpected end of stream", true, "a quote is opened here and never closed"),
            new Wording("expected ',' or ']'", true, "a `[` is opened here and not closed, or a comma is missing"),
            new Wording("expected ',' or '}'", true, "a `{` is opened here and not closed, or a comma is missing"),
            new Wording("that cannot start any token", false, "a text that begins with this character must stand in quotes"),
            new Wording("sequence entries are not allowed", false, "a `-` is not expected here; check the indentation"),
            new Wording(
                    "unknown escape character", false,
                    "a backslash in double quotes begins an unknown escape; use single quotes"),
            new Wording(
                    "expected alphabetic or numeric character", false,
                    "a text that begins with `*` or `&` must stand in quotes"));

    private SyntaxFault() {}

    static Finding of(String file, MarkedYamlEngineException fault) {
        String complaint = fault.getProblem();
        String lower = complaint.toLowerCase(Locale.ROOT);
        Wording wording = WORDINGS.stream()
                .filter(w -> lower.contains(w.complaint()))
                .findFirst()
                .orElseGet(() -> new Wording("", false, "cannot be read as YAML: " + complaint));
        Optional<Mark> mark = wording.opener()
                ? fault.getContextMark().or(fault::getProblemMark)
                : fault.getProblemMark().or(fault::getContextMark);
        return YamlReader.malformed(file, mark.map(Mark::getLine).orElse(0) + 1, wording.words());
    }
}
