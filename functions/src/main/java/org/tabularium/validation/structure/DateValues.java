package org.tabularium.validation.structure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A date lies between 1900 and ten years after the cut-off, and text that stands for a date is one, or a part of one, in ISO
/// 8601 (SAS's 31AUG2025 is read too).
///
/// Looked at are variables named …DT, …DTM and …DTC; of ADSL's variables in other datasets only ADSL's own. Without a cut-off ten
/// years after the median of TRTSDT is
/// the end, at the latest that of 2059: day numbers of Excel (45292 is 1 January 2024) read as SAS counts lie in the 2080s.
public final class DateValues implements Rule {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_WITHOUT_CUT_OFF = LocalDate.of(2059, 12, 31);
    private static final int YEARS_AFTER = 10;
    private static final int FIRST_YEAR = 1582;
    /// Excel counts days from 1899-12-30, SAS from 1960-01-01.
    private static final int EXCEL_BEFORE_SAS = 21_916;

    private static final Pattern NAME = Pattern.compile("[A-Z0-9_]*(?:DT|DTM|DTC)");
    /// A complete or partial date of ISO 8601 as SDTM writes them: a part that is not known is left out at the end or is a
    /// hyphen.
    private static final Pattern PARTIAL = Pattern.compile(
            "(?:[0-9]{4}|-)(?:-(?:0[1-9]|1[0-2]|-)(?:-(?:0[1-9]|[12][0-9]|3[01]|-))?)?(?:[T ][0-9:.,\\-]*(?:Z|[+-][0-9:]+)?)?");

    private record Range(LocalDate first, LocalDate last, String words) {}

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.names(study).forEach(name -> requested.ask(name, variables(study, name)));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Range range = range(data);
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.names(data.study()))) {
            for (String variable : variables(data.study(), dataset.name())) {
                dataset.column(variable).ifPresent(column -> check(dataset, column, range, findings));
            }
        }
    }

    private static List<String> variables(Study study, String dataset) {
        Set<String> ofSubject = dataset.equals(Study.ADSL) ? Set.of() : study.variables(Study.ADSL);
        return study.variables(dataset).stream().filter(v -> NAME.matcher(v).matches() && !ofSubject.contains(v)).toList();
    }

    private static Range range(StudyData data) {
        LocalDate cutOff = data.settings().cutOff();
        if (cutOff != null) {
            return new Range(FIRST, cutOff.plusYears(YEARS_AFTER), "ten years after the cut-off");
        }
        int[] starts = ExaminedDataset.adsl(data).column("TRTSDT").map(DatasetDates::of)
                .map(dates -> java.util.stream.IntStream.range(0, data.subjectCount()).map(dates::epochDay)
                        .filter(day -> day != DatasetDates.ABSENT).sorted().toArray())
                .orElse(new int[0]);
        LocalDate end = starts.length == 0
                ? LAST_WITHOUT_CUT_OFF
                : LocalDate.ofEpochDay(starts[starts.length / 2]).plusYears(YEARS_AFTER);
        return end.isBefore(LAST_WITHOUT_CUT_OFF)
                ? new Range(FIRST, end, "ten years after the median of TRTSDT")
                : new Range(FIRST, LAST_WITHOUT_CUT_OFF, "any trial's end");
    }

    private static void check(ExaminedDataset dataset, Column column, Range range, Consumer<Finding> findings) {
        DatasetDates dates = DatasetDates.of(column);
        String words = "lies outside of " + range.first() + " to " + range.last() + ", " + range.words();
        Finding outside = Finding.warning("DATE_RANGE", words).of(column.variable().name())
                .remedy("correct the date; tables use it as it is");
        Finding none = Finding.warning("DATE_NONE", "is no date; it counts as missing").of(column.variable().name())
                .remedy("write dates in ISO 8601, as 2024-05-01");
        if (column instanceof TextColumn text && ExchangedDates.areIn(text)) {
            findings.accept(Finding.warning("DATE_EXCHANGED", ExchangedDates.WORDS).in(dataset.name())
                    .of(column.variable().name()).remedy("compare the dates with their source and write all in ISO 8601"));
        }
        int first = Math.toIntExact(range.first().toEpochDay());
        int last = Math.toIntExact(range.last().toEpochDay());
        boolean[] odd = column instanceof TextColumn text ? withoutDate(text) : new boolean[0];
        try (RowFindings nones = new RowFindings(dataset, none, findings);
                RowFindings outsides = new RowFindings(dataset, outside, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                int day = dates.epochDay(row);
                if (day != DatasetDates.ABSENT) {
                    if (day < first || day > last) {
                        outsides.add(row, dates::text, at -> words + excel(column, at, range));
                    }
                } else if (isNone(column, row, odd) && dates.holdsDates()) {
                    nones.add(row, at -> ValueText.text(column, at));
                }
            }
        }
    }

    private static boolean isNone(Column column, int row, boolean[] odd) {
        return switch (column) {
            case TextColumn text -> odd[text.code(row)];
            case NumericColumn number -> !number.isMissing(row);
        };
    }

    /// Which entries of the dictionary are neither blank nor a date nor a part of one.
    private static boolean[] withoutDate(TextColumn text) {
        boolean[] odd = new boolean[text.dictionary().size()];
        for (int code = 0; code < odd.length; code++) {
            String value = text.dictionary().get(code).strip();
            odd[code] = !value.isEmpty() && (!PARTIAL.matcher(value).matches() || isNoDay(value));
        }
        return odd;
    }

    /// Whether a date with year, month and day is none of the calendar, as 2024-02-30, or the year is one of a slip (0204), which
    /// SAS does not have either.
    private static boolean isNoDay(String value) {
        if (value.matches("[0-9]{4}.*") && Integer.parseInt(value.substring(0, 4)) < FIRST_YEAR) {
            return true;
        }
        if (!value.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            return false;
        }
        int month = Integer.parseInt(value.substring(5, 7));
        int day = Integer.parseInt(value.substring(8, 10));
        return month < 1 || month > 12 || day < 1
                || day > YearMonth.of(Integer.parseInt(value.substring(0, 4)), month).lengthOfMonth();
    }

    /// Where a number would be a plausible date if Excel had counted it.
    private static String excel(Column column, int row, Range range) {
        if (!(column instanceof NumericColumn number) || column.variable().name().endsWith("DTM")) {
            return "";
        }
        LocalDate date = LocalDate.of(1960, 1, 1).plusDays((long) number.value(row) - EXCEL_BEFORE_SAS);
        return date.isBefore(range.first()) || date.isAfter(range.last())
                ? ""
                : "; as a day number of Excel, " + ValueText.number(number.value(row)) + " is " + date;
    }
}
