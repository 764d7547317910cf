package org.tabularium.analysis.listing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tabularium.result.Clauses;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Visit;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.rows.ListingColumn;
import org.tabularium.study.StudyData;

/// What a listing shows of a subject beside its records: a parameter's first and last value, the worst grade of a term. Read once
/// for all subjects.
final class SubjectValues {

    private final StudyData data;
    private final Map<String, Optional<Scores>> scores = new HashMap<>();
    private final Map<String, int[]> worst = new HashMap<>();
    private final Set<String> datasets = new TreeSet<>();

    SubjectValues(StudyData data) {
        this.data = data;
    }

    /// A parameter's values of each subject.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Scores(double[] baseline, double[] last) {
        double at(ListingColumn.At at, int subject) {
            return at == ListingColumn.At.BASELINE ? baseline[subject] : last[subject];
        }
    }

    /// The datasets that were looked into.
    Set<String> datasets() {
        return datasets;
    }

    /// A parameter's value of a subject at baseline or at the last visit; NaN where there is none.
    double number(String code, ListingColumn.At at, int subject) throws NotProducedException {
        return scores(code).map(s -> s.at(at, subject)).orElse(Double.NaN);
    }

    /// Each subject's worst grade of a term among the treatment-emergent events; 0 for none.
    int worstGrade(String term, int subject) {
        return worst.computeIfAbsent(term, this::worstGrades)[subject];
    }

    private int[] worstGrades(String term) {
        int[] grades = new int[data.subjectCount()];
        JoinedRecords.of(data, "ADAE").ifPresent(events -> {
            datasets.add(events.name());
            Filter emergent = Filter.of(
                    new Condition.Compare("TRTEMFL", Condition.Comparator.EQ, List.of("Y")), events)
                    .orElse(Filter.EVERYTHING);
            Filter ofTerm = Filter.of(new Condition.Term(term), events).orElse(new Filter(row -> false, Clauses.NONE));
            EventGrades of = EventGrades.of(events);
            events.select(emergent.and(ofTerm)).stream()
                    .forEach(row -> grades[events.subject(row)] = Math.max(grades[events.subject(row)], of.of(row)));
        });
        return grades;
    }

    private Optional<Scores> scores(String code) throws NotProducedException {
        Optional<Scores> known = scores.get(code);
        if (known == null) {
            known = read(code);
            scores.put(code, known);
        }
        return known;
    }

    private Optional<Scores> read(String code) throws NotProducedException {
        Optional<BdsParameter> parameter = BdsParameter.find(data, "", null, code);
        if (parameter.isEmpty()) {
            return Optional.empty();
        }
        JoinedRecords records = parameter.get().records();
        datasets.add(records.name());
        int[] baselines = Visit.baselines(parameter.get());
        double[] baseline = missing();
        for (int subject = 0; subject < baseline.length; subject++) {
            baseline[subject] = baselines[subject] < 0 ? Double.NaN : AnalysisValue.number(records, baselines[subject]);
        }
        double[] last = missing();
        for (Visit visit : Visit.of(parameter.get(), List.of())) {
            for (int subject = 0; subject < last.length; subject++) {
                int row = visit.recordOf()[subject];
                double value = row < 0 ? Double.NaN : AnalysisValue.number(records, row);
                last[subject] = Double.isNaN(value) ? last[subject] : value;
            }
        }
        return Optional.of(new Scores(baseline, last));
    }

    private double[] missing() {
        double[] values = new double[data.subjectCount()];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
