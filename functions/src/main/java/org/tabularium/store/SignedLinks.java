package org.tabularium.store;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/// Addresses under which a browser reads or writes one object of a bucket itself, for a minute.
public interface SignedLinks {

    /// Seconds for which a link is good.
    int SECONDS = 60;

    /// The place that all links lead to, as a page's policy names it: scheme, host, port.
    String origin();

    /// An address that reads one version under a name.
    ///
    /// @param disposition the header that gives the file its name
    URI toRead(String key, String versionId, String disposition) throws IOException;

    /// An address that writes one object, of just this length and content.
    ///
    /// @param sha256 64 hex digits
    Upload toWrite(String key, long length, String sha256) throws IOException;

    /// A write.
    ///
    /// @param headers that must go with it, beside the length
    record Upload(URI address, Map<String, String> headers) {}
}
