package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tabularium.analysis.SmallStudy;
import org.tabularium.finding.Finding;

/// A part of a display that cannot be made: its readers are told why without names of ours, who runs the report has a finding.
class AbsentPartsTest {

    private static final String ADSL = "USUBJID,ITTFL,SAFFL,TRT01P,SEX\n1,Y,Y,A,F\n2,Y,Y,B,F\n3,Y,Y,A,M\n4,Y,Y,B,M\n";

    @Test
    void parameterWithTwoRecordsAtAVisitIsExplainedInWordsOfTheField() {
        SmallStudy study = SmallStudy.of(ADSL)
                .with("adlb.csv", """
                        USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,BASE
                        1,ALT,Alanine,Week 4,4,3,2
                        1,ALT,Alanine,Week 4,4,7,2
                        1,AST,Aspartate,Week 4,4,5,2
                        2,AST,Aspartate,Week 4,4,5,2
                        """);
        assertThat(study.footnotes("lab-change")).contains("Alanine is not shown: a subject has several records at one visit, and"
                + " nothing tells which of them counts.");
        assertThat(AbsentParts.of(study.computed("lab-change").tables().getFirst()).stream().map(Finding::line))
                .containsExactly(
                        "note: the display lab-change does not show \"Alanine\": ADLB has more than one ALT record of a subject"
                                + " at a visit: Week 4, rows 1 and 2. Keep one of them, or flag the one that counts at the visit (ANL01FL)"
                                + " [PART_NOT_SHOWN]");
    }

    @Test
    void subgroupOfNobodyIsExplainedInWordsOfTheField() {
        SmallStudy study = SmallStudy.of(ADSL)
                .with("adtte.csv", "USUBJID,PARAMCD,PARAM,AVAL,CNSR\n1,X,Time,4,0\n2,X,Time,5,0\n")
                .with("study.yaml", "tables: [time-to-event: {parameter: X, subgroups: [SEX]}]\n");
        assertThat(study.rows("time-to-event"))
                .anyMatch(row -> row.contains("no subject has a time with its event or censoring"));
        assertThat(AbsentParts.of(study.computed("time-to-event").tables().getFirst()).stream().map(Finding::line))
                .containsExactly("note: the display time-to-event does not show \"M\": nobody has a time (AVAL) and a censoring"
                        + " indicator (CNSR) of X [PART_NOT_SHOWN]");
    }

    @Test
    void exposureWithTwoRecordsOfASubjectNamesThem() {
        SmallStudy study = SmallStudy.of(ADSL)
                .with("adex.csv", """
                        USUBJID,PARAMCD,PARAM,AVAL
                        1,TOTDOSE,Total dose (mg),3
                        1,TOTDOSE,Total dose (mg),7
                        1,NINF,Infusions,2
                        2,NINF,Infusions,1
                        """);
        assertThat(AbsentParts.of(study.computed("exposure").tables().getFirst()).stream().map(Finding::line))
                .containsExactly(
                        "note: the display exposure does not show \"Total dose (mg)\": ADEX has more than one TOTDOSE record"
                                + " of a subject: rows 1 and 2. Keep one of them, or flag the one that counts (ANL01FL) [PART_NOT_SHOWN]");
    }

    @Test
    void responseThatCannotBeDerivedIsNamedAsItsReadersKnowIt() {
        SmallStudy study = SmallStudy.of(ADSL)
                .with("adqs.csv", """
                        USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,AVALC
                        1,SLEDAI2K,SLEDAI-2K,Week 4,4,3,
                        1,LLDAS,LLDAS,Week 4,4,1,Y
                        2,LLDAS,LLDAS,Week 4,4,0,N
                        """)
                .with("study.yaml", "tables: [response: {parameters: [SRI4, LLDAS]}]\n");
        assertThat(study.footnotes("response")).contains("SRI-4 is not shown: the data do not have it, and it cannot be derived"
                + " without BILAG-2004 by system, PGA.");
    }
}
