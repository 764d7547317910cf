package org.tabularium.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// The state machine over all studies, as the schedule would start it; more than one item of its list names.
@Shows({Requirement.RUN_IS_ITS_PROGRAM, Requirement.REGENERATED})
class RegenerationIT {
    private static final int STUDIES = 21;
    private static final String TITLE = "Demographic and Baseline Characteristics";
    private static final String OTHER_TITLE = "Who They Are";

    private static final String MEAN = "Estimate.of(meanOf(values))";
    private static final String OTHER_MEAN = "Estimate.of(meanOf(values) + 1)";

    private static Deployment cloud;

    @BeforeAll
    static void deploy() throws IOException {
        cloud = Deployment.running();
    }

    @Test
    void afterTheShellsChangedEveryStudyIsReportedAnewAndOneBrokenOneStopsNone(@TempDir Path folder) throws IOException {
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

        String version = cloud.replaceCode("StudyReportFunction", NextRelease.withOtherTemplate(
                Files.readAllBytes(Deployment.zip()), folder, "baseline.yaml", TITLE, OTHER_TITLE));
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

    /// A mean that is one higher, of a program that calls itself the same: it is another run, with the new number, and the old one
    /// stays.
    @Test
    void changedStatisticUnderTheSameVersionIsANewRunWithNewNumbers(@TempDir Path folder) throws IOException {
        String study = "recomputed";
        cloud.upload(study, "adsl.csv",
                "STUDYID,USUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL\nR,R-1,30,F,A,Y,Y\nR,R-2,40,M,B,Y,Y\n".getBytes(UTF_8));
        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("reported");
        String before = cloud.latestRun(study);
        assertThat(meanAge(study)).isEqualTo(35);
        JsonNode software = cloud.status(study).orElseThrow().path("software");
        cloud.awaitNothingLeftToDo();

        String version = cloud.replaceCode("StudyReportFunction", NextRelease.withOtherClass(Files.readAllBytes(Deployment.zip()),
                folder, "statistic/Descriptive", MEAN, OTHER_MEAN));
        try {
            cloud.regenerate();
        } finally {
            cloud.useVersion("StudyReportFunction", version);
        }

        assertThat(cloud.latestRun(study)).isNotEqualTo(before);
        assertThat(meanAge(study)).isEqualTo(36);
        JsonNode now = cloud.status(study).orElseThrow().path("software");
        assertThat(now.path("version")).isEqualTo(software.path("version"));
        assertThat(now.path("program")).isNotEqualTo(software.path("program"));
        assertThat(cloud.reportKeys("studies/" + study + "/runs/" + before + "/"))
                .anyMatch(key -> key.endsWith("/manifest.json"));
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

    /// The value that the baseline table shows of all subjects' mean age.
    private static double meanAge(String study) {
        for (JsonNode result : cloud.json("studies/" + study + "/runs/" + cloud.latestRun(study) + "/results.json")
                .orElseThrow()) {
            if (result.path("variable").asText().equals("AGE") && result.path("statistic").asText().equals("mean")
                    && result.path("groups").isEmpty()) {
                return result.path("value").asDouble();
            }
        }
        throw new AssertionError(study + " has no mean age");
    }
}
