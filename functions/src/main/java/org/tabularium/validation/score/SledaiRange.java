package org.tabularium.validation.score;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.DerivedEndpoints;
import org.tabularium.endpoint.lupus.Sledai2k;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A total of SLEDAI-2K is a whole number from 0 to 105, the sum of all weights.
public final class SledaiRange implements Rule {

    private static final int HIGHEST = Sledai2k.ITEMS.stream().mapToInt(Sledai2k.Item::weight).sum();

    private static final Finding PATTERN = Finding
            .warning("SLEDAI_RANGE", "is no total of SLEDAI-2K, which is a whole number from 0 to " + HIGHEST + "; it is used as it is")
            .of("AVAL")
            .remedy("correct it");

    @Override
    public void ask(Study study, RequestedColumns demand) {
        DerivedEndpoints.ask(study, demand);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Set<String> codes = Stream.of(Sledai2k.TOTAL, Sledai2k.CLINICAL).map(data.study().names()::parameter)
                .collect(Collectors.toSet());
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            TextColumn parameter = dataset.text("PARAMCD").orElse(null);
            NumericColumn value = dataset.number("AVAL").orElse(null);
            if (parameter != null && value != null) {
                IntPredicate ofScore = ExaminedDataset.where(parameter, codes::contains);
                try (RowFindings rows = new RowFindings(dataset, PATTERN, findings)) {
                    for (int row = 0; row < dataset.rows(); row++) {
                        double total = value.value(row);
                        if (ofScore.test(row) && (total < 0 || total > HIGHEST || total != Math.rint(total)) && !Double.isNaN(total)) {
                            rows.add(row, ValueText.number(total));
                        }
                    }
                }
            }
        }
    }
}
