package org.tabularium.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.render.csv.CsvKind;
import org.tabularium.shell.Edition;
import org.tabularium.snapshot.StudySnapshot;

/// What the caller asks of a report beside the study's own settings.
///
/// @param formats file formats in order, e.g. `xlsx`, `pdf`, `csv`; empty for all
/// @param tables names of the tables to make; empty for what study.yaml asks for
/// @param style house style that replaces the study's; null for the study's
/// @param templates further shells, which come before the study's own; empty for none
/// @param csv for whom CSV files are written
/// @param wordTemplate the template of Word documents, in place of the study's own; null for none
/// @param edition for whom the report is
/// @param event a reporting event of CDISC ARS v1 whose analyses are made too; null for none
public record ReportOptions(
        List<String> formats, List<String> tables, @Nullable String style, List<StudySnapshot.File> templates, CsvKind csv,
        StudySnapshot.@Nullable File wordTemplate, Edition edition,
        StudySnapshot.@Nullable File event) {

    public static final ReportOptions DEFAULT = new ReportOptions(List.of(), List.of(), null, List.of());

    /// With plain CSV files.
    public ReportOptions(List<String> formats, List<String> tables, @Nullable String style, List<StudySnapshot.File> templates) {
        this(formats, tables, style, templates, CsvKind.PLAIN, null, Edition.FULL, null);
    }

    /// The same with CSV files for whom the word says.
    ///
    /// @param word of [ReportFormats#csvKinds]
    public ReportOptions withCsv(String word) {
        return new ReportOptions(formats, tables, style, templates, CsvKind.of(word), wordTemplate, edition, event);
    }

    /// The same with a template of Word documents.
    ///
    /// @param template a .dotx; null for the study's own, where it has one
    public ReportOptions withWordTemplate(StudySnapshot.@Nullable File template) {
        return new ReportOptions(formats, tables, style, templates, csv, template, edition, event);
    }

    /// The same for another edition.
    public ReportOptions withEdition(Edition made) {
        return new ReportOptions(formats, tables, style, templates, csv, wordTemplate, made, event);
    }

    /// The same with a reporting event.
    ///
    /// @param declared null for none
    public ReportOptions withEvent(StudySnapshot.@Nullable File declared) {
        return new ReportOptions(formats, tables, style, templates, csv, wordTemplate, edition, declared);
    }
}
