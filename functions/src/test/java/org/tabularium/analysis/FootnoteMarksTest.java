package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;

/// Footnotes are marked at what they explain, here at the total column; an abstract has those that numbers need.
class FootnoteMarksTest {

    private final SmallStudy study = SmallStudy.of("""
                USUBJID,TRT01A,SAFFL,TRTSDT,AGE
                1,A,Y,2025-01-01,30
                2,,Y,2025-01-01,40
                """).with("adlb.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,ANRLO,ANRHI
                1,NEUT,Neutrophils (10^9/L),Baseline,0,2,2,7
                1,NEUT,Neutrophils (10^9/L),Week 4,4,1.0,2,7
                """);

    @Test
    void theLancetHasSignsAndSaysWhatDataAre() {
        Display table = study.table("baseline", "lancet");
        assertThat(table.columns()).extracting(TableColumn::mark).endsWith("*");
        assertThat(table.footnotes())
                .contains("*\u00A0One subject has no treatment arm and is counted in the total column only.")
                .noneMatch(note -> note.contains("Run "));
        assertThat(study.table("populations", "lancet").footnotes().getFirst()).isEqualTo("All subjects. Data are n (%).");
    }

    @Test
    void anAbstractHasThoseThatNumbersNeed() {
        Display table = study.table("baseline", "abstract");
        assertThat(table.columns()).extracting(TableColumn::mark).endsWith("ᵃ");
        assertThat(table.footnotes())
                .containsExactly("ᵃ\u00A01 subject has no treatment arm and is counted in the total column only.",
                        "NE = not estimable.");
        assertThat(study.table("lab-shift", "abstract").rows()).extracting(row -> row.cells().getFirst().text())
                .containsExactly("Neutrophils (10⁹/L)", "A (N=1)", "Total (N=2)");
    }

    /// One of one responds: exact limits 2.5 to 100; an abstract prints none.
    @Test
    void anAbstractHasNoIntervalOfOneSubject() {
        SmallStudy one = SmallStudy.of("USUBJID,TRT01A,SAFFL\n1,A,Y\n").with("adeff.csv",
                "USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVALC\n1,SRI4,SRI-4,Week 12,12,Y\n");
        assertThat(interval(one.table("response", "abstract"))).isEqualTo("–");
        assertThat(one.table("response", "abstract").footnotes()).contains("No interval is given for a single subject (–).");
        assertThat(interval(one.table("response"))).isEqualTo("(2.5, 100.0)");
        assertThat(one.table("response").footnotes()).noneMatch(note -> note.contains("single subject"));
    }

    private static String interval(Display table) {
        return table.rows().stream().filter(row -> row.cells().getFirst().text().equals("95% CI"))
                .map(row -> row.cells().get(1).text()).findFirst().orElse("none");
    }
}
