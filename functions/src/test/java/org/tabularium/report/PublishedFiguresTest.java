package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// The published figures of the three publications that the studies of `test-data` reproduce, one by one. Oracle: the
/// publications; each entry of
/// `expected/<study>/published.yaml` names the sentence it comes from.
@Shows(Requirement.STATISTICS_RIGHT)
class PublishedFiguresTest {

    private static final List<String> PUBLICATIONS = List.of("sa-or088", "sa-po0659", "lancet-2025");

    private static final String TITLE = "Disease characteristics and safety outcomes.";
    private static final List<String> HEADERS = List.of("ID", "Age", "Gender", "Duration of\nDisease (Years)", "Kidney\nbiopsy",
            "Dose", "CRS", "Follow\nup period(M)", "SLEDAI-\n2K\nBaseline", "SLEDAI-\n2K at\npresent");

    /// @param decimals how many decimals are published; null where the value is exact
    /// @param shown the published display; null where it is not the subject
    private record Figure(
            String what,
            String place,
            ResultRecord expected,
            @Nullable Integer decimals,
            @Nullable String shown) {

        static Figure of(Map<?, ?> entry) {
            Map<String, String> groups = new TreeMap<>();
            ((Map<?, ?>) field(entry, "groups")).forEach((name, level) -> groups.put((String) name, (String) level));
            Object level = entry.get("level");
            return new Figure((String) field(entry, "what"), (String) field(entry, "place"),
                    new ResultRecord((String) field(entry, "table"), new TreeMap<>(groups), (String) entry.get("variable"),
                            level == null
                                    ? null
                                    : level instanceof List<?> parts
                                            ? parts.stream().map(String.class::cast).toList()
                                            : List.of((String) level),
                            (String) field(entry, "statistic"), ((Number) field(entry, "value")).doubleValue(), null),
                    (Integer) entry.get("decimals"), (String) entry.get("shown"));
        }

        private static Object field(Map<?, ?> entry, String name) {
            return requireNonNull(entry.get(name), () -> name + " is not in " + entry);
        }

        void isIn(ResultRecords results) {
            ResultRecord found = results.one(expected.table(), expected.groups(), expected.variable(), expected.level(),
                    expected.statistic());
            double value = requireNonNull(found.value(), found::toString);
            assertThat(decimals == null ? value : rounded(value, decimals)).as("%s (%s): %s", what, place, found)
                    .isEqualTo(expected.value());
            if (shown != null) {
                assertThat(found.text()).as("%s (%s)", what, place).isEqualTo(shown);
            }
        }

        /// Half away from zero; no published figure is so near a tie that binary noise matters.
        private static double rounded(double value, int decimals) {
            return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPublishedFigure() {
        return PUBLICATIONS.stream().flatMap(study -> figures(study).stream().map(
                figure -> DynamicTest.dynamicTest("%s (%s)".formatted(figure.what(), figure.place()),
                        () -> figure.isIn(MadeReport.ofTestData(study).results()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sa-or088", "sa-po0659", "lancet-2025"})
    void publicationsHaveFigures(String study) {
        assertThat(figures(study)).hasSizeGreaterThanOrEqualTo(10);
    }

    /// Oracle: the abstract's table, read out of the publication.
    @Test
    void caseSeriesIsTheAbstractsTableByteForByte() throws IOException {
        byte[] published = Files.readAllBytes(Places.testData("expected/sa-or088/case-series.csv"));

        assertThat(MadeReport.ofTestData("sa-or088").csv("case-series"))
                .isEqualTo(new String(published, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"tables/case-series.xlsx, 0", "report.xlsx, 1"})
    void caseSeriesInExcelHasTheAbstractsTitleHeadersAndRows(String file, int sheet) throws IOException {
        List<List<String>> cells = MadeReport.ofTestData("sa-or088").sheet(file, sheet);

        List<List<String>> rows = abstractRows();
        int header = cells.indexOf(HEADERS);
        assertThat(header).as("the header row with its line breaks in %s", cells).isPositive();
        assertThat(cells.subList(0, header)).anySatisfy(row -> assertThat(row).contains(TITLE));
        assertThat(cells.subList(header + 1, header + 1 + rows.size())).isEqualTo(rows);
        assertThat(cells).as("patients").noneSatisfy(row -> assertThat(row).contains("003"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tables/case-series.pdf", "report.pdf"})
    void caseSeriesInPdfHasTheAbstractsTitleHeadersAndRows(String file) throws IOException {
        List<String> lines = MadeReport.ofTestData("sa-or088").pdf(file).lines().map(String::strip).toList();

        assertThat(lines).anySatisfy(line -> assertThat(line).endsWith(TITLE));
        for (List<String> row : abstractRows()) {
            assertThat(lines).contains(String.join(" ", row));
        }
        List<String> header = lines.subList(lines.indexOf(last(lines, TITLE)) + 1,
                lines.indexOf(String.join(" ", abstractRows().getFirst())));
        // PDFBox puts neighbouring headers on one line where their baselines are one; a break within a header is always a new
        // line.
        assertThat(String.join("\n", header)).as("headers from left to right, each with its line breaks")
                .matches(HEADERS.stream().map(Pattern::quote).collect(Collectors.joining("[ \n]")));
    }

    private static String last(List<String> lines, String end) {
        return lines.stream().filter(line -> line.endsWith(end)).reduce((first, second) -> second).orElseThrow();
    }

    private static List<List<String>> abstractRows() throws IOException {
        List<List<String>> rows = Csv.rows(Files.readString(Places.testData("expected/sa-or088/case-series.csv")));
        return rows.subList(1, rows.size());
    }

    /// Oracle: the abstract of Gao and others, Lancet 2025.
    @ParameterizedTest
    @CsvSource({
        "baseline, Female,                               17 (94%)",
        "baseline, Median (IQR) age,                     37·5 (32·0–39·8)",
        "baseline, Median (IQR) disease duration,        10·5 (4·5–14·8)",
        "baseline, Biological agents,                    14 (78%)",
        "aesi,     Cytokine release syndrome any grade,  1 (6%)"})
    void lancetCellsAreAsPrinted(String table, String what, String printed) {
        List<List<String>> rows = MadeReport.ofTestData("lancet-2025").rows(table);

        assertThat(rows.stream().skip(1).map(List::getLast)).as(what + " in the total column").contains(printed);
    }

    private static List<Figure> figures(String study) {
        try {
            String text = Files.readString(Places.testData("expected/" + study + "/published.yaml"));
            Object entries = requireNonNull(new Load(LoadSettings.builder().setLabel(study).build()).loadFromString(text));
            return ((List<?>) entries).stream().map(entry -> Figure.of((Map<?, ?>) entry)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
