package org.tabularium.store;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/// The contract on a bucket with versions. Runs where `tabularium.s3.endpoint` names an S3 that may be filled with test data, such as LocalStack's.
@EnabledIfSystemProperty(named = "tabularium.s3.endpoint", matches = "http.*")
class S3ObjectStoreIT extends ObjectStoreContract {

    private static final AtomicInteger BUCKETS = new AtomicInteger();
    private static @Nullable S3Client s3;

    private String bucket = "";

    @BeforeAll
    static void connect() {
        s3 = S3Client.builder().endpointOverride(URI.create(System.getProperty("tabularium.s3.endpoint", "")))
                .forcePathStyle(true)
                .region(Region.EU_WEST_1).httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))).build();
    }

    @AfterAll
    static void close() {
        s3().close();
    }

    @BeforeEach
    void bucket() {
        bucket = "contract-" + ProcessHandle.current().pid() + "-" + BUCKETS.incrementAndGet();
        s3().createBucket(b -> b.bucket(bucket));
        s3().putBucketVersioning(b -> b.bucket(bucket).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    }

    private static S3Client s3() {
        return Objects.requireNonNull(s3);
    }

    @Override
    protected ObjectStore store() {
        return new S3ObjectStore(s3(), bucket);
    }

    @Override
    protected void upload(String key, byte[] bytes) throws IOException {
        s3().putObject(b -> b.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    }
}
