package org.tabularium.validation.structure;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A number of 10^15 or more is a converter's fault or a value for "unknown", and no measurement: a double does not hold all of
/// its digits.
///
/// Looked at are ADSL's numbers and the values of parameters.
public final class ImplausibleNumbers implements Rule {

    private static final double LARGEST = 1e15;
    private static final List<String> VALUES = List.of("AVAL", "BASE", "CHG");
    private static final Finding PATTERN = Finding
            .warning("NUMBER_IMPLAUSIBLE", "has more digits than a number can hold; it takes part in means and sums as it is")
            .remedy("correct the value, or leave it empty where it is unknown");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.names(study).forEach(name -> requested.ask(name, variables(study, name)));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.names(data.study()))) {
            for (String variable : variables(data.study(), dataset.name())) {
                dataset.number(variable).filter(number -> !DatasetDates.of(number).holdsDates())
                        .ifPresent(number -> check(dataset, number, findings));
            }
        }
    }

    private static List<String> variables(Study study, String dataset) {
        if (dataset.equals(Study.ADSL)) {
            return study.numbers(dataset);
        }
        return study.has(dataset, "PARAMCD") ? VALUES : List.of();
    }

    private static void check(ExaminedDataset dataset, NumericColumn number, Consumer<Finding> findings) {
        if (number.bound() < LARGEST) {
            return;
        }
        try (RowFindings rows = new RowFindings(dataset, PATTERN.of(number.variable().name()), findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                if (Math.abs(number.value(row)) >= LARGEST) {
                    rows.add(row, at -> String.format(Locale.ROOT, "%.6g", number.value(at)));
                }
            }
        }
    }
}
