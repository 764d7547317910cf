package org.tabularium.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.store.ConflictException;
import org.tabularium.store.Content;
import org.tabularium.store.InMemoryObjectStore;
import org.tabularium.store.LoopbackS3;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.ObjectStoreContract;
import org.tabularium.store.ObjectVersion;
import org.tabularium.store.RefusedException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// The contract over the AWS client's own protocol, and what becomes of refusals.
class S3ObjectStoreTest extends ObjectStoreContract {

    private static final int LARGE = 20 << 20;

    private @Nullable LoopbackS3 s3;
    private @Nullable S3Client client;

    @BeforeEach
    void open() throws IOException {
        s3 = new LoopbackS3();
        s3.bucket("bucket");
        client = s3.client();
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(client).close();
        s3().close();
    }

    private LoopbackS3 s3() {
        return Objects.requireNonNull(s3);
    }

    @Override
    protected ObjectStore store() {
        return new S3ObjectStore(Objects.requireNonNull(client), "bucket");
    }

    @Override
    protected void upload(String key, byte[] bytes) {
        s3().bucket("bucket").put(key, bytes);
    }

    @Test
    void pinnedVersionIsReadAlsoAfterItWasReplaced() throws IOException {
        upload("k", "first");
        Content pinned = store().content(store().list("k").getFirst());
        upload("k", "second");

        assertThat(read(pinned)).isEqualTo(utf8("first"));
    }

    @Test
    void versionThatIsGoneIsSaidToBe() {
        Content gone = store()
                .content(new ObjectVersion("k", "v99", InMemoryObjectStore.eTag(utf8("x")), 1, java.time.Instant.EPOCH));

        assertThatThrownBy(() -> read(gone)).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @CsvSource({"503, SlowDown", "500, InternalError", "0, ''"})
    void passingTroubleIsTriedAgain(int status, String code) throws IOException {
        byte[] bytes = new byte[LARGE];
        new Random(7).nextBytes(bytes);
        upload("studies/A/adlb.xpt", bytes);
        Content content = store().content(store().list("studies/A/").getFirst());
        s3().refuse(2, status, code);

        assertThat(Arrays.equals(read(content), bytes)).isTrue();
        assertThat(s3().refusalsLeft()).isZero();
    }

    @Test
    void headerOfALargeObjectCostsOneRangeAndItsEndAnother() throws IOException {
        upload("studies/A/adlb.xlsx", new byte[4 * RangedStream.RANGE]);
        Content content = store().content(store().list("studies/A/").getFirst());

        try (InputStream in = content.open()) {
            in.readNBytes(100);
        }
        try (InputStream in = content.open()) {
            in.skipNBytes(content.size() - 50);
            assertThat(in.readNBytes(100)).hasSize(50);
        }

        assertThat(s3().ranges()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "400 | ExpiredToken | have expired; sign in again", "400 | TokenRefreshRequired | have expired; sign in again",
        "403 | InvalidAccessKeyId | does not know the access key; check AWS_ACCESS_KEY_ID",
        "403 | SignatureDoesNotMatch | check AWS_SECRET_ACCESS_KEY", "400 | InvalidToken | check AWS_SESSION_TOKEN",
        "403 | RequestTimeTooSkewed | clock is wrong", "403 | AccessDenied | may not do so; ask for the permission",
        "301 | PermanentRedirect | lies in another region; set AWS_REGION", "404 | NoSuchBucket | there is no such bucket",
        "503 | SlowDown | busy or out of order; try again later"})
    void refusalIsPutInWordsThatSayWhatToDo(int status, String code, String words) {
        s3().refuse(9, status, code);

        assertThatThrownBy(() -> store().list("studies/A/")).isInstanceOf(RefusedException.class)
                .hasMessageContaining("cannot list studies/A/ in the bucket bucket").hasMessageContaining(words);
    }

    @Test
    void absentBucketIsNoConflict() {
        ObjectStore absent = new S3ObjectStore(Objects.requireNonNull(client), "absent");

        assertThatThrownBy(() -> absent.putIfAbsent("k", utf8("x"))).isNotInstanceOf(ConflictException.class)
                .hasMessageContaining("no such bucket");
        assertThatThrownBy(() -> absent.get("k")).hasMessageContaining("no such bucket");
    }

    @Test
    void withoutCredentialsTheMessageNamesWhatToSet() {
        try (S3Client none = client(s3().endpoint(), AwsCredentialsProviderChain.of(() -> {
            throw new IllegalStateException("none here");
        }))) {
            assertThatThrownBy(() -> new S3ObjectStore(none, "bucket").get("k")).isInstanceOf(IOException.class)
                    .hasMessageContaining("set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
        }
    }

    @Test
    void unreachableS3IsSaidToBe() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (S3Client far = client(URI.create("http://localhost:" + port),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))) {
            assertThatThrownBy(() -> new S3ObjectStore(far, "bucket").get("k")).isInstanceOf(IOException.class)
                    .hasMessageContaining("S3 cannot be reached").hasMessageContaining("AWS_ENDPOINT_URL");
        }
    }

    private static S3Client client(URI endpoint, software.amazon.awssdk.auth.credentials.AwsCredentialsProvider credentials) {
        return S3Client.builder().endpointOverride(endpoint).forcePathStyle(true).region(Region.EU_WEST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder()).credentialsProvider(credentials).build();
    }
}
