package org.tabularium.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabularium.cloud.Template.at;
import static org.tabularium.cloud.Template.list;
import static org.tabularium.cloud.Template.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// What infra/template.yaml promises, and its roles' policies simulated. LocalStack enforces no policy, so this is where they are
/// tested.
@Shows({Requirement.LEAST_PRIVILEGE, Requirement.CHANGE_CONTROL})
class TemplateTest {
    private static final String UPLOADS = "arn:aws:s3:::tabularium-uploads-123456789012-eu-central-1";
    private static final String REPORTS = "arn:aws:s3:::tabularium-reports-123456789012-eu-central-1";
    private static final Set<String> ROLES = Set.of("ReportFunctionRole", "StudyReportFunctionRole", "ListStudiesFunctionRole",
            "CatalogFunctionRole", "DeadLetterFunctionRole", "RegenerateRole", "ScheduleRole", "PortalFunctionRole",
            "PortalAuthorizerRole");
    /// For people with AWS credentials.
    private static final Set<String> PEOPLE = Set.of("UploaderRole", "ReaderRole", "AuditorRole", "OperatorRole");

    private static final Map<String, String> KN = Map.of("aws:PrincipalTag/studies", "KN-");

    private final Template template;

    TemplateTest() throws IOException {
        template = Template.read();
    }

    private Policies policies(String role) {
        return Policies.ofRole(template, role);
    }

    @Test
    void everyRoleIsSimulated() {
        assertThat(template.resources("AWS::IAM::Role").keySet())
                .isEqualTo(Stream.concat(ROLES.stream(), PEOPLE.stream()).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ReportFunctionRole", "StudyReportFunctionRole"})
    void reportFunctionsMayDoWhatTheProtocolNeeds(String role) {
        Policies policies = policies(role);
        assertThat(policies.allows("s3:ListBucket", UPLOADS, Map.of("s3:prefix", "studies/SA-OR088/"))).isTrue();
        assertThat(policies.allows("s3:ListBucketVersions", UPLOADS, Map.of("s3:prefix", "studies/SA-OR088/"))).isTrue();
        assertThat(policies.allows("s3:GetObject", UPLOADS + "/studies/SA-OR088/adsl.xpt")).isTrue();
        assertThat(policies.allows("s3:GetObjectVersion", UPLOADS + "/studies/SA-OR088/templates/x.yaml")).isTrue();
        assertThat(policies.allows("s3:GetObject", REPORTS + "/studies/SA-OR088/latest.json")).isTrue();
        assertThat(policies.allows("s3:PutObject", REPORTS + "/studies/SA-OR088/runs/0123/report.pdf")).isTrue();
        assertThat(policies.allows("sns:Publish", "arn:aws:ReportTopic")).isTrue();
        assertThat(policies.allows("kms:Decrypt", "arn:aws:Key.Arn")).isTrue();
        assertThat(policies.allows("kms:GenerateDataKey", "arn:aws:Key.Arn")).isTrue();
        assertThat(policies.allows("s3:ListBucket", REPORTS)).as("an absent object is 404, not 403").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3:PutObject", "s3:PutObjectAcl", "s3:PutObjectTagging", "s3:PutBucketPolicy",
        "s3:PutBucketNotification"})
    void nobodyWritesToTheUploads(String action) {
        for (String role : ROLES) {
            assertThat(policies(role).allows(action, UPLOADS)).as(role).isFalse();
            assertThat(policies(role).allows(action, UPLOADS + "/studies/SA-OR088/adsl.xpt")).as(role).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3:DeleteObject", "s3:DeleteObjectVersion", "s3:DeleteBucket", "s3:PutLifecycleConfiguration",
        "s3:PutBucketVersioning", "kms:ScheduleKeyDeletion"})
    void nobodyDeletes(String action) {
        for (String role : ROLES) {
            for (String resource : List.of(UPLOADS, REPORTS, "arn:aws:Key.Arn", UPLOADS + "/studies/A/adsl.xpt",
                    REPORTS + "/studies/A/latest.json",
                    REPORTS + "/catalog/entries/A.json")) {
                assertThat(policies(role).allows(action, resource)).as(role + " " + resource).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"/adsl.xpt", "/other/SA-OR088/adsl.xpt", "/studies", "/studiesX/a", "/catalog.json", "/index.html",
        "/regenerations/x"})
    void reportFunctionsTouchNothingOutsideStudies(String key) {
        for (String role : List.of("ReportFunctionRole", "StudyReportFunctionRole")) {
            for (String bucket : List.of(UPLOADS, REPORTS, "arn:aws:s3:::somebody-elses")) {
                for (String action : List.of("s3:GetObject", "s3:GetObjectVersion", "s3:PutObject")) {
                    assertThat(policies(role).allows(action, bucket + key)).as(role + " " + action + " " + bucket).isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other/", "studie"})
    void reportFunctionsListOnlyStudies(String prefix) {
        for (String bucket : List.of(UPLOADS, REPORTS, "arn:aws:s3:::somebody-elses")) {
            assertThat(policies("ReportFunctionRole").allows("s3:ListBucket", bucket, Map.of("s3:prefix", prefix))).isFalse();
            assertThat(policies("ReportFunctionRole").allows("s3:ListBucketVersions", bucket, Map.of("s3:prefix", prefix)))
                    .isFalse();
        }
        assertThat(policies("ReportFunctionRole").allows("s3:ListBucket", UPLOADS)).isFalse();
    }

    @Test
    void catalogFunctionWritesTheCatalogueOnly() {
        Policies policies = policies("CatalogFunctionRole");
        assertThat(policies.allows("s3:PutObject", REPORTS + "/catalog/entries/A.json")).isTrue();
        assertThat(policies.allows("s3:PutObject", REPORTS + "/catalog/by-day/20261129/A")).isTrue();
        assertThat(policies.allows("s3:GetObject", REPORTS + "/studies/A/status.json")).isTrue();
        assertThat(policies.allows("s3:GetObject", REPORTS + "/studies/A/runs/0123/report.pdf")).isFalse();
        assertThat(policies.allows("s3:PutObject", REPORTS + "/studies/A/status.json")).isFalse();
        assertThat(policies.allows("s3:GetObject", UPLOADS + "/studies/A/adsl.xpt")).isFalse();
    }

    @Test
    void deadLetterFunctionWritesOnlyTheState() {
        Policies policies = policies("DeadLetterFunctionRole");
        assertThat(policies.allows("s3:PutObject", REPORTS + "/studies/A/status.json")).isTrue();
        assertThat(policies.allows("s3:PutObject", REPORTS + "/studies/A/latest.json")).isFalse();
        assertThat(policies.allows("s3:PutObject", REPORTS + "/studies/A/runs/0123/manifest.json")).isFalse();
        assertThat(policies.allows("s3:GetObject", UPLOADS + "/studies/A/adsl.xpt")).isFalse();
    }

    @Test
    void portalReadsReportsAndWritesHistoryAndNothingElse() {
        Policies policies = policies("PortalFunctionRole");
        assertThat(policies.allows("s3:GetObjectVersion", REPORTS + "/studies/A/runs/0123/report.pdf")).isTrue();
        assertThat(policies.allows("s3:GetObject", REPORTS + "/access/access.json")).isTrue();
        assertThat(policies.allows("s3:ListBucket", REPORTS, Map.of("s3:prefix", "catalog/by-day/"))).isTrue();
        assertThat(policies.allows("s3:PutObject", REPORTS + "/studies/A/history/x.json")).isTrue();
        assertThat(policies.allows("s3:PutObject", REPORTS + "/sign-ins/x")).isTrue();
        for (String key : List.of("/studies/A/status.json", "/studies/A/latest.json", "/studies/A/runs/0123/manifest.json",
                "/access/access.json",
                "/catalog/entries/A.json")) {
            assertThat(policies.allows("s3:PutObject", REPORTS + key)).as(key).isFalse();
        }
        assertThat(policies.allows("s3:GetObject", UPLOADS + "/studies/A/adsl.xpt")).isFalse();
        assertThat(policies.allows("s3:PutObject", UPLOADS + "/studies/A/adsl.xpt", Map.of("s3:authType", "REST-QUERY-STRING")))
                .as("by a link").isTrue();
        assertThat(policies.allows("s3:PutObject", UPLOADS + "/studies/A/adsl.xpt", Map.of("s3:authType", "REST-HEADER")))
                .isFalse();
        assertThat(policies("PortalAuthorizerRole").allows("s3:GetObject", REPORTS + "/studies/A/status.json")).isFalse();
    }

    @Test
    void onlyTheOperatorGivesAccess() {
        for (String role : ROLES) {
            assertThat(policies(role).allows("s3:PutObject", REPORTS + "/access/access.json")).as(role).isFalse();
        }
        for (String role : PEOPLE) {
            assertThat(policies(role).allows("s3:PutObject", REPORTS + "/access/access.json", KN)).as(role)
                    .isEqualTo(role.equals("OperatorRole"));
        }
        assertThat(statement("ReportsBucketPolicy", "AccessIsTheOperators").toString()).contains("Deny", "ArnNotEquals",
                "OperatorRole.Arn",
                "s3:PutObject");
    }

    /// By the buckets' and the key's own policies: a sponsor's account reaches the studies that begin with its number, and none
    /// without one.
    @Test
    void sponsorsOwnAccountEndsAtItsStudies() {
        Map<String, String> sponsor = Map.of("aws:PrincipalAccount", "210987654321", "kms:ViaService",
                "s3.eu-central-1.amazonaws.com");
        Policies uploads = Policies.ofSponsors(template, at(template.properties("UploadsBucketPolicy"), "PolicyDocument"));
        Policies reports = Policies.ofSponsors(template, at(template.properties("ReportsBucketPolicy"), "PolicyDocument"));
        Policies key = Policies.ofSponsors(template, at(template.properties("Key"), "KeyPolicy"));

        assertThat(uploads.allows("s3:PutObject", UPLOADS + "/studies/210987654321-KN1/adsl.xpt", sponsor)).isTrue();
        assertThat(reports.allows("s3:GetObject", REPORTS + "/studies/210987654321-KN1/runs/01/report.pdf", sponsor)).isTrue();
        assertThat(key.allows("kms:GenerateDataKey", "any", sponsor)).isTrue();
        assertThat(key.allows("kms:Decrypt", "any", Map.of("aws:PrincipalAccount", "210987654321"))).as("past S3").isFalse();
        assertThat(key.allows("kms:PutKeyPolicy", "any", sponsor)).isFalse();
        for (String study : List.of("KN1", "2109876543210-KN1", "110987654321-KN1")) {
            assertThat(uploads.allows("s3:PutObject", UPLOADS + "/studies/" + study + "/adsl.xpt", sponsor)).isFalse();
            assertThat(reports.allows("s3:GetObject", REPORTS + "/studies/" + study + "/latest.json", sponsor)).isFalse();
        }
        for (String action : List.of("s3:GetObject", "s3:DeleteObject")) {
            assertThat(uploads.allows(action, UPLOADS + "/studies/210987654321-KN1/adsl.xpt", sponsor)).isFalse();
        }
        assertThat(reports.allows("s3:PutObject", REPORTS + "/studies/210987654321-KN1/latest.json", sponsor)).isFalse();
    }

    /// People see the studies whose names begin with their session's tag, and those without a tag see none.
    @Test
    void peoplesRolesEndAtTheirStudies() {
        for (String own : List.of("/studies/KN-1/status.json", "/studies/KN-2/runs/0123/report.pdf")) {
            assertThat(policies("ReaderRole").allows("s3:GetObject", REPORTS + own, KN)).as(own).isTrue();
            assertThat(policies("ReaderRole").allows("s3:GetObject", REPORTS + own)).as(own).isFalse();
            assertThat(policies("AuditorRole").allows("s3:GetObject", REPORTS + own, KN)).as(own).isTrue();
        }
        assertThat(policies("UploaderRole").allows("s3:PutObject", UPLOADS + "/studies/KN-1/adsl.xpt", KN)).isTrue();
        assertThat(policies("UploaderRole").allows("s3:GetObject", REPORTS + "/studies/KN-1/status.json", KN)).isTrue();
        assertThat(policies("UploaderRole").allows("s3:GetObject", REPORTS + "/studies/KN-1/runs/0123/report.pdf", KN)).isFalse();
        assertThat(policies("UploaderRole").allows("s3:GetObject", UPLOADS + "/studies/KN-1/adsl.xpt", KN)).isFalse();
        for (String role : List.of("UploaderRole", "ReaderRole", "AuditorRole")) {
            for (String action : List.of("s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:DeleteObject")) {
                for (String bucket : List.of(UPLOADS, REPORTS)) {
                    for (String key : List.of("/studies/SA-1/adsl.xpt", "/studies/SA-1/status.json", "/catalog/entries/KN-1.json",
                            "/access/access.json")) {
                        assertThat(policies(role).allows(action, bucket + key, KN)).as(role + action + key).isFalse();
                    }
                    assertThat(policies(role).allows("s3:ListBucket", bucket,
                            Map.of("aws:PrincipalTag/studies", "KN-", "s3:prefix", "studies/SA")))
                            .isFalse();
                }
            }
            assertThat(policies(role).allows("s3:DeleteObject", REPORTS + "/studies/KN-1/status.json", KN)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UploadsBucket", "ReportsBucket"})
    void bucketHoldsWhatTheCodePromises(String id) {
        assertThat(statement(id + "Policy", "OnlyThisKey").toString()).contains("Effect=Deny",
                "s3:x-amz-server-side-encryption-aws-kms-key-id", "Key.Arn");
        assertThat(statement(id + "Policy", "NoKeyOfTheSenders").toString()).contains("Effect=Deny", "customer-algorithm=false");
        assertThat(statement(id + "Policy", "LinksLiveAMinute").toString()).contains("Effect=Deny", "s3:signatureAge=60000",
                "REST-QUERY-STRING");
    }

    @Test
    void runsAndHistoryAreWrittenOnce() {
        assertThat(statement("ReportsBucketPolicy", "WrittenOnce").toString()).contains("Effect=Deny", "s3:if-none-match=true",
                "s3:ObjectCreationOperation=true", "/studies/*/runs/*", "/studies/*/history/*");
        assertThat(template.properties("ReportsBucket")).containsEntry("ObjectLockEnabled", "true")
                .doesNotContainKey("ObjectLockConfiguration");
    }

    private Object statement(String policy, String sid) {
        return list(at(template.properties(policy), "PolicyDocument", "Statement")).stream()
                .filter(s -> sid.equals(map(s).get("Sid"))).findFirst()
                .orElseThrow();
    }

    @Test
    void everyPageButSignInAsksTheAuthorizer() {
        Set<String> open = new TreeSet<>();
        template.resources("AWS::ApiGateway::Method").forEach((id, method) -> {
            if (at(method, "AuthorizationType").equals("NONE")) {
                open.add(id);
            } else {
                // Everywhere but in LocalStack, whose account no account of AWS is.
                assertThat(list(at(method, "AuthorizationType", "If"))).containsExactly("IsLocalStack", "NONE", "CUSTOM");
                assertThat(at(list(at(method, "AuthorizerId", "If")).getLast(), "Ref")).isEqualTo("PortalApiAuthorizer");
            }
        });
        assertThat(open).containsExactly("PortalCallback", "PortalLogin");
        assertThat(String.valueOf(template.section("Conditions").get("IsLocalStack"))).contains("AWS::AccountId")
                .contains("000000000000");
        Map<String, Object> authorizer = template.properties("PortalApiAuthorizer");
        assertThat(authorizer).containsEntry("AuthorizerResultTtlInSeconds", "0").containsEntry("Type", "REQUEST");
        for (String id : List.of("PortalSignsIn", "PortalDenied")) {
            assertThat(template.properties(id)).containsEntry("StatusCode", "302");
            assertThat(template.text(at(template.properties(id), "ResponseParameters", "gatewayresponse.header.Location")))
                    .endsWith("/portal/login'");
        }
        template.resources("AWS::ApiGateway::GatewayResponse").forEach((id, response) -> assertThat(
                at(response, "ResponseParameters", "gatewayresponse.header.Strict-Transport-Security").toString())
                .contains("max-age=63072000"));
        for (Object setting : list(at(template.properties("PortalStage"), "MethodSettings"))) {
            assertThat(map(setting)).containsKeys("ThrottlingRateLimit", "ThrottlingBurstLimit");
        }
    }

    @Test
    void noPolicyAllowsAWildcardAction() {
        for (String role : ROLES) {
            for (Map<String, Object> statement : policies(role).statements()) {
                assertThat(list(at(statement, "Action"))).as(role).noneMatch(action -> ((String) action).contains("*"));
            }
        }
    }

    /// X-Ray and log deliveries know no resources; nothing else may ask for all.
    @Test
    void onlyWhatHasNoResourcesMayTouchAllOfThem() {
        Set<String> all = new TreeSet<>();
        for (String role : ROLES) {
            for (Map<String, Object> statement : policies(role).statements()) {
                if (list(at(statement, "Resource")).stream().map(template::text).anyMatch("*"::equals)) {
                    list(at(statement, "Action")).forEach(action -> all.add(((String) action).split(":", 2)[0]));
                }
            }
        }
        assertThat(all).containsExactlyInAnyOrder("logs", "xray");
    }

    @Test
    void keyPolicyNamesEveryAction() {
        for (Object item : list(at(template.properties("Key"), "KeyPolicy", "Statement"))) {
            Object statement = map(item).containsKey("If") ? list(at(item, "If")).get(1) : item;
            assertThat(list(at(statement, "Action"))).noneMatch(action -> ((String) action).contains("*"));
            assertThat(at(statement, "Principal")).isNotEqualTo("*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UploadsBucket", "ReportsBucket"})
    void bucketsAreVersionedEncryptedAndClosed(String id) {
        Map<String, Object> bucket = template.properties(id);
        assertThat(at(bucket, "VersioningConfiguration", "Status")).isEqualTo("Enabled");
        assertThat(map(at(bucket, "PublicAccessBlockConfiguration"))).hasSize(4)
                .allSatisfy((name, value) -> assertThat(value).isEqualTo("true"));
        Object encryption = list(at(bucket, "BucketEncryption", "ServerSideEncryptionConfiguration")).getFirst();
        assertThat(at(encryption, "ServerSideEncryptionByDefault", "SSEAlgorithm")).isEqualTo("aws:kms");
        assertThat(at(encryption, "BucketKeyEnabled")).isEqualTo("true");
        assertThat(list(at(bucket, "LifecycleConfiguration", "Rules"))).isNotEmpty();
        Object deny = list(at(template.properties(id + "Policy"), "PolicyDocument", "Statement")).getFirst();
        assertThat(at(deny, "Effect")).isEqualTo("Deny");
        assertThat(at(deny, "Condition", "Bool", "aws:SecureTransport")).isEqualTo("false");
        assertThat(list(at(deny, "Resource")).stream().map(template::text)).hasSize(2)
                .allMatch(arn -> arn.startsWith(id.equals("UploadsBucket") ? UPLOADS : REPORTS));
        assertThat(at(template.section("Resources"), id, "DeletionPolicy")).as("data outlive the stack").isEqualTo("Retain");
    }

    @Test
    void messageStaysHiddenSixTimesAsLongAsItsFunctionMayTake() {
        Map<String, Object> timeouts = map(at(template.section("Parameters"), "ReportTimeout"));
        for (Object timeout : list(at(timeouts, "AllowedValues"))) {
            String hidden = (String) at(template.section("Mappings"), "Visibility", (String) timeout, "Seconds");
            assertThat(Integer.parseInt(hidden)).isGreaterThanOrEqualTo(6 * Integer.parseInt((String) timeout));
        }
        for (Map.Entry<String, String> pair : Map.of("ReportQueue", "ReportFunction", "CatalogQueue", "CatalogFunction",
                "ReportDeadLetterQueue", "DeadLetterFunction").entrySet()) {
            int hidden = Integer.parseInt(template.text(at(template.properties(pair.getKey()), "VisibilityTimeout")));
            int timeout = Integer.parseInt(template.text(at(template.properties(pair.getValue()), "Timeout")));
            assertThat(hidden).as(pair.getKey()).isGreaterThanOrEqualTo(6 * timeout);
        }
    }

    @Test
    void asManyReportsAreMadeAtTheSameTimeAsOneParameterSays() {
        Map<String, Object> function = template.properties("ReportFunction");
        assertThat(at(function, "ReservedConcurrentExecutions", "Ref")).isEqualTo("ReportConcurrency");
        assertThat(at(function, "Events", "Uploads", "Properties", "ScalingConfig", "MaximumConcurrency", "Ref"))
                .isEqualTo("ReportConcurrency");
    }

    @Test
    void functionsKnowHowOftenTheirQueueTries() {
        Object tries = at(template.properties("ReportQueue"), "RedrivePolicy", "maxReceiveCount");
        assertThat(Integer.parseInt((String) tries)).isGreaterThanOrEqualTo(5);
        assertThat(at(template.section("Globals"), "Function", "Environment", "Variables", "MAX_RECEIVE_COUNT")).isEqualTo(tries);
    }

    @Test
    void functionsRunOnJava25WithSnapStartAnAliasAndTraces() {
        Map<String, Object> all = map(at(template.section("Globals"), "Function"));
        assertThat(all).containsEntry("Runtime", "java25").containsEntry("Tracing", "Active").containsKey("AutoPublishAlias");
        assertThat(at(all, "SnapStart", "ApplyOn")).isEqualTo("PublishedVersions");
        template.resources("AWS::Serverless::Function").forEach((id, function) -> {
            assertThat(function).as(id).containsKeys("Role", "ReservedConcurrentExecutions", "LoggingConfig",
                    "AutoPublishCodeSha256");
            assertThat(at(function, "Handler")).isEqualTo("org.tabularium.lambda." + id + "::handleRequest");
            assertThat(template.properties(id + "Logs")).containsKey("RetentionInDays");
        });
    }

    @Test
    void logsAreKeptForASetTimeAndEncrypted() {
        template.resources("AWS::Logs::LogGroup")
                .forEach((id, group) -> assertThat(group).as(id).containsKeys("RetentionInDays", "KmsKeyId"));
        template.resources("AWS::Serverless::Function").forEach((id, function) -> assertThat(
                at(function, "LoggingConfig", "LogGroup")).isEqualTo(Map.of("Ref", id + "Logs")));
    }

    @ParameterizedTest
    @CsvSource({"DeadLettersAlarm, ApproximateNumberOfMessagesVisible",
        "CatalogDeadLettersAlarm, ApproximateAgeOfOldestMessage",
        "ErrorsAlarm, Errors", "ThrottlesAlarm, Throttles", "OldestNoticeAlarm, ApproximateAgeOfOldestMessage",
        "RejectedReportsAlarm, ReportsRejected", "FailedReportsAlarm, ReportsFailed", "RegenerationAlarm, ExecutionsFailed",
        "RegenerationTimeAlarm, ExecutionsTimedOut", "RegenerationAbortedAlarm, ExecutionsAborted",
        "FailedCallsAlarm, FailedCalls", "AccessListAlarm, AccessListUnusable"})
    void alarmTellsTheAlarmTopicOfItsMetric(String id, String metric) {
        Map<String, Object> alarm = template.properties(id);
        assertThat(list(at(alarm, "AlarmActions"))).containsExactly(Map.of("Ref", "AlarmTopic"));
        assertThat(alarm.toString()).contains("MetricName=" + metric);
        assertThat(alarm).containsEntry("TreatMissingData", "notBreaching").containsEntry("ComparisonOperator",
                "GreaterThanThreshold");
    }

    @Test
    void everyAlarmHasItsRowInTheRunbook() throws IOException {
        String runbook = Files.readString(Template.folder().resolve("README.md"));
        String rows = runbook.substring(runbook.indexOf("## When something fails"), runbook.indexOf("## The portal"));
        template.resources("AWS::CloudWatch::Alarm").keySet()
                .forEach(id -> assertThat(rows.lines().filter(row -> row.startsWith("| ") && row.contains("`" + id + "`"))).as(id)
                        .hasSize(1));
    }

    /// Every alarm is in the list above, every function in the alarm of errors.
    @Test
    void noAlarmAndNoFunctionIsForgotten() {
        assertThat(template.resources("AWS::CloudWatch::Alarm")).hasSize(13);
        Set<String> functions = new TreeSet<>();
        for (Object metric : list(at(template.properties("ErrorsAlarm"), "Metrics"))) {
            if (map(metric).containsKey("MetricStat")) {
                Object dimension = list(at(metric, "MetricStat", "Metric", "Dimensions")).getFirst();
                functions.add((String) at(dimension, "Value", "Ref"));
            }
        }
        assertThat(functions).isEqualTo(template.resources("AWS::Serverless::Function").keySet());
    }

    /// Nothing that started is what breaches, and only where something should start.
    @Test
    void scheduleThatDoesNotFireIsAnAlarm() {
        Map<String, Object> alarm = template.properties("ScheduleAlarm");
        assertThat(alarm).containsEntry("MetricName", "ExecutionsStarted").containsEntry("TreatMissingData", "breaching")
                .containsEntry("ComparisonOperator", "LessThanThreshold").containsEntry("Threshold", "1")
                .containsEntry("EvaluationPeriods", Map.of("Ref", "RegenerateAlarmHours"))
                .containsEntry("DatapointsToAlarm", Map.of("Ref", "RegenerateAlarmHours"));
        assertThat(list(at(alarm, "AlarmActions"))).containsExactly(Map.of("Ref", "AlarmTopic"));
    }

    /// One study's trouble is not another's.
    @Test
    void eachNoticeIsACallOfItsOwn() {
        assertThat(at(template.properties("ReportFunction"), "Events", "Uploads", "Properties", "BatchSize")).isEqualTo("1");
        assertThat(at(template.properties("ReportFunction"), "Environment", "Variables", "QUEUE_URL"))
                .isEqualTo(Map.of("Ref", "ReportQueue"));
        assertThat(policies("ReportFunctionRole").allows("sqs:ChangeMessageVisibility", "arn:aws:ReportQueue.Arn")).isTrue();
    }

    @Test
    void everyDeadLetterQueueHasAConsumerAndAnAlarm() {
        Set<String> consumed = new TreeSet<>();
        template.resources("AWS::Serverless::Function").values().forEach(function -> {
            Object events = function.get("Events");
            if (events != null) {
                map(events).values().forEach(event -> consumed.add(String.valueOf(at(event, "Properties", "Queue"))));
            }
        });
        String alarms = template.resources("AWS::CloudWatch::Alarm").toString();
        for (Map<String, Object> queue : template.resources("AWS::SQS::Queue").values()) {
            Object policy = queue.get("RedrivePolicy");
            if (policy != null) {
                String dead = String.valueOf(at(policy, "deadLetterTargetArn"));
                assertThat(consumed).contains(dead);
                assertThat(alarms).contains(dead.replace(".Arn", ".QueueName"));
            }
        }
    }

    /// SAM names a version after this key alone; infra/deploy makes it of the code, the template and every parameter.
    @Test
    void everyFunctionsVersionIsNamedAfterTheKeyOfAllThatMakesIt() {
        template.resources("AWS::Serverless::Function").forEach(
                (id, function) -> assertThat(at(function, "AutoPublishCodeSha256")).as(id)
                        .isEqualTo(Map.of("Ref", "VersionKey")));
    }

    /// A tenth of the calls first, and back by itself.
    @Test
    void newVersionOfAReportFunctionTakesOverStepByStepAndAnAlarmTakesItBack() {
        assertThat(at(template.section("Parameters"), "Canary", "Default")).isEqualTo("Canary10Percent5Minutes");
        for (String id : List.of("ReportFunction", "StudyReportFunction")) {
            assertThat(at(template.properties(id), "DeploymentPreference", "Type")).isEqualTo(Map.of("Ref", "Canary"));
            assertThat(list(at(template.properties(id), "DeploymentPreference", "Alarms")))
                    .containsExactly(Map.of("Ref", "FailedCallsAlarm"), Map.of("Ref", "FailedReportsAlarm"));
        }
        Map<String, Object> variables = map(at(template.section("Globals"), "Function", "Environment", "Variables"));
        assertThat(variables).as("what infra/rollback goes by").containsEntry("VERSION_KEY", Map.of("Ref", "VersionKey"))
                .containsEntry("BEFORE_KEY", Map.of("Ref", "BeforeKey"));
    }

    @Test
    void oldVersionsOfTheCatalogueGoAfterDaysAndThoseOfUploadsStay() {
        assertThat(list(at(template.properties("UploadsBucket"), "LifecycleConfiguration", "Rules"))).isNotEmpty()
                .noneSatisfy(rule -> assertThat(map(rule).toString()).contains("Expiration"));
        assertThat(list(at(template.properties("ReportsBucket"), "LifecycleConfiguration", "Rules")))
                .anySatisfy(rule -> assertThat(map(rule)).containsEntry("Status", "Enabled").containsEntry("Prefix", "catalog/")
                        .containsEntry("NoncurrentVersionExpiration", Map.of("NoncurrentDays", "7")));
    }

    /// CloudWatch keeps a metric by its dimensions: an alarm that names others hears nothing.
    @Test
    void alarmsAndDashboardNameTheDimensionThatTheLogWrites() throws IOException {
        for (String id : List.of("RejectedReportsAlarm", "FailedReportsAlarm")) {
            assertThat(at(template.properties(id), "Namespace")).isEqualTo("Tabularium");
            assertThat(list(at(template.properties(id), "Dimensions")))
                    .containsExactly(Map.of("Name", "Stack", "Value", Map.of("Ref", "AWS::StackName")));
        }
        assertThat(at(template.section("Globals"), "Function", "Environment", "Variables", "STACK_NAME"))
                .isEqualTo(Map.of("Ref", "AWS::StackName"));
        String body = template.text(at(template.properties("Dashboard"), "DashboardBody"));
        JsonNode widgets = new ObjectMapper().readTree(body).path("widgets");
        assertThat(widgets).hasSize(6).allSatisfy(widget -> {
            JsonNode first = widget.at("/properties/metrics/0");
            assertThat(first.path(0).asText()).isIn("Tabularium", "AWS/SQS", "AWS/Lambda", "AWS/States");
            assertThat(first.path(0).asText().equals("Tabularium") ? first.path(2).asText() : "Stack").isEqualTo("Stack");
        });
    }

    @Test
    void scheduleStartsTheStateMachineAndNothingElse() {
        Map<String, Object> schedule = template.resources("AWS::Scheduler::Schedule").values().iterator().next();
        assertThat(at(schedule, "Target", "Arn")).isEqualTo(Map.of("Ref", "RegenerateStateMachine"));
        Policies policies = policies("ScheduleRole");
        assertThat(policies.allows("states:StartExecution", "arn:aws:RegenerateStateMachine")).isTrue();
        assertThat(policies.allows("lambda:InvokeFunction", "arn:aws:ReportFunction.Arn")).isFalse();
        assertThat(policies.allows("s3:GetObject", UPLOADS + "/studies/A/adsl.xpt")).isFalse();
    }

    @Test
    void stateMachineWritesItsResultsOnlyAndCallsItsFunctionsOnly() {
        Policies policies = policies("RegenerateRole");
        assertThat(policies.allows("s3:PutObject", REPORTS + "/regenerations/x/manifest.json")).isTrue();
        assertThat(policies.allows("s3:PutObject", REPORTS + "/studies/A/latest.json")).isFalse();
        assertThat(policies.allows("s3:GetObject", REPORTS + "/studies/A/latest.json")).isFalse();
        assertThat(policies.allows("lambda:InvokeFunction", "arn:aws:StudyReportFunction.Arn:live")).isTrue();
        assertThat(policies.allows("lambda:InvokeFunction", "arn:aws:ReportFunction.Arn:live")).isFalse();
    }

    @Test
    void uploadsAndRemovalsBelowStudiesAreNoticesAndTheQueueTakesThemFromThatBucketOnly() {
        List<Object> notices = list(at(template.properties("UploadsBucket"), "NotificationConfiguration", "QueueConfigurations"));
        assertThat(notices).extracting(n -> at(n, "Event")).containsExactlyInAnyOrder("s3:ObjectCreated:*", "s3:ObjectRemoved:*");
        assertThat(notices).filteredOn(n -> at(n, "Event").equals("s3:ObjectRemoved:*"))
                .allSatisfy(n -> assertThat(n.toString()).contains("Value=studies/"));
        assertThat(notices).as("what somebody put elsewhere is announced")
                .filteredOn(n -> at(n, "Event").equals("s3:ObjectCreated:*"))
                .allSatisfy(n -> assertThat(n.toString()).doesNotContain("prefix"));
        Object allow = list(at(template.properties("ReportQueuePolicy"), "PolicyDocument", "Statement")).getFirst();
        assertThat(template.text(at(allow, "Condition", "ArnEquals", "aws:SourceArn"))).isEqualTo(UPLOADS);
        assertThat(at(allow, "Action")).isEqualTo("sqs:SendMessage");
    }

    @Test
    void queueCallsNoMoreFunctionsThanAreReserved() {
        Object queue = at(template.properties("ReportFunction"), "Events", "Uploads", "Properties");
        assertThat(at(queue, "ScalingConfig", "MaximumConcurrency"))
                .isEqualTo(at(template.properties("ReportFunction"), "ReservedConcurrentExecutions"));
        assertThat(list(at(queue, "FunctionResponseTypes"))).containsExactly("ReportBatchItemFailures");
    }

    @Test
    void stateMachineIsGivenExactlyWhatItsDefinitionAsksFor() throws IOException {
        String definition = Files.readString(Template.folder().resolve("regenerate.asl.json"));
        Set<String> asked = new TreeSet<>();
        Pattern.compile("\\$\\{(\\w+)}").matcher(definition).results().forEach(found -> asked.add(found.group(1)));
        assertThat(map(at(template.properties("RegenerateStateMachine"), "DefinitionSubstitutions")).keySet()).isEqualTo(asked);
    }

    @Test
    void everyStateOfTheStateMachineIsReachedAndEveryTaskIsRetriedWithBackOff() throws IOException {
        JsonNode machine = new ObjectMapper().readTree(Template.folder().resolve("regenerate.asl.json").toFile());
        Set<String> reached = new TreeSet<>(machine.findValuesAsText("StartAt"));
        machine.findValues("ItemProcessor").forEach(p -> reached.addAll(p.findValuesAsText("StartAt")));
        machine.findValuesAsText("Next").forEach(reached::add);
        List<String> states = new ArrayList<>();
        statesOf(machine, states);
        assertThat(states).containsExactlyInAnyOrderElementsOf(reached);
        JsonNode map = machine.path("States").path("RegenerateStudies");
        assertThat(map.path("ItemProcessor").path("ProcessorConfig").path("Mode").asText()).isEqualTo("DISTRIBUTED");
        assertThat(map.path("ToleratedFailurePercentage").asDouble()).isPositive();
        assertThat(map.at("/ResultWriter/Parameters/Prefix").asText()).isEqualTo("regenerations");
        assertThat(map.at("/ItemReader/Resource").asText()).endsWith(":s3:getObject");
        assertThat(map.path("MaxConcurrencyPath").asText()).isEqualTo("$.concurrency");
        JsonNode each = map.at("/ItemProcessor/States/EachStudy/ItemProcessor/States");
        List<JsonNode> tasks = new ArrayList<>(List.of(each.path("ReportStudy"), each.path("GiveUp")));
        machine.path("States").forEach(state -> {
            if (state.path("Type").asText().equals("Task")) {
                tasks.add(state);
            }
        });
        assertThat(tasks).hasSize(3).allSatisfy(task -> assertThat(task.path("Retry")).isNotEmpty()
                .allSatisfy(retry -> assertThat(retry.path("BackoffRate").asDouble()).isGreaterThan(1)));
    }

    private static void statesOf(JsonNode machine, List<String> names) {
        machine.path("States").properties().forEach(state -> {
            names.add(state.getKey());
            statesOf(state.getValue().path("ItemProcessor"), names);
        });
    }
}
