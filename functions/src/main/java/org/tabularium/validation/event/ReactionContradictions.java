package org.tabularium.validation.event;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tabularium.dataset.Column;
import org.tabularium.finding.Finding;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.event.SolicitedReactions.Reaction;
import org.tabularium.selection.event.SolicitedReactions;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// What a diary says of a solicited reaction at one time: that it occurred although its severity is none, or that it did not
/// although it was mild or more severe.
public final class ReactionContradictions implements Rule {

    private static final String REACTIONS = "ADFACE";
    /// What tells the times of answers apart.
    private static final List<String> TIME = List.of("APERIOD", "AVISIT", "ATPT", "ADT", "ADY");

    private static final Finding PATTERN = Finding
            .warning("REACTION_CONTRADICTED", "contradicts what is said of the same reaction")
            .of("AVALC")
            .remedy("correct whichever is wrong");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        with(study).forEach(name -> {
            requested.ask(name, "USUBJID");
            SolicitedReactions.READ.forEach(variable -> requested.ask(name, variable));
            TIME.forEach(variable -> requested.ask(name, variable));
        });
    }

    /// The datasets of findings about solicited reactions.
    private static List<String> with(Study study) {
        return ExaminedDataset.withParameters(study).stream()
                .filter(name -> name.equals(REACTIONS) || study.has(name, "FAOBJ"))
                .toList();
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, with(data.study()))) {
            Optional<JoinedRecords> records = JoinedRecords.of(data, dataset.name());
            if (records.isPresent()) {
                check(dataset, records.get(), findings);
            }
        }
    }

    private static void check(ExaminedDataset dataset, JoinedRecords records, Consumer<Finding> findings) {
        BitSet rows = new BitSet();
        rows.set(0, records.size());
        SolicitedReactions solicited = SolicitedReactions.of(records, rows, "");
        try (RowFindings contradictions = new RowFindings(dataset, PATTERN, findings)) {
            for (Reaction reaction : solicited.reactions()) {
                Map<List<Object>, Integer> said = occurrences(dataset, records, solicited, reaction);
                reaction.rows().stream().filter(row -> !solicited.occurrences().get(row)).forEach(row -> {
                    Integer occurrence = said.get(time(dataset, records, row));
                    int answer = solicited.answers().applyAsInt(row);
                    if (occurrence != null && answer != SolicitedReactions.NO_ANSWER) {
                        boolean occurred = solicited.answers().applyAsInt(occurrence) == SolicitedReactions.OCCURRED;
                        if (occurred != SolicitedReactions.isSevere(answer)) {
                            contradictions.add(row, at -> value(dataset, at), at -> message(dataset, occurrence, occurred));
                        }
                    }
                });
            }
        }
    }

    private static String message(ExaminedDataset dataset, int occurrence, boolean occurred) {
        return "is the severity of a reaction that row " + dataset.sourceRow(occurrence)
                + (occurred
                        ? " says occurred; it counts, with its severity not recorded"
                        : " says did not occur; it counts, with this severity");
    }

    /// The row of each subject and time that says whether the reaction occurred.
    private static Map<List<Object>, Integer> occurrences(ExaminedDataset dataset, JoinedRecords records,
            SolicitedReactions solicited, Reaction reaction) {
        Map<List<Object>, Integer> said = new HashMap<>();
        reaction.rows().stream()
                .filter(row -> solicited.occurrences().get(row)
                        && solicited.answers().applyAsInt(row) != SolicitedReactions.NO_ANSWER)
                .forEach(row -> said.putIfAbsent(time(dataset, records, row), row));
        return said;
    }

    private static List<Object> time(ExaminedDataset dataset, JoinedRecords records, int row) {
        List<Object> time = new ArrayList<>();
        time.add(records.subject(row));
        TIME.forEach(variable -> time.add(dataset.column(variable).map(column -> ValueText.text(column, row)).orElse("")));
        return time;
    }

    private static String value(ExaminedDataset dataset, int row) {
        String text = dataset.column("AVALC").map((Column column) -> ValueText.text(column, row)).orElse("");
        return text.isEmpty() ? dataset.column("AVAL").map(column -> ValueText.text(column, row)).orElse("") : text;
    }
}
