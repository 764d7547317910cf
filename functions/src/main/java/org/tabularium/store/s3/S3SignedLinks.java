package org.tabularium.store.s3;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.tabularium.store.SignedLinks;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/// Links into a bucket by the signature of the caller's own credentials: who may not read an object gives no link that works.
public final class S3SignedLinks implements SignedLinks {

    private static final Duration GOOD_FOR = Duration.ofSeconds(SECONDS);
    /// What a browser sends by itself.
    private static final Set<String> BY_ITSELF = Set.of("host", "content-length");

    private final S3Presigner presigner;
    private final String bucket;
    private final String origin;
    private final UnaryOperator<String> mediaTypes;

    public S3SignedLinks(S3Presigner presigner, String bucket, UnaryOperator<String> mediaTypes) {
        this.presigner = presigner;
        this.bucket = bucket;
        this.mediaTypes = mediaTypes;
        // The presigner knows how the bucket is addressed; nothing is sent.
        URI address = URI.create(presigner.presignGetObject(b -> b.signatureDuration(GOOD_FOR)
                .getObjectRequest(g -> g.bucket(bucket).key("x"))).url().toString());
        this.origin = address.getScheme() + "://" + address.getRawAuthority();
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public URI toRead(String key, String versionId, String disposition) throws IOException {
        try {
            PresignedGetObjectRequest link = presigner.presignGetObject(b -> b.signatureDuration(GOOD_FOR)
                    .getObjectRequest(g -> {
                        g.bucket(bucket).key(key).responseContentDisposition(disposition).responseCacheControl("no-store")
                                .responseContentType(mediaTypes.apply(key));
                        if (!versionId.equals("null")) {
                            g.versionId(versionId);
                        }
                    }));
            return URI.create(link.url().toString());
        } catch (SdkException e) {
            throw S3Refusal.of("give a link to " + key, bucket, e);
        }
    }

    @Override
    public Upload toWrite(String key, long length, String sha256) throws IOException {
        try {
            PresignedPutObjectRequest link = presigner.presignPutObject(b -> b.signatureDuration(GOOD_FOR)
                    .putObjectRequest(p -> p.bucket(bucket).key(key).contentLength(length)
                            .checksumSHA256(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)))));
            Map<String, String> headers = new TreeMap<>();
            for (Map.Entry<String, List<String>> header : link.signedHeaders().entrySet()) {
                if (!BY_ITSELF.contains(header.getKey())) {
                    headers.put(header.getKey(), String.join(",", header.getValue()));
                }
            }
            return new Upload(URI.create(link.url().toString()), headers);
        } catch (SdkException e) {
            throw S3Refusal.of("give a link to " + key, bucket, e);
        }
    }
}
