package org.tabularium.portal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// The body of a form that a browser sends (`application/x-www-form-urlencoded`).
final class Form {

    private Form() {}

    /// The first value of a field; empty where there is none, or the body is no form.
    static String field(String body, String name) {
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
}
