package org.tabularium.analysis.figure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.result.RowLabel;
import org.tabularium.result.display.SubjectRemark;
import org.tabularium.study.StudyData;
import org.tabularium.study.VisitTime;
import org.tabularium.study.records.DayZero;

/// The axis of time since day zero: a day becomes so many days, weeks or months.
///
/// @param unit as it is printed
/// @param days in one of it; a month is a twelfth of 365.25 days
record FigureTime(String unit, double days, DayZero zero) {

    private static final String ZERO = "zero";
    static final double MONTH = 30.4375;

    /// @param unit null for months
    static FigureTime of(StudyData data, @Nullable String unit) {
        String word = unit == null ? "months" : unit.toLowerCase(Locale.ROOT);
        return new FigureTime(word, switch (word) {
            case "days" -> 1;
            case "weeks" -> 7;
            default -> MONTH;
        }, DayZero.of(data));
    }

    /// What is said of an axis that begins at another day than that of first treatment: its title names day zero, and a footnote
    /// says which day it is.
    static void sayZero(DayZero zero, TableBody body) {
        if (!zero.isFirstTreatment()) {
            body.placeholders.put(ZERO, new RowLabel.Given(zero.other()));
            body.remarks.add(new SubjectRemark.DayZeroOf(zero.other()));
        }
    }

    /// Where a day lies; NaN where it or the subject's day zero is not known. Day zero itself is 0.
    double at(int subject, int epochDay) {
        int from = zero.days()[subject];
        return from == DatasetDates.ABSENT || epochDay == DatasetDates.ABSENT ? Double.NaN : (epochDay - from) / days;
    }

    /// Where a visit lies by its name; NaN where it says no time.
    double atVisit(String visit) {
        return VisitTime.of(visit).map(time -> (time.studyDay() - 1) / days).orElse(Double.NaN);
    }

    /// So many months.
    double ofMonths(double months) {
        return months * MONTH / days;
    }
}
