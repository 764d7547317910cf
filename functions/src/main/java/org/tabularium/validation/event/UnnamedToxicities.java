package org.tabularium.validation.event;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.tabularium.dataset.Column;
import org.tabularium.endpoint.toxicity.AstctGrades;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.finding.Finding;
import org.tabularium.selection.CellTherapy;
import org.tabularium.selection.EventGroups;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// An event with a grade of ASTCT, or called by the abbreviation, is cytokine release syndrome or ICANS by its preferred term or
/// a query: tables of these look for the names that MedDRA has.
public final class UnnamedToxicities implements Rule {

    private static final String EVENTS = "ADAE";
    private static final Set<String> ABBREVIATIONS = Set.of("CRS", "ICANS");
    private static final Finding PATTERN = Finding.warning("TOXICITY_UNNAMED", "").of("AEDECOD")
            .remedy("write the preferred term as MedDRA does: " + String.join(", or ", CellTherapy.TOXICITIES));

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
        List<Filter> named = CellTherapy.TOXICITIES.stream().map(name -> Filter.ofTerm(name, records)).toList();
        int[] grades = events.column(AstctGrades.GRADE).map(Grade::of).orElse(new int[0]);
        IntPredicate abbreviated = events.where("AEDECOD", word -> ABBREVIATIONS.contains(word.toUpperCase(Locale.ROOT)));
        try (RowFindings rows = new RowFindings(events, PATTERN, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                int at = row;
                boolean graded = grades.length > 0 && grades[row] > 0;
                if ((graded || abbreviated.test(row)) && named.stream().noneMatch(filter -> filter.test(at))) {
                    String why = graded ? "has a grade of ASTCT (" + events.named(AstctGrades.GRADE) + ")" : "is an abbreviation";
                    rows.add(row, r -> ValueText.text(term, r),
                            r -> why + ", and is neither cytokine release syndrome nor ICANS by its name; it counts as neither");
                }
            }
        }
    }
}
