package org.tabularium.validation.score;

import java.util.function.Consumer;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.FollowUpDuration;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// The duration of follow-up is in months, as tables with conditions on it take it.
public final class FollowUpUnit implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, "FUPDUR");
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        FollowUpDuration.of(data).filter(FollowUpDuration::isConverted).ifPresent(duration -> findings.accept(adsl.in(Finding
                .warning("FOLLOW_UP_UNIT", "is not in months: rates and figures convert it, but a table with conditions on it,"
                        + " as follow-up, takes its numbers for months")
                .of(adsl.named("FUPDUR")).value(duration.label())
                .remedy("deliver it in months, or write such tables with limits in " + duration.unit().word()))));
    }
}
