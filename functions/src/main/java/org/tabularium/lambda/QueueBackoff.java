package org.tabularium.lambda;

import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Hides messages of an SQS queue by their visibility. Where that fails a message comes again when the queue's own time is over.
final class QueueBackoff implements Backoff {

    private final String queue;
    private final EventLog log;
    private final Late<SqsClient> sqs = Late.of(
            () -> SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build());

    /// @param queue its URL; empty where the function has none
    QueueBackoff(String queue, EventLog log) {
        this.queue = queue;
        this.log = log;
    }

    @Override
    public void hide(String receipt, Duration time) {
        if (receipt.isEmpty() || queue.isEmpty()) {
            return;
        }
        try {
            sqs.get().changeMessageVisibility(
                    b -> b.queueUrl(queue).receiptHandle(receipt).visibilityTimeout((int) time.toSeconds()));
        } catch (SdkException e) {
            log.warn("a message's time could not be changed", Map.of("error", e.getClass().getSimpleName()));
        }
    }
}
