package org.tabularium.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.snapshot.Sha256;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// infra/template.yaml deployed, unchanged, to [LocalStack], with the zip that was just built; one, used by all tests.
final class Deployment {

    /// A report on a busy machine, started in a cold container, takes its time.
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String CODE = "tabularium-code";
    private static final ObjectMapper JSON = new ObjectMapper();
    /// Reports at the same time; not what the template says by itself.
    static final int CONCURRENCY = 4;
    /// Of reports; fewer than the template says by itself, which is all, since hundreds are made.
    static final List<String> FORMATS = List.of("xlsx", "pdf", "csv");

    /// The sponsor of studies whose names begin with `first-`, by the grants; of those with `other-`; of others nobody is.
    static final String SPONSOR = "A Sponsor";
    static final String OTHER_SPONSOR = "Other & Sons";

    private static @Nullable Deployment only;

    final LocalStack aws;
    final String stack;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> deployed = new HashMap<>();

    /// The deployment, made for the first who asks.
    static synchronized Deployment running() throws IOException {
        LocalStack aws = LocalStack.running();
        if (only == null) {
            Deployment deployment = new Deployment(aws, "tabularium-it");
            deployment.deploy();
            only = deployment;
        }
        return only;
    }

    private Deployment(LocalStack aws, String stack) {
        this.aws = aws;
        this.stack = stack;
    }

    private void deploy() throws IOException {
        aws.s3.createBucket(b -> b.bucket(CODE));
        String code = uploadCode(Files.readAllBytes(zip()), "zip");
        String definition = uploadCode(Files.readAllBytes(Template.folder().resolve("regenerate.asl.json")), "json");
        // By its place, as infra/deploy does: it is larger than what a request may carry.
        String template = uploadCode(Files.readAllBytes(Template.folder().resolve("template.yaml")), "yaml");
        aws.cloudFormation.createChangeSet(b -> b.stackName(stack).changeSetName("first").changeSetType(ChangeSetType.CREATE)
                .templateURL("https://s3.us-east-1.amazonaws.com/" + CODE + "/" + template)
                .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_AUTO_EXPAND)
                .parameters(parameter("CodeBucket", CODE), parameter("CodeKey", code),
                        parameter("VersionKey", code.substring(0, code.indexOf('.'))), parameter("DefinitionKey", definition),
                        parameter("BucketPrefix", stack), parameter("SettleSeconds", "2"), parameter("ReportTimeout", "60"),
                        parameter("Formats", String.join(",", FORMATS)),
                        parameter("RetentionDays", "1"),
                        parameter("ReportConcurrency", Integer.toString(CONCURRENCY)),
                        parameter("RegenerateConcurrency", Integer.toString(CONCURRENCY))));
        var changes = aws.await("the change set", PATIENCE, () -> Optional
                .of(aws.cloudFormation.describeChangeSet(b -> b.stackName(stack).changeSetName("first")))
                .filter(c -> c.statusAsString().endsWith("COMPLETE") || c.statusAsString().equals("FAILED")));
        assertThat(changes.statusAsString()).as(changes.statusReason()).isEqualTo("CREATE_COMPLETE");
        aws.cloudFormation.executeChangeSet(b -> b.stackName(stack).changeSetName("first"));
        Stack made = aws.await("the stack", PATIENCE, () -> {
            Stack now = aws.cloudFormation.describeStacks(b -> b.stackName(stack)).stacks().getFirst();
            return now.stackStatusAsString().endsWith("IN_PROGRESS") ? Optional.empty() : Optional.of(now);
        });
        assertThat(made.stackStatusAsString())
                .as(() -> aws.cloudFormation.describeStackEvents(b -> b.stackName(stack)).stackEvents() + aws.log())
                .isEqualTo("CREATE_COMPLETE");
        aws.cloudFormation.listStackResourcesPaginator(b -> b.stackName(stack)).stackResourceSummaries()
                .forEach(r -> names.put(r.logicalResourceId(), r.physicalResourceId()));
        made.outputs().forEach(o -> names.put(o.outputKey(), o.outputValue()));
        deployed.putAll(inUse());
        grant();
    }

    /// Before a function reads who may see what, which then counts for a minute.
    private void grant() {
        String access = """
                {"version": 1, "grants": [
                  {"claim": "groups", "value": "writers", "sponsor": "%1$s", "studies": ["first-*"], "roles": ["reader"], "editions": ["full"]},
                  {"claim": "groups", "value": "sponsors", "sponsor": "%1$s", "studies": ["first-*"], "roles": ["uploader", "reader"],
                   "editions": ["full"]},
                  {"claim": "groups", "value": "others", "sponsor": "%2$s", "studies": ["other-*"], "roles": ["reader"], "editions": ["full"]}]}
                """.formatted(SPONSOR, OTHER_SPONSOR);
        aws.s3.putObject(b -> b.bucket(output("ReportsBucket")).key("access/access.json"), RequestBody.fromString(access));
    }

    static Path zip() {
        return CommandLine.root().resolve("functions/target/tabularium-lambda.zip");
    }

    /// Puts it where infra/deploy would, named by its content.
    ///
    /// @return its key in the bucket for code
    private String uploadCode(byte[] bytes, String extension) {
        String key = Sha256.of(bytes) + "." + extension;
        aws.s3.putObject(b -> b.bucket(CODE).key(key), RequestBody.fromBytes(bytes));
        return key;
    }

    private static Parameter parameter(String name, String value) {
        return Parameter.builder().parameterKey(name).parameterValue(value).build();
    }

    /// An output of the stack; where it has none of that name, the resource of that name in the template.
    String output(String name) {
        return Optional.ofNullable(names.get(name)).orElseThrow(() -> new IllegalArgumentException("the stack has no " + name));
    }

    /// The template's names of all functions.
    List<String> functions() {
        return aws.cloudFormation.listStackResourcesPaginator(b -> b.stackName(stack)).stackResourceSummaries().stream()
                .filter(r -> r.resourceType().equals("AWS::Lambda::Function")).map(StackResourceSummary::logicalResourceId)
                .sorted()
                .toList();
    }

    // --- functions ---------------------------------------------------------------------------------------------------

    /// Gives a function other code, as an update of the stack does: a new version behind the alias. (LocalStack cannot update a
    /// stack with aliases.)
    ///
    /// @param function name of the output that has the function's name
    /// @return the version that was behind the alias before
    String replaceCode(String function, byte[] zip) {
        String name = output(function);
        String before = version(function);
        String key = uploadCode(zip, "zip");
        setLatest(function, variablesOf(name, before));
        awaitUpdated(name);
        aws.lambda.updateFunctionCode(b -> b.functionName(name).s3Bucket(CODE).s3Key(key));
        publish(function);
        return before;
    }

    /// Puts a new version of the report function with the same code behind the alias, which makes all formats and has no warm
    /// containers yet.
    ///
    /// @return the version that was behind the alias before
    String makeAllFormats() {
        String before = version("ReportFunction");
        setVariables("ReportFunction", Map.of("REPORT_FORMATS", "", "FRESH", UUID.randomUUID().toString()));
        return before;
    }

    /// Puts back a version that was behind the alias, and its variables: the next version begins with them.
    void putBack(String function, String version) {
        useVersion(function, version);
        setLatest(function, variablesOf(output(function), version));
    }

    private Map<String, String> variablesOf(String name, String version) {
        return aws.lambda.getFunctionConfiguration(b -> b.functionName(name).qualifier(version)).environment().variables();
    }

    /// Gives a function other environment variables beside those it has, and puts that version behind the alias.
    void setVariables(String function, Map<String, String> variables) {
        setLatest(function, variables);
        publish(function);
    }

    private void setLatest(String function, Map<String, String> variables) {
        String name = output(function);
        awaitUpdated(name);
        Map<String, String> all = new HashMap<>(
                aws.lambda.getFunctionConfiguration(b -> b.functionName(name)).environment().variables());
        all.putAll(variables);
        aws.lambda.updateFunctionConfiguration(b -> b.functionName(name).environment(e -> e.variables(all)));
    }

    /// Publishes a version of each function, as a deployment does; none is used yet.
    ///
    /// @param key the deployment's
    /// @param before the key of what is in use
    /// @return the versions by function
    Map<String, String> publishAll(String key, String before) {
        return functions().parallelStream().collect(Collectors.toMap(function -> function, function -> {
            setLatest(function, Map.of("VERSION_KEY", key, "BEFORE_KEY", before));
            return published(function);
        }));
    }

    void use(Map<String, String> versions) {
        versions.forEach(this::useVersion);
    }

    /// The version in use of each function.
    Map<String, String> inUse() {
        return functions().stream().collect(Collectors.toMap(function -> function, this::version));
    }

    /// Puts back what the stack was made with: other tests leave other versions.
    void useWhatWasDeployed() {
        use(deployed);
    }

    private String publish(String function) {
        String version = published(function);
        useVersion(function, version);
        return version;
    }

    private String published(String function) {
        String name = output(function);
        awaitUpdated(name);
        String version = aws.lambda.publishVersion(b -> b.functionName(name)).version();
        aws.awaitThat("the new version", PATIENCE, () -> aws.lambda
                .getFunctionConfiguration(b -> b.functionName(name).qualifier(version)).stateAsString().equals("Active"));
        return version;
    }

    /// A function is not changed while an update of it, somebody else's too, is under way.
    private void awaitUpdated(String name) {
        aws.awaitThat("the update", PATIENCE, () -> aws.lambda.getFunctionConfiguration(b -> b.functionName(name))
                .lastUpdateStatusAsString().equals("Successful"));
    }

    void useVersion(String function, String version) {
        aws.lambda.updateAlias(b -> b.functionName(output(function)).name("live").functionVersion(version));
    }

    String version(String function) {
        return aws.lambda.getAlias(b -> b.functionName(output(function)).name("live")).functionVersion();
    }

    /// What brings messages to a function.
    List<EventSourceMappingConfiguration> mappings(String function) {
        return aws.lambda.listEventSourceMappings(b -> {}).eventSourceMappings().stream()
                .filter(m -> m.functionArn().contains(":function:" + output(function) + ":"))
                .toList();
    }

    /// Starts or stops bringing messages to a function; it stops once what is under way is done.
    void setEnabled(String function, boolean enabled) {
        for (EventSourceMappingConfiguration mapping : mappings(function)) {
            aws.lambda.updateEventSourceMapping(b -> b.uuid(mapping.uuid()).enabled(enabled));
            aws.awaitThat("the mapping's new state", PATIENCE,
                    () -> aws.lambda.getEventSourceMapping(b -> b.uuid(mapping.uuid())).state()
                            .equals(enabled ? "Enabled" : "Disabled"));
        }
    }

    /// Runs the state machine as the schedule would start it.
    void regenerate() {
        String execution = aws.stepFunctions
                .startExecution(b -> b.stateMachineArn(output("RegenerateStateMachine")).input("{}")).executionArn();
        DescribeExecutionResponse ended = aws.await("the regeneration", PATIENCE.multipliedBy(2), () -> Optional
                .of(aws.stepFunctions.describeExecution(b -> b.executionArn(execution)))
                .filter(e -> !e.statusAsString().equals("RUNNING")));
        assertThat(ended.statusAsString()).as(() -> ended.error() + " " + ended.cause()).isEqualTo("SUCCEEDED");
    }

    /// The log group into which LocalStack writes what the report function says; it does not heed the template's.
    String reportLog() {
        return "/aws/lambda/" + output("ReportFunction");
    }

    // --- studies -----------------------------------------------------------------------------------------------------

    void upload(String study, String file, byte[] bytes) {
        aws.s3.putObject(b -> b.bucket(output("UploadsBucket")).key("studies/" + study + "/" + file),
                RequestBody.fromBytes(bytes));
    }

    void upload(String study, Path file) throws IOException {
        upload(study, file.getFileName().toString(), Files.readAllBytes(file));
    }

    /// The study's current objects as the sponsor left them, in a folder of the study's name.
    Path download(String study, Path into) throws IOException {
        Path folder = Files.createDirectories(into.resolve(study));
        String prefix = "studies/" + study + "/";
        for (S3Object object : aws.s3.listObjectsV2Paginator(b -> b.bucket(output("UploadsBucket")).prefix(prefix)).contents()) {
            Files.write(folder.resolve(object.key().substring(prefix.length())),
                    aws.s3.getObjectAsBytes(b -> b.bucket(output("UploadsBucket")).key(object.key())).asByteArrayUnsafe());
        }
        return folder;
    }

    Optional<byte[]> report(String key) {
        try {
            return Optional.of(aws.s3.getObjectAsBytes(b -> b.bucket(output("ReportsBucket")).key(key)).asByteArray());
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
        return aws.s3.listObjectsV2Paginator(b -> b.bucket(output("ReportsBucket")).prefix(prefix)).contents().stream()
                .map(S3Object::key).toList();
    }

    Optional<JsonNode> status(String study) {
        return json("studies/" + study + "/status.json");
    }

    /// status.json as soon as it speaks of the study's current object versions.
    JsonNode settled(String study) {
        return aws.await("the state of " + study, PATIENCE, () -> {
            List<String> uploaded = aws.s3
                    .listObjectVersionsPaginator(b -> b.bucket(output("UploadsBucket")).prefix("studies/" + study + "/"))
                    .versions().stream().filter(ObjectVersion::isLatest).map(ObjectVersion::versionId).sorted().toList();
            return status(study).filter(status -> status.path("snapshot").findValuesAsText("versionId").stream()
                    .sorted().toList().equals(uploaded));
        });
    }

    String latestRun(String study) {
        return json("studies/" + study + "/latest.json").map(l -> l.path("run").asText()).orElse("");
    }

    // --- messages ----------------------------------------------------------------------------------------------------

    /// Messages that wait, are delayed or are worked on.
    ///
    /// @param queue name of the output that has its address
    int messages(String queue) {
        return count(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    /// Messages that are worked on.
    int messagesAtWork(String queue) {
        return count(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    private int count(String queue, QueueAttributeName... attributes) {
        return aws.sqs.getQueueAttributes(b -> b.queueUrl(output(queue)).attributeNames(attributes))
                .attributes().values().stream().mapToInt(Integer::parseInt).sum();
    }

    void awaitNothingLeftToDo() {
        aws.awaitThat("an empty queue", PATIENCE, () -> messages("ReportQueue") == 0);
    }

    String queueArn(String queueUrl) {
        return aws.sqs.getQueueAttributes(b -> b.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN)).attributes()
                .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
    }

    /// A queue that hears what the report topic says.
    Mailbox subscribe() {
        Mailbox mailbox = mailbox();
        aws.sns.subscribe(b -> b.topicArn(output("ReportTopic")).protocol("sqs").endpoint(mailbox.arn())
                .attributes(Map.of("RawMessageDelivery", "true")));
        return mailbox;
    }

    void hearAlarms() {
        aws.sns.subscribe(b -> b.topicArn(output("AlarmTopic")).protocol("sqs").endpoint(mailbox().arn()));
    }

    /// A queue that hears nothing yet.
    Mailbox mailbox() {
        String url = aws.sqs.createQueue(b -> b.queueName("notices-" + System.nanoTime())).queueUrl();
        return new Mailbox(aws, url, queueArn(url));
    }
}
