package org.tabularium.result.display;

import java.util.List;
import java.util.Optional;

/// Who is counted, and in which column.
public sealed interface PopulationRemark extends Remark {

    @Override
    default Optional<Remark> forNumbers() {
        return switch (this) {
            case NoColumn _,OtherTreatment _,SeveralTreatments _,UnknownTreatment _,OneOfTreatments _,NoSubgroup _,Withheld _,RowsLeftOut _ ->
                Optional.of(this);
            case TreatedByDate _,AllButScreenFailures _,TreatmentOfPeriod _,SubgroupRows _,SubgroupsWithoutRoom _ ->
                Optional.empty();
        };
    }

    /// Without a safety population flag, subjects with a date of first treatment are shown.
    record TreatedByDate() implements PopulationRemark {}

    /// Without the flag of a population, for safety also without dates of treatment, all but screen failures are shown.
    ///
    /// @param flag the population's own, of those that may name it
    record AllButScreenFailures(String flag) implements PopulationRemark {}

    /// Subjects in no column of their own.
    ///
    /// @param variable what gives the columns; empty where it is the treatment
    /// @param total whether they are counted in a total column
    /// @param figure whether the display has no columns but arms that are drawn
    record NoColumn(long subjects, String variable, boolean total, boolean figure) implements PopulationRemark {}

    /// Subjects who received another treatment than planned.
    ///
    /// @param actual whether they stand under the one received, not under the planned one
    /// @param listed whether they are listed, not counted
    record OtherTreatment(long subjects, boolean actual, boolean listed) implements PopulationRemark {}

    /// Subjects in several columns, as they had several treatments.
    ///
    /// @param actual whether columns are the treatments received, else those planned
    record SeveralTreatments(boolean actual) implements PopulationRemark {}

    /// Records that name no treatment count under that of their period.
    record TreatmentOfPeriod() implements PopulationRemark {}

    /// Records of a treatment that their subject did not have.
    record UnknownTreatment(long records) implements PopulationRemark {}

    /// Records of another treatment than the one that their subject is counted under.
    record OneOfTreatments(long records) implements PopulationRemark {}

    /// What the rows of subgroups are of.
    record SubgroupRows() implements PopulationRemark {}

    /// Subjects without a value of a subgroup's variable.
    record NoSubgroup(long subjects, String variable) implements PopulationRemark {}

    /// Cells that are not shown, so that no count below the smallest one can be worked out.
    record Withheld(long smallest) implements PopulationRemark {}

    /// Rows that are left out for the same reason.
    record RowsLeftOut(long smallest) implements PopulationRemark {}

    /// Subgroups for which a figure has no room.
    record SubgroupsWithoutRoom(List<String> variables) implements PopulationRemark {}
}
