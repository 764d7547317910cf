package org.tabularium.analysis.listing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.CellResults;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.Selection;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.SubjectRemark;
import org.tabularium.selection.Arms;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.EventsOfInterest;
import org.tabularium.selection.Filter;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.SubjectNumbers;
import org.tabularium.selection.bds.AnalysisValue;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.Visit;
import org.tabularium.selection.event.CollectedDates;
import org.tabularium.shell.Shell;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.rows.DeclaredListings;
import org.tabularium.shell.rows.ListingColumn.Source;
import org.tabularium.shell.rows.ListingColumn;
import org.tabularium.study.Study;

/// Computes [DeclaredListings.Listing]: one row a record, or a subject of ADSL.
public final class ListingAnalysis {

    /// Variables that name a subject; they are left out where study.yaml says `identifiers: none`, and so are dates.
    private static final Set<String> IDENTIFIERS = Set.of("USUBJID", "SUBJID");

    /// Beside a study day that counts to or from an imputed date.
    private static final String IMPUTED = "*";

    private final Map<String, DatasetDates> dates = new HashMap<>();
    private final Map<String, Optional<CollectedDates>> collected = new HashMap<>();
    private boolean marked;
    private final TableFrame frame;
    private final JoinedRecords records;
    private final Arms arms;
    private final Optional<IntUnaryOperator> treatment;
    private final EventGrades grades;
    private final Set<String> datasets = new TreeSet<>();
    private final Map<String, Optional<Scores>> scores = new HashMap<>();
    private final Map<String, int[]> worst = new HashMap<>();
    private @Nullable List<EventsOfInterest.Named> interest;
    private @Nullable Behind behind;
    private int behindRow = -1;

    ListingAnalysis(TableFrame frame, JoinedRecords records) {
        this.frame = frame;
        this.records = records;
        this.grades = EventGrades.of(records);
        this.arms = Arms.of(frame.data(), by(frame.shell()), frame.shell().population());
        this.treatment = arms.several() == null ? Optional.empty() : arms.several().ofRecords(records);
    }

    /// Adds the rows.
    ///
    /// @param selected the records to list, of subjects of the population
    public static void add(DeclaredListings.Listing block, TableFrame frame, JoinedRecords records, BitSet selected,
            TableBody body)
            throws NotProducedException {
        ListingAnalysis analysis = new ListingAnalysis(frame, records);
        List<ListingColumn> columns = List.copyOf(body.listing);
        List<Integer> rows = new ArrayList<>(selected.stream().boxed().toList());
        rows.sort(analysis.order(block.sort()));
        int before = -1;
        for (int row : rows) {
            List<CellResults> cells = new ArrayList<>();
            for (ListingColumn column : columns) {
                cells.add(analysis.cell(column.source(), row));
            }
            boolean newSubject = records.subject(row) != before;
            body.rows.add(new ResultRow(ResultRow.Kind.DATA, new RowLabel.Given(""), 0, newSubject, cells));
            before = records.subject(row);
        }
        body.datasets.addAll(analysis.datasets);
        if (analysis.marked) {
            body.remarks.add(new SubjectRemark.ImputedDay(IMPUTED));
        }
    }

    /// What gives the subject's arm: a listing shows it in a column, whatever the shell's `by`.
    public static String by(Shell shell) {
        return shell.by().equals(Shell.BY_NONE) ? Shell.BY_TREATMENT : shell.by();
    }

    /// Identifiers, and dates: one subject alone may have them.
    static boolean namesSubject(String variable) {
        return IDENTIFIERS.contains(variable) || variable.matches(".+(DT|DTM|DTC|TM)");
    }

    static boolean isCollected(String variable, JoinedRecords records) {
        return records.collected(variable).isPresent()
                || CollectedDates.of(records, variable).filter(CollectedDates::isThere).isPresent()
                || (isGrade(variable) && EventGrades.of(records).known());
    }

    private Comparator<Integer> order(List<String> sort) {
        Comparator<Integer> order = (_, _) -> 0;
        for (String named : sort) {
            String variable = SubjectNumbers.apart(frame.data(), named);
            Optional<JoinedColumn> field = records.field(variable);
            Optional<CollectedDates> date = collected(variable).filter(CollectedDates::isThere);
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

    /// What a row shows of a source.
    CellResults cell(Source source, int row) throws NotProducedException {
        return switch (source) {
            case Source.Values(List<String> variables) -> values(variables, row);
            case Source.First(List<String> variables) ->
                values(List
                        .of(variables.stream().filter(variable -> has(variable, row)).findFirst().orElse(variables.getFirst())),
                        row);
            case Source.Treatment() -> {
                yield cell(row, arms.variable(), arm(row));
            }
            case Source.Interest() -> cell(row, EventsOfInterest.ANY, interest(row));
            case Source.WorstGrade(String term, boolean roman) -> {
                int grade = worstGrade(term)[records.subject(row)];
                String text = roman && grade > 0 ? Grade.roman(grade) : Integer.toString(grade);
                yield cell(row, term, grade > 0 ? text : "");
            }
            case Source.ParameterValue(String code, ListingColumn.At at) -> {
                Optional<Scores> found = scores(code);
                double value = found.map(s -> s.at(at, records.subject(row))).orElse(Double.NaN);
                yield number(row, code, value);
            }
        };
    }

    /// Whether a row has a value of any variable of a source; of what is no variable it always has one.
    boolean hasValue(Source source, int row) {
        return !(source instanceof Source.Values(List<String> variables)) || variables.stream().anyMatch(
                variable -> collected(variable).map(date -> !date.text(row).isEmpty()).orElse(false)
                        || has(variable, row)
                        || (isGrade(variable) && grades.of(row) != EventGrades.MISSING));
    }

    private boolean has(String variable, int row) {
        return records.field(variable).map(field -> !field.isMissing(row)).orElse(false);
    }

    /// What of special interest a record is.
    private String interest(int row) {
        if (interest == null) {
            interest = EventsOfInterest.named(records);
        }
        return interest.stream().filter(named -> named.filter().test(row)).map(EventsOfInterest.Named::name)
                .collect(Collectors.joining("; "));
    }

    /// The record's treatment; where the rows are subjects who had several, all of theirs.
    private String arm(int row) {
        if (arms.several() != null && treatment.isEmpty()) {
            return String.join(" / ", arms.several().of(records.subject(row)));
        }
        int arm = treatment.isPresent() ? treatment.get().applyAsInt(row) : arms.arm()[records.subject(row)];
        return arm < 0 ? "" : arms.labels().get(arm);
    }

    private CellResults values(List<String> variables, int row) {
        List<String> texts = new ArrayList<>();
        for (String variable : variables) {
            Optional<CollectedDates> date = collected(variable);
            if (date.isPresent()) {
                String text = date.get().text(row);
                if (!text.isEmpty()) {
                    texts.add(text);
                }
                continue;
            }
            Optional<JoinedColumn> field = records.field(variable);
            if (isImputedDay(variable, row) && field.isPresent() && !field.get().isMissing(row)) {
                texts.add(field.get().text(row) + IMPUTED);
                marked = true;
                continue;
            }
            if (field.map(f -> f.isMissing(row)).orElse(true) && isGrade(variable) && grades.of(row) != EventGrades.MISSING) {
                texts.add(Integer.toString(grades.of(row)));
            }
            if (field.isPresent() && !field.get().isMissing(row)) {
                JoinedColumn of = field.get();
                boolean dated = of.numeric() && dates(variable, of).holdsMoments();
                if (of.numeric() && !dated && variables.size() == 1) {
                    return number(row, variable, of.number(row));
                }
                texts.add(dated ? dates(variable, of).text(of.at(row)) : of.text(row));
            }
        }
        return cell(row, String.join("/", variables), String.join(" / ", texts));
    }

    private Optional<CollectedDates> collected(String variable) {
        return collected.computeIfAbsent(variable, v -> CollectedDates.of(records, v));
    }

    private boolean isImputedDay(String variable, int row) {
        return CollectedDates.ofStudyDay(variable).flatMap(this::collected).filter(date -> date.isImputed(row)).isPresent();
    }

    /// A column seen as dates, made ready once a listing and not for each of its rows.
    private DatasetDates dates(String variable, JoinedColumn field) {
        return dates.computeIfAbsent(variable, v -> DatasetDates.of(field.column()));
    }

    /// Whether a column asks for the event's grade: it stands under whatever name the row has it, as in every other table.
    private static boolean isGrade(String variable) {
        return EventGrades.FILTER_NAMES.contains(variable);
    }

    private CellResults number(int row, String variable, double value) {
        return Double.isNaN(value) ? cell(row, variable, "") : cell(row, variable, new Value.Real(value));
    }

    private CellResults cell(int row, String variable, String text) {
        return cell(row, variable, text.isEmpty() ? new Value.NotEstimable("missing") : new Value.Text(text));
    }

    private CellResults cell(int row, String variable, Value value) {
        Map<String, String> groups = frame.data().settings().identifiers()
                ? Map.of("USUBJID",
                        JoinedRecords.ofSubjects(frame.data()).field("USUBJID").orElseThrow().text(records.subject(row)))
                : Map.of();
        Clauses record = Clauses.of(Criterion.RECORD, records.name(), String.valueOf(records.dataset().sourceRow(row)));
        Selection selection = new Selection(frame.population().name(), Clauses.NONE, null, record);
        Result result = new Result(records.name(), groups, variable, List.of(), Statistic.VALUE, value, selection,
                Method.of(MethodId.LISTED_VALUE), behind(row));
        return new CellResults(Form.VALUE, List.of(result), 0, 0);
    }

    /// The row's subject and the row itself, made once a row.
    private Behind behind(int row) {
        if (behind == null || row != behindRow) {
            BitSet subject = new BitSet();
            subject.set(records.subject(row));
            BitSet one = new BitSet();
            one.set(row);
            behindRow = row;
            behind = new Behind(subject, subject, subject,
                    records.name().equals(Study.ADSL) ? null : records.behind(() -> one));
        }
        return behind;
    }

    /// Each subject's worst grade of a term among the treatment-emergent events; 0 for none.
    private int[] worstGrade(String term) {
        return worst.computeIfAbsent(term, t -> {
            int[] grades = new int[frame.data().subjectCount()];
            JoinedRecords.of(frame.data(), "ADAE").ifPresent(events -> {
                datasets.add(events.name());
                Filter emergent = Filter.of(
                        new Condition.Compare("TRTEMFL", Condition.Comparator.EQ, List.of("Y")), events)
                        .orElse(Filter.EVERYTHING);
                Filter ofTerm = Filter.of(new Condition.Term(t), events).orElse(new Filter(row -> false, Clauses.NONE));
                EventGrades of = EventGrades.of(events);
                events.select(emergent.and(ofTerm)).stream()
                        .forEach(row -> grades[events.subject(row)] = Math.max(grades[events.subject(row)], of.of(row)));
            });
            return grades;
        });
    }

    /// A parameter's value of each subject at baseline and at the last visit.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Scores(double[] baseline, double[] last) {
        double at(ListingColumn.At at, int subject) {
            return at == ListingColumn.At.BASELINE ? baseline[subject] : last[subject];
        }
    }

    private Optional<Scores> scores(String code) throws NotProducedException {
        Optional<Scores> known = scores.get(code);
        if (known == null) {
            known = read(code);
            scores.put(code, known);
        }
        return known;
    }

    private Optional<Scores> read(String code) throws NotProducedException {
        Optional<BdsParameter> parameter = BdsParameter.find(frame.data(), "", null, code);
        if (parameter.isEmpty()) {
            return Optional.empty();
        }
        JoinedRecords records = parameter.get().records();
        datasets.add(records.name());
        int[] baselines = Visit.baselines(parameter.get());
        double[] baseline = missing();
        for (int subject = 0; subject < baseline.length; subject++) {
            baseline[subject] = baselines[subject] < 0 ? Double.NaN : AnalysisValue.number(records, baselines[subject]);
        }
        double[] last = missing();
        for (Visit visit : Visit.of(parameter.get(), List.of())) {
            for (int subject = 0; subject < last.length; subject++) {
                int row = visit.recordOf()[subject];
                double value = row < 0 ? Double.NaN : AnalysisValue.number(records, row);
                last[subject] = Double.isNaN(value) ? last[subject] : value;
            }
        }
        return Optional.of(new Scores(baseline, last));
    }

    private double[] missing() {
        double[] values = new double[frame.data().subjectCount()];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /// The variables a listing reads of its own dataset.
    public static Set<String> variables(DeclaredListings.Listing block) {
        Set<String> variables = block.columns().stream()
                .map(ListingColumn::source)
                .flatMap(s -> s instanceof Source.Values(List<String> v) ? v.stream() : Stream.empty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        variables.addAll(block.sort());
        if (variables.stream().anyMatch(ListingAnalysis::isGrade)) {
            variables.addAll(EventGrades.READ);
        }
        return variables;
    }
}
