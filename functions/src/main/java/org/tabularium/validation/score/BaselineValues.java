package org.tabularium.validation.score;

import java.util.Optional;
import java.util.function.Consumer;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.RowSubjects;
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

    private static final Finding PATTERN = Finding.warning("BASE_DIFFERS", "")
            .of("BASE")
            .remedy("correct BASE, or the flag of the baseline record; tables show baseline by the record and changes as delivered");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        for (String name : ExaminedDataset.withParameters(study)) {
            if (study.has(name, "AVAL") && study.has(name, "BASE")) {
                BdsRecords.ask(study, name, requested);
                requested.ask(name, "AVAL", "BASE");
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
            Optional<TextColumn> parameter = dataset.text("PARAMCD");
            Optional<NumericColumn> value = dataset.number("AVAL");
            Optional<NumericColumn> base = dataset.number("BASE");
            if (parameter.isPresent() && value.isPresent() && base.isPresent()) {
                check(data, dataset, parameter.get(), value.get(), base.get(), findings);
            }
        }
    }

    private static void check(StudyData data, ExaminedDataset dataset, TextColumn parameter, NumericColumn value,
            NumericColumn base, Consumer<Finding> findings) {
        BdsRecords known = BdsRecords.of(data, data.dataset(dataset.name()).orElseThrow());
        Baselines baselines = new Baselines(dataset, known, parameter, value, base);
        RowFindings rows = new RowFindings(dataset, PATTERN, findings);
        if (!baselines.checkAdjacent(rows)) {
            rows = new RowFindings(dataset, PATTERN, findings);
            baselines.check(data.subjectCount(), rows);
        }
        rows.close();
    }

    /// The columns of one dataset that are compared.
    private record Baselines(ExaminedDataset dataset, BdsRecords known, TextColumn parameter, NumericColumn value,
            NumericColumn base) {

        /// Compares series by series.
        ///
        /// @return false where their records do not follow each other; the rows are not all there then
        boolean checkAdjacent(RowFindings rows) {
            Next next = new Next(known);
            return new AdjacentSeries(dataset.rows(), dataset.subjects(), parameter, base).each((row, bases, from, to) -> {
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                for (int at = next.from(row); at < row + to - from; at = next.from(at + 1)) {
                    double of = value.value(at);
                    least = of < least ? of : least;
                    most = of > most ? of : most;
                }
                if (least > most) {
                    return;
                }
                for (int i = from; i < to; i++) {
                    if (ValueRange.leavesOut(least, most, bases[i])) {
                        add(rows, row + i - from, new ValueRange(least, most).text());
                        return;
                    }
                }
            });
        }

        /// Compares with the baselines of all series.
        void check(int subjects, RowFindings rows) {
            SeriesRanges baselines = new SeriesRanges(subjects, parameter.dictionary().size(), dataset.rows());
            RowSubjects subjectOf = dataset.subjects();
            for (int row = known.nextBaseline(0); row >= 0; row = known.nextBaseline(row + 1)) {
                int subject = subjectOf.of(row);
                if (!value.isMissing(row) && subject != StudyData.UNKNOWN) {
                    baselines.add(subject, parameter.code(row), value.value(row));
                }
            }
            if (!baselines.isEmpty()) {
                new Walk(dataset.rows(), subjectOf, parameter, base).each((row, subject, code, own) -> {
                    if (baselines.leavesOut(subject, code, own) && baselines.isToldFirst(subject, code)) {
                        add(rows, row, baselines.text(subject, code));
                    }
                });
            }
        }

        private void add(RowFindings rows, int row, String baseline) {
            rows.add(row, at -> ValueText.number(base.value(at)),
                    at -> "is not the value of the subject's baseline record of " + parameter.value(at).strip() + ", "
                            + baseline);
        }
    }

    /// The baseline records in order, of which each is looked for once.
    private static final class Next {
        private final BdsRecords known;
        private int found;

        Next(BdsRecords known) {
            this.known = known;
            this.found = place(known.nextBaseline(0));
        }

        /// The first one from a row on, which is not before that asked for last; a row behind all others where there is none.
        int from(int row) {
            found = found < row ? place(known.nextBaseline(row)) : found;
            return found;
        }

        private static int place(int row) {
            return row < 0 ? Integer.MAX_VALUE : row;
        }
    }

    /// What is done with the first of some rows that follow each other and are alike.
    @FunctionalInterface
    private interface Alike {
        void row(int row, int subject, int code, double base);
    }

    /// Goes through the rows with BASE and a subject, and passes over those that say what the row before them says, as most do.
    private record Walk(int rows, RowSubjects subjectOf, TextColumn parameter, NumericColumn base) {

        /// Rows looked at at once.
        private static final int BLOCK = 2_048;

        void each(Alike use) {
            int[] subjects = new int[BLOCK];
            int[] codes = new int[BLOCK];
            double[] bases = new double[BLOCK];
            int subject = StudyData.UNKNOWN;
            int code = -1;
            double last = Double.NaN;
            for (int from = 0; from < rows; from += BLOCK) {
                int count = Math.min(BLOCK, rows - from);
                subjectOf.fill(from, count, subjects);
                parameter.codes(from, count, codes);
                base.values(from, count, bases);
                for (int i = 0; i < count; i++) {
                    if (bases[i] != last || subjects[i] != subject || codes[i] != code) {
                        subject = subjects[i];
                        code = codes[i];
                        last = bases[i];
                        if (subject != StudyData.UNKNOWN && !Double.isNaN(last)) {
                            use.row(from + i, subject, code, last);
                        }
                    }
                }
            }
        }
    }
}
