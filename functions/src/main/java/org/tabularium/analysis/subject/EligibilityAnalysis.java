package org.tabularium.analysis.subject;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.display.SubjectRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.Population;
import org.tabularium.selection.ScreenFailures;
import org.tabularium.selection.disposition.UnmetCriterion;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.rows.DeclaredSubjects;
import org.tabularium.shell.rows.RowOrder;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// Computes [DeclaredSubjects.Eligibility]: who was screened, who failed and by which criterion, who was enrolled.
///
/// [UnmetCriterion] says which criteria were not satisfied. A subject counts once a criterion and may have several; enrolled
/// subjects with one are counted too, and a footnote says so.
public final class EligibilityAnalysis {

    private static final String CRITERION = "IETESTCD";

    private final DeclaredSubjects.Eligibility block;
    private final TableFrame frame;
    private final JoinedRecords records;
    private final TableBody body;

    private EligibilityAnalysis(DeclaredSubjects.Eligibility block, TableFrame frame, JoinedRecords records, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.records = records;
        this.body = body;
    }

    /// Adds the rows.
    ///
    /// @param selected the records of the table, of subjects in ADSL
    public static void add(DeclaredSubjects.Eligibility block, TableFrame frame, JoinedRecords records, BitSet selected,
            TableBody body)
            throws NotProducedException {
        if (records.field(CRITERION).isEmpty()) {
            throw new NotProducedException(new AbsenceObstacle.NoVariable(records.name(), CRITERION));
        }
        new EligibilityAnalysis(block, frame, records, body).addRows(selected);
    }

    private void addRows(BitSet selected) {
        BitSet screened = frame.population().subjects();
        BitSet failures = ScreenFailures.of(frame.data().adsl());
        failures.and(screened);
        addSubjects(RowName.Subject.SCREENED, screened, Clauses.NONE, true);
        addSubjects(RowName.Subject.SCREEN_FAILURES, failures, Clauses.of(Criterion.SCREEN_FAILURE), true);
        List<UnmetCriterion> unmet = UnmetCriterion.of(records, selected);
        addCriteria(RowName.Subject.INCLUSION_NOT_MET, unmet);
        addCriteria(RowName.Subject.EXCLUSION_MET, unmet);
        addCriteria(RowName.Subject.CRITERIA_NOT_MET, unmet);
        BitSet explained = new BitSet();
        unmet.forEach(criterion -> explained.or(records.subjectsOf(criterion.records())));
        BitSet unexplained = (BitSet) failures.clone();
        unexplained.andNot(explained);
        if (!unexplained.isEmpty()) {
            addSubjects(RowName.Subject.NO_CRITERION, unexplained,
                    Clauses.of(Criterion.UNEXPLAINED_SCREEN_FAILURE, records.name()),
                    false);
        }
        Population enrolled = Population.of(PopulationName.ENROLLED, frame.data());
        addSubjects(RowName.Subject.ENROLLED, enrolled.subjects(), enrolled.where(), true);
        addRemarks(explained, enrolled.subjects());
    }

    private void addSubjects(RowName name, BitSet subjects, Clauses clauses, boolean startsBlock) {
        Counted counted = new Counted(Study.ADSL, subjects, null, List.of(name.level()), clauses);
        body.row(new RowLabel.Named(name), startsBlock ? 0 : 1, startsBlock, Counting.row(frame, counted, null));
    }

    private void addCriteria(RowName.Subject heading, List<UnmetCriterion> unmet) {
        List<UnmetCriterion> criteria = unmet.stream().filter(criterion -> criterion.kind() == heading).toList();
        if (criteria.isEmpty()) {
            return;
        }
        body.heading(new RowLabel.Named(heading), 1, false);
        if (block.order() == RowOrder.DESCENDING) {
            criteria = criteria.stream()
                    .sorted(Comparator.comparingInt(criterion -> -records.subjectsOf(criterion.records()).cardinality()))
                    .toList();
        }
        for (UnmetCriterion criterion : criteria) {
            Counted counted = new Counted(records.name(), records.subjectsOf(criterion.records()), criterion.variable(),
                    List.of(criterion.code()), Clauses.equal(criterion.variable(), criterion.code()))
                    .from(records.behind(criterion::records));
            body.row(criterion.text(), 2, false, Counting.row(frame, counted, null));
        }
    }

    private void addRemarks(BitSet unmet, BitSet enrolled) {
        body.remarks.add(new SubjectRemark.Screened());
        BitSet waived = (BitSet) unmet.clone();
        waived.and(enrolled);
        int count = waived.cardinality();
        if (count > 0) {
            body.remarks.add(new SubjectRemark.EnrolledUnmet(count));
        }
        long unknown = 0;
        for (int row = 0; row < records.size(); row++) {
            unknown += records.subject(row) == StudyData.UNKNOWN ? 1 : 0;
        }
        if (unknown > 0) {
            body.remarks.add(new SubjectRemark.UnknownSubjects(unknown));
        }
    }
}
