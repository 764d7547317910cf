package org.tabularium.ars.event;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// The records of a dataset with the variables of their subjects, as a reporting event names them.
final class EventRecords {

    private final JoinedRecords records;

    private EventRecords(JoinedRecords records) {
        this.records = records;
    }

    /// @throws UnmadeException where the study does not have the dataset
    static EventRecords of(StudyData data, String dataset) throws UnmadeException {
        if (dataset.equals(Study.ADSL)) {
            return new EventRecords(JoinedRecords.ofSubjects(data));
        }
        return new EventRecords(JoinedRecords.of(data, dataset)
                .orElseThrow(() -> new UnmadeException("the study has no dataset " + dataset)));
    }

    int size() {
        return records.size();
    }

    BitSet subjects(BitSet rows) {
        return records.subjectsOf(rows);
    }

    /// @throws UnmadeException where neither the dataset nor ADSL has the variable
    JoinedColumn column(String variable) throws UnmadeException {
        return records.field(variable)
                .orElseThrow(() -> new UnmadeException(records.name() + " has no variable " + variable));
    }

    /// The variable that a condition compares: of ADSL where it says so.
    private JoinedColumn compared(EventWhere.Compare compare) throws UnmadeException {
        Optional<JoinedColumn> ofSubject = compare.dataset().equals(Study.ADSL)
                ? records.ofSubject(compare.variable())
                : Optional.empty();
        return ofSubject.isPresent() ? ofSubject.get() : column(compare.variable());
    }

    /// The rows among others for which a clause holds. A missing value is equal to nothing but an empty text; texts are
    /// compared without regard to case, as in conditions of study.yaml.
    BitSet select(EventWhere where, BitSet among) throws UnmadeException {
        return switch (where) {
            case EventWhere.Compare compare -> kept(among, test(compare));
            case EventWhere.Compound(String operator, List<EventWhere> clauses) -> {
                BitSet rows = (BitSet) among.clone();
                if (operator.equals("OR")) {
                    rows.clear();
                    for (EventWhere clause : clauses) {
                        rows.or(select(clause, among));
                    }
                } else if (operator.equals("NOT")) {
                    rows.andNot(select(clauses.getFirst(), among));
                } else {
                    for (EventWhere clause : clauses) {
                        rows = select(clause, rows);
                    }
                }
                yield rows;
            }
        };
    }

    private static BitSet kept(BitSet among, IntPredicate test) {
        BitSet rows = new BitSet();
        among.stream().filter(test).forEach(rows::set);
        return rows;
    }

    private IntPredicate test(EventWhere.Compare compare) throws UnmadeException {
        JoinedColumn column = compared(compare);
        Set<String> values = compare.values().stream().map(ValueText::folded).collect(Collectors.toSet());
        return switch (compare.comparator()) {
            case "EQ", "IN" -> isOneOf(column, values);
            case "NE", "NOTIN" -> isOneOf(column, values).negate();
            default -> ordered(column, compare.comparator(), number(compare.values()));
        };
    }

    /// Each distinct text is compared once.
    private static IntPredicate isOneOf(JoinedColumn column, Set<String> folded) {
        Map<String, Boolean> known = new HashMap<>();
        return row -> known.computeIfAbsent(column.text(row), text -> folded.contains(ValueText.folded(text)));
    }

    private static double number(List<String> values) throws UnmadeException {
        try {
            return Double.parseDouble(values.isEmpty() ? "" : values.getFirst());
        } catch (NumberFormatException e) {
            throw new UnmadeException("\"" + values + "\" is compared by size and is no number");
        }
    }

    private static IntPredicate ordered(JoinedColumn column, String comparator, double limit) throws UnmadeException {
        if (!column.numeric()) {
            throw new UnmadeException("a variable of texts is compared by size");
        }
        return row -> !column.isMissing(row) && switch (comparator) {
            case "GT" -> column.number(row) > limit;
            case "GE" -> column.number(row) >= limit;
            case "LT" -> column.number(row) < limit;
            default -> column.number(row) <= limit;
        };
    }
}
