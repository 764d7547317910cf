package org.tabularium.portal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// What the portal answers. Every answer forbids to be kept, framed, guessed at or told to others.
///
/// @param headers in order; a name may come twice
public record Response(int status, List<Header> headers, String body) {

    private static final List<Header> ALWAYS = List.of(new Header("Cache-Control", "no-store"),
            new Header("Referrer-Policy", "no-referrer"), new Header("X-Content-Type-Options", "nosniff"),
            new Header("X-Frame-Options", "DENY"), new Header("Cross-Origin-Opener-Policy", "same-origin"),
            new Header("Cross-Origin-Resource-Policy", "same-origin"),
            new Header("Strict-Transport-Security", "max-age=63072000; includeSubDomains"));

    /// One header.
    public record Header(String name, String value) {}

    public Response {
        headers = List.copyOf(headers);
    }

    /// A page.
    ///
    /// @param policy its Content-Security-Policy
    static Response page(int status, String policy, String html) {
        List<Header> headers = new ArrayList<>(ALWAYS);
        headers.add(new Header("Content-Type", "text/html; charset=utf-8"));
        headers.add(new Header("Content-Security-Policy", policy));
        return new Response(status, headers, html);
    }

    static Response json(int status, String json) {
        List<Header> headers = new ArrayList<>(ALWAYS);
        headers.add(new Header("Content-Type", "application/json"));
        return new Response(status, headers, json);
    }

    /// Sends the browser elsewhere, by GET.
    static Response to(int status, URI address) {
        List<Header> headers = new ArrayList<>(ALWAYS);
        headers.add(new Header("Location", address.toString()));
        return new Response(status, headers, "");
    }

    /// The same with a cookie that only this host's pages over TLS send back, and no script sees.
    ///
    /// @param seconds for which it is kept; 0 forgets it
    Response withCookie(String name, String value, long seconds) {
        List<Header> all = new ArrayList<>(headers);
        all.add(new Header("Set-Cookie",
                name + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; Secure; SameSite=Lax"));
        return new Response(status, all, body);
    }
}
