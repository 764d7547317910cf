package org.tabularium.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// infra/compare and infra/rollback, with the AWS CLI, on a deployed stack.
@Shows(Requirement.CHANGE_CONTROL)
class ChangeControlIT {
    private static final String STUDY = "compared";
    private static final String FIRST = "1".repeat(64);
    private static final String SECOND = "2".repeat(64);
    private static final String THIRD = "3".repeat(64);

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

    /// What was in use before, by what each version carries: not what was rolled away from. [RollbackTest] has the other cases.
    @Test
    void versionInUseBeforeIsPutBackOfEveryFunction() throws Exception {
        Map<String, String> wasInUse = cloud.inUse();
        Map<String, String> first = cloud.publishAll(FIRST, "");
        assertThat(first).hasSizeGreaterThan(5);
        cloud.use(cloud.publishAll(SECOND, FIRST));

        assertThat(rollback("--yes")).contains("done");
        assertThat(cloud.inUse()).isEqualTo(first);

        cloud.use(cloud.publishAll(THIRD, FIRST));
        assertThat(rollback("--yes")).contains("done");
        assertThat(cloud.inUse()).as("the second one was rolled away from").isEqualTo(first);
        cloud.use(wasInUse);
    }

    private static String rollback(String... arguments) throws IOException, InterruptedException {
        return Scripts.run(cloud, "rollback", arguments);
    }
}
