package org.tabularium.validation.record;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.toxicity.RangeIndicator;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// The words of ANRIND and BNRIND are known ones: another is neither normal nor outside of the range.
public final class RangeWords implements Rule {

    private static final List<String> VARIABLES = List.of("ANRIND", "BNRIND");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).forEach(name -> requested.ask(name, VARIABLES));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            VARIABLES.forEach(variable -> dataset.text(variable)
                    .ifPresent(column -> check(dataset, variable, column, findings)));
        }
    }

    private static void check(ExaminedDataset dataset, String variable, TextColumn column, Consumer<Finding> findings) {
        boolean all = column.dictionary().stream().allMatch(word -> word.isBlank() || RangeIndicator.of(word).isPresent());
        if (all) {
            return;
        }
        IntPredicate unknown = ExaminedDataset.where(column, word -> !word.isEmpty() && RangeIndicator.of(word).isEmpty());
        Finding pattern = Finding
                .warning("RANGE_UNKNOWN", "is no reference range indicator that is known; the value counts as without one")
                .of(variable).remedy("write it as LOW, NORMAL, HIGH or ABNORMAL");
        try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                if (unknown.test(row)) {
                    rows.add(row, column::value);
                }
            }
        }
    }
}
