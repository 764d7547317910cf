package org.tabularium.validation.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
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

/// A subject's visits follow each other as their names say: of a parameter nothing of Week 8 is dated before what is of Week 4.
/// Windows of analysis may be wide, but they do not cross. Records with DTYPE and of later periods are not compared.
public final class VisitOrder implements Rule {

    private static final Finding PATTERN = Finding.warning("VISIT_ORDER", "").of("ADT")
            .remedy("correct the dates or the visits, which may have been exchanged");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        BdsParameter.candidates(study, "").forEach(name -> BdsParameter.ask(study, name, requested));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        if (!DayZero.of(data).isKnown()) {
            return;
        }
        for (ExaminedDataset dataset : ExaminedDataset.of(data, BdsParameter.candidates(data.study(), ""))) {
            TextColumn visit = dataset.text("AVISIT").orElse(null);
            TextColumn code = dataset.text("PARAMCD").orElse(null);
            DatasetDates dates = dataset.column("ADT").map(DatasetDates::of).filter(DatasetDates::holdsDates).orElse(null);
            if (visit != null && code != null && dates != null) {
                check(dataset, new Columns(visit, code, dates), findings);
            }
        }
    }

    private record Columns(TextColumn visit, TextColumn code, DatasetDates dates) {}

    private record Series(int subject, int code) {}

    /// A record at a visit whose name says its time.
    private record At(double planned, int day, int row) {}

    private static void check(ExaminedDataset dataset, Columns columns, Consumer<Finding> findings) {
        boolean fromZero = VisitTime.isFromZero(columns.visit.dictionary());
        double[] planned = columns.visit.dictionary().stream()
                .mapToDouble(name -> VisitTime.of(name).map(time -> time.counted(fromZero).studyDay()).orElse(Double.NaN))
                .toArray();
        IntPredicate made = dataset.text("DTYPE").<IntPredicate>map(text -> row -> !text.isMissing(row)).orElse(row -> false);
        IntPredicate later = dataset.number("APERIOD").<IntPredicate>map(period -> row -> period.value(row) > 1)
                .orElse(row -> false);
        double[] times = Arrays.stream(planned).filter(time -> !Double.isNaN(time)).distinct().sorted().toArray();
        Spans spans = new Spans(times);
        Each each = new Each(dataset, columns, planned, row -> made.test(row) || later.test(row));
        each.forEach((subject, at) -> spans.add(subject, at));
        BitSet crossed = spans.crossed();
        Map<Series, List<At>> all = new HashMap<>();
        if (!crossed.isEmpty()) {
            each.forEach((subject, at) -> {
                if (crossed.get(subject)) {
                    all.computeIfAbsent(new Series(subject, columns.code.code(at.row)), s -> new ArrayList<>()).add(at);
                }
            });
        }
        Map<Integer, At> crossing = new HashMap<>();
        all.values().forEach(series -> find(series, crossing));
        try (RowFindings rows = new RowFindings(dataset, PATTERN, findings)) {
            crossing.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(pair -> {
                int earlier = pair.getValue().row;
                rows.add(pair.getKey(), columns.dates::text, at -> "is the date of " + columns.visit.value(at).strip()
                        + " and before " + columns.visit.value(earlier).strip() + " of the subject, which is of "
                        + columns.dates.text(earlier) + "; tables by visit go by the names of the visits");
            });
        }
    }

    /// The dated records at visits whose names say their times.
    private static final class Each {

        private final ExaminedDataset dataset;
        private final Columns columns;
        private final double[] planned;
        private final IntPredicate passed;

        Each(ExaminedDataset dataset, Columns columns, double[] planned, IntPredicate passed) {
            this.dataset = dataset;
            this.columns = columns;
            this.planned = planned;
            this.passed = passed;
        }

        void forEach(BiConsumer<Integer, At> use) {
            for (int row = 0; row < dataset.rows(); row++) {
                double time = planned[columns.visit.code(row)];
                int subject = Double.isNaN(time) || passed.test(row) ? -1 : dataset.subjects().of(row);
                int day = subject < 0 ? DatasetDates.ABSENT : columns.dates.epochDay(row);
                if (day != DatasetDates.ABSENT) {
                    use.accept(subject, new At(time, day, row));
                }
            }
        }
    }

    /// The first and last day of each subject at each time, whatever the parameter: where these do not cross, nothing
    /// does, and few
    /// studies have to be looked at more closely.
    private static final class Spans {

        private final double[] times;
        private final Map<Integer, int[]> first = new HashMap<>();
        private final Map<Integer, int[]> last = new HashMap<>();

        Spans(double[] times) {
            this.times = times;
        }

        void add(int subject, At at) {
            int place = Arrays.binarySearch(times, at.planned);
            int[] from = first.computeIfAbsent(subject, s -> filled(Integer.MAX_VALUE));
            int[] to = last.computeIfAbsent(subject, s -> filled(Integer.MIN_VALUE));
            from[place] = Math.min(from[place], at.day);
            to[place] = Math.max(to[place], at.day);
        }

        private int[] filled(int with) {
            int[] filled = new int[times.length];
            Arrays.fill(filled, with);
            return filled;
        }

        BitSet crossed() {
            BitSet crossed = new BitSet();
            first.forEach((subject, from) -> {
                int latest = Integer.MIN_VALUE;
                for (int place = 0; place < times.length; place++) {
                    if (from[place] < latest) {
                        crossed.set(subject);
                    }
                    latest = Math.max(latest, last.getOrDefault(subject, from)[place]);
                }
            });
            return crossed;
        }
    }

    /// The records that are dated before one of an earlier visit, by the first such one.
    private static void find(List<At> series, Map<Integer, At> crossing) {
        series.sort(Comparator.comparingDouble(At::planned).thenComparingInt(At::day));
        At latest = null;
        for (int from = 0; from < series.size();) {
            int to = from;
            At last = series.get(from);
            while (to < series.size() && series.get(to).planned == series.get(from).planned) {
                At at = series.get(to++);
                if (latest != null && at.day < latest.day) {
                    crossing.put(at.row, latest);
                }
                last = at.day > last.day ? at : last;
            }
            latest = latest == null || last.day > latest.day ? last : latest;
            from = to;
        }
    }
}
