package org.tabularium.publication.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.publication.FindingCounts;
import org.tabularium.publication.StudyKeys;
import org.tabularium.publication.StudyState;
import org.tabularium.publication.StudyStatus.Source;
import org.tabularium.publication.StudyStatus;
import org.tabularium.run.Manifest;
import org.tabularium.snapshot.Sha256;

/// `index.html`: the catalogue for people. One page without scripts; links are relative, so that it works behind any front door.
public final class CatalogPage {

    private static final String STYLE = style();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final long KILO = 1_000;

    private final StringBuilder html = new StringBuilder(1 << 14);

    private CatalogPage() {}

    public static byte[] bytes(List<CatalogEntry> entries) {
        return new CatalogPage().page(entries).getBytes(StandardCharsets.UTF_8);
    }

    private String page(List<CatalogEntry> entries) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
                .append(hash(STYLE))
                .append("'; base-uri 'none'; form-action 'none'\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<meta name=\"referrer\" content=\"no-referrer\">\n");
        html.append("<title>Studies – Tabularium</title>\n<style>").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
        html.append("<h1>Studies (").append(entries.size()).append(")</h1>\n<p class=\"counts\">");
        html.append(entries.isEmpty() ? "No study has been delivered yet." : counts(entries)).append("</p>\n");
        entries.forEach(entry -> study(entry, entries.size() == 1));
        html.append("<p class=\"quiet\">The same for programs: <a href=\"").append(Catalog.JSON).append("\">")
                .append(Catalog.JSON)
                .append("</a></p>\n</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private static String counts(List<CatalogEntry> entries) {
        return Stream.of(StudyState.values())
                .flatMap(state -> Stream.of(entries.stream().filter(e -> e.state() == state).count()).filter(n -> n > 0)
                        .map(n -> n + " " + state.word()))
                .collect(Collectors.joining(", "));
    }

    private void study(CatalogEntry entry, boolean open) {
        String state = entry.state().word();
        html.append(open ? "<details open>" : "<details>").append("\n<summary><h2>").append(escape(entry.study()))
                .append("</h2> <span class=\"state ").append(state).append("\">").append(state)
                .append("</span> <span class=\"quiet\">").append(headline(entry))
                .append("</span></summary>\n<div class=\"body\">\n");
        if (entry.state() != StudyState.REPORTED) {
            html.append("<p class=\"note ").append(state).append("\">").append(switch (entry.state()) {
                case REJECTED -> "The last upload was rejected";
                case WAITING -> "The last upload is not complete";
                case FAILED, REPORTED -> "No report could be made of the last upload";
            }).append(entry.status() == null ? "" : dataOf(entry.status().snapshot(), " (data of ", ")"))
                    .append(entry.latest() == null ? "." : "; the report below is of earlier data.").append("</p>\n");
        }
        findings(entry.findings());
        if (entry.latest() == null) {
            html.append("<p>There is no report yet.</p>\n");
        } else {
            report(entry, entry.latest());
        }
        html.append("</div>\n</details>\n");
    }

    /// What is worth knowing of a study before its report is looked at.
    private static String headline(CatalogEntry entry) {
        if (entry.latest() == null) {
            return "no report yet";
        }
        long made = entry.tables().stream().filter(Manifest.Entry::produced).count();
        return made + (made == 1 ? " table" : " tables") + dataOf(entry.latest().snapshot(), ", data of ", "");
    }

    private void findings(List<FindingCounts> findings) {
        if (findings.isEmpty()) {
            return;
        }
        html.append("<h3>Findings in the last upload</h3>\n<table>\n");
        for (FindingCounts count : findings) {
            String place = Stream.of(count.dataset(), count.variable()).filter(Objects::nonNull).collect(Collectors.joining(" "));
            html.append("<tr><td class=\"count\">").append(count.count()).append(" ×</td><td>").append(escape(count.severity()))
                    .append(' ').append(escape(count.code())).append(place.isEmpty() ? "" : " in " + escape(place))
                    .append("</td></tr>\n");
        }
        html.append("</table>\n");
    }

    private void report(CatalogEntry entry, StudyStatus latest) {
        String folder = href(new StudyKeys(entry.study()).file(String.valueOf(latest.run()), "x"));
        folder = folder.substring(0, folder.length() - 1);
        html.append("<h3>Report</h3>\n<ul class=\"report\">\n");
        for (Manifest.Output file : entry.reportFiles()) {
            html.append("<li>")
                    .append(link(folder, file.path(), escape(file.path()) + "<small>" + size(file.size()) + "</small>"))
                    .append("</li>\n");
        }
        html.append("<li>").append(link(folder, Manifest.FILE, Manifest.FILE)).append("</li>\n</ul>\n");
        html.append("<h3>Tables</h3>\n<table class=\"tables\">\n");
        for (Manifest.Entry table : entry.tables()) {
            html.append("<tr><td class=\"number\">").append(escape(table.number())).append("</td><td>")
                    .append(escape(table.title())).append("</td><td class=\"files\">");
            if (table.produced()) {
                for (Manifest.Output file : entry.tableFiles(table.id())) {
                    String format = file.path().substring(file.path().lastIndexOf('.') + 1);
                    html.append(link(folder, file.path(), escape(format.toUpperCase(Locale.ROOT)))).append(' ');
                }
            } else {
                html.append("<span class=\"quiet\">not made; the report says why</span>");
            }
            html.append("</td></tr>\n");
        }
        html.append("</table>\n<h3>Made from</h3>\n<table>\n");
        for (Source source : latest.snapshot()) {
            html.append("<tr><td>").append(escape(source.key().substring(new StudyKeys(entry.study()).prefix().length())))
                    .append("</td><td class=\"when\">").append(time(source.lastModified())).append("</td></tr>\n");
        }
        html.append("</table>\n<p class=\"quiet\">Run ").append(escape(String.valueOf(latest.run()))).append(", made by ")
                .append(escape(latest.software().nameAndVersion())).append("</p>\n");
    }

    private static String dataOf(List<Source> snapshot, String before, String after) {
        return CatalogEntry.newest(snapshot).map(t -> before + time(t) + after).orElse("");
    }

    /// A time as the store gives it, for people.
    private static String time(String iso) {
        try {
            return "<time datetime=\"" + escape(iso) + "\">" + TIME.format(Instant.parse(iso)) + "</time>";
        } catch (DateTimeException e) {
            return escape(iso);
        }
    }

    private static String size(long bytes) {
        return bytes < KILO * KILO
                ? Math.max(1, (bytes + KILO / 2) / KILO) + " kB"
                : (bytes + KILO * KILO / 2) / (KILO * KILO) + " MB";
    }

    private static String link(String folder, String path, String text) {
        return "<a href=\"" + folder + href(path) + "\">" + text + "</a>";
    }

    /// A key as a relative link.
    private static String href(String key) {
        return Arrays.stream(key.split("/", -1)).map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private static String hash(String text) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(CatalogPage.class.getResourceAsStream("catalog.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
