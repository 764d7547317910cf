package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.finding.RejectedException;
import org.tabularium.table.display.Figure;

/// Figures of studies at the edge of what they can show: their texts can be read, and nothing lies outside.
@Shows(Requirement.DISPLAYS_RIGHT)
class ExtremeFiguresTest {

    private static final int KINDS = 10;

    @ParameterizedTest(name = "{0}, {9}")
    @CsvSource({
        "one subject,               1, 1,  3,  2, false, false, false, false, regulatory, 8",
        "one subject at one visit,  1, 1,  1,  0, true,  false, false, false, abstract,   6",
        "no events,                12, 2,  4,  0, true,  false, false, false, regulatory, 10",
        "sixty subjects,           60, 2, 10,  4, false, false, false, false, lancet,     10",
        "sixty with long names,    60, 3, 10,  6, false, false, false, true,  regulatory, 10",
        "eight arms,               60, 8,  6,  3, false, false, false, false, regulatory, 10",
        "eight arms in a journal,  60, 8,  6,  3, false, false, false, true,  lancet,     10",
        "everybody censored,       20, 2,  5,  2, true,  false, false, false, regulatory, 10",
        "ties,                     20, 2,  5,  5, false, true,  false, false, regulatory, 10",
        "below the limit,          20, 2,  5,  1, false, false, true,  false, lancet,     10",
        "one visit,                20, 4,  1,  1, false, false, false, true,  abstract,    7"})
    void textsCanBeReadAndNothingLiesOutside(String what, int subjects, int arms, int visits, int events, boolean censored,
            boolean tied, boolean low, boolean wordy, String style, int least) throws RejectedException {
        ExtremeStudy study = new ExtremeStudy(subjects, arms, visits, events, censored, tied, low, wordy);
        List<Figure> figures = ReportRun.displays(study.in(style), ReportOptions.DEFAULT).stream()
                .filter(Figure.class::isInstance).map(Figure.class::cast).toList();
        List<String> faults = new ArrayList<>();
        figures.forEach(figure -> UnreadableTexts.of(figure).forEach(fault -> faults.add(figure.id() + ": " + fault)));
        assertThat(faults).as(what).isEmpty();
        assertThat(figures.size()).as("figures of %s", what).isBetween(least, KINDS);
    }
}
