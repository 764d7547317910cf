package org.tabularium.analysis.listing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.endpoint.toxicity.RangeIndicator;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.event.EventDays;
import org.tabularium.study.ValueText;

/// The laboratory values near an event: by parameter those in the window, in the order of time, as `study day: value`, with the
/// word of the reference range where a value is outside it.
final class NarrativeLaboratory {

    static final List<String> READ = List.of("PARAMCD", "PARAM", "AVAL", "AVALC", "ADY", "ADT", "ANRIND", "ANRLO", "ANRHI");

    private final TableFrame frame;
    private final JoinedRecords records;
    private final List<String> parameters;
    private final EventDays days;
    private final Map<Integer, List<Integer>> bySubject;

    /// @param parameters those to be shown; empty for all with an abnormal value in the window
    /// @param subjects whose values are asked for
    NarrativeLaboratory(TableFrame frame, JoinedRecords records, List<String> parameters, BitSet subjects) {
        this.frame = frame;
        this.records = records;
        this.parameters = parameters;
        this.days = EventDays.of(records, "ADY", "ADT");
        this.bySubject = new LinkedHashMap<>();
        for (int row = 0; row < records.size(); row++) {
            int subject = records.subject(row);
            if (subject >= 0 && subjects.get(subject)) {
                bySubject.computeIfAbsent(subject, _ -> new ArrayList<>()).add(row);
            }
        }
    }

    /// A parameter's values.
    record Course(String parameter, CellResults cell) {}

    /// @param event what tells this narrative's results from those of another of the subject
    List<Course> of(int subject, String event, NarrativeWindow window) {
        Map<String, List<Integer>> byCode = bySubject.getOrDefault(subject, List.of()).stream()
                .filter(row -> window.has(days.onset(row)) && !value(row).isEmpty())
                .sorted(Comparator.comparingDouble(days::onset))
                .collect(Collectors.groupingBy(row -> text("PARAMCD", row), LinkedHashMap::new, Collectors.toList()));
        List<String> codes = new ArrayList<>(parameters.isEmpty() ? byCode.keySet().stream().sorted().toList() : parameters);
        List<Course> courses = new ArrayList<>();
        for (String code : codes) {
            List<Integer> rows = byCode.getOrDefault(theirs(code), List.of());
            if (!rows.isEmpty() && (!parameters.isEmpty() || rows.stream().anyMatch(this::isAbnormal))) {
                String label = text("PARAM", rows.getFirst());
                courses.add(new Course(label.isEmpty() ? code : label, cell(subject, List.of(code, event), rows)));
            }
        }
        return courses;
    }

    /// What the study calls a parameter that a shell names.
    private String theirs(String code) {
        return parameters.isEmpty() ? code : frame.data().study().names().parameter(code);
    }

    private CellResults cell(int subject, List<String> level, List<Integer> rows) {
        String values = rows.stream().map(this::written).collect(Collectors.joining("; "));
        BitSet one = new BitSet();
        one.set(subject);
        BitSet made = new BitSet();
        rows.forEach(made::set);
        Map<String, String> groups = frame.data().settings().identifiers()
                ? Map.of("USUBJID", JoinedRecords.ofSubjects(frame.data()).field("USUBJID").orElseThrow().text(subject))
                : Map.of();
        Selection selection = new Selection(frame.population().name(), Clauses.NONE, null,
                Clauses.equal("PARAMCD", level.getFirst()));
        Result result = new Result(records.name(), groups, "AVAL", level, Statistic.VALUE, new Value.Text(values), selection,
                Method.of(MethodId.LISTED_VALUE), new Behind(one, one, one, records.behind(() -> made)));
        return new CellResults(Form.VALUE, List.of(result), 0, 0);
    }

    private String written(int row) {
        String range = isAbnormal(row) ? text("ANRIND", row) : "";
        return ValueText.number(days.onset(row)).replace('-', '\u2212') + ": " + value(row)
                + (range.isEmpty() ? "" : " " + range);
    }

    private String value(int row) {
        String text = text("AVALC", row);
        return text.isEmpty() ? text("AVAL", row) : text;
    }

    private boolean isAbnormal(int row) {
        String range = text("ANRIND", row);
        boolean normal = range.isEmpty() || RangeIndicator.of(range).equals(Optional.of(RangeIndicator.NORMAL));
        double value = number("AVAL", row);
        return !normal || value < number("ANRLO", row) || value > number("ANRHI", row);
    }

    private double number(String variable, int row) {
        return records.field(variable).filter(JoinedColumn::numeric).map(field -> field.number(row)).orElse(Double.NaN);
    }

    private String text(String variable, int row) {
        Optional<JoinedColumn> field = records.field(variable);
        return field.filter(of -> !of.isMissing(row)).map(of -> of.text(row).strip()).orElse("");
    }
}
