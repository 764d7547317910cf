package org.tabularium.validation.structure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A number of nines (99, 999; −9, −99) far beyond every other value, or the only negative one, is how data entry writes
/// "unknown", and no measurement.
///
/// Looked at are ADSL's numbers and the values of each parameter that has at least four others.
public final class NumbersForUnknown implements Rule {

    private static final Set<Double> BELOW = Set.of(-9.0, -99.0, -999.0, -9999.0, -99999.0);
    private static final Set<Double> ABOVE = Set.of(99.0, 999.0, 9999.0, 99999.0, 999999.0);
    /// How far below all others lie.
    private static final double FACTOR = 3;
    private static final int FEWEST = 4;

    /// What [org.tabularium.validation.subject.AgeRange] and [org.tabularium.validation.subject.BodyMeasures] tell, and what only
    /// identifies.
    private static final Set<String> ELSEWHERE = Set.of("AGE", "HEIGHTBL", "BMIBL", "HEIGHT", "BMI", "SUBJID", "SITEID");

    private static final Finding PATTERN = Finding.warning("NUMBER_FOR_UNKNOWN", "")
            .remedy("leave the value empty where it is unknown");

    /// The other values of a variable or parameter.
    private static final class Others {
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;
        private int count;

        void add(double value) {
            least = Math.min(least, value);
            most = Math.max(most, value);
            count++;
        }

        boolean makeUnknown(double value) {
            boolean far = value < 0 ? least >= 0 : least >= 0 && most * FACTOR <= value;
            return count >= FEWEST && far;
        }
    }

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, study.numbers(Study.ADSL));
        ExaminedDataset.withParameters(study).forEach(name -> requested.ask(name, "PARAMCD", "AVAL"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        Set<String> names = data.study().variables(Study.ADSL);
        for (String variable : data.study().numbers(Study.ADSL)) {
            boolean code = variable.endsWith("N") && names.contains(variable.substring(0, variable.length() - 1));
            adsl.number(variable).filter(number -> !code && !DatasetDates.of(number).holdsDates())
                    .ifPresent(number -> check(adsl, number, row -> variable, findings));
        }
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            Optional<TextColumn> code = dataset.text("PARAMCD");
            Optional<NumericColumn> value = dataset.number("AVAL");
            if (code.isPresent() && value.isPresent()) {
                check(dataset, value.get(), row -> code.get().value(row).strip(), findings);
            }
        }
    }

    private static void check(ExaminedDataset dataset, NumericColumn number, IntFunction<String> of, Consumer<Finding> findings) {
        Map<String, Others> others = new HashMap<>();
        boolean any = false;
        for (int row = 0; row < dataset.rows(); row++) {
            double value = number.value(row);
            if (isNines(value)) {
                any = true;
            } else if (!Double.isNaN(value) && !ELSEWHERE.contains(of.apply(row))) {
                others.computeIfAbsent(of.apply(row), key -> new Others()).add(value);
            }
        }
        try (RowFindings rows = new RowFindings(dataset, PATTERN.of(number.variable().name()), findings)) {
            for (int row = 0; row < dataset.rows() && any; row++) {
                Others known = others.get(of.apply(row));
                if (isNines(number.value(row)) && known != null && known.makeUnknown(number.value(row))) {
                    rows.add(row, at -> ValueText.number(number.value(at)),
                            at -> "may stand for \"unknown\": all other values of "
                                    + of.apply(at) + " are " + ValueText.number(known.least) + " to "
                                    + ValueText.number(known.most)
                                    + "; it takes part in the statistics as it is");
                }
            }
        }
    }

    private static boolean isNines(double value) {
        return BELOW.contains(value) || ABOVE.contains(value);
    }
}
