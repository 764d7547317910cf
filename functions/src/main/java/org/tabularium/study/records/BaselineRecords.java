package org.tabularium.study.records;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.study.StudyData;

/// The one definition of baseline: of a parameter the records with ABLFL = Y; where it has none, those of the visit called
/// baseline (of several visits of the name the last record of each subject); where there is no such visit, of each subject
/// the last
/// value before the first dose.
///
/// The last value is by datetime (ADTM before TRTSDTM) where both are known, else by date, the day of the first dose included,
/// and without dates by ADY ([RecordDays]); of several on one day that of the later visit (AVISITN), else the later row. It is
/// looked for within BASETYPE and time point (ATPT). Values made of others (DTYPE AVERAGE) are no baseline by this last rule.
final class BaselineRecords {

    /// Where the baseline of a parameter comes from.
    enum Source {
        FLAG, VISIT, LAST_VALUE, NONE
    }

    private final BdsColumns columns;
    private final Optional<RecordDays> days;
    private final Source[] sources;
    private final BitSet rows = new BitSet();

    BaselineRecords(StudyData data, BdsColumns columns) {
        this.columns = columns;
        this.days = RecordDays.of(data, columns.dataset());
        this.sources = new Source[columns.parameterCount()];
        boolean[] isNamed = columns.baselineVisits();
        BitSet flagged = columns.counted(columns.flagged("ABLFL"));
        BitSet named = columns.counted(collected(columns.rowsOfVisits(visit -> visit != BdsColumns.NONE && isNamed[visit])));
        BitSet open = new BitSet();
        open.set(0, sources.length);
        take(flagged, Source.FLAG, open);
        take(ofOneVisit(named, isNamed), Source.VISIT, open);
        if (!open.isEmpty()) {
            take(lastValues(data, open), Source.LAST_VALUE, open);
        }
        open.stream().forEach(parameter -> sources[parameter] = Source.NONE);
    }

    /// Those of some rows that are not made of others.
    private BitSet collected(BitSet rows) {
        if (columns.mayBe(DerivationType.SUMMARY)) {
            rows.stream().filter(row -> columns.derivation(row) == DerivationType.SUMMARY).forEach(rows::clear);
        }
        return rows;
    }

    private void take(BitSet found, Source source, BitSet open) {
        BitSet taken = new BitSet();
        boolean all = open.cardinality() == sources.length;
        if (all) {
            rows.or(found);
        }
        int parameters = 0;
        for (int row = found.nextSetBit(0); row >= 0 && !(all && parameters == sources.length); row = found.nextSetBit(row + 1)) {
            int parameter = columns.parameter(row);
            if (open.get(parameter)) {
                rows.set(row);
                parameters += taken.get(parameter) ? 0 : 1;
                taken.set(parameter);
            }
        }
        taken.stream().forEach(parameter -> sources[parameter] = source);
        open.andNot(taken);
    }

    /// Rows that are baseline; several of a subject and parameter where flags or names contradict each other, or where it has
    /// several BASETYPEs.
    BitSet rows() {
        return rows;
    }

    Source source(int parameter) {
        return sources[parameter];
    }

    private record Key(int subject, int parameter, int baseType, int timePoint) {}

    /// Of a parameter with several visits called baseline (Day -1, Day 1) the last record of each subject.
    private BitSet ofOneVisit(BitSet named, boolean[] isNamed) {
        if (IntStream.range(0, isNamed.length).filter(visit -> isNamed[visit]).count() < 2) {
            return named;
        }
        int[] visitOf = new int[sources.length];
        Arrays.fill(visitOf, BdsColumns.NONE);
        BitSet several = new BitSet();
        for (int row = named.nextSetBit(0); row >= 0; row = named.nextSetBit(row + 1)) {
            int parameter = columns.parameter(row);
            int visit = columns.visit(row);
            if (visitOf[parameter] == BdsColumns.NONE) {
                visitOf[parameter] = visit;
            } else if (visitOf[parameter] != visit) {
                several.set(parameter);
            }
        }
        if (several.isEmpty()) {
            return named;
        }
        BitSet kept = (BitSet) named.clone();
        int[] baseTypes = columns.codes("BASETYPE");
        int[] timePoints = columns.codes("ATPT");
        Map<Key, Integer> last = new HashMap<>();
        named.stream().filter(row -> several.get(columns.parameter(row))).forEach(row -> {
            kept.clear(row);
            last.merge(new Key(columns.subject(row), columns.parameter(row), baseTypes[row], timePoints[row]), row,
                    (first, second) -> isLater(first, second) ? first : second);
        });
        last.values().forEach(kept::set);
        return kept;
    }

    private BitSet lastValues(StudyData data, BitSet open) {
        if (days.isEmpty()) {
            return new BitSet();
        }
        IntPredicate before = before(data, days.get());
        int[] baseTypes = columns.codes("BASETYPE");
        int[] timePoints = columns.codes("ATPT");
        Map<Key, Integer> last = new HashMap<>();
        for (int row = 0; row < columns.rows(); row++) {
            int parameter = columns.parameter(row);
            if (parameter != BdsColumns.NONE && open.get(parameter) && columns.derivation(row) != DerivationType.SUMMARY
                    && columns.subject(row) != StudyData.UNKNOWN && columns.isValued(row) && before.test(row)) {
                Key key = new Key(columns.subject(row), parameter, baseTypes[row], timePoints[row]);
                last.merge(key, row, (first, second) -> isLater(first, second) ? first : second);
            }
        }
        BitSet found = new BitSet();
        last.values().forEach(found::set);
        return found;
    }

    private IntPredicate before(StudyData data, RecordDays days) {
        Optional<DatasetDates> times = columns.dates("ADTM");
        Optional<DatasetDates> first = DayZero.ofBaseline(data).isFirstTreatment()
                ? data.adsl().column("TRTSDTM").map(DatasetDates::of).filter(DatasetDates::holdsDates)
                : Optional.empty();
        return row -> {
            int subject = columns.subject(row);
            boolean early = days.isEarly(row, subject);
            if (early && days.of().applyAsInt(row) == days.zero().applyAsInt(subject) && times.isPresent() && first.isPresent()) {
                Optional<ClockMoment> taken = ClockMoment.of(times.get(), row);
                Optional<ClockMoment> given = ClockMoment.of(first.get(), subject);
                return taken.isEmpty() || given.isEmpty() || taken.get().compareTo(given.get()) < 0;
            }
            return early;
        };
    }

    private boolean isLater(int first, int second) {
        int difference = days.map(d -> Integer.compare(d.of().applyAsInt(first), d.of().applyAsInt(second))).orElse(0);
        if (difference == 0) {
            Optional<DatasetDates> times = columns.dates("ADTM");
            Optional<ClockMoment> one = times.flatMap(t -> ClockMoment.of(t, first));
            Optional<ClockMoment> other = times.flatMap(t -> ClockMoment.of(t, second));
            difference = one.isPresent() && other.isPresent() ? one.get().compareTo(other.get()) : 0;
        }
        if (difference == 0) {
            double one = columns.visitNumber(first);
            double other = columns.visitNumber(second);
            difference = Double.isNaN(one) || Double.isNaN(other) ? 0 : Double.compare(one, other);
        }
        return difference == 0 ? first > second : difference > 0;
    }
}
