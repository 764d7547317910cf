package org.tabularium.selection.bds.laboratory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.Variable;
import org.tabularium.endpoint.toxicity.CtcaeDirection;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BaselineChange;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.ParameterTimeline;
import org.tabularium.statistic.Decimals;

/// Variables of a parameter's records that conditions may look at and that a dataset need not have: BASE, CHG, PCHG (change in
/// percent of baseline), R2BASE (ratio to
/// baseline), R2ANRLO and R2ANRHI (ratios to the limits of normal), and the grades ATOXGR, ATOXGRL (of low values) and ATOXGRH
/// (of high ones).
///
/// Differences are those of decimals. A change in percent of a baseline of 0 and a ratio to it are missing, as is a ratio to a
/// limit that is not there or 0.
public final class DerivedVariables {

    private DerivedVariables() {}

    /// The parameter with the variables asked for.
    ///
    /// @param wanted names; those that nothing is known of are left as they are
    public static BdsParameter of(BdsParameter parameter, Set<String> wanted) throws NotProducedException {
        JoinedRecords records = parameter.records();
        Map<String, Optional<JoinedColumn>> more = new HashMap<>();
        if (wanted.contains("BASE") || wanted.contains("CHG") || wanted.contains("PCHG") || wanted.contains("R2BASE")) {
            IntToDoubleFunction base = BaselineChange.base(parameter);
            IntToDoubleFunction value = row -> AnalysisValue.number(records, row);
            more.put("BASE", field(records, "BASE", base));
            more.put("CHG", field(records, "CHG", given(parameter, "CHG")
                    .orElse(row -> difference(value.applyAsDouble(row), base.applyAsDouble(row)))));
            more.put("PCHG", field(records, "PCHG", given(parameter, "PCHG")
                    .orElse(row -> 100 * ratio(difference(value.applyAsDouble(row), base.applyAsDouble(row)),
                            base.applyAsDouble(row)))));
            more.put("R2BASE", field(records, "R2BASE", given(parameter, "R2BASE")
                    .orElse(row -> ratio(value.applyAsDouble(row), base.applyAsDouble(row)))));
        }
        if (wanted.contains("R2ANRLO") || wanted.contains("R2ANRHI")) {
            ReferenceLimits limits = ReferenceLimits.of(records);
            more.put("R2ANRLO", known(parameter, "R2ANRLO", given(parameter, "R2ANRLO")
                    .orElse(row -> ratio(AnalysisValue.number(records, row), limits.lower(row)))));
            more.put("R2ANRHI", known(parameter, "R2ANRHI", given(parameter, "R2ANRHI")
                    .orElse(row -> ratio(AnalysisValue.number(records, row), limits.upper(row)))));
        }
        if (wanted.contains("ATOXGR") || wanted.contains("ATOXGRL") || wanted.contains("ATOXGRH")) {
            List<LabGrades> grades = LabGrades.of(parameter, ParameterTimeline.of(parameter));
            more.put("ATOXGR", field(records, "ATOXGR", grades));
            more.put("ATOXGRL", field(records, "ATOXGRL",
                    grades.stream().filter(of -> of.direction() != CtcaeDirection.HIGH).toList()));
            more.put("ATOXGRH", field(records, "ATOXGRH",
                    grades.stream().filter(of -> of.direction() != CtcaeDirection.LOW).toList()));
        }
        if (wanted.contains("ANRIND") && isBlank(parameter, "ANRIND")) {
            more.put("ANRIND", Optional.empty());
        }
        return more.isEmpty() ? parameter : parameter.seen(records.with(more));
    }

    /// Whether no record of the parameter has a variable, although the dataset does: no count of zero is made of it.
    private static boolean isBlank(BdsParameter parameter, String variable) {
        return parameter.records().field(variable)
                .filter(field -> parameter.every().stream().allMatch(field::isMissing))
                .isPresent();
    }

    /// The dataset's own variable, where the parameter has it in some record.
    private static Optional<IntToDoubleFunction> given(BdsParameter parameter, String variable) {
        return parameter.records().field(variable)
                .filter(f -> f.numeric() && parameter.every().stream().anyMatch(row -> !f.isMissing(row)))
                .map(f -> f::number);
    }

    private static Optional<JoinedColumn> field(JoinedRecords records, String name, IntToDoubleFunction ofRow) {
        Variable variable = new Variable(name, "", Kind.NUMERIC, "");
        return Optional.of(new JoinedColumn(NumericColumn.computed(variable, records.size(), ofRow), null));
    }

    /// A variable that some record of the parameter has; absent where none has it, so that no count of zero is made of it.
    private static Optional<JoinedColumn> known(BdsParameter parameter, String name, IntToDoubleFunction ofRow) {
        return parameter.every().stream().allMatch(row -> Double.isNaN(ofRow.applyAsDouble(row)))
                ? Optional.empty()
                : field(parameter.records(), name, ofRow);
    }

    /// The worst of some grades of each record; absent where there is none.
    private static Optional<JoinedColumn> field(JoinedRecords records, String name, List<LabGrades> grades) {
        return grades.isEmpty() ? Optional.empty() : field(records, name, row -> {
            int worst = grades.stream().mapToInt(of -> of.of(row)).max().orElse(LevelSource.NONE);
            return worst < 0 ? Double.NaN : worst;
        });
    }

    private static double difference(double value, double base) {
        return Double.isFinite(value) && Double.isFinite(base)
                ? Decimals.asWritten(value).subtract(Decimals.asWritten(base)).doubleValue()
                : Double.NaN;
    }

    private static double ratio(double value, double base) {
        return base == 0 ? Double.NaN : value / base;
    }
}
