package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.finding.RejectedException;
import org.tabularium.study.ValueText;

/// `report.html` as text: it says what the other formats say, and where subjects may not be named, nothing of any of them.
/// How it looks and is used [ReportPageInBrowserTest] tries.
class ReportPageTest {

    private static final Pattern SECTION = Pattern.compile("<section class=d id=d-([a-z0-9-]+) .*?</section>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr.*?</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<(?:td|th)[^>]*>(.*?)</(?:td|th)>", Pattern.DOTALL);

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"sa-or088", "lancet-2025", "ran-101"})
    void everyCellIsThatOfTheCsvFile(String study) {
        MadeReport made = MadeReport.ofTestData(study);
        Matcher section = SECTION.matcher(page(made));
        int tables = 0;
        while (section.find()) {
            String id = section.group(1);
            if (!made.report().files().containsKey("tables/" + id + ".csv")) {
                continue;
            }
            tables++;
            List<List<String>> rows = new ArrayList<>();
            Matcher row = ROW.matcher(section.group().substring(section.group().indexOf("<tbody>")));
            while (row.find()) {
                rows.add(cells(row.group()));
            }
            List<List<String>> expected = made.rows(id);
            assertThat(rows).as(study + " " + id).hasSize(expected.size() - 1);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(expected.get(i + 1)).as(study + " " + id).startsWith(rows.get(i).toArray(String[]::new));
            }
        }
        assertThat(tables).isGreaterThan(6);
    }

    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(row);
        while (cell.find()) {
            cells.add(cell.group(1).replaceAll("<sup>.*?</sup>", "").replaceAll("-<br> *", "-").replaceAll("<br> *", " ")
                    .replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip());
        }
        return cells;
    }

    private static String page(MadeReport made) {
        return new String(made.file("report.html"), StandardCharsets.UTF_8);
    }

    @Test
    void pageAsksNobodyForAnything() {
        String page = page(MadeReport.ofTestData("kn5601-iit"));

        assertThat(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "")).contains("default-src 'none'").doesNotContain("src=",
                "url(", "@import", "http:", "https:", "<link");
        assertThat(page.length()).isLessThan(15_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kn5601-iit", "kn5501"})
    void withoutIdentifiersNoSubjectAndNoDateOfOneIsOnIt(String study) throws IOException, RejectedException {
        Path copy = temp.resolve(study);
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(Places.testData(study))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
            }
        }
        Path settings = copy.resolve("study.yaml");
        Files.writeString(settings, Files.readString(settings).replaceAll("(?m)^identifiers:.*$", "") + "\nidentifiers: none\n");
        MadeReport made = MadeReport.of(copy);
        String page = page(made);
        SelectionOracle oracle = SelectionOracle.of(study, ResultRecords.tree(made.file("results.json")));

        assertThat(made.report().files()).doesNotContainKey("subjects.json");
        for (String identifier : List.of("USUBJID", "SUBJID")) {
            for (String id : values(oracle.data().adsl(), identifier)) {
                if (id.length() > 3) {
                    assertThat(page.contains(id)).as(id).isFalse();
                }
            }
        }
        Set<String> dates = uniqueDates(oracle);
        assertThat(dates).hasSizeGreaterThan(20);
        for (String date : dates) {
            assertThat(page.contains(date)).as(date).isFalse();
        }
    }

    /// Dates that one row alone has, as data and pages write them.
    private static Set<String> uniqueDates(SelectionOracle oracle) {
        Map<String, Integer> times = new HashMap<>();
        for (Dataset dataset : oracle.data().datasets()) {
            for (Column column : dataset.columns()) {
                if (column.variable().name().matches(".*DTM?C?")) {
                    values(dataset, column.variable().name()).forEach(date -> times.merge(date, 1, Integer::sum));
                }
            }
        }
        Set<String> dates = new HashSet<>();
        times.forEach((date, number) -> {
            if (number == 1 && date.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
                dates.add(date.substring(0, 10));
                LocalDate day = LocalDate.parse(date.substring(0, 10));
                dates.add(DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).format(day));
            }
        });
        dates.removeAll(Set.of("2025-09-30", "30 Sep 2025", "2025-08-31", "31 Aug 2025")); // the cut-offs
        return dates;
    }

    private static List<String> values(Dataset dataset, String variable) {
        List<String> values = new ArrayList<>();
        dataset.column(variable).ifPresent(column -> {
            for (int row = 0; row < dataset.rows(); row++) {
                if (!column.isMissing(row)) {
                    values.add(ValueText.text(column, row));
                }
            }
        });
        return values;
    }
}
