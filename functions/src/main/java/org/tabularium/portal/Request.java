package org.tabularium.portal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a browser asks.
///
/// @param path below the portal's own address, with `/` in front
/// @param query decoded
/// @param headers by name in small letters
/// @param body as text; empty for none
public record Request(String method, String path, Map<String, List<String>> query, Map<String, List<String>> headers,
        String body) {

    /// The value of a parameter that must be there once; empty where it is not, or more than once.
    String parameter(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : "";
    }

    /// A cookie by its name; the first one where there are several.
    Optional<String> cookie(String name) {
        for (String header : headers.getOrDefault("cookie", List.of())) {
            for (String cookie : header.split(";", -1)) {
                int equals = cookie.indexOf('=');
                if (equals > 0 && cookie.substring(0, equals).strip().equals(name)) {
                    return Optional.of(cookie.substring(equals + 1).strip());
                }
            }
        }
        return Optional.empty();
    }

    String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// A field of the form in the body (`application/x-www-form-urlencoded`); empty where there is none, or the body is no form.
    String field(String name) {
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            try {
                if (equals > 0 && URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8).equals(name)) {
                    return URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                }
            } catch (IllegalArgumentException e) {
                return "";
            }
        }
        return "";
    }

    /// Whether two texts are the same, in a time that does not tell where they differ.
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
