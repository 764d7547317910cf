package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// The CDISC pilot study against two more published tables of it, all cells: 14-1.03, populations by site, and 14-4.01, exposure.
/// Oracle: the tables as they are public in the replication of the study's report, written down beside this test as CSV.
@Shows(Requirement.STATISTICS_RIGHT)
class CdiscPilotExposureTest {

    private static final String FOLDER = "/report/cdisc-pilot-exposure/";

    @TempDir
    static Path temp;

    private static List<List<String>> sites = List.of();
    private static List<List<String>> exposure = List.of();
    private static @Nullable ResultRecords made;

    @BeforeAll
    static void makeReport() throws IOException {
        Path folder = temp.resolve("pilot");
        Files.createDirectories(folder.resolve("templates"));
        Files.copy(Places.reference("data/cdiscpilot01/adsl.xpt"), folder.resolve("adsl.xpt"));
        for (String name : List.of("study.yaml", "templates/sites.yaml", "templates/safety.yaml", "templates/completers.yaml")) {
            Files.writeString(folder.resolve(name), text(name));
        }
        sites = Csv.rows(text("14-1.03.csv"));
        exposure = Csv.rows(text("14-4.01.csv"));
        made = MadeReport.of(folder).results();
    }

    private static String text(String name) throws IOException {
        try (InputStream in = CdiscPilotExposureTest.class.getResourceAsStream(FOLDER + name)) {
            return new String(requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void table14_1_03PopulationsBySite() {
        ResultRecords results = requireNonNull(made);
        List<String> flags = sites.getFirst().subList(2, 5);
        for (List<String> row : sites.subList(1, sites.size())) {
            Map<String, String> groups = new TreeMap<>();
            if (!row.get(1).isEmpty()) {
                groups.put("TRT01P", row.get(1));
            }
            if (!row.getFirst().isEmpty()) {
                groups.put("SITEID", row.getFirst());
            }
            for (int flag = 0; flag < flags.size(); flag++) {
                assertThat(results.value("sites", groups, flags.get(flag), List.of("Y"), "count"))
                        .as("%s %s", groups, flags.get(flag))
                        .isEqualTo(Double.valueOf(row.get(2 + flag)));
            }
        }
        assertThat(sites).hasSize(1 + 18 * 4);
    }

    @Test
    void table14_4_01Exposure() {
        ResultRecords results = requireNonNull(made);
        for (List<String> cell : exposure.subList(1, exposure.size())) {
            ResultRecord result = results.one(cell.get(0), Map.of("TRT01A", cell.get(2)), cell.get(1), null, cell.get(3));
            Printed.assertRoundsTo(result, cell.get(4));
        }
        assertThat(exposure).hasSize(1 + 72);
    }
}
