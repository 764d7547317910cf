package org.tabularium.analysis.figure;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tabularium.dataset.Column;
import org.tabularium.result.Clauses;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

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
        this.names = data.adsl().column("SUBJID").filter(column -> tellsApart(column, data.subjectCount())).orElse(ids);
    }

    private static boolean tellsApart(Column column, int subjects) {
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, subjects).mapToObj(subject -> ValueText.text(column, subject))
                .allMatch(text -> !text.isEmpty() && seen.add(text));
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
