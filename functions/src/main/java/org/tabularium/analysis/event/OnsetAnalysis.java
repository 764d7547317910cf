package org.tabularium.analysis.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tabularium.analysis.frame.SubsetCounts;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.display.EventRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.Filter;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.event.EventDays;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.shell.condition.LabelledCondition;
import org.tabularium.shell.rows.DeclaredPeriods.Onset;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.CutOff;
import org.tabularium.study.records.DayZero;

/// Computes [Onset]: in each period how many subjects have an event that begins in it, of those under observation on its first
/// day.
///
/// A subject is under observation to the first there is of DTHDT, EOSDT and LSTALVDT, else to the cut-off; one with an event in a
/// period counts as observed in it. Events without a study day are in no period, and their number is footnoted.
final class OnsetAnalysis {

    /// What says how long a subject was under observation.
    static final List<String> ENDS = List.of("DTHDT", "EOSDT", "LSTALVDT");

    private static final String DAY = "ASTDY";

    private final TableFrame frame;
    private final TableRecords records;
    private final EventDays days;
    private final double[] observed;
    private final TableBody body;
    private final List<RowLabel> unobserved = new ArrayList<>();

    private OnsetAnalysis(TableFrame frame, TableRecords records, TableBody body) {
        this.frame = frame;
        this.records = records;
        this.days = EventDays.of(records.records());
        this.observed = observed(frame.data());
        this.body = body;
    }

    static void add(Onset block, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        OnsetAnalysis analysis = new OnsetAnalysis(frame, records, body);
        if (!analysis.days.known()) {
            throw new NotProducedException(new AbsenceObstacle.NoVariable(records.records().name(), DAY));
        }
        for (Onset.Period period : block.periods()) {
            analysis.addPeriod(period, block.conditions());
        }
        if (!analysis.unobserved.isEmpty()) {
            body.remarks.add(new EventRemark.PeriodsOfNobody(List.copyOf(analysis.unobserved)));
        }
        long undated = records.selected().stream().filter(row -> Double.isNaN(analysis.days.onset(row))).count();
        body.remarks.add(new EventRemark.OnsetPeriods(undated));
    }

    /// The last study day of each subject; NaN where nothing says it.
    private static double[] observed(StudyData data) {
        DayZero zero = DayZero.of(data);
        LocalDate cutOff = CutOff.of(data).day();
        int last = cutOff == null ? DatasetDates.ABSENT : (int) cutOff.toEpochDay();
        List<DatasetDates> ends = ENDS.stream().flatMap(end -> data.adsl().column(end).stream()).map(DatasetDates::of).toList();
        double[] observed = new double[data.subjectCount()];
        Arrays.setAll(observed, subject -> zero.studyDay(subject, ends.stream().map(dates -> dates.epochDay(subject))
                .filter(day -> day != DatasetDates.ABSENT).findFirst().orElse(last)));
        return observed;
    }

    private static RowLabel label(Onset.Period period) {
        return period.label().isEmpty()
                ? new RowLabel.InDays(period.from(), period.to())
                : new RowLabel.Given(period.label());
    }

    /// Adds the rows of a period, unless nobody was under observation in it.
    private void addPeriod(Onset.Period period, List<LabelledCondition> conditions) {
        BitSet begun = new BitSet();
        records.selected().stream().filter(row -> period.has(days.onset(row))).forEach(begun::set);
        BitSet atRisk = records.records().subjectsOf(begun);
        frame.population().subjects().stream().filter(subject -> observed[subject] >= period.from()).forEach(atRisk::set);
        if (atRisk.isEmpty()) {
            unobserved.add(label(period));
            return;
        }
        Clauses clauses = records.filter().clauses().and(during(period));
        SubsetCounts share = new SubsetCounts(frame, records.records().name(), Map.of(), null, atRisk, clauses,
                records.records().behind(() -> begun));
        body.heading(label(period), 0, true);
        SubsetCounts observing = new SubsetCounts(frame, records.records().name(), Map.of(), null, atRisk,
                records.filter().clauses().and(
                        Clauses.of(Criterion.UNDER_OBSERVATION, String.valueOf(period.from()))),
                records.records().behind(() -> begun));
        List<CellResults> n = share.cells(column -> new CellResults(CellResults.Form.COUNT,
                List.of(observing.n(column, List.of(period.level()))), 0, 0));
        body.row(new RowLabel.Named(RowName.Shared.N), 1, false, n);
        for (LabelledCondition condition : conditions) {
            Optional<Filter> filter = Filter.of(condition.where(), records.records());
            filter.ifPresent(of -> body.row(new RowLabel.Given(condition.label()), 1, false,
                    share.countPercent(List.of(period.level(), condition.label()),
                            records.records().subjectsOf(records.records().select(of, begun)), of.clauses())));
        }
    }

    private static Clauses during(Onset.Period period) {
        List<Clause> clauses = new ArrayList<>();
        clauses.add(new Clause.Compare(DAY, Comparator.GE, List.of(ValueText.number(period.from()))));
        Integer to = period.to();
        if (to != null) {
            clauses.add(new Clause.Compare(DAY, Comparator.LE, List.of(ValueText.number(to))));
        }
        return new Clauses(clauses);
    }
}
