package org.tabularium.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tabularium.snapshot.Sha256;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// infra/template.yaml deployed, unchanged, to a LocalStack of its own, with the real zip; one for all tests of this package, ended with the JVM.
///
/// The tests are skipped, and say so, unless `-Dtabularium.cloud=required` is given; then they fail without Docker.
final class LocalCloud {
    static final String STACK = "tabularium-it";

    /// A report on a busy machine, started in a cold container, takes its time.
    static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static @Nullable LocalCloud only;

    private final String label = "org.tabularium.test=" + UUID.randomUUID();
    private final LocalStackContainer localstack;
    private final Map<String, String> outputs = new HashMap<>();
    final S3Client s3;
    final SqsClient sqs;
    final SnsClient sns;
    final SfnClient stepFunctions;
    final LambdaClient lambda;
    final SchedulerClient scheduler;
    final CloudFormationClient cloudFormation;

    /// The one cloud, started and deployed by the first who asks.
    static synchronized LocalCloud running() throws IOException {
        assumeTrue(
                System.getProperty("tabularium.cloud", "").equals("required"),
                "the template is not tried in LocalStack: start it with infra/local/ready and give -Dtabularium.cloud=required");
        assertThat(DockerClientFactory.instance().isDockerAvailable()).as("Docker is there").isTrue();
        if (only == null) {
            LocalCloud cloud = new LocalCloud();
            Runtime.getRuntime().addShutdownHook(new Thread(cloud::stop));
            cloud.deploy();
            only = cloud;
        }
        return only;
    }

    private LocalCloud() {
        localstack = new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.14.0"))
                .withEnv("LAMBDA_REMOVE_CONTAINERS", "1")
                .withEnv("LAMBDA_DOCKER_FLAGS", "--label " + label);
        localstack.start();
        s3 = client(S3Client.builder());
        sqs = client(SqsClient.builder());
        sns = client(SnsClient.builder());
        stepFunctions = client(SfnClient.builder());
        lambda = client(LambdaClient.builder());
        scheduler = client(SchedulerClient.builder());
        cloudFormation = client(CloudFormationClient.builder());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(localstack.getEndpoint()).region(Region.of(localstack.getRegion()))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(localstack.getAccessKey(), localstack.getSecretKey())))
                .build();
    }

    private void deploy() throws IOException {
        s3.createBucket(b -> b.bucket("code"));
        Path zip = Path.of(System.getProperty("tabularium.root", ".."), "functions", "target", "tabularium-lambda.zip");
        String code = uploadCode(zip, "zip");
        String definition = uploadCode(Template.folder().resolve("regenerate.asl.json"), "json");
        String template = Files.readString(Template.folder().resolve("template.yaml"));
        cloudFormation.createChangeSet(b -> b.stackName(STACK).changeSetName("first").changeSetType(ChangeSetType.CREATE)
                .templateBody(template)
                .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_AUTO_EXPAND)
                .parameters(parameter("CodeBucket", "code"), parameter("CodeKey", code),
                        parameter("DefinitionKey", definition), parameter("SettleSeconds", "2"),
                        parameter("ReportTimeout", "60"), parameter("ReportConcurrency", "2"),
                        parameter("RegenerateConcurrency", "2")));
        var changes = await("the change set", Duration.ofMinutes(2), () -> Optional
                .of(cloudFormation.describeChangeSet(b -> b.stackName(STACK).changeSetName("first")))
                .filter(c -> c.statusAsString().endsWith("COMPLETE") || c.statusAsString().equals("FAILED")));
        assertThat(changes.statusAsString()).as(changes.statusReason()).isEqualTo("CREATE_COMPLETE");
        cloudFormation.executeChangeSet(b -> b.stackName(STACK).changeSetName("first"));
        Stack stack = await("the stack", Duration.ofMinutes(3), () -> {
            Stack now = cloudFormation.describeStacks(b -> b.stackName(STACK)).stacks().getFirst();
            return now.stackStatusAsString().endsWith("IN_PROGRESS") ? Optional.empty() : Optional.of(now);
        });
        assertThat(stack.stackStatusAsString())
                .as(() -> cloudFormation.describeStackEvents(b -> b.stackName(STACK)).stackEvents().toString()
                        + localstack.getLogs())
                .isEqualTo("CREATE_COMPLETE");
        stack.outputs().forEach(o -> outputs.put(o.outputKey(), o.outputValue()));
    }

    /// As infra/deploy names it: by its content.
    private String uploadCode(Path file, String extension) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String key = Sha256.of(bytes) + "." + extension;
        s3.putObject(b -> b.bucket("code").key(key), RequestBody.fromBytes(bytes));
        return key;
    }

    private static Parameter parameter(String name, String value) {
        return Parameter.builder().parameterKey(name).parameterValue(value).build();
    }

    private void stop() {
        localstack.stop();
        lambdas().forEach(container -> docker().removeContainerCmd(container.getId()).withForce(true).exec());
    }

    private static DockerClient docker() {
        return DockerClientFactory.instance().client();
    }

    /// The containers in which functions of this cloud run.
    List<Container> lambdas() {
        int equals = label.indexOf('=');
        return docker().listContainersCmd().withLabelFilter(Map.of(label.substring(0, equals), label.substring(equals + 1)))
                .exec();
    }

    String output(String name) {
        return Optional.ofNullable(outputs.get(name)).orElseThrow(() -> new IllegalArgumentException("no output " + name));
    }

    // --- studies -----------------------------------------------------------------------------------------------------

    void upload(String study, String file, byte[] bytes) {
        s3.putObject(b -> b.bucket(output("UploadsBucket")).key("studies/" + study + "/" + file), RequestBody.fromBytes(bytes));
    }

    void upload(String study, Path file) throws IOException {
        upload(study, file.getFileName().toString(), Files.readAllBytes(file));
    }

    Optional<byte[]> report(String key) {
        try {
            return Optional.of(s3.getObjectAsBytes(b -> b.bucket(output("ReportsBucket")).key(key)).asByteArray());
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    Optional<JsonNode> json(String key) {
        return report(key).map(bytes -> {
            try {
                return JSON.readTree(bytes);
            } catch (IOException e) {
                throw new AssertionError(key + " is no JSON", e);
            }
        });
    }

    /// The keys in the reports bucket that begin so.
    List<String> reportKeys(String prefix) {
        return s3.listObjectsV2Paginator(b -> b.bucket(output("ReportsBucket")).prefix(prefix)).contents().stream()
                .map(S3Object::key).toList();
    }

    /// status.json as soon as it speaks of the study's current object versions.
    JsonNode settled(String study) {
        return await("the state of " + study, PATIENCE, () -> {
            List<String> uploaded = s3
                    .listObjectVersionsPaginator(b -> b.bucket(output("UploadsBucket")).prefix("studies/" + study + "/"))
                    .versions().stream().filter(ObjectVersion::isLatest).map(ObjectVersion::versionId).sorted().toList();
            return json("studies/" + study + "/status.json")
                    .filter(status -> status.path("snapshot").findValuesAsText("versionId").stream()
                            .sorted().toList().equals(uploaded));
        });
    }

    String latestRun(String study) {
        return json("studies/" + study + "/latest.json").map(l -> l.path("run").asText()).orElse("");
    }

    /// Messages that wait, are delayed or are worked on.
    int messages(String queueUrl) {
        return sqs.getQueueAttributes(b -> b.queueUrl(queueUrl).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes().values().stream().mapToInt(Integer::parseInt).sum();
    }

    void awaitNothingLeftToDo() {
        await("an empty queue", PATIENCE, () -> messages(output("ReportQueue")) == 0 ? Optional.of(true) : Optional.empty());
    }

    /// A queue that hears what the report topic says.
    String subscribe(String name) {
        String url = sqs.createQueue(b -> b.queueName(name)).queueUrl();
        String arn = sqs.getQueueAttributes(b -> b.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN)).attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        sns.subscribe(b -> b.topicArn(output("ReportTopic")).protocol("sqs").endpoint(arn)
                .attributes(Map.of("RawMessageDelivery", "true")));
        return url;
    }

    /// Asks until there is an answer.
    <T> T await(String what, Duration patience, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(what + ": nothing after " + patience.toSeconds() + " s\n" + tail(localstack.getLogs()));
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private static String tail(String log) {
        return log.substring(Math.max(0, log.length() - 10_000));
    }
}
