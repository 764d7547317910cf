package org.tabularium.validation.event;

import java.util.Optional;
import java.util.function.Consumer;
import org.tabularium.finding.Finding;
import org.tabularium.selection.Arms;
import org.tabularium.selection.DoseLevels;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.Shell;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.Rule;

/// The dose levels of a study with an escalation rule have an order, and study.yaml does not contradict the doses.
public final class DoseLevelOrder implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        variable(study).ifPresent(variable -> requested.ask(Study.ADSL, Arms.read(study, Shell.BY_TREATMENT)));
    }

    private static Optional<String> variable(Study study) {
        return study.settings().dlt().rule() == null || !study.has("ADAE", "AEDLTFL")
                ? Optional.empty()
                : Arms.variable(study, Shell.BY_TREATMENT, PopulationName.SAFETY).filter(v -> study.has(Study.ADSL, v));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Optional<String> variable = variable(data.study());
        if (variable.isEmpty()) {
            return;
        }
        DoseLevels levels = DoseLevels.of(data, Arms.of(data, Shell.BY_TREATMENT, PopulationName.SAFETY));
        if (!levels.known()) {
            findings.accept(Finding
                    .warning("DOSE_ORDER", "has dose levels whose order nothing tells; no decision of the escalation is shown")
                    .in(Study.ADSL)
                    .of(variable.get())
                    .remedy("name them from the lowest up: dlt: {levels: […]} or treatment: {order: […]} in study.yaml"));
        } else if (levels.contradicted()) {
            findings.accept(Finding.warning("DOSE_ORDER",
                    "has dose levels that study.yaml (dlt.levels or treatment.order) names in another order than that of their doses; the doses count")
                    .in(Study.ADSL)
                    .of(variable.get())
                    .remedy("name them from the lowest dose up"));
        }
    }
}
