package org.tabularium.publication;

import java.io.IOException;
import java.util.Optional;

/// Signs manifests, so that whoever has the public key knows that nobody changed a run since.
@FunctionalInterface
public interface Signer {

    /// No signatures.
    Signer NONE = manifest -> Optional.empty();

    /// The bytes of `manifest.sig`; empty where nothing is signed.
    ///
    /// @param manifest its bytes
    Optional<byte[]> sign(byte[] manifest) throws IOException;
}
