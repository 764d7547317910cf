package org.tabularium.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tabularium.publication.StudyKeys;
import org.tabularium.run.Manifest;
import org.tabularium.run.folder.RunDiff.Change;

/// What is other in one run than in another, cell by cell.
record ChangesPage(PortalSettings settings, Layout layout) {

    private static final int CELLS = 1_000;

    Response of(Session session, StudyKeys keys, RunChanges changes, List<Change> cells) {
        Map<String, List<Change>> byTable = new LinkedHashMap<>();
        cells.stream().limit(CELLS).forEach(c -> byTable.computeIfAbsent(c.table(), t -> new ArrayList<>()).add(c));
        List<Html> parts = new ArrayList<>();
        parts.add(Html.tag("p").of("From run " + changes.before().run() + " to run " + changes.after().run() + " of ",
                Html.tag("a").with("href", settings.path("/study", Map.of("name", keys.study()))).of(keys.study()), "."));
        if (cells.isEmpty()) {
            parts.add(Html.tag("p").of("No cell of a table shows anything else."));
        }
        byTable.forEach((table, of) -> parts.add(table(changes, table, of)));
        if (cells.size() > CELLS) {
            parts.add(Html.tag("p").of((cells.size() - CELLS) + " more cells changed; `tabularium diff` shows all."));
        }
        return layout.page(200, session, "What changed", parts.toArray(new Html[0]));
    }

    private static Html table(RunChanges changes, String id, List<Change> of) {
        String name = changes.after().manifest().displays().stream().filter(d -> d.id().equals(id)).findFirst()
                .or(() -> changes.before().manifest().displays().stream().filter(d -> d.id().equals(id)).findFirst())
                .map((Manifest.Entry d) -> StudyPage.name(d)).orElse(id);
        List<Html> rows = new ArrayList<>();
        List<Html> whole = new ArrayList<>();
        for (Change change : of) {
            switch (change) {
                case Change.OfTable(String _, String what) -> whole.add(Html.tag("p").of("It " + what + "."));
                case Change.OfCell cell ->
                    rows.add(Layout.row(cell.row(), cell.column(), Objects.requireNonNullElse(cell.from(), "\u2013"),
                            Objects.requireNonNullElse(cell.to(), "\u2013")));
            }
        }
        return Html.all(Html.tag("h2").of(name), whole,
                rows.isEmpty() ? Html.NOTHING : Layout.table(name, Layout.heads("Row", "Column", "Before", "Now"), rows));
    }
}
