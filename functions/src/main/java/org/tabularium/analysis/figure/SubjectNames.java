package org.tabularium.analysis.figure;

import java.util.List;
import java.util.Optional;
import org.tabularium.dataset.Column;
import org.tabularium.result.Clauses;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.selection.SubjectNumbers;

/// What subjects are called on figures: SUBJID where it tells them apart, else USUBJID; nothing where study.yaml says
/// `identifiers: none`.
final class SubjectNames {

    static final List<String> VARIABLES = List.of("SUBJID", "USUBJID");

    private final StudyData data;
    private final Column ids;
    private final Column names;

    SubjectNames(StudyData data) {
        this.data = data;
        this.ids = data.adsl().column("USUBJID").orElseThrow();
        this.names = data.adsl().column(SubjectNumbers.variable(data)).orElse(ids);
    }

    /// As it is printed; empty where subjects have no names.
    String printed(int subject) {
        return data.settings().identifiers() ? ValueText.text(names, subject) : "";
    }

    /// What selects it; nothing where subjects have no names.
    Clauses clause(int subject) {
        return data.settings().identifiers() ? Clauses.equal("USUBJID", ValueText.text(ids, subject)) : Clauses.NONE;
    }

    /// What keys of results call it.
    String key(int subject) {
        return Optional.of(printed(subject)).filter(text -> !text.isEmpty()).orElseGet(() -> Integer.toString(subject + 1));
    }
}
