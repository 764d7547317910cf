package org.tabularium.validation.record;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.DayZero;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A study day (ADY, ASTDY, AENDY) is that of its date, counted from the first treatment (TRTSDT) as day 1 without a day 0, or
/// from the day zero of study.yaml. Where most records count from something else, that is told once, with what they count from
/// if it is known.
public final class StudyDays implements Rule {

    private static final Map<String, String> DATES = new LinkedHashMap<>();
    private static final List<String> OTHERS = List.of("INFDT", "RANDDT", "LDSDT");

    static {
        DATES.put("ADY", "ADT");
        DATES.put("ASTDY", "ASTDT");
        DATES.put("AENDY", "AENDT");
    }

    private static final Finding PATTERN = Finding.warning("STUDY_DAY", "")
            .remedy("derive it again, or correct the date");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, DayZero.VARIABLES);
        Optional.ofNullable(study.settings().records().dayZero()).ifPresent(day -> requested.ask(Study.ADSL, day));
        for (String name : study.datasets()) {
            DATES.forEach((day, date) -> {
                if (study.has(name, day) && study.has(name, date) && study.has(name, "USUBJID")) {
                    requested.ask(name, day, date);
                }
            });
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, List.copyOf(data.study().datasets()))) {
            DATES.forEach((day, date) -> {
                Optional<NumericColumn> days = dataset.number(day);
                Optional<DatasetDates> dates = dataset.column(date).map(DatasetDates::of).filter(DatasetDates::holdsDates);
                if (days.isPresent() && dates.isPresent() && !dataset.name().equals(Study.ADSL)) {
                    check(new Days(dataset, day, days.get(), date, dates.get()), data, findings);
                }
            });
        }
    }

    /// A study day and its date.
    private record Days(ExaminedDataset dataset, String variable, NumericColumn days, String date, DatasetDates dates) {

        /// The records with both, of subjects with a day zero.
        BitSet known(DayZero zero) {
            BitSet known = new BitSet();
            for (int row = 0; row < dataset.rows(); row++) {
                known.set(row, !days.isMissing(row) && !Double.isNaN(expected(zero, row)));
            }
            return known;
        }

        double expected(DayZero zero, int row) {
            int subject = dataset.subjects().of(row);
            return subject < 0 ? Double.NaN : zero.studyDay(subject, dates.epochDay(row));
        }

        BitSet off(DayZero zero) {
            BitSet off = known(zero);
            for (int row = off.nextSetBit(0); row >= 0; row = off.nextSetBit(row + 1)) {
                off.set(row, days.value(row) != expected(zero, row));
            }
            return off;
        }
    }

    private static void check(Days of, StudyData data, Consumer<Finding> findings) {
        DayZero first = from(data, DayZero.TREATMENT);
        DayZero chosen = DayZero.of(data);
        BitSet known = of.known(first);
        BitSet off = of.off(first);
        if (off.isEmpty() || (!chosen.isFirstTreatment() && of.off(chosen).isEmpty())) {
            return;
        }
        if (2 * off.cardinality() <= known.cardinality()) {
            try (RowFindings rows = new RowFindings(of.dataset(), PATTERN.of(of.variable()), findings)) {
                off.stream().forEach(row -> rows.add(row, at -> ValueText.number(of.days().value(at)),
                        at -> "is not the study day of " + of.date() + ", " + of.dates().text(at) + ", which is "
                                + ValueText.number(of.expected(first, at)) + " counted from TRTSDT"));
            }
            return;
        }
        String other = OTHERS.stream().filter(name -> data.adsl().has(name)).filter(name -> {
            DayZero zero = from(data, name);
            return zero.isKnown() && 2 * of.off(zero).cardinality() <= of.known(zero).cardinality();
        }).findFirst().orElse("");
        findings.accept(of.dataset().in(Finding.warning("STUDY_DAY", "is not the study day of " + of.date()
                + " counted from TRTSDT as day 1 in " + off.cardinality() + " of " + known.cardinality() + " records"
                + (other.isEmpty() ? "" : ", but counts from " + other) + "; where tables need days they take it as it is")
                .of(of.dataset().named(of.variable()))
                .remedy(other.isEmpty()
                        ? "derive it again, or name the day that it counts from in study.yaml: day-zero: …"
                        : "name it in study.yaml, if time is to count from there: day-zero: " + other)));
    }

    private static DayZero from(StudyData data, String variable) {
        return new DayZero(variable, false, DayZero.days(data.adsl(), variable));
    }
}
