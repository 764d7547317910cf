package org.tabularium.table.wording;

import java.util.List;
import java.util.stream.Collectors;
import org.tabularium.result.RowName;
import org.tabularium.result.SubjectRemark;
import org.tabularium.result.SubjectRemark.AbsentVariables;
import org.tabularium.result.SubjectRemark.EmptyColumns;
import org.tabularium.result.SubjectRemark.EnrolledUnmet;
import org.tabularium.result.SubjectRemark.ImputedDay;
import org.tabularium.result.SubjectRemark.Screened;
import org.tabularium.result.SubjectRemark.SeveralRecords;
import org.tabularium.result.SubjectRemark.UnknownSubjects;

/// Subjects: characteristics, exposure, eligibility, and listings of them.
final class SubjectWords {

    private SubjectWords() {}

    /// A row's label.
    static String of(RowName.Subject name) {
        return switch (name) {
            case SCREENED -> "Screened";
            case SCREEN_FAILURES -> "Screen failures";
            case INCLUSION_NOT_MET -> "Inclusion criteria not met";
            case EXCLUSION_MET -> "Exclusion criteria met";
            case CRITERIA_NOT_MET -> "Criteria not met";
            case DEATH -> "Death";
            case CUT_OFF -> "Data cut-off";
            case NO_CRITERION -> "No criterion recorded";
            case ENROLLED -> "Enrolled";
        };
    }

    static String of(SubjectRemark remark, PrintedNames names) {
        return switch (remark) {
            case AbsentVariables(List<String> variables) -> "Not in the data, though asked for: "
                    + variables.stream().map(names::ofVariable).collect(Collectors.joining(", ")) + ".";
            case SeveralRecords(List<String> parameters) ->
                "Left out because a subject has several different records: " + String.join("; ", parameters) + ".";
            case Screened() ->
                "Percentages are based on the subjects screened. A subject is counted once in each row and may fail several"
                        + " criteria.";
            case EnrolledUnmet(int subjects) -> Plural.of(subjects,
                    "{n} enrolled subject did not meet a criterion.",
                    "{n} enrolled subjects did not meet a criterion.");
            case UnknownSubjects(long records) -> Plural.of(records,
                    "{n} record is of a subject who is not in the subject-level data and is not counted.",
                    "{n} records are of subjects who are not in the subject-level data and are not counted.");
            case EmptyColumns(List<String> headers) -> "Not shown, because no row has a value: "
                    + headers.stream().map(header -> names.within(header.replace('\n', ' '))).collect(Collectors.joining("; "))
                    + ".";
            case ImputedDay(String mark) -> mark + " The study day is that of an imputed date; dates are shown as collected.";
        };
    }
}
