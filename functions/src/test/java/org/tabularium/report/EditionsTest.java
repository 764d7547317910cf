package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.finding.RejectedException;
import org.tabularium.shell.Edition;

/// What editions for others leave out, looked for in every file of their runs.
class EditionsTest {

    @TempDir
    Path temp;

    @Test
    void publicEditionHasNothingOfOneSubject() throws IOException, RejectedException {
        EditedStudy study = EditedStudy.of(Places.testData("kn5501"), temp, "");
        MadeReport made = study.report(Edition.PUBLIC);
        SelectionOracle oracle = SelectionOracle.of("kn5501",
                ResultRecords.tree(MadeReport.ofTestData("kn5501").file("results.json")));
        Map<String, String> texts = EditedStudy.texts(made);

        texts.forEach((file, text) -> {
            SubjectTraces.identifiers(oracle).forEach(id -> assertThat(text.contains(id)).as(id + " in " + file).isFalse());
            SubjectTraces.uniqueDates(oracle).forEach(date -> assertThat(text.contains(date)).as(date + " in " + file).isFalse());
        });
        assertThat(made.report().files().keySet()).noneMatch(file -> file.contains("listing") || file.contains("swimmer")
                || file.contains("waterfall") || file.contains("trajectories") || file.contains("case-series")
                || file.equals("subjects.json"));
        for (JsonNode result : ResultRecords.tree(made.file("results.json"))) {
            assertThat(result.path("statistic").asText()).isNotIn("min", "max", "censored", "value", "grade");
        }
        JsonNode manifest = ResultRecords.tree(made.file("manifest.json"));
        assertThat(manifest.path("edition").asText()).isEqualTo("public");
        assertThat(manifest.path("settings").path("text").asText()).isEmpty();
        assertThat(manifest.path("inputs")).isEmpty();
        for (JsonNode finding : ResultRecords.tree(made.file("findings.json"))) {
            assertThat(finding.path("row").isNull() && finding.path("value").isNull()).isTrue();
        }
        assertThat(texts.get("report.pdf")).contains("Public edition");
        assertThat(texts.get("report.html")).contains("Public edition");
        assertThat(texts.get("tables/baseline.pdf")).contains("Public edition");
    }

    @Test
    void blindedEditionNamesNoTreatment() throws IOException {
        EditedStudy study = EditedStudy.of(Places.testData("kn5501"), temp, "");
        MadeReport made = study.report(Edition.BLINDED);
        Set<String> arms = new TreeSet<>();
        for (JsonNode result : ResultRecords.tree(MadeReport.ofTestData("kn5501").file("results.json"))) {
            result.path("groups").properties().stream().filter(group -> group.getKey().startsWith("TRT"))
                    .forEach(group -> arms.add(group.getValue().asText()));
        }

        assertThat(arms).hasSizeGreaterThan(3);
        EditedStudy.texts(made).forEach((file, text) -> {
            arms.forEach(arm -> assertThat(text.contains(arm)).as(arm + " in " + file).isFalse());
            arms.forEach(arm -> assertThat(text.contains(arm.replace("*10^", " × 10"))).as(arm + " in " + file).isFalse());
        });
        for (JsonNode result : ResultRecords.tree(made.file("results.json"))) {
            assertThat(result.path("where").isNull() && result.path("selection").isNull()).isTrue();
            assertThat(result.path("groups").properties()).noneMatch(group -> group.getKey().startsWith("TRT"));
        }
        assertThat(made.report().files().keySet()).doesNotContain("ars.json", "subjects.json")
                .noneMatch(file -> file.contains("dlt") || file.contains("exposure") || file.contains("b-cell")
                        || file.contains("aesi") || file.contains("course"));
        assertThat(EditedStudy.texts(made).get("report.pdf")).contains("Blinded edition");
    }

    /// `tables:` is written once for all editions: what one of them lacks is said to whoever makes it, and its files name nothing.
    @ParameterizedTest
    @CsvSource({"public, 'no listing-ae, no case-series', ancova",
        "blinded, 'no case-series, no ancova-placebo, no listing-ae', ae-overview"})
    void whatTheEditionLacksOfTheTablesAskedForIsSaid(String edition, String said, String kept) throws IOException {
        EditedStudy study = EditedStudy.of(Places.testData("ran-101"), temp, "tables: [baseline, listing-ae, case-series, "
                + "ae-overview, ancova: {as: ancova-placebo, parameter: SLEDAI2K, visit: Week 24}]");
        MadeReport made = study.report(Edition.of(edition).orElseThrow(), "csv");

        List<String> lines = made.report().findings().listed().stream().filter(f -> f.code().equals("EDITION_WITHOUT"))
                .map(f -> f.message()).toList();
        assertThat(lines).singleElement().asString().contains("the " + edition + " edition has ");
        for (String one : said.split(", ", -1)) {
            assertThat(lines.getFirst()).contains(one);
        }
        assertThat(made.report().files().keySet()).anyMatch(file -> file.contains(kept));
        String files = new String(made.file("findings.json"), java.nio.charset.StandardCharsets.UTF_8)
                + new String(made.file("manifest.json"), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(files).contains("EDITION_WITHOUT").doesNotContain("listing-ae");
        assertThat(edition.equals("blinded") && files.contains("placebo")).isFalse();
    }

    /// Two small studies made for this project, where nearly all counts are small.
    @ParameterizedTest
    @CsvSource({"kn5501, 3, public", "kn5601-iit, 4, public", "lancet-2025, 5, public", "kn5501, 4, blinded"})
    void smallCountsCannotBeWorkedOut(String name, int smallest, String edition) throws IOException {
        tryToWorkOut(EditedStudy.of(Places.testData(name), temp, "smallest-count: " + smallest), smallest,
                Edition.of(edition).orElseThrow(), 5);
    }

    @Test
    void smallCountsOfThePilotCannotBeWorkedOut() throws IOException {
        tryToWorkOut(EditedStudy.of(Places.reference("data/cdiscpilot01"), temp, "smallest-count: 5"), 5, Edition.PUBLIC, 500);
    }

    @Test
    void tableOfWhichNoRowIsShownSaysSoInEveryFormat() throws IOException {
        MadeReport made = EditedStudy.of(Places.testData("sa-po0659"), temp, "smallest-count: 5").report(Edition.PUBLIC);

        assertThat(EditedStudy.texts(made).get("tables/ae-serious.csv"))
                .contains("No row is shown, so that no count below 5 can be worked out.");
        assertThat(made.report().files()).containsKeys("tables/ae-serious.docx", "tables/ae-serious.pdf", "report.xlsx");
    }

    /// What hiding small counts alone is worth: nothing, and this reader knows it.
    @Test
    void smallCountsHiddenAloneAreWorkedOut() {
        JsonNode full = ResultRecords.tree(MadeReport.ofTestData("kn5501").file("results.json"));
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        full.forEach(record -> {
            if (!record.path("value").isIntegralNumber() || record.path("value").asLong() == 0
                    || record.path("value").asLong() >= 4) {
                shown.add(record);
            }
        });
        Subtraction subtraction = new Subtraction(full, shown, 4);

        assertThat(subtraction.small()).isEmpty();
        assertThat(subtraction.besides()).hasSizeGreaterThan(100);
        assertThat(subtraction.found()).hasSizeGreaterThan(100);
        assertThat(subtraction.foundByCovers()).hasSizeGreaterThan(10);
    }

    private static void tryToWorkOut(EditedStudy study, int smallest, Edition edition, int hidden) {
        JsonNode full = ResultRecords.tree(study.report(Edition.FULL, "csv").file("results.json"));
        MadeReport made = study.report(edition, "csv", "ard");
        Subtraction subtraction = new Subtraction(full, ResultRecords.tree(made.file("results.json")), smallest);

        assertThat(made.report().displays()).as("displays").isNotEmpty();
        assertThat(subtraction.hidden()).as("hidden").hasSizeGreaterThan(hidden);
        assertThat(subtraction.small()).as("shown as they are").isEmpty();
        assertThat(subtraction.besides()).as("other statistics of them").isEmpty();
        assertThat(subtraction.found()).as("worked out by sums").isEmpty();
        assertThat(subtraction.foundByCovers()).as("worked out by what covers them").isEmpty();
        assertThat(List.of(new String(made.file("ard.csv"), java.nio.charset.StandardCharsets.UTF_8).split("\n")))
                .as("the flat dataset has the same results").hasSize(ResultRecords.tree(made.file("results.json")).size() + 1);
    }
}
