package org.tabularium.validation.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// A preferred term is of one system organ class: MedDRA gives it one primary class. A term in two was coded by two versions of
/// the dictionary, or one of its records by another path, and stands in two rows.
public final class TermClasses implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withEvents(study).forEach(name -> requested.ask(name, "AEDECOD", "AEBODSYS"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset events : ExaminedDataset.of(data, ExaminedDataset.withEvents(data.study()))) {
            TextColumn terms = events.text("AEDECOD").orElse(null);
            TextColumn classes = events.text("AEBODSYS").orElse(null);
            if (terms != null && classes != null) {
                check(events, terms, classes, findings);
            }
        }
    }

    /// A term's first class and where it stands.
    private record Place(String folded, String name, int row) {}

    private static String name(String ofClass) {
        return ofClass.isEmpty() ? "no class" : ofClass;
    }

    private static void check(ExaminedDataset events, TextColumn terms, TextColumn classes, Consumer<Finding> findings) {
        List<String> byTerm = terms.dictionary().stream().map(ValueText::folded).toList();
        List<String> byClass = classes.dictionary().stream().map(ValueText::folded).toList();
        Map<String, Place> first = new HashMap<>();
        Map<String, String> twice = new HashMap<>();
        List<Finding> found = new ArrayList<>();
        for (int row = 0; row < events.rows(); row++) {
            String term = byTerm.get(terms.code(row));
            String ofClass = byClass.get(classes.code(row));
            if (term.isEmpty()) {
                continue;
            }
            Place place = first.putIfAbsent(term, new Place(ofClass, ValueText.text(classes, row), row));
            if (place != null && !place.folded.equals(ofClass) && twice.putIfAbsent(term, ofClass) == null) {
                found.add(events.at(row, Finding.warning("TERM_IN_TWO_CLASSES", "is of " + name(ValueText.text(classes, row))
                        + " here and of " + name(place.name) + " in row " + events.sourceRow(place.row)
                        + "; it stands in both classes, and its subjects are divided")
                        .of(events.named("AEDECOD")).value(ValueText.text(terms, row))
                        .remedy("code all events by one version of MedDRA and its primary path")));
            }
        }
        if (!found.isEmpty()) {
            Finding one = found.getFirst();
            findings.accept(found.size() == 1
                    ? one
                    : new Finding(one.severity(), one.code(), one.dataset(), one.row(), one.variable(), one.value(),
                            one.message() + " (as do " + (found.size() - 1) + " more terms)", one.remedy()));
        }
    }
}
