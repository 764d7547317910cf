package org.tabularium.validation.record;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.VisitTime;
import org.tabularium.study.records.DayZero;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A record is of about the day that the name of its visit says ("Week 4"), counted from day zero. Told is what lies before the
/// first
/// treatment, and what lies so far from the day that another visit or another year was meant, where most records of the visit do
/// not.
public final class VisitDates implements Rule {

    /// Days that a visit may lie from its time, or as many as its time where that is more: windows of analysis are wide.
    private static final int LEEWAY = 56;
    private static final Finding PATTERN = Finding.warning("VISIT_DATE", "").of("ADT")
            .remedy("correct the date or the visit");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        BdsParameter.candidates(study, "").forEach(name -> BdsParameter.ask(study, name, requested));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        DayZero zero = DayZero.of(data);
        if (!zero.isKnown()) {
            return;
        }
        for (String name : BdsParameter.candidates(data.study(), "")) {
            Dataset dataset = data.dataset(name).orElse(null);
            Optional<DatasetDates> dates = dataset == null
                    ? Optional.empty()
                    : dataset.column("ADT").map(DatasetDates::of).filter(DatasetDates::holdsDates);
            if (dates.isPresent() && dataset.column("AVISIT").orElse(null) instanceof TextColumn visit) {
                ExaminedDataset.of(data, name)
                        .ifPresent(examined -> check(examined, dataset, zero, dates.get(), visit, findings));
            }
        }
    }

    private static void check(ExaminedDataset examined, Dataset dataset, DayZero zero, DatasetDates dates, TextColumn visit,
            Consumer<Finding> findings) {
        double[] planned = visit.dictionary().stream()
                .mapToDouble(name -> VisitTime.of(name).map(VisitTime::days).orElse(Double.NaN)).toArray();
        if (Arrays.stream(planned).allMatch(Double::isNaN)) {
            return;
        }
        TextColumn made = dataset.column("DTYPE").orElse(null) instanceof TextColumn texts ? texts : null;
        int[] near = new int[planned.length];
        int[] off = new int[planned.length];
        for (int row = 0; row < dataset.rows(); row++) {
            double by = made == null || made.isMissing(row)
                    ? distance(examined, zero, dates, visit, planned, row)
                    : Double.NaN;
            if (!Double.isNaN(by)) {
                (isOff(by, planned[visit.code(row)]) ? off : near)[visit.code(row)]++;
            }
        }
        if (Arrays.stream(off).allMatch(count -> count == 0)) {
            return;
        }
        try (RowFindings rows = new RowFindings(examined, PATTERN, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                int of = visit.code(row);
                if (off[of] > 0 && off[of] <= near[of] && (made == null || made.isMissing(row))) {
                    double by = distance(examined, zero, dates, visit, planned, row);
                    if (!Double.isNaN(by) && isOff(by, planned[of])) {
                        rows.add(row, dates::text,
                                at -> "lies " + Math.round(Math.abs(distance(examined, zero, dates, visit, planned, at)))
                                        + " days from the time that the name of its visit says (" + visit.value(at).strip()
                                        + "), counted from " + zero.variable()
                                        + "; tables by visit go by the name, those of values at any time by the date");
                    }
                }
            }
        }
    }

    private static boolean isOff(double by, double planned) {
        return planned > 0 && (Math.abs(by) > Math.max(LEEWAY, planned) || by < -planned);
    }

    /// Days from the planned time; NaN where something is not known, and in later periods, whose visits may count from their own
    /// beginning.
    private static double distance(ExaminedDataset dataset, DayZero zero, DatasetDates dates, TextColumn visit, double[] planned,
            int row) {
        double time = planned[visit.code(row)];
        boolean first = !Double.isNaN(time) && dataset.number("APERIOD").map(period -> !(period.value(row) > 1)).orElse(true);
        int subject = first ? dataset.subjects().of(row) : -1;
        int start = subject < 0 ? DatasetDates.ABSENT : zero.days()[subject];
        int day = start == DatasetDates.ABSENT ? DatasetDates.ABSENT : dates.epochDay(row);
        return day == DatasetDates.ABSENT ? Double.NaN : day - start - time;
    }
}
