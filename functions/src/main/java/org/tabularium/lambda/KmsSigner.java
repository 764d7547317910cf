package org.tabularium.lambda;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.tabularium.publication.Signer;
import org.tabularium.run.JsonLines;
import org.tabularium.run.folder.RunSignature;
import org.tabularium.snapshot.Sha256;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SignResponse;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/// Signatures by a key in KMS that nobody can take out of it.
final class KmsSigner implements Signer {

    private final Late<KmsClient> kms = Late.of(
            () -> KmsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build());
    private final String key;

    private KmsSigner(String key) {
        this.key = key;
    }

    /// @param key its ARN; empty for no signatures
    static Signer of(String key) {
        return key.isEmpty() ? NONE : new KmsSigner(key);
    }

    @Override
    public Optional<byte[]> sign(byte[] manifest) throws IOException {
        try {
            // The digest, not the manifest: KMS signs no more than 4,096 bytes as they are.
            SignResponse response = kms.get().sign(b -> b.keyId(key).messageType(MessageType.DIGEST)
                    .message(SdkBytes.fromByteArray(Sha256.digest().digest(manifest)))
                    .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256));
            return Optional.of(JsonLines.bytes(json -> {
                json.writeStartObject();
                json.writeStringField("keyArn", response.keyId());
                json.writeStringField("algorithm", RunSignature.ALGORITHM);
                json.writeStringField("signature", Base64.getEncoder().encodeToString(response.signature().asByteArray()));
                json.writeEndObject();
            }));
        } catch (SdkException e) {
            throw new IOException("the manifest cannot be signed; see whether the function may use the signing key", e);
        }
    }
}
