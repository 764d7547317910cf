package org.tabularium.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/// What is there once the template is deployed.
class DeploymentIT {
    private static LocalCloud cloud;

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.running();
    }

    @Test
    void everyResourceIsMade() {
        assertThat(cloud.cloudFormation.listStackResources(b -> b.stackName(LocalCloud.STACK)).stackResourceSummaries())
                .hasSizeGreaterThan(50)
                .allSatisfy(resource -> assertThat(resource.resourceStatusAsString()).as(resource.logicalResourceId())
                        .isEqualTo("CREATE_COMPLETE"));
    }

    @Test
    void bothKindsOfChangesUnderStudiesGoToTheReportQueue() {
        assertThat(
                cloud.s3.getBucketNotificationConfiguration(b -> b.bucket(cloud.output("UploadsBucket"))).queueConfigurations())
                .flatExtracting(QueueConfiguration::eventsAsStrings)
                .containsExactlyInAnyOrder("s3:ObjectCreated:*", "s3:ObjectRemoved:*");
        assertThat(cloud.s3.getBucketVersioning(b -> b.bucket(cloud.output("UploadsBucket"))).statusAsString())
                .isEqualTo("Enabled");
    }

    @Test
    void queuesCallThePublishedVersionsOfTheirFunctions() {
        assertThat(cloud.lambda.listEventSourceMappings(b -> {}).eventSourceMappings())
                .extracting(EventSourceMappingConfiguration::functionArn)
                .hasSize(3)
                .allMatch(arn -> arn.endsWith(":live"));
    }

    /// LocalStack stores schedules and never fires them; what it would start is started by [RegenerationIT].
    @Test
    void scheduleStartsTheStateMachineEveryNight() {
        var schedule = cloud.scheduler.getSchedule(b -> b.name(cloud.output("RegenerateSchedule")));
        assertThat(schedule.scheduleExpression()).isEqualTo("cron(0 3 * * ? *)");
        assertThat(schedule.stateAsString()).isEqualTo("ENABLED");
        assertThat(schedule.target().arn()).isEqualTo(cloud.output("RegenerateStateMachine"));
    }
}
