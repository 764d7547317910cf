package org.tabularium.validation.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tabularium.dataset.Dataset;
import org.tabularium.endpoint.DerivedEndpoints;
import org.tabularium.finding.Finding;
import org.tabularium.study.DerivedParameter;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.table.wording.EndpointReasonWords;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// By their components, remission (DORIS) comes with low disease activity (LLDAS), unless new activity or one of the signs stands
/// against the latter: such a visit is to be reviewed.
public final class RemissionWithoutLowActivity implements Rule {

    @Override
    public void ask(Study study, RequestedColumns requested) {
        DerivedEndpoints.ask(study, requested);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Optional<DerivedParameter> remission = data.derived("DORIS");
        Optional<DerivedParameter> lowActivity = data.derived("LLDAS");
        if (remission.isEmpty() || lowActivity.isEmpty()) {
            return;
        }
        Map<List<String>, String> notLow = new HashMap<>();
        Dataset low = lowActivity.get().records();
        for (int row = 0; row < low.rows(); row++) {
            if (text(low, "AVALC", row).equals("N")) {
                notLow.put(at(low, row), EndpointReasonWords.of(lowActivity.get().reasons().get(row)));
            }
        }
        List<Finding> found = new ArrayList<>();
        Dataset remitted = remission.get().records();
        for (int row = 0; row < remitted.rows(); row++) {
            String reason = text(remitted, "AVALC", row).equals("Y") ? notLow.get(at(remitted, row)) : null;
            if (reason != null) {
                found.add(finding(remitted.name(),
                        "is in DORIS remission at " + text(remitted, "AVISIT", row) + ", but not in LLDAS: " + reason)
                        .value(text(remitted, "USUBJID", row)));
            }
        }
        if (found.size() <= RowFindings.EACH) {
            found.forEach(findings);
        } else {
            Finding first = found.getFirst();
            findings.accept(finding(remitted.name(), first.message() + " (and so are " + (found.size() - 1) + " more)")
                    .value(String.valueOf(first.value())));
        }
    }

    private static Finding finding(String dataset, String message) {
        return Finding.note("DORIS_WITHOUT_LLDAS", message).in(dataset).of("USUBJID").remedy("review the visit");
    }

    private static List<String> at(Dataset dataset, int row) {
        return List.of(text(dataset, "USUBJID", row), text(dataset, "AVISIT", row));
    }

    private static String text(Dataset dataset, String variable, int row) {
        return dataset.column(variable).map(column -> ValueText.text(column, row)).orElse("");
    }
}
