package org.tabularium.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tabularium.lambda.LocalCloud.batch;
import static org.tabularium.lambda.LocalCloud.context;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.publication.Signer;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.cloud.LocalStack;
import org.tabularium.cloud.StoppedStore;
import org.tabularium.publication.StudyState;
import org.tabularium.publication.StudyStatus;
import org.tabularium.publication.StudyStatusJson;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.s3.S3ObjectStore;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// S3 fails for a while: the message comes again until it is over. The function runs in this JVM, with real buckets, a real
/// notification and a real queue with
/// the template's number of receives.
@Shows(Requirement.NOTHING_LOST)
class OutageIT {
    private static final int RECEIVES = 5;
    private static final String ADSL = "USUBJID,AGE,SEX,TRT01A\nA-1,30,F,A\nA-2,40,M,A\n";

    private static LocalStack aws;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final List<String> notices = new ArrayList<>();
    private String queue = "";
    private String deadLetters = "";
    private String uploadsBucket = "";
    private String reportsBucket = "";

    @BeforeAll
    static void connect() {
        aws = LocalStack.running();
    }

    @BeforeEach
    void bucketsAndQueues() {
        uploadsBucket = aws.bucket("uploads");
        reportsBucket = aws.bucket("reports");
        deadLetters = aws.sqs().createQueue(b -> b.queueName("dead-" + UUID.randomUUID())).queueUrl();
        queue = aws.sqs().createQueue(b -> b.queueName("notices-" + UUID.randomUUID()).attributes(
                Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1", QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\": \"" + arn(deadLetters) + "\", \"maxReceiveCount\": " + RECEIVES + "}")))
                .queueUrl();
        QueueConfiguration toQueue = QueueConfiguration.builder().queueArn(arn(queue)).events(Event.S3_OBJECT_CREATED).build();
        aws.s3().putBucketNotificationConfiguration(b -> b.bucket(uploadsBucket).skipDestinationValidation(true)
                .notificationConfiguration(n -> n.queueConfigurations(toQueue)));
    }

    private static String arn(String queueUrl) {
        return aws.sqs().getQueueAttributes(b -> b.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN)).attributes()
                .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
    }

    /// A function for which S3 refuses so many calls about keys that hold this text, and works again then.
    private ReportFunction function(String text, int refused) {
        int[] left = {refused};
        StoppedStore.Stop outage = (call, key) -> {
            synchronized (left) {
                if (key.contains(text) && left[0] > 0) {
                    left[0]--;
                    throw new IOException("S3 is out of order");
                }
            }
        };
        Clock clock = Clock.systemUTC();
        return new ReportFunction(new Wiring(
                new FunctionSettings(uploadsBucket, reportsBucket, "topic", Duration.ZERO, RECEIVES, "", 4, "it", "", 0,
                        "GOVERNANCE", List.of(), null),
                new StoppedStore(uploads(), outage), new StoppedStore(reports(), outage),
                announcement -> notices.add(announcement.message()), study -> Set.of(), Signer.NONE, (receipt, time) -> {},
                new EventLog(new PrintStream(log, true, UTF_8), clock, "it"), clock, () -> {}));
    }

    private ObjectStore uploads() {
        return new S3ObjectStore(aws.s3(), uploadsBucket);
    }

    private ObjectStore reports() {
        return new S3ObjectStore(aws.s3(), reportsBucket);
    }

    private void upload() {
        aws.s3().putObject(b -> b.bucket(uploadsBucket).key("studies/A/adsl.csv"), RequestBody.fromString(ADSL));
    }

    /// Brings messages to the function as Lambda does, until none is left: what fails stays in the queue and comes again.
    ///
    /// @return how often the message that came most often was received
    private int work(ReportFunction function) {
        int[] most = {0};
        aws.awaitThat("an empty queue", Duration.ofMinutes(2), () -> {
            List<Message> messages = aws.sqs().receiveMessage(b -> b.queueUrl(queue).maxNumberOfMessages(10)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)).messages();
            Set<String> response = function.handle(
                    batch(messages.stream().map(OutageIT::message).toArray(MessageBatch.Message[]::new)), context());
            for (Message message : messages) {
                most[0] = Math.max(most[0], receives(message));
                if (!response.contains(message.messageId())) {
                    aws.sqs().deleteMessage(b -> b.queueUrl(queue).receiptHandle(message.receiptHandle()));
                }
            }
            return most[0] > 0 && count(queue) == 0;
        });
        return most[0];
    }

    private static MessageBatch.Message message(Message message) {
        return LocalCloud.message(message.messageId(), message.body(), receives(message));
    }

    private static int receives(Message message) {
        return Integer.parseInt(message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
    }

    private static int count(String queueUrl) {
        return aws.sqs().getQueueAttributes(b -> b.queueUrl(queueUrl).attributeNames(QueueAttributeName.ALL)).attributes()
                .entrySet().stream().filter(e -> e.getKey().toString().startsWith("ApproximateNumberOfMessages"))
                .mapToInt(e -> Integer.parseInt(e.getValue())).sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest.json", "status.json", "adsl.csv", "runs/", "manifest.json", "studies/A/"})
    void outageIsRetriedUntilItIsOver(String about) throws IOException {
        upload();

        int receives = work(function(about, 1));

        assertThat(receives).isEqualTo(2);
        assertThat(log.toString(UTF_8)).contains("S3 is out of order").doesNotContain("A-1");
        assertThat(status().state()).isEqualTo(StudyState.REPORTED);
        assertThat(notices).as("told once it is done").isNotEmpty()
                .allSatisfy(notice -> assertThat(notice).contains("\"reported\""));
        assertThat(count(deadLetters)).isZero();
    }

    /// The study says so, its notice is among the dead letters, and once it is brought back the report is made.
    @Test
    void outageOfAPartThatOutlastsAllRetriesIsWrittenDownAndTheNextNoticeMendsIt() throws IOException {
        upload();

        assertThat(work(function("runs/", Integer.MAX_VALUE))).isEqualTo(RECEIVES);

        assertThat(status().state()).isEqualTo(StudyState.FAILED);
        assertThat(notices).singleElement().asString().contains("\"failed\"");
        assertThat(count(deadLetters)).as("written down, and thereby done").isZero();
        upload();
        work(function("runs/", 0));
        assertThat(status().state()).isEqualTo(StudyState.REPORTED);
    }

    /// Not even the failure can be written down.
    @Test
    void outageThatOutlastsAllRetriesEndsAmongTheDeadLettersAndIsMendedFromThere() throws IOException {
        upload();

        assertThat(work(function("", Integer.MAX_VALUE))).isEqualTo(RECEIVES);

        aws.awaitThat("the dead letter", Duration.ofMinutes(1), () -> count(deadLetters) == 1);
        assertThat(reports().get("studies/A/status.json")).isEmpty();
        assertThat(notices).isEmpty();
        aws.sqs().startMessageMoveTask(b -> b.sourceArn(arn(deadLetters)));
        aws.awaitThat("the message in its queue", Duration.ofMinutes(1), () -> count(queue) == 1);
        work(function("", 0));
        assertThat(status().state()).isEqualTo(StudyState.REPORTED);
        assertThat(count(deadLetters)).isZero();
    }

    private StudyStatus status() throws IOException {
        return Objects.requireNonNull(StudyStatusJson.read(reports().get("studies/A/status.json").orElseThrow().bytes()));
    }
}
