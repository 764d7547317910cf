package org.tabularium.publish;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.tabularium.publish.StudyStatus.Source;
import org.tabularium.snapshot.Sha256;

/// `index.html`: the catalogue for people. One page without scripts; links are relative, so that it works behind any front door.
final class CatalogPage {

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;overflow-wrap:anywhere}
            h1{font-size:1.4rem}
            details{border-top:1px solid #8888;padding:.6rem 0}
            summary{cursor:pointer;min-height:2rem}
            summary b{font-size:1.1rem}
            .state{border:1px solid;border-radius:1rem;font-size:.85rem;margin-left:.4rem;padding:.1rem .6rem}
            .reported{color:#0a7a33}.rejected,.failed{color:#c0261c}.waiting{color:#946200}
            @media(prefers-color-scheme:dark){.reported{color:#5fd38a}.rejected,.failed{color:#ff8a80}.waiting{color:#ffc65c}}
            ul{list-style:none;margin:.4rem 0;padding:0}
            li{padding:.3rem 0}
            a{display:inline-block;margin-right:.8rem;min-height:1.5rem}
            small{display:block;opacity:.8}
            """;

    private final StringBuilder html = new StringBuilder(1 << 14);

    private CatalogPage() {}

    static byte[] bytes(List<CatalogEntry> entries) {
        return new CatalogPage().page(entries).getBytes(StandardCharsets.UTF_8);
    }

    private String page(List<CatalogEntry> entries) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
                .append(hash(STYLE))
                .append("'; base-uri 'none'; form-action 'none'\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<meta name=\"referrer\" content=\"no-referrer\">\n");
        html.append("<title>Tabularium</title>\n<style>").append(STYLE).append("</style>\n</head>\n<body>\n");
        html.append("<h1>Studies (").append(entries.size()).append(")</h1>\n");
        if (entries.isEmpty()) {
            html.append("<p>No study has been delivered yet.</p>\n");
        }
        entries.forEach(this::study);
        html.append("<p><a href=\"").append(Catalog.JSON).append("\">").append(Catalog.JSON)
                .append("</a></p>\n</body>\n</html>\n");
        return html.toString();
    }

    private void study(CatalogEntry entry) {
        String state = entry.state().word();
        html.append("<details>\n<summary><b>").append(escape(entry.study())).append("</b> <span class=\"state ").append(state)
                .append("\">").append(state).append("</span></summary>\n");
        if (entry.state() != StudyState.REPORTED) {
            html.append("<p>").append(switch (entry.state()) {
                case REJECTED -> "The last upload was rejected";
                case WAITING -> "The last upload is not complete";
                case FAILED, REPORTED -> "No report could be made of the last upload";
            }).append(entry.status() == null ? "" : times(entry.status().snapshot()))
                    .append(entry.latest() == null ? "." : "; the report below is of earlier data.").append("</p>\n");
        }
        findings(entry.findings());
        if (entry.latest() == null) {
            html.append("<p>There is no report yet.</p>\n");
        } else {
            report(entry, entry.latest());
        }
        html.append("</details>\n");
    }

    private void findings(List<FindingCounts> findings) {
        if (findings.isEmpty()) {
            return;
        }
        html.append("<ul>\n");
        for (FindingCounts count : findings) {
            String place = Arrays.asList(count.dataset(), count.variable()).stream().filter(p -> p != null)
                    .collect(Collectors.joining(" "));
            html.append("<li>").append(count.count()).append(" × ").append(escape(count.severity())).append(' ')
                    .append(escape(count.code())).append(place.isEmpty() ? "" : " in " + escape(place)).append("</li>\n");
        }
        html.append("</ul>\n");
    }

    private void report(CatalogEntry entry, StudyStatus latest) {
        String folder = href(new StudyKeys(entry.study()).file(String.valueOf(latest.run()), "x"));
        folder = folder.substring(0, folder.length() - 1);
        html.append("<p>Run ").append(escape(String.valueOf(latest.run()))).append(times(latest.snapshot())).append("</p>\n<p>");
        for (String path : entry.reportFiles()) {
            link(folder, path, path);
        }
        link(folder, Manifest.FILE, Manifest.FILE);
        html.append("</p>\n<ul>\n");
        for (Manifest.Entry table : entry.tables()) {
            html.append("<li>").append(escape((table.number() + " " + table.title()).strip()));
            if (!table.produced()) {
                html.append("<small>not made; the report says why</small>");
            } else {
                html.append("<br>");
                for (String path : entry.tableFiles(table.id())) {
                    link(folder, path, path.substring(path.lastIndexOf('.') + 1));
                }
            }
            html.append("</li>\n");
        }
        html.append("</ul>\n<small>Made from ").append(latest.snapshot().stream()
                .map(s -> escape(s.key().substring(s.key().lastIndexOf('/') + 1)) + " (" + escape(s.lastModified()) + ")")
                .collect(Collectors.joining(", "))).append("</small>\n");
    }

    private static String times(List<Source> snapshot) {
        return CatalogEntry.newest(snapshot).map(t -> ", data of " + escape(t)).orElse("");
    }

    private void link(String folder, String path, String text) {
        html.append("<a href=\"").append(folder).append(href(path)).append("\">").append(escape(text)).append("</a> ");
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
}
