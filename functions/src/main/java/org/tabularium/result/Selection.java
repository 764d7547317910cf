package org.tabularium.result;

import org.jspecify.annotations.Nullable;
import org.tabularium.shell.PopulationName;

/// Whose and which records a result is of.
///
/// @param population the analysis set's name
/// @param of what makes a subject belong to it, subgroup included; none for everybody
/// @param arm the column; null for the total and for what is of all arms together
/// @param clauses what narrows the rows further
public record Selection(PopulationName population, Clauses of, @Nullable Arm arm, Clauses clauses) {

    /// A column of subjects.
    ///
    /// @param variable the variable of the columns, such as TRT01A
    /// @param level its value as the data have it
    public record Arm(String variable, String level) {}

    /// The same without the arm: what the cells of one row have in common.
    public Selection withoutArm() {
        return new Selection(population, of, null, clauses);
    }

    /// All of it in the order in which it narrows: analysis set, arm, clauses.
    public Clauses all() {
        return of.and(arm == null ? Clauses.NONE : Clauses.equal(arm.variable(), arm.level())).and(clauses);
    }
}
