package org.tabularium.portal;

import java.util.List;
import java.util.Map;

/// Where a browser's request has its session.
public final class Sessions {

    private Sessions() {}

    /// The token of a request, to be verified; empty where it has none.
    ///
    /// @param cookies the request's headers of that name
    public static String token(List<String> cookies) {
        return new Request("GET", "/", Map.of(), Map.of("cookie", cookies), "").cookie(Session.COOKIE).orElse("");
    }
}
