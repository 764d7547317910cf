package org.tabularium.analysis.event;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.Described;
import org.tabularium.analysis.frame.Summarizing.Summarized;
import org.tabularium.analysis.frame.Summarizing;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.SummaryLine;
import org.tabularium.result.display.EventRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.CellTherapy;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.TermFilter;
import org.tabularium.selection.event.EventDays;
import org.tabularium.selection.event.Infusions;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.rows.DeclaredEvents;

/// Computes [DeclaredEvents.Grades]: events of special interest by worst grade a subject, with onset and duration.
///
/// Onset is the study day of a subject's first event of the term. Each episode has its own duration ([EventDays#durations]). An
/// event of grade 0 is no event; one that was reported and that its
/// components grade 0 is in a row of its own. Which events there are says [SpecialInterest].
public final class GradesAnalysis {

    private final TableFrame frame;
    private final JoinedRecords records;
    private final Filter table;
    private final BitSet selected;
    private final TableBody body;
    private final WorstGrades worst;
    private final EventDays days;
    private final Infusions infusions;
    private final SpecialInterest groups;

    private GradesAnalysis(TableFrame frame, JoinedRecords records, Filter table, BitSet selected, TableBody body) {
        this.frame = frame;
        this.records = records;
        this.table = table;
        this.selected = selected;
        this.body = body;
        this.worst = WorstGrades.of(records);
        this.days = EventDays.of(records);
        this.infusions = Infusions.of(frame.data());
        this.groups = new SpecialInterest(records, selected);
    }

    public static void add(DeclaredEvents.Grades block, TableFrame frame, JoinedRecords records, Filter table, BitSet selected,
            TableBody body)
            throws NotProducedException {
        GradesAnalysis analysis = new GradesAnalysis(frame, records, table, selected, body);
        if (!analysis.worst.graded()) {
            throw new NotProducedException(new AbsenceObstacle.NoGrades(records.name(), EventGrades.VARIABLES, false));
        }
        body.remarks.addAll(EventGrades.remarks(records, selected));
        for (String term : analysis.groups.terms(block)) {
            analysis.addTerm(term, block);
        }
        analysis.groups.addRemarks(body);
    }

    private void addTerm(String term, DeclaredEvents.Grades block) throws NotProducedException {
        Filter filter = Filter.of(new Condition.Term(term), records)
                .orElseThrow(() -> new NotProducedException(new AbsenceObstacle.NoVariable(records.name(), "AEDECOD")));
        BitSet events = records.select(new Filter(
                row -> filter.test(row) && worst.grades().of(row) != 0, filter.clauses()));
        events.and(selected);
        Clauses clauses = table.and(filter).clauses();
        body.heading(new RowLabel.Given(term), 0, true);
        Records behind = records.behind(() -> events);
        addRow(term, RowName.Event.ANY_GRADE, records.subjectsOf(events), clauses, behind);
        groups.note(term, events);
        if (groups.isShort(term, events)) {
            return;
        }
        worst.rows(events)
                .forEach((name, subjects) -> addRow(term, name, new RowLabel.Given(name), subjects,
                        clauses.and(Clauses.of(Criterion.WORST_GRADE, name)), behind));
        BitSet zero = EventGrades.gradedZero(records, records.select(TermFilter.reported(term, records), selected));
        if (!zero.isEmpty()) {
            addRow(term, RowName.Event.GRADE_ZERO_BY_COMPONENTS, records.subjectsOf(zero),
                    clauses.and(Clauses.of(Criterion.GRADE_ZERO_BY_COMPONENTS)), records.behind(() -> zero));
        }
        for (DeclaredEvents.Given given : block.treatments()) {
            Optional<Filter> treated = GivenTreatments.of(given, records);
            if (treated.isPresent() && !events.isEmpty()) {
                BitSet rows = records.select(treated.get(), events);
                if (rows.isEmpty() && groups.isGroup(term)) {
                    continue;
                }
                BitSet subjects = records.subjectsOf(rows);
                addRow(term, given.label(), new RowLabel.Given(given.label()), subjects,
                        Filter.joined(clauses, treated.get().clauses()), records.behind(() -> rows));
            }
        }
        if (block.timing() && days.known() && !events.isEmpty()) {
            Map<Integer, List<Double>> onset = new HashMap<>();
            days.onset(events).forEach((subject, day) -> onset.put(subject, List.of(day)));
            addTiming(term, RowName.Event.ONSET, "ASTDY", onset,
                    clauses.and(Clauses.of(Criterion.FIRST_EVENT)), behind);
            body.remarks.add(new EventRemark.Onset(days.dayZero()));
            Map<Integer, List<Double>> since = infusions.areSeveral() ? infusions.onset(records, events) : Map.of();
            if (!since.isEmpty() && CellTherapy.is(frame.data())) {
                addTiming(term, RowName.Event.ONSET_SINCE_INFUSION, "ASTDT", since,
                        clauses.and(Clauses.of(Criterion.FIRST_EVENT_AFTER_INFUSION)), behind);
                body.remarks.add(new EventRemark.OnsetSinceInfusion());
            }
            if (days.knowsEnds()) {
                addTiming(term, RowName.Event.DURATION, "AENDY", days.durations(events),
                        clauses.and(Clauses.of(Criterion.ENDED_EPISODE)), behind);
                body.remarks.add(new EventRemark.EpisodeDurations());
            }
        }
    }

    private void addRow(String term, RowName name, BitSet subjects, Clauses clauses, @Nullable Records behind) {
        addRow(term, name.level(), new RowLabel.Named(name), subjects, clauses, behind);
    }

    private void addRow(String term, String name, RowLabel label, BitSet subjects, Clauses clauses,
            @Nullable Records behind) {
        Counted counted = new Counted(records.name(), subjects, null, List.of(term, name), clauses).from(behind);
        body.row(label, 1, false, Counting.row(frame, counted, null));
    }

    private void addTiming(String term, RowName name, String variable, Map<Integer, List<Double>> bySubject, Clauses clauses,
            @Nullable Records behind) {
        BitSet having = new BitSet();
        bySubject.keySet().forEach(having::set);
        Summarized summarized = new Summarized(records.name(), Map.of(), variable, List.of(term, name.level()), clauses, 0,
                having,
                behind);
        List<Described> byColumn = frame.columns().stream()
                .map(column -> Summarizing.statistics(frame, column, summarized, values(column, bySubject)))
                .toList();
        List<SummaryLine> line = List.of(SummaryLine.Several.MEDIAN_MIN_MAX);
        List<CellResults> cells = new ArrayList<>();
        for (int column = 0; column < byColumn.size(); column++) {
            CellResults cell = byColumn.get(column).cell(line.getFirst(), 0);
            boolean nobody = values(frame.columns().get(column), bySubject).length == 0;
            cells.add(nobody ? new CellResults(CellResults.Form.NOT_APPLICABLE, cell.results(), 0, 0) : cell);
            if (nobody) {
                body.remarks.add(new EventRemark.TimesOfNobody());
            }
        }
        body.row(new RowLabel.Holding(new RowLabel.Named(name), RowLabel.Cells.MEDIAN_RANGE), 1, false, cells);
        Summarizing.addUnshown(line, byColumn, body);
    }

    private static double[] values(ColumnHead column, Map<Integer, List<Double>> bySubject) {
        return column.subjects().stream()
                .mapToObj(subject -> bySubject.getOrDefault(subject, List.of()))
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
