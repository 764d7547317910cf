package org.tabularium.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.analysis.SmallStudy.Computed;
import org.tabularium.analysis.SmallStudy;
import org.tabularium.finding.Finding;
import org.tabularium.result.CellResults;
import org.tabularium.result.FigureRow;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.TableResults;

/// Right tables agree; one wrong number in one of them is found and its cells are named.
@Shows(Requirement.DISPLAYS_AGREE)
class ReconciliationTest {

    private static final String[] ALL = {"baseline", "disposition", "populations", "deaths", "ae-overview", "ae-soc-pt",
        "ae-grade",
        "ae-serious", "ae-common", "ae-related", "aesi", "response", "sri", "own", "serious", "time"};

    /// Six subjects in two arms; S-6 died after the last event.
    private static SmallStudy study() {
        return SmallStudy.of("""
                USUBJID,SUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL,DTHFL,EOSSTT,DCSREAS
                S-1,1,30,F,A,Y,Y,N,COMPLETED,
                S-2,2,40,M,A,Y,Y,N,COMPLETED,
                S-3,3,50,F,A,Y,Y,Y,DISCONTINUED,DEATH
                S-4,4,60,M,B,Y,Y,N,COMPLETED,
                S-5,5,35,F,B,Y,Y,N,COMPLETED,
                S-6,6,45,F,B,Y,Y,Y,DISCONTINUED,DEATH
                """).with("adae.csv", """
                USUBJID,AEDECOD,AEBODSYS,AESER,AREL,ATOXGR,AEOUT,TRTEMFL
                S-1,Nausea,Gastrointestinal disorders,N,Y,1,RECOVERED,Y
                S-1,Cytokine release syndrome,Immune system disorders,N,Y,0,RECOVERED,Y
                S-1,Vomiting,Gastrointestinal disorders,Y,N,3,RECOVERED,Y
                S-2,Nausea,Gastrointestinal disorders,N,N,2,RECOVERED,Y
                S-3,Sepsis,Infections and infestations,Y,Y,5,FATAL,Y
                S-4,Cytokine release syndrome,Immune system disorders,N,Y,3,RECOVERED,Y
                S-4,Cytokine release syndrome,Immune system disorders,N,Y,2,RECOVERED,Y
                S-5,Nausea,Gastrointestinal disorders,N,N,,RECOVERED,N
                """).with("adeff.csv", """
                USUBJID,PARAMCD,PARAM,AVISIT,AVISITN,AVAL,AVALC
                S-1,SRI4,SRI-4,Week 4,4,,Y
                S-2,SRI4,SRI-4,Week 4,4,,N
                S-4,SRI4,SRI-4,Week 4,4,,Y
                S-1,SRI4,SRI-4,Week 8,8,1,Responder
                S-5,SRI4,SRI-4,Week 8,8,,N
                """).with("adtte.csv", """
                USUBJID,PARAMCD,PARAM,AVAL,CNSR
                S-1,TTR,Time to response (weeks),4,0
                S-2,TTR,Time to response (weeks),8,1
                S-4,TTR,Time to response (weeks),4,0
                S-5,TTR,Time to response (weeks),,0
                """).with("study.yaml", """
                tables:
                  - response: {against: B}
                  - km: {parameter: TTR, landmarks: 4, against: B}
                  - forest: {parameter: TTR, against: B, subgroups: SEX}
                  - forest: {as: responders, parameter: SRI4, against: B}
                  - response: {as: sri, denominator: all, subgroups: [SEX]}
                  - time-to-event: {as: time, parameter: TTR, landmarks: 4, against: B, subgroups: SEX}
                  - ae-soc-pt: {as: own, where: {AREL: {is: related}}, threshold: 40, subgroups: SEX}
                  - ae-overview: {as: serious, where: {AESER: Y}}
                """).with("templates/own-grade.yaml", """
                id: own-grade
                title: Terms as they are written
                dataset: ADAE
                population: safety
                where: {TRTEMFL: Y}
                rows:
                  - subjects: {label: CRS by name, where: {AEDECOD: Cytokine release syndrome}}
                  - subjects: {label: CRS by name, where: {AEDECOD: Cytokine release syndrome}}
                  - subjects: {label: Any, show: [count-percent, events]}
                  - nest: [AEDECOD]
                    show: [count-percent, events]
                  - nest: [AEBODSYS]
                    show: [count-percent, events]
                """);
    }

    private static List<String> lines(List<TableResults> tables, Computed computed) {
        return Reconciliation.of(tables, computed.data()).stream().map(Finding::line).toList();
    }

    /// The tables with another whole number in the results that a condition chooses in one of them.
    private static List<TableResults> with(Computed computed, String table, Predicate<Result> which, long value) {
        return computed.tables().stream().map(t -> t.shell().name().equals(table) ? with(t, which, value) : t).toList();
    }

    private static TableResults with(TableResults t, Predicate<Result> which, long value) {
        assertThat(t.rows().stream().flatMap(r -> r.cells().stream()).flatMap(c -> c.results().stream()).anyMatch(which)
                || t.drawn().stream().flatMap(d -> d.results().stream()).anyMatch(which)
                || t.unshown().stream().anyMatch(which)).as("there is such a result").isTrue();
        List<ResultRow> rows = t
                .rows().stream().map(row -> new ResultRow(row.kind(), row.label(), row.indent(), row.startsBlock(),
                        row.cells().stream()
                                .map(cell -> new CellResults(cell.form(), with(cell.results(), which, value), cell.decimals(),
                                        cell.denominator()))
                                .toList()))
                .toList();
        return new TableResults(t.shell(), t.promises(), t.population(), t.columns(), t.comparisons(), t.listing(), rows,
                t.drawn().stream().map(drawn -> new FigureRow(drawn.layer(), drawn.arm(), drawn.item(), drawn.what(), drawn.at(),
                        new CellResults(drawn.cell().form(), with(drawn.results(), which, value), drawn.cell().decimals(),
                                drawn.cell().denominator())))
                        .toList(),
                with(t.unshown(), which, value),
                t.remarks(), t.datasets(), t.placeholders());
    }

    private static List<Result> with(List<Result> results, Predicate<Result> which, long value) {
        return results.stream()
                .map(r -> which.test(r)
                        ? new Result(r.dataset(), r.groups(), r.variable(), r.level(), r.statistic(), new Value.Whole(value),
                                r.selection(), r.method(), r.behind())
                        : r)
                .toList();
    }

    private static Predicate<Result> cell(String arm, Statistic statistic, String... level) {
        return r -> r.statistic() == statistic && r.level().equals(List.of(level))
                && r.groups().equals(arm.isEmpty() ? Map.of() : Map.of("TRT01A", arm));
    }

    @Test
    void tablesThatAreRightAgree() {
        Computed computed = study().computed(ALL);
        // Two died, but one of them without a fatal event: that may be.
        assertThat(lines(computed.tables(), computed)).containsExactly(
                "warning: the tables have different numbers of deaths: 2 in disposition, row DCSREAS \"DEATH\", column Total; 2 in deaths, row DTHFL \"Y\", column Total; 1 in"
                        + " ae-overview, row \"Adverse event leading to death\", column Total; check who died and when; each table shows its own source and"
                        + " population [DEATHS_OF_TABLES_DIFFER]");
    }

    /// "Cytokine release syndrome" as a term leaves the event of grade 0 out, as a value it does not; rows that stand twice are
    /// counted once.
    @Test
    void sponsorsOwnRowsRaiseNoAlarm() {
        Computed computed = study().computed("own-grade", "ae-overview", "aesi", "ae-soc-pt", "own", "serious");
        assertThat(lines(computed.tables(), computed)).isEmpty();
    }

    @Test
    void columnTotalThatDiffersIsFound() {
        Computed computed = study().computed("ae-overview", "ae-soc-pt");
        assertThat(lines(with(computed, "ae-soc-pt", cell("A", Statistic.COLUMN_TOTAL), 4), computed)).contains(
                "error ADSL: N is 3 in ae-overview, column A, but 4 in ae-soc-pt, column A; this is a fault of the program, not of the study: report it with"
                        + " the study's settings [COLUMN_TOTAL_DIFFERS]");
    }

    @Test
    void seriousEventsOfTheOverviewAreThoseOfTheirTable() {
        Computed computed = study().computed("ae-overview", "ae-serious");
        assertThat(lines(with(computed, "ae-overview", cell("A", Statistic.COUNT, "Serious adverse event"), 1), computed))
                .anyMatch(line -> line.startsWith(
                        "error ADAE: the subjects of one filter are 1 in"
                                + " ae-overview, row \"Serious adverse event\", column A, but 2 in ae-serious, row \"Any serious adverse event\", column A"));
    }

    @Test
    void armsMakeTheTotal() {
        Computed computed = study().computed("ae-related");
        assertThat(lines(with(computed, "ae-related", cell("", Statistic.COUNT, "Any treatment-related adverse event"), 2),
                computed))
                .anyMatch(line -> line.contains(
                        "the arms add up to 3, but ae-related, row \"Any treatment-related adverse event\", column Total has 2"));
    }

    @Test
    void eventsOfLevelsMakeThoseOfTheTable() {
        Computed computed = study().computed("ae-soc-pt");
        List<String> lines = lines(with(computed, "ae-soc-pt",
                cell("A", Statistic.EVENTS, "Gastrointestinal disorders", "Nausea"), 7), computed);
        assertThat(lines).anyMatch(
                line -> line
                        .contains("the events of the rows of AEDECOD add up to 8, but ae-soc-pt, row AEBODSYS \"Gastrointestinal"
                                + " disorders\", column A has 3"));
        assertThat(lines).anyMatch(
                line -> line
                        .contains("has 7, more than the 3 of ae-soc-pt, row AEBODSYS \"Gastrointestinal disorders\", column A"));
    }

    @Test
    void worstGradesMakeGradeThreeAndMore() {
        Computed computed = study().computed("ae-grade");
        assertThat(lines(with(computed, "ae-grade", cell("A", Statistic.COUNT, "Any adverse event", "Grade 3"), 2), computed))
                .anyMatch(line -> line.contains(
                        "the worst grades 3, 4 and 5 add up to 3, but ae-grade, row \"Any adverse event / Grade ≥3\", column A has 2"));
    }

    @Test
    void respondersAreThoseOfTheRecords() {
        Computed computed = study().computed("sri");
        Predicate<Result> week4 = r -> r.statistic() == Statistic.COUNT && r.level().isEmpty()
                && Map.of("TRT01A", "A", "PARAMCD", "SRI4", "AVISIT", "Week 4").equals(r.groups());
        assertThat(lines(with(computed, "sri", week4, 2), computed)).anyMatch(line -> line
                .startsWith(
                        "error ADEFF: sri, PARAMCD SRI4, AVISIT Week 4, column A has 2, but 1 subjects of the column have such a record"));
    }

    @Test
    void eventsOfTheCurveAreThoseOfTheRecords() {
        Computed computed = study().computed("time");
        Predicate<Result> events = r -> r.statistic() == Statistic.COUNT && r.level().equals(List.of("Events"))
                && Map.of("TRT01A", "B", "PARAMCD", "TTR").equals(r.groups());
        assertThat(lines(with(computed, "time", events, 0), computed)).anyMatch(line -> line
                .startsWith("error ADTTE: time, row AVAL \"Events\", PARAMCD TTR, column B has 0, but 1 subjects of the column"));
    }

    @Test
    void noMoreThanTwentyFindingsAKind() {
        Computed computed = study().computed("ae-overview", "ae-soc-pt", "ae-grade");
        List<Finding> found = Reconciliation.of(with(computed, "ae-soc-pt", r -> r.statistic() == Statistic.COUNT, 99),
                computed.data());
        assertThat(found.stream().map(Finding::code).filter(c -> Objects.equals(c, "SAME_ROW_DIFFERS"))).hasSize(20);
    }

    private static final String[] FIGURES = {"disposition", "populations", "ae-common", "response", "time", "km", "forest",
        "responders", "flow", "ae-profile"};

    @Test
    void figuresThatAreRightAgreeWithTheirTables() {
        Computed computed = study().computed(FIGURES);
        assertThat(lines(computed.tables(), computed)).isEmpty();
    }

    /// One number of a figure that its table does not have.
    @ParameterizedTest
    @CsvSource({
        "km, AT_RISK, 4, 9, 'at-risk is 9 in km, row AVAL \"4\", PARAMCD TTR, column A, but 2 in time'",
        "km, MEDIAN_TIME, Median, 9, 'median-time is 9 in km, row AVAL \"Median\", PARAMCD TTR, column A, but not estimable in time'",
        "forest, COUNT, Events, 9, 'count is 9 in forest, row AVAL \"Events\", PARAMCD TTR, column A, but 1 in time'",
        "responders, COUNT, '', 9, 'count is 9 in responders, PARAMCD SRI4, AVISIT Week 8, column A, but 1 in response'",
        "flow, COUNT, COMPLETED, 9, 'count is 9 in flow, row EOSSTT \"COMPLETED\", column A, but 2 in disposition'",
        "ae-profile, COUNT, Nausea, 9, 'the subjects of one filter are 2 in ae-common, row AEDECOD \"Nausea\", column A, but 9 in ae-profile'"})
    void numberOfAFigureThatItsTableDoesNotHaveIsFound(String figure, Statistic statistic, String level, long value,
            String found) {
        Computed computed = study().computed(FIGURES);
        Predicate<Result> which = r -> r.statistic() == statistic && String.join("", r.level()).equals(level)
                && "A".equals(r.groups().get("TRT01A"));
        assertThat(lines(with(computed, figure, which, value), computed)).anyMatch(line -> line.contains(found));
    }
}
