package org.tabularium.validation.score;

import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.DerivedEndpoints;
import org.tabularium.endpoint.lupus.AssessmentScale;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// The scale of the physician's global assessment is known, 0 to 3 unless study.yaml or the parameter's label says otherwise, and
/// its values lie on it.
public final class PgaScale implements Rule {

    private static final String REMEDY = "give the scale as endpoints: {pga-scale: 3, 10 or 100} in study.yaml";
    private static final Finding UNKNOWN = Finding
            .warning("PGA_SCALE",
                    "does not tell the scale of the physician's global assessment, whose values go beyond 0 to 3; no endpoint is derived with it")
            .of("PARAM")
            .remedy(REMEDY);

    @Override
    public void ask(Study study, RequestedColumns requested) {
        DerivedEndpoints.ask(study, requested);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        AssessmentScale scale = AssessmentScale.of(data);
        int highest = scale.highest();
        Finding pattern = Finding.warning("PGA_RANGE",
                "is outside of 0 to " + highest
                        + ", the scale of the physician's global assessment; endpoints take it as missing")
                .of("AVAL")
                .remedy("correct it, or " + REMEDY);
        String theirs = data.study().names().parameter("PGA");
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            TextColumn parameter = dataset.text("PARAMCD").orElse(null);
            NumericColumn value = dataset.number("AVAL").orElse(null);
            if (parameter == null || value == null || !parameter.dictionary().contains(theirs)) {
                continue;
            }
            if (!scale.isKnown()) {
                findings.accept(dataset.in(UNKNOWN));
                continue;
            }
            IntPredicate ofParameter = ExaminedDataset.where(parameter, theirs::equals);
            try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
                for (int row = 0; row < dataset.rows(); row++) {
                    if (ofParameter.test(row) && (value.value(row) < 0 || value.value(row) > highest)) {
                        rows.add(row, ValueText.number(value.value(row)));
                    }
                }
            }
        }
    }
}
