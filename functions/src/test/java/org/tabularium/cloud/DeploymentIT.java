package org.tabularium.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// What is there once the template is deployed.
@Shows(Requirement.LEAST_PRIVILEGE)
class DeploymentIT {
    private static Deployment cloud;

    @BeforeAll
    static void deploy() throws IOException {
        cloud = Deployment.running();
    }

    @Test
    void everyResourceIsMade() {
        assertThat(cloud.aws.cloudFormation.listStackResources(b -> b.stackName(cloud.stack)).stackResourceSummaries())
                .hasSizeGreaterThan(50)
                .allSatisfy(resource -> assertThat(resource.resourceStatusAsString()).as(resource.logicalResourceId())
                        .isEqualTo("CREATE_COMPLETE"));
    }

    @Test
    void bothKindsOfChangesUnderStudiesGoToTheReportQueue() {
        String uploads = cloud.output("UploadsBucket");
        assertThat(cloud.aws.s3.getBucketNotificationConfiguration(b -> b.bucket(uploads)).queueConfigurations())
                .flatExtracting(QueueConfiguration::eventsAsStrings)
                .containsExactlyInAnyOrder("s3:ObjectCreated:*", "s3:ObjectRemoved:*");
        assertThat(cloud.aws.s3.getBucketVersioning(b -> b.bucket(uploads)).statusAsString()).isEqualTo("Enabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ReportFunction", "CatalogFunction", "DeadLetterFunction"})
    void queueCallsThePublishedVersionOfItsFunction(String function) {
        // The catalogue's function has its dead letters too.
        assertThat(cloud.mappings(function)).hasSize(function.equals("CatalogFunction") ? 2 : 1)
                .allSatisfy(mapping -> assertThat(mapping.functionArn()).endsWith(":live"));
        assertThat(cloud.version(function)).matches("\\d+");
    }

    /// LocalStack forgets the reserved concurrency beside it; [TemplateTest] sees that.
    @Test
    void asManyReportsAreMadeAtTheSameTimeAsTheParameterSays() {
        assertThat(cloud.mappings("ReportFunction")).singleElement().satisfies(
                mapping -> assertThat(mapping.scalingConfig().maximumConcurrency()).isEqualTo(Deployment.CONCURRENCY));
    }

    /// LocalStack stores schedules and never fires them; what it would start is started by [RegenerationIT].
    @Test
    void scheduleStartsTheStateMachineEveryNight() {
        var schedule = cloud.aws.scheduler.getSchedule(b -> b.name(cloud.output("RegenerateSchedule")));
        assertThat(schedule.scheduleExpression()).isEqualTo("cron(0 3 * * ? *)");
        assertThat(schedule.stateAsString()).isEqualTo("ENABLED");
        assertThat(schedule.target().arn()).isEqualTo(cloud.output("RegenerateStateMachine"));
    }
}
