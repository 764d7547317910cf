package org.tabularium.validation.record;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.tabularium.dataset.Dataset;
import org.tabularium.finding.Finding;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.BdsRecords;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// Records after baseline that are not on treatment (ONTRTFL): tables use them as any other, so a worst or last value may
/// be one of
/// the follow-up.
public final class OnTreatmentFlag implements Rule {

    private static final String FLAG = "ONTRTFL";

    @Override
    public void ask(Study study, RequestedColumns requested) {
        BdsParameter.candidates(study, "").stream().filter(name -> study.has(name, FLAG)).forEach(name -> {
            BdsParameter.ask(study, name, requested);
            requested.ask(name, FLAG);
        });
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (String name : BdsParameter.candidates(data.study(), "")) {
            Dataset dataset = data.dataset(name).orElse(null);
            if (dataset != null && dataset.has(FLAG) && dataset.has("PARAMCD")) {
                ExaminedDataset.of(data, name)
                        .ifPresent(examined -> check(examined, BdsRecords.of(data, dataset), findings));
            }
        }
    }

    private static void check(ExaminedDataset dataset, BdsRecords known, Consumer<Finding> findings) {
        IntPredicate on = dataset.where(FLAG, flag -> flag.equalsIgnoreCase("Y"));
        int after = 0;
        int off = 0;
        for (int row = 0; row < dataset.rows(); row++) {
            if (!known.isNotAfterBaseline(row)) {
                after++;
                off += on.test(row) ? 0 : 1;
            }
        }
        if (off > 0 && off < after) {
            findings.accept(dataset.in(Finding.note("NOT_ON_TREATMENT", String.format(Locale.ROOT,
                    "is not Y in %,d of %,d records after baseline; tables use these like the others", off, after))
                    .of(dataset.named(FLAG))
                    .remedy("where: {" + FLAG + ": Y} of a table in study.yaml takes those on treatment")));
        }
    }
}
