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
    private static final int COUNT = 21;
    private static final String TITLE = "Demographic and Baseline Characteristics";
    private static final String OTHER_TITLE = "Who They Are";

    private static final String MEAN = "Estimate.of(meanOf(values))";
    private static final String OTHER_MEAN = "Estimate.of(meanOf(values) + 1)";

    private static final List<String> STUDIES = IntStream.range(0, COUNT).mapToObj(i -> "regenerated-" + i).toList();
    private static final String BROKEN = STUDIES.get(7);
    private static final String RECOMPUTED = STUDIES.get(0);

    private static final Map<String, String> RUNS = new TreeMap<>();
    private static final Map<String, String> RUNS_OF_NO_CHANGE = new TreeMap<>();

    private static Deployment cloud;
    private static double meanBefore;
    private static JsonNode softwareBefore;

    /// Twice, once with the program as it is and once with that of a next release, which calls itself the same: a template and a
    /// statistic are other.
    @BeforeAll
    static void regenerate(@TempDir Path folder) throws IOException {
        cloud = Deployment.running();
        STUDIES.forEach(study -> cloud.upload(study, "adsl.csv", (study.equals(BROKEN)
                ? "SUBJECT,AGE\n1,30\n"
                : "STUDYID,USUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL\nR,R-1,30,F,A,Y,Y\nR," + study + ",40,M,B,Y,Y\n").getBytes(UTF_8)));
        for (String study : STUDIES) {
            assertState(study);
            RUNS.put(study, cloud.latestRun(study));
        }
        meanBefore = meanAge(RECOMPUTED);
        softwareBefore = cloud.status(RECOMPUTED).orElseThrow().path("software");
        cloud.awaitNothingLeftToDo();
        cloud.regenerate();
        STUDIES.forEach(study -> RUNS_OF_NO_CHANGE.put(study, cloud.latestRun(study)));

        byte[] next = NextRelease.withOtherTemplate(Files.readAllBytes(Deployment.zip()), folder.resolve("template"),
                "baseline.yaml", TITLE, OTHER_TITLE);
        String version = cloud.replaceCode("StudyReportFunction", NextRelease.withOtherClass(next, folder.resolve("class"),
                "statistic/Descriptive", MEAN, OTHER_MEAN));
        try {
            cloud.regenerate();
        } finally {
            cloud.useVersion("StudyReportFunction", version);
        }
    }

    @Test
    void studiesOfWhichNothingChangedKeepTheirRuns() {
        assertThat(RUNS_OF_NO_CHANGE).isEqualTo(RUNS);
    }

    @Test
    void afterTheShellsChangedEveryStudyIsReportedAnewAndOneBrokenOneStopsNone() {
        for (String study : STUDIES) {
            assertState(study);
            JsonNode entry = cloud.json("catalog/entries/" + study + ".json").orElseThrow();
            String before = Objects.requireNonNull(RUNS.get(study));
            assertThat(entry.path("state")).isEqualTo(cloud.status(study).orElseThrow().path("state"));
            if (study.equals(BROKEN)) {
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

    /// A mean that is one higher: it is another run, with the new number, and the old one stays.
    @Test
    void changedStatisticUnderTheSameVersionIsANewRunWithNewNumbers() {
        assertThat(meanBefore).isEqualTo(35);
        assertThat(meanAge(RECOMPUTED)).isEqualTo(36);
        JsonNode now = cloud.status(RECOMPUTED).orElseThrow().path("software");
        assertThat(now.path("version")).isEqualTo(softwareBefore.path("version"));
        assertThat(now.path("program")).isNotEqualTo(softwareBefore.path("program"));
        assertThat(cloud.reportKeys("studies/" + RECOMPUTED + "/runs/" + RUNS.get(RECOMPUTED) + "/"))
                .anyMatch(key -> key.endsWith("/manifest.json"));
    }

    private static void assertState(String study) {
        assertThat(cloud.settled(study).path("state").asText()).as(study)
                .isEqualTo(study.equals(BROKEN) ? "rejected" : "reported");
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
