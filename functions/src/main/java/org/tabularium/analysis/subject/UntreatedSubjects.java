package org.tabularium.analysis.subject;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.tabularium.analysis.frame.Counting.Counted;
import org.tabularium.analysis.frame.Counting;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.Clauses;
import org.tabularium.result.RowLabel;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.disposition.SubjectLevels;
import org.tabularium.selection.disposition.TreatedSubjects;
import org.tabularium.study.Study;

/// A row of the subjects of a table who were not treated ([TreatedSubjects]), where there are some, and below it their reasons
/// (DCSREAS).
final class UntreatedSubjects {

    private static final String REASON = "DCSREAS";

    /// The variables of ADSL that it is made of.
    static final List<String> VARIABLES = Stream.concat(TreatedSubjects.VARIABLES.stream(), Stream.of(REASON)).toList();

    private UntreatedSubjects() {}

    /// Adds the rows.
    ///
    /// @param table the table's filter
    /// @param alone whether the stub's header says what the cells hold
    static void add(TableFrame frame, Filter table, boolean alone, TableBody body) {
        TreatedSubjects.of(frame.data()).ifPresent(treated -> {
            BitSet counted = JoinedRecords.ofSubjects(frame.data()).select(table, frame.population().subjects());
            BitSet untreated = treated.without(counted);
            if (!untreated.isEmpty()) {
                Clauses where = table.clauses().and(treated.whereNot());
                RowLabel label = new RowLabel.Named(treated.others());
                body.row(alone ? label : new RowLabel.Holding(label, RowLabel.Cells.COUNT_PERCENT), 0, true, Counting.row(frame,
                        new Counted(Study.ADSL, untreated, null, List.of(treated.others().level()), where), null));
                SubjectLevels.of(frame.data(), REASON, untreated)
                        .forEach((reason, subjects) -> body.row(new RowLabel.OfLevel(REASON, reason), 1, false,
                                Counting.row(frame,
                                        new Counted(Study.ADSL, subjects, REASON, List.of(treated.others().level(), reason),
                                                where.and(Clauses.equal(REASON, reason))),
                                        null)));
            }
        });
    }
}
