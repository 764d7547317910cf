package org.tabularium.selection.bds.laboratory;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.toxicity.RangeIndicator;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.ParameterTimeline;

/// The reference range indicator of each record of a laboratory parameter: ANRIND and BNRIND; where no record has ANRIND, the
/// value against the limits of normal ([ReferenceLimits]), which belong to the range.
///
/// Of several values the worst is the one that is not normal; a subject with low and with high ones has a level of its own.
public final class RangeLevels implements LevelSource {

    /// What is read beside the variables of every parameter.
    public static final List<String> READ = List.of("ANRIND", "BNRIND");

    private static final List<RowName> NAMES = List.of(RowName.Laboratory.LOW, RowName.Laboratory.NORMAL, RowName.Laboratory.HIGH,
            RowName.Laboratory.LOW_AND_HIGH,
            RowName.Laboratory.ABNORMAL);
    private static final List<String> LEVELS = NAMES.stream().map(RowName::level).toList();
    static final int LOW = 0;
    static final int NORMAL = 1;
    static final int HIGH = 2;
    private static final int BOTH = 3;
    private static final int ABNORMAL = 4;

    private final IntUnaryOperator ofRow;
    private final int[] baseline;

    private RangeLevels(IntUnaryOperator ofRow, int[] baseline) {
        this.ofRow = ofRow;
        this.baseline = baseline;
    }

    /// The indicators of a parameter; empty where it has none.
    ///
    /// @throws NotProducedException where BNRIND contradicts itself
    public static Optional<RangeLevels> of(BdsParameter parameter, ParameterTimeline timeline) throws NotProducedException {
        JoinedRecords records = parameter.records();
        IntUnaryOperator given = indicators(records.field("ANRIND"));
        boolean derived = parameter.every().stream().allMatch(row -> given.applyAsInt(row) == NONE);
        IntUnaryOperator later = derived ? byLimits(records) : given;
        if (derived && parameter.every().stream().allMatch(row -> later.applyAsInt(row) == NONE)) {
            return Optional.empty();
        }
        IntUnaryOperator before = indicators(records.field("BNRIND"));
        int[] baseline = RepeatedBaseline.of(parameter, "BNRIND", before, NONE);
        for (int subject = 0; subject < baseline.length; subject++) {
            if (baseline[subject] == NONE && timeline.baseline(subject) != NONE) {
                baseline[subject] = later.applyAsInt(timeline.baseline(subject));
            }
        }
        return Optional.of(new RangeLevels(later, baseline));
    }

    private static IntUnaryOperator byLimits(JoinedRecords records) {
        Optional<JoinedColumn> value = records.field("AVAL").filter(JoinedColumn::numeric);
        ReferenceLimits limits = ReferenceLimits.of(records);
        return row -> {
            double number = value.map(field -> field.number(row)).orElse(Double.NaN);
            double lower = limits.lower(row);
            double upper = limits.upper(row);
            if (Double.isNaN(number) || (Double.isNaN(lower) && Double.isNaN(upper))) {
                return NONE;
            }
            if (number < lower) {
                return LOW;
            }
            return number > upper ? HIGH : NORMAL;
        };
    }

    /// What each row of a column of the dataset says; no level where it is absent.
    static IntUnaryOperator indicators(Optional<JoinedColumn> field) {
        if (field.isPresent() && field.get().via() == null && field.get().column() instanceof TextColumn text) {
            int[] byCode = text.dictionary().stream().mapToInt(RangeLevels::level).toArray();
            return row -> byCode[text.code(row)];
        }
        return row -> NONE;
    }

    /// What an indicator says ([RangeIndicator]).
    static int level(String text) {
        return RangeIndicator.of(text).map(indicator -> switch (indicator) {
            case LOW -> LOW;
            case NORMAL -> NORMAL;
            case HIGH -> HIGH;
            case ABNORMAL -> ABNORMAL;
        }).orElse(NONE);
    }

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public boolean alwaysShown(int level) {
        return level <= HIGH;
    }

    @Override
    public RowLabel label(int level) {
        return new RowLabel.Named(NAMES.get(level));
    }

    @Override
    public RowLabel baselineLabel(int level) {
        return new RowLabel.AtBaseline(label(level));
    }

    @Override
    public int of(int row) {
        return ofRow.applyAsInt(row);
    }

    @Override
    public int baseline(int subject) {
        return baseline[subject];
    }

    @Override
    public int worse(int first, int second) {
        if (first == second || second == NONE || second == NORMAL) {
            return first == NONE ? second : first;
        }
        if (first == NONE || first == NORMAL || first == ABNORMAL) {
            return second;
        }
        return second == ABNORMAL ? first : BOTH;
    }

    @Override
    public String variable() {
        return "ANRIND";
    }
}
