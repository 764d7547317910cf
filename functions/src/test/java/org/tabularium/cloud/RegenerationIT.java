package org.tabularium.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The state machine over all studies, as the schedule would start it.
class RegenerationIT {
    private static final int STUDIES = 25;
    private static final String TITLE = "Demographic and Baseline Characteristics";
    private static final String OTHER_TITLE = "Who They Are";

    private static Deployment cloud;

    @BeforeAll
    static void deploy() throws IOException {
        cloud = Deployment.withConcurrency(4);
    }

    @Test
    void afterTheShellsChangedEveryStudyIsReportedAnewAndOneBrokenOneStopsNone() throws IOException {
        List<String> studies = IntStream.range(0, STUDIES).mapToObj(i -> "regenerated-" + i).toList();
        String broken = studies.get(7);
        studies.forEach(study -> cloud.upload(study, "adsl.csv", (study.equals(broken)
                ? "SUBJECT,AGE\n1,30\n"
                : "STUDYID,USUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL\nR,R-1,30,F,A,Y,Y\nR," + study + ",40,M,B,Y,Y\n").getBytes(UTF_8)));
        Map<String, String> runs = new TreeMap<>();
        for (String study : studies) {
            assertState(study, broken);
            runs.put(study, cloud.latestRun(study));
        }
        cloud.awaitNothingLeftToDo();
        cloud.regenerate();
        assertThat(studies).as("nothing changed").allSatisfy(s -> assertThat(cloud.latestRun(s)).isEqualTo(runs.get(s)));

        String version = cloud.replaceCode("StudyReportFunction", withOtherShell(Files.readAllBytes(Deployment.zip())));
        try {
            cloud.regenerate();
        } finally {
            cloud.useVersion("StudyReportFunction", version);
        }

        for (String study : studies) {
            assertState(study, broken);
            JsonNode entry = cloud.json("catalog/entries/" + study + ".json").orElseThrow();
            String before = Objects.requireNonNull(runs.get(study));
            assertThat(entry.path("state")).isEqualTo(cloud.status(study).orElseThrow().path("state"));
            if (study.equals(broken)) {
                assertThat(cloud.latestRun(study)).isEmpty();
                continue;
            }
            String run = cloud.latestRun(study);
            assertThat(run).as(study).isNotEqualTo(before);
            assertThat(title(study, before)).isEqualTo(TITLE);
            assertThat(title(study, run)).isEqualTo(OTHER_TITLE);
            assertThat(entry.path("sequence")).isEqualTo(cloud.status(study).orElseThrow().path("sequence"));
        }
        assertThat(cloud.reportKeys("regenerations/")).anyMatch(key -> key.endsWith("manifest.json"));
    }

    private static void assertState(String study, String broken) {
        assertThat(cloud.settled(study).path("state").asText()).as(study)
                .isEqualTo(study.equals(broken) ? "rejected" : "reported");
    }

    /// The title of the baseline table.
    private static String title(String study, String run) {
        for (JsonNode table : cloud.json("studies/" + study + "/runs/" + run + "/manifest.json").orElseThrow().path("displays")) {
            if (table.path("id").asText().equals("baseline")) {
                return table.path("title").asText();
            }
        }
        throw new AssertionError(study + " has no baseline table");
    }

    /// The functions' zip with another title in a built-in shell, as a new release of Tabularium would have it.
    private static byte[] withOtherShell(byte[] zip) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(changed)) {
            out.setLevel(1);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("templates/baseline.yaml")) {
                    String shell = new String(bytes, UTF_8);
                    assertThat(shell).contains(TITLE);
                    bytes = shell.replace(TITLE, OTHER_TITLE).getBytes(UTF_8);
                }
                out.write(bytes);
            }
        }
        return changed.toByteArray();
    }
}
