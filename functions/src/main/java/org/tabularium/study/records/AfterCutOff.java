package org.tabularium.study.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.Variable;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.RecordSettings;

/// Leaves out what lies after the data cut-off, where study.yaml wants it (`after-cutoff: leave-out`): records that begin after
/// it, and of an event that ended later its end
/// and its outcome ([#ONGOING] marks it); a death after it does not count, nor does the fatal outcome of an event of who died
/// after it. Undated records, other variables of ADSL
/// and times to an event (CNSR) stay.
public final class AfterCutOff {

    /// Our variable of a dataset of events: Y where an event went on at the cut-off and its end is left out.
    public static final String ONGOING = "CUTOFFFL";

    private static final List<String> ENDS = List.of("AENDT", "AEENDTC");
    private static final List<String> DEATHS = List.of("DTHDT", "DTHDTC");
    private static final Set<String> OUTCOME = Set.of("AEOUT", "AESDTH");
    private static final List<String> END = List.of("AENDT", "AENDTM", "AENDY", "AEENDTC", "AEENDY", "ADURN", "ADURU", "AEOUT",
            "AESDTH");
    private static final Set<String> DEATH = Set.of("DTHFL", "DTHDT", "DTHDTC", "DTHCAUS", "DTHADY", "DTHDY");

    private AfterCutOff() {}

    /// Asks for the dates of ends and deaths and for what they take away, where study.yaml wants it.
    public static void ask(Study study, RequestedColumns requested) {
        if (study.settings().records().afterCutOff() != RecordSettings.AfterCutOff.LEAVE_OUT) {
            return;
        }
        CutOff.ask(study, requested);
        requested.ask(Study.ADSL, DEATHS);
        study.datasets().stream().filter(dataset -> study.has(dataset, "ASTDT")).forEach(dataset -> {
            requested.ask(dataset, ENDS);
            requested.ask(dataset, OUTCOME);
        });
    }

    /// The data as tables may use them.
    public static StudyData apply(StudyData data) {
        CutOff cutOff = CutOff.of(data);
        if (data.settings().records().afterCutOff() != RecordSettings.AfterCutOff.LEAVE_OUT || !cutOff.given()) {
            return data;
        }
        Set<String> later = diedLater(data.adsl(), cutOff);
        NavigableMap<String, Dataset> kept = new TreeMap<>();
        TreeMap<String, Integer> left = new TreeMap<>();
        for (Dataset dataset : data.datasets()) {
            Dataset part = dataset.name().equals(Study.ADSL) ? withoutLaterDeaths(dataset, cutOff) : part(dataset, cutOff, later);
            kept.put(dataset.name(), part);
            if (part.rows() < dataset.rows()) {
                left.put(dataset.name(), dataset.rows() - part.rows());
            }
        }
        return data.leaving(kept, left);
    }

    private static Dataset part(Dataset dataset, CutOff cutOff, Set<String> later) {
        Optional<DatasetDates> dates = dataset.has("CNSR") ? Optional.empty() : CutOff.dates(dataset);
        if (dates.isEmpty()) {
            return dataset;
        }
        BitSet rows = new BitSet();
        for (int row = 0; row < dataset.rows(); row++) {
            rows.set(row, !cutOff.isBefore(dates.get().epochDay(row)));
        }
        Dataset part = rows.cardinality() == dataset.rows() ? dataset : only(dataset, rows);
        return withoutLaterDeaths(withoutLaterEnds(part, cutOff), later);
    }

    private static Dataset withoutLaterEnds(Dataset events, CutOff cutOff) {
        Optional<DatasetDates> ends = dates(events, ENDS);
        if (ends.isEmpty()) {
            return events;
        }
        IntPredicate ongoing = row -> cutOff.isBefore(ends.get().epochDay(row));
        List<Column> columns = new ArrayList<>(blanked(events, END, ongoing).columns());
        columns.add(TextColumn.of(new Variable(ONGOING, "", Kind.TEXT, ""),
                IntStream.range(0, events.rows()).mapToObj(row -> ongoing.test(row) ? "Y" : "").toList()));
        return events.withColumns(columns);
    }

    /// An event that was fatal after the cut-off has no outcome at it, also where nobody dated its end.
    private static Dataset withoutLaterDeaths(Dataset events, Set<String> later) {
        Optional<Column> subjects = events.column("USUBJID");
        if (later.isEmpty() || subjects.isEmpty()) {
            return events;
        }
        return blanked(events, OUTCOME, row -> later.contains(ValueText.text(subjects.get(), row)) && isFatal(events, row));
    }

    private static boolean isFatal(Dataset events, int row) {
        return events.column("AEOUT").filter(c -> ValueText.text(c, row).equalsIgnoreCase("FATAL")).isPresent()
                || events.column("AESDTH").filter(c -> ValueText.text(c, row).equals("Y")).isPresent();
    }

    private static Set<String> diedLater(Dataset adsl, CutOff cutOff) {
        Optional<DatasetDates> deaths = dates(adsl, DEATHS);
        Set<String> died = new HashSet<>();
        for (int row = 0; row < adsl.rows() && deaths.isPresent(); row++) {
            if (cutOff.isBefore(deaths.get().epochDay(row))) {
                died.add(ValueText.text(adsl.column("USUBJID").orElseThrow(), row));
            }
        }
        return died;
    }

    private static Dataset withoutLaterDeaths(Dataset adsl, CutOff cutOff) {
        Optional<DatasetDates> deaths = dates(adsl, DEATHS);
        return deaths.isEmpty() ? adsl : blanked(adsl, DEATH, row -> cutOff.isBefore(deaths.get().epochDay(row)));
    }

    private static Optional<DatasetDates> dates(Dataset dataset, List<String> variables) {
        return variables.stream().flatMap(v -> dataset.column(v).stream()).map(DatasetDates::of)
                .filter(DatasetDates::holdsDates).findFirst();
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
