package org.tabularium.selection.bds.laboratory;

import java.util.List;
import org.tabularium.result.RowLabel;

/// What a level of a shift is in one parameter. Levels are numbers: places in [#levels]; −1 is none.
public sealed interface LevelSource permits LabGrades, RangeLevels, TextLevels {

    int NONE = -1;

    /// The levels in order, as results name them.
    List<String> levels();

    /// Whether a level is shown where nobody has it.
    boolean alwaysShown(int level);

    /// What the row of a level is called.
    RowLabel label(int level);

    /// What the row of a level at baseline is called.
    RowLabel baselineLabel(int level);

    /// The level of a record.
    int of(int row);

    /// The level of a subject at baseline.
    int baseline(int subject);

    /// The worse of two levels.
    int worse(int first, int second);

    /// The variable that the later level comes from.
    String variable();
}
