package org.tabularium.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.result.Clauses;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.run.Place;
import org.tabularium.run.PublishedResult;
import org.tabularium.run.ResultKeys;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.ShellCatalog;
import org.tabularium.table.HouseStyle;
import org.tabularium.table.display.Text;

/// The built-in texts on made-up numbers: what they say of nobody, one and many, in each house style.
class TextsTest {

    private final List<PublishedResult> results = new ArrayList<>();
    private final ResultKeys keys = new ResultKeys();

    private void add(String level, Statistic statistic, Value value, String text) {
        Result result = new Result(statistic == Statistic.COLUMN_TOTAL ? "ADSL" : "ADAE", Map.of(), null,
                level.isEmpty() ? List.of() : List.of(level), statistic, value,
                new Selection(PopulationName.SAFETY, Clauses.NONE, null, Clauses.NONE), Method.of(MethodId.COUNT));
        results.add(new PublishedResult("ae-overview", result, keys.next("ae-overview", result), text,
                new Place(List.of(level), "Total")));
    }

    private void row(String level, int count, double percent, String text) {
        add(level, Statistic.COUNT, new Value.Whole(count), text);
        if (count > 0) {
            add(level, Statistic.PERCENT, new Value.Real(percent), text);
        }
    }

    private Texts.Made safety(String style) {
        return Texts.of(ShellCatalog.builtIn().shell("safety"), results, Map.of("ae-overview", "ae-overview"),
                HouseStyle.named(style), "");
    }

    private static String words(Texts.Made made) {
        return made.text().paragraphs().stream()
                .map(paragraph -> paragraph.stream().map(Text.Piece::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource({"regulatory, 3, of 104", "abstract, 3, of 104", "lancet, three, of 104"})
    void countsBelowTenAreSpelledWhereTheStyleSaysAndPercentagesAreThoseOfTheCell(String style, String three, String of) {
        add("", Statistic.COLUMN_TOTAL, new Value.Whole(104), "104");
        row("Serious adverse event", 3, 300 / 104.0, "3 (2.9%)");
        assertThat(words(safety(style))).isEqualTo("Serious adverse events were reported in " + three + " (2.9%) " + of
                + " patients.");
    }

    @Test
    void nobodyIsNoneBeforeOfAndNoBeforeANoun() {
        add("", Statistic.COLUMN_TOTAL, new Value.Whole(11), "11");
        row("Serious adverse event", 0, 0, "0");
        row("Adverse event leading to discontinuation", 0, 0, "0");
        row("Adverse event leading to death", 1, 9.09, "1 (9.1%)");
        assertThat(words(safety("regulatory"))).isEqualTo("Serious adverse events were reported in none of 11 patients. "
                + "No patients discontinued because of an adverse event, and 1 patient had an adverse event leading to death.");
    }

    @Test
    void nothingIsSaidOfNoSubjects() {
        add("", Statistic.COLUMN_TOTAL, new Value.Whole(0), "0");
        row("Serious adverse event", 0, 0, "0");
        Texts.Made made = safety("regulatory");
        assertThat(made.text().paragraphs()).isEmpty();
        assertThat(made.leftOut()).anyMatch(sentence -> sentence.contains("{serious}"));
    }

    @Test
    void everyNumberIsQuotedFromAResultAndASlotThatFindsNothingLeavesItsSentenceOut() {
        add("", Statistic.COLUMN_TOTAL, new Value.Whole(12), "12");
        row("Serious adverse event", 12, 100, "12 (100%)");
        Texts.Made made = safety("lancet");
        assertThat(words(made)).isEqualTo("Serious adverse events were reported in 12 (100%) of 12 patients.");
        assertThat(made.text().paragraphs().getFirst()).filteredOn(piece -> piece.text().matches(".*\\d.*"))
                .allMatch(piece -> !piece.results().isEmpty()).hasSize(3);
        assertThat(made.leftOut()).hasSize(5);
    }

    /// The CDISC pilot's disease duration is in months.
    @ParameterizedTest
    @CsvSource({"Duration of disease (years), 'The median disease duration was 3.5 years (IQR 2.0–5.0).'",
        "Duration of Disease (Months), ''"})
    void aDurationInAnotherUnitThanTheSentenceSaysIsNotSaid(String label, String said) {
        Map<Statistic, String> values = Map.of(Statistic.MEDIAN, "3.5", Statistic.Q1, "2.0", Statistic.Q3, "5.0");
        values.forEach((statistic, text) -> {
            Result result = new Result("ADSL", Map.of(), "DISDUR", List.of(), statistic, new Value.Real(Double.parseDouble(text)),
                    new Selection(PopulationName.SAFETY, Clauses.NONE, null, Clauses.NONE), Method.of(MethodId.COUNT));
            results.add(new PublishedResult("baseline", result, keys.next("baseline", result), text,
                    new Place(List.of(label, "Median"), "Total")));
        });
        assertThat(words(Texts.of(ShellCatalog.builtIn().shell("results"), results, Map.of("baseline", "baseline"),
                HouseStyle.named("regulatory"), ""))).isEqualTo(said);
    }
}
