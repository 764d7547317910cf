package org.tabularium.analysis.frame;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Method;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.Statistic;
import org.tabularium.result.display.ComparisonRemark;

/// Strata with subjects of one arm alone: they compare nothing, so that their subjects have no part in a stratified comparison,
/// which a reader is told.
///
/// @param variables that make the strata
/// @param strata the subjects of each
public record OneArmStrata(List<String> variables, List<BitSet> strata) {

    /// How many subjects of some arms, of those that are compared, are in strata without a subject of another of these arms.
    int leftOut(List<ColumnHead> arms, BitSet compared) {
        int left = 0;
        for (BitSet stratum : strata) {
            List<Integer> counts = arms.stream().map(arm -> {
                BitSet of = (BitSet) stratum.clone();
                of.and(compared);
                return Counting.in(arm, of);
            }).filter(count -> count > 0).toList();
            left += counts.size() == 1 ? counts.getFirst() : 0;
        }
        return left;
    }

    /// Says of each arm how many have no part in its comparison with the control.
    ///
    /// @param compared who is compared: those with a time, with a value
    public void addOfPairs(TableFrame frame, ColumnHead control, BitSet compared, TableBody body) {
        frame.armColumns().stream().filter(arm -> !arm.equals(control)).forEach(arm -> {
            int left = leftOut(List.of(arm, control), compared);
            add(arm.label(), control.label(), left, left, body);
        });
    }

    /// Says how many have no part in the comparison of all arms.
    public void addOfAll(TableFrame frame, BitSet compared, TableBody body) {
        int left = leftOut(frame.armColumns(), compared);
        add("", "", left, left, body);
    }

    /// Says so of the comparisons of rows that are there, which may be of different subjects.
    ///
    /// @param statistic that they compare by
    /// @param method that they are made by
    void addOfRows(TableFrame frame, ColumnHead control, Statistic statistic, Method method, TableBody body) {
        if (variables.isEmpty()) {
            return;
        }
        Map<String, BitSet> numbers = new HashMap<>();
        Stream<Result> results = body.rows.stream().map(ResultRow::cells).flatMap(List::stream)
                .flatMap(cell -> cell.results().stream())
                .filter(result -> result.statistic() == statistic && result.method().equals(method) && result.behind() != null);
        results.forEach(result -> frame.armColumns().stream()
                .filter(arm -> arm.arm().equals(result.groups().get(frame.arms().variable()))).forEach(arm -> {
                    BitSet compared = Objects.requireNonNull(result.behind()).denominator();
                    numbers.computeIfAbsent(arm.label(), label -> new BitSet()).set(leftOut(List.of(arm, control), compared));
                }));
        frame.armColumns().forEach(arm -> Optional.ofNullable(numbers.get(arm.label()))
                .ifPresent(of -> add(arm.label(), control.label(), of.nextSetBit(0), of.length() - 1, body)));
    }

    private void add(String arm, String control, int least, int most, TableBody body) {
        if (most > 0 && !variables.isEmpty()) {
            body.remarks.add(new ComparisonRemark.OneArmStrata(arm, control, most, least < most, variables));
        }
    }
}
