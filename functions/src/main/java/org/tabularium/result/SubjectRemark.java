package org.tabularium.result;

import java.util.List;

/// Subjects: characteristics, exposure, eligibility, and listings of them.
public sealed interface SubjectRemark extends Remark {

    /// Variables that study.yaml asks for and ADSL does not have.
    record AbsentVariables(List<String> variables) implements SubjectRemark {}

    /// Parameters of which a subject has several different records.
    record SeveralRecords(List<String> parameters) implements SubjectRemark {}

    /// What percentages of screened subjects are of.
    record Screened() implements SubjectRemark {}

    /// Enrolled subjects who do not meet a criterion.
    record EnrolledUnmet(int subjects) implements SubjectRemark {}

    /// Records of subjects who are not in ADSL.
    record UnknownSubjects(long records) implements SubjectRemark {}

    /// Columns in which no record of the listing has a value, by their headers.
    record EmptyColumns(List<String> headers) implements SubjectRemark {}

    /// What a mark in a listing says of a study day.
    record ImputedDay(String mark) implements SubjectRemark {}
}
