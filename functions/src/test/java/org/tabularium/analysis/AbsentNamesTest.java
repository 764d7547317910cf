package org.tabularium.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A covariate, a subgroup or a visit that is misspelt: the reason of the table that is not made names the nearest one.
class AbsentNamesTest {

    private static final String ADSL = "USUBJID,ITTFL,SAFFL,TRT01P,AGE,SEX,SITEID\n1,Y,Y,A,30,F,1\n2,Y,Y,B,40,M,2\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ancova|ancova: {parameter: X, visit: Week 4, covariates: [AGEE]}|neither ADQS nor ADSL has AGEE; did you mean AGE?",
        "ancova|ancova: {parameter: X, visit: Week 5}|ADQS has no value of X at Week 5; its visits are Week 4",
        "own|own|ADSL has no SXE, which is to give the subgroups; did you mean SEX?"})
    void theNearestNameStandsInTheReason(String id, String table, String reason) {
        SmallStudy study = SmallStudy.of(ADSL)
                .with("adqs.csv", "USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,BASE\n1,X,X,Week 4,4,3,2\n2,X,X,Week 4,4,5,2\n")
                .with("templates/own.yaml", "id: own\ntitle: Own\nsubgroups: [SXE]\nrows:\n  - summary: {variables: [AGE]}\n")
                .with("study.yaml", "tables: [" + table + "]\n");
        assertThat(study.whyNot(id)).isEqualTo(reason);
    }

    /// ADSL is the dataset of a shell that names none.
    @Test
    void parametersOfAShellThatForgetsItsDatasetAreNotThere() {
        SmallStudy study = SmallStudy.of(ADSL)
                .with("adex.csv", "USUBJID,PARAMCD,PARAM,AVAL\n1,DOSE,Dose (mg),3\n2,DOSE,Dose (mg),5\n")
                .with("templates/own.yaml", "id: own\ntitle: Own\nrows:\n  - exposure: {parameters: DOSE}\n")
                .with("study.yaml", "tables: [own]\n");
        assertThat(study.whyNot("own")).isEqualTo("ADSL has none of the parameters of the table");
    }
}
