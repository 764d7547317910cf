package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.finding.RejectedException;
import org.tabularium.shell.Edition;

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
    void withoutIdentifiersNoFileNamesASubject(String study) throws IOException, RejectedException {
        MadeReport made = EditedStudy.of(Places.testData(study), temp, "identifiers: none").report(Edition.FULL);
        SelectionOracle oracle = SelectionOracle.of(study, ResultRecords.tree(made.file("results.json")));
        Set<String> dates = SubjectTraces.uniqueDates(oracle);

        assertThat(made.report().files()).doesNotContainKey("subjects.json");
        assertThat(dates).hasSizeGreaterThan(20);
        EditedStudy.texts(made).forEach((file, text) -> {
            SubjectTraces.identifiers(oracle).forEach(id -> assertThat(text.contains(id)).as(id + " in " + file).isFalse());
            if (!file.equals("manifest.json")) {
                dates.forEach(date -> assertThat(text.contains(date)).as(date + " in " + file).isFalse());
            }
        });
    }
}
