package org.tabularium.shell.rows;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tabularium.shell.comparison.Comparison;
import org.tabularium.shell.condition.Condition;

/// Rows that a shell declares: what is to be computed, as data. Each kind has one class in `analysis` that computes it; nobody
/// else asks which kind it is, but what it says of itself.
public interface DeclaredRows {

    /// In place of PARAMCDs: every parameter of the shell's dataset that has what the block is about.
    String ALL = "all";

    /// Days that a value may lie before or after a day asked for, where the shell says nothing.
    int WINDOW = 7;

    /// Whether they find their dataset by their parameters, where the shell names none.
    default boolean hasParameters() {
        return false;
    }

    /// The PARAMCDs they name, or [#ALL]; empty where they name none.
    default List<String> parameters() {
        return List.of();
    }

    /// The lines of statistics that they ask for, by their words; empty for those of the house style.
    default List<String> statistics() {
        return List.of();
    }

    /// Whether they leave their one parameter open: a table each for those that the study has.
    default boolean isOnePerParameter() {
        return false;
    }

    /// The same rows of one parameter, where they leave it open.
    default DeclaredRows ofParameter(String code) {
        return this;
    }

    /// What stands for `{parameter}` in a title before the parameter is known.
    default String ofAnyParameter() {
        return "Score";
    }

    /// What stands for `{analysed}` in a title.
    default Analysed analysed() {
        return Analysed.CHANGE;
    }

    /// Whether tests are of the rows' variables between all arms, and not of each row.
    default boolean testsVariables() {
        return false;
    }

    /// Whether they are counts of subjects that can be compared between arms.
    default boolean comparesCounts() {
        return false;
    }

    /// Whether they count events, whose rates can be given.
    default boolean countsEvents() {
        return false;
    }

    /// What of a shell's comparisons they can have.
    default Set<Comparison> comparisons() {
        Set<Comparison> comparisons = EnumSet.noneOf(Comparison.class);
        if (comparesCounts()) {
            comparisons.addAll(EnumSet.of(Comparison.TESTS, Comparison.RISK_DIFFERENCE, Comparison.ODDS_RATIO));
        }
        if (countsEvents()) {
            comparisons.add(Comparison.EXPOSURE_ADJUSTED);
        }
        return comparisons;
    }

    /// Whether they come again for subgroups.
    default boolean hasSubgroups() {
        return !listsRecords();
    }

    /// Whether they are records one by one and count nobody.
    default boolean listsRecords() {
        return false;
    }

    /// The text of a value that is missing, where they say it; else empty.
    default String absent() {
        return "";
    }

    /// The columns on the left that identify a listing's row.
    default List<ListingColumn> identifyingColumns() {
        return List.of();
    }

    /// Whether the rows of a table are of the same, so that results of one key must be one number in both; figures
    /// are compared with tables by it.
    default boolean saysTheSameAs(DeclaredRows rows) {
        return false;
    }

    /// Whether the shell's own filter acts on them; where it does not, a shell with one is refused.
    default boolean isFilteredByShell() {
        return true;
    }

    /// Whether they can count a record under its own treatment and a subject in several columns, where subjects had several
    /// treatments.
    default boolean countsEachTreatment() {
        return false;
    }

    /// Whether the columns are dose levels, planned ones without subjects among them.
    default boolean hasDoseLevels() {
        return false;
    }

    /// The conditions on records that they count by, beside the table's own.
    default List<Condition> recordConditions() {
        return List.of();
    }
}
