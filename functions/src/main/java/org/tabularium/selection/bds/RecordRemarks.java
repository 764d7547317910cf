package org.tabularium.selection.bds;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.tabularium.result.display.RecordRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.study.records.AnalysisFlag;
import org.tabularium.study.records.BdsRecords;
import org.tabularium.study.records.DayZero;

/// The footnotes that say which records of a parameter count, where something other than their visit decided.
final class RecordRemarks {

    private RecordRemarks() {}

    /// @param filtered what the table's filter leaves
    /// @param ownFlag whether that filter names a flag of its own
    static List<Remark> of(BdsParameter parameter, BdsRecords known, BitSet filtered, boolean ownFlag) {
        List<Remark> remarks = new ArrayList<>();
        IntPredicate valued = AnalysisValue.valued(parameter.records());
        Optional<AnalysisFlag> flag = ownFlag ? Optional.empty() : known.flagOf(parameter.theirs());
        if (flag.isPresent() && !flag.get().picks()) {
            remarks.add(new RecordRemark.AllCount(flag.get().marked(), flag.get().groups()));
        } else if (flag.isPresent() && isAnyLeftOut(parameter.every(), parameter.rows(), valued)) {
            remarks.add(new RecordRemark.FlaggedCount());
        }
        BitSet made = (BitSet) filtered.clone();
        made.andNot(parameter.every());
        if (!made.isEmpty()) {
            remarks.add(new RecordRemark.Summaries(List.copyOf(derivations(parameter, made, valued).keySet())));
        }
        Map<String, Integer> words = derivations(parameter, known.imputedAmong(parameter.rows()), valued);
        if (!words.isEmpty()) {
            remarks.add(new RecordRemark.Imputed(parameter.label(), List.copyOf(words.entrySet())));
        }
        if (known.isBaselineByDate(parameter.theirs()) && !isTimeToEvent(parameter)) {
            remarks.add(new RecordRemark.BaselineByDate(DayZero.ofBaseline(parameter.records().data()).variable()));
        }
        return List.copyOf(remarks);
    }

    /// Whether its records say if an event or the end of observation ended a time: nothing of it has a baseline.
    private static boolean isTimeToEvent(BdsParameter parameter) {
        return parameter.records().field("CNSR")
                .filter(censoring -> parameter.rows().stream().anyMatch(row -> !censoring.isMissing(row))).isPresent();
    }

    private static boolean isAnyLeftOut(BitSet every, BitSet rows, IntPredicate valued) {
        BitSet left = (BitSet) every.clone();
        left.andNot(rows);
        return left.stream().anyMatch(valued);
    }

    /// How many records with a value have each DTYPE.
    private static Map<String, Integer> derivations(BdsParameter parameter, BitSet rows, IntPredicate valued) {
        Map<String, Integer> found = new TreeMap<>();
        Optional<JoinedColumn> derivation = parameter.records().field("DTYPE");
        if (derivation.isPresent()) {
            rows.stream().filter(valued).forEach(row -> found.merge(derivation.get().text(row), 1, Integer::sum));
        }
        return found;
    }
}
