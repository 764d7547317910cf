package org.tabularium.analysis.listing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.result.Behind;
import org.tabularium.result.CellResults;
import org.tabularium.result.CellResults.Form;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.result.display.SubjectRemark;
import org.tabularium.selection.Arms;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.EventsOfInterest;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.event.CollectedDates;
import org.tabularium.shell.rows.ListingColumn;
import org.tabularium.shell.rows.ListingColumn.Source;
import org.tabularium.study.Study;

/// What a listing shows of one record: cells of its sources.
final class RecordCells {

    /// Variables that name a subject; they are left out where study.yaml says `identifiers: none`, and so are dates.
    private static final Set<String> IDENTIFIERS = Set.of("USUBJID", "SUBJID");

    /// Beside a study day that counts to or from an imputed date.
    private static final String IMPUTED = "*";

    private final TableFrame frame;
    private final JoinedRecords records;
    private final Arms arms;
    private final Optional<IntUnaryOperator> treatment;
    private final EventGrades grades;
    private final SubjectValues ofSubjects;
    private final Map<String, DatasetDates> dates = new HashMap<>();
    private final Map<String, Optional<CollectedDates>> collected = new HashMap<>();
    private boolean marked;
    private @Nullable List<EventsOfInterest.Named> interest;
    private @Nullable Behind behind;
    private int behindRow = -1;

    RecordCells(TableFrame frame, JoinedRecords records) {
        this.frame = frame;
        this.records = records;
        this.grades = EventGrades.of(records);
        this.arms = Arms.of(frame.data(), ListingAnalysis.by(frame.shell()), frame.shell().population());
        this.treatment = arms.several() == null ? Optional.empty() : arms.several().ofRecords(records);
        this.ofSubjects = new SubjectValues(frame.data());
    }

    JoinedRecords records() {
        return records;
    }

    /// The datasets that were looked into for them beside that of the records.
    Set<String> otherDatasets() {
        return ofSubjects.datasets();
    }

    /// What the cells made so far need said below them.
    Optional<SubjectRemark> remark() {
        return marked ? Optional.of(new SubjectRemark.ImputedDay(IMPUTED)) : Optional.empty();
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

    /// What a row shows of a source.
    CellResults of(Source source, int row) throws NotProducedException {
        return switch (source) {
            case Source.Values(List<String> variables) -> values(variables, row);
            case Source.First(List<String> variables) ->
                values(List
                        .of(variables.stream().filter(variable -> has(variable, row)).findFirst().orElse(variables.getFirst())),
                        row);
            case Source.Treatment() -> cell(row, arms.variable(), arm(row));
            case Source.Interest() -> cell(row, EventsOfInterest.ANY, interest(row));
            case Source.WorstGrade(String term, boolean roman) -> {
                int grade = ofSubjects.worstGrade(term, records.subject(row));
                String text = roman && grade > 0 ? Grade.roman(grade) : Integer.toString(grade);
                yield cell(row, term, grade > 0 ? text : "");
            }
            case Source.ParameterValue(String code, ListingColumn.At at) ->
                number(row, code, ofSubjects.number(code, at, records.subject(row)));
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

    /// The dates as collected behind a variable.
    Optional<CollectedDates> collected(String variable) {
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
    static boolean isGrade(String variable) {
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
}
