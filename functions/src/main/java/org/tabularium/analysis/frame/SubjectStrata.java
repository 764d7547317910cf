package org.tabularium.analysis.frame;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.dataset.Column;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.statistic.proportion.Pair;
import org.tabularium.study.ValueText;

/// The arms' subjects by stratum: by each combination of the values of some variables of ADSL. Those without a value of one are
/// in no stratum. Without variables all are in one.
///
/// @param variables of ADSL
/// @param strata in an order that depends on nothing but the values
record SubjectStrata(List<String> variables, List<BitSet> strata) {

    static SubjectStrata of(TableFrame frame, List<String> variables) {
        if (variables.isEmpty()) {
            return new SubjectStrata(variables, List.of(frame.inArms()));
        }
        List<Optional<Column>> columns = variables.stream().map(frame.data().adsl()::column).toList();
        Map<String, BitSet> strata = new TreeMap<>();
        frame.inArms().stream().forEach(subject -> {
            List<String> values = columns.stream()
                    .map(column -> column.map(of -> ValueText.text(of, subject)).orElse("")).toList();
            if (!values.contains("")) {
                strata.computeIfAbsent(String.join("\n", values), k -> new BitSet()).set(subject);
            }
        });
        return new SubjectStrata(variables, List.copyOf(strata.values()));
    }

    /// Everybody who is in a stratum.
    BitSet all() {
        BitSet all = new BitSet();
        strata.forEach(all::or);
        return all;
    }

    /// What is counted of those who are in a stratum.
    Counted of(Counted counted) {
        if (variables.isEmpty()) {
            return counted;
        }
        BitSet among = all();
        BitSet of = counted.among();
        if (of != null) {
            among.and(of);
        }
        return counted.among(among);
    }

    /// Both shares in each stratum.
    List<Pair> pairs(Share group, Share reference) {
        return strata.stream()
                .map(stratum -> new Pair(group.among(stratum).proportion(), reference.among(stratum).proportion())).toList();
    }

    /// Those of them that compare nothing.
    OneArmStrata ofOneArm() {
        return new OneArmStrata(variables, strata);
    }

    /// Says how many of the arms are in no stratum.
    void addRemark(TableFrame frame, TableBody body) {
        BitSet without = frame.inArms();
        without.andNot(all());
        if (!without.isEmpty()) {
            body.remarks.add(new EfficacyRemark.NoStratum(without.cardinality(), variables));
        }
    }
}
