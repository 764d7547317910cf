package org.tabularium.validation.score;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.TimeUnit;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A time to event is that from STARTDT to ADT, with or without the first day, in the unit of the label or of AVALU. A month may
/// have 28 to 31 days, so that what is found is a slip and no definition.
public final class TimesOfDates implements Rule {

    /// Days that the two ends may count or not, and half a unit of a rounded time.
    private static final double ENDS = 2;
    private static final double ROUNDING = 0.06;

    private static final Finding PATTERN = Finding.warning("TIME_DIFFERS", "").of("AVAL")
            .remedy("correct the time or the dates; tables go by AVAL");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        timed(study).forEach(name -> requested.ask(name, "PARAMCD", "PARAM", "AVALU", "AVAL", "CNSR", "STARTDT", "ADT"));
    }

    private static List<String> timed(Study study) {
        return ExaminedDataset.withParameters(study).stream()
                .filter(name -> study.has(name, "CNSR") && study.has(name, "STARTDT") && study.has(name, "ADT")).toList();
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, timed(data.study()))) {
            dataset.number("AVAL").ifPresent(time -> check(dataset, time, findings));
        }
    }

    private static void check(ExaminedDataset dataset, NumericColumn time, Consumer<Finding> findings) {
        Optional<DatasetDates> start = dataset.column("STARTDT").map(DatasetDates::of).filter(DatasetDates::holdsDates);
        Optional<DatasetDates> end = dataset.column("ADT").map(DatasetDates::of).filter(DatasetDates::holdsDates);
        try (RowFindings rows = new RowFindings(dataset, PATTERN, findings)) {
            for (int row = 0; row < dataset.rows() && start.isPresent() && end.isPresent(); row++) {
                int from = start.get().epochDay(row);
                int until = end.get().epochDay(row);
                Optional<TimeUnit> unit = unit(dataset, row);
                if (from != DatasetDates.ABSENT && until != DatasetDates.ABSENT && unit.isPresent() && !time.isMissing(row)
                        && time.value(row) >= 0 && isOff(unit.get(), time.value(row), until - from)) {
                    int days = until - from;
                    rows.add(row, at -> ValueText.number(time.value(at)),
                            at -> String.format(Locale.ROOT, "is not the time from %s to %s, %,d days, in %s",
                                    start.get().text(at), end.get().text(at), days, unit.get().word()));
                }
            }
        }
    }

    private static Optional<TimeUnit> unit(ExaminedDataset dataset, int row) {
        return dataset.text("PARAM").flatMap(column -> TimeUnit.ofLabel(column.value(row)))
                .or(() -> dataset.text("AVALU").flatMap(column -> TimeUnit.written(column.value(row))))
                .map(TimeUnit.Written::unit);
    }

    /// Whether a time in a unit is not that of a number of days; units that are no number of days are not looked at.
    private static boolean isOff(TimeUnit unit, double time, double days) {
        return switch (unit) {
            case DAYS -> isOff(time, days, 1, 1);
            case WEEKS -> isOff(time, days, 7, 7);
            case MONTHS -> isOff(time, days, 28, 31);
            case YEARS -> isOff(time, days, 360, 366);
            case MINUTES, HOURS, CYCLES -> false;
        };
    }

    private static boolean isOff(double time, double days, double least, double most) {
        double slack = ENDS + ROUNDING * most;
        return days < time * least - slack || days > time * most + slack;
    }
}
