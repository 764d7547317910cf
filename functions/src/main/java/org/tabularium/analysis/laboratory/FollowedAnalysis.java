package org.tabularium.analysis.laboratory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tabularium.analysis.frame.SubsetCounts;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.display.LaboratoryRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.Filter;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.selection.bds.ParameterTimeline;
import org.tabularium.selection.bds.laboratory.DerivedVariables;
import org.tabularium.selection.bds.laboratory.ParameterSearch;
import org.tabularium.shell.rows.DeclaredValues.Followed.Measured;
import org.tabularium.shell.rows.DeclaredValues.Followed;
import org.tabularium.study.ValueText;

/// Computes [Followed]: how many subjects have a value after baseline that meets a condition, how many one of another parameter,
/// and how many the other on the same day or within some days after the one.
///
/// A block whose parameters the study lacks is left out with a footnote. Values without a study day meet the two conditions but
/// follow nothing; their number is footnoted.
final class FollowedAnalysis {

    private final Followed block;
    private final TableFrame frame;
    private final TableBody body;
    private final UnknownConditions unknown;
    private int undated;

    private FollowedAnalysis(Followed block, TableFrame frame, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.body = body;
        this.unknown = new UnknownConditions(frame, frame.population().subjects());
    }

    /// A value after baseline.
    ///
    /// @param day the study day; NaN where it is not known
    /// @param met whether it meets its condition
    private record At(double day, boolean met) {}

    /// The values of some parameters.
    ///
    /// @param of those that the study has
    /// @param bySubject the values by subject
    /// @param clauses the condition
    private record Values(List<BdsParameter> of, Map<Integer, List<At>> bySubject, BitSet rows, Clauses clauses) {

        BitSet measured() {
            BitSet subjects = new BitSet();
            bySubject.keySet().forEach(subjects::set);
            return subjects;
        }

        BitSet meeting() {
            BitSet subjects = new BitSet();
            bySubject.forEach((subject, values) -> subjects.set(subject, values.stream().anyMatch(At::met)));
            return subjects;
        }

        List<At> of(int subject) {
            return bySubject.getOrDefault(subject, List.of());
        }
    }

    static void add(Followed block, TableFrame frame, TableBody body) {
        try {
            new FollowedAnalysis(block, frame, body).add();
        } catch (NotProducedException e) {
            body.remarks.add(new EfficacyRemark.NotShown(block.heading(), e.obstacle()));
        }
    }

    private void add() throws NotProducedException {
        Values first = values(block.first());
        Values then = values(block.then());
        if (first.of.isEmpty() || then.of.isEmpty()) {
            List<String> lacking = new ArrayList<>(first.of.isEmpty() ? block.first().parameters() : List.of());
            lacking.addAll(then.of.isEmpty() ? block.then().parameters() : List.of());
            body.remarks.add(new LaboratoryRemark.CriterionNotShown(block.heading(), lacking));
            return;
        }
        addRows(first, then);
    }

    private Values values(Measured measured) throws NotProducedException {
        Map<Integer, List<At>> bySubject = new HashMap<>();
        List<BdsParameter> found = new ArrayList<>();
        BitSet rows = new BitSet();
        Clauses clauses = Clauses.NONE;
        for (BdsParameter parameter : ParameterSearch.find(frame.data(), frame.shell(), measured.parameters())) {
            BdsParameter seen = DerivedVariables.of(Dimensions.whole(parameter),
                    ConditionVariables.named(List.of(measured.condition())));
            ParameterTimeline timeline = ParameterTimeline.of(seen);
            Filter filter = Filter.of(measured.where(), seen.records()).orElseThrow(() -> new NotProducedException(
                    new AbsenceObstacle.NoConditionVariable(seen.records().name(), measured.label(), seen.code(),
                            List.copyOf(ConditionVariables.named(List.of(measured.condition()))))));
            timeline.after().stream().forEach(row -> {
                At at = new At(timeline.day(row), filter.test(row));
                undated += at.met && Double.isNaN(at.day) ? 1 : 0;
                bySubject.computeIfAbsent(seen.records().subject(row), s -> new ArrayList<>()).add(at);
            });
            unknown.add(seen.records(), timeline.after(), List.of(measured.condition()));
            found.add(seen);
            rows.or(timeline.after());
            clauses = filter.clauses();
            body.addSource(seen);
        }
        return new Values(found, bySubject, rows, clauses);
    }

    private void addRows(Values first, Values then) throws NotProducedException {
        BdsParameter leading = first.of.getFirst();
        BitSet measured = first.measured();
        measured.and(then.measured());
        BitSet rows = (BitSet) first.rows.clone();
        boolean together = first.of.getFirst().records().name().equals(then.of.getFirst().records().name());
        if (together) {
            rows.or(then.rows);
        }
        Map<String, String> groups = new LinkedHashMap<>();
        Clauses clauses = Clauses.of(new Clause.Any(List.of(named(first), named(then))))
                .and(Clauses.of(Criterion.AFTER_BASELINE))
                .and(Clauses.of(Criterion.VALUE_OF_EACH, codes(first), codes(then)));
        SubsetCounts all = new SubsetCounts(frame, leading.records().name(), groups, "AVAL", measured, clauses,
                leading.records().behind(() -> rows));
        Map<Integer, List<Pair>> pairs = pairs(first, then);
        BitSet both = subjects(pairs);
        Clauses one = named(first).and(first.clauses);
        Clauses other = named(then).and(then.clauses);
        Clauses followed = one.and(Clauses.of(new Clause.Later(
                other.and(Clauses.of(Criterion.WITHIN_DAYS, ValueText.number(block.within()))))));
        body.heading(new RowLabel.Given(block.heading()), 0, true);
        body.shows("followed", new RowLabel.Given(block.heading()));
        body.row(new RowLabel.Named(RowName.Shared.N), 1, false, all.n());
        addRow(all, block.first().label(), 1, first.meeting(), one);
        addRow(all, block.then().label(), 1, then.meeting(), other);
        addRow(all, block.label(), 1, both, followed);
        boolean meanwhile = addMeanwhile(all, pairs, followed);
        body.remarks.add(new LaboratoryRemark.FollowedBy(block.first().label(), block.then().label(), block.within(),
                Optional.ofNullable(block.meanwhile()).filter(_ -> meanwhile).map(Measured::label).orElse("")));
        unknown.addRemarks(body);
        if (undated > 0) {
            body.remarks.add(new LaboratoryRemark.UndatedValues(undated));
        }
    }

    private static String codes(Values values) {
        return values.of.stream().map(BdsParameter::theirs).collect(Collectors.joining(" or "));
    }

    private static Clauses named(Values values) {
        List<String> codes = values.of.stream().map(BdsParameter::theirs).toList();
        return codes.size() == 1
                ? Clauses.equal("PARAMCD", codes.getFirst())
                : Clauses.of(new Clause.Any(codes.stream().map(code -> Clauses.equal("PARAMCD", code)).toList()));
    }

    private void addRow(SubsetCounts of, String label, int indent, BitSet having, Clauses clauses) {
        body.row(new RowLabel.Given(label), indent, false, of.countPercent(List.of(label), having, clauses));
    }

    /// From the day of a value to that of the one that follows it.
    private record Pair(double from, double to) {}

    private Map<Integer, List<Pair>> pairs(Values first, Values then) {
        Map<Integer, List<Pair>> pairs = new LinkedHashMap<>();
        first.bySubject.forEach((subject, values) -> {
            List<Pair> of = new ArrayList<>();
            values.stream().filter(At::met).forEach(one -> then.of(subject).stream()
                    .filter(other -> other.met && other.day >= one.day && other.day <= one.day + block.within())
                    .forEach(other -> of.add(new Pair(one.day, other.day))));
            if (!of.isEmpty()) {
                pairs.put(subject, of);
            }
        });
        return pairs;
    }

    private static BitSet subjects(Map<Integer, List<Pair>> pairs) {
        BitSet subjects = new BitSet();
        pairs.keySet().forEach(subjects::set);
        return subjects;
    }

    /// Whether the row could be added.
    private boolean addMeanwhile(SubsetCounts all, Map<Integer, List<Pair>> pairs, Clauses followed) throws NotProducedException {
        Measured meanwhile = block.meanwhile();
        if (meanwhile == null) {
            return false;
        }
        Values values = values(meanwhile);
        if (values.of.isEmpty()) {
            body.remarks.add(new LaboratoryRemark.CriterionNotShown(meanwhile.label(), meanwhile.parameters()));
            return false;
        }
        BitSet having = new BitSet();
        pairs.forEach((subject, of) -> having.set(subject, of.stream().anyMatch(pair -> holds(values.of(subject), pair))));
        addRow(all, meanwhile.label(), 2, having, followed.and(Clauses.of(new Clause.Later(
                named(values).and(values.clauses).and(Clauses.of(Criterion.ALL_BETWEEN))))));
        return true;
    }

    /// Whether there are values from the one day to the other, and all of them meet the condition.
    private static boolean holds(List<At> values, Pair pair) {
        List<At> between = values.stream().filter(at -> at.day >= pair.from && at.day <= pair.to).toList();
        return !between.isEmpty() && between.stream().allMatch(At::met);
    }
}
