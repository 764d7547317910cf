package org.tabularium.analysis;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/// What a parameter's records say of baseline: the value before treatment and the change from it.
final class BaselineChange {

    private BaselineChange() {}

    /// The change of a record: CHG where the parameter has it in some record, else AVAL − BASE likewise, else AVAL minus the AVAL of the subject's baseline
    /// record; NaN where unknown.
    static IntToDoubleFunction change(Parameter parameter) throws NotProducedException {
        Records records = parameter.records();
        Optional<Field> change = ofParameter(parameter, "CHG");
        if (change.isPresent()) {
            return row -> change.get().number(row);
        }
        IntToDoubleFunction base = base(parameter);
        IntToDoubleFunction value = Score.numbers(records);
        return row -> value.applyAsDouble(row) - base.applyAsDouble(row);
    }

    /// The value before treatment of a record's subject: BASE where the parameter has it in some record, else the AVAL of the baseline record; NaN where unknown.
    static IntToDoubleFunction base(Parameter parameter) throws NotProducedException {
        Records records = parameter.records();
        Optional<Field> base = ofParameter(parameter, "BASE");
        if (base.isPresent()) {
            return row -> base.get().number(row);
        }
        int[] baselines = Visit.baselines(parameter);
        return row -> {
            int baseline = baselines[records.subject(row)];
            return baseline < 0 ? Double.NaN : Score.number(records, baseline);
        };
    }

    /// A variable that has a value in some record of the parameter: the other parts of a split dataset may have it without this one.
    private static Optional<Field> ofParameter(Parameter parameter, String variable) {
        return parameter.records()
                .field(variable)
                .filter(f -> parameter.rows().stream().anyMatch(row -> !f.isMissing(row)));
    }
}
