package org.tabularium.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// LocalStack in a container: one for all tests, ended with the JVM. `-Dtabularium.cloud` says what is wanted:
///
/// - `optional`, the default: tests that need it are skipped, and the reason is printed, where Docker or an image is not there;
/// - `required`: they fail then;
/// - `off`: they are skipped.
public final class LocalStack {

    private static final String IMAGE = "localstack/localstack:4.14.0";
    private static final String FUNCTION_IMAGE = "public.ecr.aws/lambda/java:25";
    /// Of the container and of those that it starts: their [Owner]. What a killed run left behind is removed by the next.
    private static final String LABEL = "org.tabularium.test";
    private static final String WATCH = "notice_dead_functions.py";

    private static @Nullable LocalStack only;
    private static boolean told;

    private final String owner = Owner.self().label();
    private final LocalStackContainer container;
    private final Invocations invocations = new Invocations();
    final CloudFormationClient cloudFormation;
    final LambdaClient lambda;
    final CloudWatchLogsClient logs;
    final S3Client s3;
    final SchedulerClient scheduler;
    final SfnClient stepFunctions;
    final SnsClient sns;
    final SqsClient sqs;

    /// The one LocalStack, started by the first who asks.
    public static synchronized LocalStack running() {
        if (only == null) {
            require(System.getProperty("tabularium.cloud", "optional"));
            removeWhatWasLeftBehind();
            only = new LocalStack();
        }
        return only;
    }

    private static void require(String wanted) {
        assertThat(wanted).as("-Dtabularium.cloud").isIn("optional", "required", "off");
        Optional<String> missing = wanted.equals("off") ? Optional.of("-Dtabularium.cloud=off says so") : missing();
        missing.ifPresent(why -> {
            String text = "the tests against LocalStack are skipped: " + why;
            if (!told) {
                told = true;
                System.out.println("[WARNING] " + text);
            }
            assertThat(wanted).as(text).isNotEqualTo("required");
            assumeTrue(false, text);
        });
    }

    private static Optional<String> missing() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("Docker is not running here; infra/local/ready starts it");
        }
        return List.of(IMAGE, FUNCTION_IMAGE).stream().filter(image -> !isThere(image)).findFirst()
                .map(image -> "Docker has no image " + image + "; infra/local/ready pulls or builds it");
    }

    private static boolean isThere(String image) {
        try {
            docker().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static void removeWhatWasLeftBehind() {
        docker().listContainersCmd().withShowAll(true).withLabelFilter(List.of(LABEL)).exec().stream()
                .filter(c -> Owner.of(c.getLabels().getOrDefault(LABEL, "")).filter(Owner::hasEnded).isPresent())
                .forEach(LocalStack::remove);
    }

    private static void remove(Container container) {
        try {
            docker().removeContainerCmd(container.getId()).withForce(true).withRemoveVolumes(true).exec();
        } catch (NotFoundException | ConflictException e) {
            // It is being removed.
        }
    }

    private LocalStack() {
        container = new LocalStackContainer(DockerImageName.parse(IMAGE))
                .withLabel(LABEL, owner)
                .withLogConsumer(invocations)
                .withEnv("LAMBDA_REMOVE_CONTAINERS", "1")
                .withEnv("LAMBDA_KEEPALIVE_MS", "120000")
                // Seconds for a function's start, of which several go on at once on a machine that may be busy.
                .withEnv("LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT", "90")
                .withEnv("LAMBDA_DOCKER_FLAGS", "--label " + LABEL + "=" + owner)
                .withCopyFileToContainer(MountableFile.forClasspathResource("org/tabularium/cloud/" + WATCH),
                        "/etc/localstack/init/start.d/" + WATCH);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        container.start();
        cloudFormation = client(CloudFormationClient.builder());
        lambda = client(LambdaClient.builder());
        logs = client(CloudWatchLogsClient.builder());
        s3 = client(S3Client.builder().forcePathStyle(true));
        scheduler = client(SchedulerClient.builder());
        stepFunctions = client(SfnClient.builder());
        sns = client(SnsClient.builder());
        sqs = client(SqsClient.builder());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(container.getEndpoint()).region(Region.of(container.getRegion()))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey())))
                .build();
    }

    /// What the AWS CLI has to know to come here.
    Map<String, String> environment() {
        return Map.of("AWS_ENDPOINT_URL", container.getEndpoint().toString(), "AWS_REGION", container.getRegion(),
                "AWS_DEFAULT_REGION", container.getRegion(), "AWS_ACCESS_KEY_ID", container.getAccessKey(),
                "AWS_SECRET_ACCESS_KEY", container.getSecretKey());
    }

    String endpoint() {
        return container.getEndpoint().toString();
    }

    /// The address under which functions find this machine.
    String hostForFunctions() {
        return String.valueOf(docker().inspectNetworkCmd().withNetworkId("bridge").exec().getIpam().getConfig().getFirst()
                .getGateway());
    }

    private void stop() {
        container.stop();
        functions("").forEach(LocalStack::remove);
    }

    private static DockerClient docker() {
        return DockerClientFactory.instance().client();
    }

    public S3Client s3() {
        return s3;
    }

    public SqsClient sqs() {
        return sqs;
    }

    /// A new bucket with versioning.
    ///
    /// @param name of a kind; a number follows
    public String bucket(String name) {
        String bucket = name + "-" + UUID.randomUUID();
        s3.createBucket(b -> b.bucket(bucket));
        s3.putBucketVersioning(b -> b.bucket(bucket).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        return bucket;
    }

    /// The containers in which a function runs or ran, oldest first.
    ///
    /// @param function its name; empty for all functions
    List<Container> functions(String function) {
        String part = "-lambda-" + function.toLowerCase(Locale.ROOT);
        return docker().listContainersCmd().withShowAll(true).withLabelFilter(Map.of(LABEL, owner)).exec().stream()
                .filter(c -> Arrays.stream(c.getNames()).anyMatch(name -> name.contains(part)))
                .sorted(Comparator.comparing(Container::getCreated))
                .toList();
    }

    /// The containers in which a function works on an invocation, the one that has worked longest first.
    ///
    /// @param function its name
    List<Container> atWork(String function) {
        List<Container> running = functions(function).stream().filter(c -> c.getState().equals("running")).toList();
        return invocations.atWork().stream()
                .flatMap(name -> running.stream().filter(c -> Arrays.asList(c.getNames()).contains("/" + name)))
                .toList();
    }

    void kill(Container function) {
        try {
            docker().killContainerCmd(function.getId()).exec();
        } catch (NotFoundException | ConflictException e) {
            // It ended by itself.
        }
    }

    /// How many functions were killed so far while they worked on an invocation.
    int killedAtWork() {
        return invocations.killedAtWork();
    }

    String log() {
        return container.getLogs();
    }

    /// Asks until there is an answer.
    public <T> T await(String what, Duration patience, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > end) {
                String log = log();
                throw new AssertionError(what + ": nothing after " + patience.toSeconds() + " s\n"
                        + log.substring(Math.max(0, log.length() - 10_000)));
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /// Waits until it is so.
    public void awaitThat(String what, Duration patience, Supplier<Boolean> question) {
        await(what, patience, () -> question.get() ? Optional.of(true) : Optional.empty());
    }
}
