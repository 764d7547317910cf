package org.tabularium.analysis.frame;

import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Statistic;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.StudySettings;

/// How a statistic is computed where it has one method only, with what study.yaml says of that.
final class UsualMethod {

    private UsualMethod() {}

    /// @throws IllegalArgumentException for a statistic that must name its method, which is a fault of the caller
    static Method of(Statistic statistic, StudySettings settings) {
        Method method = statistic.onlyMethod().orElseThrow(() -> new IllegalArgumentException(
                statistic.word() + " has several methods: name the one that made it"));
        if (statistic == Statistic.GEOMETRIC_LOWER || statistic == Statistic.GEOMETRIC_UPPER) {
            return method.with("confidence", ValueText.number(settings.confidence()));
        }
        return method.id() == MethodId.QUANTILE ? method.with("type", String.valueOf(settings.quantile())) : method;
    }
}
