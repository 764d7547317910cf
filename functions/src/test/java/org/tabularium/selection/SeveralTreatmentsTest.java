package org.tabularium.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tabularium.analysis.SmallStudy;

/// Crossover and extension. Counts by hand from the few rows shown.
class SeveralTreatmentsTest {

    /// Two subjects in two periods, a third in one.
    private static final String CROSSOVER = """
            USUBJID,AGE,SEX,SAFFL,ITTFL,TRT01A,TRT02A
            1,30,M,Y,Y,A,B
            2,40,F,Y,Y,B,A
            3,50,F,Y,Y,B,
            """;
    private static final String EVENTS = """
            USUBJID,AEBODSYS,AEDECOD,TRTEMFL,AESER,TRTA
            1,Nervous,Headache,Y,N,A
            1,Nervous,Headache,Y,N,B
            1,Nervous,Headache,Y,N,B
            2,Nervous,Headache,Y,Y,a
            2,Nervous,Dizziness,Y,N,
            3,Nervous,Dizziness,Y,N,
            3,Nervous,Dizziness,Y,N,A
            """;

    private static SmallStudy study() {
        return SmallStudy.of(CROSSOVER).with("adae.csv", EVENTS);
    }

    @Test
    void aSubjectStandsInEachTreatmentThatItHadAndOnceInTheTotal() {
        assertThat(study().rows("baseline").getFirst()).isEqualTo("|A (N=2)|B (N=3)|Total (N=3)");
        assertThat(study().row("baseline", "Female")).isEqualTo("  Female|1 (50.0%)|2 (66.7%)|2 (66.7%)");
    }

    @Test
    void aRecordCountsUnderItsOwnTreatment() {
        // Subject 1 has headache under both, subject 2 under A; of dizziness that of 2 says no treatment, those of 3 are under B,
        // its only one.
        assertThat(study().row("ae-soc-pt", "Headache")).isEqualTo("  Headache|2 (100%)|2|1 (33.3%)|2|2 (66.7%)|4");
        assertThat(study().row("ae-soc-pt", "Dizziness")).isEqualTo("  Dizziness|0|0|1 (33.3%)|2|2 (66.7%)|3");
        assertThat(study().footnotes("ae-soc-pt"))
                .anyMatch(f -> f.startsWith("A subject is counted under each treatment"))
                .anyMatch(f -> f.startsWith("1 record names no treatment"));
    }

    @Test
    void aTableThatCannotCountSoSaysWhyAndWhatMakesIt() {
        assertThat(study().whyNot("aesi")).contains("TRT01A, TRT02A", "TRTA", "by: TRT01A");
        assertThat(SmallStudy.of(CROSSOVER).with("adae.csv", EVENTS.replace(",TRTA", ",X")).whyNot("ae-soc-pt"))
                .contains("ADAE has no TRTA or APERIOD");
    }

    @Test
    void byTheFirstTreatmentTheTableIsOfArms() {
        SmallStudy study = study().with("study.yaml", "tables: [ae-soc-pt: {by: TRT01A}]\n");
        assertThat(study.row("ae-soc-pt", "Headache")).isEqualTo("  Headache|1 (100%)|3|1 (50.0%)|1|2 (66.7%)|4");
        // Two headaches of subject 1 are of B, that of 2 is of A.
        assertThat(study.footnotes("ae-soc-pt"))
                .contains("Subjects had several treatments and are counted under one; 3 records of"
                        + " another treatment are counted there, too.");
    }

    @Test
    void recordsOfTwoTreatmentsMakeASubjectOfBothWhereAdslHasOne() {
        SmallStudy study = SmallStudy.of("USUBJID,AGE,SAFFL,TRT01A\n1,30,Y,A\n2,40,Y,B\n3,50,Y,A\n").with("adae.csv", EVENTS);
        assertThat(study.rows("ae-overview").getFirst()).endsWith("|A (N=2)|B (N=2)|Total (N=3)");
    }

    @Test
    void aTreatmentOfTheRecordThatIsNotTheSubjectsLeavesTheArmsOfAdsl() {
        SmallStudy study = SmallStudy.of("USUBJID,AGE,SAFFL,TRT01A\n1,30,Y,A\n2,40,Y,B\n3,50,Y,A\n")
                .with("adae.csv",
                        "USUBJID,AEBODSYS,AEDECOD,TRTEMFL,TRTA\n1,N,Headache,Y,B\n2,N,Headache,Y,Screening\n2,N,Headache,Y,B\n");
        assertThat(study.row("ae-soc-pt", "Headache")).isEqualTo("  Headache|1 (50.0%)|1|1 (100%)|2|2 (66.7%)|3");
    }

    /// Subject 1 has A in period 1 and B in period 2, subject 2 the other way round, subject 3 B alone. Headache: of 1 in both
    /// periods, of 2 in period 2 (A); of 3 in period 2, in which it had no treatment, so under its only one.
    @Test
    void aRecordThatNamesNoTreatmentCountsUnderThatOfItsPeriod() {
        SmallStudy study = SmallStudy.of(CROSSOVER).with("adae.csv", """
                USUBJID,AEBODSYS,AEDECOD,TRTEMFL,APERIOD
                1,Nervous,Headache,Y,1
                1,Nervous,Headache,Y,2
                2,Nervous,Headache,Y,2
                3,Nervous,Headache,Y,2
                """);
        assertThat(study.row("ae-soc-pt", "Headache")).isEqualTo("  Headache|2 (100%)|2|2 (66.7%)|2|3 (100%)|4");
        assertThat(study.footnotes("ae-soc-pt"))
                .contains("A record that names no treatment is counted under that of its period.");
        assertThat(SmallStudy.of(CROSSOVER).with("adae.csv", EVENTS).footnotes("ae-soc-pt"))
                .noneMatch(note -> note.contains("period"));
    }
}
