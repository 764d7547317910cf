package org.tabularium.validation.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.VisitName;
import org.tabularium.study.records.BdsRecords;
import org.tabularium.study.records.DayZero;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A subject has one baseline record (ABLFL) of a parameter, within a type of baseline, a time point and a period; it is not of a
/// day after
/// the first treatment; and where the subject has a value at the visit called baseline, it is that one.
public final class BaselineOfSubjects implements Rule {

    /// What may tell several baselines of a subject apart.
    private static final List<String> APART = List.of("BASETYPE", "ATPT", "APERIOD", "APHASE", "TRTA", "TRTP", "AVALU");
    private static final Finding TWICE = Finding.warning("BASELINE_TWICE", "").of("ABLFL")
            .remedy("flag one record a subject and parameter");
    private static final Finding LATE = Finding.warning("BASELINE_LATE", "").of("ABLFL")
            .remedy("flag the last value before the treatment, or correct the date");
    private static final Finding ELSEWHERE = Finding.warning("BASELINE_ELSEWHERE", "").of("AVISIT")
            .remedy("give the baseline record the visit, or flag the visit's record");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        BdsParameter.candidates(study, "").stream().filter(name -> study.has(name, "ABLFL")).forEach(name -> {
            BdsParameter.ask(study, name, requested);
            APART.stream().filter(variable -> study.has(name, variable)).forEach(variable -> requested.ask(name, variable));
        });
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (String name : BdsParameter.candidates(data.study(), "")) {
            Dataset dataset = data.dataset(name).orElse(null);
            if (dataset != null && dataset.has("ABLFL") && dataset.column("PARAMCD").orElse(null) instanceof TextColumn code) {
                ExaminedDataset examined = ExaminedDataset.of(data, name).orElseThrow();
                check(data, dataset, examined, code, findings);
            }
        }
    }

    private record Of(int subject, String parameter) {}

    private static void check(StudyData data, Dataset dataset, ExaminedDataset examined, TextColumn code,
            Consumer<Finding> findings) {
        BdsRecords records = BdsRecords.of(data, dataset);
        List<Column> values = Stream.of("AVAL", "AVALC").flatMap(name -> dataset.column(name).stream()).toList();
        IntPredicate flagged = row -> records.isBaseline(row) && examined.subjects().of(row) >= 0
                && records.isBaselineByFlag(code.value(row).strip()) && values.stream().anyMatch(v -> !v.isMissing(row));
        List<Column> apart = APART.stream().flatMap(name -> dataset.column(name).stream()).toList();
        Map<Of, List<Integer>> baselines = new HashMap<>();
        for (int row = records.nextBaseline(0); row >= 0; row = records.nextBaseline(row + 1)) {
            if (flagged.test(row)) {
                baselines.computeIfAbsent(new Of(examined.subjects().of(row), code.value(row).strip()), k -> new ArrayList<>(1))
                        .add(row);
            }
        }
        twice(examined, apart, baselines, findings);
        late(data, examined, dataset, baselines, findings);
        elsewhere(examined, dataset, records, code, values, baselines, findings);
    }

    private static void twice(ExaminedDataset dataset, List<Column> apart, Map<Of, List<Integer>> baselines,
            Consumer<Finding> findings) {
        Map<Integer, Integer> second = new HashMap<>();
        baselines.values().stream().filter(rows -> rows.size() > 1).forEach(rows -> {
            Map<List<String>, Integer> first = new HashMap<>();
            rows.forEach(row -> {
                Integer other = first.putIfAbsent(apart.stream().map(column -> ValueText.text(column, row)).toList(), row);
                if (other != null) {
                    second.put(row, other);
                }
            });
        });
        try (RowFindings rows = new RowFindings(dataset, TWICE, findings)) {
            second.keySet().stream().sorted().forEach(row -> rows.add(row, at -> "Y",
                    at -> "marks a second baseline of the subject and parameter, beside "
                            + dataset.other(second.getOrDefault(at, at), at)
                            + "; tables that need the baseline record are not made, others go by BASE and CHG"));
        }
    }

    /// Only where a subject has one baseline of the parameter: others may be of later periods.
    private static void late(StudyData data, ExaminedDataset examined, Dataset dataset, Map<Of, List<Integer>> baselines,
            Consumer<Finding> findings) {
        DayZero zero = DayZero.ofBaseline(data);
        Optional<DatasetDates> dates = dataset.column("ADT").map(DatasetDates::of).filter(DatasetDates::holdsDates);
        if (dates.isEmpty() || !zero.isKnown()) {
            return;
        }
        try (RowFindings rows = new RowFindings(examined, LATE, findings)) {
            baselines.entrySet().stream().filter(of -> of.getValue().size() == 1)
                    .filter(of -> {
                        int day = dates.get().epochDay(of.getValue().getFirst());
                        int first = zero.days()[of.getKey().subject];
                        return day != DatasetDates.ABSENT && first != DatasetDates.ABSENT && day > first;
                    })
                    .map(of -> of.getValue().getFirst()).sorted()
                    .forEach(row -> rows.add(row, at -> dates.get().text(at),
                            at -> "is the day of the baseline record, after that of the first treatment ("
                                    + zero.variable() + "); the record counts as baseline"));
        }
    }

    /// A subject with a value at the visit called baseline whose baseline is another record.
    private static void elsewhere(ExaminedDataset examined, Dataset dataset, BdsRecords records, TextColumn code,
            List<Column> values, Map<Of, List<Integer>> baselines, Consumer<Finding> findings) {
        if (!(dataset.column("AVISIT").orElse(null) instanceof TextColumn visit)) {
            return;
        }
        boolean[] named = new boolean[visit.dictionary().size()];
        for (int i = 0; i < named.length; i++) {
            VisitName name = new VisitName(visit.dictionary().get(i));
            named[i] = name.isBaseline() && !name.isUnscheduled();
        }
        try (RowFindings rows = new RowFindings(examined, ELSEWHERE, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                if (named[visit.code(row)] && !records.isBaseline(row) && records.counts(row)
                        && values.stream().anyMatch(isThere(row))) {
                    List<Integer> own = baselines.getOrDefault(new Of(examined.subjects().of(row), code.value(row).strip()),
                            List.of());
                    int baseline = own.size() == 1 ? own.getFirst() : -1;
                    if (baseline >= 0 && !named[visit.code(baseline)]) {
                        rows.add(row, visit::value, at -> "is not the subject's baseline (ABLFL), which is that of row "
                                + examined.sourceRow(baseline) + " (" + visit.value(baseline).strip()
                                + "); tables show this value at the visit, and changes from the other");
                    }
                }
            }
        }
    }

    private static Predicate<Column> isThere(int row) {
        return value -> !value.isMissing(row);
    }
}
