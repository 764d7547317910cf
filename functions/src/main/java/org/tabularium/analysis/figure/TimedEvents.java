package org.tabularium.analysis.figure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.Result;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.event.EventDays;
import org.tabularium.study.ValueText;

/// Events of a term by the day of their onset, with the worst grade of the day.
final class TimedEvents {

    private final String term;
    private final JoinedRecords records;
    private final BitSet events;
    private final FigureTime time;
    /// For each subject its days of onset with the worst grade of each.
    private final Map<Integer, TreeMap<Double, Integer>> days = new HashMap<>();

    TimedEvents(String term, JoinedRecords records, BitSet events, FigureTime time) {
        this.term = term;
        this.records = records;
        this.events = events;
        this.time = time;
        EventDays study = EventDays.of(records);
        EventGrades grades = EventGrades.of(records);
        events.stream().forEach(row -> {
            BitSet one = new BitSet();
            one.set(row);
            study.onset(one).forEach((subject, day) -> days.computeIfAbsent(subject, s -> new TreeMap<>())
                    .merge(day, grades.of(row), Math::max));
        });
    }

    boolean isEmpty() {
        return days.isEmpty();
    }

    void draw(ColumnHead column, int subject, SubjectRows rows) {
        SubjectRows.Source source = new SubjectRows.Source(records.name(), Map.of(), "AEDECOD", Clauses.equal("AEDECOD", term),
                records.behind(() -> events));
        days.getOrDefault(subject, new TreeMap<>()).forEach((day, grade) -> {
            // There is no study day 0.
            double at = (day > 0 ? day - 1 : day) / time.days();
            String which = ValueText.number(day);
            List<Result> results = new ArrayList<>();
            results.add(rows.result(column, subject, source, Statistic.VALUE, new Value.Real(at), term, which));
            if (grade != EventGrades.MISSING) {
                results.add(rows.result(column, subject, source, Statistic.GRADE, new Value.Whole(grade), term, which));
            }
            rows.draw(Layer.EVENT, column, subject, new RowLabel.Given(term), at, results.toArray(Result[]::new));
        });
    }
}
