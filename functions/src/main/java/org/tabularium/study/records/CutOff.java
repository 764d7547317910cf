package org.tabularium.study.records;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// The data cut-off: that of study.yaml, else the latest date of a record (ADT, ASTDT; where a
/// dataset has neither, ADTM, ASTDTM or the date as collected).
///
/// Dates more than ten years after the median first treatment are no dates of the study and stand for nothing.
///
/// @param day null where the data have no date either
/// @param given whether study.yaml names it
/// @param implausible how many dates were left out when the latest was looked for
public record CutOff(@Nullable LocalDate day, boolean given, int implausible) {

    /// The variables that say when a record is of, or begins.
    private static final List<String> DATES = List.of("ADT", "ASTDT");
    /// What says it where a dataset has neither: with a time of the day, or as collected.
    private static final List<String> INSTEAD = List.of("ADTM", "ASTDTM", "AESTDTC", "CMSTDTC", "EXSTDTC", "PRSTDTC");

    private static final int YEARS = 10;

    /// Asks for the dates of every dataset, so that the day does not depend on the tables that are made.
    public static void ask(Study study, RequestedColumns requested) {
        for (String dataset : study.datasets()) {
            variables(v -> !dataset.equals(Study.ADSL) && study.has(dataset, v)).forEach(v -> requested.ask(dataset, v));
        }
        requested.ask(Study.ADSL, DayZero.TREATMENT);
    }

    /// The cut-off of a study. It is looked for once.
    public static CutOff of(StudyData data) {
        return data.once(CutOff.class, "", () -> find(data));
    }

    private static CutOff find(StudyData data) {
        LocalDate named = data.settings().cutOff();
        if (named != null) {
            return new CutOff(named, true, 0);
        }
        int[] treated = Arrays.stream(DayZero.days(data.adsl(), DayZero.TREATMENT)).filter(d -> d != DatasetDates.ABSENT).sorted()
                .toArray();
        long latest = treated.length == 0
                ? Long.MAX_VALUE
                : LocalDate.ofEpochDay(treated[(treated.length - 1) / 2]).plusYears(YEARS).toEpochDay();
        int last = DatasetDates.ABSENT;
        int implausible = 0;
        for (Dataset dataset : data.datasets()) {
            DatasetDates dates = dataset.name().equals(Study.ADSL) ? null : dates(dataset).orElse(null);
            for (int row = 0; row < dataset.rows() && dates != null; row++) {
                int day = dates.epochDay(row);
                implausible += day > latest ? 1 : 0;
                last = day > latest ? last : Math.max(last, day);
            }
        }
        return new CutOff(last == DatasetDates.ABSENT ? null : LocalDate.ofEpochDay(last), false, implausible);
    }

    /// When the records of a dataset are of, or begin; empty where it does not say.
    public static Optional<DatasetDates> dates(Dataset dataset) {
        return variables(dataset::has).stream().flatMap(v -> dataset.column(v).stream()).map(DatasetDates::of)
                .filter(DatasetDates::holdsDates).findFirst();
    }

    /// The variables of a dataset that say when its records are of, or begin.
    static List<String> variables(Predicate<String> has) {
        List<String> usual = DATES.stream().filter(has).toList();
        return usual.isEmpty() ? INSTEAD.stream().filter(has).limit(1).toList() : usual;
    }

    /// Whether a day is known to lie after it.
    ///
    /// @param epochDay days since 1970-01-01; [DatasetDates#ABSENT] for none
    public boolean isBefore(int epochDay) {
        return day != null && epochDay != DatasetDates.ABSENT && epochDay > day.toEpochDay();
    }
}
