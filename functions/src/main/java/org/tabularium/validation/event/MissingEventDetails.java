package org.tabularium.validation.event;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.endpoint.toxicity.AstctComponents;
import org.tabularium.endpoint.toxicity.AstctGrades;
import org.tabularium.finding.Finding;
import org.tabularium.selection.EventGrades;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// How many adverse events lack their date of onset, their relationship to treatment, their seriousness, or the grade (where
/// there are no grades the severity) that others have.
public final class MissingEventDetails implements Rule {

    private static final String EVENTS = "ADAE";

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withEvents(study).forEach(name -> {
            requested.ask(name, "ASTDT", "AREL", "AESER");
            requested.ask(name, EventGrades.READ);
        });
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset events : ExaminedDataset.of(data, ExaminedDataset.withEvents(data.study()))) {
            events.column("ASTDT").ifPresent(onset -> note(
                    events, "ASTDT", "DATE_MISSING", "has no complete date in %,d of %,d rows", withoutDate(onset), findings));
            events.column("AREL").ifPresent(related -> note(
                    events, "AREL", "RELATEDNESS_MISSING", "is missing in %,d of %,d rows; they "
                            + (data.settings().records().missingIsRelated() ? "count as related" : "do not count as related"),
                    related::isMissing, findings));
            events.column("AESER").filter(serious -> isGiven(serious, events.rows())).ifPresent(serious -> note(events, "AESER",
                    "SERIOUSNESS_MISSING", "is missing in %,d of %,d rows; they do not count as serious", serious::isMissing,
                    findings));
            if (events.name().equals(EVENTS)) {
                grades(events, findings);
            }
        }
    }

    /// Tables of grades have these events in rows of missing grades alone; those of severe events do not have them.
    private static void grades(ExaminedDataset events, Consumer<Finding> findings) {
        List<Column> grades = EventGrades.VARIABLES.stream().flatMap(v -> events.column(v).stream())
                .filter(column -> isGiven(column, events.rows())).toList();
        if (grades.stream().allMatch(column -> column.variable().name().equals(AstctGrades.GRADE))) {
            events.column("AESEV").filter(severity -> isGiven(severity, events.rows()))
                    .ifPresent(severity -> note(events, "AESEV",
                            "SEVERITY_MISSING", "is missing in %,d of %,d rows; they are in no row of a severity",
                            severity::isMissing,
                            findings));
            return;
        }
        List<Column> components = AstctComponents.COMPONENTS.stream().flatMap(v -> events.column(v).stream()).toList();
        note(events, grades.getLast().variable().name(), "GRADE_MISSING",
                "is missing, as any other grade is, in %,d of %,d rows; they are in no row of a grade",
                row -> Stream.concat(grades.stream(), components.stream()).allMatch(column -> column.isMissing(row)), findings);
    }

    /// Whether some event says it: a dataset of other events may have the column alone.
    private static boolean isGiven(Column column, int rows) {
        return IntStream.range(0, rows).anyMatch(row -> !column.isMissing(row));
    }

    /// A number is not judged by its format here: what the file calls a date is one.
    private static IntPredicate withoutDate(Column onset) {
        if (onset instanceof NumericColumn) {
            return onset::isMissing;
        }
        DatasetDates dates = DatasetDates.of(onset);
        return row -> dates.epochDay(row) == DatasetDates.ABSENT;
    }

    private static void note(
            ExaminedDataset events, String variable, String code, String message, IntPredicate missing,
            Consumer<Finding> findings) {
        int count = 0;
        for (int row = 0; row < events.rows(); row++) {
            count += missing.test(row) ? 1 : 0;
        }
        if (count > 0) {
            String text = String.format(Locale.ROOT, message, count, events.rows());
            findings.accept(events.in(Finding.note(code, text).of(events.named(variable))));
        }
    }
}
