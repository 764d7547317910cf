package org.tabularium.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.publication.StudyState;
import org.tabularium.publication.catalogue.CatalogEntry;
import org.tabularium.publication.catalogue.CatalogLists.Page;

/// The studies that somebody may see, a page of them.
record CataloguePage(PortalSettings settings, Layout layout) {

    /// @param state that was asked for; null for any
    /// @param beginning of names that was asked for; empty for any
    Response of(Session session, Caller caller, Page page, @Nullable StudyState state, String beginning) {
        List<Html> parts = new ArrayList<>();
        parts.add(filters(state, beginning));
        if (page.entries().isEmpty()) {
            parts.add(Html.tag("p").of(page.next() == null ? "There is no such study that you may see." : "None here yet."));
        } else {
            List<Html> rows = page.entries().stream().map(this::row).toList();
            parts.add(Layout.table("Studies", Layout.heads("Study", "State", "Changed", "Data of", "Findings"), rows));
        }
        if (page.next() != null) {
            Map<String, String> next = new LinkedHashMap<>();
            next.put("q", beginning);
            next.put("state", state == null ? "" : state.word());
            next.put("after", page.next());
            parts.add(Html.tag("p")
                    .of(Html.tag("a").with("rel", "next").with("href", settings.path("/", next)).of("More studies")));
        }
        if (caller.uploads()) {
            parts.add(Html.tag("h2").of("Upload to a study"));
            parts.add(Html.tag("form").with("method", "get").with("action", settings.path("/upload")).with("class", "search").of(
                    Html.tag("label").of("Study ",
                            Html.tag("input").with("name", "study").with("required", "").with("autocomplete", "off").of()),
                    Html.tag("button").of("Choose files")));
        }
        return layout.page(200, session, "Studies", parts.toArray(new Html[0]));
    }

    private Html filters(@Nullable StudyState state, String beginning) {
        List<Html> states = new ArrayList<>();
        states.add(filter("Newest", "", state == null && beginning.isEmpty()));
        for (StudyState each : StudyState.values()) {
            states.add(filter(capital(each.word()), each.word(), each == state));
        }
        return Html.all(Html.tag("form").with("method", "get").with("action", settings.path("/")).with("class", "search")
                .with("role", "search").of(
                        Html.tag("label").of("Name begins with ",
                                Html.tag("input").with("name", "q").with("type", "search").with("value", beginning).of()),
                        Html.tag("button").of("Find")),
                Html.tag("nav").with("aria-label", "States").with("class", "filters").of(states));
    }

    private Html filter(String text, String state, boolean chosen) {
        Html.Element link = Html.tag("a").with("href", settings.path("/", Map.of("state", state)));
        return (chosen ? link.with("aria-current", "page") : link).of(text);
    }

    private Html row(CatalogEntry entry) {
        StudyState state = entry.state();
        List<String> findings = new ArrayList<>();
        entry.findings().forEach((severity, count) -> findings.add(count + " " + severity + (count == 1 ? "" : "s")));
        return Layout.row(Html.tag("a").with("href", settings.path("/study", Map.of("name", entry.study()))).of(entry.study()),
                state == null ? "" : badge(state), Layout.time(entry.changed()),
                entry.data() == null ? "" : Layout.time(entry.data()), String.join(", ", findings));
    }

    static Html badge(StudyState state) {
        return Html.tag("span").with("class", "state " + state.word()).of(state.word());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
