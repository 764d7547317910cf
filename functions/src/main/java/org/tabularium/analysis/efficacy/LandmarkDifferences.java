package org.tabularium.analysis.efficacy;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.analysis.frame.Comparisons;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.statistic.KaplanMeier;
import org.tabularium.study.ValueText;

/// How much the share without the event at a landmark is above that of the control, with limits and p-value.
final class LandmarkDifferences {

    private LandmarkDifferences() {}

    static void add(TimeResults results, ColumnHead reference, int decimals, TableBody body) {
        List<Double> landmarks = results.block().landmarks();
        if (landmarks.isEmpty() || !results.block().curve().differences()) {
            return;
        }
        body.heading(new RowLabel.WithInterval(RowName.Efficacy.EVENT_FREE_DIFFERENCE, results.confidence()), 1, false);
        for (double time : landmarks) {
            List<CellResults> differences = new ArrayList<>();
            List<CellResults> tests = new ArrayList<>();
            for (ColumnHead column : results.frame().columns()) {
                if (column.isTotal() || column.equals(reference)) {
                    differences.add(CellResults.EMPTY);
                    tests.add(CellResults.EMPTY);
                } else {
                    add(results, column, reference, time, decimals, differences, tests);
                }
            }
            body.row(new RowLabel.AtTime(time, results.times().unit()), 2, false, differences);
            body.row(new RowLabel.Named(RowName.Shared.P_VALUE), 3, false, tests);
        }
        body.remarks.add(new EfficacyRemark.LandmarkDifferences(reference.label()));
    }

    private static void add(TimeResults results, ColumnHead column, ColumnHead reference, double time, int decimals,
            List<CellResults> differences, List<CellResults> tests) {
        double at = results.times().same.applyAsDouble(time);
        KaplanMeier.Difference difference = results.curve(column.subjects()).minus(results.curve(reference.subjects()), at);
        List<String> level = List.of(RowName.Efficacy.EVENT_FREE_DIFFERENCE.level(), ValueText.number(time));
        Clauses against = Clauses.of(Criterion.COMPARED_WITH, reference.label());
        Behind behind = results.times().behind(results.times().eventsUntil(time), Comparisons.both(column, reference));
        differences.add(results.interval(column, level, Statistic.DIFFERENCE, difference.value(),
                difference.interval(results.confidence()), decimals, results.frame().atConfidence(MethodId.KAPLAN_MEIER),
                behind, against));
        tests.add(new CellResults(Form.P_VALUE, List.of(results.result(column, level, Statistic.P_VALUE,
                Counting.value(difference.pValue()), Method.of(MethodId.Z_TEST), behind, against)), 0, 0));
    }
}
