package org.tabularium.validation.record;

import java.util.function.Consumer;
import org.tabularium.dataset.Dataset;
import org.tabularium.finding.Finding;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.AnalysisFlag;
import org.tabularium.study.records.BdsRecords;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// The flag of analysis picks one record a subject, parameter and visit; where it marks something else ([AnalysisFlag]), tables
/// by visit use all records.
public final class AnalysisFlagUse implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        BdsParameter.candidates(study, "").stream()
                .filter(d -> study.settings().records().flag(d).filter(flag -> study.has(d, flag)).isPresent())
                .forEach(d -> BdsParameter.ask(study, d, requested));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (String name : BdsParameter.candidates(data.study(), "")) {
            Dataset dataset = data.dataset(name).orElse(null);
            if (dataset != null && dataset.has("PARAMCD")) {
                AnalysisFlag flag = BdsRecords.of(data, dataset).flag().orElse(null);
                ExaminedDataset examined = ExaminedDataset.of(data, name).orElseThrow();
                if (flag != null && !flag.picks()) {
                    findings.accept(examined.in(Finding.warning("FLAG_PICKS_NO_VISIT", "marks " + flag.marked() + " of "
                            + flag.groups()
                            + " values after baseline by subject, parameter and visit, so it marks something else than"
                            + " the record of a visit; tables by visit use all records")
                            .of(examined.named(flag.variable()))
                            .remedy("name the flag that picks one record a visit in study.yaml: flags: {" + name
                                    + ": ANL02FL}, or none")));
                }
            }
        }
    }
}
