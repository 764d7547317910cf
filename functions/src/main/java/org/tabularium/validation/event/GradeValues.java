package org.tabularium.validation.event;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.toxicity.AstctGrades;
import org.tabularium.endpoint.toxicity.CellToxicity;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A grade is 0 to 5. In laboratory datasets a minus may stand before it: there it says that the value was low.
public final class GradeValues implements Rule {

    private static final List<String> EVENT_GRADES = List.of("ASTCTGR", "ATOXGR", "ATOXGRN", "AETOXGR", "AETOXGRN");
    private static final List<String> LABORATORY_GRADES = List.of("ATOXGR", "ATOXGRN", "BTOXGR", "BTOXGRN");
    private static final Finding PATTERN = Finding
            .warning("GRADE_OUT_OF_RANGE", "is no grade from 0 to 5; it is shown as missing")
            .remedy("correct the grade");

    private static final Finding ZERO = Finding
            .warning("GRADE_ZERO",
                    "is grade 0, which says that there was no event: it counts among all events, and not where a table "
                            + "asks for its term, as for cytokine release syndrome")
            .remedy("remove the row if there was no event, else correct the grade");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withEvents(study).forEach(name -> {
            requested.ask(name, EVENT_GRADES);
            requested.ask(name, "AEDECOD");
        });
        ExaminedDataset.withParameters(study).forEach(name -> requested.ask(name, LABORATORY_GRADES));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset events : ExaminedDataset.of(data, ExaminedDataset.withEvents(data.study()))) {
            check(events, EVENT_GRADES, false, findings);
            zeros(events, findings);
        }
        for (ExaminedDataset laboratory : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            check(laboratory, LABORATORY_GRADES, true, findings);
        }
    }

    /// Events that the data, not their components, grade 0.
    private static void zeros(ExaminedDataset events, Consumer<Finding> findings) {
        List<Column> grades = EVENT_GRADES.stream().flatMap(variable -> events.column(variable).stream()).toList();
        Optional<Column> term = events.column("AEDECOD");
        Optional<Column> derived = events.column(AstctGrades.DERIVED);
        if (grades.isEmpty()) {
            return;
        }
        try (RowFindings rows = new RowFindings(events, ZERO.of(grades.getFirst().variable().name()), findings)) {
            for (int row = 0; row < events.rows(); row++) {
                int at = row;
                boolean other = term.filter(column -> CellToxicity.of(ValueText.text(column, at)).isEmpty()).isPresent();
                Optional<Column> grade = grades.stream()
                        .filter(column -> !column.isMissing(at)
                                && !(other && column.variable().name().equals(AstctGrades.GRADE)))
                        .findFirst();
                if (grade.isPresent() && Grade.parse(ValueText.text(grade.get(), row)).orElse(-1) == 0
                        && derived.filter(column -> !column.isMissing(at)).isEmpty()) {
                    rows.add(row, r -> ValueText.text(grade.get(), r));
                }
            }
        }
    }

    private static void check(ExaminedDataset dataset, List<String> grades, boolean signed, Consumer<Finding> findings) {
        Set<String> seen = new HashSet<>();
        for (String variable : grades) {
            dataset.column(variable)
                    .filter(column -> seen.add(dataset.named(variable)))
                    .ifPresent(column -> check(dataset, column, signed, findings));
        }
    }

    private static void check(ExaminedDataset dataset, Column column, boolean signed, Consumer<Finding> findings) {
        Predicate<String> isOdd = value -> !value.isEmpty()
                && Grade.parse(signed && value.startsWith("-") ? value.substring(1) : value).isEmpty();
        IntPredicate odd = switch (column) {
            case TextColumn text -> ExaminedDataset.where(text, isOdd);
            case NumericColumn number ->
                row -> !number.isMissing(row)
                        && Grade.parse(signed ? Math.abs(number.value(row)) : number.value(row)).isEmpty();
        };
        if (column instanceof TextColumn text && text.dictionary().stream().map(String::strip).noneMatch(isOdd)) {
            return;
        }
        try (RowFindings rows = new RowFindings(dataset, PATTERN.of(column.variable().name()), findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                if (odd.test(row)) {
                    rows.add(row, at -> ValueText.text(column, at));
                }
            }
        }
    }
}
