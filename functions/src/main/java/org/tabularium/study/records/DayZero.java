package org.tabularium.study.records;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.study.StudyData;

/// The day that time counts from, for each subject: `day-zero` of study.yaml, a variable of ADSL, else the day of first
/// treatment, TRTSDT.
///
/// @param variable of ADSL
/// @param chosen whether study.yaml names it
/// @param days for each subject days since 1970-01-01; [DatasetDates#ABSENT] where unknown
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DayZero(String variable, boolean chosen, int[] days) {

    /// What counts where study.yaml says nothing.
    public static final String TREATMENT = "TRTSDT";

    /// What is read of ADSL, beside the variable that study.yaml names.
    public static final List<String> VARIABLES = List.of(TREATMENT, "TRTSDTM", "INFDT", "RANDDT", "LDSDT", "LDSTDT", "LDDT");

    private static final List<String> LYMPHODEPLETION = List.of("LDSDT", "LDSTDT", "LDDT");
    private static final String INFUSION = "INFDT";

    /// The day zero of a study.
    public static DayZero of(StudyData data) {
        String chosen = data.settings().records().dayZero();
        String variable = chosen == null ? TREATMENT : chosen;
        return new DayZero(variable, chosen != null, days(data.adsl(), variable));
    }

    /// The day that baseline lies before: that of the treatment which `baseline: {before: …}` of study.yaml names, else of first
    /// treatment.
    public static DayZero ofBaseline(StudyData data) {
        var before = data.settings().records().baselineBefore();
        if (before == null) {
            return new DayZero(TREATMENT, false, days(data.adsl(), TREATMENT));
        }
        return switch (before) {
            case INFUSION -> {
                DayZero zero = of(data);
                yield zero.chosen ? zero : new DayZero(INFUSION, true, days(data.adsl(), INFUSION));
            }
            case LYMPHODEPLETION -> {
                String first = LYMPHODEPLETION.stream().filter(data.adsl()::has).findFirst().orElse(TREATMENT);
                yield new DayZero(first, true, days(data.adsl(), first));
            }
        };
    }

    /// Whether it is the day that ADaM's study days (ADY, ASTDY) count from.
    public boolean isFirstTreatment() {
        return variable.equals(TREATMENT);
    }

    /// The variable where it is another day than that of first treatment; else empty.
    public String other() {
        return isFirstTreatment() ? "" : variable;
    }

    /// Whether any subject has one.
    public boolean isKnown() {
        return Arrays.stream(days).anyMatch(day -> day != DatasetDates.ABSENT);
    }

    /// The study day of a date: day zero itself is day 1, the day before it day −1.
    ///
    /// @return NaN where either is unknown
    public double studyDay(int subject, int epochDay) {
        int zero = subject < 0 ? DatasetDates.ABSENT : days[subject];
        if (zero == DatasetDates.ABSENT || epochDay == DatasetDates.ABSENT) {
            return Double.NaN;
        }
        return epochDay - zero + (epochDay >= zero ? 1 : 0);
    }

    /// The days of a variable of ADSL, for each subject; [DatasetDates#ABSENT] for none.
    public static int[] days(Dataset adsl, String variable) {
        Optional<DatasetDates> dates = adsl.column(variable).map(DatasetDates::of).filter(DatasetDates::holdsDates);
        int[] days = new int[adsl.rows()];
        if (dates.isPresent()) {
            Arrays.setAll(days, dates.get()::epochDay);
        } else {
            Arrays.fill(days, DatasetDates.ABSENT);
        }
        return days;
    }
}
