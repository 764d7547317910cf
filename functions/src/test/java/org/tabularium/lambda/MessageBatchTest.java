package org.tabularium.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tabularium.lambda.LocalCloud.context;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabularium.lambda.MessageBatch.Message;

/// An event and a response as AWS's documentation of SQS as a source of Lambda shows them.
class MessageBatchTest {

    private static MessageBatch read(String event) throws IOException {
        return MessageBatch.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void messagesAreThoseOfTheEvent() throws IOException {
        try (InputStream event = MessageBatchTest.class.getResourceAsStream("/events/queue.json")) {
            assertThat(MessageBatch.read(event).messages()).containsExactly(
                    new Message("059f36b4-87a3-44ab-83d2-661975830a7d",
                            "{\"Service\": \"Amazon S3\", \"Event\": \"s3:TestEvent\"}", 3,
                            "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a"),
                    new Message("2e1424d4-f796-459a-8184-9c92662be6da", "", 1,
                            "AQEBzWwaftRI0KuVm4tP+/7q1rGgNqicHq"));
        }
    }

    @Test
    void whatComesFromNoQueueIsOneMessageOfNone() throws IOException {
        assertThat(read("{\"Records\": null}").messages()).isEmpty();
        assertThat(read("{\"Records\": []}").messages()).isEmpty();
        for (String event : List.of("", "null", "{}", "{\"Records\":", LocalCloud.created("A", "adsl.csv"))) {
            assertThat(read(event).messages()).containsExactly(new Message("event", event, 1, ""));
        }
    }

    /// Nobody's call and a bucket's own event, both without a queue between.
    @Test
    void nullCallAndBareEventGetAnAnswer() throws IOException {
        LocalCloud cloud = new LocalCloud();
        cloud.upload("A", "adsl.csv", "USUBJID,AGE,SEX,TRT01A\nA-1,30,F,A\nA-2,40,M,A\n");
        ReportFunction function = new ReportFunction(cloud.wiring());
        for (String event : List.of("null", "", LocalCloud.created("A", "adsl.csv"))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, context());
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"batchItemFailures\":[]}");
        }
        assertThat(cloud.status("A").run()).isNotNull();
        assertThatThrownBy(() -> new StudyReportFunction(cloud.wiring()).handleRequest(null, context()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("{\"study\"");
    }

    @Test
    void answerNamesTheMessagesThatComeAgain() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MessageBatch.answer(List.of("a", "b"), out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"b\"}]}");
    }

    @Test
    void functionReadsTheEventAndWritesTheAnswer() throws IOException {
        List<RequestStreamHandler> functions = List.of(new ReportFunction(new LocalCloud().wiring()),
                new DeadLetterFunction(new LocalCloud().wiring()));
        for (RequestStreamHandler function : functions) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (InputStream event = MessageBatchTest.class.getResourceAsStream("/events/queue.json")) {
                function.handleRequest(event, out, context());
            }
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"batchItemFailures\":[]}");
        }
    }
}
