package org.tabularium.run;

import org.tabularium.table.display.Display;

/// Where a run's files lie in it. Every path is made and recognised here.
public final class RunPaths {

    public static final String RESULTS = "results.json";
    public static final String FINDINGS = "findings.json";
    /// Who is behind each result; not where the study says `identifiers: none`.
    public static final String SUBJECTS = "subjects.json";
    /// Where variables come from, by define.xml; only where the study has one.
    public static final String DEFINITIONS = "definitions.json";
    /// The results as one flat dataset.
    public static final String ARD_CSV = "ard.csv";
    public static final String ARD_NDJSON = "ard.ndjson";
    /// A reporting event that was given, with its results.
    public static final String ARS_EVENT = "ars-event.json";
    /// The run as a reporting event of CDISC ARS.
    public static final String ARS = "ars.json";
    public static final String MANIFEST = "manifest.json";
    /// The signature of the manifest's bytes; no output, since it follows from no content.
    public static final String SIGNATURE = "manifest.sig";

    private static final String REPORT = "report.";
    private static final String TABLES = "tables/";
    private static final String FIGURES = "figures/";
    private static final String TEXTS = "texts/";

    private RunPaths() {}

    /// The whole report in a format.
    ///
    /// @param extension of the format, without dot
    public static String report(String extension) {
        return REPORT + extension;
    }

    /// One display in a format.
    public static String display(Display.Kind kind, String id, String extension) {
        return folder(kind) + id + "." + extension;
    }

    private static String folder(Display.Kind kind) {
        return switch (kind) {
            case TABLE, LISTING -> TABLES;
            case FIGURE -> FIGURES;
            case TEXT -> TEXTS;
        };
    }

    public static boolean isReport(String path) {
        return path.startsWith(REPORT);
    }

    /// Whether the file is some display's own.
    public static boolean isOfDisplay(String path) {
        return path.startsWith(TABLES) || path.startsWith(FIGURES) || path.startsWith(TEXTS);
    }

    /// Whether the file is this display's own.
    public static boolean isOf(String path, String id) {
        return path.startsWith(TABLES + id + ".") || path.startsWith(FIGURES + id + ".")
                || path.startsWith(TEXTS + id + ".");
    }
}
