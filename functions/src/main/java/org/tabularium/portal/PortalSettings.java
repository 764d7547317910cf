package org.tabularium.portal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// How the portal is set up.
///
/// @param address where people find it, without `/` at the end
/// @param application the client id at the issuer
/// @param secret the client's secret; empty for a public client
/// @param scope what sign-in asks for, `openid` among it
public record PortalSettings(URI address, String application, String secret, String scope) {

    /// An address of the portal's own.
    ///
    /// @param path with `/` in front
    String path(String path) {
        return address.getRawPath() + path;
    }

    /// The same with parameters.
    String path(String path, Map<String, String> parameters) {
        return path(path) + query(parameters);
    }

    URI absolute(String path) {
        return URI.create(address + path);
    }

    /// The page of a study.
    ///
    /// @param address the portal's
    public static URI study(URI address, String study) {
        return URI.create(address + "/study" + query(Map.of("name", study)));
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream().filter(p -> !p.getValue().isEmpty())
                .map(p -> encode(p.getKey()) + "=" + encode(p.getValue())).sorted().collect(Collectors.joining("&", "?", ""));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
