package org.tabularium.validation.subject;

import java.util.function.Consumer;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A person's age is 0 to 120 years.
public final class AgeRange implements Rule {

    private static final double OLDEST = 120;
    private static final Finding PATTERN = Finding
            .warning("AGE_OUT_OF_RANGE", "is not an age from 0 to 120 years; it was used as it is")
            .of("AGE")
            .remedy("check the age and its unit (AGEU)");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, "AGE", "AGEU");
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        adsl.number("AGE").ifPresent(age -> check(adsl, age, findings));
    }

    private static void check(ExaminedDataset adsl, NumericColumn age, Consumer<Finding> findings) {
        try (RowFindings rows = new RowFindings(adsl, PATTERN, findings)) {
            for (int row = 0; row < adsl.rows(); row++) {
                if (age.value(row) < 0 || age.value(row) > OLDEST) {
                    rows.add(row, ValueText.number(age.value(row)));
                }
            }
        }
    }
}
