package org.tabularium.analysis.laboratory;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.bds.AnalysisValue;

/// The greatest and the least value of each subject, of whatever records are added.
final class ExtremeValues {

    private final Map<Integer, Double> greatest = new TreeMap<>();
    private final Map<Integer, Double> least = new TreeMap<>();

    /// @param rows records that count; those without AVAL are passed over
    /// @param among subjects who count
    void add(JoinedRecords records, BitSet rows, BitSet among) {
        IntToDoubleFunction values = AnalysisValue.numbers(records);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            int subject = records.subject(row);
            double value = values.applyAsDouble(row);
            if (subject >= 0 && among.get(subject) && !Double.isNaN(value)) {
                greatest.merge(subject, value, Math::max);
                least.merge(subject, value, Math::min);
            }
        }
    }

    /// By row of ADSL.
    Map<Integer, Double> greatest() {
        return greatest;
    }

    /// By row of ADSL.
    Map<Integer, Double> least() {
        return least;
    }

    /// The numbers of some subjects.
    static double[] of(Map<Integer, Double> values, BitSet subjects) {
        return subjects.stream().filter(values::containsKey).mapToDouble(values::get).toArray();
    }
}
