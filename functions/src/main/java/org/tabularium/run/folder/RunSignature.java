package org.tabularium.run.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.tabularium.run.Manifest;
import org.tabularium.run.RunPaths;

/// The signature of a run's manifest, `manifest.sig`: `{"keyArn": …, "algorithm": "ECDSA_SHA_256", "signature": base64 of
/// DER}` over the
/// SHA-256 of `manifest.json`.
public final class RunSignature {

    /// The one algorithm there is.
    public static final String ALGORITHM = "ECDSA_SHA_256";

    private RunSignature() {}

    /// What a signature is worth.
    public enum State {
        /// The key made it, of this manifest.
        VALID,
        /// There is none.
        MISSING,
        /// Another key made it, or of another manifest, or it is damaged.
        FOREIGN
    }

    /// What a run's signature is worth to whoever has this key.
    ///
    /// @throws IOException where a file cannot be read
    public static State of(Run run, PublicKey key) throws IOException {
        Path file = run.folder().resolve(RunPaths.SIGNATURE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return State.MISSING;
        }
        byte[] manifest = Files.readAllBytes(run.folder().resolve(Manifest.FILE));
        try {
            JsonNode root = new JsonMapper().readTree(Files.readAllBytes(file));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(key);
            signature.update(manifest);
            boolean valid = root.path("algorithm").asText().equals(ALGORITHM)
                    && signature.verify(Base64.getDecoder().decode(root.path("signature").asText()));
            return valid ? State.VALID : State.FOREIGN;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return State.FOREIGN;
        }
    }

    /// Reads a public key: PEM (`-----BEGIN PUBLIC KEY-----`), or its base64 alone, as `aws kms get-public-key` gives it.
    ///
    /// @throws IOException where the file cannot be read, or holds no public key on an elliptic curve
    public static PublicKey key(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s+", "");
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + " holds no public key in PEM, of an elliptic curve");
        }
    }
}
