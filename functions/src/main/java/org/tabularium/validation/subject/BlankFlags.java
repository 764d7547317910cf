package org.tabularium.validation.subject;

import java.util.Locale;
import java.util.function.Consumer;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.KnownVariables;
import org.tabularium.validation.rule.Rule;

/// ADaM's population flags are Y or N; who has neither is not of the population.
public final class BlankFlags implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, KnownVariables.POPULATION_FLAGS);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        for (String flag : KnownVariables.POPULATION_FLAGS) {
            adsl.text(flag).ifPresent(column -> check(adsl, column, findings));
        }
    }

    private static void check(ExaminedDataset adsl, TextColumn flag, Consumer<Finding> findings) {
        int blank = 0;
        for (int row = 0; row < adsl.rows(); row++) {
            blank += flag.isMissing(row) ? 1 : 0;
        }
        if (blank > 0) {
            String message = String.format(
                    Locale.ROOT, "is blank for %,d of %,d subjects; they count as not of the population", blank, adsl.rows());
            findings.accept(adsl.in(Finding.note("FLAG_BLANK", message).of(adsl.named(flag.variable().name()))));
        }
    }
}
