package org.tabularium.lambda;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/// Notices through an SNS topic.
final class SnsNotices implements Consumer<Announcement> {

    private final Late<SnsClient> sns = Late.of(
            () -> SnsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build());
    private static final JsonMapper JSON = new JsonMapper();

    private final String topic;

    SnsNotices(String topic) {
        this.topic = topic;
    }

    @Override
    public void accept(Announcement announcement) {
        Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
        announcement.attributes().forEach((name, values) -> attributes.put(name, attribute(values)));
        sns.get().publish(b -> b.topicArn(topic).subject(announcement.subject()).message(announcement.message())
                .messageAttributes(attributes));
    }

    /// A filter of one text finds it in an array of texts too.
    private static MessageAttributeValue attribute(List<String> values) {
        return values.size() == 1
                ? MessageAttributeValue.builder().dataType("String").stringValue(values.getFirst()).build()
                : MessageAttributeValue.builder().dataType("String.Array")
                        .stringValue(JSON.valueToTree(values).toString()).build();
    }
}
