package org.tabularium.study.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.settings.RecordSettings;

/// Leaves out what lies after the data cut-off, where study.yaml wants it (`after-cutoff: leave-out`): records that begin after it, and of an event that ended later its end
/// and its outcome; a death after it does not count. Undated records, other variables of ADSL and times to an event (CNSR) stay.
public final class AfterCutOff {

    private static final List<String> END = List.of("AENDT", "AENDTM", "AENDY", "AEENDTC", "AEENDY", "ADURN", "ADURU", "AEOUT",
            "AESDTH");
    private static final Set<String> DEATH = Set.of("DTHFL", "DTHDT", "DTHDTC", "DTHCAUS", "DTHADY", "DTHDY");

    private AfterCutOff() {}

    /// The data as tables may use them.
    public static StudyData apply(StudyData data) {
        CutOff cutOff = CutOff.of(data);
        if (data.settings().records().afterCutOff() != RecordSettings.AfterCutOff.LEAVE_OUT || !cutOff.given()) {
            return data;
        }
        NavigableMap<String, Dataset> kept = new TreeMap<>();
        TreeMap<String, Integer> left = new TreeMap<>();
        for (Dataset dataset : data.datasets()) {
            Dataset part = dataset.name().equals(Study.ADSL) ? withoutLaterDeaths(dataset, cutOff) : part(dataset, cutOff);
            kept.put(dataset.name(), part);
            if (part.rows() < dataset.rows()) {
                left.put(dataset.name(), dataset.rows() - part.rows());
            }
        }
        return data.leaving(kept, left);
    }

    private static Dataset part(Dataset dataset, CutOff cutOff) {
        Optional<DatasetDates> dates = dataset.has("CNSR") ? Optional.empty() : CutOff.dates(dataset);
        if (dates.isEmpty()) {
            return dataset;
        }
        BitSet rows = new BitSet();
        for (int row = 0; row < dataset.rows(); row++) {
            rows.set(row, !cutOff.isBefore(dates.get().epochDay(row)));
        }
        Dataset part = rows.cardinality() == dataset.rows() ? dataset : only(dataset, rows);
        Optional<DatasetDates> ends = part.column("AENDT").map(DatasetDates::of).filter(DatasetDates::holdsDates);
        return ends.isEmpty() ? part : blanked(part, END, row -> cutOff.isBefore(ends.get().epochDay(row)));
    }

    private static Dataset withoutLaterDeaths(Dataset adsl, CutOff cutOff) {
        Optional<DatasetDates> deaths = adsl.column("DTHDT").map(DatasetDates::of).filter(DatasetDates::holdsDates);
        return deaths.isEmpty() ? adsl : blanked(adsl, DEATH, row -> cutOff.isBefore(deaths.get().epochDay(row)));
    }

    private static Dataset only(Dataset dataset, BitSet rows) {
        int[] at = rows.stream().toArray();
        List<Column> columns = new ArrayList<>();
        for (Column column : dataset.columns()) {
            columns.add(switch (column) {
                case TextColumn text -> new TextColumn(text.variable(), Arrays.stream(at).map(text::code).toArray(),
                        text.dictionary());
                case NumericColumn number -> new NumericColumn(number.variable(),
                        Arrays.stream(at).mapToDouble(number::value).toArray());
            });
        }
        return new Dataset(dataset.name(), dataset.label(), Arrays.stream(at).mapToLong(dataset::sourceRow).toArray(), columns);
    }

    private static Dataset blanked(Dataset dataset, Collection<String> variables, IntPredicate rows) {
        List<Column> columns = new ArrayList<>();
        for (Column column : dataset.columns()) {
            columns.add(variables.contains(column.variable().name()) ? blanked(column, rows) : column);
        }
        return dataset.withColumns(columns);
    }

    private static Column blanked(Column column, IntPredicate rows) {
        return switch (column) {
            case TextColumn text -> {
                List<String> values = new ArrayList<>();
                for (int row = 0; row < text.size(); row++) {
                    values.add(rows.test(row) ? "" : text.value(row));
                }
                yield TextColumn.of(text.variable(), values);
            }
            case NumericColumn number -> {
                double[] values = new double[number.size()];
                Arrays.setAll(values, row -> rows.test(row) ? Missing.DOT : number.value(row));
                yield new NumericColumn(number.variable(), values);
            }
        };
    }
}
