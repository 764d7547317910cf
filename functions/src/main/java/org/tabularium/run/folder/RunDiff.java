package org.tabularium.run.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.RunPaths;
import org.tabularium.run.Manifest.Entry;

/// What changed from one run to another, cell by cell: displayed cells from `tables/<id>.csv` where both runs have it, else the
/// texts and
/// values of `results.json`. Titles and numbers come from the manifests; footnotes and page layout are not compared.
public final class RunDiff {

    private RunDiff() {}

    /// One difference.
    public sealed interface Change {

        /// The table's name in files.
        String table();

        /// The table as a whole: it came, went, could be made or not, was renamed.
        ///
        /// @param what e.g. `is new`, `is no longer produced: no ADAE`
        record OfTable(String table, String what) implements Change {}

        /// One cell.
        ///
        /// @param row the labels from the outermost level to the row's own, joined by ` > `
        /// @param column the column's header
        /// @param from the text before; null where the row or column was not there
        /// @param to the text now; null where the row or column is gone
        record OfCell(String table, String row, String column, @Nullable String from, @Nullable String to) implements Change {}
    }

    /// The differences, table by table in the second run's order, then the tables that are gone; empty where the tables are the
    /// same.
    ///
    /// @throws BrokenRunException where a table or the results cannot be understood
    /// @throws IOException where a file cannot be read
    public static List<Change> between(RunFiles before, RunFiles after) throws IOException, BrokenRunException {
        Map<String, Entry> old = byId(before);
        Map<String, Entry> now = byId(after);
        List<Change> changes = new ArrayList<>();
        RunResults oldResults = new RunResults(before);
        RunResults newResults = new RunResults(after);
        for (Entry entry : now.values()) {
            Entry was = old.get(entry.id());
            if (was == null) {
                changes.add(new Change.OfTable(entry.id(),
                        "is new" + (entry.produced() ? "" : ", but not produced: " + entry.reason())));
                continue;
            }
            ofEntries(was, entry, changes);
            if (was.produced() && entry.produced()) {
                String csv = RunPaths.display(entry.kind(), entry.id(), "csv");
                changes.addAll(before.has(csv) && after.has(csv)
                        ? CellGrid.changes(entry.id(), CellGrid.ofCsv(before, csv, named(was)),
                                CellGrid.ofCsv(after, csv, named(entry)))
                        : ofResults(entry.id(), oldResults.of(entry.id()), newResults.of(entry.id())));
            }
        }
        for (Entry entry : old.values()) {
            if (!now.containsKey(entry.id())) {
                changes.add(new Change.OfTable(entry.id(),
                        "is gone" + (entry.produced() ? "" : "; it was not produced: " + entry.reason())));
            }
        }
        return changes;
    }

    /// How many columns name a row of a display.
    private static int named(Entry entry) {
        return switch (entry.kind()) {
            case FIGURE -> 4;
            case LISTING -> 2;
            case TABLE, TEXT -> 1;
        };
    }

    /// What readers see first; where that is the same, the values behind it.
    private static List<Change> ofResults(String table, RunResults.Cells from, RunResults.Cells to) {
        List<Change> shown = CellGrid.changes(table, from.shown(), to.shown());
        return shown.isEmpty() ? CellGrid.changes(table, from.values(), to.values()) : shown;
    }

    /// What is not produced has no title and number of a display yet, so they are compared of what both runs show.
    private static void ofEntries(Entry was, Entry is, List<Change> changes) {
        if (was.produced() && !is.produced()) {
            changes.add(new Change.OfTable(is.id(), "is no longer produced: " + is.reason()));
        } else if (!was.produced() && is.produced()) {
            changes.add(new Change.OfTable(is.id(), "is now produced; before: " + was.reason()));
        } else if (!was.produced()) {
            ofReasons(was, is, changes);
        } else {
            if (!was.title().equals(is.title())) {
                changes.add(
                        new Change.OfTable(is.id(), "has another title: \"%s\" -> \"%s\"".formatted(was.title(), is.title())));
            }
            if (!was.number().equals(is.number())) {
                changes.add(
                        new Change.OfTable(is.id(), "has another number: \"%s\" -> \"%s\"".formatted(was.number(), is.number())));
            }
        }
    }

    private static void ofReasons(Entry was, Entry is, List<Change> changes) {
        if (!Objects.equals(was.reason(), is.reason())) {
            changes.add(new Change.OfTable(is.id(),
                    "is not produced for another reason: \"%s\" -> \"%s\"".formatted(was.reason(), is.reason())));
        }
    }

    private static Map<String, Entry> byId(RunFiles run) {
        Map<String, Entry> byId = new LinkedHashMap<>();
        run.manifest().displays().forEach(t -> byId.put(t.id(), t));
        return byId;
    }
}
