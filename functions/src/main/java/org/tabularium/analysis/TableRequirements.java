package org.tabularium.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.ObservationTime;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.AbsentVariable;
import org.tabularium.selection.Arms;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.Population;
import org.tabularium.selection.ScreenFailures;
import org.tabularium.selection.SeveralTreatments;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.event.EventDays;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// What a table needs before anything is read: which columns it asks for, and why it cannot be made where they are not there.
/// What its rows need is their kinds' to say.
final class TableRequirements {

    private static final String SUBJECT = "USUBJID";
    private static final String PARAMETER = "PARAMCD.";
    private static final String COHORT = "COHORT.";

    private TableRequirements() {}

    /// Asks for everything the table may look at.
    static void ask(Study study, Shell shell, RequestedColumns columns) {
        columns.ask(Study.ADSL, Population.VARIABLES);
        columns.ask(Study.ADSL, ScreenFailures.VARIABLES);
        columns.ask(Study.ADSL, Arms.read(study, shell.by()));
        if (!shell.dataset().isEmpty() && !shell.dataset().equals(Study.ADSL)) {
            columns.ask(shell.dataset(), SeveralTreatments.RECORD_VARIABLES);
        }
        Optional.ofNullable(study.settings().records().dayZero()).ifPresent(day -> columns.ask(Study.ADSL, day));
        OccurredRecords.ask(study, shell, columns);
        RecordsOfNothing.ask(study, shell, columns);
        ColumnRequest request = new ColumnRequest(study, shell, columns);
        request.ofTable(ConditionVariables.of(shell.where(), study));
        shell.rows().forEach(rows -> ask(rows, request));
        if (!shell.subgroups().isEmpty()) {
            columns.ask(Study.ADSL, shell.subgroups());
            shell.subgroups().forEach(v -> columns.ask(Study.ADSL, Arms.companion(v)));
        }
        columns.ask(Study.ADSL, shell.comparisons().strata());
        request.ofTable(shell.distinct());
        if (shell.exposureAdjusted() != null) {
            columns.ask(Study.ADSL, ObservationTime.VARIABLES);
            request.ofTable(EventDays.READ);
        }
    }

    private static <R extends DeclaredRows> void ask(R rows, ColumnRequest request) {
        RowsKinds.of(rows).ask(rows, request);
    }

    /// Why the table cannot be made, as far as the datasets' headers tell; empty where it can.
    static Optional<Obstacle> unmet(Study study, Shell shell) {
        if (!shell.dataset().isEmpty() && !study.has(shell.dataset())) {
            return Optional.of(new AbsenceObstacle.NothingOf(List.of(shell.dataset())));
        }
        if (!shell.dataset().isEmpty() && !study.has(shell.dataset(), SUBJECT)) {
            return Optional.of(new AbsenceObstacle.NothingOf(List.of(shell.dataset() + "." + SUBJECT)));
        }
        Optional<String> columns = Arms.variable(study, shell.by(), shell.population());
        if (columns.isPresent() && !study.has(Study.ADSL, columns.get())) {
            return Optional.of(new AbsenceObstacle.NoColumns(columns.get()));
        }
        Optional<String> subgroup = shell.subgroups().stream().filter(v -> !study.has(Study.ADSL, v)).findFirst();
        if (subgroup.isPresent()) {
            return Optional.of(new AbsenceObstacle.NoSubgroups(subgroup.get(),
                    AbsentVariable.nearest(study, Study.ADSL, subgroup.get())));
        }
        Optional<String> stratum = shell.comparisons().strata().stream().filter(v -> !study.has(Study.ADSL, v)).findFirst();
        if (stratum.isPresent()) {
            return Optional.of(new AbsenceObstacle.NoStrata(stratum.get(),
                    AbsentVariable.nearest(study, Study.ADSL, stratum.get())));
        }
        Optional<String> distinct = shell.distinct().stream()
                .filter(v -> !shell.dataset().isEmpty() && !study.has(shell.dataset(), v)).findFirst();
        if (distinct.isPresent()) {
            return Optional.of(new AbsenceObstacle.NoVariable(shell.dataset(), distinct.get()));
        }
        List<String> lacking = lacking(study, shell.requires());
        if (!lacking.isEmpty()) {
            return Optional.of(new AbsenceObstacle.NothingOf(lacking));
        }
        List<Optional<Obstacle>> ofRows = shell.rows().stream().map(rows -> unmet(rows, shell, study)).toList();
        return ofRows.stream().allMatch(Optional::isPresent) && !ofRows.isEmpty() ? ofRows.getFirst() : Optional.empty();
    }

    private static <R extends DeclaredRows> Optional<Obstacle> unmet(R rows, Shell shell, Study study) {
        return RowsKinds.of(rows).unmet(rows, shell, study);
    }

    /// Why a table of parameters has no row.
    static Obstacle noneOfItsParameters(Shell shell) {
        Set<String> codes = new LinkedHashSet<>();
        shell.rows().forEach(rows -> codes.addAll(rows.parameters()));
        return new AbsenceObstacle.NoneOfParameters(shell.dataset(),
                codes.contains(DeclaredRows.ALL) ? List.of() : List.copyOf(codes));
    }

    /// Those of some variables (`DATASET.VARIABLE`) and datasets (`DATASET`) that the study does not have.
    static List<String> lacking(Study study, List<String> required) {
        return required.stream().filter(r -> !has(study, r)).toList();
    }

    /// Whether the data have some of the parameters and cohorts (`PARAMCD.UPCR`, `COHORT.SRNS`) without which the table is not
    /// offered, where the shell names any.
    static boolean hasSome(StudyData data, Shell shell) {
        List<String> some = shell.offeredWith().stream().filter(TableRequirements::isOfData).toList();
        return some.isEmpty() || some.stream().anyMatch(name -> isThere(data, shell, name));
    }

    private static boolean isOfData(String required) {
        return required.startsWith(PARAMETER) || required.startsWith(COHORT);
    }

    private static boolean isThere(StudyData data, Shell shell, String name) {
        String value = name.substring(name.indexOf('.') + 1);
        if (name.startsWith(COHORT)) {
            return data.adsl().column("COHORT")
                    .filter(column -> IntStream.range(0, column.size())
                            .anyMatch(row -> ValueText.text(column, row).equalsIgnoreCase(value)))
                    .isPresent();
        }
        return BdsParameter.candidates(data.study(), shell.dataset()).stream()
                .flatMap(dataset -> JoinedRecords.of(data, dataset).stream())
                .anyMatch(records -> BdsParameter.codes(records).stream().map(code -> BdsParameter.ours(data, code))
                        .anyMatch(value::equals));
    }

    private static boolean has(Study study, String required) {
        if (isOfData(required)) {
            return true;
        }
        int dot = required.indexOf('.');
        return dot < 0
                ? study.has(required)
                : study.has(required.substring(0, dot), required.substring(dot + 1));
    }
}
