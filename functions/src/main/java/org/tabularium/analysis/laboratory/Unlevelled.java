package org.tabularium.analysis.laboratory;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tabularium.result.display.LaboratoryRemark;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.ParameterTimeline;

/// Subjects of a shift who have a value of which nothing says the level: they count as missing, and the table says how many.
final class Unlevelled {

    /// Of one parameter.
    private record Subjects(BitSet atBaseline, BitSet later) {}

    private final Map<String, Subjects> byLabel = new LinkedHashMap<>();

    /// Subjects with a value at baseline or in some rows.
    static BitSet valued(BdsParameter parameter, ParameterTimeline timeline, BitSet rows) {
        BitSet valued = parameter.records().subjectsOf(rows);
        for (int subject = 0; subject < parameter.records().data().subjectCount(); subject++) {
            if (timeline.baseline(subject) >= 0) {
                valued.set(subject);
            }
        }
        return valued;
    }

    /// Those of some subjects who have a value at baseline.
    static BitSet atBaseline(BitSet subjects, ParameterTimeline timeline) {
        BitSet valued = new BitSet();
        subjects.stream().filter(subject -> timeline.baseline(subject) >= 0).forEach(valued::set);
        return valued;
    }

    /// Those of some subjects who have a value in some rows.
    static BitSet later(BitSet subjects, BdsParameter parameter, BitSet rows) {
        BitSet valued = parameter.records().subjectsOf(rows);
        valued.and(subjects);
        return valued;
    }

    /// Adds those of a part of a table.
    void add(BdsParameter parameter, BitSet baseline, BitSet after) {
        Subjects subjects = byLabel.computeIfAbsent(parameter.label(), label -> new Subjects(new BitSet(), new BitSet()));
        subjects.atBaseline.or(baseline);
        subjects.later.or(after);
    }

    /// How many they are; empty where there is nobody.
    Optional<LaboratoryRemark> remark() {
        List<LaboratoryRemark.Unlevelled> found = byLabel.entrySet().stream()
                .map(of -> new LaboratoryRemark.Unlevelled(of.getKey(), of.getValue().atBaseline.cardinality(),
                        of.getValue().later.cardinality()))
                .filter(parameter -> parameter.atBaseline() + parameter.later() > 0)
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new LaboratoryRemark.ValuesWithoutLevel(found));
    }
}
