package org.tabularium.selection;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.study.Study;
import org.tabularium.yaml.NearestWord;

/// The reason that a variable which rows need (a covariate, a stratum, a dose, a subgroup) is in none of the datasets where it
/// may be, with the nearest name that is there.
public final class AbsentVariable {

    private AbsentVariable() {}

    /// Why a table of a variable of the dataset or of ADSL cannot be made.
    ///
    /// @param dataset our name of a dataset other than ADSL
    public static Obstacle of(Study study, String dataset, String variable) {
        return new AbsenceObstacle.NoVariableOfSubject(dataset, variable, nearest(study, dataset, variable));
    }

    /// The nearest name of the dataset and ADSL; null where none is near.
    public static @Nullable String nearest(Study study, String dataset, String variable) {
        Set<String> there = new LinkedHashSet<>(study.variables(Study.ADSL));
        there.addAll(study.variables(dataset));
        return NearestWord.of(variable, there).orElse(null);
    }
}
