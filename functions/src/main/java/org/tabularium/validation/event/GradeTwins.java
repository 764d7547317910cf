package org.tabularium.validation.event;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;
import org.tabularium.validation.rule.RowFindings;

/// A grade and its numeric companion (ATOXGR and ATOXGRN) say the same. The sign of a laboratory grade is its direction and is
/// not compared.
public final class GradeTwins implements Rule {

    private static final List<String> GRADES = List.of("ATOXGR", "AETOXGR", "BTOXGR");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withEvents(study).forEach(name -> requested.ask(name, "ATOXGR", "ATOXGRN", "AETOXGR", "AETOXGRN"));
        ExaminedDataset.withParameters(study).forEach(name -> requested.ask(name, "ATOXGR", "ATOXGRN", "BTOXGR", "BTOXGRN"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        List<String> names = ExaminedDataset.names(data.study());
        for (ExaminedDataset dataset : ExaminedDataset.of(data, names)) {
            for (String grade : GRADES) {
                // The analysis variable's name may stand for the collected one: then both are one column.
                boolean alias = grade.equals("AETOXGR") && dataset.named("ATOXGR").equals("AETOXGR");
                if (!alias) {
                    check(dataset, grade, findings);
                }
            }
        }
    }

    private static void check(ExaminedDataset dataset, String grade, Consumer<Finding> findings) {
        Optional<Column> written = dataset.column(grade);
        Optional<Column> number = dataset.column(grade + "N");
        if (written.isEmpty() || number.isEmpty()) {
            return;
        }
        IntUnaryOperator first = unsigned(written.get());
        IntUnaryOperator second = unsigned(number.get());
        Finding pattern = Finding
                .warning("GRADE_TWINS", "is not the grade of " + dataset.named(grade + "N"))
                .of(grade)
                .remedy("correct whichever is wrong; a condition looks at the variable that it names");
        try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                int one = first.applyAsInt(row);
                int other = second.applyAsInt(row);
                if (one >= 0 && other >= 0 && one != other) {
                    int at = row;
                    rows.add(row, r -> ValueText.text(written.get(), r),
                            r -> "is not the grade of " + dataset.named(grade + "N") + ", " + ValueText.text(number.get(), at));
                }
            }
        }
    }

    private static IntUnaryOperator unsigned(Column column) {
        return switch (column) {
            case NumericColumn number -> row -> Grade.parse(Math.abs(number.value(row))).orElse(-1);
            case TextColumn text -> row -> {
                String grade = ValueText.text(text, row);
                return Grade.parse(grade.startsWith("-") ? grade.substring(1) : grade).orElse(-1);
            };
        };
    }
}
