package org.tabularium.render.html;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.tabularium.render.Datum;
import org.tabularium.render.Document;
import org.tabularium.render.Renderer;
import org.tabularium.result.Result;
import org.tabularium.table.display.Display;

/// The whole report as one page: contents, displays as tables, and for each number its explanation. It asks nobody for anything,
/// which its policy holds browsers to; it is read without script, which only searches, spells out subjects and closes by Escape.
///
/// Where subjects may not be named ([Document#subjects] is empty) no row of a single subject is on it: listings are left out.
public final class HtmlRenderer implements Renderer {

    /// What stands in every page, read by the first that is written.
    private static final class Fixed {
        static final String STYLE = resource("report.css");
        static final String SCRIPT = resource("report.js");
    }

    @Override
    public String extension() {
        return "html";
    }

    @Override
    public String mediaType() {
        return "text/html; charset=utf-8";
    }

    @Override
    public boolean supports(Display.Kind kind) {
        return true;
    }

    @Override
    public boolean fileOfEach() {
        return false;
    }

    @Override
    public boolean wholeReport() {
        return true;
    }

    @Override
    public int render(Document document, OutputStream out) throws IOException {
        OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            page(document, new Markup(writer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
        return 0;
    }

    private static void page(Document document, Markup out) {
        List<Display> shown = new ArrayList<>();
        for (Display display : document.displays()) {
            if (display.kind() != Display.Kind.LISTING || !document.subjects().isEmpty()) {
                shown.add(display);
            }
        }
        head(document, out);
        contents(document, shown, out);
        out.raw("<main id=main>\n");
        List<Explained> explained = new ArrayList<>();
        shown.forEach(display -> DisplayMarkup.write(out, display, explained));
        last(document, out);
        ExplanationMarkup explanations = new ExplanationMarkup(out, new SubjectLists(document.subjects()), keys(document));
        out.raw("<section aria-labelledby=h-x>\n<h2 id=h-x>Explanations</h2>\n<p>A number above leads to its explanation: "
                + "who is counted of whom, by which filter and method.</p>\n");
        explanations.write(explained);
        out.raw("</section>\n");
        explanations.writeLists();
        out.raw("</main>\n<footer><p>").text(joined(document.page().foot(), document.software())).raw("</p></footer>\n<script>")
                .raw(Fixed.SCRIPT).raw("</script>\n</body>\n</html>\n");
    }

    private static void head(Document document, Markup out) {
        String title = document.title().isEmpty() ? document.study() : document.study() + ": " + document.title();
        out.raw("<!DOCTYPE html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n"
                + "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; base-uri 'none'; form-action 'none'; style-src '")
                .raw(ContentHash.of(Fixed.STYLE)).raw("'; script-src '").raw(ContentHash.of(Fixed.SCRIPT))
                .raw("'\">\n<meta name=viewport content=\"width=device-width, initial-scale=1\">\n<meta name=generator content=")
                .value(document.software()).raw(">\n<title>").text(title).raw("</title>\n<style>").raw(Fixed.STYLE)
                .raw("</style>\n</head>\n<body>\n<a class=skip href=#main>To the displays</a>\n<header>\n<h1>")
                .text(document.study())
                .raw("</h1>\n");
        line(document.title(), out);
        line(joined(document.page().head(), document.page().status()), out);
        if (!document.page().status().contains(document.cutOff())) {
            line(document.cutOff(), out);
        }
        out.raw("<form id=search role=search hidden><label for=q>Search displays and rows</label>"
                + "<input id=q type=search autocomplete=off> <output for=q></output></form>\n</header>\n");
    }

    private static void line(String text, Markup out) {
        if (!text.isEmpty()) {
            out.raw("<p>").text(text).raw("</p>\n");
        }
    }

    private static void contents(Document document, List<Display> shown, Markup out) {
        out.raw("<nav aria-labelledby=h-contents>\n<h2 id=h-contents>Contents</h2>\n<ol>\n");
        for (Display display : shown) {
            out.raw("<li><a href=#d-").raw(display.id()).raw(">").text(display.heading()).raw("</a></li>\n");
        }
        out.raw("</ol>\n");
        if (shown.size() < document.displays().size()) {
            out.raw("<p>Rows of single subjects are not on this page.</p>\n");
        }
        out.raw("</nav>\n");
    }

    /// What could not be made, and findings, where the report has them.
    private static void last(Document document, Markup out) {
        if (!document.notProduced().isEmpty()) {
            out.raw("<section aria-labelledby=h-not>\n<h2 id=h-not>Not produced</h2>\n<ul>\n");
            document.notProduced().forEach(not -> out.raw("<li>").text(not.id() + ": " + not.reason()).raw("</li>\n"));
            out.raw("</ul></section>\n");
        }
        if (!document.findings().isEmpty()) {
            out.raw("<section aria-labelledby=h-findings>\n<h2 id=h-findings>Findings</h2>\n<ul>\n");
            document.findings().forEach(finding -> out.raw("<li>").text(finding).raw("</li>\n"));
            out.raw("</ul></section>\n");
        }
    }

    private static IdentityHashMap<Result, String> keys(Document document) {
        IdentityHashMap<Result, String> keys = new IdentityHashMap<>();
        for (Datum datum : document.data()) {
            keys.put(datum.result(), datum.key());
        }
        return keys;
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + " · " + second;
    }

    private static String resource(String name) {
        try (var in = HtmlRenderer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in the program's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
