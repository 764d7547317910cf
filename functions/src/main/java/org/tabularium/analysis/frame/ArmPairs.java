package org.tabularium.analysis.frame;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.result.CellResults;
import org.tabularium.result.ColumnHead;
import org.tabularium.selection.ControlArm;
import org.tabularium.shell.rows.DeclaredRows;

/// The arms of a table, each beside the one that it is compared with.
///
/// @param frame the table
/// @param against the arm that the comparison names; null for that of the table
record ArmPairs(TableFrame frame, @Nullable String against) {

    /// A row of counts.
    ///
    /// @param counted what is counted
    /// @param more grouping variables beside the arm
    /// @param share who of whom has it, in a column
    record Row(Counted counted, Map<String, String> more, Function<ColumnHead, Share> share) {}

    /// The control, and why it is this arm or none.
    ControlArm control() {
        return against == null ? frame.control() : frame.control(against);
    }

    /// The column that the others are compared with; empty where nothing is compared.
    Optional<ColumnHead> reference() {
        return counts() ? frame.reference(control()) : Optional.empty();
    }

    /// Whether rows hold counts that can be compared.
    private boolean counts() {
        return frame.shell().rows().stream().anyMatch(DeclaredRows::comparesCounts);
    }

    /// Something of each other arm and the control, in the order of the arms.
    <T> List<T> map(BiFunction<ColumnHead, ColumnHead, T> of) {
        return reference().map(reference -> frame.armColumns().stream().filter(arm -> !arm.equals(reference))
                .map(arm -> of.apply(arm, reference)).toList()).orElse(List.of());
    }

    /// A cell for each other arm.
    List<CellResults> cells(BiFunction<ColumnHead, ColumnHead, CellResults> of) {
        return map(of);
    }

    /// The subjects of two arms.
    static BitSet both(ColumnHead arm, ColumnHead other) {
        BitSet subjects = (BitSet) arm.subjects().clone();
        subjects.or(other.subjects());
        return subjects;
    }

    /// Says which arm is the control, or that none is, where that is not plain.
    void addControl(TableBody body) {
        if (counts()) {
            addControl(frame, control(), body);
        }
    }

    static void addControl(TableFrame frame, ControlArm control, TableBody body) {
        if (frame.armColumns().size() > 1) {
            control.remark().ifPresent(body.remarks::add);
        }
    }
}
