package org.tabularium.analysis.listing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.result.CellResults;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.SubjectNumbers;
import org.tabularium.selection.event.CollectedDates;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredListings;
import org.tabularium.shell.rows.ListingColumn.Source;
import org.tabularium.shell.rows.ListingColumn;

/// Computes [DeclaredListings.Listing]: one row a record, or a subject of ADSL.
public final class ListingAnalysis {

    private ListingAnalysis() {}

    /// Adds the rows.
    ///
    /// @param selected the records to list, of subjects of the population
    public static void add(DeclaredListings.Listing block, TableFrame frame, JoinedRecords records, BitSet selected,
            TableBody body)
            throws NotProducedException {
        RecordCells shown = new RecordCells(frame, records);
        List<ListingColumn> columns = List.copyOf(body.listing);
        List<Integer> rows = new ArrayList<>(selected.stream().boxed().toList());
        rows.sort(order(block.sort(), frame, shown));
        int before = -1;
        for (int row : rows) {
            List<CellResults> cells = new ArrayList<>();
            for (ListingColumn column : columns) {
                cells.add(shown.of(column.source(), row));
            }
            boolean newSubject = records.subject(row) != before;
            body.rows.add(new ResultRow(ResultRow.Kind.DATA, new RowLabel.Given(""), 0, newSubject, cells));
            before = records.subject(row);
        }
        body.datasets.addAll(shown.otherDatasets());
        shown.remark().ifPresent(body.remarks::add);
    }

    /// What gives the subject's arm: a listing shows it in a column, whatever the shell's `by`.
    public static String by(Shell shell) {
        return shell.by().equals(Shell.BY_NONE) ? Shell.BY_TREATMENT : shell.by();
    }

    private static Comparator<Integer> order(List<String> sort, TableFrame frame, RecordCells shown) {
        Comparator<Integer> order = (_, _) -> 0;
        for (String named : sort) {
            String variable = SubjectNumbers.apart(frame.data(), named);
            Optional<JoinedColumn> field = shown.records().field(variable);
            Optional<CollectedDates> date = shown.collected(variable).filter(CollectedDates::isThere);
            if (date.isPresent()) {
                CollectedDates by = date.get();
                order = order.thenComparing(Comparator.comparingDouble(by::day));
            } else if (field.isPresent()) {
                JoinedColumn by = field.get();
                order = order.thenComparing(by.numeric()
                        ? Comparator.comparingDouble(by::number)
                        : Comparator.comparing(by::text, ListingAnalysis::compareIdentifiers));
            }
        }
        return order.thenComparing(Comparator.naturalOrder());
    }

    /// Compares two texts: those of digits alone by their number (subject 9 before subject 10) and before the others, those by
    /// the alphabet.
    static int compareIdentifiers(String first, String second) {
        boolean numbers = isNumber(first);
        if (numbers != isNumber(second)) {
            return numbers ? -1 : 1;
        }
        return numbers ? new BigInteger(first).compareTo(new BigInteger(second)) : first.compareTo(second);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 40 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// The variables a listing reads of its own dataset.
    public static Set<String> variables(DeclaredListings.Listing block) {
        Set<String> variables = block.columns().stream()
                .map(ListingColumn::source)
                .flatMap(s -> s instanceof Source.Values(List<String> v) ? v.stream() : Stream.empty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        variables.addAll(block.sort());
        if (variables.stream().anyMatch(RecordCells::isGrade)) {
            variables.addAll(EventGrades.READ);
        }
        return variables;
    }
}
