package org.tabularium.manuscript.word;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.RunPaths;
import org.tabularium.run.folder.RunFiles;

/// The newer report of two as a Word document in which every cell, row and footnote that is other than in the older one is a
/// tracked change, behind a first page that counts them.
public final class ChangedReport {

    private static final String MAIN = "word/document.xml";

    private ChangedReport() {}

    /// Compares two runs.
    ///
    /// @return the document's bytes
    /// @throws UnreadableDocumentException where a run has no Word document of ours
    /// @throws BrokenRunException where a run's files cannot be understood
    public static byte[] of(RunFiles before, RunFiles after)
            throws IOException, UnreadableDocumentException, BrokenRunException {
        WordFile document = report(after);
        WordXml was = WordXml.of(MAIN, report(before).part(MAIN));
        WordXml is = WordXml.of(MAIN, document.part(MAIN));
        String created = after.manifest().created();
        TrackedChanges changes = new TrackedChanges(created == null ? "" : created);
        changes.goOnAfter(is.text());
        Edits edits = new Edits();
        Map<String, ShownDisplay> old = ShownDisplay.of(was);
        Map<String, ShownDisplay> now = ShownDisplay.of(is);
        DisplayChanges marks = new DisplayChanges(was, is, changes, edits, after.manifest().run());
        List<ChangeSummary.OfDisplay> ofDisplays = new ArrayList<>();
        now.forEach((name, display) -> ofDisplays.add(ofDisplay(Optional.ofNullable(old.get(name)), display, marks)));
        List<String> gone = old.values().stream().filter(display -> !now.containsKey(display.name()))
                .map(ShownDisplay::caption).toList();
        ChangeSummary summary = new ChangeSummary(before.manifest().run(), after.manifest().run(), ofDisplays, gone,
                subjects(before), subjects(after));
        edits.insert(bodyStart(is), summary.markup(is.prefix()));
        return document.with(Map.of(MAIN, is.bytes(edits.of(is.text()))));
    }

    private static ChangeSummary.OfDisplay ofDisplay(Optional<ShownDisplay> old, ShownDisplay display, DisplayChanges marks) {
        boolean renamed = old.isPresent() && !old.get().caption().equals(display.caption());
        return new ChangeSummary.OfDisplay(display.caption(), old.isEmpty(), renamed ? old.get().caption() : "",
                marks.mark(old.orElse(null), display));
    }

    private static WordFile report(RunFiles run) throws IOException, UnreadableDocumentException {
        String path = RunPaths.report("docx");
        if (!run.has(path)) {
            throw new UnreadableDocumentException(
                    "%s has no %s; make the report again with Word among its formats".formatted(run.place(), path));
        }
        return WordFile.read(run.bytes(path));
    }

    private static int bodyStart(WordXml xml) throws UnreadableDocumentException {
        for (WordXml.Element element : xml.all()) {
            if (xml.is(element, "body")) {
                return element.open();
            }
        }
        throw new UnreadableDocumentException("the document has no text");
    }

    /// The subjects of a run; empty where it does not name them.
    private static Optional<Set<String>> subjects(RunFiles run) throws IOException {
        if (!run.has(RunPaths.SUBJECTS)) {
            return Optional.empty();
        }
        Set<String> subjects = new LinkedHashSet<>();
        for (JsonNode subject : new JsonMapper().readTree(run.bytes(RunPaths.SUBJECTS)).path("subjects")) {
            subjects.add(subject.asText());
        }
        return Optional.of(subjects);
    }
}
