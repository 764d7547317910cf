package org.tabularium.analysis.laboratory;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.display.LaboratoryRemark.Needed;
import org.tabularium.result.display.LaboratoryRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.Filter;
import org.tabularium.selection.BoundedValues;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.condition.LabelledCondition;

/// Values of which nobody knows whether they meet a condition, since the limit of normal, the range indicator, the grade, the
/// baseline or the number itself that it compares is missing. They count as not meeting it, and a footnote says how many there
/// are; another how many have no number, but a limit ("<5") that settles the condition.
final class UnknownConditions {

    private static final Map<String, Needed> NEEDED = Map.ofEntries(Map.entry("AVAL", Needed.NUMBER),
            Map.entry("BASE", Needed.BASELINE), Map.entry("CHG", Needed.BASELINE), Map.entry("PCHG", Needed.BASELINE),
            Map.entry("R2BASE", Needed.BASELINE), Map.entry("ANRHI", Needed.UPPER_LIMIT),
            Map.entry("R2ANRHI", Needed.UPPER_LIMIT), Map.entry("ANRLO", Needed.LOWER_LIMIT),
            Map.entry("R2ANRLO", Needed.LOWER_LIMIT), Map.entry("ANRIND", Needed.RANGE_INDICATOR),
            Map.entry("ATOXGR", Needed.GRADE), Map.entry("ATOXGRL", Needed.GRADE), Map.entry("ATOXGRH", Needed.GRADE));

    private final BitSet subjects;
    private final Map<Needed, Integer> values = new EnumMap<>(Needed.class);
    private int settled;

    /// @param among whose values count, beside being of the table's population
    UnknownConditions(TableFrame frame, BitSet among) {
        this.subjects = (BitSet) among.clone();
        subjects.and(frame.population().subjects());
    }

    /// Counts those of some values that would meet one of the conditions if what is missing were right for it, each once.
    ///
    /// @param records those of a parameter, with what is derived
    void add(JoinedRecords records, BitSet rows, List<LabelledCondition> conditions) throws NotProducedException {
        Map<Needed, BitSet> lacking = new EnumMap<>(Needed.class);
        BitSet byLimit = new BitSet();
        for (LabelledCondition condition : conditions) {
            Condition where = condition.where();
            Set<String> named = new TreeSet<>(ConditionVariables.named(List.of(condition)));
            named.retainAll(NEEDED.keySet());
            Optional<Filter> sure = Filter.of(where, records);
            Optional<Filter> perhaps = named.isEmpty() || where == null
                    ? Optional.empty()
                    : Filter.of(orMissing(where), records);
            if (sure.isPresent() && perhaps.isPresent()) {
                if (named.contains("AVAL")) {
                    rows.stream().filter(row -> subjects.get(records.subject(row)) && isBounded(records, row)
                            && sure.get().test(row)).forEach(byLimit::set);
                }
                rows.stream()
                        .filter(row -> subjects.get(records.subject(row)) && !sure.get().test(row) && perhaps.get().test(row))
                        .forEach(row -> named.stream()
                                .filter(name -> records.field(name).filter(field -> field.isMissing(row)).isPresent())
                                .forEach(name -> lacking.computeIfAbsent(lack(records, name, row), _ -> new BitSet())
                                        .set(row)));
            }
        }
        settled += byLimit.cardinality();
        lacking.forEach((needed, those) -> values.merge(needed, those.cardinality(), Integer::sum));
    }

    /// A change and a multiple of a limit lack the number itself where that is missing.
    private static Needed lack(JoinedRecords records, String name, int row) {
        Optional<JoinedColumn> number = records.field("AVAL");
        return number.isPresent() && number.get().isMissing(row) ? Needed.NUMBER : NEEDED.getOrDefault(name, Needed.NUMBER);
    }

    private static boolean isBounded(JoinedRecords records, int row) {
        return records.field("AVAL").filter(number -> number.numeric() && number.isMissing(row)).isPresent()
                && BoundedValues.of(records).flatMap(bounds -> bounds.of(row)).isPresent();
    }

    private static Condition orMissing(Condition condition) {
        return switch (condition) {
            case Condition.Compare compare when NEEDED.containsKey(compare.variable()) ->
                new Condition.Or(List.of(compare, unsettled(compare)));
            case Condition.Named named when NEEDED.containsKey(named.variable()) ->
                new Condition.Or(List.of(named, new Condition.Missing(named.variable(), true)));
            case Condition.And(List<Condition> all) ->
                new Condition.And(all.stream().map(UnknownConditions::orMissing).toList());
            case Condition.Or(List<Condition> any) ->
                new Condition.Or(any.stream().map(UnknownConditions::orMissing).toList());
            case Condition.Compare _,Condition.Missing _,Condition.Named _,Condition.Term _,Condition.Not _ -> condition;
        };
    }

    /// That the value is missing, and no text that bounds it says that it is on the other side.
    private static Condition unsettled(Condition.Compare compare) {
        Condition missing = new Condition.Missing(compare.variable(), true);
        Condition.@Nullable Comparator opposite = switch (compare.comparator()) {
            case LT -> Condition.Comparator.GE;
            case LE -> Condition.Comparator.GT;
            case GT -> Condition.Comparator.LE;
            case GE -> Condition.Comparator.LT;
            case EQ, IN, NE, NOT_IN -> null;
        };
        return opposite == null
                ? missing
                : new Condition.And(List.of(missing,
                        new Condition.Not(new Condition.Compare(compare.variable(), opposite, compare.values()))));
    }

    /// Says how many there are. Two blocks of a table look at the same values, those of a visit and those at any time: the
    /// larger
    /// number is said.
    void addRemarks(TableBody body) {
        if (settled > 0) {
            add(body, new LaboratoryRemark.SettledByLimit(settled), settled,
                    remark -> remark instanceof LaboratoryRemark.SettledByLimit(int count) ? count : 0);
        }
        values.forEach((needed, count) -> add(body, new LaboratoryRemark.ConditionUnknown(needed, count), count,
                remark -> remark instanceof LaboratoryRemark.ConditionUnknown(Needed other, int before) && other == needed
                        ? before
                        : 0));
    }

    private static void add(TableBody body, Remark remark, int count, ToIntFunction<Remark> counted) {
        if (body.remarks.stream().noneMatch(said -> counted.applyAsInt(said) >= count)) {
            body.remarks.removeIf(said -> counted.applyAsInt(said) > 0);
            body.remarks.add(remark);
        }
    }
}
