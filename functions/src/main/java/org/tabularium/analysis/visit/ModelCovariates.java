package org.tabularium.analysis.visit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.selection.AbsentVariable;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BaselineChange;
import org.tabularium.selection.bds.BdsParameter;

/// What a linear model adjusts for: BASE, by the one definition of baseline, and other variables of the records or of ADSL.
///
/// BASE and numbers act by their slope, text and names of groups by their levels.
final class ModelCovariates {

    static final String BASE = "BASE";

    /// Variables whose numbers are names of groups.
    private static final Pattern NAMES_A_GROUP = Pattern
            .compile("SITE\\w*|INVID|\\w*GR\\d+N?|REGION\\w*|COUNTRYN?|STRAT\\w*|SEXN|RACEN");

    private final List<String> variables;
    private final IntToDoubleFunction base;
    private final Map<String, JoinedColumn> columns = new LinkedHashMap<>();

    private ModelCovariates(List<String> variables, IntToDoubleFunction base) {
        this.variables = variables;
        this.base = base;
    }

    /// Those of a parameter's records.
    ///
    /// @throws NotProducedException where the study lacks one
    static ModelCovariates of(BdsParameter parameter, List<String> variables) throws NotProducedException {
        ModelCovariates covariates = new ModelCovariates(variables, BaselineChange.base(parameter));
        for (String variable : variables) {
            if (!variable.equals(BASE)) {
                covariates.columns.put(variable, column(parameter, variable));
            }
        }
        return covariates;
    }

    /// A variable of the records or of ADSL.
    ///
    /// @throws NotProducedException where neither has it
    static JoinedColumn column(BdsParameter parameter, String variable) throws NotProducedException {
        return parameter.records().field(variable)
                .orElseThrow(() -> new NotProducedException(AbsentVariable.of(parameter.records().data().study(),
                        parameter.records().name(), variable)));
    }

    /// The variables, in order.
    List<String> variables() {
        return variables;
    }

    /// The value before treatment of a record's subject; NaN where unknown.
    double base(int row) {
        return base.applyAsDouble(row);
    }

    /// Whether a record has a value of each.
    boolean isComplete(int row) {
        return (!variables.contains(BASE) || !Double.isNaN(base(row)))
                && columns.values().stream().noneMatch(column -> column.isMissing(row));
    }

    /// Whether a variable acts by its levels.
    boolean hasLevels(String variable) {
        JoinedColumn column = columns.get(variable);
        return column != null && (!column.numeric() || NAMES_A_GROUP.matcher(variable).matches());
    }

    /// The values of a variable that acts by its slope.
    double[] numbers(String variable, int[] rows) {
        JoinedColumn column = columns.get(variable);
        return Arrays.stream(rows).mapToDouble(column == null ? this::base : column::number).toArray();
    }

    /// The levels of a variable that acts by them, numbered in the order of their texts.
    int[] levels(String variable, int[] rows) {
        JoinedColumn column = columns.get(variable);
        if (column == null) {
            throw new IllegalArgumentException(variable + " acts by its slope");
        }
        Map<String, Integer> numbers = new TreeMap<>();
        Arrays.stream(rows).forEach(row -> numbers.put(column.text(row), 0));
        int next = 0;
        for (Map.Entry<String, Integer> level : numbers.entrySet()) {
            level.setValue(next++);
        }
        return Arrays.stream(rows).map(row -> numbers.getOrDefault(column.text(row), 0)).toArray();
    }

    /// What a footnote says of them.
    List<EfficacyRemark.Covariate> described() {
        List<EfficacyRemark.Covariate> described = new ArrayList<>();
        variables.forEach(variable -> described.add(new EfficacyRemark.Covariate(variable, hasLevels(variable))));
        return List.copyOf(described);
    }
}
