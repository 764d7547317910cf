package org.tabularium.study.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.tabularium.endpoint.toxicity.EventTerms;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.study.LeftOut;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.RecordSettings;

/// Leaves out what lies after the data cut-off, where study.yaml wants it (`after-cutoff: leave-out`): records that begin after
/// it, and of an event that ended later its end
/// and its outcome ([#ONGOING] marks it); a death after it does not count, nor does the fatal outcome, or the grade 5, of an
/// event
/// of who died after it. Undated records, other variables of ADSL
/// and times to an event (CNSR) stay.
public final class AfterCutOff {

    /// Our variable of a dataset of events: Y where an event went on at the cut-off and its end is left out.
    public static final String ONGOING = "CUTOFFFL";

    private static final List<String> ENDS = List.of("AENDT", "AENDTM", "AEENDTC");
    private static final List<String> DEATHS = List.of("DTHDT", "DTHDTC");
    private static final Set<String> OUTCOME = Set.of("AEOUT", "AESDTH");
    private static final Set<String> GRADES = Set.of("ATOXGR", "ATOXGRN", "AETOXGR", "AETOXGRN");
    private static final int FATAL = 5;
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
        study.datasets().stream().filter(dataset -> CutOff.variables(v -> study.has(dataset, v)).stream()
                .anyMatch(v -> !v.startsWith("ADT"))).forEach(dataset -> {
                    requested.ask(dataset, ENDS);
                    requested.ask(dataset, OUTCOME);
                    requested.ask(dataset, GRADES);
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
        Map<String, LeftOut> left = new TreeMap<>();
        for (Dataset dataset : data.datasets()) {
            if (dataset.name().equals(Study.ADSL)) {
                kept.put(dataset.name(), withoutLaterDeaths(dataset, cutOff));
                left.put(dataset.name(), new LeftOut(0, 0, later.size(), 0));
            } else {
                Part part = part(dataset, cutOff, later);
                kept.put(dataset.name(), part.dataset);
                left.put(dataset.name(), part.left);
            }
        }
        return data.leaving(kept, left);
    }

    /// What tables may use of a dataset.
    private record Part(Dataset dataset, LeftOut left) {}

    private static Part part(Dataset dataset, CutOff cutOff, Set<String> later) {
        Optional<DatasetDates> dates = dataset.has("CNSR") ? Optional.empty() : CutOff.dates(dataset);
        if (dates.isEmpty()) {
            return new Part(dataset, LeftOut.NOTHING);
        }
        BitSet rows = new BitSet();
        int undated = 0;
        for (int row = 0; row < dataset.rows(); row++) {
            int day = dates.get().epochDay(row);
            rows.set(row, !cutOff.isBefore(day));
            undated += day == DatasetDates.ABSENT ? 1 : 0;
        }
        int after = dataset.rows() - rows.cardinality();
        Dataset part = after == 0 ? dataset : only(dataset, rows);
        BitSet ended = ended(part, cutOff);
        BitSet fatal = fatal(part, later);
        int ends = ended.cardinality();
        BitSet changed = (BitSet) ended.clone();
        changed.or(fatal);
        Dataset open = withoutLaterEnds(blanked(part, OUTCOME, fatal::get), ended);
        return new Part(fatalGrades(open, changed), new LeftOut(after, ends, 0, undated));
    }

    /// The events that ended after the cut-off.
    private static BitSet ended(Dataset events, CutOff cutOff) {
        BitSet ended = new BitSet();
        dates(events, ENDS).ifPresent(ends -> IntStream.range(0, events.rows())
                .filter(row -> cutOff.isBefore(ends.epochDay(row))).forEach(ended::set));
        return ended;
    }

    private static Dataset withoutLaterEnds(Dataset events, BitSet ended) {
        if (dates(events, ENDS).isEmpty()) {
            return events;
        }
        List<Column> columns = new ArrayList<>(blanked(events, END, ended::get).columns());
        columns.add(TextColumn.of(new Variable(ONGOING, "", Kind.TEXT, ""),
                IntStream.range(0, events.rows()).mapToObj(row -> ended.get(row) ? "Y" : "").toList()));
        return events.withColumns(columns);
    }

    /// The events that were fatal after the cut-off, which have no outcome at it, also where nobody dated their end.
    private static BitSet fatal(Dataset events, Set<String> later) {
        BitSet fatal = new BitSet();
        Optional<Column> subjects = events.column("USUBJID");
        if (!later.isEmpty() && subjects.isPresent()) {
            IntStream.range(0, events.rows())
                    .filter(row -> later.contains(ValueText.text(subjects.get(), row)) && isFatal(events, row))
                    .forEach(fatal::set);
        }
        return fatal;
    }

    private static boolean isFatal(Dataset events, int row) {
        return events.column("AEOUT").flatMap(c -> EventTerms.counted("AEOUT", ValueText.text(c, row)))
                .filter(EventTerms.FATAL::equals).isPresent()
                || events.column("AESDTH").filter(c -> ValueText.text(c, row).equals("Y")).isPresent()
                || GRADES.stream().flatMap(v -> events.column(v).stream()).anyMatch(c -> isFatalGrade(c, row));
    }

    private static boolean isFatalGrade(Column grades, int row) {
        return Grade.parse(ValueText.text(grades, row)).orElse(0) == FATAL;
    }

    /// Of these events the grade that says that the subject died.
    private static Dataset fatalGrades(Dataset events, BitSet rows) {
        Dataset left = events;
        for (String variable : GRADES) {
            Optional<Column> grades = events.column(variable);
            if (grades.isPresent() && !rows.isEmpty()) {
                left = blanked(left, Set.of(variable), row -> rows.get(row) && isFatalGrade(grades.get(), row));
            }
        }
        return left;
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
