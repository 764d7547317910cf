package org.tabularium.validation.event;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.tabularium.dataset.Column;
import org.tabularium.endpoint.toxicity.AstctComponents;
import org.tabularium.endpoint.toxicity.AstctGrades;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// The ASTCT grade of cytokine release syndrome and ICANS that a study delivers is the one that the event's components give, and
/// every component is understood.
///
/// Only ASTCTGR is compared: a toxicity grade may be of another scale.
public final class AstctGradeDifferences implements Rule {

    private static final Finding DIFFERS = Finding.warning("ASTCT_DIFFERS", "is not the grade that the event's components give")
            .of(AstctGrades.GRADE)
            .remedy("correct the grade or the components; the tables use the grade as delivered");
    private static final Finding ODD = Finding
            .warning("ASTCT_COMPONENT", "is no answer that is known; it counts as not recorded")
            .remedy("write it as docs/endpoints.md has it");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withEvents(study).forEach(name -> {
            requested.ask(name, AstctGrades.VARIABLES);
            requested.ask(name, AstctGrades.GRADES);
        });
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        data.dataset("ADAE").map(AstctComponents::new).filter(AstctComponents::isThere).ifPresent(components -> ExaminedDataset
                .of(data, ExaminedDataset.withEvents(data.study()).stream().filter("ADAE"::equals).toList())
                .forEach(events -> check(events, components, findings)));
    }

    private static void check(ExaminedDataset events, AstctComponents components, Consumer<Finding> findings) {
        try (RowFindings differing = new RowFindings(events, DIFFERS, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                if (!components.isGraded(row)) {
                    continue;
                }
                AstctComponents.Graded graded = components.grade(row);
                for (String variable : graded.odd()) {
                    Column column = events.column(variable).orElseThrow();
                    findings.accept(events.at(row, ODD.of(events.named(variable)).value(ValueText.text(column, row))));
                }
                String written = events.column(AstctGrades.GRADE).isPresent()
                        ? ValueText.text(events.column(AstctGrades.GRADE).get(), row)
                        : "";
                OptionalInt delivered = Grade.parse(written);
                boolean atLeast = !graded.missing().isEmpty() && delivered.orElse(0) > graded.grade().orElse(0);
                if (graded.grade().isPresent() && delivered.isPresent() && !delivered.equals(graded.grade()) && !atLeast) {
                    differing.add(row, written, "is not the grade that the event's components give, "
                            + graded.grade().getAsInt());
                }
            }
        }
    }
}
