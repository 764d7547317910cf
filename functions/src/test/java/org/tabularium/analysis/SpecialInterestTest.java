package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Groups of events of special interest. Expected numbers are counted by hand from the few rows of each study.
class SpecialInterestTest {

    private static final String EVENTS = """
            USUBJID,TRTEMFL,AEBODSYS,AEDECOD,ATOXGR
            1,Y,Infections and infestations,Pneumonia,3
            1,Y,Infections and infestations,Sepsis,4
            2,Y,Infections and infestations,,2
            2,Y,Immune system disorders,Chronic graft versus host disease in skin,2
            4,Y,Investigations,BLOOD IMMUNOGLOBULIN G DECREASED,1
            4,Y,Immune system disorders,Hypogammaglobulinaemia,2
            4,N,Immune system disorders,Graft versus host disease,1
            3,Y,Nervous system disorders,Headache,1
            3,Y,,,1
            """;

    private static SmallStudy study(String events, String settings) {
        return SmallStudy.of("USUBJID,TRT01A,SAFFL,LDREG\n1,A,Y,FC\n2,A,Y,FC\n3,B,Y,FC\n4,B,Y,FC\n").with("adae.csv", events)
                .with("study.yaml", settings);
    }

    private static List<String> below(List<String> rows, String heading) {
        int from = rows.indexOf(heading);
        assertThat(from).as(heading).isPositive();
        int to = from + 1;
        while (to < rows.size() && rows.get(to).startsWith(" ")) {
            to++;
        }
        return rows.subList(from + 1, to);
    }

    @Test
    void groupsOfACellTherapyCountTheirTermsByWorstGradeAndSayWhichTheyAre() {
        SmallStudy study = study(EVENTS, "style: regulatory\n");
        List<String> rows = study.rows("aesi");
        assertThat(below(rows, "Infections|||")).containsExactly("  Any grade|2 (100%)|0|2 (50.0%)", "  Grade 1|0|0|0",
                "  Grade 2|1 (50.0%)|0|1 (25.0%)", "  Grade 3|0|0|0", "  Grade 4|1 (50.0%)|0|1 (25.0%)", "  Grade 5|0|0|0",
                "  Grade ≥3|1 (50.0%)|0|1 (25.0%)");
        assertThat(below(rows, "Hypogammaglobulinaemia or decreased immunoglobulins|||"))
                .startsWith("  Any grade|0|1 (50.0%)|1 (25.0%)", "  Grade 1|0|0|0", "  Grade 2|0|1 (50.0%)|1 (25.0%)");
        assertThat(below(rows, "Graft-versus-host disease|||")).startsWith("  Any grade|1 (50.0%)|0|1 (25.0%)");
        assertThat(study.footnotes("aesi")).contains("Reported terms of the groups: Infections – Infections and infestations;"
                + " Hypogammaglobulinaemia or decreased immunoglobulins – BLOOD IMMUNOGLOBULIN G DECREASED, Hypogammaglobulinaemia;"
                + " Haemophagocytic lymphohistiocytosis or macrophage activation syndrome – none;"
                + " Graft-versus-host disease – Chronic graft versus host disease in skin.",
                "1 event without a preferred term is in no group.");
    }

    @Test
    void aGroupWithoutEventsKeepsOneRow() {
        assertThat(below(study(EVENTS, "style: regulatory\n").rows("aesi"),
                "Haemophagocytic lymphohistiocytosis or macrophage activation syndrome|||"))
                .containsExactly("  Any grade|0|0|0");
    }

    /// The sponsor's query leaves sepsis out, so that subject 1 counts with grade 3 and subject 2 not at all.
    @Test
    void aQueryOfTheDataDecidesWhatABuiltInGroupIs() {
        SmallStudy study = study("""
                USUBJID,TRTEMFL,AEBODSYS,AEDECOD,ATOXGR,CQ01NAM
                1,Y,Infections and infestations,Pneumonia,3,INFECTION
                1,Y,Infections and infestations,Sepsis,4,
                2,Y,Infections and infestations,Nasopharyngitis,2,
                """, "style: regulatory\n");
        List<String> rows = study.rows("aesi");
        assertThat(below(rows, "Infections|||")).startsWith("  Any grade|1 (50.0%)|0|1 (25.0%)").contains(
                "  Grade 3|1 (50.0%)|0|1 (25.0%)", "  Grade 4|0|0|0");
        assertThat(rows).noneMatch(row -> row.startsWith("INFECTION|"));
        assertThat(study.footnotes("aesi")).anyMatch(note -> note.contains("Infections – Pneumonia (as marked in the data)"));
    }

    @Test
    void aSponsorsGroupsStandInAnyStudyAndReplaceBuiltInOnesOfTheirName() {
        String settings = "event-groups: {Headaches: [headache, \"*migraine*\"], infections: [Sepsis]}\n";
        List<String> rows = study(EVENTS, settings).rows("aesi");
        assertThat(below(rows, "Headaches|||")).startsWith("  Any grade|0|1 (50.0%)|1 (25.0%)");
        assertThat(below(rows, "infections|||")).startsWith("  Any grade|1 (50.0%)|0|1 (25.0%)");
        assertThat(rows).doesNotContain("Infections|||");
        SmallStudy other = SmallStudy.of("USUBJID,TRT01A,SAFFL\n1,A,Y\n2,A,Y\n3,B,Y\n4,B,Y\n").with("adae.csv", EVENTS)
                .with("study.yaml", settings);
        assertThat(other.rows("aesi").stream().filter(row -> !row.startsWith(" ")).skip(1)).containsExactly("Headaches|||",
                "infections|||");
    }

    @Test
    void withoutSystemOrganClassesInfectionsAreNoRowOfZeros() {
        SmallStudy study = study("USUBJID,TRTEMFL,AEDECOD,ATOXGR\n1,Y,Pneumonia,3\n", "style: regulatory\n");
        assertThat(study.rows("aesi")).doesNotContain("Infections|||").contains("Graft-versus-host disease|||");
        assertThat(study.footnotes("aesi"))
                .contains("Without system organ classes it cannot be told which events are of Infections.");
    }

    @Test
    void aShellCountsAGroupByItsName() {
        SmallStudy study = study(EVENTS, "style: regulatory\n").with("templates/own.yaml", """
                id: own
                title: Own
                dataset: ADAE
                population: safety
                columns: {by: none}
                rows:
                  - subjects: {label: GVHD, where: {TRTEMFL: Y, term: Graft-versus-host disease}}
                  - subjects: {label: "Infection, grade 4", where: {term: Infections, ATOXGR: 4}}
                """);
        assertThat(study.rows("own")).endsWith("GVHD|1 (25.0%)", "Infection, grade 4|1 (25.0%)");
    }

    /// The headache is of no interest, the other graft versus host disease not treatment-emergent, and the event without a term
    /// and class of nothing; the second infection has no term.
    @Test
    void theListingHasTheEventsOfEachGroupAndSaysOfWhich() {
        assertThat(study(EVENTS, "tables: [listing-aesi]\n").rows("listing-aesi")).containsExactlyInAnyOrder(
                "Treatment|Subject|Special interest|Preferred term|Grade", "A|1|Infections|Pneumonia|3",
                "A|1|Infections|Sepsis|4",
                "A|2|Graft-versus-host disease|Chronic graft versus host disease in skin|2", "A|2|Infections||2",
                "B|4|Hypogammaglobulinaemia or decreased immunoglobulins|BLOOD IMMUNOGLOBULIN G DECREASED|1",
                "B|4|Hypogammaglobulinaemia or decreased immunoglobulins|Hypogammaglobulinaemia|2");
    }
}
