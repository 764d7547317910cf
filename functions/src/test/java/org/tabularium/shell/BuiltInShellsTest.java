package org.tabularium.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.finding.RejectedException;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.rows.DeclaredEvents;
import org.tabularium.shell.rows.DeclaredListings;
import org.tabularium.shell.rows.ListingColumn;
import org.tabularium.yaml.YamlReader;
import org.tabularium.yaml.YamlSchema;

class BuiltInShellsTest {

    static List<String> ids() throws IOException, RejectedException {
        return ShellCatalog.load(List.of()).ids();
    }

    @Test
    void catalogueHasTheOrderOfTheDesign() throws Exception {
        // Design, section 6, without the tables of later versions.
        assertThat(ids()).containsExactly("baseline", "disposition", "populations", "eligibility", "exposure", "follow-up",
                "medical-history",
                "medications-prior", "medications", "deviations", "exposure-dose", "enrolment", "case-series", "ae-overview",
                "ae-soc-pt", "ae-grade", "ae-serious", "ae-common", "ae-related", "ae-discontinuation", "ae-dose-change",
                "ae-severity-relationship", "ae-onset-period", "ae-rates", "ae-smq", "reactogenicity", "aesi", "dlt", "deaths",
                "listing-ae",
                "listing-deaths",
                "narratives", "listing-sae", "listing-dlt", "listing-aesi", "listing-discontinuation", "listing-disposition",
                "listing-deviations",
                "listing-excluded", "listing-demographics", "listing-exposure", "listing-concentrations", "listing-efficacy",
                "listing-response", "listing-lab", "listing-lab-abnormal", "infections", "cytopenia", "lab-shift",
                "lab-change", "liver", "lab-abnormal", "vital-signs", "vital-signs-abnormal", "ecg", "ecg-outliers", "response",
                "first-response", "sustained-response", "change", "bilag", "renal-response", "steroid", "b-cell",
                "b-cell-subsets", "kinetics", "pk-parameters", "best-response", "titres", "time-to-event", "ancova", "mmrm",
                "cmh", "km",
                "swimmer", "trajectories", "course", "waterfall", "forest", "ae-profile", "flow", "results", "safety");
    }

    @Test
    void indexNamesEveryFileOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.walk(Templates.FOLDER)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> Templates.FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals("index.txt"))
                    .toList();
            assertThat(BuiltInTemplates.names()).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shellSatisfiesItsSchema(String id) {
        assertThat(YamlSchema.ofResource("templates/schema/shell.schema.json").check(BuiltInTemplates.shell(id))).isEmpty();
        assertThat(BuiltInTemplates.shell(id).get("id").asText()).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void sponsorMayTakeAnyShellAsItIs(String id) throws Exception {
        String text = Files.readString(Templates.FOLDER.resolve(id + ".yaml"));
        Shell own = ShellCatalog.load(List.of(Templates.file("templates/" + id + ".yaml", text))).shell(id);
        assertThat(own).isEqualTo(ShellCatalog.load(List.of()).shell(id));
        assertThat(own.rows()).isNotEmpty();
        assertThat(own.title()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void numbersAreUnique(String id) throws Exception {
        ShellCatalog catalog = ShellCatalog.load(List.of());
        String number = catalog.shell(id).number();
        assertThat(catalog.ids().stream().filter(other -> !number.isEmpty() && catalog.shell(other).number().equals(number)))
                .hasSizeLessThan(2);
    }

    @Test
    void caseSeriesHasTheColumnsOfTheAbstract() throws Exception {
        Shell shell = ShellCatalog.load(List.of()).shell("case-series");
        assertThat(shell.plainTitle()).isEqualTo("Disease Characteristics and Safety Outcomes");
        DeclaredListings.Listing listing = (DeclaredListings.Listing) shell.rows().getFirst();
        // Design, section 6: headers joined by " | ", a line break written \n.
        assertThat(String.join(" | ", listing.columns().stream()
                .map(c -> (c.inAbstract().isEmpty() ? c.header() : c.inAbstract()).replace("\n", "\\n")).toList()))
                .isEqualTo(
                        "ID | Age | Gender | Duration of\\nDisease (Years) | Kidney\\nbiopsy | Dose | CRS | Follow\\nup period(M)"
                                + " | SLEDAI-\\n2K\\nBaseline | SLEDAI-\\n2K at\\npresent");
        assertThat(listing.absent()).isEqualTo("/");
        assertThat(shell.footnotes()).isEmpty();
        assertThat(shell.by()).isEqualTo(Shell.BY_NONE);
        assertThat(listing.columns()).extracting(ListingColumn::source).endsWith(
                new ListingColumn.Source.ParameterValue("SLEDAI2K", ListingColumn.At.BASELINE),
                new ListingColumn.Source.ParameterValue("SLEDAI2K", ListingColumn.At.LAST));
    }

    @Test
    void overviewHasTheRowsOfTheContract() throws Exception {
        Shell shell = ShellCatalog.load(List.of()).shell("ae-overview");
        assertThat(shell.rows()).extracting(block -> ((DeclaredEvents.Subjects) block).label()).containsExactly(
                "Any adverse event",
                "Treatment-related adverse event",
                "Serious adverse event",
                "Treatment-related serious adverse event",
                "Grade ≥3 adverse event",
                "Severe adverse event",
                "Adverse event leading to discontinuation",
                "Adverse event leading to dose reduction or interruption",
                "Adverse event leading to death",
                "Treatment-related adverse event leading to death",
                "Cytokine release syndrome",
                "Immune effector cell-associated neurotoxicity syndrome",
                "Dose-limiting toxicity");
        assertThat(shell.rows()).noneMatch(block -> ((DeclaredEvents.Subjects) block).events());
        assertThat(((DeclaredEvents.Subjects) shell.rows().get(9)).where()).isEqualTo(new Condition.And(List.of(
                new Condition.Named("AREL", "related"),
                new Condition.Or(List.of(
                        new Condition.Compare("AESDTH", Condition.Comparator.EQ, List.of("Y")),
                        new Condition.Compare("AEOUT", Condition.Comparator.EQ, List.of("FATAL")),
                        new Condition.Compare("ATOXGR", Condition.Comparator.EQ, List.of("5")))))));
    }

    @Test
    void textOfATemplateIsReadAsYaml() {
        assertThat(YamlReader.resource("templates/ae-soc-pt.yaml").node().at("/rows/1").isObject()).isTrue();
    }
}
