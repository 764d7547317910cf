package org.tabularium.render;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.table.Display;

/// What a renderer makes a file of: the whole report, or one table of it.
///
/// @param study the study's printed name
/// @param head what stands on the left above every page: sponsor, protocol, study
/// @param status what stands on the right above every page: the report's status and the cut-off
/// @param title the study's title; empty for none
/// @param cutOff the line "Data cut-off 31 Aug 2025"; empty for none
/// @param run the run's id
/// @param software name and version
/// @param created the date of the document, for its properties; null gives a fixed one
/// @param displays the displays, in order
/// @param notProduced tables that could not be made, with the reason; listed on the contents page
/// @param findings warnings and notes, a line each, printed on the last page; empty for a single table
/// @param data every result of the report, for formats with a row a result; empty for a single display
/// @param contents whether the file starts with a contents page (the report) or holds a table alone
public record Document(
        String study,
        String head,
        String status,
        String title,
        String cutOff,
        String run,
        String software,
        @Nullable LocalDate created,
        List<? extends Display> displays,
        List<NotProduced> notProduced,
        List<String> findings,
        List<Datum> data,
        boolean contents) {

    /// A table that could not be made.
    public record NotProduced(String id, String title, String reason) {}
}
