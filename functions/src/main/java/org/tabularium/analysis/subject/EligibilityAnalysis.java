package org.tabularium.analysis.subject;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.SubjectRemark;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.LevelOrder;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.Population;
import org.tabularium.selection.ScreenFailures;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.rows.DeclaredSubjects;
import org.tabularium.shell.rows.RowOrder;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// Computes [DeclaredSubjects.Eligibility]: who was screened, who failed and by which criterion, who was enrolled.
///
/// A record of ADIE is a criterion not met, whatever its AVALC. A subject counts once a criterion and may have several; enrolled
/// subjects with one are counted too, and a footnote
/// says so.
public final class EligibilityAnalysis {

    public static final List<String> VARIABLES = List.of("IECAT", "IETESTCD", "IETEST");

    private static final String CRITERION = "IETESTCD";

    private final DeclaredSubjects.Eligibility block;
    private final TableFrame frame;
    private final JoinedRecords records;
    private final JoinedColumn code;
    private final TableBody body;

    private EligibilityAnalysis(DeclaredSubjects.Eligibility block, TableFrame frame, JoinedRecords records, JoinedColumn code,
            TableBody body) {
        this.block = block;
        this.frame = frame;
        this.records = records;
        this.code = code;
        this.body = body;
    }

    /// Adds the rows.
    ///
    /// @param selected the records of the table, of subjects in ADSL
    public static void add(DeclaredSubjects.Eligibility block, TableFrame frame, JoinedRecords records, BitSet selected,
            TableBody body)
            throws NotProducedException {
        JoinedColumn code = records.field(CRITERION)
                .orElseThrow(() -> new NotProducedException(new AbsenceObstacle.NoVariable(records.name(), CRITERION)));
        new EligibilityAnalysis(block, frame, records, code, body).addRows(selected);
    }

    private void addRows(BitSet selected) {
        BitSet screened = frame.population().subjects();
        BitSet failures = ScreenFailures.of(frame.data().adsl());
        failures.and(screened);
        addSubjects(RowName.Subject.SCREENED, screened, Clauses.NONE, true);
        addSubjects(RowName.Subject.SCREEN_FAILURES, failures, Clauses.of(Criterion.SCREEN_FAILURE), true);
        BitSet rest = (BitSet) selected.clone();
        rest.andNot(addCategory(RowName.Subject.INCLUSION_NOT_MET, "INCL", selected));
        rest.andNot(addCategory(RowName.Subject.EXCLUSION_MET, "EXCL", selected));
        addCriteria(RowName.Subject.CRITERIA_NOT_MET, rest);
        BitSet unexplained = (BitSet) failures.clone();
        unexplained.andNot(records.subjectsOf(selected));
        if (!unexplained.isEmpty()) {
            addSubjects(RowName.Subject.NO_CRITERION, unexplained,
                    Clauses.of(Criterion.UNEXPLAINED_SCREEN_FAILURE, records.name()),
                    false);
        }
        Population enrolled = Population.of(PopulationName.ENROLLED, frame.data());
        addSubjects(RowName.Subject.ENROLLED, enrolled.subjects(), enrolled.where(), true);
        addRemarks(selected, enrolled.subjects());
    }

    private void addSubjects(RowName name, BitSet subjects, Clauses clauses, boolean startsBlock) {
        Counted counted = new Counted(Study.ADSL, subjects, null, List.of(name.level()), clauses);
        body.row(new RowLabel.Named(name), startsBlock ? 0 : 1, startsBlock, Counting.row(frame, counted, null));
    }

    /// Adds the criteria of a category, recognised by how IECAT begins.
    ///
    /// @return their records
    private BitSet addCategory(RowName heading, String start, BitSet selected) {
        Optional<JoinedColumn> category = records.field("IECAT");
        BitSet rows = new BitSet();
        selected.stream()
                .filter(row -> category.map(f -> f.text(row).toUpperCase(Locale.ROOT).startsWith(start)).orElse(false))
                .forEach(rows::set);
        addCriteria(heading, rows);
        return rows;
    }

    private void addCriteria(RowName heading, BitSet rows) {
        Map<String, BitSet> byCode = new TreeMap<>(LevelOrder.natural());
        rows.stream()
                .filter(row -> !code.isMissing(row))
                .forEach(row -> byCode.computeIfAbsent(code.text(row), c -> new BitSet()).set(row));
        if (byCode.isEmpty()) {
            return;
        }
        body.heading(new RowLabel.Named(heading), 1, false);
        List<Map.Entry<String, BitSet>> criteria = byCode.entrySet().stream().toList();
        if (block.order() == RowOrder.DESCENDING) {
            criteria = criteria.stream()
                    .sorted(Comparator.comparingInt(e -> -records.subjectsOf(e.getValue()).cardinality()))
                    .toList();
        }
        for (Map.Entry<String, BitSet> criterion : criteria) {
            Counted counted = new Counted(records.name(), records.subjectsOf(criterion.getValue()), CRITERION,
                    List.of(criterion.getKey()), Clauses.equal(CRITERION, criterion.getKey()))
                    .from(records.behind(criterion::getValue));
            body.row(label(criterion.getKey(), criterion.getValue()), 2, false, Counting.row(frame, counted, null));
        }
    }

    /// The criterion's text as its first record has it; its code where there is none.
    private RowLabel label(String criterion, BitSet rows) {
        Optional<JoinedColumn> text = records.field("IETEST");
        return rows.stream()
                .filter(row -> text.map(f -> !f.isMissing(row)).orElse(false))
                .mapToObj(row -> (RowLabel) new RowLabel.OfLevel("IETEST", text.orElseThrow().text(row)))
                .findFirst()
                .orElseGet(() -> new RowLabel.Given(criterion));
    }

    private void addRemarks(BitSet selected, BitSet enrolled) {
        body.remarks.add(new SubjectRemark.Screened());
        BitSet waived = records.subjectsOf(selected);
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
