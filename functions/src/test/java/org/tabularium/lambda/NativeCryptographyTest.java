package org.tabularium.lambda;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// In processes of their own: what is installed stays, for every test.
@Shows(Requirement.SAME_BYTES)
class NativeCryptographyTest {

    /// NIST: of "abc" (FIPS 180-4) and of a million times "a"; test case 4 of "The Galois/Counter Mode of Operation" (McGrew, Viega).
    private static final List<String> RIGHT = List.of(
            "abc ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "million cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
            "gcm 42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091"
                    + "5bc94fbc3221a5db94fae95ae7121a47",
            "tls 3000000");
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    @Test
    void digestsAndTlsAreAmazonsAndRandomNumbersTheJdks() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64"));

        assertThat(process(System.getProperty("java.io.tmpdir"))).containsAll(RIGHT)
                .contains("SHA-256 Tabularium", "AES Tabularium", "random SUN", "SHA-1 SUN")
                .noneMatch(line -> line.contains("WARN"));
    }

    @Test
    void theJdksAreUsedWhereTheLibraryCannotBeLoaded() throws Exception {
        assertThat(process(Files.createFile(folder.resolve("no-folder")).toString())).containsAll(RIGHT)
                .contains("SHA-256 SUN", "AES SunJCE", "random SUN", "SHA-1 SUN")
                .filteredOn(line -> line.contains("\"WARN\"")).singleElement().asString()
                .contains("SHA-256 and AES are the JDK's");
    }

    /// What a process says that was told to install the library.
    ///
    /// @param temporary where it can put what it loads
    private List<String> process(String temporary) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin");
        Path keys = folder.resolve("keys.p12");
        run(List.of(java.resolve("keytool").toString(), "-genkeypair", "-alias", "s3", "-keyalg", "EC", "-dname", "CN=localhost",
                "-storetype",
                "PKCS12", "-keystore", keys.toString(), "-storepass", PASSWORD));
        return run(List.of(java.resolve("java").toString(), "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary, "-cp",
                System.getProperty("java.class.path"), NativeCryptographyTest.class.getName(), keys.toString()));
    }

    private List<String> run(List<String> command) throws Exception {
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile())
                .redirectError(folder.resolve("error.txt").toFile()).start();
        assertThat(process.waitFor()).as(() -> command + ": " + text(folder.resolve("error.txt"))).isZero();
        try (Stream<String> lines = Files.lines(out)) {
            return lines.toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// That process.
    ///
    /// @param arguments a key store
    public static void main(String[] arguments) throws Exception {
        NativeCryptography.install(new EventLog(System.out, Clock.systemUTC(), "test"));
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        say("SHA-256", sha256.getProvider().getName());
        say("SHA-1", MessageDigest.getInstance("SHA-1").getProvider().getName());
        say("random", new SecureRandom().getProvider().getName());
        say("abc", HexFormat.of().formatHex(sha256.digest("abc".getBytes(US_ASCII))));
        for (int i = 0; i < 1000; i++) {
            sha256.update("a".repeat(1000).getBytes(US_ASCII));
        }
        say("million", HexFormat.of().formatHex(sha256.digest()));
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(hex("feffe9928665731c6d6a8f9467308308"), "AES"),
                new GCMParameterSpec(128, hex("cafebabefacedbaddecaf888")));
        aes.updateAAD(hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"));
        say("gcm",
                HexFormat.of().formatHex(
                        aes.doFinal(hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c9595680953"
                                + "2fcf0e2449a6b525b16aedf5aa0de657ba637b39"))));
        say("AES", aes.getProvider().getName());
        say("tls", "" + throughTls(Path.of(arguments[0])));
    }

    private static void say(String what, String is) {
        System.out.println(what + " " + is);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /// How many of three million bytes come out of TLS as they went into it.
    private static int throughTls(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD.toCharArray());
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("s3", store.getCertificate("s3"));
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        byte[] bytes = "0123456789\n".repeat(300_000).substring(0, 3_000_000).getBytes(UTF_8);
        try (SSLServerSocket server = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0)) {
            FutureTask<byte[]> read = new FutureTask<>(() -> {
                try (SSLSocket socket = (SSLSocket) server.accept(); InputStream in = socket.getInputStream()) {
                    return in.readAllBytes();
                }
            });
            Thread.ofVirtual().start(read);
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", server.getLocalPort());
                    OutputStream out = socket.getOutputStream()) {
                out.write(bytes);
                out.flush();
                socket.shutdownOutput();
                // The server's session tickets, too: TCP resets a connection that is closed with something unread.
                assertThat(socket.getInputStream().readAllBytes()).isEmpty();
            }
            byte[] back = read.get();
            int same = 0;
            while (same < bytes.length && same < back.length && bytes[same] == back[same]) {
                same++;
            }
            return same;
        }
    }
}
