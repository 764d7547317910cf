package org.tabularium.validation.score;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.BdsRecords;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// BASE is the value of the subject's baseline record. Where a subject has several of a parameter (time points, periods, types of
/// baseline) it lies among them, as their mean does.
public final class BaselineValues implements Rule {

    private static final double NOISE = 1e-7;

    private static final Finding PATTERN = Finding.warning("BASE_DIFFERS", "")
            .of("BASE")
            .remedy("correct BASE, or the flag of the baseline record; tables show baseline by the record and changes as delivered");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        for (String name : ExaminedDataset.withParameters(study)) {
            if (study.has(name, "AVAL") && study.has(name, "BASE")) {
                requested.ask(name, BdsRecords.VARIABLES);
                requested.ask(name, "AVAL", "BASE");
            }
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            Optional<TextColumn> parameter = dataset.text("PARAMCD");
            Optional<NumericColumn> value = dataset.number("AVAL");
            Optional<NumericColumn> base = dataset.number("BASE");
            if (parameter.isPresent() && value.isPresent() && base.isPresent()) {
                check(data, dataset, parameter.get(), value.get(), base.get(), findings);
            }
        }
    }

    private record Key(int subject, int parameter) {}

    /// The values of a subject's baseline records.
    private record Range(double least, double most) {
        static Range of(double value) {
            return new Range(value, value);
        }

        Range with(Range other) {
            return new Range(Math.min(least, other.least), Math.max(most, other.most));
        }

        boolean leavesOut(double base) {
            double noise = NOISE * Math.max(Math.abs(base), Math.max(Math.abs(least), Math.abs(most)));
            return base < least - noise || base > most + noise;
        }

        String text() {
            return ValueText.number(least) + (least == most ? "" : " to " + ValueText.number(most));
        }
    }

    private static void check(StudyData data, ExaminedDataset dataset, TextColumn parameter, NumericColumn value,
            NumericColumn base, Consumer<Finding> findings) {
        BdsRecords known = BdsRecords.of(data, data.dataset(dataset.name()).orElseThrow());
        Map<Key, Range> baselines = new HashMap<>();
        for (int row = 0; row < dataset.rows(); row++) {
            if (known.isBaseline(row) && !value.isMissing(row) && dataset.subjects().of(row) != StudyData.UNKNOWN) {
                baselines.merge(new Key(dataset.subjects().of(row), parameter.code(row)), Range.of(value.value(row)),
                        Range::with);
            }
        }
        Set<Key> told = new HashSet<>();
        try (RowFindings rows = new RowFindings(dataset, PATTERN, findings)) {
            for (int row = 0; row < dataset.rows() && !baselines.isEmpty(); row++) {
                Key key = new Key(dataset.subjects().of(row), parameter.code(row));
                Range range = base.isMissing(row) ? null : baselines.get(key);
                if (range != null && range.leavesOut(base.value(row)) && told.add(key)) {
                    rows.add(row, at -> ValueText.number(base.value(at)),
                            at -> "is not the value of the subject's baseline record of " + parameter.value(at).strip() + ", "
                                    + range.text());
                }
            }
        }
    }
}
