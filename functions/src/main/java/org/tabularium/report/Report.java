package org.tabularium.report;

import java.util.List;
import java.util.NavigableMap;
import org.tabularium.finding.Findings;
import org.tabularium.run.DisplayStatus;

/// A finished report: every byte of its run.
///
/// @param study the study's folder name
/// @param run the run's id, derived from content
/// @param files relative name → bytes; `manifest.json` among them
/// @param displays what became of each display
/// @param findings warnings and notes (a report with errors is not made)
public record Report(
        String study, String run, NavigableMap<String, byte[]> files, List<DisplayStatus> displays, Findings findings) {

    /// Whether a table that was asked for by name could not be made.
    public boolean lacksRequestedTable() {
        return displays.stream().anyMatch(t -> t.requested() && !t.produced());
    }
}
