package org.tabularium.manuscript.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabularium.manuscript.language.Timepoint;
import org.tabularium.manuscript.language.Grade;

/// Chooses the cells of a run that a reading names.
public final class Cells {

    private final RunEvidence evidence;

    public Cells(RunEvidence evidence) {
        this.evidence = evidence;
    }

    /// What is asked of a cell.
    ///
    /// @param arm null for all arms together
    /// @param anyArm whether the arm does not matter
    /// @param visit null for none
    /// @param anyVisit whether the visit does not matter, so long as it is a time
    /// @param grade null for any grade
    /// @param anyGrade whether the grade does not matter, so long as there is one
    public record Wanted(@Nullable String arm, boolean anyArm, @Nullable Timepoint visit, boolean anyVisit, @Nullable Grade grade,
            boolean anyGrade) {

        public Wanted ofAnyArm() {
            return new Wanted(null, true, visit, anyVisit, grade, anyGrade);
        }

        public Wanted ofAnyVisit() {
            return new Wanted(arm, anyArm, visit, true, grade, anyGrade);
        }

        public Wanted ofAnyGrade() {
            return new Wanted(arm, anyArm, visit, anyVisit, grade, true);
        }
    }

    public List<EvidenceCell> of(List<Concept> concepts, Wanted wanted) {
        List<EvidenceCell> cells = new ArrayList<>();
        for (Concept concept : concepts) {
            cells.addAll(of(concept, wanted));
        }
        return cells;
    }

    private List<EvidenceCell> of(Concept concept, Wanted wanted) {
        List<EvidenceCell> ofArm = ofArm(evidence.cells(concept), wanted);
        List<EvidenceCell> ofVisit = ofVisit(ofArm, wanted);
        return ofGrade(ofVisit, wanted);
    }

    private List<EvidenceCell> ofArm(List<EvidenceCell> cells, Wanted wanted) {
        if (wanted.anyArm()) {
            return cells.stream().filter(c -> c.arm() != null).toList();
        }
        List<EvidenceCell> same = cells.stream().filter(c -> Objects.equals(c.arm(), wanted.arm())).toList();
        boolean oneArm = evidence.arms().size() == 1 && wanted.arm() == null;
        return same.isEmpty() && oneArm ? cells : same;
    }

    private static List<EvidenceCell> ofVisit(List<EvidenceCell> cells, Wanted wanted) {
        if (wanted.anyVisit()) {
            return cells.stream().filter(c -> c.visit() != null && c.visit().kind() == Timepoint.Kind.TIME).toList();
        }
        if (cells.stream().allMatch(c -> c.visit() == null)) {
            return cells;
        }
        Timepoint visit = wanted.visit();
        if (visit == null) {
            return cells.stream().filter(c -> c.visit() == null).toList();
        }
        List<EvidenceCell> same = cells.stream().filter(c -> c.visit() != null && c.visit().isSame(visit)).toList();
        return same.isEmpty() ? cells.stream().filter(c -> c.visit() != null && c.visit().isLike(visit)).toList() : same;
    }

    private static List<EvidenceCell> ofGrade(List<EvidenceCell> cells, Wanted wanted) {
        Grade grade = wanted.grade();
        if (wanted.anyGrade()) {
            boolean one = grade == null || grade.from() == grade.to();
            return cells.stream().filter(c -> c.grade() != null && (c.grade().from() == c.grade().to()) == one).toList();
        }
        if (grade == null) {
            return cells.stream().filter(c -> c.grade() == null).toList();
        }
        List<EvidenceCell> same = cells.stream().filter(c -> grade.equals(c.grade())).toList();
        if (!same.isEmpty() || grade.from() == grade.to()) {
            return same;
        }
        return sum(cells, grade).map(List::of).orElse(List.of());
    }

    /// Worst grades are counted once a subject, so those of a range can be added.
    private static java.util.Optional<EvidenceCell> sum(List<EvidenceCell> cells, Grade grade) {
        List<EvidenceCell> parts = cells.stream().filter(c -> c.grade() != null && c.grade().from() == c.grade().to()
                && c.grade().from() >= grade.from() && c.grade().to() <= grade.to() && c.counts()).toList();
        if (parts.isEmpty()) {
            return java.util.Optional.empty();
        }
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (String statistic : List.of("count", "percent")) {
            double total = parts.stream().map(c -> c.facts().get(statistic)).filter(Objects::nonNull).mapToDouble(Fact::value)
                    .sum();
            facts.put(statistic, new Fact(Objects.requireNonNull(parts.getFirst().facts().get("count")).key(), total, null));
        }
        EvidenceCell first = parts.getFirst();
        return java.util.Optional.of(new EvidenceCell(first.concept(), first.arm(), first.visit(), grade, facts));
    }
}
