package org.tabularium.validation.subject;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.Rule;

/// The disposition is of the study. A study that has it by period of treatment alone (EOPxxSTT) has no rows of it.
public final class DispositionPeriods implements Rule {

    private static final Predicate<String> PERIODS = Pattern.compile("EOP[0-9]{2}STT").asMatchPredicate();

    @Override
    public void ask(Study study, RequestedColumns requested) {
        // looks at the header alone
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        List<String> periods = data.study().variables(Study.ADSL).stream().filter(PERIODS).sorted().toList();
        if (periods.isEmpty() || data.study().has(Study.ADSL, "EOSSTT")) {
            return;
        }
        List<String> others = periods.subList(1, periods.size());
        String verb = others.size() == 1 ? " is" : " are";
        String more = others.isEmpty() ? "" : ", as " + String.join(", ", others) + verb;
        findings.accept(Finding.note("DISPOSITION_BY_PERIOD", "is the status at the end of a period" + more
                + "; the table of disposition is of the study (EOSSTT), which ADSL does not have")
                .in(Study.ADSL).of(periods.getFirst())
                .remedy("derive EOSSTT and DCSREAS, or name those that count in study.yaml: variables: {EOSSTT: "
                        + periods.getLast() + "}"));
    }
}
