package org.tabularium.validation.subject;

import java.util.function.Consumer;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.NumericCodes;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.Rule;

/// Numbers of ADSL that are codes and whose words are in no file, such as a SEX of 1 and 2.
public final class CodesWithoutWords implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        // looks at what tables ask for
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (Column column : data.adsl().columns()) {
            if (column instanceof NumericColumn numbers && NumericCodes.areUnexplained(data, numbers)) {
                String variable = column.variable().name();
                findings.accept(Finding
                        .note("NUMBER_IS_CODE", "is a number whose meaning is not in the file; its values are counted as codes")
                        .in(Study.ADSL).of(variable)
                        .remedy("give their words in study.yaml under levels: {" + variable + ": {1: …}}"));
            }
        }
    }
}
