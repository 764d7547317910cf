package org.tabularium.analysis.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.ArmPairs.Row;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Criterion;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.ComparisonHead;
import org.tabularium.result.display.ComparisonRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.shell.comparison.OddsRatios;
import org.tabularium.shell.comparison.RiskDifferences;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.proportion.ConditionalOddsRatio;
import org.tabularium.statistic.proportion.Contrast;
import org.tabularium.statistic.proportion.MantelHaenszelOddsRatio;
import org.tabularium.statistic.proportion.OddsRatio;
import org.tabularium.statistic.proportion.Pair;
import org.tabularium.statistic.proportion.RiskDifference;
import org.tabularium.statistic.proportion.StratifiedDifference;

/// The columns of what each arm's share differs by from the control's, with its interval: differences of percentages, odds
/// ratios.
final class ContrastColumns {

    private static final int RATIO_DECIMALS = 2;

    private final TableFrame frame;
    private final ArmPairs pairs;
    private final Kind kind;
    private final Method method;
    private final SubjectStrata strata;

    /// What a contrast is called and shown as.
    ///
    /// @param statistic of the estimate
    /// @param name followed by the control it is the last level of its results
    /// @param form of its cells
    /// @param decimals of its cells
    /// @param scale what its numbers are multiplied by
    /// @param of it of the strata, of which there is one where none are asked for
    private record Kind(Statistic statistic, RowName.Comparison name, Form form, int decimals, double scale,
            Function<List<Pair>, Contrast> of) {}

    private ContrastColumns(TableFrame frame, @Nullable String against, Kind kind, MethodId method, List<String> strata) {
        this.frame = frame;
        this.pairs = new ArmPairs(frame, against);
        this.kind = kind;
        Method made = frame.atConfidence(method);
        this.method = strata.isEmpty() ? made : made.with("strata", String.join(", ", strata));
        this.strata = SubjectStrata.of(frame, strata);
    }

    /// Those that the shell asks for, from left to right.
    static List<ContrastColumns> of(TableFrame frame) {
        List<ContrastColumns> columns = new ArrayList<>();
        RiskDifferences differences = frame.shell().riskDifference();
        if (differences != null) {
            columns.add(new ContrastColumns(frame, differences.against(),
                    new Kind(Statistic.DIFFERENCE, RowName.Comparison.DIFFERENCE, Form.PERCENT_DIFFERENCE, 0, 100,
                            strata -> difference(differences.method(), strata)),
                    MethodOf.difference(differences.method()), differences.strata()));
        }
        OddsRatios ratios = frame.shell().oddsRatio();
        if (ratios != null) {
            columns.add(new ContrastColumns(frame, ratios.against(),
                    new Kind(Statistic.ODDS_RATIO, RowName.Comparison.ODDS_RATIO, Form.ESTIMATE_INTERVAL, RATIO_DECIMALS, 1,
                            strata -> oddsRatio(ratios.method(), strata)),
                    MethodOf.oddsRatio(ratios.method()), ratios.strata()));
        }
        return columns;
    }

    private static Contrast difference(RiskDifferences.Method method, List<Pair> strata) {
        return switch (method) {
            case MIETTINEN_NURMINEN -> plain(RiskDifference.Method.MIETTINEN_NURMINEN, strata.getFirst());
            case NEWCOMBE -> plain(RiskDifference.Method.NEWCOMBE, strata.getFirst());
            case WALD -> plain(RiskDifference.Method.WALD, strata.getFirst());
            case WALD_CORRECTED -> plain(RiskDifference.Method.WALD_CORRECTED, strata.getFirst());
            case CMH -> new StratifiedDifference(strata, StratifiedDifference.Variance.STANDARD);
            case CMH_SATO -> new StratifiedDifference(strata, StratifiedDifference.Variance.SATO);
        };
    }

    private static Contrast plain(RiskDifference.Method method, Pair pair) {
        RiskDifference difference = new RiskDifference(pair.group(), pair.reference());
        return new Contrast() {
            @Override
            public Estimate estimate() {
                return difference.estimate();
            }

            @Override
            public ConfidenceInterval interval(double confidence) {
                return difference.interval(method, confidence);
            }
        };
    }

    private static Contrast oddsRatio(OddsRatios.Method method, List<Pair> strata) {
        return switch (method) {
            case WALD -> new OddsRatio(strata.getFirst());
            case CONDITIONAL -> new ConditionalOddsRatio(strata);
            case MANTEL_HAENSZEL -> new MantelHaenszelOddsRatio(strata);
        };
    }

    List<ComparisonHead> heads() {
        double confidence = frame.data().settings().confidence();
        return pairs.map((arm, against) -> kind.statistic() == Statistic.DIFFERENCE
                ? new ComparisonHead.Difference(arm.label(), against.label(), confidence)
                : new ComparisonHead.OddsRatio(arm.label(), against.label(), confidence));
    }

    List<CellResults> cells(Row row) {
        return pairs.cells((arm, against) -> cell(arm, against, row));
    }

    private CellResults cell(ColumnHead arm, ColumnHead against, Row row) {
        Contrast contrast = kind.of().apply(strata.pairs(row.share().apply(arm), row.share().apply(against)));
        ConfidenceInterval interval = contrast.interval(frame.data().settings().confidence());
        List<String> level = new ArrayList<>(row.counted().level());
        level.add(kind.name().levelOf(against.label()));
        Clauses clauses = row.counted().clauses().and(Clauses.of(Criterion.COMPARED_WITH, against.label()));
        Behind behind = strata.of(row.counted()).behind(ArmPairs.both(arm, against));
        return new CellResults(kind.form(), List.of(
                result(arm, row, level, kind.statistic(), contrast.estimate(), clauses, behind),
                result(arm, row, level, Statistic.CI_LOWER, interval.lower(), clauses, behind),
                result(arm, row, level, Statistic.CI_UPPER, interval.upper(), clauses, behind)),
                kind.decimals(), kind.form() == Form.PERCENT_DIFFERENCE ? arm.n() : 0);
    }

    private Result result(ColumnHead arm, Row row, List<String> level, Statistic statistic, Estimate estimate, Clauses clauses,
            Behind behind) {
        Value value = Counting.value(estimate);
        return frame.result(row.counted().dataset(), arm, row.more(), row.counted().variable(), level, statistic,
                value instanceof Value.Real(double real) ? new Value.Real(real * kind.scale()) : value, clauses, method, behind);
    }

    void addRemarks(TableBody body) {
        pairs.reference().filter(against -> !heads().isEmpty()).ifPresent(against -> {
            body.remarks.add(remark(against.label()));
            strata.addRemark(frame, body);
            strata.ofOneArm().addOfRows(frame, against, kind.statistic(), method, body);
        });
        pairs.addControl(body);
    }

    private Remark remark(String against) {
        return kind.statistic() == Statistic.DIFFERENCE
                ? new ComparisonRemark.Differences(against, method.id(), strata.variables(),
                        frame.data().settings().confidence())
                : new ComparisonRemark.OddsRatios(against, method.id(), strata.variables());
    }
}
