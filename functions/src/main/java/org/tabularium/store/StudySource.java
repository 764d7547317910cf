package org.tabularium.store;

import java.io.IOException;
import java.util.List;
import java.util.NavigableMap;
import org.tabularium.finding.RejectedException;

/// Where a study lies.
public interface StudySource {

    /// The study's own Word template, the one file beside shells that is read from its templates.
    String WORD_TEMPLATE = "templates/report.dotx";

    /// The study's name: the last part of its path.
    String study();

    /// What lies in the study now.
    ///
    /// @throws RejectedException where something in it may not be read, with a finding for each such object
    /// @throws IOException where the study itself is not there or may not be listed
    Listing list() throws IOException, RejectedException;

    /// The objects of a study.
    ///
    /// @param objects name relative to the study, with `/` → content; top-level objects, `templates/*.yaml` and [#WORD_TEMPLATE]
    /// @param ignored names of what else lies there and is not read, sorted; a folder's name ends in `/`
    record Listing(NavigableMap<String, Content> objects, List<String> ignored) {}
}
