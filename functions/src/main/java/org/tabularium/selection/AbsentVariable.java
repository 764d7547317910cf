package org.tabularium.selection;

import java.util.LinkedHashSet;
import java.util.Set;
import org.tabularium.study.Study;
import org.tabularium.yaml.NearestWord;

/// The reason that a variable which rows need (a covariate, a stratum, a dose, a subgroup) is in none of the datasets where it
/// may be, with the nearest name that is there.
public final class AbsentVariable {

    private AbsentVariable() {}

    /// The reason why a table of a variable of the dataset or of ADSL cannot be made.
    ///
    /// @param dataset our name of a dataset other than ADSL
    public static String reason(Study study, String dataset, String variable) {
        return "neither " + dataset + " nor ADSL has " + variable + nearest(study, dataset, variable);
    }

    /// The nearest name of the dataset and ADSL, to stand behind a reason; empty where none is near.
    public static String nearest(Study study, String dataset, String variable) {
        Set<String> there = new LinkedHashSet<>(study.variables(Study.ADSL));
        there.addAll(study.variables(dataset));
        return NearestWord.of(variable, there).map(near -> "; did you mean " + near + "?").orElse("");
    }
}
