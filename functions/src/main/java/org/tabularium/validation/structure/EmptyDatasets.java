package org.tabularium.validation.structure;

import java.util.function.Consumer;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// A dataset without rows: its tables say that nothing was reported.
public final class EmptyDatasets implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.names(study).forEach(name -> requested.ask(name, "USUBJID"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.names(data.study()))) {
            if (dataset.rows() == 0) {
                findings.accept(dataset.in(Finding.note("DATASET_EMPTY", "has no row")));
            }
        }
    }
}
