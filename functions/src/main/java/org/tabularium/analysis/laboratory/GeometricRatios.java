package org.tabularium.analysis.laboratory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tabularium.analysis.frame.Comparisons;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.SubsetCounts;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.LaboratoryRemark;
import org.tabularium.result.display.RecordRemark;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Descriptive;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.LinearEstimate;

/// Ratios of geometric means with their limits: of an arm to the control at a visit, and of a visit to baseline in the same
/// subjects. Values of 0 and below are left out and footnoted.
final class GeometricRatios {

    private static final int DECIMALS = 2;

    private final TableFrame frame;
    private final SubsetCounts at;
    private final int indent;
    private final TableBody body;

    /// @param at the visit: its keys, its filter, its records
    GeometricRatios(TableFrame frame, SubsetCounts at, int indent, TableBody body) {
        this.frame = frame;
        this.at = at;
        this.indent = indent;
        this.body = body;
    }

    /// A row of each arm against the control; none where nothing is compared.
    ///
    /// @param values of some subjects at the visit
    void addArms(Function<BitSet, double[]> values) {
        Comparisons.of(frame).addControl(frame.control(), body);
        Optional<ColumnHead> control = frame.reference();
        if (control.isEmpty()) {
            return;
        }
        ColumnHead reference = control.get();
        Descriptive.Geometric of = Descriptive.of(values.apply(reference.subjects())).geometric();
        int leftOut = of.leftOut();
        List<String> level = List.of(RowName.Laboratory.GEOMETRIC_RATIO.levelOf(reference.label()));
        Clauses against = Clauses.of(Criterion.COMPARED_WITH, reference.label());
        List<CellResults> cells = new ArrayList<>();
        for (ColumnHead column : frame.columns()) {
            if (column.isTotal() || column.equals(reference)) {
                cells.add(CellResults.EMPTY);
            } else {
                Descriptive.Geometric own = Descriptive.of(values.apply(column.subjects())).geometric();
                leftOut += own.leftOut();
                LinearEstimate ratio = own.logarithmOver(of);
                cells.add(cell(column, Comparisons.both(column, reference), level, ratio.ratio(),
                        ratio.ratioInterval(confidence()), against));
            }
        }
        body.row(new RowLabel.AgainstWithInterval(RowName.Laboratory.GEOMETRIC_RATIO, reference.label(), confidence()), indent,
                false, cells);
        body.remarks.add(new LaboratoryRemark.GeometricRatioOfArms());
        addLeftOut(leftOut);
    }

    /// A row of the geometric mean of the subjects' ratios to their baselines.
    ///
    /// @param ratios of some subjects with a baseline
    void addBaseline(Function<BitSet, double[]> ratios) {
        List<String> level = List.of(RowName.Laboratory.RATIO_TO_BASELINE.level());
        List<CellResults> cells = new ArrayList<>();
        int leftOut = 0;
        for (ColumnHead column : frame.columns()) {
            Descriptive.Geometric own = Descriptive.of(ratios.apply(column.subjects())).geometric();
            leftOut += own.leftOut();
            cells.add(cell(column, column.subjects(), level, own.mean(), own.interval(confidence()), Clauses.present("BASE")));
        }
        body.row(new RowLabel.WithInterval(RowName.Laboratory.RATIO_TO_BASELINE, confidence()), indent, false, cells);
        body.remarks.add(new LaboratoryRemark.GeometricRatioToBaseline());
        addLeftOut(leftOut);
    }

    private void addLeftOut(int values) {
        if (values > 0) {
            body.remarks.add(new RecordRemark.NoLogarithm());
        }
    }

    private double confidence() {
        return frame.data().settings().confidence();
    }

    private CellResults cell(ColumnHead column, BitSet within, List<String> level, Estimate ratio, ConfidenceInterval interval,
            Clauses more) {
        Behind behind = new Behind(at.subjects(), within, within, at.records());
        return new CellResults(Form.ESTIMATE_INTERVAL, List.of(
                result(column, level, Statistic.GEOMETRIC_RATIO, ratio, more, behind),
                result(column, level, Statistic.CI_LOWER, interval.lower(), more, behind),
                result(column, level, Statistic.CI_UPPER, interval.upper(), more, behind)), DECIMALS, 0);
    }

    private Result result(ColumnHead column, List<String> level, Statistic statistic, Estimate estimate, Clauses more,
            Behind behind) {
        return frame.result(at.dataset(), column, at.groups(), "AVAL", level, statistic, Counting.value(estimate),
                at.clauses().and(more), frame.atConfidence(MethodId.GEOMETRIC_RATIO), behind);
    }
}
