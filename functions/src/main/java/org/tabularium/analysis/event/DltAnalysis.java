package org.tabularium.analysis.event;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.MethodOf;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.endpoint.toxicity.Boin;
import org.tabularium.endpoint.toxicity.EscalationCohort;
import org.tabularium.endpoint.toxicity.IntervalDesign;
import org.tabularium.endpoint.toxicity.Mtpi2;
import org.tabularium.endpoint.toxicity.ThreePlusThree.Decision;
import org.tabularium.endpoint.toxicity.ThreePlusThree;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.DoseRemark;
import org.tabularium.selection.DoseLevels;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.rows.DeclaredEvents;
import org.tabularium.shell.rows.IntervalMethod;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.proportion.Proportion;
import org.tabularium.statistic.proportion.ProportionInterval;
import org.tabularium.study.Study;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.DoseEscalation;

/// Computes [DeclaredEvents.Dlt]: dose-limiting toxicities (DLT) by dose level, and what the rule of study.yaml decides.
public final class DltAnalysis {

    /// The level of the results about subjects with a DLT.

    private final DeclaredEvents.Dlt block;
    private final TableFrame frame;
    private final JoinedRecords records;
    private final DltSubjects subjects;
    private final @Nullable Records toxicities;
    private final TableBody body;

    private DltAnalysis(DeclaredEvents.Dlt block, TableFrame frame, JoinedRecords records, DltSubjects subjects, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.records = records;
        this.subjects = subjects;
        this.toxicities = records.behind(() -> DltSubjects.toxicities(records));
        this.body = body;
    }

    /// Adds the rows.
    ///
    /// @param selected the records of the table, of treated subjects
    public static void add(DeclaredEvents.Dlt block, TableFrame frame, JoinedRecords records, BitSet selected, TableBody body)
            throws NotProducedException {
        DltAnalysis analysis = new DltAnalysis(block, frame, records, DltSubjects.of(frame, records, selected), body);
        analysis.addCounts();
        analysis.addShare();
        analysis.addDecisions();
        analysis.addRemarks();
    }

    private void addCounts() {
        addCount(RowName.Dose.TREATED, frame.population().subjects(), Clauses.NONE);
        List<CellResults> evaluable = new ArrayList<>();
        for (ColumnHead column : frame.columns()) {
            Value n = new Value.Whole(Counting.in(column, subjects.evaluable()));
            Result result = frame.result(
                    Study.ADSL, column, Map.of(), null, List.of(), Statistic.N, n, subjects.clauses(),
                    new Behind(subjects.evaluable(), column.subjects(), column.subjects(), null));
            evaluable.add(new CellResults(Form.STATISTIC, List.of(result), 0, 0));
        }
        body.row(new RowLabel.Named(RowName.Dose.DLT_EVALUABLE), 0, false, evaluable);
        if (subjects.knowsWindow()) {
            addCount(RowName.Dose.IN_DLT_WINDOW, subjects.waiting(), Clauses.of(Criterion.IN_DLT_WINDOW));
        }
        addCount(RowName.Dose.NOT_EVALUABLE, subjects.notEvaluable(),
                Clauses.of(subjects.knowsWindow() ? Criterion.NEITHER_EVALUABLE_NOR_IN_WINDOW : Criterion.NOT_DLT_EVALUABLE));
    }

    private void addCount(RowName name, BitSet counted, Clauses clauses) {
        List<CellResults> cells = new ArrayList<>();
        for (ColumnHead column : frame.columns()) {
            Value count = new Value.Whole(Counting.in(column, counted));
            Result result = frame.result(
                    Study.ADSL, column, Map.of(), null, List.of(name.level()), Statistic.COUNT, count, clauses,
                    new Behind(counted, column.subjects(), column.subjects(), null));
            cells.add(new CellResults(Form.COUNT, List.of(result), 0, 0));
        }
        body.row(new RowLabel.Named(name), 0, body.rows.isEmpty(), cells);
    }

    private Proportion proportion(ColumnHead column) {
        return new Proportion(Counting.in(column, subjects.toxic()), Counting.in(column, subjects.evaluable()));
    }

    private Result result(ColumnHead column, Statistic statistic, Value value) {
        return frame.result(records.name(), column, Map.of(), null, List.of(RowName.Dose.DLT.level()), statistic, value, with(),
                behind(column));
    }

    private Result result(ColumnHead column, Statistic statistic, Value value, Method made) {
        return frame.result(records.name(), column, Map.of(), null, List.of(RowName.Dose.DLT.level()), statistic, value, with(),
                made,
                behind(column));
    }

    private Behind behind(ColumnHead column) {
        return new Behind(subjects.toxic(), subjects.evaluable(), column.subjects(), toxicities);
    }

    private Clauses with() {
        return subjects.clauses().and(Clauses.equal(DltSubjects.TOXICITY, "Y"));
    }

    private void addShare() {
        List<CellResults> shares = new ArrayList<>();
        List<CellResults> intervals = new ArrayList<>();
        for (ColumnHead column : frame.columns()) {
            Proportion share = proportion(column);
            Value percent = share.n() == 0
                    ? new Value.NotEstimable("nobody is DLT-evaluable")
                    : new Value.Real(100.0 * share.count() / share.n());
            shares.add(new CellResults(
                    Form.FRACTION,
                    List.of(
                            result(column, Statistic.COUNT, new Value.Whole(share.count())),
                            result(column, Statistic.N, new Value.Whole(share.n())),
                            result(column, Statistic.PERCENT, percent)),
                    0,
                    share.n()));
            if (block.interval() != IntervalMethod.NONE) {
                intervals.add(interval(column, share));
            }
        }
        body.row(new RowLabel.Named(RowName.Dose.DLT), 0, false, shares);
        if (!intervals.isEmpty()) {
            body.row(new RowLabel.WithInterval(RowName.Shared.INTERVAL, frame.data().settings().confidence()), 1, false,
                    intervals);
        }
    }

    private CellResults interval(ColumnHead column, Proportion share) {
        ConfidenceInterval interval = share.interval(
                ProportionInterval.valueOf(block.interval().name()), frame.data().settings().confidence());
        Method made = frame.atConfidence(MethodOf.interval(block.interval()));
        return new CellResults(
                Form.PERCENT_INTERVAL,
                List.of(
                        result(column, Statistic.CI_LOWER, inPercent(Counting.value(interval.lower())), made),
                        result(column, Statistic.CI_UPPER, inPercent(Counting.value(interval.upper())), made)),
                0,
                share.n());
    }

    private static Value inPercent(Value value) {
        return value instanceof Value.Real(double real) ? new Value.Real(real * 100) : value;
    }

    /// The row of decisions, where study.yaml declares a rule; the total column is no level and has none.
    private void addDecisions() {
        DoseEscalation.Rule rule = frame.data().settings().dlt().rule();
        if (rule == null) {
            return;
        }
        List<ColumnHead> arms = frame.armColumns().isEmpty() ? frame.columns() : frame.armColumns();
        if (!DoseLevels.of(frame.data(), frame.arms()).known()) {
            body.remarks.add(new DoseRemark.NoOrder());
            return;
        }
        List<ColumnHead> levels = arms.stream().filter(column -> column.isTotal() || !DoseLevels.isNoDose(column.label()))
                .toList();
        switch (rule) {
            case THREE_PLUS_THREE -> addThreePlusThree(levels);
            case BOIN -> {
                Boin design = new Boin(frame.data().settings().dlt().target());
                addDecisions(levels, design, Criterion.BOIN, MethodId.BOIN);
                body.remarks.add(new DoseRemark.Boin(design.target(), design.escalation(), design.deEscalation()));
            }
            case MTPI_2 -> {
                DoseEscalation.Interval interval = frame.data().settings().dlt().interval();
                Mtpi2 design = new Mtpi2(frame.data().settings().dlt().target(), interval.low(), interval.high());
                addDecisions(levels, design, Criterion.MTPI_2, MethodId.MTPI_2);
                body.remarks.add(new DoseRemark.Mtpi2(design.target(), design.low(), design.high()));
            }
        }
        if (!frame.data().settings().dlt().levels().isEmpty()) {
            body.remarks.add(new DoseRemark.LevelsAsPlanned());
        }
    }

    private void addThreePlusThree(List<ColumnHead> levels) {
        List<EscalationCohort> cohorts = levels.stream().map(column -> subjects.cohort(column.subjects())).toList();
        List<Decision> decisions = ThreePlusThree.decisions(cohorts.stream().map(EscalationCohort::counted).toList());
        addDecisions(levels, decisions.stream().map(Decision::word).toList(),
                level -> Clauses.of(cohorts.get(level).later() > 0
                        ? Criterion.THREE_PLUS_THREE_OF_FIRST_SIX
                        : Criterion.THREE_PLUS_THREE),
                Method.of(MethodId.THREE_PLUS_THREE));
        body.remarks.add(new DoseRemark.ThreePlusThree());
        addExpansion(levels, cohorts);
    }

    private void addDecisions(List<ColumnHead> levels, IntervalDesign design, Criterion criterion, MethodId method) {
        List<IntervalDesign.Decision> decisions = design.decisions(levels.stream().map(this::proportion)
                .map(share -> new ThreePlusThree.Level(share.n(), share.count())).toList());
        String target = ValueText.number(design.target());
        addDecisions(levels, decisions.stream().map(IntervalDesign.Decision::word).toList(), _ -> Clauses.of(criterion, target),
                Method.of(method, "target", target));
    }

    /// @param words of the decisions, by level
    /// @param made what the decision of a level is made by
    private void addDecisions(List<ColumnHead> levels, List<String> words, IntFunction<Clauses> made, Method method) {
        List<CellResults> cells = new ArrayList<>();
        for (ColumnHead column : frame.columns()) {
            int level = levels.indexOf(column);
            if (level < 0) {
                cells.add(CellResults.EMPTY);
                continue;
            }
            Result result = frame.result(records.name(), column, Map.of(), null, List.of(), Statistic.DECISION,
                    new Value.Text(words.get(level)), subjects.clauses().and(made.apply(level)), method, behind(column));
            cells.add(new CellResults(Form.VALUE, List.of(result), 0, 0));
        }
        body.row(new RowLabel.Named(RowName.Dose.DECISION), 0, false, cells);
    }

    /// Says which subjects came after those who decide, and where that is not known.
    private void addExpansion(List<ColumnHead> levels, List<EscalationCohort> cohorts) {
        List<DoseRemark.Level> later = new ArrayList<>();
        List<String> unordered = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            EscalationCohort cohort = cohorts.get(level);
            if (cohort.later() > 0) {
                later.add(new DoseRemark.Level(levels.get(level).label(), cohort.later(), cohort.laterToxic()));
            }
            if (!cohort.orderKnown()) {
                unordered.add(levels.get(level).label());
            }
        }
        if (!later.isEmpty()) {
            body.remarks.add(new DoseRemark.Expansion(List.copyOf(later)));
        }
        if (!unordered.isEmpty()) {
            body.remarks.add(new DoseRemark.Unordered(List.copyOf(unordered)));
        }
    }

    private void addRemarks() {
        if (!subjects.waiting().isEmpty()) {
            List<DoseRemark.PendingLevel> named = new ArrayList<>();
            for (ColumnHead column : frame.armColumns().isEmpty() ? frame.columns() : frame.armColumns()) {
                BitSet waiting = (BitSet) subjects.waiting().clone();
                waiting.and(column.subjects());
                if (!waiting.isEmpty()) {
                    String names = frame.data().settings().identifiers() ? subjects.names(waiting) : "";
                    named.add(new DoseRemark.PendingLevel(column.label(), waiting.cardinality(), names));
                }
            }
            body.remarks.add(new DoseRemark.Pending(List.copyOf(named)));
        }
        DoseEscalation plan = frame.data().settings().dlt();
        Integer window = plan.window();
        if (window != null) {
            body.remarks.add(new DoseRemark.Window(window, plan.from() == DoseEscalation.From.FIRST_INFUSION));
        }
        body.remarks.addAll(subjects.remarks());
        body.remarks.add(new DoseRemark.Percentages(block.interval()));
    }
}
