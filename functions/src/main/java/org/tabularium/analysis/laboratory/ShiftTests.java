package org.tabularium.analysis.laboratory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.SubsetCounts;
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
import org.tabularium.selection.Filter;
import org.tabularium.shell.rows.DeclaredVisits.Association;
import org.tabularium.statistic.proportion.CochranMantelHaenszel;
import org.tabularium.statistic.Estimate;

/// Whether the arms differ in the later level of a shift: the Cochran-Mantel-Haenszel tests, stratified by the level at baseline.
///
/// Levels are scored 1, 2, 3, … in their order, arms in theirs. Tested are the subjects of the arms with both levels.
///
/// @param among the subjects with both levels
/// @param before for each level who had it at baseline
/// @param after for each level who has it later
record ShiftTests(SubsetCounts among, List<BitSet> before, List<BitSet> after) {

    /// Adds a row a test, with the p-value of all arms in the last column; none where there are no two arms.
    void add(List<Association> tests, int indent, TableBody body) {
        TableFrame frame = among.frame();
        if (frame.armColumns().size() < 2) {
            return;
        }
        CochranMantelHaenszel cmh = CochranMantelHaenszel.of(strata(frame.armColumns()));
        for (Association test : tests) {
            RowName name = name(test);
            List<CellResults> cells = new ArrayList<>(among.cells(column -> CellResults.EMPTY));
            cells.set(cells.size() - 1, new CellResults(Form.P_VALUE, List.of(frame.overall(among.dataset(), among.groups(),
                    among.variable(), List.of(name.level()), Statistic.P_VALUE, Counting.value(pValue(cmh, test)),
                    Filter.joined(among.clauses(), Clauses.of(Criterion.ALL_ARMS)),
                    Method.of(method(test), "strata", "baseline"), behind(frame.inArms()))), 0, 0));
            body.row(new RowLabel.Named(name), indent, false, cells);
        }
    }

    private Behind behind(BitSet arms) {
        return new Behind(among.subjects(), arms, arms, among.records());
    }

    private List<long[][]> strata(List<ColumnHead> arms) {
        return before.stream().map(stratum -> arms.stream()
                .map(arm -> after.stream().mapToLong(level -> count(stratum, arm.subjects(), level)).toArray())
                .toArray(long[][]::new)).toList();
    }

    private long count(BitSet stratum, BitSet arm, BitSet level) {
        BitSet all = (BitSet) among.subjects().clone();
        all.and(stratum);
        all.and(arm);
        all.and(level);
        return all.cardinality();
    }

    private Estimate pValue(CochranMantelHaenszel cmh, Association test) {
        return switch (test) {
            case GENERAL_ASSOCIATION -> cmh.generalAssociation();
            case ROW_MEAN_SCORES -> cmh.rowMeanScores(scores(after.size()));
            case CORRELATION -> cmh.correlation(scores(among.frame().armColumns().size()), scores(after.size()));
        };
    }

    private static double[] scores(int size) {
        return IntStream.rangeClosed(1, size).asDoubleStream().toArray();
    }

    private static RowName name(Association test) {
        return switch (test) {
            case GENERAL_ASSOCIATION -> RowName.Laboratory.SHIFT_ASSOCIATION;
            case ROW_MEAN_SCORES -> RowName.Laboratory.SHIFT_MEAN_SCORES;
            case CORRELATION -> RowName.Laboratory.SHIFT_CORRELATION;
        };
    }

    private static MethodId method(Association test) {
        return switch (test) {
            case GENERAL_ASSOCIATION -> MethodId.CMH_GENERAL_ASSOCIATION;
            case ROW_MEAN_SCORES -> MethodId.CMH_ROW_MEAN_SCORES;
            case CORRELATION -> MethodId.CMH_CORRELATION;
        };
    }
}
