package org.tabularium.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabularium.snapshot.Sha256;

/// What all pages have in common: head, way to the studies, who is signed in. Pages work without script and load nothing.
final class Layout {

    private static final String STYLE = resource("portal.css");
    private static final String SCRIPT = resource("upload.js");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final PortalSettings settings;

    Layout(PortalSettings settings) {
        this.settings = settings;
    }

    /// A page.
    ///
    /// @param session who looks at it; null where nobody is signed in
    Response page(int status, @Nullable Session session, String title, Html... main) {
        return Response.page(status, POLICY,
                Html.page(head(title), body(session, title, Html.all((Object[]) main), Html.NOTHING)));
    }

    /// The one page with a script: our own, which may speak with us and with the uploads bucket.
    Response scripted(Session session, String title, String bucket, Html... main) {
        String policy = POLICY + "; script-src 'sha256-" + hash(SCRIPT) + "'; connect-src 'self' " + bucket;
        return Response.page(200, policy,
                Html.page(head(title), body(session, title, Html.all((Object[]) main), Html.own("script", SCRIPT))));
    }

    /// Something to be said and nothing else.
    Response message(int status, @Nullable Session session, String title, String text) {
        Html further = session == null
                ? Html.tag("p").of(Html.tag("a").with("href", settings.path("/login")).of("Sign in"))
                : Html.tag("p").of(Html.tag("a").with("href", settings.path("/")).of("To the studies"));
        return page(status, session, title, Html.tag("p").of(text), further);
    }

    private static Html head(String title) {
        return Html.all(Html.tag("meta").with("charset", "utf-8").of(),
                Html.tag("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1").of(),
                Html.tag("title").of(title + " \u2013 Tabularium"), Html.own("style", STYLE));
    }

    private Html body(@Nullable Session session, String title, Html main, Html script) {
        Html who = session == null
                ? Html.NOTHING
                : Html.tag("form").with("method", "post").with("action", settings.path("/logout")).of(
                        Html.tag("span").of(session.person().shown()), formToken(session),
                        Html.tag("button").of("Sign out"));
        return Html.all(Html.tag("a").with("class", "skip").with("href", "#main").of("To the content"),
                Html.tag("header").of(Html.tag("nav").with("aria-label", "Tabularium")
                        .of(Html.tag("a").with("href", settings.path("/")).of("Tabularium")), who),
                Html.tag("main").with("id", "main").of(Html.tag("h1").of(title), main), script);
    }

    static Html formToken(Session session) {
        return Html.tag("input").with("type", "hidden").with("name", "form").with("value", session.formToken()).of();
    }

    /// A time for people and for programs.
    static Html time(String iso) {
        try {
            return time(Instant.parse(iso));
        } catch (DateTimeException e) {
            return Html.text(iso);
        }
    }

    static Html time(Instant time) {
        return Html.tag("time").with("datetime", time.toString()).of(TIME.format(time));
    }

    /// A table that scrolls by itself where the screen is narrow, by keyboard too.
    static Html table(String label, Html head, Iterable<Html> rows) {
        return Html.tag("div").with("class", "scroll").with("role", "region").with("aria-label", label).with("tabindex", "0")
                .of(Html.tag("table").of(Html.tag("thead").of(head), Html.tag("tbody").of(rows)));
    }

    /// A row of a table's head.
    static Html heads(String... names) {
        return Html.tag("tr").of(Arrays.stream(names).map(n -> Html.tag("th").with("scope", "col").of(n)).toList());
    }

    static Html row(Object... cells) {
        return Html.tag("tr").of(Arrays.stream(cells).map(c -> Html.tag("td").of(c)).toList());
    }

    private static String hash(String text) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Layout.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
