package org.tabularium.validation.score;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A time to event is that from STARTDT to ADT, with or without the first day, in the unit of the label or of AVALU. A month may
/// have 28 to 31 days, so that what is found is a slip and no definition.
public final class TimesOfDates implements Rule {

    /// Days of a unit, the least and the most.
    private enum Unit {
        DAY(1, 1), WEEK(7, 7), MONTH(28, 31), YEAR(360, 366);

        private final double least;
        private final double most;

        Unit(double least, double most) {
            this.least = least;
            this.most = most;
        }

        static Optional<Unit> of(String text) {
            String word = text.toUpperCase(Locale.ROOT);
            return Stream.of(values()).filter(unit -> word.equals(unit.name()) || word.equals(unit.name() + "S")).findFirst();
        }

        /// Whether a time in this unit is not that of a number of days.
        boolean isOff(double time, double days) {
            double slack = ENDS + ROUNDING * most;
            return days < time * least - slack || days > time * most + slack;
        }
    }

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
                Optional<Unit> unit = unit(dataset, row);
                if (from != DatasetDates.ABSENT && until != DatasetDates.ABSENT && unit.isPresent() && !time.isMissing(row)
                        && time.value(row) >= 0 && unit.get().isOff(time.value(row), until - from)) {
                    int days = until - from;
                    rows.add(row, at -> ValueText.number(time.value(at)),
                            at -> String.format(Locale.ROOT, "is not the time from %s to %s, %,d days (unit %s)",
                                    start.get().text(at), end.get().text(at), days, unit.get().name().toLowerCase(Locale.ROOT)));
                }
            }
        }
    }

    private static Optional<Unit> unit(ExaminedDataset dataset, int row) {
        String label = dataset.text("PARAM").map(c -> Dimensions.unitOf(c.value(row).strip())).orElse("");
        return Unit.of(label.isEmpty() ? dataset.text("AVALU").map(c -> c.value(row).strip()).orElse("") : label);
    }
}
