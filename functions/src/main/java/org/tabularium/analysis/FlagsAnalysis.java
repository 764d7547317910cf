package org.tabularium.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.tabularium.analysis.Counting.Counted;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.TextColumn;
import org.tabularium.shell.Block;
import org.tabularium.study.Cells;
import org.tabularium.study.Study;

/// Computes [Block.Flags]: subjects whose flag is Y, a row a flag.
final class FlagsAnalysis {

    private FlagsAnalysis() {}

    /// Adds a row a flag. Beside rows of other kinds the label says what the cells hold; else the stub's header does.
    static void add(Block.Flags block, Frame frame, Body body) {
        boolean alone = frame.shell().rows().stream().allMatch(b -> b instanceof Block.Flags || b instanceof Block.Subjects);
        for (String flag : variables(block, frame.data().study())) {
            Column column = frame.data().adsl().column(flag).orElse(null);
            if (column instanceof TextColumn) {
                BitSet subjects = new BitSet();
                for (int subject = 0; subject < column.size(); subject++) {
                    subjects.set(subject, Cells.text(column, subject).equalsIgnoreCase("Y"));
                }
                Counted counted = new Counted(Study.ADSL, subjects, flag, List.of("Y"), flag + " = Y");
                body.row(new RowLabel.OfVariable(Study.ADSL, flag, alone ? "" : ", n (%)"), 0, true,
                        Counting.row(frame, counted, null));
            }
        }
    }

    /// The flags of the block that ADSL has, then, where the block wants them, those whose label says that they are populations.
    static List<String> variables(Block.Flags block, Study study) {
        List<String> flags = new ArrayList<>(
                block.variables().stream().filter(v -> study.has(Study.ADSL, v)).toList());
        if (block.others()) {
            study.variables(Study.ADSL).stream()
                    .filter(v -> v.endsWith("FL") && !block.variables().contains(v))
                    .filter(v -> study.variable(Study.ADSL, v)
                            .filter(d -> d.label().toLowerCase(Locale.ROOT).contains("population"))
                            .isPresent())
                    .forEach(flags::add);
        }
        return flags;
    }
}
