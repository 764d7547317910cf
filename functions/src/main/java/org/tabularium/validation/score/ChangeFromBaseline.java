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

/// Change from baseline is value minus baseline, wherever all three are there.
public final class ChangeFromBaseline implements Rule {

    /// Relative to the largest of the three: above what truncated SAS numbers lose, below what anybody measures.
    private static final double NOISE = 1e-7;
    /// Rows looked at at once.
    private static final int BLOCK = 2_048;

    private static final Finding PATTERN = Finding.warning("CHG_MISMATCH", "is not AVAL minus BASE")
            .of("CHG")
            .remedy("derive CHG again; the table shows it as delivered");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        for (String name : ExaminedDataset.withParameters(study)) {
            if (study.has(name, "AVAL") && study.has(name, "BASE") && study.has(name, "CHG")) {
                requested.ask(name, "AVAL", "BASE", "CHG");
            }
        }
    }

    @Override
    public boolean looksAtEachRecord() {
        return true;
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            NumericColumn value = dataset.number("AVAL").orElse(null);
            NumericColumn base = dataset.number("BASE").orElse(null);
            NumericColumn change = dataset.number("CHG").orElse(null);
            if (value != null && base != null && change != null) {
                check(dataset, value, base, change, findings);
            }
        }
    }

    private static void check(
            ExaminedDataset dataset, NumericColumn value, NumericColumn base, NumericColumn change, Consumer<Finding> findings) {
        try (RowFindings rows = new RowFindings(dataset, PATTERN, findings)) {
            double[] values = new double[BLOCK];
            double[] bases = new double[BLOCK];
            double[] changes = new double[BLOCK];
            for (int from = 0; from < dataset.rows(); from += BLOCK) {
                int count = Math.min(BLOCK, dataset.rows() - from);
                value.values(from, count, values);
                base.values(from, count, bases);
                change.values(from, count, changes);
                for (int i = 0; i < count; i++) {
                    if (isOff(values[i], bases[i], changes[i])) {
                        rows.add(from + i, at -> ValueText.number(change.value(at)),
                                at -> message(value.value(at), base.value(at)));
                    }
                }
            }
        }
    }

    /// False where one of the three is missing. No branch asks whether they are equal to the last bit: half of the rows are.
    private static boolean isOff(double value, double base, double change) {
        return Math.abs(change - (value - base)) > NOISE * Math.max(Math.abs(value), Math.max(Math.abs(base), Math.abs(change)));
    }

    private static String message(double value, double base) {
        return "is not AVAL minus BASE: " + ValueText.number(value) + " minus " + ValueText.number(base) + " is "
                + ValueText.number(value - base);
    }
}
