package org.tabularium.analysis.listing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.tabularium.result.RowName.Narrative;
import org.tabularium.result.RowName;
import org.tabularium.selection.CellTherapy;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.TermFilter;
import org.tabularium.selection.event.EventDays;
import org.tabularium.shell.condition.Condition.Compare;
import org.tabularium.shell.condition.Condition;

/// What narratives are of (ICH E3, 12.3.2): fatal and serious events, dose-limiting toxicities, cytokine release syndrome and
/// ICANS of grade 3 and more, and the deaths of which there is no fatal event.
final class NarrativeCases {

    /// An event or a death.
    ///
    /// @param subject its row of ADSL
    /// @param event its row of the events; [#NO_EVENT] for a death alone
    /// @param onset its study day; NaN where nothing says it
    /// @param reasons why it has a narrative, at least one
    record Case(int subject, int event, double onset, List<RowName> reasons) {}

    static final int NO_EVENT = -1;

    private static final int SEVERE = 3;
    private static final int FATAL = 5;

    private final JoinedRecords events;
    private final EventGrades grades;
    private final IntPredicate fatal;
    private final IntPredicate serious;
    private final IntPredicate limiting;
    private final IntPredicate toxicity;

    private NarrativeCases(JoinedRecords events) {
        this.events = events;
        this.grades = EventGrades.of(events);
        IntPredicate died = is("AESDTH", "Y").or(is("AEOUT", "FATAL"));
        this.fatal = row -> died.test(row) || grades.of(row) == FATAL;
        this.serious = is("AESER", "Y");
        this.limiting = is("AEDLTFL", "Y");
        List<Filter> toxicities = CellTherapy.TOXICITIES.stream().map(term -> TermFilter.reported(term, events)).toList();
        this.toxicity = row -> grades.of(row) >= SEVERE && toxicities.stream().anyMatch(filter -> filter.test(row));
    }

    private IntPredicate is(String variable, String value) {
        return Filter.of(new Compare(variable, Condition.Comparator.EQ, List.of(value)), events).map(Filter::test)
                .orElse(_ -> false);
    }

    /// The cases in the order of the subjects and of onset.
    ///
    /// @param events the records of events
    /// @param selected those that may have a narrative
    /// @param subjects whose deaths may
    static List<Case> of(JoinedRecords events, BitSet selected, BitSet subjects) {
        NarrativeCases all = new NarrativeCases(events);
        List<Case> cases = new ArrayList<>();
        BitSet explained = new BitSet();
        EventDays days = EventDays.of(events);
        for (int row = selected.nextSetBit(0); row >= 0; row = selected.nextSetBit(row + 1)) {
            List<RowName> reasons = all.reasons(row);
            if (!reasons.isEmpty()) {
                cases.add(new Case(events.subject(row), row, days.onset(row), reasons));
                if (reasons.contains(Narrative.DEATH)) {
                    explained.set(events.subject(row));
                }
            }
        }
        JoinedRecords adsl = JoinedRecords.ofSubjects(events.data());
        EventDays deaths = EventDays.of(adsl, "DTHADY", "DTHDT");
        BitSet unexplained = adsl.select(Filter.of(new Compare("DTHFL", Condition.Comparator.EQ, List.of("Y")), adsl)
                .orElse(new Filter(_ -> false, Filter.EVERYTHING.clauses())), subjects);
        unexplained.andNot(explained);
        unexplained.stream().forEach(
                subject -> cases.add(new Case(subject, NO_EVENT, deaths.onset(subject), List.of(Narrative.DEATH))));
        cases.sort(order(adsl));
        return cases;
    }

    private List<RowName> reasons(int row) {
        List<RowName> reasons = new ArrayList<>();
        if (fatal.test(row)) {
            reasons.add(Narrative.DEATH);
        }
        if (serious.test(row)) {
            reasons.add(Narrative.SERIOUS);
        }
        if (limiting.test(row)) {
            reasons.add(Narrative.DOSE_LIMITING);
        }
        if (toxicity.test(row)) {
            reasons.add(Narrative.SEVERE_TOXICITY);
        }
        return reasons;
    }

    private static Comparator<Case> order(JoinedRecords adsl) {
        Optional<JoinedColumn> name = adsl.field("SUBJID").or(() -> adsl.field("USUBJID"));
        Comparator<Case> bySubject = Comparator.comparing(
                of -> name.map(field -> field.text(of.subject())).orElse(""), ListingAnalysis::compareIdentifiers);
        return bySubject.thenComparingInt(Case::subject).thenComparingDouble(Case::onset).thenComparingInt(Case::event);
    }
}
