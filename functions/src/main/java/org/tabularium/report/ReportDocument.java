package org.tabularium.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.render.Datum;
import org.tabularium.render.Document;
import org.tabularium.render.Layouts;
import org.tabularium.render.Tags;
import org.tabularium.run.DisplayStatus;
import org.tabularium.run.PublishedResult;
import org.tabularium.run.Software;
import org.tabularium.shell.Edition;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.PageSettings;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.table.Footnotes;
import org.tabularium.table.FrontMatter;
import org.tabularium.table.HouseStyle;
import org.tabularium.table.display.Display;

/// What renderers draw: displays with what stands before, behind and around them.
final class ReportDocument {

    private ReportDocument() {}

    /// The whole report.
    static Document whole(ReportInputs inputs, RunIdentity identity, HouseStyle style, List<Display> displays,
            List<DisplayStatus> statuses, List<PublishedResult> results, Tags tags, Layouts layouts) {
        return document(inputs, identity, style, displays, statuses, results, tags, layouts, true);
    }

    /// One display in a file of its own.
    static Document of(ReportInputs inputs, RunIdentity identity, HouseStyle style, Display display, Tags tags,
            Layouts layouts) {
        return document(inputs, identity, style, List.of(display), List.of(), List.of(), tags, layouts, false);
    }

    private static Document document(
            ReportInputs inputs,
            RunIdentity identity,
            HouseStyle style,
            List<? extends Display> displays,
            List<DisplayStatus> statuses,
            List<PublishedResult> results,
            Tags tags,
            Layouts layouts,
            boolean whole) {
        StudySettings settings = inputs.settings();
        FrontMatter front = FrontMatter.of(settings.page().frontMatter(), style);
        boolean full = whole && front == FrontMatter.FULL && identity.edition().isFull();
        List<Document.NotProduced> notProduced = new ArrayList<>();
        for (DisplayStatus status : statuses) {
            if (full && status.reason() != null) {
                notProduced.add(new Document.NotProduced(status.name(), status.title(), status.reason()));
            }
        }
        return new Document(
                settings.study(),
                settings.page().sponsor(),
                settings.title(),
                Footnotes.cutOff(settings),
                identity.run(),
                Software.current().nameAndVersion(),
                identity.date(),
                aroundPage(settings, style, identity),
                displays,
                notProduced,
                full ? findings(inputs) : List.of(),
                data(results),
                whole,
                whole && front != FrontMatter.NONE,
                whole && identity.edition().isFull() ? subjects(inputs) : List.of(),
                tags,
                layouts);
    }

    /// Identifiers in the order of ADSL, where they may be shown.
    private static List<String> subjects(ReportInputs inputs) {
        if (!inputs.settings().identifiers() || inputs.data().isEmpty()) {
            return List.of();
        }
        Column ids = inputs.data().get().adsl().column("USUBJID").orElseThrow();
        return ValueText.list(ids);
    }

    private static Document.AroundPage aroundPage(StudySettings settings, HouseStyle style, RunIdentity identity) {
        PageSettings page = settings.page();
        String protocol = page.protocol().isEmpty() ? "" : "Protocol " + page.protocol();
        String status = joined(identity.edition().mark(), page.status());
        return switch (style.furniture()) {
            case FULL -> new Document.AroundPage(joined(page.sponsor(), protocol, settings.study()),
                    joined(status, Footnotes.cutOff(settings)), "Run " + identity.run(), true);
            case NUMBER -> new Document.AroundPage(joined(page.sponsor(), protocol), status, "", true);
            case NONE -> new Document.AroundPage("", status, "", false);
        };
    }

    private static List<Datum> data(List<PublishedResult> results) {
        return results.stream()
                .map(result -> new Datum(result.table(), result.result(), result.text(), result.key().text()))
                .toList();
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static List<String> findings(ReportInputs inputs) {
        Findings findings = inputs.published(Edition.FULL);
        List<String> lines = new ArrayList<>(findings.listed().stream().map(Finding::line).toList());
        if (findings.unlisted() > 0) {
            lines.add("and " + findings.unlisted() + " more");
        }
        return lines;
    }
}
