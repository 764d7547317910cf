package org.tabularium.lambda;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SHA256Spi;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// SHA-256 and AES/GCM in instructions of the processor from the first call on, by the Amazon Corretto Crypto Provider. The JDK
/// has them too, but only where the second compiler has been: without SnapStart Lambda never runs it, with it a function must
/// have run for a while, and until then they take 10 to 50 times as long.
///
/// Nothing else of that library is offered: what is, gives the same for the same input. Random numbers, keys and signatures stay
/// the JDK's, of which it is known that no two functions that start from the same snapshot draw the same.
final class NativeCryptography extends Provider {

    @Serial
    private static final long serialVersionUID = 1L;

    /// FIPS 180-4's example.
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String DIGEST = "SHA-256";

    private NativeCryptography() {
        super("Tabularium", "1", "SHA-256 and AES/GCM of the Amazon Corretto Crypto Provider");
        putService(new Service(this, "MessageDigest", DIGEST, SHA256Spi.class.getName(), null, null));
        for (String key : List.of("AES", "AES_128", "AES_256")) {
            putService(new Late(this, "Cipher", key + "/GCM/NoPadding"));
        }
    }

    /// From now on whoever asks for these gets them. Where the library cannot be loaded, on another processor, say, the JDK's go
    /// on being used, and the log says so.
    static void install(EventLog log) {
        try {
            NativeCryptography provider = new NativeCryptography();
            byte[] digest = MessageDigest.getInstance(DIGEST, provider).digest("abc".getBytes(StandardCharsets.US_ASCII));
            if (!HexFormat.of().formatHex(digest).equals(ABC)) {
                throw new DigestException("a wrong " + DIGEST);
            }
            Security.insertProviderAt(provider, 1);
        } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
            log.warn("SHA-256 and AES are the JDK's, which are slow here", Map.of("error", String.valueOf(why(e))));
        }
    }

    private static Throwable why(Throwable e) {
        try {
            Throwable loading = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError();
            return loading == null ? e : loading;
        } catch (RuntimeException | LinkageError _) {
            return e;
        }
    }

    /// A service of Amazon's provider, all of which is set up when it is asked for first: TLS does, and nothing before it.
    private static final class Late extends Service {

        Late(Provider provider, String type, String algorithm) {
            super(provider, type, algorithm, AmazonCorrettoCryptoProvider.class.getName(), null, null);
        }

        @Override
        public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
            Service service = AmazonCorrettoCryptoProvider.INSTANCE.getService(getType(), getAlgorithm());
            if (service == null) {
                throw new NoSuchAlgorithmException(getAlgorithm());
            }
            return service.newInstance(parameter);
        }
    }
}
