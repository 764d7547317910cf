package org.tabularium.validation.event;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tabularium.dataset.Column;
import org.tabularium.endpoint.toxicity.EventTerms;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.RelationWords;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// Where subjects take several drugs, the relationship of an event and the action taken may be told drug by drug (AREL1,
/// AEACN2).
/// Tables look at one variable of each: without it they have no such rows, and it may say less than those of the drugs do.
public final class SeveralDrugs implements Rule {

    private static final Predicate<String> ACTIONS = Pattern.compile("AEACN[0-9]{1,2}").asMatchPredicate();
    private static final String WITHDRAWN = "DRUG WITHDRAWN";
    private static final Finding ACTION = Finding.warning("ACTION_TWO", "").of(EventTerms.ACTION)
            .remedy("correct whichever is wrong; tables go by AEACN");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        for (String name : ExaminedDataset.withEvents(study)) {
            requested.ask(name, EventTerms.ACTION);
            requested.ask(name, study.variables(name).stream().filter(ACTIONS).toList());
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset events : ExaminedDataset.of(data, ExaminedDataset.withEvents(data.study()))) {
            absent(data.study(), events, "AREL", RelationWords::areOfOneTreatment, "relationship to treatment", findings);
            absent(data.study(), events, EventTerms.ACTION, ACTIONS, "action taken", findings);
            events.column(EventTerms.ACTION).ifPresent(action -> of(data.study(), events, ACTIONS).stream()
                    .filter(drug -> !events.named(EventTerms.ACTION).equals(drug))
                    .forEach(drug -> events.column(drug).ifPresent(column -> withdrawn(events, action, column, findings))));
        }
    }

    private static List<String> of(Study study, ExaminedDataset events, Predicate<String> drug) {
        return study.variables(events.name()).stream().filter(drug).sorted().toList();
    }

    private static void absent(Study study, ExaminedDataset events, String wanted, Predicate<String> drug, String what,
            Consumer<Finding> findings) {
        List<String> drugs = of(study, events, drug);
        if (!drugs.isEmpty() && !study.has(events.name(), wanted)) {
            findings.accept(events.in(Finding
                    .warning("DRUG_BY_DRUG", "has the " + what + " drug by drug alone, and tables look for "
                            + wanted + ": none counts events by it")
                    .of(drugs.getFirst())
                    .remedy((drugs.size() > 1 && wanted.equals("AREL")
                            ? "write relatedness-of: [" + String.join(", ", drugs)
                                    + "] in study.yaml, which counts an event related to any of them"
                            : "derive " + wanted + " from " + String.join(", ", drugs))
                            + ", or name the one that counts in study.yaml: "
                            + "variables: {" + wanted + ": " + drugs.getFirst() + "}")));
        }
    }

    /// A drug was withdrawn for an event of which the one variable says otherwise.
    private static void withdrawn(ExaminedDataset events, Column action, Column drug, Consumer<Finding> findings) {
        IntPredicate withdrawn = row -> EventTerms.counted(EventTerms.ACTION, ValueText.text(drug, row))
                .filter(WITHDRAWN::equals).isPresent();
        try (RowFindings rows = new RowFindings(events, ACTION, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                String word = ValueText.text(action, row);
                if (withdrawn.test(row) && EventTerms.isKnown(EventTerms.ACTION, word)
                        && EventTerms.counted(EventTerms.ACTION, word).filter(WITHDRAWN::equals).isEmpty()) {
                    rows.add(row, at -> ValueText.text(action, at),
                            at -> "is not DRUG WITHDRAWN although " + drug.variable().name()
                                    + " is, " + ValueText.text(drug, at));
                }
            }
        }
    }
}
