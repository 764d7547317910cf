package org.tabularium.analysis.event;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.analysis.frame.TreatmentsOfRecords;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.Result;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.EventRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.event.Severity;
import org.tabularium.selection.event.SolicitedReactions.Reaction;
import org.tabularium.selection.event.SolicitedReactions;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.shell.rows.DeclaredPeriods.Reactions;

/// Computes [Reactions]: in each period, of the subjects with an answer in it, who had any reaction, any of a category and each
/// one, and how severe the worst answer was.
///
/// Where subjects had several treatments a record counts in the column of its own, and so does the answer that puts a subject
/// into the denominator.
final class ReactionsAnalysis {

    private static final int SEVERE = Severity.SEVERE.rank();

    private final Reactions block;
    private final TableFrame frame;
    private final JoinedRecords records;
    private final SolicitedReactions solicited;
    private final Clauses table;
    private final TableBody body;
    private int denied;
    private int ungraded;

    private ReactionsAnalysis(Reactions block, TableFrame frame, TableRecords records, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.records = records.records();
        this.solicited = SolicitedReactions.of(records.records(), records.selected(), block.category());
        this.table = records.filter().clauses();
        this.body = body;
    }

    static void add(Reactions block, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        ReactionsAnalysis analysis = new ReactionsAnalysis(block, frame, records, body);
        BitSet answered = new BitSet();
        records.selected().stream().filter(row -> analysis.solicited.answers().applyAsInt(row) != SolicitedReactions.NO_ANSWER)
                .forEach(answered::set);
        if (answered.isEmpty()) {
            throw new NotProducedException(new AbsenceObstacle.NoneOfItsParameters(records.records().name()));
        }
        List<PeriodsOfRecords> periods = PeriodsOfRecords.of(block.period(), records.records(), answered);
        for (PeriodsOfRecords period : periods) {
            analysis.addPeriod(period);
        }
        if (block.anyPeriod() && periods.size() > 1) {
            analysis.addPeriod(null, answered);
        }
        analysis.addRemarks(records.selected());
    }

    private void addRemarks(BitSet rows) {
        body.remarks.add(new EventRemark.SolicitedReactions());
        if (!solicited.measurements().isEmpty()) {
            body.remarks.add(new EventRemark.NoReactions(solicited.measurements()));
        }
        if (denied > 0) {
            body.remarks.add(new EventRemark.SevereThoughDenied(denied));
        }
        if (ungraded > 0) {
            body.remarks.add(new EventRemark.OccurredThoughNone(ungraded));
        }
        TreatmentsOfRecords.addRemarks(frame, records, rows, body);
    }

    private void addPeriod(PeriodsOfRecords period) {
        addPeriod(period, period.rows());
        for (Reaction reaction : solicited.reactions()) {
            BitSet own = both(reaction.rows(), period.rows());
            BitSet severe = inPopulation(own, SolicitedReactions::isSevere);
            BitSet occurred = inPopulation(own, answer -> answer == SolicitedReactions.OCCURRED);
            BitSet said = both(own, solicited.occurrences());
            BitSet graded = (BitSet) own.clone();
            graded.andNot(solicited.occurrences());
            BitSet no = inPopulation(said, answer -> answer == SolicitedReactions.NONE);
            BitSet none = inPopulation(graded, answer -> answer == SolicitedReactions.NONE);
            none.and(occurred);
            none.andNot(severe);
            ungraded += none.cardinality();
            severe.and(no);
            severe.andNot(occurred);
            denied += severe.cardinality();
        }
    }

    private BitSet inPopulation(BitSet rows, IntPredicate answer) {
        BitSet subjects = new BitSet();
        rows.stream().filter(row -> answer.test(solicited.answers().applyAsInt(row))).map(records::subject)
                .forEach(subjects::set);
        subjects.and(frame.population().subjects());
        return subjects;
    }

    /// A reaction that nobody was asked for in the period has no row there.
    ///
    /// @param period null for all of them together
    private void addPeriod(@Nullable PeriodsOfRecords period, BitSet rows) {
        Block of = new Block(period, rows);
        of.addHead();
        of.add(new RowLabel.Named(RowName.Event.ANY_REACTION), List.of(RowName.Event.ANY_REACTION.level()), rows, 0, true,
                Clauses.NONE);
        Map<String, List<Reaction>> byCategory = new LinkedHashMap<>();
        solicited.reactions().forEach(r -> byCategory.computeIfAbsent(r.category(), c -> new ArrayList<>()).add(r));
        byCategory.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(category -> {
            String name = category.getKey();
            boolean named = !name.isEmpty();
            if (named) {
                BitSet own = new BitSet();
                category.getValue().forEach(reaction -> own.or(reaction.rows()));
                of.add(new RowLabel.OfLevel(block.category(), name), List.of(name), both(own, rows), 0, true,
                        Clauses.equal(block.category(), name));
            }
            category.getValue().stream().filter(reaction -> reaction.rows().intersects(rows))
                    .forEach(reaction -> of.add(new RowLabel.Given(reaction.label()),
                            named ? List.of(name, reaction.label()) : List.of(reaction.label()), both(reaction.rows(), rows),
                            named ? 1 : 0, false,
                            Clauses.of(new Clause.Compare("PARAMCD", Comparator.IN, reaction.codes()))));
        });
    }

    /// The rows of one period.
    private final class Block {
        private final @Nullable PeriodsOfRecords period;
        private final BitSet rows;
        private final List<BitSet> answered;
        private final Map<String, String> groups;
        private final Clauses clauses;
        /// Indentation below the heading, if there is one.
        private final int below;

        Block(@Nullable PeriodsOfRecords period, BitSet rows) {
            this.period = period;
            this.rows = rows;
            this.answered = TreatmentsOfRecords.byColumn(frame, records, rows, records::subjectsOf);
            this.groups = period == null || period.isWhole() ? Map.of() : Map.of(block.period(), period.name());
            this.below = period != null && period.isWhole() ? 0 : 1;
            this.clauses = period == null ? table : table.and(period.clauses(block.period()));
        }

        void addHead() {
            if (period == null) {
                body.heading(new RowLabel.Named(RowName.Event.ANY_PERIOD), 0, true);
            } else if (!period.isWhole()) {
                body.heading(period.heading(), 0, true);
            }
            body.row(new RowLabel.Named(RowName.Shared.N), below, false, cells(i -> new CellResults(Form.COUNT,
                    List.of(result(i, List.of(), Statistic.N, new Value.Whole(size(i, answered.get(i))), answered.get(i), rows,
                            Clauses.of(Criterion.REACTION_ANSWERED))),
                    0, 0)));
        }

        /// A row of whoever had a reaction and below it one a severity.
        ///
        /// @param whole whether severities that nobody has are shown as well
        void add(RowLabel label, List<String> level, BitSet own, int indent, boolean whole, Clauses about) {
            List<Map<Integer, Integer>> worst = TreatmentsOfRecords.byColumn(frame, records, own, ReactionsAnalysis.this::worst);
            body.row(label, below + indent, true, share(level, worst, own,
                    about.and(Clauses.of(Criterion.REACTION_OCCURRED)), answer -> answer > SolicitedReactions.NONE));
            for (Severity severity : Severity.values()) {
                if (severity == Severity.FATAL || (severity == Severity.LIFE_THREATENING && !has(worst, severity.rank()))) {
                    continue;
                }
                RowLabel named = solicited.words()
                        ? new RowLabel.Given(severity.label())
                        : new RowLabel.OfGrade(severity.rank());
                addDetail(named, joined(level, severity.label()), worst, own, indent + 1, whole, about,
                        answer -> answer == severity.rank());
            }
            if (has(worst, SEVERE + 1)) {
                addDetail(new RowLabel.Named(RowName.Event.SEVERE_OR_WORSE),
                        joined(level, RowName.Event.SEVERE_OR_WORSE.level()), worst, own, indent + 1, whole, about,
                        answer -> SolicitedReactions.isSevere(answer) && answer >= SEVERE);
            }
            if (has(worst, SolicitedReactions.OCCURRED)) {
                addDetail(new RowLabel.Named(RowName.Event.SEVERITY_NOT_RECORDED),
                        joined(level, RowName.Event.SEVERITY_NOT_RECORDED.level()), worst, own, indent + 1, whole, about,
                        answer -> answer == SolicitedReactions.OCCURRED);
            }
        }

        private void addDetail(RowLabel label, List<String> level, List<Map<Integer, Integer>> worst, BitSet own, int indent,
                boolean whole, Clauses about, IntPredicate answer) {
            List<CellResults> cells = share(level, worst, own, about.and(Clauses.of(Criterion.WORST_GRADE, level.getLast())),
                    answer);
            if (whole) {
                body.row(label, below + indent, false, cells);
            } else {
                body.detail(label, below + indent, cells);
            }
        }

        private static boolean has(List<Map<Integer, Integer>> worst, int answer) {
            return worst.stream().anyMatch(column -> column.containsValue(answer));
        }

        private List<CellResults> share(List<String> level, List<Map<Integer, Integer>> worst, BitSet own, Clauses more,
                IntPredicate answer) {
            return cells(i -> {
                BitSet having = new BitSet();
                worst.get(i).forEach((subject, most) -> having.set(subject, answer.test(most)));
                int count = size(i, having);
                int n = size(i, answered.get(i));
                Value percent = n == 0
                        ? new Value.NotEstimable("nobody has an answer in the period")
                        : new Value.Real(100.0 * count / n);
                return new CellResults(Form.COUNT_PERCENT, List.of(
                        result(i, level, Statistic.COUNT, new Value.Whole(count), having, own, more),
                        result(i, level, Statistic.PERCENT, percent, having, own, more)), 0, n);
            });
        }

        private List<CellResults> cells(IntFunction<CellResults> cell) {
            return IntStream.range(0, frame.columns().size()).mapToObj(cell).toList();
        }

        private int size(int i, BitSet subjects) {
            return both(frame.columns().get(i).subjects(), subjects).cardinality();
        }

        private Result result(int i, List<String> level, Statistic statistic, Value value, BitSet having,
                BitSet own, Clauses more) {
            ColumnHead column = frame.columns().get(i);
            Records where = records.behind(() -> own);
            return frame.result(records.name(), column, groups, null, level, statistic, value, clauses.and(more),
                    new Behind(having, answered.get(i), column.subjects(), where));
        }
    }

    /// The most severe answer of each subject with one; an occurrence without a severity is [SolicitedReactions#OCCURRED].
    private Map<Integer, Integer> worst(BitSet rows) {
        Map<Integer, Integer> worst = new LinkedHashMap<>();
        rows.stream()
                .forEach(row -> worst.merge(records.subject(row), solicited.answers().applyAsInt(row), ReactionsAnalysis::worse));
        return worst;
    }

    private static int worse(int one, int other) {
        if (one == SolicitedReactions.OCCURRED || other == SolicitedReactions.OCCURRED) {
            int known = one == SolicitedReactions.OCCURRED ? other : one;
            return SolicitedReactions.isSevere(known) ? known : SolicitedReactions.OCCURRED;
        }
        return Math.max(one, other);
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private static List<String> joined(List<String> path, String last) {
        List<String> joined = new ArrayList<>(path);
        joined.add(last);
        return List.copyOf(joined);
    }
}
