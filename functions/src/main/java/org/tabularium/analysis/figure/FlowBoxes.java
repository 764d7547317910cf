package org.tabularium.analysis.figure;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.Clauses;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.FigureRow;
import org.tabularium.result.FigureRow.Layer;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.selection.disposition.SubjectLevels;
import org.tabularium.study.Study;

/// The boxes of a flow as they are filled: of everybody, or of an arm.
///
/// @param of whose boxes they are; who is counted is of them
record FlowBoxes(TableFrame frame, TableBody body, ColumnHead of) {

    static final String REASON = "DCSREAS";
    private static final RowLabel ALONE = new RowLabel.Given("");

    /// A box of its own.
    void box(RowLabel label, BitSet subjects, Clauses clauses) {
        line(ALONE, label, subjects, clauses);
    }

    /// A line of a box that has several: alternatives, or parts of what the box is of.
    ///
    /// @param box what the box is called
    void line(RowLabel box, RowLabel label, BitSet subjects, Clauses clauses) {
        switch (label) {
            case RowLabel.OfVariable(String _, String variable) ->
                draw(Layer.BOX, box, Study.ADSL, label, variable, "Y", subjects, clauses);
            case RowLabel.OfLevel(String variable, String text) ->
                draw(Layer.BOX, box, Study.ADSL, label, variable, text, subjects, clauses);
            case RowLabel.Named(RowName name) -> draw(Layer.BOX, box, Study.ADSL, label, null, name.level(), subjects, clauses);
            default -> draw(Layer.BOX, box, Study.ADSL, label, null, of.label(), subjects, clauses);
        }
    }

    /// Why subjects of the line before are there (DCSREAS), and how many do not say, so that the reasons add up to them; no
    /// reason where nobody says, or where all say what the line says already.
    ///
    /// @param status the variable that says how it stands with those who have no reason
    void reasons(RowLabel line, BitSet subjects, Clauses clauses, Optional<String> status) {
        Map<String, BitSet> reasons = SubjectLevels.of(frame.data(), REASON, subjects);
        if (reasons.size() == 1 && line instanceof RowLabel.OfLevel(String _, String level) && reasons.keySet().iterator().next()
                .equalsIgnoreCase(level)) {
            return;
        }
        BitSet rest = (BitSet) subjects.clone();
        reasons(line, REASON, reasons, clauses, rest);
        Clauses silent = clauses.and(Clauses.missing(REASON));
        status.ifPresent(variable -> {
            Map<String, BitSet> levels = new LinkedHashMap<>(SubjectLevels.of(frame.data(), variable, rest));
            levels.keySet().removeIf("DISCONTINUED"::equalsIgnoreCase);
            reasons(line, variable, levels, silent, rest);
        });
        if (!rest.isEmpty() && !rest.equals(subjects)) {
            RowName none = RowName.Subject.NO_REASON;
            reason(line, Study.ADSL, new RowLabel.Named(none), null, none.level(), rest, silent);
        }
    }

    /// @param rest those who have no reason yet, of whom those of these reasons are taken out
    private void reasons(RowLabel line, String variable, Map<String, BitSet> reasons, Clauses clauses, BitSet rest) {
        reasons.forEach((reason, having) -> {
            reason(line, Study.ADSL, new RowLabel.OfLevel(variable, reason), variable, reason, having,
                    clauses.and(Clauses.equal(variable, reason)));
            rest.andNot(having);
        });
    }

    /// A reason in the line before.
    ///
    /// @param line which one that is
    /// @param variable null for none
    void reason(RowLabel line, String dataset, RowLabel label, @Nullable String variable, String level, BitSet subjects,
            Clauses clauses) {
        draw(Layer.REASON, line, dataset, label, variable, level, subjects, clauses);
    }

    private void draw(Layer layer, RowLabel box, String dataset, RowLabel label, @Nullable String variable, String level,
            BitSet subjects, Clauses clauses) {
        BitSet counted = (BitSet) subjects.clone();
        counted.and(of.subjects());
        body.drawn.add(new FigureRow(layer, of.arm(), label, box, Double.NaN, new CellResults(Form.COUNT,
                List.of(frame.result(dataset, of, Map.of(), variable, List.of(level), Statistic.COUNT,
                        new Value.Whole(counted.cardinality()), clauses,
                        new Behind(counted, of.subjects(), of.subjects(), null))),
                0, 0)));
    }
}
