package org.tabularium.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// Notices that nobody could handle. Here it is the queue that gives up, after as many receives as the template allows: they are
/// received and not handled,
/// as by a function that dies each time.
@Shows(Requirement.ONE_STUDY_ALONE)
class DeadLetterIT {
    private static final String ADSL = "STUDYID,USUBJID,AGE,SEX,TRT01A,SAFFL,ITTFL\nD,D-1,30,F,A,Y,Y\nD,D-2,40,M,B,Y,Y\n";

    private static Deployment cloud;

    @BeforeAll
    static void deploy() throws IOException {
        cloud = Deployment.running();
    }

    @BeforeEach
    void nobodyHandlesNotices() {
        cloud.awaitNothingLeftToDo();
        cloud.setEnabled("ReportFunction", false);
    }

    @AfterEach
    void functionsWorkAgain() {
        cloud.setEnabled("DeadLetterFunction", true);
        cloud.setEnabled("ReportFunction", true);
    }

    @Test
    void studyIsMarkedAsFailedTheTopicHearsOfItAndTheNextUploadMendsIt() {
        String study = "given-up";
        Mailbox mailbox = cloud.subscribe();
        cloud.upload(study, "adsl.csv", ADSL.getBytes(UTF_8));

        giveUp();

        assertThat(mailbox.awaitNotice(study, "failed").path("findings").findValuesAsText("code")).containsExactly("RUN_FAILED");
        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("failed");
        cloud.aws.awaitThat("no dead letters", Deployment.PATIENCE, () -> cloud.messages("ReportDeadLetterQueue") == 0);
        cloud.setEnabled("ReportFunction", true);
        cloud.upload(study, "adsl.csv", ADSL.getBytes(UTF_8));
        cloud.aws.awaitThat("the report", Deployment.PATIENCE,
                () -> cloud.status(study).filter(s -> s.path("state").asText().equals("reported")).isPresent());
        assertThat(cloud.latestRun(study)).isNotEmpty();
    }

    /// What could not even be marked stays among the dead letters until somebody brings it back.
    @Test
    void redriveBringsDeadLettersBackAndTheStudyIsReported() {
        String study = "brought-back";
        cloud.setEnabled("DeadLetterFunction", false);
        cloud.upload(study, "adsl.csv", ADSL.getBytes(UTF_8));
        giveUp();
        cloud.aws.awaitThat("the dead letter", Deployment.PATIENCE, () -> cloud.messages("ReportDeadLetterQueue") == 1);
        assertThat(cloud.status(study)).isEmpty();
        cloud.setEnabled("ReportFunction", true);

        cloud.aws.sqs.startMessageMoveTask(b -> b.sourceArn(cloud.queueArn(cloud.output("ReportDeadLetterQueue"))));

        assertThat(cloud.settled(study).path("state").asText()).isEqualTo("reported");
        assertThat(cloud.latestRun(study)).isNotEmpty();
        cloud.awaitNothingLeftToDo();
        assertThat(cloud.messages("ReportDeadLetterQueue")).isZero();
    }

    /// Receives the one notice in the queue until the queue puts it among the dead letters.
    private static void giveUp() {
        String queue = cloud.output("ReportQueue");
        int[] receives = {0};
        cloud.aws.awaitThat("the queue to give up", Deployment.PATIENCE, () -> {
            receives[0] += cloud.aws.sqs.receiveMessage(b -> b.queueUrl(queue).visibilityTimeout(0)).messages().size();
            // The notice may still be on its way.
            return receives[0] > 0 && cloud.messages("ReportQueue") == 0;
        });
        String policy = cloud.aws.sqs.getQueueAttributes(b -> b.queueUrl(queue).attributeNames(QueueAttributeName.REDRIVE_POLICY))
                .attributes().get(QueueAttributeName.REDRIVE_POLICY);
        assertThat(policy).containsPattern("\"maxReceiveCount\": *\"?" + receives[0] + "\\D");
    }
}
