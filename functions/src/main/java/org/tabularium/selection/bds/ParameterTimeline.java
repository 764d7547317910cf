package org.tabularium.selection.bds;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.study.VisitTime;
import org.tabularium.study.records.BdsRecords;
import org.tabularium.study.records.DayZero;

/// When the records of a parameter were taken: which is a subject's baseline, which come after it, and on which study day.
///
/// Which record is baseline [BdsRecords] says. A record comes after it by ADT, else by ADY, else by AVISITN, else by the
/// time its
/// visit's name
/// says; on the day of baseline a time after the first dose, else the visit decides. A subject without a baseline record has
/// its first treatment in place of it.
/// Records of which nothing tells the time are
/// left out.
public final class ParameterTimeline {

    private static final int NONE = -1;
    private static final double DAY_OF_TREATMENT = 1;

    private enum Side {
        NOT_AFTER, AFTER, UNKNOWN;

        static Side of(boolean after) {
            return after ? AFTER : NOT_AFTER;
        }
    }

    private final JoinedRecords records;
    private final BdsRecords known;
    private final Optional<DatasetDates> dates;
    private final DayZero zero;
    private final Optional<JoinedColumn> studyDay;
    private final Optional<JoinedColumn> visitNumber;
    private final Optional<JoinedColumn> visitName;
    private final Map<String, Optional<VisitTime>> times = new HashMap<>();
    private final boolean fromZero;
    private final int[] baselines;
    private final double baselineVisit;
    private final BitSet after = new BitSet();
    private int undated;

    private ParameterTimeline(BdsParameter parameter) throws NotProducedException {
        this.records = parameter.records();
        this.known = parameter.known();
        this.dates = records.dataset().column("ADT").map(DatasetDates::of).filter(DatasetDates::holdsDates);
        this.zero = DayZero.of(records.data());
        this.studyDay = records.dataset().column("ADY").filter(c -> zero.isFirstTreatment()).map(c -> new JoinedColumn(c, null))
                .filter(JoinedColumn::numeric);
        this.visitNumber = records.field("AVISITN").filter(JoinedColumn::numeric);
        this.visitName = records.field("AVISIT");
        this.fromZero = visitName.filter(name -> VisitTime.isFromZero(name.texts(records.size()))).isPresent();
        this.baselines = Visit.baselines(parameter);
        this.baselineVisit = Arrays.stream(baselines).filter(row -> row != NONE)
                .mapToDouble(row -> visitNumber.map(f -> f.number(row)).orElse(Double.NaN))
                .filter(n -> !Double.isNaN(n)).max().orElse(0);
        BitSet rows = parameter.every();
        IntPredicate valued = AnalysisValue.valued(records);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (valued.test(row)) {
                Side side = side(row);
                after.set(row, side == Side.AFTER);
                undated += side == Side.UNKNOWN ? 1 : 0;
            }
        }
    }

    /// The times of a parameter.
    ///
    /// @throws NotProducedException where a subject has two baseline records
    public static ParameterTimeline of(BdsParameter parameter) throws NotProducedException {
        return new ParameterTimeline(parameter);
    }

    /// The subject's baseline record; −1 for none, as of a subject who is not in ADSL.
    public int baseline(int subject) {
        return subject < 0 ? NONE : baselines[subject];
    }

    /// The records with a value after baseline.
    public BitSet after() {
        return after;
    }

    /// How many records with a value tell no time.
    public int undated() {
        return undated;
    }

    /// The study day of a record: ADY (where day zero is the first treatment), else ADT from day zero on (which is day 1; there
    /// is no day 0), else as the visit's name says; NaN
    /// where unknown.
    public double day(int row) {
        double day = studyDay.map(f -> f.number(row)).orElse(Double.NaN);
        if (!Double.isNaN(day)) {
            return day;
        }
        day = zero.studyDay(records.subject(row), date(row));
        return Double.isNaN(day)
                ? visitName.flatMap(name -> VisitTime.of(name.text(row))).map(time -> time.counted(fromZero).studyDay())
                        .orElse(Double.NaN)
                : day;
    }

    private Side side(int row) {
        int subject = records.subject(row);
        int baseline = baselines[subject];
        if (row == baseline) {
            return Side.NOT_AFTER;
        }
        int date = date(row);
        int reference = baseline != NONE
                ? date(baseline)
                : zero.days()[subject];
        if (date != DatasetDates.ABSENT && reference != DatasetDates.ABSENT) {
            return date == reference ? onTheDay(row, baseline) : Side.of(date > reference);
        }
        double day = studyDay.map(f -> f.number(row)).orElse(Double.NaN);
        double from = baseline != NONE ? studyDay.map(f -> f.number(baseline)).orElse(Double.NaN) : DAY_OF_TREATMENT;
        if (!Double.isNaN(day) && !Double.isNaN(from)) {
            return day == from ? onTheDay(row, baseline) : Side.of(day > from);
        }
        return byVisit(row, baseline);
    }

    private Side onTheDay(int row, int baseline) {
        return Side.of(known.isAfterDose(row).orElseGet(() -> byVisit(row, baseline) == Side.AFTER));
    }

    private Side byVisit(int row, int baseline) {
        double number = visitNumber.map(f -> f.number(row)).orElse(Double.NaN);
        double from = baseline == NONE ? baselineVisit : visitNumber.map(f -> f.number(baseline)).orElse(Double.NaN);
        if (!Double.isNaN(number) && !Double.isNaN(from)) {
            return Side.of(number > from);
        }
        Optional<VisitTime> time = visitTime(row);
        if (time.isPresent()) {
            double base = baseline == NONE ? 0 : visitTime(baseline).map(VisitTime::days).orElse(0.0);
            return Side.of(time.get().days() > base);
        }
        String name = visitName.map(f -> f.text(row)).orElse("").toUpperCase(Locale.ROOT);
        return name.startsWith("SCREENING") || name.startsWith("BASELINE") ? Side.NOT_AFTER : Side.UNKNOWN;
    }

    private int date(int row) {
        return dates.map(d -> d.epochDay(row)).orElse(DatasetDates.ABSENT);
    }

    private Optional<VisitTime> visitTime(int row) {
        return visitName.map(f -> f.text(row)).flatMap(name -> times.computeIfAbsent(name, VisitTime::named));
    }
}
