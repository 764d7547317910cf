package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Who attains a response first when, and who keeps it. Expected numbers are counted and computed by hand.
class AttainmentTest {

    /// 1 has it at week 4 and loses it at week 8, 2 has it at week 8, 3 never, 4 was not assessed. The time to the first response:
    /// events after 28 and 56 days, one censored after 56; S(28) = 2/3, S(56) = 2/3 × 1/2. The time to the loss: an event after 28
    /// days, one censored at once.
    private static final String EFFICACY = """
            USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVALC
            1,DORIS,Remission,Week 4,4,2024-01-29,Y
            1,DORIS,Remission,Week 8,8,2024-02-26,N
            2,DORIS,Remission,Week 4,4,2024-01-29,N
            2,DORIS,Remission,Week 8,8,2024-02-26,Y
            3,DORIS,Remission,Week 4,4,2024-01-29,N
            3,DORIS,Remission,Week 8,8,2024-02-26,N
            """;

    private static SmallStudy study() {
        return SmallStudy.of("USUBJID,ITTFL,TRTSDT\n1,Y,2024-01-01\n2,Y,2024-01-01\n3,Y,2024-01-01\n4,Y,2024-01-01\n")
                .with("adeff.csv", EFFICACY);
    }

    @Test
    void aSubjectCountsAtTheVisitOfItsFirstResponseAlone() {
        assertThat(study().rows("first-response")).containsExactly("n (%)|Total (N=4)", "Remission|", "  n|3",
                "  First response|2 (66.7%)", "    Week 4|1 (33.3%)", "    Week 8|1 (33.3%)",
                "  Days to first response, median (95% CI)|56.0 (28.0, NE)");
    }

    @Test
    void aResponseWithAConditionIsSpelledAsTheResponseItself() {
        SmallStudy study = SmallStudy.of("USUBJID,ITTFL,TRTSDT\n1,Y,2024-01-01\n")
                .with("adeff.csv", """
                        USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVALC
                        1,DORIS,DORIS Remission,Week 4,4,2024-01-29,Y
                        """)
                .with("adqs.csv", "USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL\n1,PREDDOSE,Dose (mg/day),Week 4,4,0\n");
        assertThat(study.rows("sustained-response")).contains("DORIS Remission|", "DORIS Remission without steroids|");
    }

    @Test
    void aResponseIsKeptUntilALaterAssessmentSaysNo() {
        assertThat(study().rows("sustained-response")).containsExactly("n (%)|Total (N=4)", "Remission|", "  n|3",
                "  Response|2 (66.7%)", "  Days to response, median (95% CI)|56.0 (28.0, NE)",
                "  Kept at each later assessment, n/N (%)|0/1", "  Days to loss of response, median (95% CI)|28.0 (NE, NE)");
    }

    /// At week 8 subject 2 takes 5 mg; at week 4 the dose of 1 is 0; at week 8 that of 1 does not matter, since it has no remission.
    @Test
    void aConditionAtTheSameVisitHoldsBeside() {
        assertThat(study().with("adqs.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,ADT,AVAL
                1,PREDDOSE,Dose,Week 4,4,2024-01-29,0
                2,PREDDOSE,Dose,Week 4,4,2024-01-29,0
                2,PREDDOSE,Dose,Week 8,8,2024-02-26,5
                """).rows("sustained-response")).containsSubsequence("DORIS remission without steroids|", "  n|3",
                "  Response|1 (33.3%)");
    }
}
