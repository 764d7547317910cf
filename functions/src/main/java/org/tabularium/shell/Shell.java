package org.tabularium.shell;

import org.tabularium.shell.rows.Analysed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.comparison.DeclaredComparisons;
import org.tabularium.shell.comparison.ExposureAdjusted;
import org.tabularium.shell.comparison.OddsRatios;
import org.tabularium.shell.comparison.RiskDifferences;
import org.tabularium.shell.comparison.Tests;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.rows.DeclaredFigure;
import org.tabularium.shell.rows.DeclaredModels;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.shell.rows.Prose;

/// The declaration of one table, before any data is seen. Read from YAML by [ShellCatalog].
///
/// @param id the shell's id; stable
/// @param name the name in files: `as` of study.yaml, else the id
/// @param number the table's number such as `14.3.1.2`; empty for none
/// @param title may hold `{parameter}` (the parameter's label), `{grade}` ("Worst Grade", or "Worst Severity" where the data have
///     no grades), `{scale CRS}` (", ASTCT 2019" where study.yaml names the scale), `{variables}` (those shown) and
///     `{FLUDOSE|CYDOSE: and Lymphodepletion}` (words that stand where one of these parts is shown, with `+` where all are;
///     `{abstract:…}` in a congress abstract)
/// @param dataset the dataset whose records are counted or listed: `ADSL`, `ADAE`, …; empty when it is found by its parameters
/// @param population who is counted
/// @param where which records; null for all
/// @param narrowing the part of `where` that study.yaml adds to the declared one, which the title does not tell; null for none
/// @param by the column variable: `treatment`, `cohort` (COHORT where ADSL has it, else none), `none` or a variable of ADSL
/// @param total whether a total column follows; null for the study's setting
/// @param against the arm that the others are compared with; null for the control of the study
/// @param comparisons what is compared beside the numbers
/// @param subgroups variables of ADSL for each of whose levels the rows come again
/// @param rows the body
/// @param none sentence printed when no record satisfies `where`; empty for none
/// @param requires variables (`DATASET.VARIABLE`) without which the table is not produced
/// @param requiresParameters our PARAMCDs without any of which the table is not produced; empty for none
/// @param limitUnits by our PARAMCD the unit of the numbers that conditions compare its values with; empty for that of the data
/// @param offered whether a study that does not list its tables may get this one
/// @param offeredWith variables without which such a study does not get it; empty for none
/// @param footnotes the shell's own footnotes, printed first
/// @param countedOnce whether a footnote says how subjects are counted in the rows, and what counts of events are
/// @param decimals decimals by statistic word (`mean`, `sd`, …) where the default does not serve
/// @param percentDecimals decimals of percentages; null for the house style's
/// @param distinct variables of the dataset that tell events apart: records of a subject that agree in them are one event; empty
///     where each record is one
/// @param zeroRows which rows that count nobody are left out
/// @param calledTable whether it is called a table though it lists records, as a case series is
/// @param layout what the shell asks of the page
public record Shell(
        String id,
        String name,
        String number,
        String title,
        String dataset,
        PopulationName population,
        @Nullable Condition where,
        @Nullable Condition narrowing,
        String by,
        @Nullable Boolean total,
        @Nullable String against,
        DeclaredComparisons comparisons,
        List<String> subgroups,
        List<DeclaredRows> rows,
        String none,
        List<String> requires,
        List<String> requiresParameters,
        Map<String, String> limitUnits,
        boolean offered,
        List<String> offeredWith,
        List<String> footnotes,
        boolean countedOnce,
        Map<String, Integer> decimals,
        @Nullable Integer percentDecimals,
        List<String> distinct,
        ZeroRows zeroRows,
        boolean calledTable,
        PageLayout layout) {

    /// Which rows that count nobody are left out.
    public enum ZeroRows {
        /// Levels below another row: grades below a preferred term, later levels of a shift.
        OF_DETAILS,
        /// All.
        DROP,
        /// None.
        KEEP
    }


    /// Tests beside the numbers; null for none.
    public @Nullable Tests tests() {
        return comparisons.tests();
    }

    /// Differences of percentages beside counts; null for none.
    public @Nullable RiskDifferences riskDifference() {
        return comparisons.riskDifference();
    }

    /// Odds ratios beside counts; null for none.
    public @Nullable OddsRatios oddsRatio() {
        return comparisons.oddsRatio();
    }

    /// Rates by 100 patient-years beside counts; null for none.
    public @Nullable ExposureAdjusted exposureAdjusted() {
        return comparisons.exposureAdjusted();
    }

    /// The title without its placeholders, for lists of tables. Of parts that stand where another is not (`{a+!b: …}`) it has
    /// none but those that stand where theirs is, too (`{a|!b: …}`).
    public String plainTitle() {
        return title.replaceAll("\\{scale [^}]*}|\\{abstract:[^}]*}|\\{(?![A-Za-z0-9]+\\|)[^:}]*![^:}]*:[^}]*}", "")
                .replaceAll("\\{[A-Za-z0-9|+!]+:([^}]*)}", "$1")
                .replace(" by {variables}", "")
                .replace("{parameter}",
                        rows.stream().filter(DeclaredRows::hasParameters).findFirst().map(DeclaredRows::ofAnyParameter)
                                .orElse("Score"))
                .replace("{grade}", "Worst Grade")
                .replace("{analysed}",
                        rows.stream().allMatch(row -> row.analysed() == Analysed.CHANGE)
                                ? "Change from Baseline"
                                : "Value")
                .strip();
    }

    /// Whether the table is one a parameter found, since its shell names none.
    public boolean isOnePerParameter() {
        return rows.stream().anyMatch(DeclaredRows::isOnePerParameter);
    }

    /// Whether the table's tests are of variables between all arms, not of rows.
    public boolean testsVariables() {
        return tests() != null && rows.stream().anyMatch(DeclaredRows::testsVariables);
    }

    /// The same table of one parameter.
    public Shell ofParameter(String parameter, String newName, String newNumber) {
        List<DeclaredRows> changed = rows.stream().map(declared -> declared.ofParameter(parameter)).toList();
        return new Shell(
                id, newName, newNumber, title, dataset, population, where, narrowing, by, total, against, comparisons,
                subgroups, changed, none, requires, requiresParameters, limitUnits, offered,
                offeredWith,
                footnotes, countedOnce,
                decimals, percentDecimals, distinct, zeroRows, calledTable, layout);
    }

    /// The same table under another number.
    public Shell numbered(String newNumber) {
        return new Shell(
                id, name, newNumber, title, dataset, population, where, narrowing, by, total, against, comparisons,
                subgroups, rows, none, requires, requiresParameters, limitUnits, offered,
                offeredWith,
                footnotes, countedOnce,
                decimals, percentDecimals, distinct, zeroRows, calledTable, layout);
    }

    /// The same whom and columns with the rows of a table, whose percentages are compared.
    public Shell asTableOf(DeclaredRows table) {
        RiskDifferences asked = riskDifference();
        RiskDifferences differences = asked == null
                ? new RiskDifferences(RiskDifferences.Method.MIETTINEN_NURMINEN, against)
                : asked;
        return new Shell(
                id, name, number, title, dataset, population, where, narrowing, by, total, against,
                new DeclaredComparisons(null, differences, null, null), List.of(), List.of(table), none, requires, requiresParameters, limitUnits, offered, offeredWith,
                footnotes, countedOnce, decimals, percentDecimals, distinct, zeroRows, calledTable, layout);
    }

    /// The same table, which says in a footnote what study.yaml has added to its condition.
    ///
    /// @param added null for nothing
    Shell narrowedBy(@Nullable Condition added) {
        return added == null
                ? this
                : new Shell(id, name, number, title, dataset, population, where, added, by, total, against, comparisons,
                        subgroups, rows, none, requires, requiresParameters, limitUnits, offered, offeredWith, footnotes, countedOnce,
                        decimals, percentDecimals, distinct, zeroRows, calledTable, layout);
    }

    /// The same table of another population.
    public Shell ofPopulation(PopulationName other) {
        return new Shell(id, name, number, title, dataset, other, where, narrowing, by, total, against, comparisons, subgroups,
                rows, none, requires, requiresParameters, limitUnits, offered, offeredWith, footnotes, countedOnce, decimals, percentDecimals, distinct,
                zeroRows, calledTable, layout);
    }

    /// The same table with other rows.
    public Shell withRows(List<DeclaredRows> changed) {
        return new Shell(id, name, number, title, dataset, population, where, narrowing, by, total, against, comparisons, subgroups, changed, none, requires, requiresParameters, limitUnits, offered, offeredWith, footnotes, countedOnce, decimals, percentDecimals, distinct, zeroRows, calledTable, layout);
    }

    /// The same table of all subjects together: one column, nothing compared.
    public Shell inOneColumn() {
        return new Shell(id, name, number, title, dataset, population, where, narrowing, BY_NONE, true, null,
                new DeclaredComparisons(null, null, null, exposureAdjusted()), List.of(), rows, none, requires, requiresParameters, limitUnits, offered, offeredWith, footnotes, countedOnce, decimals, percentDecimals, distinct, zeroRows, calledTable, layout);
    }

    /// Whether the rows find their dataset by their parameters.
    public boolean hasParameters() {
        return rows.stream().anyMatch(DeclaredRows::hasParameters);
    }

    /// Whether the table lists records and counts nobody.
    public boolean listsRecords() {
        return rows.stream().anyMatch(DeclaredRows::listsRecords);
    }

    /// Whether it is called a listing.
    public boolean isListing() {
        return listsRecords() && !calledTable;
    }

    /// What the figure shows; empty for a table or listing.
    public Optional<DeclaredFigure> figure() {
        return rows.stream().filter(DeclaredFigure.class::isInstance).map(DeclaredFigure.class::cast).findFirst();
    }

    /// The text that stands in place of rows; empty for all other displays.
    public Optional<Prose> text() {
        return rows.stream().filter(Prose.class::isInstance).map(Prose.class::cast).findFirst();
    }

    public static final String BY_TREATMENT = "treatment";
    public static final String BY_NONE = "none";
    public static final String BY_COHORT = "cohort";
}
