package org.tabularium.analysis;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tabularium.analysis.frame.Comparisons;
import org.tabularium.analysis.frame.CountedOnce;
import org.tabularium.analysis.frame.FirstTreatments;
import org.tabularium.analysis.frame.OtherTreatments;
import org.tabularium.analysis.frame.Subgroups;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.analysis.frame.TreatmentsOfRecords;
import org.tabularium.result.Behind;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.EfficacyRemark;
import org.tabularium.result.display.PopulationRemark;
import org.tabularium.result.display.RecordRemark;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.display.TableResults;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.result.obstacle.StudyYamlAdvice;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.ScreenFailures;
import org.tabularium.selection.bds.laboratory.ParameterSearch;
import org.tabularium.shell.HouseDefaults;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// The front door of this stage: what a table needs, and its results.
public final class Analyses {

    private Analyses() {}

    /// Asks for the columns of a table, before anything is read.
    public static void ask(Study study, Shell shell, RequestedColumns columns) {
        TableRequirements.ask(study, shell, columns);
    }

    /// Why a table cannot be made, as far as the datasets' headers tell.
    ///
    /// @return empty where they do not stand against it
    public static Optional<Obstacle> unmet(Study study, Shell shell) {
        return TableRequirements.unmet(study, shell);
    }

    /// Whether a study that does not list its tables gets this one: long ones are made where somebody asks for them, and shells
    /// of a special layout name the variables that make them fitting.
    public static boolean isOffered(Study study, Shell shell) {
        return shell.offered() && TableRequirements.lacking(study, shell.offeredWith()).isEmpty();
    }

    /// Whether a study that does not list its tables gets this one, now that its data are there.
    public static boolean isFitting(StudyData data, Shell shell) {
        return TableRequirements.hasSome(data, shell) && shell.rows().stream().anyMatch(rows -> isFitting(rows, shell, data));
    }

    private static <R extends DeclaredRows> boolean isFitting(R rows, Shell shell, StudyData data) {
        return RowsKinds.of(rows).isFitting(rows, shell, data);
    }

    /// The parameters that a shell which leaves its parameter open has a table of.
    public static List<String> parameters(StudyData data, Shell shell) {
        return shell.rows().stream()
                .filter(DeclaredRows::isOnePerParameter)
                .findFirst()
                .map(rows -> RowsKinds.of(rows).parameters(data))
                .orElse(List.of());
    }

    /// The shell with the population that its parameter is of, where it leaves that to it.
    public static Shell ofItsPopulation(StudyData data, Shell shell) {
        return shell.population() == PopulationName.BY_PARAMETER
                ? shell.ofPopulation(population(shell.rows().getFirst(), shell, data))
                : shell;
    }

    private static <R extends DeclaredRows> PopulationName population(R rows, Shell shell, StudyData data) {
        return RowsKinds.of(rows).population(rows, shell, data);
    }

    /// Why a shell that leaves its parameter open has no table.
    public static Obstacle withoutParameter(StudyData data, Shell shell) {
        return shell.rows().stream()
                .filter(DeclaredRows::isOnePerParameter)
                .findFirst()
                .map(rows -> RowsKinds.of(rows).withoutParameter(shell, data))
                .orElseGet(AbsenceObstacle.NoOpenParameter::new);
    }

    /// The line of study.yaml that would make a table that was not made.
    ///
    /// @return empty where none would, and where the obstacle names one itself
    public static Optional<StudyYamlAdvice> advice(StudyData data, Shell shell, Obstacle obstacle) {
        return obstacle.namesRemedy() ? Optional.empty() : Advice.of(data, shell);
    }

    /// Computes a table.
    ///
    /// @param data what was read; holds what [#ask] asked for
    /// @throws NotProducedException where it cannot be made of these data
    public static TableResults compute(StudyData data, Shell shell, HouseDefaults defaults) throws NotProducedException {
        ParameterSearch.refuseWithout(data, shell);
        if (shell.where() != null && !shell.rows().stream().allMatch(DeclaredRows::isFilteredByShell)) {
            throw new NotProducedException(new RowsObstacle.NotOfRecords());
        }
        TableFrame frame = TableFrame.of(data, shell, defaults);
        Comparisons.of(frame).check();
        TableBody body = new TableBody();
        body.datasets.add(Study.ADSL);
        if (!shell.dataset().isEmpty() && !shell.hasParameters()) {
            body.datasets.add(shell.dataset());
        }
        if (frame.population().remark() != null) {
            body.remarks.add(frame.population().remark());
        }
        if (shell.narrowing() != null) {
            body.remarks.add(new RecordRemark.Narrowed(shell.narrowing(), shell.dataset().equals(Study.ADSL)));
        }
        addColumnTotals(frame, body);
        TableRecords records = SelectedRecords.of(data, shell, frame, body);
        for (DeclaredRows rows : shell.rows()) {
            prepare(rows, frame, records, body);
        }
        if (records.selected().isEmpty() && !shell.none().isEmpty()) {
            body.rows.add(ResultRow.message(nothing(shell)));
        } else {
            try {
                addRows(frame, records, body);
            } catch (NotProducedException e) {
                boolean nobody = shell.hasParameters() && frame.population().subjects().isEmpty()
                        && e.obstacle() instanceof RowsObstacle && !e.obstacle().namesRemedy();
                throw nobody ? new NotProducedException(new RowsObstacle.NobodyOfPopulation(frame.population().members())) : e;
            }
            Subgroups.add(frame, records.records(), records.selected(), body,
                    (part, of, to) -> addRows(part, records.only(of), to));
            Comparisons.of(frame).addRemarks(body);
        }
        if (body.rows.isEmpty() && body.drawn.isEmpty() && shell.hasParameters()) {
            throw new NotProducedException(TableRequirements.noneOfItsParameters(shell));
        }
        if (shell.hasParameters() && frame.population().subjects().isEmpty()) {
            throw new NotProducedException(new RowsObstacle.NobodyOfPopulation(frame.population().members()));
        }
        CountedOnce.addRemark(shell, body);
        EventAnswers.add(frame, records, body);
        addArmlessRemark(frame, body);
        OtherTreatments.addRemark(frame, body);
        FirstTreatments.addRemark(frame, records.records(), records.selected(), body);
        CutOffRemarks.add(data, shell, body);
        DictionaryRemarks.add(data, shell, body);
        TreatmentsOfRecords.addRemarks(frame, records.records(), records.selected(), body);
        return results(frame, body);
    }

    /// The shell's sentence says that there was nothing at all, which is not known of records that a request picked out.
    private static RowLabel nothing(Shell shell) {
        return shell.narrowing() == null
                ? new RowLabel.Given(shell.none())
                : new RowLabel.Named(RowName.Shared.NOTHING_MEETS_CONDITIONS);
    }

    private static <R extends DeclaredRows> void prepare(R rows, TableFrame frame, TableRecords records, TableBody body)
            throws NotProducedException {
        RowsKinds.of(rows).prepare(rows, frame, records, body);
    }

    private static void addRows(TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        for (DeclaredRows rows : frame.shell().rows()) {
            add(rows, frame, records, body);
        }
    }

    private static <R extends DeclaredRows> void add(R rows, TableFrame frame, TableRecords records, TableBody body)
            throws NotProducedException {
        RowsKinds.of(rows).add(rows, frame, records, body);
    }

    private static <R extends DeclaredRows> RowsPromise promise(R rows) {
        return RowsKinds.of(rows).promise(rows);
    }

    private static void addColumnTotals(TableFrame frame, TableBody body) {
        for (ColumnHead column : frame.columns()) {
            body.unshown.add(frame.result(
                    Study.ADSL,
                    column,
                    Map.of(),
                    null,
                    List.of(),
                    Statistic.COLUMN_TOTAL,
                    new Value.Whole(column.n()),
                    Clauses.NONE,
                    Behind.column(column)));
        }
    }

    private static void addArmlessRemark(TableFrame frame, TableBody body) {
        if (frame.arms().labels().isEmpty() || frame.shell().listsRecords()) {
            return;
        }
        boolean figure = !body.drawn.isEmpty();
        BitSet screened = figure ? ScreenFailures.of(frame.data().adsl()) : new BitSet();
        long armless = frame.population().subjects().stream()
                .filter(subject -> frame.arms().arm()[subject] < 0 && !screened.get(subject))
                .count();
        if (armless > 0) {
            boolean total = frame.columns().stream().anyMatch(ColumnHead::isTotal);
            String variable = frame.shell().by().equals(Shell.BY_TREATMENT) ? "" : frame.arms().variable();
            body.remarks.add(new PopulationRemark.NoColumn(armless, variable, total, figure));
        }
    }

    private static TableResults results(TableFrame frame, TableBody body) {
        boolean listing = !body.listing.isEmpty();
        return new TableResults(
                frame.shell(),
                frame.shell().rows().stream().map(Analyses::promise).toList(),
                frame.population().analysisSet(),
                listing ? List.of() : frame.columns(),
                listing ? List.of() : Comparisons.of(frame).heads(),
                List.copyOf(body.listing),
                body.rows,
                body.drawn,
                body.unshown,
                EfficacyRemark.NotOfEndpoint.together(body.remarks),
                List.copyOf(body.datasets),
                body.placeholders);
    }
}
