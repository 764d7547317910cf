package org.tabularium.analysis.listing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.display.SubjectRemark;
import org.tabularium.selection.Arms;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.SubjectNumbers;
import org.tabularium.shell.rows.DeclaredListings;
import org.tabularium.shell.rows.ListingColumn.Source;
import org.tabularium.shell.rows.ListingColumn;

/// The columns of a listing that are shown: without identifiers where study.yaml says so; unless the shell has a mark for what is
/// absent and so keeps its layout, without those of variables that were not collected and those in which no listed record has a
/// value, and with one column for values and their texts where these say no other.
///
/// @param empty headers of columns without a value, in their order
record ShownColumns(List<ListingColumn> columns, List<String> empty) {

    private static final String NUMBER = "AVAL";
    private static final String TEXT = "AVALC";

    /// @param selected the records to list
    static ShownColumns of(DeclaredListings.Listing block, TableFrame frame, JoinedRecords records, BitSet selected) {
        boolean show = frame.data().settings().identifiers();
        List<ListingColumn> known = block.columns().stream()
                .flatMap(c -> show ? Stream.of(c) : c.without(RecordCells::namesSubject).stream())
                .map(c -> c.with(variable -> SubjectNumbers.apart(frame.data(), variable)))
                .toList();
        if (!block.absent().isEmpty()) {
            return new ShownColumns(known, List.of());
        }
        RecordCells cells = new RecordCells(frame, records);
        boolean one = known.stream().anyMatch(c -> NUMBER.equals(only(c))) && saySame(records, selected);
        List<ListingColumn> columns = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        for (ListingColumn column : known) {
            if (!isCollected(column.source(), frame, records) || (one && TEXT.equals(only(column)))) {
                continue;
            }
            boolean identifying = block.identifyingColumns().stream().anyMatch(c -> c.header().equals(column.header()));
            ListingColumn named = one && NUMBER.equals(only(column))
                    ? new ListingColumn(column.header(), new Source.First(List.of(NUMBER, TEXT)))
                    : column.ofCollected(variable -> RecordCells.isCollected(variable, records));
            if (identifying || selected.isEmpty() || selected.stream().anyMatch(row -> cells.hasValue(named.source(), row))) {
                columns.add(named);
            } else {
                empty.add(named.header());
            }
        }
        return new ShownColumns(List.copyOf(columns), List.copyOf(empty));
    }

    /// What the listing says of columns that it leaves out.
    Optional<SubjectRemark> remark() {
        return empty.isEmpty() ? Optional.empty() : Optional.of(new SubjectRemark.EmptyColumns(empty));
    }

    private static @Nullable String only(ListingColumn column) {
        return column.source() instanceof Source.Values(List<String> variables) && variables.size() == 1
                ? variables.getFirst()
                : null;
    }

    /// Whether no record has both a value and a text that is not this number.
    private static boolean saySame(JoinedRecords records, BitSet selected) {
        Optional<JoinedColumn> numbers = records.field(NUMBER).filter(JoinedColumn::numeric);
        Optional<JoinedColumn> texts = records.field(TEXT);
        return numbers.isPresent() && texts.isPresent() && selected.stream()
                .allMatch(row -> texts.get().isMissing(row) || numbers.get().isMissing(row)
                        || isNumber(texts.get().text(row), numbers.get().number(row)));
    }

    private static boolean isNumber(String text, double number) {
        try {
            return Double.parseDouble(text) == number;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static boolean isCollected(Source source, TableFrame frame, JoinedRecords records) {
        return switch (source) {
            case Source.Values(List<String> variables) ->
                variables.stream().anyMatch(v -> RecordCells.isCollected(v, records));
            case Source.First(List<String> variables) ->
                variables.stream().anyMatch(v -> RecordCells.isCollected(v, records));
            case Source.Treatment() ->
                !Arms.of(frame.data(), ListingAnalysis.by(frame.shell()), frame.shell().population()).variable().isEmpty();
            case Source.Interest interest -> true;
            case Source.WorstGrade grade -> true;
            case Source.ParameterValue score -> true;
        };
    }
}
