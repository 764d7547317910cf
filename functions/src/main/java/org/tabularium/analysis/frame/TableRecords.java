package org.tabularium.analysis.frame;

import java.util.BitSet;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.study.Study;

/// The records a table counts or lists.
///
/// @param records the dataset that the shell names, with ADSL joined on; the subjects themselves where it names none
/// @param filter the table's own filter
/// @param selected the rows that pass it, of subjects of the population
public record TableRecords(JoinedRecords records, Filter filter, BitSet selected) {

    /// What the table's own filter says of subjects: all of it where its records are they, else nothing.
    public Filter ofSubjects() {
        return records.name().equals(Study.ADSL) ? filter : Filter.EVERYTHING;
    }

    /// The same of some rows.
    public TableRecords only(BitSet some) {
        return new TableRecords(records, filter, some);
    }
}
