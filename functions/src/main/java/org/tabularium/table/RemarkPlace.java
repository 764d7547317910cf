package org.tabularium.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.display.Remark;

/// The rows of a name that remarks of a kind explain.
final class RemarkPlace {

    private RemarkPlace() {}

    /// The first of some rows that a remark explains; −1 for none.
    static int rowOf(List<ResultRow> rows, Remark remark) {
        RowName name = remark.explains().orElse(null);
        for (int row = 0; row < rows.size() && name != null; row++) {
            if (name.equals(name(rows.get(row).label()))) {
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
            case RowLabel.AgainstWithInterval(RowName name, String _, double _) -> name;
            case RowLabel.Holding(RowLabel of, RowLabel.Cells _) -> name(of);
            case RowLabel.Given _,RowLabel.OfCase _,RowLabel.OfArm _,RowLabel.OfVariable _,RowLabel.Together _,RowLabel.OfLevel _,RowLabel.OfUnmet _,RowLabel.OfGrade _,RowLabel.OfWorst _,RowLabel.OfPeriod _,RowLabel.Within _,RowLabel.Followed _,RowLabel.AfterBaseline _,RowLabel.AtBaseline _,RowLabel.Shifted _,RowLabel.InDirection _,RowLabel.OfLine _,RowLabel.TimeToEvent _,RowLabel.PercentileTime _,RowLabel.AtTime _,RowLabel.InDays _,RowLabel.AreaOf _,RowLabel.DaysTo _,RowLabel.NothingFrequent _,RowLabel.NothingShown _,RowLabel.Because _ ->
                null;
        };
    }
}
