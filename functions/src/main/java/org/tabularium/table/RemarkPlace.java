package org.tabularium.table;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.DoseRemark;
import org.tabularium.result.EfficacyRemark;
import org.tabularium.result.EventRemark;
import org.tabularium.result.Remark;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;

/// The rows of a name that remarks of a kind explain.
final class RemarkPlace {

    private static final Map<Class<? extends Remark>, RowName> ROWS = Map.ofEntries(
            Map.entry(EventRemark.Onset.class, RowName.ONSET),
            Map.entry(EventRemark.EpisodeDurations.class, RowName.DURATION),
            Map.entry(EventRemark.GradeZero.class, RowName.GRADE_ZERO_BY_COMPONENTS),
            Map.entry(EfficacyRemark.KaplanMeier.class, RowName.MEDIAN_TIME),
            Map.entry(EfficacyRemark.HazardRatios.class, RowName.HAZARD_RATIO),
            Map.entry(EfficacyRemark.NoHazardRatio.class, RowName.HAZARD_RATIO),
            Map.entry(EfficacyRemark.DoseResponse.class, RowName.DOSE_RESPONSE),
            Map.entry(EfficacyRemark.LeastSquares.class, RowName.LS_MEAN),
            Map.entry(DoseRemark.NoOrder.class, RowName.DECISION),
            Map.entry(DoseRemark.ThreePlusThree.class, RowName.DECISION),
            Map.entry(DoseRemark.Pending.class, RowName.IN_DLT_WINDOW),
            Map.entry(DoseRemark.EvaluableByWindow.class, RowName.DLT_EVALUABLE),
            Map.entry(DoseRemark.Percentages.class, RowName.DLT));

    private RemarkPlace() {}

    /// The first of some rows that a remark explains by its name; −1 for none.
    static int rowOf(List<ResultRow> rows, Remark remark) {
        RowName name = ROWS.get(remark.getClass());
        for (int row = 0; row < rows.size() && name != null; row++) {
            if (name(rows.get(row).label()) == name) {
                return row;
            }
        }
        return -1;
    }

    private static @Nullable RowName name(RowLabel label) {
        return switch (label) {
            case RowLabel.Named(RowName name) -> name;
            case RowLabel.WithInterval(RowName name, double _) -> name;
            case RowLabel.Against(RowName name, String _) -> name;
            case RowLabel.Holding(RowLabel of, RowLabel.Cells _) -> name(of);
            case RowLabel.Given _,RowLabel.OfVariable _,RowLabel.OfLevel _,RowLabel.OfGrade _,RowLabel.OfWorst _,RowLabel.AtBaseline _,RowLabel.Shifted _,RowLabel.InDirection _,RowLabel.OfLine _,RowLabel.TimeToEvent _,RowLabel.AtTime _,RowLabel.DaysTo _,RowLabel.NothingFrequent _,RowLabel.Because _ ->
                null;
        };
    }
}
