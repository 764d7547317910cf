package org.tabularium.selection.event;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.study.records.DayZero;

/// Study days of events: ASTDY and AENDY, else from ASTDT, AENDT and TRTSDT. There is no study day 0, as in CDISC: the day of
/// first treatment is 1, the day before it −1. Counted from another day zero of study.yaml the dates come first, and where there
/// is none the study day moves by the days from TRTSDT to that day zero.
public final class EventDays {

    /// The variables that are looked at.
    public static final List<String> READ = List.of("ASTDY", "AENDY", "ASTDT", "AENDT");

    private final JoinedRecords records;
    private final Optional<JoinedColumn> start;
    private final Optional<JoinedColumn> end;
    private final Optional<DatasetDates> startDate;
    private final Optional<DatasetDates> endDate;
    private final Optional<JoinedColumn> treatmentStart;
    private final Optional<JoinedColumn> firstTreatment;
    /// Whether days are counted from the day zero of study.yaml, whatever ASTDY and AENDY say.
    private final boolean counted;

    private EventDays(JoinedRecords records, List<String> variables) {
        this.records = records;
        this.start = records.field(variables.get(0)).filter(JoinedColumn::numeric);
        this.end = records.field(variables.get(1)).filter(JoinedColumn::numeric);
        this.startDate = records.dataset().column(variables.get(2)).map(DatasetDates::of);
        this.endDate = records.dataset().column(variables.get(3)).map(DatasetDates::of);
        String dayZero = records.data().settings().records().dayZero();
        this.treatmentStart = records.field(dayZero == null ? "TRTSDT" : dayZero);
        this.firstTreatment = records.field(DayZero.TREATMENT);
        this.counted = dayZero != null && treatmentStart.isPresent() && (startDate.isPresent() || firstTreatment.isPresent());
    }

    public static EventDays of(JoinedRecords records) {
        return new EventDays(records, READ);
    }

    /// The days of records that have one each, as onsets.
    ///
    /// @param day the variable with the study day
    /// @param date the variable with the date
    public static EventDays of(JoinedRecords records, String day, String date) {
        return new EventDays(records, List.of(day, "", date, ""));
    }

    /// A study day as days in a row, without a gap between −1 and 1.
    public static double inARow(double studyDay) {
        return ordinal(studyDay);
    }

    /// The variable with the day that study days count from; empty for the day of first treatment.
    public String dayZero() {
        return counted ? treatmentStart.map(field -> field.column().variable().name()).orElse("") : "";
    }

    /// Whether onsets can be told at all.
    public boolean known() {
        return start.isPresent() || (startDate.isPresent() && treatmentStart.isPresent());
    }

    /// Whether ends can be told at all.
    public boolean knowsEnds() {
        return end.isPresent() || (endDate.isPresent() && treatmentStart.isPresent());
    }

    /// The study day on which an event begins; NaN where nothing says it.
    public double onset(int row) {
        return day(row, start, startDate);
    }

    /// The study day on which an event ends; NaN where nothing says it.
    public double end(int row) {
        return day(row, end, endDate);
    }

    /// The study day of each subject's first event; subjects whose events have no day are left out.
    public Map<Integer, Double> onset(BitSet events) {
        Map<Integer, Double> onset = new HashMap<>();
        for (int row = events.nextSetBit(0); row >= 0; row = events.nextSetBit(row + 1)) {
            double from = day(row, start, startDate);
            if (!Double.isNaN(from)) {
                onset.merge(records.subject(row), from, Math::min);
            }
        }
        return onset;
    }

    /// How long each episode lasted, in days, by subject. Records that overlap or follow each other without a day between (a
    /// record for each grade of one event) are one episode; an episode
    /// that has no end is left out, as is a record without a day of onset.
    public Map<Integer, List<Double>> durations(BitSet events) {
        Map<Integer, List<Span>> spans = new HashMap<>();
        for (int row = events.nextSetBit(0); row >= 0; row = events.nextSetBit(row + 1)) {
            double from = ordinal(day(row, start, startDate));
            double to = ordinal(day(row, end, endDate));
            if (!Double.isNaN(from)) {
                spans.computeIfAbsent(records.subject(row), s -> new ArrayList<>())
                        .add(new Span(from, Double.isNaN(to) ? Double.POSITIVE_INFINITY : to));
            }
        }
        Map<Integer, List<Double>> durations = new HashMap<>();
        spans.forEach((subject, of) -> episodes(of).stream()
                .filter(episode -> Double.isFinite(episode.to) && episode.to >= episode.from)
                .forEach(episode -> durations.computeIfAbsent(subject, s -> new ArrayList<>())
                        .add(episode.to - episode.from + 1)));
        return durations;
    }

    /// Days from the first to the last, without a gap at day 0.
    private record Span(double from, double to) {}

    private static List<Span> episodes(List<Span> spans) {
        List<Span> episodes = new ArrayList<>();
        spans.sort(Comparator.comparingDouble(Span::from).thenComparingDouble(Span::to));
        for (Span span : spans) {
            Span last = episodes.isEmpty() ? null : episodes.getLast();
            if (last != null && span.from <= last.to + 1) {
                episodes.set(episodes.size() - 1, new Span(last.from, Math.max(last.to, span.to)));
            } else {
                episodes.add(span);
            }
        }
        return episodes;
    }

    private static double ordinal(double studyDay) {
        return studyDay < 0 ? studyDay + 1 : studyDay;
    }

    private double day(int row, Optional<JoinedColumn> studyDay, Optional<DatasetDates> date) {
        double delivered = studyDay.map(f -> f.number(row)).orElse(Double.NaN);
        if (!counted && !Double.isNaN(delivered)) {
            return delivered;
        }
        int zero = epochDay(treatmentStart, row);
        int of = date.map(d -> d.epochDay(row)).orElse(DatasetDates.ABSENT);
        if (of == DatasetDates.ABSENT) {
            int first = counted && !Double.isNaN(delivered) ? epochDay(firstTreatment, row) : DatasetDates.ABSENT;
            of = first == DatasetDates.ABSENT ? DatasetDates.ABSENT : first + (int) ordinal(delivered) - 1;
        }
        if (of == DatasetDates.ABSENT || zero == DatasetDates.ABSENT) {
            return Double.NaN;
        }
        return of >= zero ? of - zero + 1 : of - zero;
    }

    private static int epochDay(Optional<JoinedColumn> ofSubject, int row) {
        int at = ofSubject.map(field -> field.at(row)).orElse(-1);
        return at < 0 ? DatasetDates.ABSENT : DatasetDates.of(ofSubject.orElseThrow().column()).epochDay(at);
    }
}
