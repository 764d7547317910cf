package org.tabularium.analysis.frame;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.selection.JoinedColumn;

/// Subjects by stratum: by each combination of some variables' values. Those without a value of one are in no stratum.
public final class Strata {

    private Strata() {}

    /// The strata, in an order that depends on nothing but the values.
    ///
    /// @param variables their names, for the remark
    /// @param fields the variables, as the rows of a dataset see them; none for one stratum of all
    /// @param recordOf for each subject its row
    /// @param subjects who is to be in a stratum; each has a row
    /// @param body where a remark says how many are not
    public static List<BitSet> of(List<String> variables, List<JoinedColumn> fields, int[] recordOf, BitSet subjects,
            TableBody body) {
        Map<String, BitSet> strata = new TreeMap<>();
        int without = 0;
        for (int subject = subjects.nextSetBit(0); subject >= 0; subject = subjects.nextSetBit(subject + 1)) {
            int row = recordOf[subject];
            List<String> values = fields.stream().map(f -> f.text(row)).toList();
            if (values.contains("")) {
                without++;
            } else {
                strata.computeIfAbsent(String.join("\n", values), k -> new BitSet()).set(subject);
            }
        }
        if (without > 0) {
            body.remarks.add(new EfficacyRemark.NoStratum(without, variables));
        }
        return List.copyOf(strata.values());
    }
}
