package org.tabularium.selection.bds;

import java.util.Optional;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;

/// What a parameter's records say of baseline: the value before treatment and the change from it.
public final class BaselineChange {

    private BaselineChange() {}

    /// The change of a record: CHG where the parameter has it in some record, else AVAL − BASE likewise, else AVAL minus the AVAL
    /// of the subject's baseline
    /// record; NaN where unknown.
    public static RecordNumbers change(BdsParameter parameter) throws NotProducedException {
        JoinedRecords records = parameter.records();
        Optional<JoinedColumn> change = ofParameter(parameter, "CHG");
        if (change.isPresent()) {
            return RecordNumbers.of(change.get());
        }
        RecordNumbers base = base(parameter);
        RecordNumbers value = AnalysisValue.numbers(records);
        return row -> value.applyAsDouble(row) - base.applyAsDouble(row);
    }

    /// Whether a change is known of somebody, or a value to count one from.
    public static boolean isKnown(BdsParameter parameter) throws NotProducedException {
        return isKnown(parameter, change(parameter)) || isKnown(parameter, base(parameter));
    }

    private static boolean isKnown(BdsParameter parameter, RecordNumbers numbers) {
        return parameter.rows().stream().anyMatch(row -> !Double.isNaN(numbers.applyAsDouble(row)));
    }

    /// The value before treatment of a record's subject: BASE where the parameter has it in some record, else the AVAL of the
    /// baseline record; NaN where unknown.
    public static RecordNumbers base(BdsParameter parameter) throws NotProducedException {
        JoinedRecords records = parameter.records();
        Optional<JoinedColumn> base = ofParameter(parameter, "BASE");
        if (base.isPresent()) {
            return RecordNumbers.of(base.get());
        }
        int[] baselines = Visit.baselines(parameter);
        return row -> {
            int subject = records.subject(row);
            int baseline = subject < 0 ? Visit.NONE : baselines[subject]; // the subject may be none of ADSL
            return baseline < 0 ? Double.NaN : AnalysisValue.number(records, baseline);
        };
    }

    /// A variable that has a value in some record of the parameter: the other parts of a split dataset may have it without this
    /// one.
    private static Optional<JoinedColumn> ofParameter(BdsParameter parameter, String variable) {
        return parameter.records()
                .field(variable)
                .filter(f -> parameter.rows().stream().anyMatch(row -> !f.isMissing(row)));
    }
}
