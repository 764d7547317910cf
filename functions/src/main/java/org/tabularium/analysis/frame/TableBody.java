package org.tabularium.analysis.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tabularium.result.CellResults;
import org.tabularium.result.FigureRow;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.display.RecordRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Visit;
import org.tabularium.shell.rows.ListingColumn;

/// What the blocks of a table add to, in order.
public final class TableBody {

    public final List<ResultRow> rows = new ArrayList<>();
    public final List<FigureRow> drawn = new ArrayList<>();
    public final List<Result> unshown = new ArrayList<>();
    public final Set<Remark> remarks = new LinkedHashSet<>();
    /// Those that the rows are of.
    final List<BdsParameter> parameters = new ArrayList<>();
    public final Set<String> datasets = new LinkedHashSet<>();
    public final List<ListingColumn> listing = new ArrayList<>();
    public final Map<String, RowLabel> placeholders = new LinkedHashMap<>();

    public void row(RowLabel label, int indent, boolean startsBlock, List<CellResults> cells) {
        rows.add(new ResultRow(ResultRow.Kind.DATA, label, indent, startsBlock, cells));
    }

    /// A level below another row: a table does without where nobody has it.
    public void detail(RowLabel label, int indent, List<CellResults> cells) {
        rows.add(new ResultRow(ResultRow.Kind.DATA, label, indent, false, true, cells));
    }

    /// Says where a parameter comes from: its dataset among the sources, its rule among the footnotes.
    public void addSource(BdsParameter parameter) {
        parameters.add(parameter);
        datasets.add(parameter.records().name());
        remarks.addAll(parameter.remarks());
        shows(parameter.code(), new RowLabel.Given(parameter.label()));
    }

    /// Has a title that names a part of the table when it is there name it.
    ///
    /// @param part what the title calls it: a parameter by our PARAMCD, a variable, the word of a block
    public void shows(String part, RowLabel label) {
        placeholders.putIfAbsent(part, label);
    }

    /// Says which of the visits asked for nobody has: their zeros are no finding.
    public void addAbsentVisits(BdsParameter parameter, List<Visit> visits) {
        visits.stream()
                .filter(Visit::isEmpty)
                .forEach(visit -> remarks.add(new RecordRemark.AbsentVisit(parameter.label(), visit.name())));
    }

    /// Has rows added directly below the one at a place, before those that follow it.
    public void below(int place, Runnable adds) {
        List<ResultRow> following = rows.subList(place + 1, rows.size());
        List<ResultRow> kept = List.copyOf(following);
        following.clear();
        adds.run();
        rows.addAll(kept);
    }

    /// Adds what another body holds, behind what is here.
    public void addAll(TableBody other) {
        rows.addAll(other.rows);
        drawn.addAll(other.drawn);
        unshown.addAll(other.unshown);
        remarks.addAll(other.remarks);
        datasets.addAll(other.datasets);
        listing.addAll(other.listing);
        placeholders.putAll(other.placeholders);
    }

    /// Adds what another body holds below a heading, in its block.
    public void addBelow(TableBody other) {
        other.rows.replaceAll(ResultRow::below);
        addAll(other);
    }

    /// Whether rows stand below such a heading.
    public boolean hasHeading(RowLabel label) {
        return rows.stream().anyMatch(row -> row.kind() == ResultRow.Kind.HEADING && row.label().equals(label));
    }

    public void heading(RowLabel label, int indent, boolean startsBlock) {
        rows.add(ResultRow.heading(label, indent, startsBlock));
    }
}
