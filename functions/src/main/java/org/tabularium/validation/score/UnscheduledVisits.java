package org.tabularium.validation.score;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// How many records were taken at unscheduled visits.
public final class UnscheduledVisits implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).forEach(name -> requested.ask(name, "AVISIT"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            IntPredicate unscheduled = dataset.where("AVISIT", visit -> visit.toUpperCase(Locale.ROOT).startsWith("UNSCHED"));
            int count = 0;
            for (int row = 0; row < dataset.rows(); row++) {
                count += unscheduled.test(row) ? 1 : 0;
            }
            if (count > 0) {
                String message = String.format(Locale.ROOT, "is unscheduled in %,d of %,d rows", count, dataset.rows());
                findings.accept(dataset.in(Finding.note("VISIT_UNSCHEDULED", message).of(dataset.named("AVISIT"))));
            }
        }
    }
}
