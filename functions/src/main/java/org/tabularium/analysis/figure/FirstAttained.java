package org.tabularium.analysis.figure;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.ResponseAnswers;
import org.tabularium.study.StudyData;

/// When each subject first attains a response: its first record that answers yes, by its date, else by the time that its visit's
/// name says.
final class FirstAttained {

    private final BdsParameter parameter;
    private final Map<Integer, Double> first = new TreeMap<>();

    FirstAttained(BdsParameter parameter, FigureTime time) throws NotProducedException {
        this.parameter = parameter;
        ResponseAnswers answers = ResponseAnswers.of(parameter);
        JoinedRecords records = parameter.records();
        Optional<DatasetDates> dates = records.dataset().column("ADT").map(DatasetDates::of);
        parameter.rows().stream().filter(row -> answers.of(row).orElse(false)).forEach(row -> {
            int subject = records.subject(row);
            double dated = dates.map(d -> time.at(subject, d.epochDay(row))).orElse(Double.NaN);
            double planned = records.field("AVISIT").map(visit -> time.atVisit(visit.text(row))).orElse(Double.NaN);
            double at = Double.isNaN(dated) ? planned : dated;
            if (!Double.isNaN(at)) {
                first.merge(subject, at, Math::min);
            }
        });
    }

    /// A response that is there or can be derived; the figure does without the others.
    static Optional<BdsParameter> find(StudyData data, String code) {
        try {
            return BdsParameter.find(data, "", null, code);
        } catch (NotProducedException e) {
            return Optional.empty();
        }
    }

    /// Whether any of some subjects attains it.
    boolean isAttained(BitSet subjects) {
        return first.keySet().stream().anyMatch(subjects::get);
    }

    void draw(ColumnHead column, int subject, SubjectRows rows) {
        Double at = first.get(subject);
        if (at != null) {
            rows.draw(Layer.MARK, column, subject, new RowLabel.Given(parameter.label()), at, rows.result(column, subject,
                    SubjectRows.Source.of(parameter, "AVALC"), Statistic.VALUE, new Value.Real(at)));
        }
    }
}
