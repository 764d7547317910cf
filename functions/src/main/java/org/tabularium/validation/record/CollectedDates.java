package org.tabularium.validation.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A date that stands twice in a record is one: that of the analysis (ASTDT) agrees in all parts that are known with the one
/// that was collected (AESTDTC), and with the day of its datetime (ASTDTM). Listings show what was collected, study days and
/// periods go by the date of the analysis.
///
/// Records made of others (DTYPE) and dates that are said to be imputed (ASTDTF) are not compared. A time with a time zone may be
/// of the day before or after.
public final class CollectedDates implements Rule {

    /// @param ours the date of the analysis
    /// @param collected the pattern of the variables that it was made of
    private record Pair(String ours, Pattern collected) {
        Pair(String ours, String collected) {
            this(ours, Pattern.compile(collected));
        }
    }

    private static final List<Pair> OF_RECORDS = List.of(new Pair("ASTDT", "[A-Z]{2}STDTC|ASTDTM"),
            new Pair("AENDT", "[A-Z]{2}ENDTC|AENDTM"), new Pair("ADT", "(?!RF)[A-Z]{2}DTC|ADTM"));
    private static final List<Pair> OF_SUBJECTS = List.of(new Pair("TRTSDT", "RFXSTDTC|TRTSDTM"),
            new Pair("TRTEDT", "RFXENDTC|TRTEDTM"), new Pair("DTHDT", "DTHDTC"));
    private static final String KIND = "DTYPE";
    private static final Pattern KNOWN = Pattern.compile("(\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)(?:-?$|-[-T].*|[T ](.*))");
    private static final Pattern ZONE = Pattern.compile(".*(?:Z|[+-]\\d{2}:?\\d{2})");
    private static final int WHOLE = "2024-05-01".length();

    @Override
    public void ask(Study study, RequestedColumns requested) {
        for (String name : ExaminedDataset.names(study)) {
            for (Pair pair : pairs(name)) {
                List<String> collected = collected(study, name, pair);
                if (study.has(name, pair.ours()) && !collected.isEmpty()) {
                    requested.ask(name, pair.ours(), pair.ours() + "F", KIND);
                    requested.ask(name, collected);
                }
            }
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.names(data.study()))) {
            for (Pair pair : pairs(dataset.name())) {
                Optional<DatasetDates> dates = dataset.column(pair.ours()).map(DatasetDates::of).filter(DatasetDates::holdsDates);
                if (dates.isPresent()) {
                    collected(data.study(), dataset.name(), pair).forEach(variable -> dataset.column(variable)
                            .ifPresent(column -> compare(dataset, pair.ours(), dates.get(), column, findings)));
                }
            }
        }
    }

    private static List<Pair> pairs(String dataset) {
        return dataset.equals(Study.ADSL) ? OF_SUBJECTS : OF_RECORDS;
    }

    /// What was collected, where it can be told which variable that is, and the datetime; never the variable itself by an alias.
    private static List<String> collected(Study study, String dataset, Pair pair) {
        String own = study.names().variable(pair.ours(), study.variables(dataset)).orElse(pair.ours());
        List<String> there = study.variables(dataset).stream()
                .filter(name -> pair.collected().matcher(name).matches() && !name.equals(own)).sorted().toList();
        List<String> texts = there.stream().filter(name -> name.endsWith("DTC")).toList();
        return Stream
                .concat(texts.size() == 1 ? texts.stream() : Stream.of(), there.stream().filter(name -> name.endsWith("DTM")))
                .toList();
    }

    private static void compare(ExaminedDataset dataset, String ours, DatasetDates dates, Column collected,
            Consumer<Finding> findings) {
        IntPredicate passed = given(dataset, ours + "F").or(given(dataset, KIND));
        DatasetDates other = DatasetDates.of(collected);
        String named = collected.variable().name();
        Finding pattern = Finding.warning("DATE_TWINS", "is not " + named).of(ours)
                .remedy("correct whichever is wrong; listings show what was collected, study days go by " + dataset.named(ours));
        try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                if (dates.epochDay(row) != DatasetDates.ABSENT && !passed.test(row) && differs(dates, other, collected, row)) {
                    rows.add(row, dates::text, at -> "is not " + named + ", " + other.text(at));
                }
            }
        }
    }

    private static boolean differs(DatasetDates dates, DatasetDates other, Column collected, int row) {
        int day = dates.epochDay(row);
        int whole = other.epochDay(row);
        if (whole != DatasetDates.ABSENT) {
            boolean zoned = collected instanceof TextColumn text && ZONE.matcher(text.value(row).strip()).matches()
                    && text.value(row).strip().length() > WHOLE;
            return Math.abs(day - whole) > (zoned ? 1 : 0);
        }
        if (!(collected instanceof TextColumn text)) {
            return false;
        }
        Matcher known = KNOWN.matcher(text.value(row).strip());
        return known.matches() && known.group(1).length() < WHOLE
                && !dates.date(row).map(date -> date.toString().startsWith(known.group(1))).orElse(true);
    }

    private static IntPredicate given(ExaminedDataset dataset, String variable) {
        Optional<Column> column = dataset.column(variable);
        return row -> column.isPresent() && !column.get().isMissing(row);
    }
}
