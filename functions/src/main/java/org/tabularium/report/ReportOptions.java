package org.tabularium.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.snapshot.StudySnapshot;

/// What the caller asks of a report beside the study's own settings.
///
/// @param formats file formats in order, e.g. `xlsx`, `pdf`, `csv`; empty for all
/// @param tables names of the tables to make; empty for what study.yaml asks for
/// @param style house style that replaces the study's; null for the study's
/// @param templates further shells, which come before the study's own; empty for none
public record ReportOptions(
        List<String> formats, List<String> tables, @Nullable String style, List<StudySnapshot.File> templates) {

    public static final ReportOptions DEFAULT = new ReportOptions(List.of(), List.of(), null, List.of());
}
