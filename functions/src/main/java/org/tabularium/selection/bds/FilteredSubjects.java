package org.tabularium.selection.bds;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Clauses;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.shell.condition.Condition;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// Whom a table's filter leaves out: what is said of subjects without a record is said of the others alone.
public final class FilteredSubjects {

    private FilteredSubjects() {}

    /// The subjects that a filter leaves out: all of those with a record of the parameter whose records it takes away, and of
    /// those without one whoever does not satisfy what it asks of ADSL.
    ///
    /// @param where null for none
    public static BitSet leftOut(@Nullable Condition where, BdsParameter parameter) {
        BitSet left = new BitSet();
        if (where == null) {
            return left;
        }
        JoinedRecords records = parameter.records();
        BitSet every = parameter.records().field("PARAMCD").map(code -> code.is(parameter.theirs()))
                .map(test -> records.select(new Filter(test, Clauses.NONE))).orElseGet(BitSet::new);
        left.or(records.subjectsOf(every));
        Filter.of(where, records).ifPresent(filter -> left.andNot(records.subjectsOf(records.select(filter, every))));
        JoinedRecords subjects = JoinedRecords.ofSubjects(records.data());
        Optional<Filter> ofAdsl = Filter.of(new Condition.And(ofSubjects(where, records.data())), subjects);
        BitSet with = records.subjectsOf(every);
        for (int subject = 0; subject < subjects.size() && ofAdsl.isPresent(); subject++) {
            if (!with.get(subject) && !ofAdsl.get().test(subject)) {
                left.set(subject);
            }
        }
        return left;
    }

    /// The parts of a filter, all of which must hold, that look at ADSL alone.
    private static List<Condition> ofSubjects(Condition where, StudyData data) {
        Stream<Condition> parts = where instanceof Condition.And(List<Condition> all) ? all.stream() : Stream.of(where);
        return parts.flatMap(part -> part instanceof Condition.And ? ofSubjects(part, data).stream() : Stream.of(part))
                .filter(part -> ConditionVariables.of(part, data.study()).stream()
                        .allMatch(variable -> data.study().has(Study.ADSL, variable) && data.adsl().has(variable)))
                .toList();
    }
}
