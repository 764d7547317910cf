package org.tabularium.lambda;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;

/// Notices through an SNS topic.
final class SnsNotices implements Notices {

    private final SnsClient sns;
    private final String topic;

    SnsNotices(String topic) {
        this.sns = SnsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
        this.topic = topic;
    }

    @Override
    public void send(String subject, String message) {
        sns.publish(b -> b.topicArn(topic).subject(subject).message(message));
    }
}
