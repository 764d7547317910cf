package org.tabularium.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/// The state machine over all studies, as the schedule would start it.
class RegenerationIT {
    private static final int STUDIES = 25;
    private static LocalCloud cloud;

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.running();
    }

    @Test
    void everyStudyIsReportedAndOneBrokenOneStopsNone() throws InterruptedException {
        List<String> studies = IntStream.range(0, STUDIES).mapToObj(i -> "regenerated-" + i).toList();
        String broken = studies.get(7);
        List<EventSourceMappingConfiguration> queues = cloud.lambda.listEventSourceMappings(b -> {}).eventSourceMappings()
                .stream()
                .filter(m -> m.functionArn().contains("-ReportFunction")).toList();
        assertThat(queues).hasSize(1);
        setEnabled(queues, false); // so that only the state machine makes reports
        try {
            studies.forEach(study -> cloud.upload(study, "adsl.csv", (study.equals(broken)
                    ? "SUBJECT,AGE\n1,30\n"
                    : "STUDYID,USUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL\nR,R-1,30,F,A,Y,Y\nR," + study + ",40,M,B,Y,Y\n")
                    .getBytes(UTF_8)));
            DescribeExecutionResponse ended = regenerate();
            assertThat(ended.statusAsString()).as(() -> ended.error() + " " + ended.cause()).isEqualTo("SUCCEEDED");
            for (String study : studies) {
                JsonNode status = cloud.json("studies/" + study + "/status.json").orElseThrow(() -> new AssertionError(study));
                assertThat(status.path("state").asText()).as(study).isEqualTo(study.equals(broken) ? "rejected" : "reported");
            }
            assertThat(cloud.latestRun(broken)).isEmpty();
            String catalog = cloud.json("catalog.json").orElseThrow().toString();
            assertThat(studies).allSatisfy(study -> assertThat(catalog).contains(study));
            assertThat(cloud.reportKeys("regenerations/")).anyMatch(key -> key.endsWith("manifest.json"));
        } finally {
            setEnabled(queues, true);
        }
    }

    private static void setEnabled(List<EventSourceMappingConfiguration> queues, boolean enabled) {
        queues.forEach(queue -> {
            cloud.lambda.updateEventSourceMapping(b -> b.uuid(queue.uuid()).enabled(enabled));
            cloud.await("the queue's new state", Duration.ofMinutes(1),
                    () -> Optional.of(cloud.lambda.getEventSourceMapping(b -> b.uuid(queue.uuid())))
                            .filter(m -> m.state().equals(enabled ? "Enabled" : "Disabled")));
        });
    }

    private static DescribeExecutionResponse regenerate() {
        String execution = cloud.stepFunctions
                .startExecution(b -> b.stateMachineArn(cloud.output("RegenerateStateMachine")).input("{}")).executionArn();
        return cloud.await("the regeneration", Duration.ofMinutes(10), () -> Optional
                .of(cloud.stepFunctions.describeExecution(b -> b.executionArn(execution)))
                .filter(e -> !e.statusAsString().equals("RUNNING")));
    }
}
