package org.tabularium.validation.event;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.toxicity.CellToxicity;
import org.tabularium.finding.Finding;
import org.tabularium.selection.EventGroups;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.TermFilter;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.YesNo;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// Cytokine release syndrome and ICANS of a subject of whom ADAE has none, in another dataset of events (ADCE, as where clinical
/// events are collected apart): tables of adverse events would say 0.
public final class ToxicitiesElsewhere implements Rule {

    private static final String EVENTS = "ADAE";
    private static final List<String> TERMS = List.of("AEDECOD", "AETERM");
    private static final String OCCURRED = "CEOCCUR";

    @Override
    public void ask(Study study, RequestedColumns requested) {
        List<String> others = others(study);
        if (!others.isEmpty()) {
            requested.ask(EVENTS, TERMS);
            requested.ask(EVENTS, study.variables(EVENTS).stream().filter(EventGroups::isGroup).toList());
            others.forEach(name -> {
                requested.ask(name, TERMS);
                requested.ask(name, OCCURRED);
            });
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Optional<JoinedRecords> counted = JoinedRecords.of(data, EVENTS);
        if (counted.isPresent()) {
            ExaminedDataset.of(data, others(data.study())).forEach(other -> check(data.study(), counted.get(), other, findings));
        }
    }

    private static List<String> others(Study study) {
        return !study.has(EVENTS)
                ? List.of()
                : ExaminedDataset.names(study).stream()
                        .filter(name -> !name.equals(EVENTS) && !name.equals(Study.ADSL) && !study.has(name, "PARAMCD")
                                && TERMS.stream().anyMatch(term -> study.has(name, term)))
                        .toList();
    }

    private static void check(Study study, JoinedRecords counted, ExaminedDataset other, Consumer<Finding> findings) {
        String both = String.join(", ", study.names().datasets(EVENTS, study.sources().keySet())) + ", "
                + study.shownName(other.name());
        for (CellToxicity toxicity : CellToxicity.values()) {
            Filter there = TermFilter.reported(toxicity.term(), counted);
            BitSet known = counted.subjectsOf(counted.select(there));
            Finding pattern = Finding.warning("EVENT_ELSEWHERE", "is an event of a subject of whom " + EVENTS + " has no "
                    + toxicity.term().toLowerCase(java.util.Locale.ROOT) + "; tables of adverse events do not count it")
                    .of(TERMS.getFirst())
                    .remedy("datasets: {" + EVENTS + ": [" + both + "]} in study.yaml counts the events of both");
            try (RowFindings rows = new RowFindings(other, pattern, findings)) {
                for (int row = 0; row < other.rows(); row++) {
                    int subject = other.subjects().of(row);
                    if (subject != StudyData.UNKNOWN && !known.get(subject) && isOf(toxicity, other, row)) {
                        rows.add(row, at -> term(other, at));
                    }
                }
            }
        }
    }

    private static boolean isOf(CellToxicity toxicity, ExaminedDataset events, int row) {
        boolean did = events.text(OCCURRED).flatMap(column -> YesNo.of(column.value(row))).orElse(true);
        return did && TERMS.stream().flatMap(term -> events.text(term).stream())
                .anyMatch(column -> CellToxicity.of(column.value(row)).equals(Optional.of(toxicity)));
    }

    private static String term(ExaminedDataset events, int row) {
        return TERMS.stream().flatMap(term -> events.text(term).stream()).map((TextColumn column) -> column.value(row).strip())
                .filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
