package org.tabularium.analysis.subject;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.dataset.AdamVariables;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.TextColumn;
import org.tabularium.result.Clauses;
import org.tabularium.result.RowLabel;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.shell.rows.DeclaredEvents;
import org.tabularium.shell.rows.DeclaredSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.ValueText;

/// Computes [DeclaredSubjects.Flags]: subjects whose flag is Y, a row a flag, and those who were not treated.
public final class FlagsAnalysis {

    private FlagsAnalysis() {}

    /// Adds a row a flag. Beside rows of other kinds the label says what the cells hold; else the stub's header does.
    public static void add(DeclaredSubjects.Flags block, TableFrame frame, TableRecords records, TableBody body) {
        Filter table = records.ofSubjects();
        BitSet counted = JoinedRecords.ofSubjects(frame.data()).select(table);
        boolean alone = frame.shell().rows().stream()
                .allMatch(b -> b instanceof DeclaredSubjects.Flags || b instanceof DeclaredEvents.Subjects);
        for (String flag : variables(block, frame.data().study())) {
            Column column = frame.data().adsl().column(flag).orElse(null);
            if (column instanceof TextColumn) {
                BitSet subjects = new BitSet();
                for (int subject = 0; subject < column.size(); subject++) {
                    subjects.set(subject, ValueText.text(column, subject).equalsIgnoreCase("Y"));
                }
                subjects.and(counted);
                Clauses flagged = Clauses.equal(flag, "Y");
                Counted having = new Counted(Study.ADSL, subjects, flag, List.of("Y"),
                        table.clauses().equals(flagged) ? flagged : table.clauses().and(flagged));
                RowLabel label = new RowLabel.OfVariable(Study.ADSL, flag);
                body.row(alone ? label : new RowLabel.Holding(label, RowLabel.Cells.COUNT_PERCENT), 0, true,
                        Counting.row(frame, having, null));
            }
        }
        if (block.untreated()) {
            UntreatedSubjects.add(frame, table, alone, body);
        }
    }

    /// The flags of the block that ADSL has, then, where the block wants them, those that are populations by their label or by
    /// ADaM.
    public static List<String> variables(DeclaredSubjects.Flags block, Study study) {
        List<String> flags = new ArrayList<>(
                block.variables().stream().filter(v -> study.has(Study.ADSL, v)).toList());
        if (block.others()) {
            study.variables(Study.ADSL).stream()
                    .filter(v -> v.endsWith("FL") && !block.variables().contains(v))
                    .filter(v -> study.variable(Study.ADSL, v)
                            .filter(d -> AdamVariables.isPopulation(v, d.label()))
                            .isPresent())
                    .forEach(flags::add);
        }
        return flags;
    }
}
