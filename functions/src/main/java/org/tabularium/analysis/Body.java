package org.tabularium.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the blocks of a table add to, in order.
final class Body {

    final List<ResultRow> rows = new ArrayList<>();
    final List<Result> unshown = new ArrayList<>();
    final Set<String> remarks = new LinkedHashSet<>();
    final Set<String> datasets = new LinkedHashSet<>();
    final Map<String, String> placeholders = new LinkedHashMap<>();

    void row(RowLabel label, int indent, boolean startsBlock, List<CellResults> cells) {
        rows.add(new ResultRow(ResultRow.Kind.DATA, label, indent, startsBlock, cells));
    }

    /// Says where a parameter comes from: its dataset among the sources, its rule among the footnotes.
    void addSource(Parameter parameter) {
        datasets.add(parameter.records().name());
        remarks.addAll(parameter.remarks());
    }

    /// Says which of the visits asked for nobody has: their zeros are no finding.
    void addAbsentVisits(Parameter parameter, List<Visit> visits) {
        visits.stream()
                .filter(Visit::isEmpty)
                .forEach(visit -> remarks.add(parameter.records().name() + " has no value of " + parameter.code() + " at \""
                        + visit.name() + "\"."));
    }

    void heading(RowLabel label, int indent, boolean startsBlock) {
        rows.add(ResultRow.heading(label, indent, startsBlock));
    }
}
