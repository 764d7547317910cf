package org.tabularium.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.shell.condition.Condition.Compare;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.condition.LabelledCondition;
import org.tabularium.shell.rows.DeclaredEvents.Nest;
import org.tabularium.shell.rows.DeclaredEvents.Subjects;
import org.tabularium.shell.rows.DeclaredListings;
import org.tabularium.shell.rows.DeclaredValues;
import org.tabularium.shell.rows.Prose;
import org.tabularium.shell.rows.RowOrder;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.study.settings.StudyYaml;
import org.tabularium.yaml.YamlSchema;

/// What the documentation and the test studies show is read without a fault.
class ExamplesTest {

    private static List<String> examples(String doc, String kind) throws IOException {
        List<String> examples = new ArrayList<>();
        Matcher matcher = Pattern.compile("```yaml " + Pattern.quote(kind) + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Templates.ROOT.resolve("docs").resolve(doc)));
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }
        return examples;
    }

    static List<Path> studies() throws IOException {
        try (Stream<Path> folders = Files.list(Templates.ROOT.resolve("test-data"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("study.yaml"))).sorted().toList();
        }
    }

    @Test
    void workedExampleOfTheShellsPageIsWhatThePageSays() throws Exception {
        List<String> shells = examples("shells.md", "shell");
        assertThat(shells).hasSizeGreaterThan(3);
        ShellCatalog catalog = ShellCatalog.load(IntStream.range(0, shells.size())
                .mapToObj(i -> Templates.file("templates/example-" + i + ".yaml", shells.get(i))).toList());
        Shell shell = catalog.shell("ae-drug-possible");
        assertThat(shell.by()).isEqualTo("SITEGR1");
        assertThat(shell.rows()).containsExactly(
                new Subjects("Any such event", null, true, 0),
                new Subjects("Severe or of grade 3 and more", new Condition.Or(List.of(
                        new Compare("AESEV", Comparator.EQ, List.of("SEVERE")),
                        new Compare("ATOXGR", Comparator.GE, List.of("3")))), true, 1),
                new Nest(List.of("AEBODSYS", "AEDECOD"), true, RowOrder.ALPHABETICAL, 5, false));
        assertThat(shell.layout()).isEqualTo(new PageLayout(PageLayout.Paper.LETTER, PageLayout.Orientation.LANDSCAPE, 9,
                PageLayout.USUAL_MARGINS));
        assertThat(catalog.shell("platelet-recovery").title()).isEqualTo("Platelets below 50 and Recovery");
        assertThat(((DeclaredValues.Transition) catalog.shell("platelet-recovery").rows().get(1)).to())
                .isEqualTo(new LabelledCondition("Recovery", new Compare("AVAL", Comparator.GE, List.of("100"))));
        assertThat(((DeclaredListings.Listing) catalog.shell("my-listing").rows().getFirst()).columns()).hasSize(5);
        assertThat(((Prose) catalog.shell("results-short").rows().getFirst()).tables())
                .containsExactly("aesi", "ae-overview");
    }

    @Test
    void settingsInTheDocumentationAreRead() throws Exception {
        ShellCatalog catalog = ShellCatalog.load(List.of());
        List<String> settings = new ArrayList<>(examples("shells.md", "study.yaml"));
        settings.addAll(examples("study-yaml.md", "study.yaml"));
        assertThat(settings).hasSize(5);
        for (String text : settings) {
            StudySettings read = StudyYaml.read(Templates.study(text), catalog::check);
            assertThat(read.tables()).allSatisfy(request -> assertThat(catalog.shell(request).rows()).isNotEmpty());
        }
    }

    @Test
    void everyKeyOfAShellStandsOnItsPage() throws IOException {
        String page = Files.readString(Templates.ROOT.resolve("docs/shells.md"));
        YamlSchema schema = YamlSchema.ofResource("templates/schema/shell.schema.json");
        for (String part : List.of("", "/$defs/row", "/$defs/subjects", "/$defs/summary", "/$defs/categories", "/$defs/tests",
                "/$defs/risk-difference",
                "/$defs/exposure-adjusted", "/$defs/flags", "/$defs/grades",
                "/$defs/change",
                "/$defs/response", "/$defs/time-to-event", "/$defs/ancova", "/$defs/mmrm", "/$defs/cmh", "/$defs/shift",
                "/$defs/thresholds",
                "/$defs/criteria",
                "/$defs/transition",
                "/$defs/listing", "/$defs/comparison", "/$defs/parameters")) {
            schema.part(part + "/properties").fieldNames()
                    .forEachRemaining(key -> assertThat(page).containsPattern("\\b" + key + "\\b"));
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void testStudyIsReadWithoutAFault(Path study) throws Exception {
        List<StudySnapshot.File> templates = new ArrayList<>();
        Path folder = study.resolve("templates");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    templates.add(Templates.file("templates/" + file.getFileName(), Files.readString(file)));
                }
            }
        }
        ShellCatalog catalog = ShellCatalog.load(templates);
        StudySettings settings = StudyYaml.read(Templates.study(Files.readString(study.resolve("study.yaml"))), catalog::check);
        assertThat(settings.tables()).allSatisfy(request -> assertThat(catalog.shell(request).rows()).isNotEmpty());
    }
}
