package org.tabularium.validation.score;

import java.util.Locale;
import java.util.function.Consumer;
import org.tabularium.finding.Finding;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.VisitName;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// How many records were taken at unscheduled visits ([VisitName#isUnscheduled()]).
public final class UnscheduledVisits implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).forEach(name -> requested.ask(name, "AVISIT"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            int count = dataset.text("AVISIT").map(UnscheduledVisits::unscheduled).orElse(0);
            if (count > 0) {
                String message = String.format(Locale.ROOT, "is unscheduled in %,d of %,d rows", count, dataset.rows());
                findings.accept(dataset.in(Finding.note("VISIT_UNSCHEDULED", message).of(dataset.named("AVISIT"))));
            }
        }
    }

    private static int unscheduled(TextColumn visits) {
        int count = 0;
        for (int code : visits.uses().used()) {
            count += new VisitName(visits.dictionary().get(code)).isUnscheduled() ? visits.uses().rows()[code] : 0;
        }
        return count;
    }
}
