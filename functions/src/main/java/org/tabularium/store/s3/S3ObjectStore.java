package org.tabularium.store.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tabularium.store.ConflictException;
import org.tabularium.store.Content;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.ObjectVersion;
import org.tabularium.store.StoredObject;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// A bucket in S3. With versioning, a version is read whatever was written since; without, reading fails once the object was
/// replaced.
///
/// Region, credentials and endpoint come from where every AWS tool takes them: environment variables, profiles, the role of the
/// function.
public final class S3ObjectStore implements ObjectStore {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    /// What a bucket without versioning calls its only version.
    private static final String UNVERSIONED = "null";

    private final S3Client s3;
    private final String bucket;
    private final UnaryOperator<String> mediaTypes;
    private final Retention retention;

    /// A bucket whose objects have no media type of their own.
    public S3ObjectStore(S3Client s3, String bucket) {
        this(s3, bucket, key -> "application/octet-stream");
    }

    /// A bucket.
    ///
    /// @param mediaTypes the media type of an object by its key
    public S3ObjectStore(S3Client s3, String bucket, UnaryOperator<String> mediaTypes) {
        this(s3, bucket, mediaTypes, Retention.NONE);
    }

    /// A bucket some of whose objects nobody may remove for a while.
    public S3ObjectStore(S3Client s3, String bucket, UnaryOperator<String> mediaTypes, Retention retention) {
        this.s3 = s3;
        this.bucket = bucket;
        this.mediaTypes = mediaTypes;
        this.retention = retention;
    }

    /// A bucket, with a client of its own.
    ///
    /// @throws IOException where no region is set up
    public static ObjectStore open(String bucket) throws IOException {
        return new S3ObjectStore(client(), bucket);
    }

    /// A client for all buckets, set up from the environment.
    ///
    /// @throws IOException where no region is set up
    public static S3Client client() throws IOException {
        Region region;
        try {
            region = new DefaultAwsRegionProviderChain().getRegion();
        } catch (SdkException e) {
            throw new IOException(AwsProfile.missing()
                    .orElse("no AWS region is set; set AWS_REGION, or AWS_PROFILE to a profile with a region"), e);
        }
        return S3Client.builder().region(region)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .forcePathStyle(hasOwnEndpoint())
                // What is written lies in memory: its checksum can go before it, and needs no stream of pieces.
                .serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .overrideConfiguration(overrides -> overrides.addExecutionInterceptor(new UnaskedPuts()))
                .build();
    }

    /// What signs links, with the region, credentials and endpoint of a client.
    public static S3Presigner presigner(S3Client client) {
        return S3Presigner.builder().s3Client(client).region(client.serviceClientConfiguration().region())
                .credentialsProvider(client.serviceClientConfiguration().credentialsProvider())
                .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(hasOwnEndpoint()).build()).build();
    }

    /// Whether requests go elsewhere than to AWS; names of buckets are no host names there.
    private static boolean hasOwnEndpoint() {
        String s3 = System.getenv("AWS_ENDPOINT_URL_S3");
        String all = System.getenv("AWS_ENDPOINT_URL");
        return (s3 != null && !s3.isBlank()) || (all != null && !all.isBlank());
    }

    @Override
    public List<ObjectVersion> list(String prefix) throws IOException {
        return call("list " + prefix, () -> {
            List<ObjectVersion> versions = new ArrayList<>();
            s3.listObjectVersionsPaginator(b -> b.bucket(bucket).prefix(prefix)).versions().stream()
                    .filter(v -> Boolean.TRUE.equals(v.isLatest()))
                    .forEach(v -> versions.add(new ObjectVersion(v.key(), v.versionId(), v.eTag(),
                            v.size() == null ? 0 : v.size(), v.lastModified() == null ? Instant.EPOCH : v.lastModified())));
            versions.sort((a, b) -> a.key().compareTo(b.key()));
            return versions;
        });
    }

    @Override
    public List<String> folders(String prefix) throws IOException {
        return call("list " + prefix, () -> s3.listObjectsV2Paginator(b -> b.bucket(bucket).prefix(prefix).delimiter("/"))
                .commonPrefixes().stream().map(CommonPrefix::prefix)
                .map(p -> p.substring(prefix.length(), p.length() - 1)).sorted().toList());
    }

    @Override
    public List<String> keys(String prefix, String after, int limit) throws IOException {
        return call("list " + prefix, () -> s3.listObjectsV2(b -> {
            b.bucket(bucket).prefix(prefix).maxKeys(limit);
            if (!after.isEmpty()) {
                b.startAfter(after);
            }
        }).contents().stream().map(S3Object::key).toList());
    }

    @Override
    public Content content(ObjectVersion version) {
        return new S3Content(version, (from, length) -> fetch(version, from, length));
    }

    private byte[] fetch(ObjectVersion version, long from, int length) throws IOException {
        GetObjectRequest.Builder request = GetObjectRequest.builder().bucket(bucket).key(version.key())
                .range("bytes=" + from + "-" + (from + length - 1)).ifMatch(version.eTag());
        if (!version.versionId().equals(UNVERSIONED)) {
            request.versionId(version.versionId());
        }
        return call("read " + version.key(), () -> {
            try {
                return s3.getObject(request.build(), (_, stream) -> whole(stream, length));
            } catch (S3Exception e) {
                if (e.statusCode() == NOT_FOUND || e.statusCode() == PRECONDITION_FAILED) {
                    throw new NoSuchFileException(version.key(), null, "this version is no longer there");
                }
                throw e;
            }
        });
    }

    /// The bytes of an answer, in an array of just that size; the client asks again where they break off.
    private static byte[] whole(InputStream stream, int length) {
        try {
            byte[] bytes = stream.readNBytes(length);
            if (bytes.length == length && stream.read() < 0) {
                return bytes;
            }
            throw RetryableException.create("S3 gave other than the " + length + " bytes that it was asked for", null);
        } catch (IOException e) {
            throw RetryableException.create("the answer of S3 broke off", e);
        }
    }

    @Override
    public Optional<String> sha256(ObjectVersion version) throws IOException {
        return call("look at " + version.key(), () -> {
            HeadObjectResponse head = s3.headObject(b -> {
                b.bucket(bucket).key(version.key()).checksumMode(ChecksumMode.ENABLED);
                if (!version.versionId().equals(UNVERSIONED)) {
                    b.versionId(version.versionId());
                }
            });
            // Of an upload in parts S3 keeps a checksum of checksums, which says nothing to us.
            String sha256 = head.checksumSHA256();
            boolean whole = sha256 != null && head.checksumType() != ChecksumType.COMPOSITE && sha256.indexOf('-') < 0;
            return whole ? Optional.of(HexFormat.of().formatHex(Base64.getDecoder().decode(sha256))) : Optional.empty();
        });
    }

    @Override
    public Optional<StoredObject> get(String key) throws IOException {
        return call("read " + key, () -> {
            try {
                ResponseBytes<GetObjectResponse> response = s3.getObjectAsBytes(b -> b.bucket(bucket).key(key));
                return Optional.of(new StoredObject(response.asByteArrayUnsafe(), response.response().eTag()));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public boolean putIfAbsent(String key, byte[] bytes) throws IOException {
        return call("write " + key, () -> {
            try {
                put(PutObjectRequest.builder().ifNoneMatch("*"), key, bytes);
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == PRECONDITION_FAILED) {
                    return false;
                }
                throw conflict(e, key);
            }
        });
    }

    @Override
    public void putIfMatch(String key, byte[] bytes, String eTag) throws IOException {
        call("write " + key, () -> {
            try {
                put(PutObjectRequest.builder().ifMatch(eTag), key, bytes);
                return key;
            } catch (S3Exception e) {
                throw conflict(e, key);
            }
        });
    }

    private void put(PutObjectRequest.Builder request, String key, byte[] bytes) {
        retention.set(request, key);
        s3.putObject(request.bucket(bucket).key(key).contentType(mediaTypes.apply(key)).build(), RequestBody.fromBytes(bytes));
    }

    private static ConflictException conflict(S3Exception e, String key) throws S3Exception {
        int status = e.statusCode();
        // NoSuchBucket is a 404 too, and no matter of writers.
        boolean bucketIsThere = e.awsErrorDetails() == null || !"NoSuchBucket".equals(e.awsErrorDetails().errorCode());
        if (bucketIsThere && (status == NOT_FOUND || status == CONFLICT || status == PRECONDITION_FAILED)) {
            return new ConflictException(key);
        }
        throw e;
    }

    private interface Call<T> {
        T get() throws IOException;
    }

    /// What S3 and the network refuse, as the exception that callers of a store know.
    private <T> T call(String what, Call<T> call) throws IOException {
        try {
            return call.get();
        } catch (SdkException e) {
            throw S3Refusal.of(what, bucket, e);
        }
    }
}
