package org.tabularium.table.wording;

import java.util.List;
import java.util.stream.Collectors;
import org.tabularium.result.RowName;
import org.tabularium.result.display.SubjectRemark.AbsentVariables;
import org.tabularium.result.display.SubjectRemark.ArmsNotDrawn;
import org.tabularium.result.display.SubjectRemark.CriteriaTogether;
import org.tabularium.result.display.SubjectRemark.DayZeroOf;
import org.tabularium.result.display.SubjectRemark.EmptyColumns;
import org.tabularium.result.display.SubjectRemark.EnrolledByDefault;
import org.tabularium.result.display.SubjectRemark.EnrolledUnmet;
import org.tabularium.result.display.SubjectRemark.ImputedDay;
import org.tabularium.result.display.SubjectRemark.Lanes;
import org.tabularium.result.display.SubjectRemark.Screened;
import org.tabularium.result.display.SubjectRemark.SeveralCriteria;
import org.tabularium.result.display.SubjectRemark.SeveralRecords;
import org.tabularium.result.display.SubjectRemark.Shown;
import org.tabularium.result.display.SubjectRemark.StatusOfTreated;
import org.tabularium.result.display.SubjectRemark.UnknownSubjects;
import org.tabularium.result.display.SubjectRemark;

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
            case NOT_ENROLLED -> "Not enrolled";
            case ENROLLED_AND_RANDOMISED -> "Enrolled and randomised";
            case RANDOMISED -> "Randomised";
            case NOT_RANDOMISED -> "Not randomised";
            case INFUSED -> "Infused";
            case NOT_INFUSED -> "Not infused";
            case NOT_TREATED -> "Not treated";
            case NOT_IN_SAFETY_POPULATION -> "Not in the safety population";
            case NO_ARM -> "No treatment arm";
            case STUDY_STATUS -> "Study status";
            case NO_STATUS -> "No status recorded";
            case NO_REASON -> "No reason recorded";
            case ANALYSIS_SETS -> "Analysis sets";
        };
    }

    /// A criterion as the reason why a subject is not in the study: what inclusion asks for was not so, what exclusion names was.
    static String ofUnmet(RowName.Subject kind, String criterion) {
        return switch (kind) {
            case INCLUSION_NOT_MET -> "Not met: " + criterion;
            case EXCLUSION_MET -> "Exclusion met: " + criterion;
            default -> "Criterion: " + criterion;
        };
    }

    static String of(SubjectRemark remark, PrintedNames names) {
        return switch (remark) {
            case AbsentVariables(List<String> variables) -> "Not in the data, though asked for: "
                    + variables.stream().map(names::ofVariable).collect(Collectors.joining(", ")) + ".";
            case SeveralRecords(List<SeveralRecords.LeftOut> parameters) ->
                "Left out because a subject has several different records: "
                        + parameters.stream().map(SeveralRecords.LeftOut::label).collect(Collectors.joining("; ")) + ".";
            case Screened() ->
                "Percentages are based on the subjects screened. A subject is counted once in each row and may fail several"
                        + " criteria.";
            case SeveralCriteria() -> "A subject may fail several criteria.";
            case CriteriaTogether(int criteria) ->
                "Reasons are shown by kind of criterion, a subject once; the subjects failed " + criteria
                        + " different criteria.";
            case EnrolledByDefault() ->
                "The data have no enrolled subjects flag: all subjects except screen failures are counted as enrolled.";
            case StatusOfTreated(RowName others) -> "Subjects " + RowWords.begunSmall(Vocabulary.of(others))
                    + " are shown above with their reasons and are not counted in the study status.";
            case EnrolledUnmet(int subjects) -> Plural.of(subjects,
                    "{n} enrolled subject did not meet a criterion.",
                    "{n} enrolled subjects did not meet a criterion.");
            case UnknownSubjects(long records) -> Plural.of(records,
                    "{n} record is of a subject who is not in the subject-level data and is not counted.",
                    "{n} records are of subjects who are not in the subject-level data and are not counted.");
            case Lanes lanes -> of(lanes);
            case Shown shown -> of(shown);
            case ArmsNotDrawn(List<String> arms) -> "Not drawn, because no subject has a value: "
                    + arms.stream().map(names::ofArm).collect(Collectors.joining(", ")) + ".";
            case DayZeroOf(String variable) -> "Day zero is " + dayZero(variable, names) + ".";
            case EmptyColumns(List<String> headers) -> "Not shown, because no row has a value: "
                    + headers.stream().map(header -> names.within(header.replace('\n', ' '))).collect(Collectors.joining("; "))
                    + ".";
            case ImputedDay(String mark) -> mark + " The study day is that of an imputed date; dates are shown as collected.";
        };
    }

    private static String of(Lanes lanes) {
        String end = lanes.given()
                ? "A bar is as long as the subject's follow-up as the data give it"
                : "A bar ends at death, the end of the study or the last day known alive, else at the data cut-off where follow-up"
                        + " goes on, else at the last date of the data";
        return end + (lanes.over() ? "; the data cut-off is not marked where follow-up was over before it." : ".")
                + (lanes.crowded() ? " Marks that would cover each other stand side by side." : "")
                + (lanes.beyond() == 0
                        ? ""
                        : Plural.of(lanes.beyond(), " {n} mark is of a date after the end of its bar.",
                                " {n} marks are of dates after the end of their bars."));
    }

    private static String of(Shown shown) {
        String are = shown.shown() + " of " + Plural.of(shown.of(), "{n} subject", "{n} subjects") + " are shown";
        int later = shown.withoutLater();
        int without = shown.withoutChange();
        String others = shown.of() - shown.shown() == 1 ? "; the other has" : "; the others have";
        if (later > 0 && without > 0) {
            return are + others + " no change from baseline: " + later + " without a value after baseline, " + without
                    + " without a value at baseline.";
        }
        String value = later > 0 ? " no value after baseline." : " no value at baseline.";
        return are + (later > 0 || without > 0 ? others + value : ".");
    }

    /// @param variable with day zero; empty for the day of first treatment
    static String dayZero(String variable, PrintedNames names) {
        return variable.isEmpty() ? "the day of first treatment" : "\"" + names.ofVariable(variable) + "\"";
    }
}
