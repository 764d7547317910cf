package org.tabularium.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// When subjects take no steroids: from a record of dose 0 after day zero to the next record of another dose, or to the last
/// record.
final class SteroidFree {

    private final Map<Integer, NavigableMap<Double, Double>> doses = new TreeMap<>();

    private final BdsParameter parameter;

    private SteroidFree(BdsParameter parameter) {
        this.parameter = parameter;
    }

    /// From one time to another.
    private record Stretch(double from, double to) {}

    /// Empty where the study has no dated doses.
    static Optional<SteroidFree> of(StudyData data, String code, FigureTime time, TableBody body) throws NotProducedException {
        Optional<BdsParameter> found = FirstAttained.find(data, code);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        JoinedRecords records = found.get().records();
        Optional<DatasetDates> dates = records.dataset().column("ADT").map(DatasetDates::of);
        SteroidFree free = new SteroidFree(found.get());
        found.get().rows().stream().forEach(row -> {
            double dated = dates.map(d -> time.at(records.subject(row), d.epochDay(row))).orElse(Double.NaN);
            double planned = records.field("AVISIT").map(visit -> time.atVisit(visit.text(row))).orElse(Double.NaN);
            double at = Double.isNaN(dated) ? planned : dated;
            double dose = records.field("AVAL").map(f -> f.number(row)).orElse(Double.NaN);
            if (at >= 0 && !Double.isNaN(dose)) {
                free.doses.computeIfAbsent(records.subject(row), s -> new TreeMap<>()).put(at, dose);
            }
        });
        if (!free.doses.isEmpty()) {
            body.addSource(found.get());
        }
        return free.doses.isEmpty() ? Optional.empty() : Optional.of(free);
    }

    void draw(ColumnHead column, int subject, SubjectRows rows) {
        for (Stretch stretch : stretches(subject)) {
            rows.draw(Layer.STRETCH, column, subject, SubjectRows.NOTHING, stretch.from, rows.result(column, subject,
                    SubjectRows.Source.of(parameter, "AVAL"), Statistic.MAX, new Value.Real(stretch.to),
                    ValueText.number(stretch.from)));
        }
    }

    private List<Stretch> stretches(int subject) {
        List<Stretch> stretches = new ArrayList<>();
        double from = Double.NaN;
        double last = Double.NaN;
        for (Map.Entry<Double, Double> dose : doses.getOrDefault(subject, new TreeMap<>()).entrySet()) {
            if (dose.getValue() == 0) {
                from = Double.isNaN(from) ? dose.getKey() : from;
            } else if (!Double.isNaN(from)) {
                stretches.add(new Stretch(from, dose.getKey()));
                from = Double.NaN;
            }
            last = dose.getKey();
        }
        if (!Double.isNaN(from) && last > from) {
            stretches.add(new Stretch(from, last));
        }
        return stretches;
    }
}
