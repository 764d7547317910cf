package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.dataset.WrittenDataset;
import org.tabularium.run.DisplayStatus;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;
import org.tabularium.table.display.Display;

/// Whatever a valid study holds: its report is made, no cell is left blank, counts add up, and neither the files' format, nor the
/// order of rows, nor the names of
/// subjects, nor who never entered the study changes a table. `-Dtabularium.studies=1000` draws more studies for each property.
@Shows(Requirement.DISPLAYS_RIGHT)
class RandomStudiesTest {

    /// Tables with a row a record, whose missing values are blank.
    private static final String LISTINGS = "case-series|listing-.*";
    /// Tables of shifts: an arm, its n and the level at baseline before the counts.
    private static final String MATRICES = "bilag|lab-shift";

    @TempDir
    Path temp;

    private static LongStream studies(long from) {
        return LongStream.range(from, from + Integer.getInteger("tabularium.studies", 20));
    }

    static LongStream reported() {
        return studies(0);
    }

    static LongStream reformatted() {
        return studies(10_000);
    }

    static LongStream shuffled() {
        return studies(20_000);
    }

    static LongStream renamed() {
        return studies(30_000);
    }

    static LongStream screened() {
        return studies(40_000);
    }

    /// The study's report, each of its files in a format that `formats` draws.
    private Report report(RandomStudy study, long formats) throws Exception {
        SplittableRandom random = new SplittableRandom(formats);
        Path folder = Files.createDirectories(Files.createTempDirectory(temp, "study").resolve("R"));
        for (WrittenDataset dataset : study.datasets()) {
            String format = WrittenDataset.FORMATS.get(random.nextInt(WrittenDataset.FORMATS.size()));
            // A transport file without rows cannot be told from one whose last row is blank; a workbook without rows has no
            // types.
            String chosen = dataset.rows().isEmpty() ? "json" : format;
            Files.write(folder.resolve(dataset.name().toLowerCase(Locale.ROOT) + "." + chosen), dataset.as(chosen));
        }
        Files.writeString(folder.resolve("study.yaml"), study.settings());
        return ReportRun.report(StudySnapshot.of(new StudyFolder(folder)),
                new ReportOptions(List.of("csv"), List.of(), null, List.of()), Progress.NONE);
    }

    private static Map<String, String> tables(Report report) {
        Map<String, String> tables = new TreeMap<>();
        report.files().forEach((name, bytes) -> {
            if (name.startsWith("tables/") && name.endsWith(".csv")) {
                tables.put(name.substring(7, name.length() - 4), new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return tables;
    }

    private static String sortedListing(String name, String text) {
        return name.matches(LISTINGS) ? text.lines().sorted().collect(Collectors.joining("\n")) : text;
    }

    private static void same(Map<String, String> tables, Map<String, String> expected) {
        assertThat(tables.keySet()).isEqualTo(expected.keySet());
        tables.forEach((name, text) -> assertThat(text.lines().toList()).as(name)
                .containsExactlyElementsOf(requireNonNull(expected.get(name)).lines().toList()));
    }

    @ParameterizedTest
    @MethodSource("reported")
    void everyValidStudyHasItsReport(long seed) throws Exception {
        RandomStudy study = RandomStudy.of(seed);
        Report report = report(study, seed);
        Map<String, String> tables = tables(report);
        assertThat(tables.keySet())
                .isEqualTo(new TreeSet<>(
                        report.displays().stream().filter(DisplayStatus::produced)
                                .filter(d -> d.kind() == Display.Kind.TABLE || d.kind() == Display.Kind.LISTING)
                                .map(DisplayStatus::name).toList()));
        List<JsonNode> results = new ArrayList<>();
        ResultRecords.tree(requireNonNull(report.files().get("results.json"))).forEach(results::add);
        tables.forEach((name, text) -> {
            List<List<String>> rows = Csv.rows(text);
            if (name.matches(LISTINGS)) {
                List<List<String>> records = rows.stream().filter(row -> row.stream().filter(cell -> !cell.isBlank()).count() > 1)
                        .toList();
                assertThat(texts(results, name)).as("%s: texts", name).containsAll(cells(records, 0)).isSubsetOf(cells(rows, 0));
            } else if (name.matches(MATRICES)) {
                int baseline = rows.stream().mapToInt(row -> row.indexOf("Baseline")).max().orElseThrow();
                List<List<String>> numbers = rows.stream()
                        .map(row -> IntStream.range(0, row.size()).filter(i -> i != baseline).mapToObj(row::get)
                                .toList())
                        .toList();
                assertThat(texts(results, name)).as("%s: texts", name).isEqualTo(cells(numbers, 1));
            } else if (name.equals("lab-change")) {
                // Statistics across, behind the arm and the visit; a baseline has no change.
                List<List<String>> later = rows.stream().filter(row -> row.size() < 2 || !row.get(1).equals("Baseline")).toList();
                assertThat(partlyBlank(later)).as("%s: rows with some cells blank", name).isEmpty();
                // A parameter that nobody has a baseline of has no change: a dash where others have it.
                Set<String> cells = cells(rows, 2);
                cells.remove("–");
                assertThat(texts(results, name)).as("%s: texts", name).isEqualTo(cells);
            } else {
                if (!study.isCompared()) {
                    assertThat(partlyBlank(rows)).as("%s: rows with some cells blank", name).isEmpty();
                }
                assertThat(texts(results, name)).as("%s: texts", name).isEqualTo(cells(rows, 1));
            }
        });
        ResultIdentities.hold(results);
        assertThat(ResultRecords.tree(requireNonNull(report.files().get("findings.json"))).findValuesAsText("severity"))
                .doesNotContain("error");
    }

    @ParameterizedTest
    @MethodSource("reformatted")
    void theFormatOfAFileChangesNoTable(long seed) throws Exception {
        RandomStudy study = RandomStudy.of(seed);
        same(tables(report(study, seed + 1)), tables(report(study, seed)));
    }

    @ParameterizedTest
    @MethodSource("shuffled")
    void theOrderOfRowsChangesNoTable(long seed) throws Exception {
        RandomStudy study = RandomStudy.of(seed);
        Map<String, String> tables = tables(report(study, seed));
        Map<String, String> shuffled = tables(report(study.shuffled(seed), seed));
        // What a listing's sort leaves open is as in the file.
        tables.replaceAll(RandomStudiesTest::sortedListing);
        shuffled.replaceAll(RandomStudiesTest::sortedListing);
        same(shuffled, tables);
    }

    @ParameterizedTest
    @MethodSource("renamed")
    void otherNamesOfSubjectsChangeOnlyTheNames(long seed) throws Exception {
        RandomStudy study = RandomStudy.of(seed);
        Map<String, String> tables = tables(report(study, seed));
        Map<String, String> renamed = tables(report(study.renamed(name -> name.replace("R-", "OTHER-")), seed));
        renamed.replaceAll((name, text) -> text.replace("OTHER-", "R-"));
        same(renamed, tables);
        // Names that sort the other way round move the rows of listings; nothing else.
        Map<String, String> reversed = tables(report(study.renamed(RandomStudiesTest::reversed), seed));
        tables.keySet().removeIf(name -> name.matches(LISTINGS));
        reversed.keySet().removeIf(name -> name.matches(LISTINGS));
        same(reversed, tables);
    }

    private static String reversed(String name) {
        return "R-" + (1999 - Integer.parseInt(name.substring(2)));
    }

    @ParameterizedTest
    @MethodSource("screened")
    void aScreenFailureChangesOnlyTheTableOfEligibility(long seed) throws Exception {
        RandomStudy study = RandomStudy.of(seed);
        Map<String, String> without = tables(report(study.withScreenFailure(false), seed));
        Map<String, String> with = tables(report(study.withScreenFailure(true), seed));
        without.remove("eligibility");
        with.remove("eligibility");
        same(with, without);
    }

    /// The rows that are neither a heading, blank but for the label, nor complete. The first arm has no comparison with itself;
    /// placebo is no dose level to
    /// decide about.
    private static List<List<String>> partlyBlank(List<List<String>> rows) {
        int placebo = IntStream.range(0, rows.getFirst().size()).filter(i -> rows.getFirst().get(i).startsWith("Placebo"))
                .findFirst().orElse(0);
        return rows.stream().skip(1)
                .filter(row -> row.size() > 1)
                .filter(row -> {
                    String label = row.getFirst().strip();
                    boolean compared = label.matches("Hazard ratio.*|p-value.*");
                    int undecided = label.equals("Decision") ? placebo : 0;
                    long blank = IntStream.range(compared ? 2 : 1, row.size()).filter(i -> i != undecided && row.get(i).isBlank())
                            .count();
                    return blank > 0 && blank < row.size() - 1;
                })
                .toList();
    }

    private static Set<String> texts(List<JsonNode> results, String table) {
        Set<String> texts = new TreeSet<>();
        for (JsonNode record : results) {
            if (record.path("table").asText().equals(table) && record.path("text").isTextual()) {
                texts.add(record.path("text").asText());
            }
        }
        texts.remove("");
        return texts;
    }

    /// The texts below the header, the first `labels` of a row left out.
    private static Set<String> cells(List<List<String>> rows, int labels) {
        Set<String> cells = new TreeSet<>();
        rows.stream().skip(1).forEach(row -> row.stream().skip(labels).forEach(cells::add));
        cells.remove("");
        return cells;
    }
}
