package org.tabularium.manuscript.word;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tabularium.render.office.LineSigns;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.folder.RunFiles;

/// A writer's document with the numbers of another run: each content control that holds a number of a run gets that run's, as a
/// tracked change, wherever the writer has put it. Nothing else is touched.
public final class Refresh {

    /// A number that was renewed.
    ///
    /// @param place where it stands, as a reader of the document says it
    public record Renewed(String place, String from, String to) {}

    /// A number that was left as it is.
    ///
    /// @param place where it stands, as a reader of the document says it
    /// @param title the statistics that it shows
    /// @param reason for a person
    /// @param cells how many were left with it for that reason, as those of one listing; 1 where none
    public record Left(String place, String text, String tag, String title, String reason, int cells) {}

    /// What became of a document.
    ///
    /// @param document its bytes
    /// @param controls how many numbers of a run it holds
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Outcome(byte[] document, int controls, List<Renewed> renewed, List<Left> left) {

        /// How many numbers were left as they are.
        public int cellsLeft() {
            return left.stream().mapToInt(Left::cells).sum();
        }
    }

    private static final String MOVED = "the listing has other records in the run; take it from the run's document";

    private final ControlPlaces places;
    private final TrackedChanges changes;
    private final List<Renewed> renewed = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();

    private Refresh(ControlPlaces places, String created) {
        this.places = places;
        this.changes = new TrackedChanges(created);
    }

    /// Renews a document.
    ///
    /// @throws UnreadableDocumentException where the bytes are no Word document
    /// @throws BrokenRunException where the run's results cannot be understood
    public static Outcome of(byte[] document, RunFiles run) throws IOException, UnreadableDocumentException, BrokenRunException {
        WordFile file = WordFile.read(document);
        Map<String, WordXml> parts = new LinkedHashMap<>();
        List<Control> controls = new ArrayList<>();
        for (String name : file.texts()) {
            WordXml xml = WordXml.of(name, file.part(name));
            parts.put(name, xml);
            controls.addAll(Control.of(name, xml));
        }
        Set<String> tags = new HashSet<>();
        controls.forEach(control -> tags.add(control.tag()));
        RunNumbers numbers = RunNumbers.of(run, tags);
        String created = run.manifest().created();
        Refresh refresh = new Refresh(new ControlPlaces(file, parts), created == null ? "" : created);
        parts.values().forEach(xml -> refresh.changes.goOnAfter(xml.text()));
        Map<String, byte[]> changed = new LinkedHashMap<>();
        parts.forEach((name, xml) -> {
            Edits edits = new Edits();
            List<Control> own = controls.stream().filter(control -> control.part().equals(name)).toList();
            List<List<Control>> moved = MovedListings.of(xml, own, numbers);
            moved.forEach(refresh::leaveListing);
            Set<Control> cells = moved.stream().flatMap(List::stream).collect(Collectors.toSet());
            own.stream().filter(control -> !cells.contains(control))
                    .forEach(control -> refresh.renew(xml, control, numbers.of(control), edits));
            if (!edits.isEmpty()) {
                changed.put(name, xml.bytes(edits.of(xml.text())));
            }
        });
        return new Outcome(changed.isEmpty() ? document : file.with(changed), controls.size(), refresh.renewed, refresh.left);
    }

    private void renew(WordXml xml, Control control, RunNumbers.Answer answer, Edits edits) {
        switch (answer) {
            case RunNumbers.Answer.None(String reason) -> leave(control, reason);
            case RunNumbers.Answer.Text(String text) -> {
                int place = control.place(xml);
                boolean other = !LineSigns.plain(text).equals(control.text());
                if (other && place < 0) {
                    leave(control, "its control is empty");
                } else if (other) {
                    changes.delete(xml, control.runs(), edits);
                    String look = control.runs().isEmpty() ? "" : TrackedChanges.look(xml, control.runs().getFirst());
                    edits.insert(place, changes.inserted(xml.prefix(), text, look));
                    renewed.add(new Renewed(places.of(control), control.text(), text));
                }
            }
        }
    }

    private void leaveListing(List<Control> cells) {
        leave(cells.getFirst(), MOVED, cells.size());
    }

    private void leave(Control control, String reason) {
        leave(control, reason, 1);
    }

    private void leave(Control control, String reason, int cells) {
        left.add(new Left(places.of(control), control.text(), control.tag(), String.join(", ", control.statistics()), reason,
                cells));
    }
}
