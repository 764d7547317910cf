package org.tabularium.validation.record;

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

/// A time to an event is not negative.
public final class TimesToEvent implements Rule {

    private static final Finding NEGATIVE = Finding.warning("TIME_NEGATIVE", "is a negative time to an event; it is used as it is")
            .of("AVAL")
            .remedy("correct the dates of start and event");

    @Override
    public void ask(Study study, RequestedColumns demand) {
        ExaminedDataset.withParameters(study).stream().filter(d -> study.has(d, "CNSR")).forEach(d -> demand.ask(d, "AVAL", "CNSR"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            NumericColumn time = dataset.number("AVAL").orElse(null);
            NumericColumn censored = dataset.number("CNSR").orElse(null);
            if (time != null && censored != null) {
                try (RowFindings rows = new RowFindings(dataset, NEGATIVE, findings)) {
                    for (int row = 0; row < dataset.rows(); row++) {
                        if (time.value(row) < 0 && !censored.isMissing(row)) {
                            rows.add(row, ValueText.number(time.value(row)));
                        }
                    }
                }
            }
        }
    }
}
