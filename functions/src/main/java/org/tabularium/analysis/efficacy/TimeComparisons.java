package org.tabularium.analysis.efficacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tabularium.analysis.frame.Comparisons;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.OneArmStrata;
import org.tabularium.analysis.frame.Strata;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.rows.DeclaredModels;
import org.tabularium.statistic.CoxRegression;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.LogRank;

/// Times to an event of each arm against those of the control: hazard ratio (Cox), log-rank test and differences at landmarks.
final class TimeComparisons {

    private static final String VARIABLE = "AVAL";
    private static final int RATIO_DECIMALS = 2;

    private final TimeResults results;
    private final DeclaredModels.TimeToEvent block;
    private final TableFrame frame;
    private final TimesToEvent times;
    private final ColumnHead reference;
    private final List<BitSet> strata;
    private final CoxRegression.Ties ties;
    private final TableBody body;

    private TimeComparisons(TimeResults results, ColumnHead reference, List<BitSet> strata, TableBody body) {
        this.results = results;
        this.block = results.block();
        this.frame = results.frame();
        this.times = results.times();
        this.reference = reference;
        this.strata = strata;
        this.ties = CoxRegression.Ties.valueOf(block.ties().name());
        this.body = body;
    }

    /// Adds the comparisons where there are several arms and one of them is the control.
    static void add(TimeResults results, TableBody body) throws NotProducedException {
        TableFrame frame = results.frame();
        if (frame.armColumns().size() < 2) {
            return;
        }
        Comparisons.of(frame).addControl(frame.control(), body);
        Optional<ColumnHead> control = frame.reference();
        if (control.isPresent()) {
            new TimeComparisons(results, control.get(), strata(results, body), body).add();
        }
    }

    private static List<BitSet> strata(TimeResults results, TableBody body) throws NotProducedException {
        List<JoinedColumn> fields = new ArrayList<>();
        for (String variable : results.block().strata()) {
            fields.add(results.times().field(variable));
        }
        BitSet compared = (BitSet) results.times().known.clone();
        compared.and(results.frame().inArms());
        return Strata.of(results.block().strata(), fields, results.times().records(), compared, body);
    }

    private void add() {
        new OneArmStrata(block.strata(), strata).addOfPairs(frame, reference, times.known, body);
        body.heading(new RowLabel.Against(RowName.Comparison.COMPARISON, reference.label()), 0, true);
        List<CellResults> ratios = new ArrayList<>();
        List<CellResults> tests = new ArrayList<>();
        for (ColumnHead column : frame.columns()) {
            boolean compared = !column.isTotal() && !column.equals(reference);
            ratios.add(compared ? hazardRatio(column) : CellResults.EMPTY);
            tests.add(compared ? test(column) : CellResults.EMPTY);
        }
        body.row(new RowLabel.WithInterval(RowName.Efficacy.HAZARD_RATIO, results.confidence()), 1, false, ratios);
        body.row(new RowLabel.Named(RowName.Efficacy.LOG_RANK), 1, false, tests);
        LandmarkDifferences.add(results, reference, TimeToEventAnalysis.SURVIVAL_DECIMALS, body);
        if (frame.armColumns().size() > 2) {
            addTestOfAllArms();
        }
        body.remarks.add(
                new EfficacyRemark.HazardRatios(ties == CoxRegression.Ties.EFRON, block.strata(), reference.label(), true));
    }

    /// An arm's hazard ratio with its limits; its p-value is not shown.
    private CellResults hazardRatio(ColumnHead column) {
        CoxRegression cox = CoxRegression.of(
                strata.stream()
                        .map(s -> new CoxRegression.Stratum(times.follow(reference.subjects(), s),
                                times.follow(column.subjects(), s)))
                        .toList(),
                ties);
        List<String> level = List.of(RowName.Efficacy.HAZARD_RATIO.level());
        body.unshown.add(results.result(column, level, Statistic.P_VALUE, Counting.value(cox.pValue()), cox(), behind(column),
                against()));
        if (cox.hazardRatio() instanceof Estimate.NotEstimable(String reason) && cox.isSeparated()) {
            body.remarks.add(new EfficacyRemark.NoHazardRatio(column.label(), reference.label(), reason));
        }
        return results.interval(column, level, Statistic.HAZARD_RATIO, cox.hazardRatio(), cox.interval(results.confidence()),
                RATIO_DECIMALS, cox(), behind(column));
    }

    private CellResults test(ColumnHead column) {
        return new CellResults(Form.P_VALUE,
                List.of(results.result(column, List.of(RowName.Efficacy.LOG_RANK.level()), Statistic.P_VALUE,
                        Counting.value(logRank(List.of(reference, column))), logRank(), behind(column), against())),
                0, 0);
    }

    private void addTestOfAllArms() {
        body.unshown.add(frame.overall(times.parameter.records().name(), results.groups(), VARIABLE,
                List.of(RowName.Efficacy.LOG_RANK.level()), Statistic.P_VALUE, Counting.value(logRank(frame.armColumns())),
                Filter.joined(times.parameter.clauses(), Clauses.of(Criterion.ALL_ARMS)), logRank(),
                times.behind(times.events, inStrata(frame.inArms()))));
    }

    private Estimate logRank(List<ColumnHead> arms) {
        return LogRank.pValue(
                strata.stream().map(s -> arms.stream().map(arm -> times.follow(arm.subjects(), s)).toList()).toList());
    }

    /// Those who had the event, of both arms.
    private Behind behind(ColumnHead column) {
        return times.behind(times.events, inStrata(Comparisons.both(column, reference)));
    }

    private BitSet inStrata(BitSet of) {
        BitSet within = new BitSet();
        strata.forEach(within::or);
        within.and(of);
        return within;
    }

    private Clauses against() {
        return Clauses.of(Criterion.COMPARED_WITH, reference.label());
    }

    private Method cox() {
        return frame.atConfidence(MethodId.COX_REGRESSION)
                .with("ties", block.ties().name().toLowerCase(Locale.ROOT))
                .with("strata", String.join(", ", block.strata()));
    }

    private Method logRank() {
        return Method.of(MethodId.LOG_RANK, "strata", String.join(", ", block.strata()));
    }
}
