package org.tabularium.analysis.frame;

import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.display.PopulationRemark;
import org.tabularium.result.obstacle.RecordObstacle;
import org.tabularium.selection.Arms;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.SeveralTreatments;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// Which records count in a column where subjects had several treatments: those of its own treatment. In a table of arms all
/// records of the arm's subjects do.
public final class TreatmentsOfRecords {

    private TreatmentsOfRecords() {}

    /// Whether the table can be made where subjects had several treatments. A table of dose levels decides for itself: the line
    /// that makes others by the first treatment does not help it.
    ///
    /// @throws NotProducedException where it cannot count a record under its own
    static void check(Arms arms, Shell shell, StudyData data) throws NotProducedException {
        SeveralTreatments several = arms.several();
        if (several == null || shell.rows().stream().anyMatch(DeclaredRows::hasDoseLevels)) {
            return;
        }
        boolean ofSubjects = shell.dataset().equals(Study.ADSL);
        boolean tells = ofSubjects || data.dataset(shell.dataset()).filter(several::areToldBy).isPresent();
        if (!shell.dataset().isEmpty() && !tells) {
            throw new NotProducedException(
                    new RecordObstacle.UnknownTreatments(several.periods(), several.variable(), shell.dataset()));
        }
        if (shell.exposureAdjusted() != null || !shell.rows().stream().allMatch(DeclaredRows::countsEachTreatment)) {
            throw new NotProducedException(new RecordObstacle.OneTreatmentOnly(several.periods(), several.variable()));
        }
    }

    /// Those of some rows that count in a column: all of them in the total.
    static BitSet in(ColumnHead column, JoinedRecords records, BitSet rows, TableFrame frame) {
        SeveralTreatments several = frame.arms().several();
        Optional<IntUnaryOperator> treatment = several == null || column.isTotal()
                ? Optional.empty()
                : several.ofRecords(records);
        if (treatment.isEmpty()) {
            return rows;
        }
        int own = frame.arms().labels().indexOf(column.arm());
        BitSet kept = new BitSet();
        rows.stream().filter(row -> treatment.get().applyAsInt(row) == own).forEach(kept::set);
        return kept;
    }

    /// What some rows give in each column, of the rows that count there; worked out once where these are all of them.
    public static <T> List<T> byColumn(TableFrame frame, JoinedRecords records, BitSet rows, Function<BitSet, T> what) {
        if (frame.arms().several() == null) {
            return Collections.nCopies(frame.columns().size(), what.apply(rows));
        }
        return frame.columns().stream().map(column -> what.apply(in(column, records, rows, frame))).toList();
    }

    /// The table at a visit: in the column of a treatment stand the subjects whose record there is under it. The same table where
    /// nobody had several treatments.
    ///
    /// @param recordOf the row of each subject's record at the visit; −1 for none
    /// @throws NotProducedException where the records do not say under which treatment they are
    public static TableFrame at(TableFrame frame, JoinedRecords records, int[] recordOf) throws NotProducedException {
        SeveralTreatments several = frame.arms().several();
        if (several == null) {
            return frame;
        }
        IntUnaryOperator treatment = several.ofRecords(records).orElseThrow(() -> new NotProducedException(
                new RecordObstacle.UnknownTreatments(several.periods(), several.variable(), records.name())));
        return frame.with(frame.columns().stream().map(column -> {
            int own = frame.arms().labels().indexOf(column.arm());
            BitSet kept = new BitSet();
            column.subjects().stream()
                    .filter(s -> column.isTotal() || (recordOf[s] >= 0 && treatment.applyAsInt(recordOf[s]) == own))
                    .forEach(kept::set);
            return new ColumnHead(column.arm(), column.label(), kept);
        }).toList());
    }

    /// The same of the records of parameters.
    public static void addRemarks(TableFrame frame, List<BdsParameter> parameters, TableBody body) {
        if (frame.arms().several() == null) {
            return;
        }
        Map<String, JoinedRecords> datasets = new LinkedHashMap<>();
        parameters.forEach(of -> datasets.putIfAbsent(of.records().name(), of.records()));
        datasets.forEach((name, records) -> {
            BitSet rows = new BitSet();
            parameters.stream().filter(of -> of.records().name().equals(name)).flatMapToInt(of -> of.rows().stream())
                    .filter(row -> frame.population().subjects().get(records.subject(row))).forEach(rows::set);
            addRemarks(frame, records, rows, body);
        });
    }

    /// Says that a subject stands in several columns, and how many of a table's records stand in none.
    public static void addRemarks(TableFrame frame, JoinedRecords records, BitSet rows, TableBody body) {
        SeveralTreatments several = frame.arms().several();
        if (several == null) {
            return;
        }
        body.remarks.add(new PopulationRemark.SeveralTreatments(several.variable().equals("TRTA")));
        if (several.goesByPeriod(records, rows)) {
            body.remarks.add(new PopulationRemark.TreatmentOfPeriod());
        }
        long unknown = several.ofRecords(records)
                .map(treatment -> rows.stream().filter(row -> treatment.applyAsInt(row) == SeveralTreatments.UNKNOWN).count())
                .orElse(0L);
        if (unknown > 0) {
            body.remarks.add(new PopulationRemark.UnknownTreatment(unknown));
        }
    }
}
