package org.tabularium.validation.score;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// No dose, duration or number of doses in ADEX is below 0; what is a change or a deviation of them may be.
public final class NegativeExposure implements Rule {

    private static final String DATASET = "ADEX";
    private static final Pattern SIGNED = Pattern.compile("(?i)change|deviat|differ|delta|relative to|versus|reduc|%|percent");
    private static final Finding PATTERN = Finding
            .warning("EXPOSURE_NEGATIVE", "is a negative dose, duration or number of doses; it is used as it is")
            .of("AVAL")
            .remedy("correct the dose, or the dates that a duration was made of");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        if (study.has(DATASET, "PARAMCD")) {
            requested.ask(DATASET, "PARAMCD", "PARAM", "AVAL");
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset.of(data, DATASET)
                .ifPresent(exposure -> exposure.number("AVAL").ifPresent(value -> check(exposure, value, findings)));
    }

    private static void check(ExaminedDataset exposure, NumericColumn value, Consumer<Finding> findings) {
        Optional<Column> label = exposure.column("PARAM").or(() -> exposure.column("PARAMCD"));
        try (RowFindings rows = new RowFindings(exposure, PATTERN, findings)) {
            for (int row = 0; row < exposure.rows(); row++) {
                int at = row;
                if (value.value(row) < 0
                        && label.map(l -> !SIGNED.matcher(ValueText.text(l, at)).find()).orElse(true)) {
                    rows.add(row, named -> ValueText.number(value.value(named)));
                }
            }
        }
    }
}
