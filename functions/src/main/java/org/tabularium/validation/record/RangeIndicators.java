package org.tabularium.validation.record;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.selection.bds.laboratory.WrittenLevels.Range;
import org.tabularium.selection.bds.laboratory.WrittenLevels;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// ANRIND is what AVAL is against ANRLO and ANRHI. A value that is exactly a limit may be on either side of it.
public final class RangeIndicators implements Rule {

    private static final Finding PATTERN = Finding.warning("RANGE_MISMATCH", "is not what AVAL is against the limits of normal")
            .of("ANRIND")
            .remedy("derive ANRIND again, or correct the limits; tables go by ANRIND");

    /// Nothing that anybody measures is as near to a limit, relative to it, without being it.
    private static final double NOISE = 1e-9;

    @Override
    public void ask(Study study, RequestedColumns requested) {
        with(study).forEach(name -> requested.ask(name, "AVAL", "ANRIND", "ANRLO", "ANRHI"));
    }

    /// Without a limit there is nothing to compare, so that nothing is read.
    private static List<String> with(Study study) {
        return ExaminedDataset.withParameters(study).stream()
                .filter(name -> study.has(name, "ANRIND") && study.has(name, "AVAL"))
                .filter(name -> study.has(name, "ANRLO") || study.has(name, "ANRHI"))
                .toList();
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, with(data.study()))) {
            TextColumn indicators = dataset.text("ANRIND").orElse(null);
            NumericColumn values = dataset.number("AVAL").orElse(null);
            if (indicators != null && values != null) {
                check(dataset, indicators, values, findings);
            }
        }
    }

    private static void check(ExaminedDataset dataset, TextColumn indicators, NumericColumn values, Consumer<Finding> findings) {
        NumericColumn lower = dataset.number("ANRLO").orElse(null);
        NumericColumn upper = dataset.number("ANRHI").orElse(null);
        if (lower == null && upper == null) {
            return;
        }
        Range[] said = indicators.dictionary().stream().map(WrittenLevels::range).toArray(Range[]::new);
        try (RowFindings rows = new RowFindings(dataset, PATTERN, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                Contradiction found = Contradiction.of(said[indicators.code(row)], side(values, lower, row),
                        side(values, upper, row));
                NumericColumn limit = found == null || found.isOfLower() ? lower : upper;
                if (found != null && limit != null) {
                    rows.add(row, indicators::value, at -> "but " + dataset.named("AVAL") + " is " + ValueText.text(values, at)
                            + ", " + found.words() + " " + ValueText.text(limit, at));
                }
            }
        }
    }

    /// Where the value lies although the indicator says otherwise.
    private enum Contradiction {
        BELOW_LOWER, ABOVE_LOWER, BELOW_UPPER, ABOVE_UPPER;

        /// @param lower on which side of the lower limit the value is
        /// @param upper on which side of the upper limit it is
        static @Nullable Contradiction of(Range said, int lower, int upper) {
            return switch (said) {
                case LOW -> low(lower, upper);
                case NORMAL -> normal(lower, upper);
                case HIGH -> high(lower, upper);
                case OTHER -> null;
            };
        }

        private static @Nullable Contradiction low(int lower, int upper) {
            if (upper > 0) {
                return ABOVE_UPPER;
            }
            return lower > 0 ? ABOVE_LOWER : null;
        }

        private static @Nullable Contradiction normal(int lower, int upper) {
            if (upper > 0) {
                return ABOVE_UPPER;
            }
            return lower < 0 ? BELOW_LOWER : null;
        }

        private static @Nullable Contradiction high(int lower, int upper) {
            if (lower < 0) {
                return BELOW_LOWER;
            }
            return upper < 0 ? BELOW_UPPER : null;
        }

        boolean isOfLower() {
            return this == BELOW_LOWER || this == ABOVE_LOWER;
        }

        String words() {
            return (this == BELOW_LOWER || this == BELOW_UPPER ? "below " : "above ") + (isOfLower() ? "ANRLO" : "ANRHI");
        }
    }

    /// −1 for a value below a limit, 1 for one above; 0 for one that is it, and where one of the two is missing.
    private static int side(NumericColumn values, @Nullable NumericColumn limits, int row) {
        double value = values.value(row);
        double limit = limits == null ? Double.NaN : limits.value(row);
        if (!(Math.abs(value - limit) > NOISE * Math.abs(limit))) { // also where one is missing
            return 0;
        }
        return value < limit ? -1 : 1;
    }
}
