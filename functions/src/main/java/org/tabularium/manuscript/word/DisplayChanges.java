package org.tabularium.manuscript.word;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Marks in the newer document of two what is other in a display than in the older: cells, rows and footnotes.
final class DisplayChanges {

    /// How much is other.
    ///
    /// @param cells of rows that both have
    /// @param notes footnotes that are other in more than the run and the cut-off
    record Count(int cells, int rowsAdded, int rowsGone, int notes) {

        static final Count NONE = new Count(0, 0, 0, 0);

        Count plus(Count other) {
            return new Count(cells + other.cells, rowsAdded + other.rowsAdded, rowsGone + other.rowsGone, notes + other.notes);
        }

        boolean isNothing() {
            return cells == 0 && rowsAdded == 0 && rowsGone == 0 && notes == 0;
        }
    }

    private static final Pattern CONTROL = Pattern.compile("</?w:sdt>|<w:sdtPr>.*?</w:sdtPr>|</?w:sdtContent>", Pattern.DOTALL);

    private final WordXml before;
    private final WordXml after;
    private final TrackedChanges changes;
    private final Edits edits;
    /// What the last line of a display names: it is other in every run.
    private final String run;

    DisplayChanges(WordXml before, WordXml after, TrackedChanges changes, Edits edits, String run) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.edits = edits;
        this.run = run;
    }

    /// @param old the display in the older document; null for a display that is new, all of which is marked
    Count mark(@Nullable ShownDisplay old, ShownDisplay now) {
        Count count = Count.NONE;
        for (int i = 0; i < now.tables().size(); i++) {
            List<ShownDisplay.Row> was = old == null || i >= old.tables().size() ? List.of() : old.tables().get(i);
            count = count.plus(table(was, now.tables().get(i)));
        }
        return old == null ? count : count.plus(notes(old.notes(), now.notes()));
    }

    private Count table(List<ShownDisplay.Row> was, List<ShownDisplay.Row> is) {
        Count count = Count.NONE;
        boolean named = haveTheirOwnNames(was) && haveTheirOwnNames(is);
        List<Alignment.Pair> pairs = Alignment.of(was, is,
                (one, other) -> sameName(one, other) && (named || one.texts().equals(other.texts())), DisplayChanges::sameName);
        int place = is.isEmpty() ? 0 : is.getFirst().element().start();
        for (Alignment.Pair pair : pairs) {
            if (pair.after() < 0) {
                edits.insert(place, deletedRow(was.get(pair.before())));
                count = count.plus(new Count(0, 0, 1, 0));
            } else {
                ShownDisplay.Row row = is.get(pair.after());
                place = row.element().end();
                if (pair.before() < 0) {
                    insertedRow(row);
                    count = count.plus(new Count(0, 1, 0, 0));
                } else {
                    count = count.plus(new Count(cells(was.get(pair.before()), row), 0, 0, 0));
                }
            }
        }
        return count;
    }

    private static boolean sameName(ShownDisplay.Row one, ShownDisplay.Row other) {
        return one.header() == other.header() && (one.header() || one.path().equals(other.path()));
    }

    /// Whether no two rows are called alike, as records of a listing are.
    private static boolean haveTheirOwnNames(List<ShownDisplay.Row> rows) {
        Set<List<String>> names = new HashSet<>();
        return rows.stream().filter(row -> !row.header()).allMatch(row -> names.add(row.path()));
    }

    /// Cells of a row, by their order; how many are other.
    private int cells(ShownDisplay.Row was, ShownDisplay.Row is) {
        int changed = 0;
        for (int i = 0; i < is.cells().size(); i++) {
            ShownDisplay.Cell cell = is.cells().get(i);
            WrittenText old = i < was.cells().size() ? was.cells().get(i).written() : new WrittenText(List.of(), "");
            if (!old.text().equals(cell.written().text())) {
                replaced(old, cell.paragraph(), cell.written());
                changed++;
            }
        }
        return changed;
    }

    /// Marks all of a paragraph's text as new in place of what it was.
    private void replaced(WrittenText old, WordXml.Element paragraph, WrittenText now) {
        String look = now.runs().isEmpty() ? "" : TrackedChanges.look(after, now.runs().getFirst());
        int place = now.runs().isEmpty() ? paragraph.close() : now.runs().getFirst().start();
        if (!old.text().isEmpty()) {
            edits.insert(place, changes.deleted(after.prefix(), old.text(), look));
        }
        changes.insert(after, now.runs(), edits);
    }

    private void insertedRow(ShownDisplay.Row row) {
        rowMark(after, row.element(), "ins", edits);
        row.cells().forEach(cell -> changes.insert(after, cell.written().runs(), edits));
    }

    private void rowMark(WordXml xml, WordXml.Element row, String kind, Edits into) {
        WordXml.Element properties = Objects.requireNonNull(xml.child(row, "trPr"), "our rows have properties");
        into.insert(properties.close(), changes.open(xml.prefix(), kind) + "/>");
    }

    /// The markup of a row that is gone. Its numbers are no longer in controls, which would have their names twice.
    private String deletedRow(ShownDisplay.Row row) {
        Edits deleted = new Edits();
        rowMark(before, row.element(), "del", deleted);
        row.cells().forEach(cell -> changes.delete(before, cell.written().runs(), deleted));
        return CONTROL.matcher(deleted.within(before.text(), row.element().start(), row.element().end())).replaceAll("");
    }

    private Count notes(List<ShownDisplay.Note> was, List<ShownDisplay.Note> is) {
        int changed = 0;
        List<Alignment.Pair> pairs = Alignment.of(was, is, (one, other) -> one.written().text().equals(other.written().text()),
                (one, other) -> sharedStart(one.written().text(), other.written().text()) > 2);
        for (Alignment.Pair pair : pairs) {
            String old = pair.before() < 0 ? "" : was.get(pair.before()).written().text();
            String now = pair.after() < 0 ? "" : is.get(pair.after()).written().text();
            if (old.equals(now)) {
                continue;
            }
            changed += now.contains(run) ? 0 : 1;
            if (pair.after() < 0) {
                int next = pairs.stream().filter(later -> later.after() >= 0 && later.before() > pair.before()).findFirst()
                        .map(Alignment.Pair::after).orElse(is.size() - 1);
                edits.insert(is.get(next).paragraph().start(), deletedNote(was.get(pair.before())));
            } else if (pair.before() < 0) {
                insertedNote(is.get(pair.after()));
            } else {
                ShownDisplay.Note note = is.get(pair.after());
                replaced(was.get(pair.before()).written(), note.paragraph(), note.written());
            }
        }
        return new Count(0, 0, 0, changed);
    }

    private static int sharedStart(String one, String other) {
        int end = 0;
        while (end < one.length() && end < other.length() && one.charAt(end) == other.charAt(end)) {
            end++;
        }
        return end;
    }

    private void insertedNote(ShownDisplay.Note note) {
        WordXml.Element properties = Objects.requireNonNull(after.child(note.paragraph(), "pPr"),
                "our paragraphs have properties");
        WordXml.Element section = after.child(properties, "sectPr");
        if (section == null) {
            edits.insert(properties.close(), "<w:rPr>" + changes.open(after.prefix(), "ins") + "/></w:rPr>");
        }
        changes.insert(after, note.written().runs(), edits);
    }

    private String deletedNote(ShownDisplay.Note note) {
        Edits deleted = new Edits();
        WordXml.Element properties = Objects.requireNonNull(before.child(note.paragraph(), "pPr"),
                "our paragraphs have properties");
        WordXml.Element section = before.child(properties, "sectPr");
        String mark = "<w:rPr>" + changes.open(before.prefix(), "del") + "/></w:rPr>";
        if (section == null) {
            deleted.insert(properties.close(), mark);
        } else {
            deleted.replace(section.start(), section.end(), mark);
        }
        changes.delete(before, note.written().runs(), deleted);
        return deleted.within(before.text(), note.paragraph().start(), note.paragraph().end());
    }
}
