package org.tabularium.validation.rule;

import java.util.function.Consumer;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// One thing that is checked of a study's data.
///
/// A rule asks for columns before anything is read, as tables do, and looks at them afterwards; it changes nothing. It passes
/// over what the
/// study does not have.
public interface Rule {

    /// Asks for the columns the rule looks at (our names).
    void ask(Study study, RequestedColumns requested);

    /// Reports what it finds.
    void check(StudyData data, Consumer<Finding> findings);

    /// Whether it looks at the records of a large study one by one. Where rules are checked side by side, such a rule is not left
    /// for the end, at which nobody else has anything to do.
    default boolean looksAtEachRecord() {
        return false;
    }
}
