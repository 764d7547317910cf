package org.tabularium.analysis.visit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.Comparisons;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.MethodOf;
import org.tabularium.analysis.frame.OneArmStrata;
import org.tabularium.analysis.frame.Strata;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind.Records;
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
import org.tabularium.result.Value;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.display.RecordRemark;
import org.tabularium.result.obstacle.RecordObstacle;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.LevelOrder;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.shell.rows.DeclaredModels;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.proportion.BreslowDay;
import org.tabularium.statistic.proportion.CochranMantelHaenszel;
import org.tabularium.statistic.proportion.FisherFreemanHalton;
import org.tabularium.statistic.proportion.PearsonChiSquare;

/// Computes [DeclaredModels.Cmh]: the levels of a parameter at a visit, and the arms compared by the Cochran-Mantel-Haenszel
/// tests within strata.
///
/// A level is AVALC, or AVAL where AVALC is missing; it stands in the order of AVAL, which is also its score. Where AVAL does not
/// tell the levels apart they are
/// scored 1, 2, 3, … in their order. Arms are scored 1, 2, 3, … in theirs.
public final class CmhAnalysis {

    private static final int MOST_LEVELS = 50;

    private final DeclaredModels.Cmh block;
    private final TableFrame frame;
    private final TableBody body;
    private final ParameterVisit at;
    private final String variable;
    private final BitSet assessed = new BitSet();
    private final BitSet tested = new BitSet();
    private final @Nullable Records records;
    private final Map<Integer, String> levelOf = new HashMap<>();
    private final List<String> levels;
    private final double[] scores;

    private CmhAnalysis(DeclaredModels.Cmh block, TableFrame frame, ParameterVisit at, TableBody body)
            throws NotProducedException {
        this.block = block;
        this.frame = frame;
        this.body = body;
        this.at = at;
        this.records = at.records();
        JoinedRecords joined = at.parameter().records();
        Optional<JoinedColumn> text = joined.field("AVALC");
        Map<String, Set<Double>> numbers = new HashMap<>();
        frame.population().subjects().stream().filter(s -> at.row(s) >= 0).forEach(subject -> {
            int row = at.row(subject);
            String level = text.map(f -> f.text(row)).filter(t -> !t.isEmpty())
                    .orElseGet(() -> joined.field("AVAL").orElseThrow().text(row));
            assessed.set(subject);
            levelOf.put(subject, level);
            numbers.computeIfAbsent(level, l -> new TreeSet<>()).add(AnalysisValue.number(joined, row));
        });
        this.variable = text.isPresent() ? "AVALC" : "AVAL";
        boolean scored = numbers.values().stream().allMatch(n -> n.size() == 1 && !n.contains(Double.NaN));
        Comparator<String> order = scored
                ? Comparator.comparingDouble((String level) -> numbers.getOrDefault(level, Set.of()).iterator().next())
                        .thenComparing(LevelOrder.natural())
                : LevelOrder.natural();
        this.levels = numbers.keySet().stream().sorted(order).toList();
        this.scores = IntStream.range(0, levels.size())
                .mapToDouble(i -> scored ? numbers.getOrDefault(levels.get(i), Set.of()).iterator().next() : i + 1)
                .toArray();
        if (levels.size() > MOST_LEVELS) {
            throw new NotProducedException(
                    new RecordObstacle.TooManyCategories(at.parameter().code(), levels.size(), at.visit().name()));
        }
    }

    public static void add(DeclaredModels.Cmh block, TableFrame frame, TableBody body) throws NotProducedException {
        ParameterVisit at = ParameterVisit.find(block.parameter(), block.visit(), frame, body);
        CmhAnalysis analysis = new CmhAnalysis(block, frame, at, body);
        analysis.addLevels();
        analysis.addTests();
    }

    private void addLevels() {
        body.heading(new RowLabel.OfLevel("AVISIT", at.visit().name()), 0, true);
        List<CellResults> totals = new ArrayList<>();
        for (ColumnHead column : frame.columns()) {
            totals.add(new CellResults(Form.COUNT, List.of(at.result(frame, column, variable, List.of(), Statistic.N,
                    new Value.Whole(Counting.in(column, assessed)), Clauses.NONE,
                    new Behind(assessed, column.subjects(), column.subjects(), records))), 0, 0));
        }
        body.row(new RowLabel.Named(RowName.Shared.N), 1, false, totals);
        for (String level : levels) {
            BitSet having = new BitSet();
            levelOf.forEach((subject, own) -> having.set(subject, own.equals(level)));
            body.row(new RowLabel.OfLevel(variable, level), 1, false,
                    frame.columns().stream().map(column -> count(column, level, having)).toList());
        }
        body.remarks.add(new RecordRemark.AtVisit());
    }

    private CellResults count(ColumnHead column, String level, BitSet having) {
        int n = Counting.in(column, assessed);
        int count = Counting.in(column, having);
        Clauses clauses = Clauses.equal(variable, level);
        Value percent = n == 0 ? new Value.NotEstimable("nobody has a value at the visit") : new Value.Real(100.0 * count / n);
        Behind behind = new Behind(having, assessed, column.subjects(), records);
        return new CellResults(Form.COUNT_PERCENT, List.of(
                at.result(frame, column, variable, List.of(level), Statistic.COUNT, new Value.Whole(count), clauses, behind),
                at.result(frame, column, variable, List.of(level), Statistic.PERCENT, percent, clauses, behind)), 0, n);
    }

    private void addTests() throws NotProducedException {
        List<ColumnHead> arms = frame.armColumns();
        if (arms.size() < 2) {
            return;
        }
        List<BitSet> strata = strata(arms);
        strata.forEach(tested::or);
        OneArmStrata ofOneArm = new OneArmStrata(block.strata(), strata);
        ofOneArm.addOfAll(frame, assessed, body);
        CochranMantelHaenszel all = tests(arms, strata);
        double[] armScores = IntStream.rangeClosed(1, arms.size()).asDoubleStream().toArray();
        body.heading(new RowLabel.Named(RowName.Comparison.ALL_ARMS_P_VALUE), 0, true);
        addOverall(RowName.Efficacy.ROW_MEAN_SCORES, MethodId.CMH_ROW_MEAN_SCORES, all.rowMeanScores(scores));
        addOverall(RowName.Efficacy.GENERAL_ASSOCIATION, MethodId.CMH_GENERAL_ASSOCIATION, all.generalAssociation());
        addOverall(RowName.Efficacy.NONZERO_CORRELATION, MethodId.CMH_CORRELATION, all.correlation(armScores, scores));
        for (DeclaredModels.FurtherTest test : block.also()) {
            if (arms.size() == 2 || !isOfTwoArms(test)) {
                addOverall(name(test), MethodOf.test(test), further(test, arms, strata));
            }
        }
        if (arms.size() > 2) {
            Comparisons.of(frame).addControl(frame.control(), body);
        }
        if (arms.size() > 2 && frame.reference().isPresent()) {
            ColumnHead reference = frame.reference().orElseThrow();
            ofOneArm.addOfPairs(frame, reference, assessed, body);
            body.heading(new RowLabel.Against(RowName.Comparison.COMPARISON_P_VALUE, reference.label()), 0, true);
            addPairwise(RowName.Efficacy.ROW_MEAN_SCORES, MethodId.CMH_ROW_MEAN_SCORES, reference,
                    arm -> tests(List.of(reference, arm), strata).rowMeanScores(scores));
            for (DeclaredModels.FurtherTest test : block.also()) {
                addPairwise(name(test), MethodOf.test(test), reference, arm -> further(test, List.of(reference, arm), strata));
            }
        }
        body.remarks.add(new EfficacyRemark.MantelHaenszel(block.strata(), Arrays.stream(scores).boxed().toList()));
    }

    /// The tests of all arms stand in the last column.
    private void addOverall(RowName name, MethodId test, Estimate p) {
        List<CellResults> cells = new ArrayList<>(frame.columns().stream().map(c -> CellResults.EMPTY).toList());
        cells.set(cells.size() - 1, new CellResults(Form.P_VALUE,
                List.of(at.overall(frame, variable, name.level(), Statistic.P_VALUE, Counting.value(p), method(test),
                        behind(frame.inArms()))),
                0, 0));
        body.row(new RowLabel.Named(name), 1, false, cells);
    }

    /// The tests of each arm against the control stand in the arm's column.
    private void addPairwise(RowName name, MethodId test, ColumnHead reference, Function<ColumnHead, Estimate> p) {
        List<CellResults> cells = new ArrayList<>();
        for (ColumnHead column : frame.columns()) {
            cells.add(column.isTotal() || column.equals(reference)
                    ? CellResults.EMPTY
                    : new CellResults(Form.P_VALUE,
                            List.of(at.result(frame, column, variable, List.of(name.level()), Statistic.P_VALUE,
                                    Counting.value(p.apply(column)), Clauses.of(Criterion.COMPARED_WITH, reference.label()),
                                    method(test), behind(Comparisons.both(column, reference)))),
                            0, 0));
        }
        body.row(new RowLabel.Named(name), 1, false, cells);
    }

    /// Who is in a stratum, of those of the arms.
    private Behind behind(BitSet arms) {
        return new Behind(tested, arms, arms, records);
    }

    private Method method(MethodId test) {
        return Method.of(test, "strata", String.join(", ", block.strata()));
    }

    private static boolean isOfTwoArms(DeclaredModels.FurtherTest test) {
        return test == DeclaredModels.FurtherTest.BRESLOW_DAY || test == DeclaredModels.FurtherTest.TARONE;
    }

    private static RowName name(DeclaredModels.FurtherTest test) {
        return switch (test) {
            case CHI_SQUARE -> RowName.Efficacy.CHI_SQUARE;
            case CHI_SQUARE_CORRECTED -> RowName.Efficacy.CHI_SQUARE_CORRECTED;
            case FISHER -> RowName.Efficacy.FISHER;
            case BRESLOW_DAY -> RowName.Efficacy.BRESLOW_DAY;
            case TARONE -> RowName.Efficacy.TARONE;
        };
    }

    /// Of subjects in a stratum, like the other tests.
    private Estimate further(DeclaredModels.FurtherTest test, List<ColumnHead> arms, List<BitSet> strata) {
        BitSet all = new BitSet();
        strata.forEach(all::or);
        return switch (test) {
            case CHI_SQUARE -> PearsonChiSquare.pValue(counts(arms, all));
            case CHI_SQUARE_CORRECTED -> PearsonChiSquare.correctedPValue(counts(arms, all));
            case FISHER -> FisherFreemanHalton.pValue(counts(arms, all));
            case BRESLOW_DAY, TARONE -> homogeneity(test, strata.stream().map(stratum -> counts(arms, stratum)).toList());
        };
    }

    private Estimate homogeneity(DeclaredModels.FurtherTest test, List<long[][]> strata) {
        if (levels.size() != 2) {
            return new Estimate.NotEstimable("an odds ratio is of two levels; there are " + levels.size());
        }
        BreslowDay breslowDay = BreslowDay.of(strata);
        return test == DeclaredModels.FurtherTest.TARONE ? breslowDay.tarone() : breslowDay.pValue();
    }

    private List<BitSet> strata(List<ColumnHead> arms) throws NotProducedException {
        List<JoinedColumn> fields = new ArrayList<>();
        for (String stratum : block.strata()) {
            fields.add(at.field(stratum));
        }
        BitSet compared = new BitSet();
        arms.forEach(arm -> compared.or(arm.subjects()));
        compared.and(assessed);
        return Strata.of(block.strata(), fields, at.visit().recordOf(), compared, body);
    }

    private CochranMantelHaenszel tests(List<ColumnHead> arms, List<BitSet> strata) {
        return CochranMantelHaenszel.of(strata.stream().map(stratum -> counts(arms, stratum)).toList());
    }

    private long[][] counts(List<ColumnHead> arms, BitSet stratum) {
        long[][] counts = new long[arms.size()][levels.size()];
        for (int subject = stratum.nextSetBit(0); subject >= 0; subject = stratum.nextSetBit(subject + 1)) {
            for (int arm = 0; arm < counts.length; arm++) {
                if (arms.get(arm).subjects().get(subject)) {
                    counts[arm][levels.indexOf(levelOf.get(subject))]++;
                }
            }
        }
        return counts;
    }
}
