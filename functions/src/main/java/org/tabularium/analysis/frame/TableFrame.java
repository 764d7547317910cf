package org.tabularium.analysis.frame;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Behind;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.selection.Arms;
import org.tabularium.selection.ControlArm;
import org.tabularium.selection.DoseLevels;
import org.tabularium.selection.Filter;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.Population;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.shell.comparison.ExposureAdjusted;
import org.tabularium.shell.HouseDefaults;
import org.tabularium.shell.Shell;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// What all blocks of one table share: who is counted, in which columns, and how results are keyed.
///
/// @param data the study
/// @param shell the table's declaration
/// @param population who is counted
/// @param arms the arms and their variable
/// @param columns the arms' columns in order, the total last where there is one
/// @param defaults the house style's choices
/// @param exposure how long subjects are under observation; null where the table has no rates
/// @param within the subgroup: its variable and level; empty for all subjects
public record TableFrame(
        StudyData data,
        Shell shell,
        Population population,
        Arms arms,
        List<ColumnHead> columns,
        HouseDefaults defaults,
        @Nullable ObservationTime exposure,
        Map<String, String> within) {

    /// The frame of a table.
    ///
    /// @throws NotProducedException where the study does not tell who the population is, or the shell asks for rates and it does
    ///     not tell how long subjects were observed
    public static TableFrame of(StudyData data, Shell shell, HouseDefaults defaults) throws NotProducedException {
        Optional<Obstacle> lacking = Population.lacking(shell.population(), data);
        if (lacking.isPresent()) {
            throw new NotProducedException(lacking.get());
        }
        Population population = Population.of(shell.population(), data);
        Arms found = arms(data, shell);
        TreatmentsOfRecords.check(found, shell, data);
        boolean levels = shell.rows().stream().anyMatch(DeclaredRows::hasDoseLevels);
        Arms arms = levels ? DoseLevels.of(data, found).arms() : found;
        ExposureAdjusted rates = shell.exposureAdjusted();
        ObservationTime exposure = rates == null ? null : ObservationTime.of(data, rates.time());
        return new TableFrame(data, shell, population, arms, columns(data, shell, population, arms), defaults, exposure,
                Map.of());
    }

    /// The columns that the shell asks for. A flow of subjects who had several treatments is by what they were allocated to,
    /// the sequence of these, since its boxes add up (CONSORT 2010 extended to crossover trials, Dwan and others, BMJ
    /// 2019;366:l4378).
    private static Arms arms(StudyData data, Shell shell) {
        Arms found = Arms.of(data, shell.by(), shell.population());
        boolean flow = shell.figure().filter(DeclaredFigure.Flow.class::isInstance).isPresent();
        return flow && found.several() != null ? Arms.sequences(data, shell.population()).orElse(found) : found;
    }

    /// The same columns with the subjects of a subgroup.
    TableFrame within(String variable, String level, BitSet subjects) {
        BitSet members = (BitSet) population.subjects().clone();
        members.and(subjects);
        List<ColumnHead> narrowed = columns.stream().map(column -> {
            BitSet both = (BitSet) column.subjects().clone();
            both.and(members);
            return new ColumnHead(column.arm(), column.label(), both);
        }).toList();
        Population part = new Population(population.name(), population.members(), members,
                Filter.joined(population.where(), Clauses.equal(variable, level)), population.remark());
        return new TableFrame(data, shell, part, arms, narrowed, defaults, exposure, Map.of(variable, level));
    }

    /// The same table with other subjects in its columns.
    TableFrame with(List<ColumnHead> others) {
        return new TableFrame(data, shell, population, arms, others, defaults, exposure, within);
    }

    /// The same columns of a table that declares other rows: what a figure draws of a table is computed as the table is.
    public TableFrame as(Shell other) {
        return new TableFrame(data, other, population, arms, columns, defaults, exposure, within);
    }

    private static List<ColumnHead> columns(StudyData data, Shell shell, Population population, Arms arms) {
        List<ColumnHead> columns = new ArrayList<>();
        for (int arm = 0; arm < arms.labels().size(); arm++) {
            BitSet members = (BitSet) arms.members(arm).clone();
            members.and(population.subjects());
            columns.add(new ColumnHead(arms.labels().get(arm), arms.labels().get(arm), data.shared(members)));
        }
        String label = data.settings().treatment().total();
        boolean total = shell.total() == null ? label != null : shell.total();
        if (total || columns.isEmpty()) {
            columns.add(new ColumnHead("", label == null ? "Total" : label, data.shared(population.subjects())));
        }
        return List.copyOf(columns);
    }

    /// The keys of a result in a column.
    Map<String, String> groups(ColumnHead column, Map<String, String> more) {
        Map<String, String> groups = new LinkedHashMap<>();
        if (!column.isTotal()) {
            groups.put(arms.variable(), column.arm());
        }
        groups.putAll(within);
        groups.putAll(more);
        return groups;
    }

    /// A result in a column, of a statistic that has one method only.
    ///
    /// @param more grouping variables beside the arm
    /// @param clauses what narrows the rows further than population and arm
    /// @param behind whom it is of
    public Result result(
            String dataset,
            ColumnHead column,
            Map<String, String> more,
            @Nullable String variable,
            List<String> level,
            Statistic statistic,
            Value value,
            Clauses clauses,
            Behind behind) {
        return result(dataset, column, more, variable, level, statistic, value, clauses,
                UsualMethod.of(statistic, data.settings()), behind);
    }

    /// A result in a column: its keys and its selection are put together here.
    public Result result(
            String dataset,
            ColumnHead column,
            Map<String, String> more,
            @Nullable String variable,
            List<String> level,
            Statistic statistic,
            Value value,
            Clauses clauses,
            Method method,
            Behind behind) {
        Selection selection = new Selection(population.name(), population.where(),
                column.isTotal() ? null : new Selection.Arm(arms.variable(), column.arm()), clauses);
        return new Result(dataset, groups(column, more), variable, level, statistic, value, selection, method, behind);
    }

    /// A result of all arms together: no arm is among its keys.
    public Result overall(
            String dataset,
            Map<String, String> more,
            @Nullable String variable,
            List<String> level,
            Statistic statistic,
            Value value,
            Clauses clauses,
            Method method,
            Behind behind) {
        Map<String, String> groups = new LinkedHashMap<>(within);
        groups.putAll(more);
        Selection selection = new Selection(population.name(), population.where(), null, clauses);
        return new Result(dataset, groups, variable, level, statistic, value, selection, method, behind);
    }

    /// All arms' subjects together.
    public BitSet inArms() {
        BitSet subjects = new BitSet();
        armColumns().forEach(arm -> subjects.or(arm.subjects()));
        return subjects;
    }

    /// A method whose limits have the study's confidence.
    public Method atConfidence(MethodId id) {
        return Method.of(id, "confidence", ValueText.number(data.settings().confidence()));
    }

    /// The columns of the arms, without the total.
    public List<ColumnHead> armColumns() {
        return columns.stream().filter(c -> !c.isTotal()).toList();
    }

    /// Whether each variable has one p-value for all arms. Columns that share subjects have none.
    boolean testsVariables() {
        return shell.testsVariables() && armColumns().size() >= 2 && arms.several() == null;
    }

    /// The arm that the others are compared with, and why it is this one or none.
    public ControlArm control() {
        return control(shell.against());
    }

    /// The arm that the others are compared with.
    ///
    /// @param against what asks for it; null for nothing
    ControlArm control(@Nullable String against) {
        return arms.several() == null
                ? ControlArm.of(arms.labels(), against, data.settings().treatment())
                : new ControlArm(null, ControlArm.Basis.NONE);
    }

    /// The column that the others are compared with; empty where nothing is compared.
    public Optional<ColumnHead> reference() {
        return reference(control());
    }

    Optional<ColumnHead> reference(ControlArm control) {
        return armColumns().size() < 2
                ? Optional.empty()
                : armColumns().stream().filter(c -> c.arm().equals(control.arm())).findFirst();
    }
}
