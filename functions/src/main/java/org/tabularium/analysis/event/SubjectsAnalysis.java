package org.tabularium.analysis.event;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.EventRows;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.RowLabel;
import org.tabularium.selection.CellTherapy;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.rows.DeclaredEvents;

/// Computes [DeclaredEvents.Subjects]: subjects with at least one record that satisfies a condition.
public final class SubjectsAnalysis {

    private SubjectsAnalysis() {}

    /// Adds the row; a row whose condition needs a variable that the study lacks is left out.
    ///
    /// @param selected the records of the table
    /// @param table the table's own filter
    public static void add(DeclaredEvents.Subjects block, TableFrame frame, JoinedRecords records, Filter table, BitSet selected,
            TableBody body) {
        Optional<Filter> filter = Filter.of(block.where(), records);
        if (filter.isEmpty()) {
            return;
        }
        BitSet rows = records.select(filter.get());
        rows.and(selected);
        if (rows.isEmpty() && block.where() instanceof Condition.Term(String term) && !isLookedFor(term, frame)) {
            return;
        }
        Counted counted = new Counted(
                records.name(),
                records.subjectsOf(rows),
                null,
                List.of(block.label()),
                table.and(filter.get()).clauses());
        body.row(
                new RowLabel.Given(block.label()),
                block.indent(),
                block.indent() == 0,
                Counting.eventRow(frame, counted, new EventRows(records, rows, block.events())));
    }

    /// Whether a row of zeros for a term says something: the toxicities of a cell therapy are looked for in each such study.
    /// Elsewhere it would only puzzle the reader.
    private static boolean isLookedFor(String term, TableFrame frame) {
        return CellTherapy.isToxicity(term) ? CellTherapy.is(frame.data()) : !frame.data().settings().scales().isEmpty();
    }
}
