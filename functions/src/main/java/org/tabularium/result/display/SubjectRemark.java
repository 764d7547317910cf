package org.tabularium.result.display;

import java.util.List;
import java.util.Optional;
import org.tabularium.result.RowName;
import org.tabularium.result.obstacle.Obstacle;

/// Subjects: characteristics, exposure, eligibility, and listings of them.
public sealed interface SubjectRemark extends Remark {

    @Override
    default Optional<Remark> forNumbers() {
        return switch (this) {
            case ImputedDay _,EnrolledByDefault _,StatusOfTreated _,SeveralCriteria _,CriteriaTogether _,Lanes _,Shown _,ArmsNotDrawn _,DayZeroOf _ ->
                Optional.of(this);
            case AbsentVariables _,EmptyColumns _,SeveralRecords _,Screened _,EnrolledUnmet _,UnknownSubjects _ ->
                Optional.empty();
        };
    }

    /// Variables that study.yaml asks for and ADSL does not have.
    record AbsentVariables(List<String> variables) implements SubjectRemark {}

    /// Parameters of which a subject has several different records.
    record SeveralRecords(List<LeftOut> parameters) implements SubjectRemark {

        /// A parameter by its label, and why it is left out.
        public record LeftOut(String label, Obstacle obstacle) {}
    }

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

    /// Columns in which no record of the listing has a value, by their headers.
    record EmptyColumns(List<String> headers) implements SubjectRemark {}

    /// What the lanes of a figure of subjects show.
    ///
    /// @param given whether the data give how long subjects are followed; else their dates tell it
    /// @param over whether somebody's follow-up was over before the cut-off, which is not marked there
    /// @param crowded whether a lane has several marks, which are moved apart
    /// @param beyond how many marks lie behind the end of their lane
    record Lanes(boolean given, boolean over, boolean crowded, int beyond) implements SubjectRemark {}

    /// How many subjects a figure of subjects shows.
    ///
    /// @param of all subjects of its arms
    /// @param withoutLater those without a value after baseline
    /// @param withoutChange others without a change from baseline
    record Shown(int shown, int of, int withoutLater, int withoutChange) implements SubjectRemark {}

    /// What is meant by day zero where times are said to be since it.
    ///
    /// @param variable of ADSL; empty for the first treatment
    record DayZeroOf(String variable) implements SubjectRemark {}

    /// Arms that are not drawn because no subject of theirs has a value.
    record ArmsNotDrawn(List<String> arms) implements SubjectRemark {}

    /// What a mark in a listing says of a study day.
    record ImputedDay(String mark) implements SubjectRemark {}
}
