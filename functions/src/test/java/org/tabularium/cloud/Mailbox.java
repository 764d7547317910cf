package org.tabularium.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/// A subscriber of the report topic: a queue, read whenever somebody asks.
final class Mailbox {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalStack aws;
    private final String queueUrl;
    private final String arn;
    private final List<JsonNode> notices = new ArrayList<>();

    Mailbox(LocalStack aws, String queueUrl, String arn) {
        this.aws = aws;
        this.queueUrl = queueUrl;
        this.arn = arn;
    }

    String arn() {
        return arn;
    }

    /// The studies of which it has heard so far.
    List<String> studies() {
        receive();
        return notices.stream().map(n -> n.path("study").asText()).toList();
    }

    /// The notice that a study got into a state, as soon as there is one.
    JsonNode awaitNotice(String study, String state) {
        return aws.await("the notice that " + study + " is " + state, Deployment.PATIENCE, () -> {
            receive();
            return notices.stream().filter(n -> n.path("study").asText().equals(study) && n.path("state").asText().equals(state))
                    .findFirst();
        });
    }

    private void receive() {
        for (Message message : aws.sqs.receiveMessage(b -> b.queueUrl(queueUrl).maxNumberOfMessages(10)).messages()) {
            try {
                notices.add(JSON.readTree(message.body()));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
            aws.sqs.deleteMessage(b -> b.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
        }
    }
}
