package org.tabularium.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tabularium.finding.RejectedException;
import org.tabularium.shell.comparison.DeclaredComparisons;
import org.tabularium.shell.comparison.Tests;
import org.tabularium.shell.condition.Condition.And;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.shell.condition.Condition.Compare;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.condition.LabelledCondition;
import org.tabularium.shell.rows.DeclaredEvents;
import org.tabularium.shell.rows.DeclaredResponses;
import org.tabularium.shell.rows.DeclaredSubjects;
import org.tabularium.shell.rows.DeclaredVisits;
import org.tabularium.shell.rows.IntervalMethod;
import org.tabularium.shell.rows.RowOrder;
import org.tabularium.study.settings.StudySettings.TableRequest;
import org.tabularium.study.settings.StudyYaml;
import org.tabularium.yaml.YamlMap;

/// What entries of `tables:` make of the built-in shells; the entries are those of the design, section 6, where it has them.
class ShellCatalogTest {

    private ShellCatalog catalog;

    @BeforeEach
    void load() throws Exception {
        catalog = ShellCatalog.load(List.of());
    }

    private Shell shell(String entry) throws Exception {
        List<TableRequest> tables = StudyYaml.read(Templates.study("tables:\n  - " + entry + "\n"), catalog::check).tables();
        return catalog.shell(tables.getFirst());
    }

    private static Compare is(String variable, String value) {
        return new Compare(variable, Comparator.EQ, List.of(value));
    }

    @Test
    void plainIdIsTheShellAsItIs() throws Exception {
        assertThat(shell("ae-overview")).isEqualTo(catalog.shell("ae-overview"));
        assertThat(shell("ae-overview:")).isEqualTo(catalog.shell("ae-overview"));
        assertThat(catalog.shell(new TableRequest("ae-overview", YamlMap.EMPTY))).isEqualTo(catalog.shell("ae-overview"));
    }

    @Test
    void parametersGoToTheRowsThatKnowThem() throws Exception {
        Shell change = shell(
                "change: {as: change-adas, dataset: ADQSADAS, parameter: ACTOT, visits: [Baseline, Week 24], where: {ANL01FL: Y}}");
        assertThat(change.id()).isEqualTo("change");
        assertThat(change.name()).isEqualTo("change-adas");
        assertThat(change.dataset()).isEqualTo("ADQSADAS");
        assertThat(change.where()).isEqualTo(is("ANL01FL", "Y"));
        assertThat(change.rows()).containsExactly(new DeclaredVisits.Change("ACTOT", List.of(), List.of("Baseline", "Week 24"),
                List.of(), false));

        Shell response = shell(
                "response: {parameters: [SRI4, LLDAS, DORIS], visits: [Week 12, Week 24], interval: wilson, denominator: assessed}");
        assertThat(response.rows()).containsExactly(new DeclaredResponses.Response(
                List.of("SRI4", "LLDAS", "DORIS"), List.of("Week 12", "Week 24"), IntervalMethod.WILSON,
                DeclaredResponses.Denominator.ASSESSED, false));
        assertThat(response.dataset()).isEmpty();

        assertThat(shell("ae-common: {threshold: 10}").rows())
                .containsExactly(new DeclaredEvents.Nest(List.of("AEDECOD"), false, RowOrder.DESCENDING, 10, false));

        Shell baseline = shell("baseline: {tests: true, variables: [AGE, SEX], statistics: [n, mean-sd]}");
        assertThat(baseline.tests()).isEqualTo(Tests.USUAL);
        assertThat(baseline.rows()).containsExactly(
                new DeclaredSubjects.Summary(List.of("AGE", "SEX"), List.of("n", "mean-sd"), true, null, List.of()));
    }

    @Test
    void oneParameterGoesToEveryRowThatKnowsIt() throws Exception {
        Shell shell = shell("ae-soc-pt: {show: count-percent, order: alphabetical}");
        assertThat(shell.rows()).containsExactly(
                new DeclaredEvents.Subjects("Any adverse event", null, false, 0),
                new DeclaredEvents.Nest(List.of("AEBODSYS", "AEDECOD"), false, RowOrder.ALPHABETICAL, 0, false));
    }

    @Test
    void whereHoldsBesideTheShells() throws Exception {
        Shell shell = shell(
                "ae-soc-pt: {as: ae-possible, where: {AREL: [POSSIBLE, PROBABLE]}, by: TRT01P, tests: fisher, total: false}");
        assertThat(shell.where()).isEqualTo(new And(
                List.of(is("TRTEMFL", "Y"), new Compare("AREL", Comparator.IN, List.of("POSSIBLE", "PROBABLE")))));
        assertThat(shell.by()).isEqualTo("TRT01P");
        assertThat(shell.total()).isFalse();
        assertThat(shell.tests()).isEqualTo(new Tests(null, Tests.Categorical.FISHER));
    }

    @Test
    void titlesAndDecimalsAreReplacedAndFootnotesFollow() throws Exception {
        Shell shell = shell(
                "ae-overview: {number: 14.10, title: Safety, population: all, percent-decimals: 0, decimals: {mean: 2},"
                        + " footnotes: [One., Two.]}");
        assertThat(shell.number()).isEqualTo("14.10");
        assertThat(shell.title()).isEqualTo("Safety");
        assertThat(shell.population()).isEqualTo(PopulationName.ALL);
        assertThat(shell.percentDecimals()).isZero();
        assertThat(shell.decimals()).isEqualTo(Map.of("mean", 2));
        assertThat(shell.countedOnce()).isTrue();
        assertThat(shell.footnotes()).containsExactly("One.", "Two.");
    }

    @Test
    void parametersOfOneTableLeaveTheNextAsItIs() throws Exception {
        Shell before = catalog.shell("ae-common");
        shell("ae-common: {threshold: 50, where: {AESER: Y}, footnotes: Serious only.}");
        assertThat(catalog.shell("ae-common")).isEqualTo(before);
    }

    @Test
    void ownShellReplacesTheBuiltInOneAndNewOnesComeLast() throws Exception {
        ShellCatalog own = ShellCatalog.load(List.of(
                Templates.file("templates/z.yaml", "id: zeta\ntitle: Z\nrows: [{flags: {}}]\n"),
                Templates.file("templates/a.yaml", "id: alpha\ntitle: A\nrows: [{flags: {}}]\n"),
                Templates.file("templates/deaths.yaml", "id: deaths\ntitle: Our deaths\nrows: [{flags: {variables: DTHFL}}]\n")));
        assertThat(own.ids()).hasSize(catalog.ids().size() + 2).startsWith("baseline").endsWith("safety", "alpha", "zeta");
        assertThat(own.shell("deaths").title()).isEqualTo("Our deaths");
        assertThat(own.shell("alpha")).isEqualTo(new Shell("alpha", "alpha", "", "A", "ADSL", PopulationName.ALL, null, null,
                Shell.BY_TREATMENT, null, null, DeclaredComparisons.NONE, List.of(),
                List.of(new DeclaredSubjects.Flags(List.of(), false, false)),
                "",
                List.of(), List.of(), Map.of(), true,
                List.of(), List.of(), false,
                Map.of(), null, List.of(),
                Shell.ZeroRows.OF_DETAILS, false, PageLayout.DEFAULT));
    }

    @Test
    void conditionsReadAsTheyAreWritten() throws Exception {
        Condition where = shell("listing-ae: {where: {or: [{AESER: Y}, {not: {AEOUT: RECOVERED}}], ATOXGRN: {ge: 3, lt: 5},"
                + " AREL: {is: related}, AEENDTC: {missing: true}, SITEID: {not-in: [001, 7]}, term: [CRS, ICANS]}}").where();
        assertThat(where).isEqualTo(new And(List.of(
                new Condition.Or(List.of(is("AESER", "Y"), new Condition.Not(is("AEOUT", "RECOVERED")))),
                new Compare("ATOXGRN", Comparator.GE, List.of("3")),
                new Compare("ATOXGRN", Comparator.LT, List.of("5")),
                new Condition.Named("AREL", "related"),
                new Condition.Missing("AEENDTC", true),
                new Compare("SITEID", Comparator.NOT_IN, List.of("001", "7")),
                new Condition.Or(List.of(new Condition.Term("CRS"), new Condition.Term("ICANS"))))));
    }

    @Test
    void limitsStandWhereTheirNamesDo() throws Exception {
        Shell shell = shell("steroid: {limits: {low: 10}}");
        DeclaredVisits.Thresholds block = (DeclaredVisits.Thresholds) shell.rows().getFirst();
        assertThat(block.conditions()).contains(
                new LabelledCondition("≤10 mg/day", new Compare("AVAL", Comparator.LE, List.of("10"))),
                new LabelledCondition("≤7.5 mg/day", new Compare("AVAL", Comparator.LE, List.of("7.5"))));
        assertThat(shell.footnotes().getFirst()).contains("≤10 and ≤7.5 mg/day");
        assertThat(catalog.shell("cytopenia").title()).isEqualTo("Cytopenia of Grade 3 or Higher and Recovery");
    }

    @Test
    void aLimitThatTheShellDoesNotHaveIsAFault() {
        assertThatThrownBy(() -> shell("steroid: {limits: {lo: 10}}"))
                .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.findings().getFirst().line())
                        .contains("line 2", "tables.steroid.limits", "\"lo\" is none of the shell's limits", "`low`"));
        String own = "id: own\ntitle: T\nlimits: {low: 5}\nrows:\n  - subjects: {label: \"below {lower}\"}\n";
        assertThatThrownBy(() -> ShellCatalog.load(List.of(Templates.file("templates/own.yaml", own))))
                .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.findings().getFirst().line())
                        .contains("line 5", "{lower}", "did you mean `low`?"));
    }

    @Test
    void unknownIdIsACallersFault() {
        assertThatThrownBy(() -> catalog.shell("nothing")).isInstanceOf(IllegalArgumentException.class);
    }
}
