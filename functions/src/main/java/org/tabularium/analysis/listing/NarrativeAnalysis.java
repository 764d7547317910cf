package org.tabularium.analysis.listing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.listing.NarrativeCases.Case;
import org.tabularium.result.ResultRow;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName.Narrative;
import org.tabularium.result.display.EventRemark;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.event.EventDays;
import org.tabularium.shell.rows.DeclaredListings.Narratives;
import org.tabularium.shell.rows.ListingColumn.Source;

/// Computes [Narratives]: a block of rows for each case ([NarrativeCases]), with what the data say. What a dataset lacks is left
/// out; what is missing of a variable that was collected is shown as missing. Where study.yaml says `identifiers: none` no
/// subject and no date is in it, only study days.
final class NarrativeAnalysis {

    static final List<String> OF_SUBJECT = List.of("SITEID", "AGE", "SEX", "RACE", "ETHNIC", "WEIGHTBL", "DISDUR", "KBIOPSY",
            "NPRIOR");
    static final List<String> OF_TREATMENT = List.of("LDREG", "TRTSDT", "TRTEDT");
    static final List<String> OF_DEATH = List.of("DTHDT", "DTHCAUS");
    static final List<String> OF_EVENT = List.of("AETERM", "AEBODSYS", "ASTDT", "ASTDY", "AENDT", "AENDY", "ATOXGR", "AESEV",
            "AESER", "AESDTH", "AESLIFE", "AESHOSP", "AESDISAB", "AESCONG", "AESMIE", "AEDLTFL", "AREL", "AEACN", "AEACNOTH",
            "AECONTRT", "AEOUT");
    static final List<String> OF_MEDICATION = List.of("CMDOSE", "CMDOSU", "CMROUTE", "CMDOSFRQ", "CMINDC", "ASTDT", "ASTDY",
            "AENDT", "AENDY");
    static final List<String> MEDICATION_NAMES = List.of("CMDECOD", "CMTRT");
    static final List<String> HISTORY_NAMES = List.of("MHDECOD", "MHTERM");
    static final List<String> OF_EXPOSURE = List.of("PARAM", "PARAMCD", "AVAL", "AVALC");
    static final String LABORATORY = "ADLB";
    static final String MEDICATION = "ADCM";
    static final String HISTORY = "ADMH";
    static final String EXPOSURE = "ADEX";

    private static final List<String> STUDY_DAYS = List.of("ASTDY", "AENDY");

    private final Narratives block;
    private final TableFrame frame;
    private final TableBody body;
    private final JoinedRecords events;
    private final JoinedRecords adsl;
    private final boolean named;
    private final Map<String, Optional<JoinedRecords>> others = new HashMap<>();
    private final Map<String, RecordCells> cells = new HashMap<>();
    private final @Nullable NarrativeLaboratory laboratory;

    private NarrativeAnalysis(Narratives block, TableFrame frame, JoinedRecords events, BitSet subjects, TableBody body) {
        this.block = block;
        this.frame = frame;
        this.body = body;
        this.events = events;
        this.adsl = JoinedRecords.ofSubjects(frame.data());
        this.named = frame.data().settings().identifiers();
        this.laboratory = records(LABORATORY)
                .map(records -> new NarrativeLaboratory(frame, records, block.parameters(), subjects)).orElse(null);
    }

    /// Adds the rows.
    ///
    /// @param selected the events that may have a narrative
    static void add(Narratives block, TableFrame frame, JoinedRecords events, BitSet selected, TableBody body)
            throws NotProducedException {
        List<Case> cases = NarrativeCases.of(events, selected, frame.population().subjects());
        BitSet subjects = new BitSet();
        cases.forEach(of -> subjects.set(of.subject()));
        NarrativeAnalysis analysis = new NarrativeAnalysis(block, frame, events, subjects, body);
        for (int i = 0; i < cases.size(); i++) {
            analysis.addCase(cases.get(i), i + 1);
        }
        if (cases.isEmpty()) {
            body.rows.add(ResultRow.message(new RowLabel.Named(Narrative.NONE)));
        } else if (Stream.of(LABORATORY, MEDICATION).anyMatch(name -> analysis.records(name).isPresent())) {
            body.remarks.add(new EventRemark.NarrativeWindow(block.before(), block.after(), block.parameters().isEmpty()));
        }
    }

    private void addCase(Case of, int number) throws NotProducedException {
        String event = of.event() == NarrativeCases.NO_EVENT
                ? ""
                : Stream.of("AEDECOD", "AETERM").map(variable -> text(events, variable, of.event()))
                        .filter(text -> !text.isEmpty()).findFirst().orElse("");
        String subject = Stream.of("SUBJID", "USUBJID").map(variable -> text(adsl, variable, of.subject()))
                .filter(text -> named && !text.isEmpty()).findFirst().orElse("");
        body.heading(new RowLabel.OfCase(number, subject, event, of.reasons()), 0, true);
        section(Narrative.SUBJECT);
        addVariables(adsl, OF_SUBJECT, of.subject());
        addHistory(of.subject());
        section(Narrative.EXPOSURE);
        body.row(new RowLabel.Named(Narrative.TREATMENT), 2, false,
                List.of(cells(adsl).of(new Source.Treatment(), of.subject())));
        addVariables(adsl, OF_TREATMENT, of.subject());
        addExposure(of.subject());
        section(Narrative.EVENT);
        if (of.event() != NarrativeCases.NO_EVENT) {
            addVariables(events, OF_EVENT, of.event());
        }
        if (of.reasons().contains(Narrative.DEATH)) {
            addVariables(adsl, OF_DEATH, of.subject());
        }
        NarrativeWindow window = NarrativeWindow.around(of.onset(), block.before(), block.after());
        addLaboratory(of, window);
        addMedication(of.subject(), window);
        body.rows.add(new ResultRow(ResultRow.Kind.MESSAGE, new RowLabel.Named(Narrative.TO_BE_WRITTEN), 1, false, List.of()));
    }

    private void section(Narrative name) {
        body.heading(new RowLabel.Named(name), 1, false);
    }

    /// A row a variable that was collected.
    private void addVariables(JoinedRecords records, List<String> variables, int row) throws NotProducedException {
        for (String variable : shown(variables)) {
            if (RecordCells.isCollected(variable, records)) {
                body.row(new RowLabel.OfVariable(records.name(), variable), 2, false,
                        List.of(cells(records).of(new Source.Values(List.of(variable)), row)));
            }
        }
    }

    /// Without dates where no subject is to be named: study days say when.
    private List<String> shown(List<String> variables) {
        return variables.stream().filter(variable -> named || !RecordCells.namesSubject(variable)).toList();
    }

    private void addHistory(int subject) throws NotProducedException {
        Optional<JoinedRecords> history = records(HISTORY);
        Optional<String> term = history.flatMap(records -> name(records, HISTORY_NAMES));
        if (history.isPresent() && term.isPresent()) {
            addList(history.get(), rows(history.get(), subject), term.get());
        }
    }

    /// A row a record, called by the first, with the variable's value.
    private void addList(JoinedRecords records, List<Integer> rows, String variable) throws NotProducedException {
        for (int i = 0; i < rows.size(); i++) {
            RowLabel label = i == 0 ? new RowLabel.Named(Narrative.HISTORY) : new RowLabel.Given("");
            body.row(label, 2, false, List.of(cells(records).of(new Source.Values(List.of(variable)), rows.get(i))));
        }
    }

    /// The parameters that a subject has once.
    private void addExposure(int subject) throws NotProducedException {
        Optional<JoinedRecords> exposure = records(EXPOSURE).filter(records -> records.field("PARAMCD").isPresent());
        if (exposure.isEmpty()) {
            return;
        }
        Map<String, List<Integer>> byCode = new LinkedHashMap<>();
        for (int row : rows(exposure.get(), subject)) {
            byCode.computeIfAbsent(text(exposure.get(), "PARAMCD", row), _ -> new ArrayList<>()).add(row);
        }
        for (List<Integer> rows : byCode.values()) {
            if (rows.size() == 1) {
                String variable = text(exposure.get(), "AVALC", rows.getFirst()).isEmpty() ? "AVAL" : "AVALC";
                String label = text(exposure.get(), "PARAM", rows.getFirst());
                body.row(new RowLabel.Given(label.isEmpty() ? text(exposure.get(), "PARAMCD", rows.getFirst()) : label), 2, false,
                        List.of(cells(exposure.get()).of(new Source.Values(List.of(variable)), rows.getFirst())));
            }
        }
    }

    private void addLaboratory(Case of, NarrativeWindow window) {
        if (laboratory == null) {
            return;
        }
        String event = of.event() == NarrativeCases.NO_EVENT ? "" : Long.toString(events.dataset().sourceRow(of.event()));
        List<NarrativeLaboratory.Course> courses = laboratory.of(of.subject(), event, window);
        if (!courses.isEmpty()) {
            section(Narrative.LABORATORY);
            courses.forEach(course -> body.row(new RowLabel.Given(course.parameter()), 2, false, List.of(course.cell())));
        }
    }

    private void addMedication(int subject, NarrativeWindow window) throws NotProducedException {
        Optional<JoinedRecords> medication = records(MEDICATION);
        Optional<String> name = medication.flatMap(records -> name(records, MEDICATION_NAMES));
        if (medication.isEmpty() || name.isEmpty()) {
            return;
        }
        EventDays days = EventDays.of(medication.get());
        List<Integer> rows = rows(medication.get(), subject).stream()
                .filter(row -> window.meets(days.onset(row), days.end(row))).toList();
        if (rows.isEmpty()) {
            return;
        }
        section(Narrative.MEDICATION);
        List<String> variables = shown(OF_MEDICATION).stream().filter(variable -> !named || !STUDY_DAYS.contains(variable))
                .filter(variable -> RecordCells.isCollected(variable, medication.get())).toList();
        for (int row : rows) {
            body.row(new RowLabel.Given(text(medication.get(), name.get(), row)), 2, false,
                    List.of(cells(medication.get()).of(new Source.Values(variables), row)));
        }
    }

    private static Optional<String> name(JoinedRecords records, List<String> variables) {
        return variables.stream().filter(variable -> RecordCells.isCollected(variable, records)).findFirst();
    }

    private Optional<JoinedRecords> records(String dataset) {
        return others.computeIfAbsent(dataset, name -> {
            Optional<JoinedRecords> records = JoinedRecords.of(frame.data(), name);
            records.ifPresent(_ -> body.datasets.add(name));
            return records;
        });
    }

    private RecordCells cells(JoinedRecords records) {
        return cells.computeIfAbsent(records.name(), _ -> new RecordCells(frame, records));
    }

    private static List<Integer> rows(JoinedRecords records, int subject) {
        return IntStream.range(0, records.size()).filter(row -> records.subject(row) == subject).boxed().toList();
    }

    private static String text(JoinedRecords records, String variable, int row) {
        return records.field(variable).filter(field -> !field.isMissing(row)).map(field -> text(field, row)).orElse("");
    }

    private static String text(JoinedColumn field, int row) {
        return field.text(row).strip();
    }
}
