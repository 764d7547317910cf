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

    /// A subject stands at each criterion that it fails, so that reasons are more than subjects.
    record SeveralCriteria() implements SubjectRemark {}

    /// Criteria that are counted by their kind.
    ///
    /// @param criteria how many different ones there are
    record CriteriaTogether(int criteria) implements SubjectRemark {}

    /// Without the flag of those enrolled, all but screen failures are.
    record EnrolledByDefault() implements SubjectRemark {}

    /// How the study ended is said of those who were treated.
    ///
    /// @param others what those are called who were not
    record StatusOfTreated(RowName others) implements SubjectRemark {}

    /// Enrolled subjects who do not meet a criterion.
    record EnrolledUnmet(int subjects) implements SubjectRemark {}

    /// Records of subjects who are not in ADSL.
    record UnknownSubjects(long records) implements SubjectRemark {}

    /// What a mark in a listing says of a study day.
    record ImputedDay(String mark) implements SubjectRemark {}
}
