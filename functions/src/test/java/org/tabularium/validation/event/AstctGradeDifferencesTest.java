package org.tabularium.validation.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tabularium.validation.CheckedStudy;

/// Delivered ASTCT grades against their components; the grades by hand from docs/endpoints.md.
class AstctGradeDifferencesTest {

    @Test
    void aGradeThatItsComponentsContradictIsNamed() {
        assertThat(CheckedStudy.ofText(Map.of("adsl.csv", "USUBJID\nA-1\nA-2\n", "adae.csv", """
                USUBJID,AEDECOD,ASTCTGR,ATOXGR,CRSTEMP,CRSHYPO,CRSPRESS,CRSOXY
                A-1,Cytokine release syndrome,2,,38.5,N,0,NONE
                A-1,Cytokine release syndrome,Grade 3,,38.5,Y,1,NONE
                A-2,Cytokine release syndrome,,2,38.5,N,0,NONE
                A-2,Headache,2,,38.5,N,0,NONE
                """)).lines()).filteredOn(line -> line.contains("ASTCT_")).containsExactly(
                "warning ADAE row 1 ASTCTGR: \"2\" is not the grade that the event's components give, 1; correct the grade or the components;"
                        + " the tables use the grade as delivered [ASTCT_DIFFERS]");
    }

    @Test
    void anAnswerThatIsNotKnownIsNamed() {
        assertThat(CheckedStudy.ofText(Map.of("adsl.csv", "USUBJID\nA-1\n", "adae.csv", """
                USUBJID,AEDECOD,ASTCTGR,CRSTEMP,CRSHYPO,CRSPRESS,CRSOXY
                A-1,Cytokine release syndrome,,101.3,N,0,some
                """)).lines()).filteredOn(line -> line.contains("ASTCT_")).containsExactly(
                "warning ADAE row 1 CRSTEMP: \"101.3\" is no answer that is known; it counts as not recorded; write it as docs/endpoints.md has it"
                        + " [ASTCT_COMPONENT]",
                "warning ADAE row 1 CRSOXY: \"some\" is no answer that is known; it counts as not recorded; write it as docs/endpoints.md has it"
                        + " [ASTCT_COMPONENT]");
    }
}
