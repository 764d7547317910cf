package org.tabularium.validation.score;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tabularium.finding.Finding;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.VisitName;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// How many records were taken at unscheduled visits ([VisitName#isUnscheduled()]), how many at none but as a value of several,
/// and how many name no visit.
public final class UnscheduledVisits implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).forEach(name -> requested.ask(name, "AVISIT", "AVISITN"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            int count = dataset.text("AVISIT").map(visits -> rows(visits, name -> name.isUnscheduled() && !name.isOfSeveral()))
                    .orElse(0);
            if (count > 0) {
                String message = String.format(Locale.ROOT, "is unscheduled in %,d of %,d rows", count, dataset.rows());
                findings.accept(dataset.in(Finding.note("VISIT_UNSCHEDULED", message).of(dataset.named("AVISIT"))));
            }
            int made = dataset.text("AVISIT").map(visits -> rows(visits, VisitName::isOfSeveral)).orElse(0);
            if (made > 0) {
                String message = String.format(Locale.ROOT, "names no visit but a value of several in %,d of %,d rows; tables by "
                        + "visit leave them out", made, dataset.rows());
                findings.accept(dataset.in(Finding.note("VISIT_OF_SEVERAL", message).of(dataset.named("AVISIT"))));
            }
            int unnamed = dataset.text("AVISIT").map(visits -> unnamed(dataset, visits)).orElse(0);
            if (unnamed > 0) {
                String message = String.format(Locale.ROOT, "is blank, as AVISITN is, in %,d of %,d rows; tables by visit leave "
                        + "them out", unnamed, dataset.rows());
                findings.accept(dataset.in(Finding.note("VISIT_BLANK", message).of(dataset.named("AVISIT"))));
            }
        }
    }

    /// Rows without a visit, where others have one.
    private static int unnamed(ExaminedDataset dataset, TextColumn visits) {
        Column number = dataset.column("AVISITN").orElse(null);
        int blank = 0;
        for (int code : visits.uses().used()) {
            blank += visits.dictionary().get(code).isBlank() ? visits.uses().rows()[code] : 0;
        }
        if (blank == 0 || blank == dataset.rows()) {
            return 0;
        }
        return (int) IntStream.range(0, dataset.rows())
                .filter(row -> visits.isMissing(row) && (number == null || number.isMissing(row))).count();
    }

    private static int rows(TextColumn visits, Predicate<VisitName> of) {
        int count = 0;
        for (int code : visits.uses().used()) {
            count += of.test(new VisitName(visits.dictionary().get(code))) ? visits.uses().rows()[code] : 0;
        }
        return count;
    }
}
