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

/// The change in percent of baseline (PCHG) and the ratio to it (R2BASE) are those of value and baseline, wherever all three are
/// there. Both may be rounded: what is told is another sign, a fraction in place of a percentage, another baseline. A percentage
/// of a baseline below 0 may be of its amount.
public final class RatioToBaseline implements Rule {

    private static final double HUNDRED = 100;
    private static final double PERCENT_ROUNDED = 0.5;
    private static final double RATIO_ROUNDED = 0.05;
    private static final double NOISE = 1e-3;
    private static final String REMEDY = "derive it again; conditions and figures use it as delivered";

    @Override
    public void ask(Study study, RequestedColumns requested) {
        for (String name : ExaminedDataset.withParameters(study)) {
            if (study.has(name, "AVAL") && study.has(name, "BASE")) {
                requested.ask(name, "AVAL", "BASE", "PCHG", "R2BASE");
            }
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            NumericColumn value = dataset.number("AVAL").orElse(null);
            NumericColumn base = dataset.number("BASE").orElse(null);
            if (value != null && base != null) {
                dataset.number("PCHG").ifPresent(percent -> check(dataset, "PCHG", value, base, percent, findings));
                dataset.number("R2BASE").ifPresent(ratio -> check(dataset, "R2BASE", value, base, ratio, findings));
            }
        }
    }

    private static void check(ExaminedDataset dataset, String variable, NumericColumn value, NumericColumn base,
            NumericColumn given, Consumer<Finding> findings) {
        boolean percent = variable.equals("PCHG");
        Finding pattern = Finding.warning("PCHG_MISMATCH", "").of(variable).remedy(REMEDY);
        try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                double from = base.value(row);
                double ratio = value.value(row) / from;
                double right = percent ? HUNDRED * (ratio - 1) : ratio;
                double other = percent && from < 0 ? -right : right;
                double allowed = (percent ? PERCENT_ROUNDED : RATIO_ROUNDED) + NOISE * Math.abs(right);
                double said = given.value(row);
                // False where one of them is missing or the baseline is 0
                if (Math.abs(said - right) > allowed && Math.abs(said - other) > allowed
                        && Math.abs(right) < Double.POSITIVE_INFINITY) {
                    rows.add(row, at -> ValueText.number(given.value(at)),
                            at -> "is not that of AVAL " + ValueText.number(value.value(at)) + " and BASE "
                                    + ValueText.number(base.value(at)));
                }
            }
        }
    }
}
