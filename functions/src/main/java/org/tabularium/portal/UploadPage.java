package org.tabularium.portal;

import java.util.Map;
import org.tabularium.publication.StudyKeys;

/// The page that sends datasets: a script works out each file's SHA-256, asks for a link and writes the file into the bucket
/// itself.
record UploadPage(PortalSettings settings, Layout layout) {

    Response of(Session session, StudyKeys keys, String bucket) {
        return layout.scripted(session, "Upload to " + keys.study(), bucket,
                Html.tag("p").of(
                        "Datasets (SAS transport, CSV, Dataset-JSON, Excel, SAS7BDAT, also .gz) and study.yaml, at most 5 GB each. A file of a name "
                                + "that is there already replaces it; the earlier version is kept."),
                Html.tag("form").with("id", "upload").with("method", "post").with("action", settings.path("/upload"))
                        .with("data-study", keys.study()).of(Layout.formToken(session),
                                Html.tag("label").of("Files ",
                                        Html.tag("input").with("type", "file").with("name", "files").with("multiple", "").of()),
                                Html.tag("button").of("Upload")),
                Html.tag("noscript")
                        .of(Html.tag("p")
                                .of("This page alone needs JavaScript: your browser itself writes the file into the bucket, "
                                        + "with its checksum. With AWS credentials, aws s3 cp does the same.")),
                Html.tag("ul").with("id", "files").with("aria-live", "polite").with("aria-label", "Files").of(),
                Html.tag("p").of(
                        Html.tag("a").with("href", settings.path("/study", Map.of("name", keys.study()))).of("To the study")));
    }
}
