package org.tabularium.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Visits in order, of which some have no number. Expected orders are those of a calendar.
class PlacedVisitTest {

    /// @param visits each a name, and a number behind an @ where it has one
    private static List<String> ordered(String... visits) {
        return PlacedVisit.inOrder(Stream.of(visits).map(PlacedVisitTest::placed).toList(), v -> v).stream()
                .map(v -> v.name().written())
                .toList();
    }

    private static PlacedVisit placed(String visit) {
        String[] parts = visit.split("@", -1);
        VisitName name = new VisitName(parts[0]);
        return new PlacedVisit(name, parts.length == 1 ? Double.NaN : Double.parseDouble(parts[1]), name.isBaseline());
    }

    @Test
    void aBaselineWithoutNumberIsBeforeNumberedVisits() {
        assertThat(ordered("Week 4@4", "Week 12@12", "Baseline")).containsExactly("Baseline", "Week 4", "Week 12");
        assertThat(ordered("Visit 3@3", "Screening@1", "Baseline")).containsExactly("Screening", "Baseline", "Visit 3");
        assertThat(ordered("Visit 3@3", "Baseline@2", "Screening")).containsExactly("Screening", "Baseline", "Visit 3");
    }

    @Test
    void aWeekWithoutNumberIsBeforeTheFirstLaterOne() {
        assertThat(ordered("Week 12@12", "Week 10", "Week 4@4", "Week 8", "Baseline@0", "Week 24"))
                .containsExactly("Baseline", "Week 4", "Week 8", "Week 10", "Week 12", "Week 24");
    }

    /// Nobody knows where it lies: a finding says so.
    @Test
    void aNameWithoutTimeIsLast() {
        assertThat(ordered("End of treatment", "Week 4@4", "Follow-up@99")).containsExactly("Week 4", "Follow-up",
                "End of treatment");
    }

    @Test
    void numbersGoBeforeNames() {
        assertThat(ordered("Week 2@40", "Week 4@4", "Baseline@0")).containsExactly("Baseline", "Week 4", "Week 2");
        assertThat(ordered("Week 4", "Week 2", "Baseline")).containsExactly("Baseline", "Week 2", "Week 4");
    }

    @Test
    void visitsOfOneNumberAreInTheOrderOfTheirNames() {
        assertThat(ordered("Week 12@4", "Week 8@4", "Week 2@2")).containsExactly("Week 2", "Week 8", "Week 12");
        assertThat(ordered("Day 1@0", "Baseline@0", "Screening@0")).containsExactly("Screening", "Baseline", "Day 1");
    }
}
