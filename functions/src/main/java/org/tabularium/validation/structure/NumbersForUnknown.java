package org.tabularium.validation.structure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
    /// No nines are smaller in size.
    private static final double SMALLEST = 9;
    /// How far below all others lie.
    private static final double FACTOR = 3;
    private static final int FEWEST = 4;
    /// Rows looked at at once.
    private static final int BLOCK = 2_048;

    /// What [org.tabularium.validation.subject.AgeRange] and [org.tabularium.validation.subject.BodyMeasures] tell, and what only
    /// identifies.
    private static final Set<String> ELSEWHERE = Set.of("AGE", "HEIGHTBL", "BMIBL", "HEIGHT", "BMI", "SUBJID", "SITEID");

    private static final Finding PATTERN = Finding.warning("NUMBER_FOR_UNKNOWN", "")
            .remedy("leave the value empty where it is unknown");

    /// The other values of a variable or parameter: all of them, or so many that its nines are certainly values among others.
    private static final class Others {
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;
        private int count;
        private double leastNines = Double.POSITIVE_INFINITY;
        private double mostNines = Double.NEGATIVE_INFINITY;

        void addNines(double value) {
            leastNines = Math.min(leastNines, value);
            mostNines = Math.max(mostNines, value);
        }

        void add(double value) {
            least = value < least ? value : least;
            most = value > most ? value : most;
            count++;
        }

        /// Whether more values may tell whether nines stand for unknown; not where there are none.
        boolean isOpen() {
            return leastNines <= mostNines && least >= 0 && (leastNines < 0 || most * FACTOR <= mostNines);
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
    public boolean looksAtEachRecord() {
        return true;
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        Set<String> names = data.study().variables(Study.ADSL);
        for (String variable : data.study().numbers(Study.ADSL)) {
            boolean code = variable.endsWith("N") && names.contains(variable.substring(0, variable.length() - 1));
            adsl.number(variable).filter(number -> !code && !DatasetDates.of(number).holdsDates())
                    .ifPresent(number -> check(adsl, number, null, new String[]{variable}, findings));
        }
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            Optional<TextColumn> code = dataset.text("PARAMCD");
            Optional<NumericColumn> value = dataset.number("AVAL");
            if (code.isPresent() && value.isPresent()) {
                check(dataset, value.get(), code.get(),
                        code.get().dictionary().stream().map(String::strip).toArray(String[]::new), findings);
            }
        }
    }

    /// @param of what each row is a value of, by its codes; null where all are of one variable
    /// @param names of what, by code
    private static void check(ExaminedDataset dataset, NumericColumn number, @Nullable TextColumn of, String[] names,
            Consumer<Finding> findings) {
        Map<String, Others> byName = new HashMap<>();
        Others[] others = Arrays.stream(names).map(name -> byName.computeIfAbsent(name, n -> new Others()))
                .toArray(Others[]::new);
        BitSet nines = nines(number);
        nines.stream().forEach(row -> others[of == null ? 0 : of.code(row)].addNines(number.value(row)));
        int[] codes = new int[BLOCK];
        double[] values = new double[BLOCK];
        for (int from = 0; from < number.size() && byName.values().stream().anyMatch(Others::isOpen); from += BLOCK) {
            int count = Math.min(BLOCK, number.size() - from);
            number.values(from, count, values);
            if (of != null) {
                of.codes(from, count, codes);
            }
            addOthers(values, codes, count, others);
        }
        try (RowFindings rows = new RowFindings(dataset, PATTERN.of(number.variable().name()), findings)) {
            nines.stream().forEach(row -> {
                String name = names[of == null ? 0 : of.code(row)];
                Others known = others[of == null ? 0 : of.code(row)];
                if (!ELSEWHERE.contains(name) && known.makeUnknown(number.value(row))) {
                    rows.add(row, at -> ValueText.number(number.value(at)),
                            at -> "may stand for \"unknown\": all other values of " + name + " are "
                                    + ValueText.number(known.least) + " to " + ValueText.number(known.most)
                                    + "; it takes part in the statistics as it is");
                }
            });
        }
    }

    /// The rows whose values are nines, which are few.
    private static BitSet nines(NumericColumn number) {
        BitSet nines = new BitSet();
        double[] values = new double[BLOCK];
        for (int from = 0; from < number.size() && number.bound() >= SMALLEST; from += BLOCK) {
            int count = Math.min(BLOCK, number.size() - from);
            number.values(from, count, values);
            for (int i = 0; i < count; i++) {
                if (isNines(values[i])) {
                    nines.set(from + i);
                }
            }
        }
        return nines;
    }

    private static void addOthers(double[] values, int[] codes, int count, Others[] others) {
        for (int i = 0; i < count; i++) {
            if (!Double.isNaN(values[i]) && !isNines(values[i])) {
                others[codes[i]].add(values[i]);
            }
        }
    }

    /// Most values are between the two and need no look into the sets.
    private static boolean isNines(double value) {
        return (value <= -9 && BELOW.contains(value)) || (value >= 99 && ABOVE.contains(value));
    }
}
