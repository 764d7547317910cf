package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Comparisons with an arm of whom nobody is in the population: nothing can be said of it, whichever side it stands on.
class EmptyArmTest {

    @ParameterizedTest
    @ValueSource(strings = {"Y,Placebo,N", "N,Placebo,Y"})
    void anArmWithoutSubjectsHasNoPValue(String flags) {
        String[] of = flags.split(",", -1);
        String adsl = "USUBJID,TRT01A,SAFFL\n1,Drug," + of[0] + "\n2,Drug," + of[0] + "\n3," + of[1] + "," + of[2] + "\n4,"
                + of[1] + "," + of[2] + "\n";
        SmallStudy study = SmallStudy.of(adsl).with("adae.csv", """
                USUBJID,AEDECOD,AEBODSYS,TRTEMFL
                1,Rash,Skin,Y
                3,Rash,Skin,Y
                """).with("templates/own.yaml", """
                id: own
                title: Own
                dataset: ADAE
                population: safety
                tests: fisher
                rows:
                  - subjects: {label: Any event}
                """);
        assertThat(study.rows("own").getLast()).endsWith("|NE");
    }
}
