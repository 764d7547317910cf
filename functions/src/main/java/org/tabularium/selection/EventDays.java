package org.tabularium.selection;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tabularium.dataset.DatasetDates;

/// Study days of events: ASTDY and AENDY, else from ASTDT, AENDT and TRTSDT. There is no study day 0, as in CDISC: the day of first treatment is 1,
/// the day before it −1.
public final class EventDays {

    /// The variables that are looked at.
    public static final List<String> READ = List.of("ASTDY", "AENDY", "ASTDT", "AENDT");

    private final JoinedRecords records;
    private final Optional<JoinedColumn> start;
    private final Optional<JoinedColumn> end;
    private final Optional<DatasetDates> startDate;
    private final Optional<DatasetDates> endDate;
    private final Optional<JoinedColumn> treatmentStart;

    private EventDays(JoinedRecords records) {
        this.records = records;
        this.start = records.field("ASTDY").filter(JoinedColumn::numeric);
        this.end = records.field("AENDY").filter(JoinedColumn::numeric);
        this.startDate = records.dataset().column("ASTDT").map(DatasetDates::of);
        this.endDate = records.dataset().column("AENDT").map(DatasetDates::of);
        this.treatmentStart = records.field("TRTSDT");
    }

    public static EventDays of(JoinedRecords records) {
        return new EventDays(records);
    }

    /// Whether onsets can be told at all.
    public boolean known() {
        return start.isPresent() || (startDate.isPresent() && treatmentStart.isPresent());
    }

    /// Whether ends can be told at all.
    public boolean knowsEnds() {
        return end.isPresent() || (endDate.isPresent() && treatmentStart.isPresent());
    }

    /// Onset and duration by subject.
    ///
    /// @param onset takes the study day of the first event; subjects whose events have no day are left out
    /// @param duration takes the days from the first onset to the last end; subjects with an event without end are left out
    public void collect(BitSet events, Map<Integer, Double> onset, Map<Integer, Double> duration) {
        Map<Integer, Double> last = new java.util.HashMap<>();
        Set<Integer> open = new HashSet<>();
        for (int row = events.nextSetBit(0); row >= 0; row = events.nextSetBit(row + 1)) {
            int subject = records.subject(row);
            double from = day(row, start, startDate);
            double to = day(row, end, endDate);
            if (Double.isNaN(from) || Double.isNaN(to)) {
                open.add(subject);
            }
            if (!Double.isNaN(from)) {
                onset.merge(subject, from, Math::min);
            }
            if (!Double.isNaN(to)) {
                last.merge(subject, to, Math::max);
            }
        }
        onset.forEach((subject, from) -> {
            Double to = last.get(subject);
            if (to != null && !open.contains(subject)) {
                duration.put(subject, to - from + (from < 0 && to > 0 ? 0 : 1));
            }
        });
    }

    private double day(int row, Optional<JoinedColumn> studyDay, Optional<DatasetDates> date) {
        double day = studyDay.map(f -> f.number(row)).orElse(Double.NaN);
        if (!Double.isNaN(day) || date.isEmpty() || treatmentStart.isEmpty()) {
            return day;
        }
        int at = treatmentStart.get().at(row);
        int first = at < 0 ? DatasetDates.ABSENT : DatasetDates.of(treatmentStart.get().column()).epochDay(at);
        int of = date.get().epochDay(row);
        if (of == DatasetDates.ABSENT || first == DatasetDates.ABSENT) {
            return Double.NaN;
        }
        return of >= first ? of - first + 1 : of - first;
    }
}
