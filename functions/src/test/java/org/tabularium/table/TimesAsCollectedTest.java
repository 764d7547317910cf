package org.tabularium.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tabularium.analysis.SmallStudy;

/// Journals show quantiles of times as the times were collected where all of a cell are exact: events at 5 and 8 days, by hand. S
/// is 1/2 from 5 and 0 from 8 on, so the median is 6.5; the limits are those of `TimeToEventTableTest`.
class TimesAsCollectedTest {

    private final SmallStudy study = SmallStudy.of("USUBJID,ITTFL,EFFFL,SAFFL,TRT01P\n1,Y,Y,Y,A\n2,Y,Y,Y,A\n")
            .with("adtte.csv", """
                    USUBJID,PARAMCD,PARAM,AVAL,CNSR
                    1,TTR,Time to recovery (days),5,0
                    2,TTR,Time to recovery (days),8,0
                    """)
            .with("study.yaml", "tables: [{time-to-event: {parameter: TTR}}]\n");

    private String cell(String label, String style) {
        return study.table("time-to-event", style).rows().stream()
                .filter(row -> row.cells().getFirst().text().startsWith(label))
                .map(row -> row.cells().get(1).text()).findFirst().orElse("none");
    }

    @Test
    void wholeDaysHaveNoDecimalInAJournal() {
        assertThat(cell("25th percentile", "lancet")).isEqualTo("5 (5–NE)");
        assertThat(cell("75th percentile", "abstract")).isEqualTo("8 (5, NE)");
        assertThat(cell("75th percentile", "regulatory")).isEqualTo("8.0 (5.0, NE)");
    }

    @Test
    void oneBetweenTwoDaysGivesItsDecimalToItsLimits() {
        assertThat(cell("Median", "lancet")).isEqualTo("6·5 (5·0–NE)");
    }
}
