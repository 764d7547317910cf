package org.tabularium.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.Variable;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Severity;
import org.tabularium.study.StudyData;

@Shows(Requirement.INPUT_CHECKED)
class RulesTest {

    @Test
    void manyRowsWithOneProblemAreOneFindingThatNamesTheFirstAndCountsAll() {
        StringBuilder adsl = new StringBuilder("USUBJID,AGE\n");
        for (int i = 1; i <= 1_250; i++) {
            adsl.append("A-").append(i).append(",200\n");
        }
        List<String> lines = CheckedStudy.ofText(Map.of("adsl.csv", adsl.toString())).lines();
        assertThat(lines).singleElement().asString()
                .startsWith("warning ADSL row 1 AGE: \"200\" is not an age")
                .contains(" (1,250 rows: also 2, 3, 4, 5, 6, 7, 8, 9, 10 and 1,240 more); ");
    }

    @Test
    void rowsThatAreNotNamedAreCountedAllTheSame() {
        String rows = "A-01,PGA,3,2,2\n".repeat(1_020);
        List<String> lines = CheckedStudy.ofText(
                Map.of("adsl.csv", "USUBJID\nA-01\n", "adqs.csv", "USUBJID,PARAMCD,AVAL,BASE,CHG\n" + rows)).lines();
        assertThat(lines).singleElement().asString().startsWith("warning ADQS row 1 CHG: \"2\"")
                .contains(" (1,020 rows: also 2, ").contains(" and 1,010 more); ");
    }

    @Test
    void threeRowsAreNamedOneByOne() {
        StringBuilder adsl = new StringBuilder("USUBJID,AGE\n");
        for (int i = 1; i <= 3; i++) {
            adsl.append("A-").append(i).append(",200\n");
        }
        assertThat(CheckedStudy.ofText(Map.of("adsl.csv", adsl.toString())).lines()).hasSize(3);
    }

    @Test
    void textWhereANumberIsNeededIsAnErrorWithItsRow() {
        List<Finding> findings = check(dataset("ADSL", ids("A-01", "A-02"), text("AGE", "65", "<36")));
        assertThat(findings).extracting(Finding::line).containsExactly(
                "error ADSL row 2 AGE: \"<36\" is text; a number was expected; deliver the variable as numeric [WRONG_TYPE]");
    }

    @Test
    void numbersKeptAsTextAreAnErrorToo() {
        List<Finding> findings = check(dataset("ADSL", ids("A-01", "A-02"), text("AGE", "65", " 70.5")));
        assertThat(findings).extracting(Finding::line)
                .containsExactly("error ADSL AGE: is text; a number was expected; deliver the variable as numeric [WRONG_TYPE]");
    }

    @Test
    void aVariableWithoutAnyValueHasNoWrongType() {
        assertThat(check(dataset("ADSL", ids("A-01"), text("AGE", "")))).isEmpty();
    }

    @Test
    void numericFlagsAndIdentifiersAreErrors() {
        List<Finding> findings = check(
                dataset("ADSL", ids("A-01"), number("SAFFL", 1)),
                dataset("ADAE", number("USUBJID", 1), text("AEDECOD", "Pyrexia"), number("TRTEMFL", 1)));
        assertThat(findings).extracting(Finding::line).containsExactlyInAnyOrder(
                "error ADSL SAFFL: is numeric; Y or N was expected; deliver the variable as character [WRONG_TYPE]",
                "error ADAE TRTEMFL: is numeric; Y or N was expected; deliver the variable as character [WRONG_TYPE]",
                "error ADAE USUBJID: is numeric; text was expected; deliver the variable as character [WRONG_TYPE]");
    }

    @Test
    void valuesOfParametersAreNumbers() {
        List<Finding> findings = check(
                dataset("ADSL", ids("A-01")), dataset("ADQS", ids("A-01"), text("PARAMCD", "PGA"), text("AVAL", "high")));
        assertThat(findings).extracting(Finding::line).containsExactly(
                "error ADQS row 1 AVAL: \"high\" is text; a number was expected; deliver the variable as numeric [WRONG_TYPE]");
    }

    @Test
    void aTextThatOnlyOrdersVisitsRefusesNothing() {
        List<Finding> findings = check(dataset("ADSL", ids("A-01")),
                dataset("ADQS", ids("A-01"), text("PARAMCD", "PGA"), text("AVISITN", "2"), number("AVAL", 1)));
        assertThat(findings).extracting(Finding::line).containsExactly("warning ADQS AVISITN: is text; a number was expected;"
                + " visits stand in the order of their names and days; deliver the variable as numeric [WRONG_TYPE]");
    }

    @Test
    void sasDatesAreComparedAsDates() {
        // SAS day 23751 is 2025-01-10.
        List<Finding> findings = check(
                dataset("ADSL", ids("A-01"), number("TRTSDT", 23751)),
                dataset("ADAE", ids("A-01"), text("AEDECOD", "Pyrexia"), text("TRTEMFL", "Y"), number("ASTDT", 23750)));
        assertThat(findings).extracting(Finding::line).containsExactly(
                "warning ADAE row 1 ASTDT: \"2025-01-09\" is before the first treatment although TRTEMFL is Y; "
                        + "correct the date or the flag [ONSET_BEFORE_TREATMENT]");
    }

    @Test
    void rulesAreInTheOrderOfWhatTheyRejectAndEachIsThereOnce() {
        assertThat(Rules.of(Set.of())).extracting(rule -> rule.getClass().getSimpleName()).doesNotHaveDuplicates()
                .startsWith("SubjectKeys", "VariableTypes", "UnknownSubjects");
    }

    /// Checks datasets as they are. The study around them only has to know their names and variables.
    private static List<Finding> check(Dataset... datasets) {
        Map<String, String> headers = new TreeMap<>();
        TreeMap<String, Dataset> read = new TreeMap<>();
        for (Dataset dataset : datasets) {
            headers.put(
                    dataset.name().toLowerCase(java.util.Locale.ROOT) + ".csv",
                    String.join(",", dataset.columns().stream().map(c -> c.variable().name()).toList()) + "\n");
            read.put(dataset.name(), dataset);
        }
        StudyData data = new StudyData(CheckedStudy.ofText(headers).study(), datasets[0], read);
        List<Finding> findings = new ArrayList<>();
        Rules.of(read.keySet()).forEach(rule -> rule.check(data, findings::add));
        findings.removeIf(finding -> CheckedStudy.OF_SMALL_STUDIES.contains(finding.code()));
        assertThat(findings).noneMatch(finding -> finding.severity() == Severity.NOTE);
        return findings;
    }

    private static Dataset dataset(String name, Column... columns) {
        return new Dataset(name, "", LongStream.rangeClosed(1, columns[0].size()).toArray(), List.of(columns));
    }

    private static Column ids(String... ids) {
        return text("USUBJID", ids);
    }

    private static Column text(String name, String... values) {
        List<String> dictionary = List.of(values).stream().distinct().toList();
        int[] codes = List.of(values).stream().mapToInt(dictionary::indexOf).toArray();
        return new TextColumn(new Variable(name, "", Kind.TEXT, ""), codes, dictionary);
    }

    private static Column number(String name, double... values) {
        return new NumericColumn(new Variable(name, "", Kind.NUMERIC, ""), values);
    }
}
