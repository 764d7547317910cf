package org.tabularium.study.records;

import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.study.StudyData;

/// On which days the records of a dataset are, beside the day that their subjects' baseline lies before: by ADT, else ADTM; where
/// the dataset has neither, as data without dates of persons do, by ADY, which ADaM counts from the first treatment.
///
/// @param of for each row days since 1970-01-01, by ADY since the first treatment; [DatasetDates#ABSENT] where unknown
/// @param zero for each subject the day zero in the same days; [DatasetDates#ABSENT] where unknown
record RecordDays(IntUnaryOperator of, IntUnaryOperator zero) {

    private static final String STUDY_DAY = "ADY";

    /// Whether the study day is what tells the days of a dataset.
    static boolean isByStudyDay(Predicate<String> has) {
        return has.test(STUDY_DAY) && !has.test("ADT") && !has.test("ADTM");
    }

    /// The days of a dataset; empty where nothing tells them.
    static Optional<RecordDays> of(StudyData data, Dataset dataset) {
        DayZero zero = DayZero.ofBaseline(data);
        Optional<DatasetDates> dates = dates(dataset, "ADT").or(() -> dates(dataset, "ADTM"));
        if (dates.isPresent() && zero.isKnown()) {
            return dates.map(days -> new RecordDays(days::epochDay, subject -> zero.days()[subject]));
        }
        boolean counted = zero.isFirstTreatment() && isByStudyDay(dataset::has);
        Column days = counted ? dataset.column(STUDY_DAY).orElseThrow() : null;
        return days instanceof NumericColumn numbers
                ? Optional.of(new RecordDays(row -> sinceTreatment(numbers, row), subject -> 0))
                : Optional.empty();
    }

    private static Optional<DatasetDates> dates(Dataset dataset, String variable) {
        return dataset.column(variable).map(DatasetDates::of).filter(DatasetDates::holdsDates);
    }

    /// There is no study day 0: day 1 is that of the first treatment.
    private static int sinceTreatment(NumericColumn days, int row) {
        double day = days.value(row);
        if (days.isMissing(row) || day == 0 || day != StrictMath.rint(day)) {
            return DatasetDates.ABSENT;
        }
        return (int) (day > 0 ? day - 1 : day);
    }

    /// Whether a record is known to be of the day of the first dose or earlier.
    boolean isEarly(int row, int subject) {
        int day = of.applyAsInt(row);
        int dose = zero.applyAsInt(subject);
        return day != DatasetDates.ABSENT && dose != DatasetDates.ABSENT && day <= dose;
    }
}
