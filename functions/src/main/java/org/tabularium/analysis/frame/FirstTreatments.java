package org.tabularium.analysis.frame;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.tabularium.result.display.PopulationRemark;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.SeveralTreatments;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.Shell;
import org.tabularium.study.Study;
import org.tabularium.study.ValueText;

/// Where subjects had several treatments and a table is by the one of a period because it was asked for so (`by: TRT01A`), says
/// how many of its records are of another treatment and stand under that one all the same.
public final class FirstTreatments {

    private FirstTreatments() {}

    /// Adds the remark where there are such records.
    ///
    /// @param selected those of the table's dataset that count, of subjects of the population
    public static void addRemark(TableFrame frame, JoinedRecords records, BitSet selected, TableBody body) {
        if (frame.shell().by().equals(Shell.BY_TREATMENT) || frame.arms().several() != null) {
            return;
        }
        Optional<SeveralTreatments> known = SeveralTreatments.of(frame.data(), frame.arms().variable());
        if (known.isPresent()) {
            long others = records.name().equals(Study.ADSL) ? 0 : others(frame, known.get(), records, selected);
            for (BdsParameter parameter : body.parameters) {
                others += others(frame, known.get(), parameter.records(), parameter.rows());
            }
            if (others > 0) {
                body.remarks.add(new PopulationRemark.OneOfTreatments(others));
            }
        }
    }

    private static long others(TableFrame frame, SeveralTreatments several, JoinedRecords records, BitSet rows) {
        Optional<IntUnaryOperator> treatment = several.ofRecords(records);
        if (treatment.isEmpty()) {
            return 0;
        }
        BitSet population = frame.population().subjects();
        return rows.stream().filter(row -> records.subject(row) >= 0 && population.get(records.subject(row))).filter(row -> {
            int own = treatment.get().applyAsInt(row);
            int arm = frame.arms().arm()[records.subject(row)];
            return own >= 0 && arm >= 0 && !ValueText.folded(several.labels().get(own))
                    .equals(ValueText.folded(frame.arms().labels().get(arm)));
        }).count();
    }
}
