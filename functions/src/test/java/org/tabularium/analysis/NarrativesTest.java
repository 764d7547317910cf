package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Narratives: who has one, and what it holds, as the few rows of each study say.
class NarrativesTest {

    private static final String ADSL = """
            USUBJID,SUBJID,TRT01A,SAFFL,AGE,TRTSDT,DTHFL,DTHDT,DTHCAUS
            S-1,1,A,Y,40,2025-01-10,,,
            S-2,2,A,Y,50,2025-01-10,Y,2025-03-01,Accident
            S-10,10,B,Y,60,2025-01-10,Y,2025-02-01,Sepsis
            S-9,9,B,Y,61,2025-01-10,,,
            S-11,11,B,Y,62,2025-01-10,,,
            """;
    private static final String EVENTS = """
            USUBJID,AESEQ,TRTEMFL,AEBODSYS,AEDECOD,AETERM,ATOXGR,AESER,AEOUT,AEDLTFL,ASTDT,AENDT
            S-10,1,Y,Infections and infestations,Sepsis,sepsis,5,Y,FATAL,,2025-01-30,
            S-9,1,Y,Immune system disorders,Cytokine release syndrome,CRS,3,N,RECOVERED/RESOLVED,Y,2025-01-12,2025-01-15
            S-9,2,Y,Immune system disorders,Cytokine release syndrome,CRS,2,N,RECOVERED/RESOLVED,,2025-01-20,2025-01-22
            S-1,1,Y,Nervous system disorders,Headache,headache,3,N,RECOVERED/RESOLVED,,2025-01-12,2025-01-15
            S-11,1,N,Vascular disorders,,fall of pressure,2,Y,RECOVERED/RESOLVED,,2025-01-09,2025-01-09
            """;
    private static final String NAMED = "tables:\n  - narratives: {before: 3, after: 5}\n";

    private static SmallStudy study(String settings) {
        return SmallStudy.of(ADSL).with("adae.csv", EVENTS).with("study.yaml", settings);
    }

    private static List<String> headings(SmallStudy study) {
        return study.rows("narratives").stream().filter(row -> row.startsWith("Subject ") || row.startsWith("Narrative "))
                .toList();
    }

    /// Neither the headache of grade 3 nor the syndrome of grade 2; the death of S-2 has no event.
    @Test
    void deathsSeriousEventsToxicitiesThatLimitTheDoseAndSevereOnesHaveOne() {
        assertThat(headings(study(NAMED))).containsExactly("Subject 2: death|",
                "Subject 9: Cytokine release syndrome (dose-limiting toxicity; grade 3 or higher)|",
                "Subject 10: Sepsis (death; serious)|", "Subject 11: fall of pressure (serious)|");
    }

    @Test
    void eachBeginsAPageAndHoldsWhatIsCollectedAndAPlaceForTheWriter() {
        SmallStudy study = study(NAMED);
        assertThat(study.table("narratives").layout().pageABlock()).isTrue();
        assertThat(study.table("narratives").rows().stream().map(row -> row.block()).distinct()).hasSize(4);
        assertThat(study.rows("narratives")).startsWith("Item|As recorded", "Subject 2: death|", "  Subject|",
                "    Age (years)|50",
                "  Study treatment|", "    Treatment|A");
        assertThat(study.rows("narratives")).contains("    Cause of Death|Accident", "    Analysis Start Date|2025-01-12")
                .noneMatch(row -> row.contains("Ethnicity"));
        assertThat(study.rows("narratives").getLast()).startsWith("  [To be completed: course of the event");
    }

    /// The onset is day 3 (12 January), so that the window is day −1 to day 8: days −2 and 9 are out. Ferritin is normal.
    @Test
    void laboratoryAndMedicationAreThoseNearTheOnset() {
        SmallStudy study = study(NAMED).with("adlb.csv", """
                USUBJID,PARAMCD,PARAM,ADT,AVAL,ANRIND
                S-9,CRP,C-reactive protein (mg/L),2025-01-08,4,NORMAL
                S-9,CRP,C-reactive protein (mg/L),2025-01-09,5,NORMAL
                S-9,CRP,C-reactive protein (mg/L),2025-01-12,220,HIGH
                S-9,CRP,C-reactive protein (mg/L),2025-01-17,30,HIGH
                S-9,CRP,C-reactive protein (mg/L),2025-01-18,12,HIGH
                S-9,FERR,Ferritin (µg/L),2025-01-12,200,NORMAL
                S-1,CRP,C-reactive protein (mg/L),2025-01-12,100,HIGH
                """).with("adcm.csv", """
                USUBJID,CMDECOD,CMDOSE,CMDOSU,ASTDT,AENDT
                S-9,Tocilizumab,400,mg,2025-01-12,2025-01-12
                S-9,Paracetamol,500,mg,2025-01-01,2025-01-08
                S-9,Prednisone,5,mg,2024-06-01,
                S-9,Rituximab,500,mg,2025-01-18,2025-01-18
                """);
        List<String> rows = study.rows("narratives");
        assertThat(rows).containsSequence("  Laboratory (study day: value)|",
                "    C-reactive protein (mg/L)|−1: 5; 3: 220 HIGH; 8: 30 HIGH", "  Concomitant medication|",
                "    Tocilizumab|400 / mg / 2025-01-12 / 2025-01-12", "    Prednisone|5 / mg / 2024-06-01");
        assertThat(rows).noneMatch(row -> row.contains("Ferritin") || row.contains("Paracetamol") || row.contains("Rituximab"));
        assertThat(study.footnotes("narratives"))
                .anyMatch(note -> note.contains("3 days before the event began to 5 days after"));
    }

    @Test
    void parametersThatAreNamedAreShownWhateverTheirValues() {
        SmallStudy study = study("tables:\n  - narratives: {parameters: [FERR]}\n").with("adlb.csv", """
                USUBJID,PARAMCD,PARAM,ADY,AVAL,ANRIND
                S-9,CRP,C-reactive protein (mg/L),3,220,HIGH
                S-9,FERR,Ferritin (µg/L),3,200,NORMAL
                """);
        assertThat(study.rows("narratives")).contains("    Ferritin (µg/L)|3: 200")
                .noneMatch(row -> row.contains("C-reactive"));
    }

    @Test
    void withoutIdentifiersNoSubjectAndNoDateIsShown() {
        SmallStudy study = study(NAMED + "identifiers: none\n");
        assertThat(headings(study)).first().isEqualTo("Narrative 1: death|");
        assertThat(study.rows("narratives")).noneMatch(row -> row.contains("2025") || row.contains("S-"));
    }

    @Test
    void withoutAnyItSaysSo() {
        SmallStudy study = SmallStudy.of("USUBJID,TRT01A,SAFFL\n1,A,Y\n").with("adae.csv", "USUBJID,AEDECOD,AESER\n1,Rash,N\n")
                .with("study.yaml", "tables: [narratives]\n");
        assertThat(study.rows("narratives").getLast()).startsWith("No death, serious event");
    }
}
