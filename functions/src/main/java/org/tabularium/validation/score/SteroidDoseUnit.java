package org.tabularium.validation.score;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tabularium.endpoint.DerivedEndpoints;
import org.tabularium.finding.Finding;
import org.tabularium.study.DerivationObstacle;
import org.tabularium.study.DerivedParameter;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.Rule;

/// Doses of prednisolone, which LLDAS and DORIS compare with limits in mg/day, are in a unit of a dose a day.
public final class SteroidDoseUnit implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        DerivedEndpoints.ask(study, requested);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Stream.of("LLDAS", "DORIS").flatMap(code -> data.derived(code).stream())
                .filter(derived -> derived.obstacle() instanceof DerivationObstacle.OtherDoseUnit)
                .findFirst()
                .ifPresent(derived -> report(derived, findings));
    }

    private static void report(DerivedParameter derived, Consumer<Finding> findings) {
        if (derived.obstacle() instanceof DerivationObstacle.OtherDoseUnit(String code, String units, boolean drug)) {
            String said = drug
                    ? "is of another glucocorticoid by its label (" + units
                            + "), and the limits of LLDAS and DORIS are of prednisolone"
                    : "is in " + units + " by its label or AVALU, and the limits of LLDAS and DORIS are in mg/day";
            findings.accept(Finding.warning("STEROID_UNIT", said + "; neither is derived with it")
                    .in(derived.records().name()).of(code)
                    .remedy(drug ? "deliver the equivalent of prednisolone" : "deliver the dose in mg/day"));
        }
    }
}
