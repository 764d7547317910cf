package org.tabularium.analysis.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.Filter;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.LimitUnit;
import org.tabularium.shell.condition.LabelledCondition;

/// A condition that the records of a parameter can tell. The row of one that they cannot, as a change where nobody has a
/// baseline, is left out with a remark, and the others stay.
///
/// @param filter what meets it
record KnownCondition(LabelledCondition condition, Filter filter) {

    /// Those of some conditions that a parameter can tell.
    ///
    /// @param needed whether there is nothing to show without any of them
    /// @throws NotProducedException where the parameter can tell none of them, though one is needed
    static List<KnownCondition> of(List<LabelledCondition> conditions, BdsParameter parameter, LimitUnit unit, boolean needed,
            TableBody body) throws NotProducedException {
        List<KnownCondition> known = new ArrayList<>();
        List<LabelledCondition> unknown = new ArrayList<>();
        for (LabelledCondition condition : conditions) {
            Optional<Filter> filter = Filter.of(unit.convert(condition.where(), LimitUnit::isValue), parameter.records());
            if (filter.isPresent()) {
                known.add(new KnownCondition(condition, filter.get()));
            } else {
                unknown.add(condition);
            }
        }
        if (known.isEmpty() && needed && !unknown.isEmpty()) {
            throw new NotProducedException(obstacle(unknown.getFirst(), parameter));
        }
        unknown.forEach(condition -> body.remarks.add(new EfficacyRemark.NotShown(
                parameter.label() + ", " + condition.label(), obstacle(condition, parameter))));
        return known;
    }

    private static AbsenceObstacle obstacle(LabelledCondition condition, BdsParameter parameter) {
        return new AbsenceObstacle.NoConditionVariable(parameter.records().name(), condition.label(), parameter.code(),
                List.copyOf(ConditionVariables.named(List.of(condition))));
    }
}
