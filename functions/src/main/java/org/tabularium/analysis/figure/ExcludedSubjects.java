package org.tabularium.analysis.figure;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.display.SubjectRemark;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.ScreenFailures;
import org.tabularium.selection.disposition.SubjectLevels;
import org.tabularium.selection.disposition.UnmetCriterion;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// The box of a flow of those screened and not enrolled: the criteria of ADIE that they did not satisfy, a subject at each of its
/// own; else DCSREAS.
final class ExcludedSubjects {

    /// The dataset of criteria.
    static final String CRITERIA = "ADIE";

    /// More criteria than these stand together by their kind: a page has no room for them.
    private static final int MOST_CRITERIA = 12;

    private final FlowBoxes boxes;
    private final BitSet unexplained;
    private final RowLabel line;
    private final Clauses where;
    private int reasons;

    private ExcludedSubjects(FlowBoxes boxes, RowLabel line, BitSet out, Clauses where) {
        this.boxes = boxes;
        this.unexplained = (BitSet) out.clone();
        this.line = line;
        this.where = where;
    }

    /// Adds the box.
    ///
    /// @param out of whom it is
    static void add(FlowBoxes boxes, BitSet out) {
        BitSet failures = ScreenFailures.of(boxes.frame().data().adsl());
        failures.and(boxes.of().subjects());
        boolean failed = out.equals(failures);
        Clauses where = Clauses.of(failed ? Criterion.SCREEN_FAILURE : Criterion.NOT_ENROLLED);
        RowLabel line = new RowLabel.Named(failed ? RowName.Subject.SCREEN_FAILURES : RowName.Subject.NOT_ENROLLED);
        boxes.box(line, out, where);
        new ExcludedSubjects(boxes, line, out, where).addReasons(out);
    }

    private void addReasons(BitSet out) {
        StudyData data = boxes.frame().data();
        JoinedRecords.of(data, CRITERIA).ifPresent(records -> addCriteria(records, out));
        boolean criteria = reasons > 0;
        SubjectLevels.of(data, FlowBoxes.REASON, unexplained).forEach((reason, having) -> add(Study.ADSL,
                new RowLabel.OfLevel(FlowBoxes.REASON, reason), FlowBoxes.REASON, reason, having,
                Clauses.equal(FlowBoxes.REASON, reason)));
        if (reasons > 0 && !unexplained.isEmpty()) {
            RowName none = criteria ? RowName.Subject.NO_CRITERION : RowName.Subject.NO_REASON;
            add(Study.ADSL, new RowLabel.Named(none), null, none.level(), (BitSet) unexplained.clone(), criteria
                    ? Clauses.of(Criterion.UNEXPLAINED_SCREEN_FAILURE, CRITERIA)
                    : Clauses.missing(FlowBoxes.REASON));
        }
        if (reasons > out.cardinality()) {
            boxes.body().remarks.add(new SubjectRemark.SeveralCriteria());
        }
    }

    private void addCriteria(JoinedRecords records, BitSet out) {
        BitSet rows = new BitSet();
        for (int row = 0; row < records.size(); row++) {
            rows.set(row, records.subject(row) != StudyData.UNKNOWN);
        }
        Map<UnmetCriterion, BitSet> criteria = new LinkedHashMap<>();
        UnmetCriterion.of(records, rows).forEach(criterion -> {
            BitSet having = records.subjectsOf(criterion.records());
            having.and(out);
            if (!having.isEmpty()) {
                criteria.put(criterion, having);
            }
        });
        if (criteria.isEmpty()) {
            return;
        }
        boxes.body().datasets.add(CRITERIA);
        if (criteria.size() > MOST_CRITERIA) {
            boxes.body().remarks.add(new SubjectRemark.CriteriaTogether(criteria.size()));
            UnmetCriterion.KINDS.forEach(kind -> addTogether(kind, criteria));
        } else {
            criteria.forEach((criterion, having) -> add(CRITERIA, new RowLabel.OfUnmet(criterion.kind(), criterion.text()),
                    criterion.variable(), criterion.code(), having, Clauses.equal(criterion.variable(), criterion.code())));
        }
    }

    /// All criteria of a kind in one line, a subject once.
    private void addTogether(RowName.Subject kind, Map<UnmetCriterion, BitSet> criteria) {
        BitSet subjects = new BitSet();
        List<UnmetCriterion> ofKind = criteria.keySet().stream().filter(criterion -> criterion.kind() == kind).toList();
        ofKind.forEach(criterion -> subjects.or(criteria.getOrDefault(criterion, new BitSet())));
        Optional<String> variable = ofKind.stream().map(UnmetCriterion::variable).findFirst();
        variable.ifPresent(name -> add(CRITERIA, new RowLabel.Named(kind), null, kind.level(), subjects, Clauses.of(
                new Clause.Compare(name, Comparator.IN, ofKind.stream().map(UnmetCriterion::code).toList()))));
    }

    private void add(String dataset, RowLabel label, @Nullable String variable, String level, BitSet subjects, Clauses clauses) {
        boxes.reason(line, dataset, label, variable, level, subjects, where.and(clauses));
        reasons += subjects.cardinality();
        unexplained.andNot(subjects);
    }
}
