package org.tabularium.validation.event;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// What ends does not end before it starts, and the dates of a subject follow each other: consent and randomisation before
/// the first treatment, lymphodepletion before the infusion, the last treatment before the end of the study. Study days are
/// compared where a dataset lacks one of the dates; partial dates are not compared.
public final class DateOrder implements Rule {

    private record Span(String start, String end) {}

    private static final Span DATES = new Span("ASTDT", "AENDT");
    private static final Span DAYS = new Span("ASTDY", "AENDY");
    private static final Span TREATMENT = new Span("TRTSDT", "TRTEDT");
    private static final Span LIFE = new Span("TRTSDT", "DTHDT");
    /// What comes before what in a subject's course, beside the treatment itself.
    private static final List<Span> COURSE = List.of(new Span("RFICDT", "TRTSDT"), new Span("RANDDT", "TRTSDT"),
            new Span("LDSDT", "INFDT"), new Span("LDSDT", "LDEDT"), new Span("TRTSDT", "INFDT"), new Span("TRTEDT", "EOSDT"));
    private static final Span TIME_TO_EVENT = new Span("STARTDT", "ADT");

    private static final Finding PATTERN = Finding.warning("END_BEFORE_START", "is before its start").remedy("correct the dates");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        for (String name : ExaminedDataset.names(study)) {
            for (Span span : spans(name)) {
                if (study.has(name, span.start()) && study.has(name, span.end())) {
                    requested.ask(name, span.start(), span.end());
                }
            }
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.names(data.study()))) {
            boolean hasDates = data.study().has(dataset.name(), DATES.start()) && data.study().has(dataset.name(), DATES.end());
            for (Span span : spans(dataset.name())) {
                if (!span.equals(DAYS)) {
                    checkDates(dataset, span, findings);
                } else if (!hasDates) {
                    checkDays(dataset, findings);
                }
            }
        }
    }

    private static List<Span> spans(String dataset) {
        return switch (dataset) {
            case Study.ADSL -> Stream.concat(Stream.of(TREATMENT, LIFE), COURSE.stream()).toList();
            case "ADTTE" -> List.of(TIME_TO_EVENT);
            default -> List.of(DATES, DAYS);
        };
    }

    private static void checkDates(ExaminedDataset dataset, Span span, Consumer<Finding> findings) {
        DatasetDates start = dataset.column(span.start()).map(DatasetDates::of).orElse(null);
        DatasetDates end = dataset.column(span.end()).map(DatasetDates::of).orElse(null);
        if (start == null || end == null) {
            return;
        }
        String startName = dataset.named(span.start());
        try (RowFindings rows = new RowFindings(dataset, PATTERN.of(span.end()), findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                int last = end.epochDay(row);
                if (last != DatasetDates.ABSENT && last < start.epochDay(row)) {
                    rows.add(row, end::text, at -> "is before " + startName + ", " + start.text(at));
                }
            }
        }
    }

    private static void checkDays(ExaminedDataset dataset, Consumer<Finding> findings) {
        NumericColumn start = dataset.number(DAYS.start()).orElse(null);
        NumericColumn end = dataset.number(DAYS.end()).orElse(null);
        if (start == null || end == null) {
            return;
        }
        String startName = dataset.named(DAYS.start());
        try (RowFindings rows = new RowFindings(dataset, PATTERN.of(DAYS.end()), findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                if (end.value(row) < start.value(row)) {
                    rows.add(row, at -> ValueText.number(end.value(at)),
                            at -> "is before " + startName + ", day " + ValueText.number(start.value(at)));
                }
            }
        }
    }
}
