package org.tabularium.validation.subject;

import java.util.function.Consumer;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.Rule;

/// ADSL without SAFFL: the safety population is derived, which the person who reads the tables has to know.
public final class SafetyFlag implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, "SAFFL", "TRTSDT", "TRTSDTM");
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        if (data.study().has(Study.ADSL, "SAFFL")) {
            return;
        }
        String instead = data.study().has(Study.ADSL, "TRTSDT") || data.study().has(Study.ADSL, "TRTSDTM")
                ? "subjects with a date of first treatment (TRTSDT)"
                : "all subjects but screen failures";
        findings.accept(Finding.warning("FLAG_ABSENT", "is not in the dataset; safety tables show " + instead)
                .in(Study.ADSL)
                .of("SAFFL")
                .remedy("add the safety population flag"));
    }
}
