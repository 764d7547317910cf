package org.tabularium.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// infra/compare and infra/rollback, with the AWS CLI, on a deployed stack.
@Shows(Requirement.CHANGE_CONTROL)
class ChangeControlIT {
    private static final String STUDY = "compared";

    private static Deployment cloud;

    @BeforeAll
    static void deploy() throws IOException {
        Scripts.requireCommandLine();
        cloud = Deployment.running();
    }

    @Test
    void whatWouldChangeIsSeenBeforeAndAVersionGoesBack(@TempDir Path folder) throws Exception {
        cloud.upload(STUDY, "adsl.csv",
                "STUDYID,USUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL\nC,C-1,30,F,A,Y,Y\nC,C-2,40,M,B,Y,Y\n".getBytes(UTF_8));
        assertThat(cloud.settled(STUDY).path("state").asText()).isEqualTo("reported");
        cloud.awaitNothingLeftToDo();
        JsonNode status = cloud.status(STUDY).orElseThrow();
        Path next = folder.resolve("next.zip");
        Files.write(next, NextRelease.withOtherClass(Files.readAllBytes(Deployment.zip()), folder, "statistic/Descriptive",
                "Estimate.of(meanOf(values))", "Estimate.of(meanOf(values) + 1)"));

        String same = Scripts.run(cloud, "compare", STUDY);
        String said = Scripts.run(cloud, "compare", STUDY, "--zip", next.toString());

        assertThat(same).contains("1 studies: 1 same");
        assertThat(said).contains(STUDY + ": changed, ").contains("1 studies: 1 changed; s3://");
        List<String> previews = cloud.reportKeys("previews/").stream().filter(key -> key.endsWith("/" + STUDY + ".json"))
                .toList();
        assertThat(cloud.json(previews.getLast()).orElseThrow().path("changes").toString()).contains("\"from\":\"35 ")
                .contains("\"to\":\"36 ");
        assertThat(cloud.status(STUDY).orElseThrow()).as("nothing is published").isEqualTo(status);

    }

    @Test
    void versionBeforeIsPutBackOfEveryFunctionOrOfNone() throws Exception {
        List<String> functions = cloud.functions();
        assertThat(Scripts.run(cloud, "rollback", "--yes")).contains("has no version before").contains("nothing was changed");
        Map<String, String> before = new TreeMap<>();
        // Other tests of the one deployment may have left versions that are newer than the one in use.
        functions.forEach(function -> before.put(function, cloud.freshVersion(function)));
        assertThat(functions).hasSizeGreaterThan(5)
                .allSatisfy(function -> assertThat(cloud.freshVersion(function)).isNotEqualTo(before.get(function)));

        assertThat(Scripts.run(cloud, "rollback")).contains("say --yes").contains(" -> " + before.get("ReportFunction"));
        assertThat(Scripts.run(cloud, "rollback", "--yes")).contains("done");

        assertThat(functions)
                .allSatisfy(function -> assertThat(cloud.version(function)).as(function).isEqualTo(before.get(function)));
    }
}
