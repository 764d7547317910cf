package org.tabularium.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tabularium.finding.Findings;
import org.tabularium.run.DisplayStatus;
import org.tabularium.store.Content;
import org.tabularium.store.HeldContent;

/// A finished report: every byte of its run.
///
/// @param study the study's folder name
/// @param run the run's id, derived from content
/// @param contents relative name → bytes; `manifest.json` among them. Those of a large file may be made when it is read
/// @param displays what became of each display
/// @param findings warnings and notes (a report with errors is not made)
public record Report(
        String study, String run, NavigableMap<String, Content> contents, List<DisplayStatus> displays, Findings findings) {

    /// All of its files in memory.
    public NavigableMap<String, byte[]> files() {
        NavigableMap<String, byte[]> files = new TreeMap<>();
        contents.forEach((name, content) -> files.put(name, bytes(content)));
        return files;
    }

    private static byte[] bytes(Content content) {
        if (content instanceof HeldContent(byte[] bytes)) {
            return bytes;
        }
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a table that was asked for by name could not be made.
    public boolean lacksRequestedTable() {
        return displays.stream().anyMatch(t -> t.requested() && !t.produced());
    }
}
