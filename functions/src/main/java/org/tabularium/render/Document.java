package org.tabularium.render;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tabularium.table.display.Display;

/// What a renderer makes a file of: the whole report, or one display of it. What is empty is not printed.
///
/// @param study the study's printed name
/// @param sponsor the author of the file; empty for none
/// @param title the study's title; empty for none
/// @param cutOff the line "Data cut-off 31 Aug 2025"; empty for none
/// @param run the run's id
/// @param software name and version
/// @param created the date of the document, for its properties; null gives a fixed one
/// @param page what stands around every page
/// @param displays the displays, in order
/// @param notProduced what could not be made, with the reason; printed at the end
/// @param findings warnings and notes, a line each, printed at the end
/// @param data every result of the report, for formats with a row a result; empty for a single display
/// @param contents whether the file is the whole report, not a display alone
/// @param contentsPage whether the report begins with a page of contents; where it does not, short displays share a page
/// @param subjects identifiers by the numbers that results have of subjects; empty where no subject may be named
/// @param tags the names of the results that cells show
/// @param layouts what was worked out of the displays already, for this document or for another one of the same report
public record Document(
        String study,
        String sponsor,
        String title,
        String cutOff,
        String run,
        String software,
        @Nullable LocalDate created,
        AroundPage page,
        List<? extends Display> displays,
        List<NotProduced> notProduced,
        List<String> findings,
        List<Datum> data,
        boolean contents,
        boolean contentsPage,
        List<String> subjects,
        Tags tags,
        Layouts layouts) {

    /// A document whose results have no names, and that names no subjects beside those in its displays.
    public Document(String study, String sponsor, String title, String cutOff, String run, String software,
            @Nullable LocalDate created, AroundPage page, List<? extends Display> displays, List<NotProduced> notProduced,
            List<String> findings, List<Datum> data, boolean contents, boolean contentsPage) {
        this(study, sponsor, title, cutOff, run, software, created, page, displays, notProduced, findings, data, contents,
                contentsPage, List.of(), Tags.NONE, new Layouts());
    }

    /// The same with those of its displays that are of some kinds.
    public Document only(Predicate<Display.Kind> kinds) {
        return new Document(study, sponsor, title, cutOff, run, software, created, page,
                displays.stream().filter(display -> kinds.test(display.kind())).toList(), notProduced, findings, data, contents,
                contentsPage, subjects, tags, layouts);
    }

    /// A display that could not be made.
    public record NotProduced(String id, String title, String reason) {}

    /// What stands around every page.
    ///
    /// @param head on the left above: sponsor, protocol, study
    /// @param status on the right above: the report's status and the cut-off
    /// @param foot on the left below: the run
    /// @param numbered whether pages have numbers
    public record AroundPage(String head, String status, String foot, boolean numbered) {}
}
