package org.tabularium.selection.bds;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tabularium.result.display.RecordRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.LevelOrder;
import org.tabularium.selection.NotProducedException;

/// At which visits the baseline records of subjects lie. A table by visit has a row of each of them, none of which is the
/// baseline
/// of all whose changes it shows.
public final class BaselineVisits {

    private BaselineVisits() {}

    /// A footnote where there are several; empty where all lie at one, and where the footnote on the last value before the first
    /// dose says why they may not.
    public static Optional<Remark> remark(BdsParameter parameter, BitSet subjects) throws NotProducedException {
        JoinedColumn visit = parameter.records().field("AVISIT").orElse(null);
        if (visit == null || parameter.known().isBaselineByDate(parameter.theirs())) {
            return Optional.empty();
        }
        int[] baselines = Visit.baselines(parameter);
        int[] rows = subjects.stream().map(subject -> baselines[subject]).filter(row -> row >= 0).toArray();
        // Their order is looked for once a visit, not once a subject.
        Map<String, Integer> visits = new TreeMap<>(LevelOrder.natural());
        visit.counts(rows).forEach((name, count) -> visits.merge(name, count, Integer::sum));
        visits.remove("");
        return visits.size() < 2
                ? Optional.empty()
                : Optional.of(new RecordRemark.BaselineAtVisits(whole(parameter), List.copyOf(visits.entrySet())));
    }

    /// The label without the levels that a part stands for, since parts may have one baseline.
    private static String whole(BdsParameter parameter) {
        String label = parameter.label();
        for (String level : List.copyOf(parameter.within().values()).reversed()) {
            label = label.endsWith(BdsParameter.behind(level))
                    ? label.substring(0, label.length() - BdsParameter.behind(level).length())
                    : label;
        }
        return label;
    }
}
