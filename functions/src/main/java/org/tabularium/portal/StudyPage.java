package org.tabularium.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.portal.StudyReports.Report;
import org.tabularium.publication.FindingCounts;
import org.tabularium.publication.HistoryEvent;
import org.tabularium.publication.StudyKeys;
import org.tabularium.publication.StudyState;
import org.tabularium.publication.StudyStatus;
import org.tabularium.publication.StudyStatus.Source;
import org.tabularium.run.Manifest;
import org.tabularium.run.RunPaths;

/// A study: what happened last, the newest report with its files, what changed in it, findings, data, history.
///
/// @param full whether findings may be shown with their values
/// @param persons whether it may be said who did what
record StudyPage(PortalSettings settings, Layout layout, Session session, StudyKeys keys, boolean full, boolean persons) {

    private static final int FINDINGS = 100;
    private static final long KILO = 1_000;

    /// @param report the newest; null where there is none that the caller may read
    /// @param changes from the run before; null where there is none
    Response of(StudyStatus status, @Nullable Report report, @Nullable RunChanges changes, List<HistoryEvent> history,
            boolean uploads) {
        List<Html> parts = new ArrayList<>();
        parts.add(Html.tag("p").of(CataloguePage.badge(status.state()), " ", sentence(status, report)));
        if (uploads) {
            parts.add(Html.tag("p").of(link("/upload", Map.of("study", keys.study()), "Upload datasets")));
        }
        // Where all is well the report comes first, else what has to be mended.
        Html findings = findings(status);
        if (status.state() != StudyState.REPORTED) {
            parts.add(findings);
        }
        if (report != null) {
            if (changes != null) {
                parts.add(changes(changes));
            }
            parts.add(report(report));
        }
        if (status.state() == StudyState.REPORTED) {
            parts.add(findings);
        }
        parts.add(data(status));
        parts.add(Html.tag("h2").of("History"));
        parts.add(new HistoryTable(persons).of(history, keys));
        parts.add(Html.tag("p").of(link("/history", Map.of("study", keys.study()), "All events")));
        return layout.page(200, session, keys.study(), parts.toArray(new Html[0]));
    }

    private Html link(String path, Map<String, String> parameters, Object text) {
        return Html.tag("a").with("href", settings.path(path, parameters)).of(text);
    }

    private static String sentence(StudyStatus status, @Nullable Report report) {
        String before = report == null ? "" : " The report below is of earlier data.";
        return switch (status.state()) {
            case REPORTED -> report == null ? "A report was made." : "The report below is of the data as they are.";
            case REJECTED -> "The last upload was rejected; the findings say why." + before;
            case WAITING -> (status.snapshot().isEmpty() && status.ignored().isEmpty()
                    ? "The study was emptied or withdrawn."
                    : "The delivery is not complete yet.") + before;
            case FAILED -> "No report could be made of the last upload, for a reason outside of the data." + before;
        };
    }

    private Html findings(StudyStatus status) {
        if (status.findings().isEmpty()) {
            return Html.NOTHING;
        }
        List<Html> rows = new ArrayList<>();
        if (!full) {
            for (FindingCounts count : FindingCounts.of(status.findings())) {
                rows.add(Layout.row(count.severity(), count.code(), place(count.dataset(), null, count.variable()),
                        count.count()));
            }
            return Html.all(Html.tag("h2").of("Findings"),
                    Layout.table("Findings", Layout.heads("Severity", "Code", "Where", "Count"), rows));
        }
        for (Finding finding : status.findings().subList(0, Math.min(FINDINGS, status.findings().size()))) {
            String value = finding.value() == null ? "" : "\u201c" + finding.value() + "\u201d ";
            rows.add(Layout.row(finding.severity().word(), place(finding.dataset(), finding.row(), finding.variable()),
                    Html.all(value + finding.message(),
                            finding.remedy().isEmpty() ? "" : Html.tag("p").with("class", "quiet").of(finding.remedy())),
                    finding.code()));
        }
        int more = status.findings().size() - rows.size();
        return Html.all(Html.tag("h2").of("Findings"),
                Layout.table("Findings", Layout.heads("Severity", "Where", "What", "Code"), rows),
                more > 0 ? Html.tag("p").of(more + " more stand in findings.json.") : Html.NOTHING);
    }

    private static String place(@Nullable String dataset, @Nullable Long row, @Nullable String variable) {
        List<String> parts = new ArrayList<>();
        if (dataset != null) {
            parts.add(dataset);
        }
        if (row != null) {
            parts.add("row " + row);
        }
        if (variable != null) {
            parts.add(variable);
        }
        return String.join(" ", parts);
    }

    private Html changes(RunChanges changes) {
        List<RunChanges.OfDisplay> displays = changes.displays();
        List<Html> parts = new ArrayList<>();
        parts.add(Html.tag("h2").of("What changed since the run before"));
        if (displays.isEmpty()) {
            parts.add(Html.tag("p").of("No display shows anything else than before."));
        } else {
            parts.add(Html.tag("ul")
                    .of(displays.stream().map(c -> Html.tag("li").of(name(c.display()) + ": " + c.how() + reason(c.display())))
                            .toList()));
            parts.add(Html.tag("p").of(link("/changes",
                    Map.of("study", keys.study(), "from", changes.before().run(), "to", changes.after().run()), "Cell by cell")));
        }
        return Html.all(parts);
    }

    /// Why it was not produced; nothing where it was, and for those who may not read all.
    private String reason(Manifest.Entry display) {
        return full && !display.produced() ? ": " + display.reason() : "";
    }

    static String name(Manifest.Entry display) {
        String kind = display.kind().word();
        return display.number().isBlank()
                ? display.title()
                : kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + " " + display.number() + ", "
                        + display.title();
    }

    private Html report(Report report) {
        Manifest manifest = report.manifest();
        List<Html> whole = manifest.outputs().stream().filter(o -> !RunPaths.isOfDisplay(o.path()))
                .sorted(Comparator.comparing((Manifest.Output o) -> !RunPaths.isReport(o.path()))
                        .thenComparing(Manifest.Output::path))
                .map(o -> Html.tag("li").of(file(report, o, o.path()), " ",
                        Html.tag("span").with("class", "quiet").of(size(o.size()))))
                .toList();
        boolean numbered = manifest.displays().stream().anyMatch(d -> !d.number().isBlank());
        List<Html> rows = new ArrayList<>();
        List<Html> missing = new ArrayList<>();
        for (Manifest.Entry display : manifest.displays()) {
            if (!display.produced()) {
                missing.add(Html.tag("li").of(name(display) + reason(display)));
                continue;
            }
            List<Object> files = new ArrayList<>();
            manifest.outputs().stream().filter(o -> RunPaths.isOf(o.path(), display.id())).forEach(o -> {
                files.add(file(report, o, extension(o.path())));
                files.add(" ");
            });
            Html links = Html.tag("span").with("class", "files").of(files);
            rows.add(numbered ? Layout.row(display.number(), display.title(), links) : Layout.row(display.title(), links));
        }
        return Html.all(Html.tag("h2").of("Report"), Html.tag("ul").with("class", "whole").of(whole),
                Layout.table("Displays", numbered ? Layout.heads("Number", "Title", "Files") : Layout.heads("Title", "Files"),
                        rows),
                missing.isEmpty() ? Html.NOTHING : Html.all(Html.tag("h3").of("Not produced"), Html.tag("ul").of(missing)),
                Html.tag("p").with("class", "quiet").of("Run " + report.run() + ", made by " + manifest.software().name() + " "
                        + manifest.software().version()));
    }

    private Html file(Report report, Manifest.Output output, String text) {
        String name = FileNames.of(report.manifest(), output.path());
        return Html.tag("a").with("aria-label", "Download " + name).with("href", settings.path("/file",
                Map.of("study", keys.study(), "run", report.run(), "path", output.path()))).of(text);
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }

    private static String size(long bytes) {
        return bytes < KILO * KILO
                ? Math.max(1, (bytes + KILO / 2) / KILO) + " kB"
                : (bytes + KILO * KILO / 2) / (KILO * KILO) + " MB";
    }

    private Html data(StudyStatus status) {
        if (status.snapshot().isEmpty() && status.ignored().isEmpty()) {
            return Html.NOTHING;
        }
        List<Html> rows = new ArrayList<>();
        for (Source source : status.snapshot()) {
            rows.add(Layout.row(source.key().substring(keys.prefix().length()), Layout.time(source.lastModified()),
                    source.sha256() == null ? "" : Html.tag("code").of(source.sha256().substring(0, 16) + "\u2026")));
        }
        status.ignored().forEach(name -> rows.add(Layout.row(name, "", "ignored")));
        String title = status.state() == StudyState.REPORTED ? "Made from" : "Delivered";
        return Html.all(Html.tag("h2").of(title), Layout.table(title, Layout.heads("File", "Written", "SHA-256"), rows));
    }
}
