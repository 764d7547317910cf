package org.tabularium.run.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.run.Manifest;
import org.tabularium.run.ManifestJson;
import org.tabularium.run.Software;
import org.tabularium.run.folder.RunSignature.State;

@Shows(Requirement.RUN_UNCHANGED)
class RunSignatureTest {

    @TempDir
    Path folder;

    private KeyPair keys;
    private Run run;

    RunSignatureTest() throws Exception {
        keys = pair();
        run = new Run(Path.of("."), manifest("1"));
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static Manifest manifest(String run) {
        return new Manifest("A", run, null, new Software("Test", "1", null, "p"), Manifest.SettingsFile.NONE, List.of(),
                List.of(),
                List.of(), List.of(), new Manifest.Counts(0, 0, 0));
    }

    @BeforeEach
    void write() throws IOException {
        Files.write(folder.resolve("manifest.json"), ManifestJson.bytes(manifest("1")));
        run = new Run(folder, manifest("1"));
    }

    private void sign(KeyPair by, byte[] what, String algorithm) throws Exception {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(by.getPrivate());
        signature.update(what);
        Files.writeString(folder.resolve("manifest.sig"), "{\"keyArn\": \"arn:x\", \"algorithm\": \"%s\", \"signature\": \"%s\"}"
                .formatted(algorithm, Base64.getEncoder().encodeToString(signature.sign())));
    }

    @Test
    void signatureOfTheKeyIsValid() throws Exception {
        sign(keys, Files.readAllBytes(folder.resolve("manifest.json")), "ECDSA_SHA_256");

        assertThat(RunSignature.of(run, keys.getPublic())).isEqualTo(State.VALID);
        assertThat(RunVerification.of(run)).as("the signature is no extra file").isEmpty();
    }

    @Test
    void missingSignatureIsMissing() throws IOException {
        assertThat(RunSignature.of(run, keys.getPublic())).isEqualTo(State.MISSING);
    }

    @Test
    void anotherKeyAnotherManifestOrDamageIsForeign() throws Exception {
        byte[] manifest = Files.readAllBytes(folder.resolve("manifest.json"));
        sign(pair(), manifest, "ECDSA_SHA_256");
        assertThat(RunSignature.of(run, keys.getPublic())).isEqualTo(State.FOREIGN);
        sign(keys, ManifestJson.bytes(manifest("2")), "ECDSA_SHA_256");
        assertThat(RunSignature.of(run, keys.getPublic())).isEqualTo(State.FOREIGN);
        sign(keys, manifest, "NONE");
        assertThat(RunSignature.of(run, keys.getPublic())).isEqualTo(State.FOREIGN);
        for (String damaged : List.of("", "{}", "[]", "{\"algorithm\": \"ECDSA_SHA_256\", \"signature\": \"!\"}", "x")) {
            Files.writeString(folder.resolve("manifest.sig"), damaged);
            assertThat(RunSignature.of(run, keys.getPublic())).as(damaged).isEqualTo(State.FOREIGN);
        }
    }

    @Test
    void keyIsReadFromPemAndFromBase64Alone() throws IOException {
        String base64 = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
        Path pem = Files.writeString(folder.resolve("k.pem"),
                "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
        Path bare = Files.writeString(folder.resolve("k.txt"), base64.replaceAll("\\s", ""));
        Path wrong = Files.writeString(folder.resolve("k.x"), "no key");

        assertThat(RunSignature.key(pem)).isEqualTo(keys.getPublic());
        assertThat(RunSignature.key(bare)).isEqualTo(keys.getPublic());
        assertThatThrownBy(() -> RunSignature.key(wrong)).isInstanceOf(IOException.class).hasMessageContaining("no public key");
    }
}
