package org.tabularium.validation.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tabularium.endpoint.ComponentsCsv;
import org.tabularium.validation.CheckedStudy;

/// Delivered responses against what the components give; verdicts by hand as in the endpoints' definitions.
class EndpointDifferencesTest {

    private static final ComponentsCsv ADQS = new ComponentsCsv()
            .visit("A-1", 0).all("EBEEEEEEE", "0.9", "5", 9, 15)
            .visit("A-1", 4).all("ECEEEEEEE", "1.2", "5", 15);

    @Test
    void aResponseThatItsComponentsContradictNamesSubjectVisitAndComponent() {
        assertThat(CheckedStudy.ofText(Map.of("adsl.csv", "USUBJID\nA-1\n", "adqs.csv", ADQS.toString(), "adeff.csv", """
                USUBJID,PARAMCD,AVISIT,AVALC
                A-1,SRI4,Week 4,Y
                A-1,SRI5,Week 4,N
                A-1,BICLA,week 4,N
                A-1,LLDAS,Week 8,Y
                """)).lines()).containsExactly(
                "warning ADEFF AVISIT: \"Week 4\" is also spelled \"week 4\", which differs in letter case, spaces or dashes only; they were made one;"
                        + " where they are different levels, name each in study.yaml: levels: {AVISIT: {Week 4: …}} [LEVEL_SPELLING]",
                "warning ADEFF row 1 USUBJID: \"A-1\" has SRI4 = Y at Week 4, but its components give N: PGA 0.9 at baseline and 1.2 at the visit,"
                        + " a rise by 0.3 where below 0.3 is allowed; correct it, its components or the thresholds in study.yaml;"
                        + " the tables use what is delivered [ENDPOINT_DIFFERS]",
                "warning ADEFF row 3 USUBJID: \"A-1\" has BICLA = N at Week 4, but its components give Y: every criterion is met"
                        + " (BICLA derived from SLEDAI2K, BILAG, PGA); correct it, its components or the"
                        + " thresholds in study.yaml; the tables use what is delivered [ENDPOINT_DIFFERS]");
    }

    @Test
    void aResponseThatSomeSubjectsLackAlthoughTheirComponentsGiveItIsNamed() {
        ComponentsCsv adqs = new ComponentsCsv();
        for (String subject : new String[]{"A-1", "A-2", "A-3"}) {
            adqs.visit(subject, 0).all("EBEEEEEEE", "0.9", "5", 9, 15).visit(subject, 4).all("ECEEEEEEE", "0.9", "5", 15);
        }
        adqs.visit("A-1", 12).all("ECEEEEEEE", "0.9", "5", 15);
        assertThat(CheckedStudy.ofText(Map.of("adsl.csv", "USUBJID\nA-1\nA-2\nA-3\n", "adqs.csv", adqs.toString(), "adeff.csv", """
                USUBJID,PARAMCD,AVISIT,AVALC
                A-1,SRI4,Week 4,Y
                A-3,SRI4,Week 4,
                """)).lines()).containsExactly(
                "warning ADEFF USUBJID: \"A-2\" has no SRI4 at a visit at which others have it, although all components are there"
                        + " (SRI4 derived from SLEDAI2K, BILAG, PGA); deliver it, or leave the parameter out, so that it is derived of"
                        + " everybody; tables take what is delivered, and a missing value counts as their footnotes say"
                        + " [ENDPOINT_ABSENT]");
    }

    /// BILAG EBEEEEEEE is 8, ECEEEEEEE 1; items 9 and 15 are 4 and 2, both clinical.
    @Test
    void aScoreThatItsComponentsContradictIsNamed() {
        String scores = new ComponentsCsv().visit("A-1", 0).number("BILAG", "8").number("CSLEDAI", "7")
                .visit("A-1", 4).number("BILAG", "2").number("CSLEDAI", "2").toString();
        assertThat(CheckedStudy.ofText(Map.of("adsl.csv", "USUBJID\nA-1\n", "adqs.csv", ADQS.toString(), "adeff.csv", scores))
                .lines()).filteredOn(line -> line.contains("ENDPOINT_DIFFERS")).containsExactly(
                        "warning ADEFF row 2 USUBJID: \"A-1\" has CSLEDAI = 7 at Baseline, but its components give 6 (CSLEDAI derived from SL2K01 to SL2K24);"
                                + " correct it, its components or the thresholds in study.yaml; the tables use what is delivered [ENDPOINT_DIFFERS]",
                        "warning ADEFF row 3 USUBJID: \"A-1\" has BILAG = 2 at Week 4, but its components give 1 (BILAG derived from BILAG1 to BILAG9);"
                                + " correct it, its components or the thresholds in study.yaml; the tables use what is delivered [ENDPOINT_DIFFERS]");
    }

    /// What a report publishes of the findings leaves the subject out where the study says so: it stands in the value alone.
    @Test
    void theSubjectStandsInTheValueOnly() {
        assertThat(CheckedStudy.ofText(Map.of("adsl.csv", "USUBJID\nA-1\n", "adqs.csv", ADQS.toString(), "adeff.csv", """
                USUBJID,PARAMCD,AVISIT,AVALC
                A-1,SRI4,Week 4,Y
                """)).findings().listed()).filteredOn(finding -> finding.code().equals("ENDPOINT_DIFFERS")).singleElement()
                .satisfies(finding -> {
                    assertThat(finding.value()).isEqualTo("A-1");
                    assertThat(finding.message()).doesNotContain("A-1");
                });
    }

    @Test
    void remissionWithoutLowActivityIsToBeReviewed() {
        ComponentsCsv adqs = new ComponentsCsv()
                .visit("A-1", 0).all("EBEEEEEEE", "2", "5", 9, 15)
                .visit("A-1", 4).all("EDEEEEEEE", "0.2", "5", 21);
        assertThat(CheckedStudy.ofText(Map.of("adsl.csv", "USUBJID\nA-1\n", "adqs.csv", adqs.toString())).lines())
                .containsExactly(
                        "note ADQS USUBJID: \"A-1\" is in DORIS remission at Week 4, but not in LLDAS: new activity since the previous assessment"
                                + " (increased DNA binding); review the visit [DORIS_WITHOUT_LLDAS]");
    }

    @Test
    void anAssessmentBeyondItsScaleIsNoAssessment() {
        ComponentsCsv adqs = new ComponentsCsv().visit("A-1", 0).number("PGA", "33").visit("A-1", 4).number("PGA", "3");
        assertThat(CheckedStudy.ofText(Map.of("adsl.csv", "USUBJID\nA-1\n", "adqs.csv", adqs.toString())).lines())
                .containsExactly(
                        "warning ADQS row 1 AVAL: \"33\" is outside of 0 to 3, the scale of the physician's global assessment; endpoints take it as missing;"
                                + " correct it, or give the scale as endpoints: {pga-scale: 3, 10 or 100} in study.yaml [PGA_RANGE]");
    }
}
