package org.tabularium.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.Block;
import org.tabularium.shell.Shell;
import org.tabularium.study.StudyData;

/// What all blocks of one table share: who is counted, in which columns, and how results are keyed.
///
/// @param data the study
/// @param shell the table's declaration
/// @param population who is counted
/// @param arms the arms and their variable
/// @param columns the arms' columns in order, the total last where there is one
/// @param defaults the house style's choices
record Frame(
        StudyData data, Shell shell, Population population, Arms arms, List<ColumnHead> columns, Defaults defaults) {

    static Frame of(StudyData data, Shell shell, Defaults defaults) {
        Population population = Population.of(shell.population(), data);
        Optional<String> variable = Arms.variable(data.study(), shell.by(), shell.population());
        Arms arms = Arms.of(data, variable);
        return new Frame(data, shell, population, arms, columns(data, shell, population, arms), defaults);
    }

    private static List<ColumnHead> columns(StudyData data, Shell shell, Population population, Arms arms) {
        List<ColumnHead> columns = new ArrayList<>();
        for (int arm = 0; arm < arms.labels().size(); arm++) {
            BitSet members = new BitSet();
            for (int subject = population.subjects().nextSetBit(0); subject >= 0; subject = population.subjects()
                    .nextSetBit(subject + 1)) {
                members.set(subject, arms.arm()[subject] == arm);
            }
            columns.add(new ColumnHead(arms.labels().get(arm), arms.labels().get(arm), members));
        }
        String label = data.settings().treatment().total();
        boolean total = shell.total() == null ? label != null : shell.total();
        if (total || columns.isEmpty()) {
            columns.add(new ColumnHead("", label == null ? "Total" : label, population.subjects()));
        }
        return List.copyOf(columns);
    }

    /// The keys of a result in a column.
    Map<String, String> groups(ColumnHead column, Map<String, String> more) {
        Map<String, String> groups = new LinkedHashMap<>();
        if (!column.isTotal()) {
            groups.put(arms.variable(), column.arm());
        }
        groups.putAll(more);
        return groups;
    }

    /// A result in a column: its keys and the filter in words are put together here.
    ///
    /// @param more grouping variables beside the arm
    /// @param words what narrows the rows further than population and arm
    Result result(
            String dataset,
            ColumnHead column,
            Map<String, String> more,
            @Nullable String variable,
            List<String> level,
            Statistic statistic,
            Value value,
            String words) {
        String arm = column.isTotal() ? "" : arms.variable() + " = " + column.arm();
        String where = Filter.joined(Filter.joined(population.where(), arm), words);
        return new Result(dataset, groups(column, more), variable, level, statistic, value, where);
    }

    /// The columns of the arms, without the total.
    List<ColumnHead> armColumns() {
        return columns.stream().filter(c -> !c.isTotal()).toList();
    }

    /// The arms compared with the first, when the shell asks for pairwise tests and there are arms to compare.
    List<ColumnHead> compared() {
        List<ColumnHead> real = armColumns();
        return shell.tests() != Block.Test.FISHER || real.size() < 2 ? List.of() : real.subList(1, real.size());
    }

    /// Whether each variable has one p-value for all arms.
    boolean testsVariables() {
        return shell.tests() == Block.Test.USUAL
                && armColumns().size() >= 2
                && shell.rows().stream().anyMatch(b -> b instanceof Block.Summary);
    }

    /// Headers of the columns of tests that follow the columns of subjects.
    List<String> testHeaders() {
        if (testsVariables()) {
            return List.of("p-value");
        }
        return compared().stream()
                .map(arm -> "p-value\n" + columns.getFirst().label() + " vs\n" + arm.label())
                .toList();
    }
}
