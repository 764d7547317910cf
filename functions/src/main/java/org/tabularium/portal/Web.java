package org.tabularium.portal;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/// What the portal asks of an issuer over the network: small documents, whole.
public interface Web {

    /// The body of an answer with status 200.
    ///
    /// @throws IOException where there is none, or it is longer than a megabyte
    String get(URI address) throws IOException;

    /// The body of the answer to a form, whose status must be 200.
    ///
    /// @param form names and values, not encoded yet
    String post(URI address, Map<String, String> form) throws IOException;
}
