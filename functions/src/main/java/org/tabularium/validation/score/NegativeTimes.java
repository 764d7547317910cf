package org.tabularium.validation.score;

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

/// No time to an event or a censoring is below 0: nothing ends before it starts.
public final class NegativeTimes implements Rule {

    private static final Finding PATTERN = Finding
            .warning("TIME_NEGATIVE", "is a negative time to event; it is used as it is")
            .of("AVAL")
            .remedy("correct the dates that it was made of");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).stream().filter(name -> study.has(name, "CNSR"))
                .forEach(name -> requested.ask(name, "AVAL", "CNSR"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            if (data.study().has(dataset.name(), "CNSR")) {
                dataset.number("AVAL").ifPresent(time -> check(dataset, time, findings));
            }
        }
    }

    private static void check(ExaminedDataset dataset, NumericColumn time, Consumer<Finding> findings) {
        try (RowFindings rows = new RowFindings(dataset, PATTERN, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                if (time.value(row) < 0) {
                    rows.add(row, at -> ValueText.number(time.value(at)));
                }
            }
        }
    }
}
