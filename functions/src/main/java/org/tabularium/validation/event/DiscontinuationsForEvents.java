package org.tabularium.validation.event;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.tabularium.dataset.Column;
import org.tabularium.endpoint.toxicity.EventTerms;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// Who stopped treatment for an adverse event (DCTREAS of ADSL) has an event for which the drug was withdrawn (AEACN), and the
/// other way round: one counts in the disposition, the other in tables of events, and a reader adds them up.
public final class DiscontinuationsForEvents implements Rule {

    private static final String REASON = "DCTREAS";
    private static final String EVENTS = "ADAE";
    private static final Set<String> WORDS = Set.of("adverseevent", "adverseevents", "adverseevent(s)", "ae", "toxicity");
    private static final String WITHDRAWN = "DRUG WITHDRAWN";
    private static final int NAMED = 5;

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, "USUBJID", REASON);
        if (study.has(Study.ADSL, REASON)) {
            requested.ask(EVENTS, EventTerms.ACTION);
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        ExaminedDataset events = ExaminedDataset.of(data, EVENTS).orElse(null);
        Column reason = adsl.column(REASON).orElse(null);
        if (reason == null || events == null || events.text(EventTerms.ACTION).isEmpty()) {
            return;
        }
        BitSet stopped = new BitSet();
        for (int subject = 0; subject < adsl.rows(); subject++) {
            stopped.set(subject, WORDS.contains(ValueText.folded(ValueText.text(reason, subject))));
        }
        BitSet withdrawn = withdrawn(events);
        BitSet alone = (BitSet) stopped.clone();
        alone.andNot(withdrawn);
        BitSet other = (BitSet) withdrawn.clone();
        other.andNot(stopped);
        if (!alone.isEmpty() || !other.isEmpty()) {
            String message = "is an adverse event for " + stopped.cardinality()
                    + (stopped.cardinality() == 1 ? " subject, " : " subjects, ")
                    + withdrawn.cardinality() + (withdrawn.cardinality() == 1 ? " has" : " have") + " an event with "
                    + events.named(EventTerms.ACTION) + " " + WITHDRAWN + "; not the same are "
                    + String.join(" and ",
                            List.of(named(adsl, alone, "by the reason alone"), named(adsl, other, "by the event alone"))
                                    .stream().filter(text -> !text.isEmpty()).toList());
            findings.accept(adsl.in(Finding.note("DISCONTINUATIONS_DIFFER", message).of(adsl.named(REASON))
                    .remedy("check the reasons and the actions; each table shows its own source")));
        }
    }

    private static BitSet withdrawn(ExaminedDataset events) {
        IntPredicate action = events.where(EventTerms.ACTION,
                word -> EventTerms.counted(EventTerms.ACTION, word).filter(WITHDRAWN::equals).isPresent());
        RowSubjects subjects = events.subjects();
        BitSet withdrawn = new BitSet();
        for (int row = 0; row < events.rows(); row++) {
            int subject = action.test(row) ? subjects.of(row) : StudyData.UNKNOWN;
            if (subject != StudyData.UNKNOWN) {
                withdrawn.set(subject);
            }
        }
        return withdrawn;
    }

    private static String named(ExaminedDataset adsl, BitSet subjects, String why) {
        if (subjects.isEmpty()) {
            return "";
        }
        Column ids = adsl.column("USUBJID").orElseThrow();
        String names = subjects.stream().limit(NAMED).mapToObj(subject -> ValueText.text(ids, subject))
                .collect(Collectors.joining(", "));
        return names + (subjects.cardinality() > NAMED ? ", …" : "") + " (" + why + ")";
    }
}
