package org.tabularium.table;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.PopulationRemark;
import org.tabularium.result.Remark;
import org.tabularium.result.RowLabel;

/// Marks the remarks of one display where they belong. A remark gets its mark where the reader first meets what it explains, so
/// headers are to be asked for before rows; one that belongs to nothing in particular gets none.
final class FootnoteMarks {

    private final NoteMarks signs;
    private final Collection<Remark> remarks;
    private final Map<Remark, String> marks = new LinkedHashMap<>();

    FootnoteMarks(NoteMarks signs, Collection<Remark> remarks) {
        this.signs = signs;
        this.remarks = signs == NoteMarks.NONE ? List.of() : remarks;
    }

    /// The marks behind a row's label; empty for none.
    String on(RowLabel label) {
        return joined(remarks.stream().filter(remark -> RemarkPlace.isAt(remark, label)).toList());
    }

    /// The marks behind a column's header; empty for none.
    String on(ColumnHead column) {
        return joined(remarks.stream().filter(remark -> column.isTotal() && isOfTotal(remark)).toList());
    }

    private static boolean isOfTotal(Remark remark) {
        return remark instanceof PopulationRemark.UnknownTreatment
                || (remark instanceof PopulationRemark.NoColumn column && column.total());
    }

    private String joined(List<Remark> here) {
        return here.stream().map(remark -> marks.computeIfAbsent(remark, _ -> signs.at(marks.size())))
                .collect(Collectors.joining(signs.between()));
    }

    /// The remarks that have a mark, in the order of their marks.
    Map<Remark, String> marked() {
        return marks;
    }

    /// A footnote behind its mark.
    String text(String mark, String sentence) {
        return mark + signs.before() + sentence;
    }
}
