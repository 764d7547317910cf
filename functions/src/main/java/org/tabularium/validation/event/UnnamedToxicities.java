package org.tabularium.validation.event;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.tabularium.dataset.Column;
import org.tabularium.endpoint.toxicity.AstctGrades;
import org.tabularium.endpoint.toxicity.CellToxicity;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.finding.Finding;
import org.tabularium.selection.CellTherapy;
import org.tabularium.selection.EventGroups;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.TermFilter;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// An event with a grade of ASTCT is cytokine release syndrome or ICANS by its preferred term or a query; a preferred term that
/// says so in other words than MedDRA is told.
public final class UnnamedToxicities implements Rule {

    private static final String EVENTS = "ADAE";
    private static final Finding PATTERN = Finding.warning("TOXICITY_UNNAMED", "").of("AEDECOD")
            .remedy("write the preferred term as MedDRA does: " + String.join(", or ", CellTherapy.TOXICITIES)
                    + "; or leave the grade empty, if it is another event");
    private static final Finding OTHERWISE = Finding.note("TOXICITY_UNNAMED", "").of("AEDECOD")
            .remedy("write the preferred term as MedDRA does");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(EVENTS, "AEDECOD", AstctGrades.GRADE);
        requested.ask(EVENTS, study.variables(EVENTS).stream().filter(EventGroups::isGroup).toList());
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Optional<ExaminedDataset> events = ExaminedDataset.of(data, EVENTS);
        Optional<JoinedRecords> records = JoinedRecords.of(data, EVENTS);
        if (events.isPresent() && records.isPresent()) {
            events.get().column("AEDECOD").ifPresent(term -> check(events.get(), term, records.get(), findings));
        }
    }

    private static void check(ExaminedDataset events, Column term, JoinedRecords records, Consumer<Finding> findings) {
        List<Filter> named = CellTherapy.TOXICITIES.stream().map(name -> TermFilter.reported(name, records)).toList();
        int[] grades = events.column(AstctGrades.GRADE).map(Grade::of).orElse(new int[0]);
        try (RowFindings rows = new RowFindings(events, PATTERN, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                int at = row;
                if (grades.length > 0 && grades[row] > 0 && named.stream().noneMatch(filter -> filter.test(at))) {
                    rows.add(row, r -> ValueText.text(term, r), r -> "has a grade of ASTCT (" + events.named(AstctGrades.GRADE)
                            + "), and is neither cytokine release syndrome nor ICANS by its name; it counts as neither");
                }
            }
        }
        IntPredicate otherwise = events.where("AEDECOD",
                word -> CellToxicity.of(word).filter(known -> !known.term().equalsIgnoreCase(word)).isPresent());
        try (RowFindings rows = new RowFindings(events, OTHERWISE, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                if (otherwise.test(row)) {
                    rows.add(row, r -> ValueText.text(term, r), r -> "counts as "
                            + CellToxicity.of(ValueText.text(term, r)).orElseThrow().term()
                            + " where tables ask for that, and by its own words among preferred terms");
                }
            }
        }
    }
}
