package org.tabularium.validation.event;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.toxicity.EventTerms;
import org.tabularium.finding.Finding;
import org.tabularium.study.settings.RelationWords;
import org.tabularium.selection.event.Severity;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// The words of an event's relationship to treatment, severity, action taken and outcome are known ones. Each other word is one
/// finding with its number.
public final class EventWords implements Rule {

    private static final Finding RELATIONSHIP = Finding
            .warning("RELATEDNESS_UNKNOWN", "")
            .remedy("say what it means in study.yaml: values: {AEREL: {related: […], unrelated: […]}}");
    private static final Finding LEFT_OUT = Finding
            .note("RELATEDNESS_LEFT_OUT", "")
            .remedy("name it in study.yaml, among the related or the unrelated words");
    private static final Finding SEVERITY = Finding
            .warning("SEVERITY_UNKNOWN", "")
            .remedy("write it as MILD, MODERATE, SEVERE, LIFE-THREATENING or FATAL");

    private static final Finding ACTION = Finding
            .warning("ACTION_UNKNOWN", "")
            .remedy("write it as DRUG WITHDRAWN, DRUG INTERRUPTED, DOSE REDUCED, DOSE INCREASED, DOSE NOT CHANGED, NOT APPLICABLE or UNKNOWN");
    private static final Finding OUTCOME = Finding
            .warning("OUTCOME_UNKNOWN", "")
            .remedy("write it as a term of CDISC's code list OUT, such as FATAL or RECOVERED/RESOLVED");

    /// How many words have a finding of their own.
    private static final int MOST_WORDS = 20;

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withEvents(study)
                .forEach(name -> requested.ask(name, "AREL", "AESEV", EventTerms.ACTION, EventTerms.OUTCOME));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        RelationWords relatedness = RelationWords.of(data.settings(), "AREL");
        for (ExaminedDataset events : ExaminedDataset.of(data, ExaminedDataset.withEvents(data.study()))) {
            events.column("AREL").ifPresent(column -> check(events, column,
                    word -> relatedness.of(word) == RelationWords.Answer.UNKNOWN,
                    "is in no list of words of relatedness; it counts as missing", RELATIONSHIP, findings));
            events.column("AREL").ifPresent(column -> check(events, column, relatedness::isLeftOut,
                    "is not among study.yaml's related words; it does not count as related", LEFT_OUT, findings));
            events.column("AESEV").ifPresent(column -> check(events, column, word -> Severity.of(word).isEmpty(),
                    "is no severity that is known; it is shown as missing where severities are", SEVERITY, findings));
            events.column(EventTerms.ACTION).ifPresent(column -> check(events, column,
                    word -> !EventTerms.isKnown(EventTerms.ACTION, word),
                    "is no action taken that is known; it counts neither as discontinuation nor as reduction or interruption",
                    ACTION,
                    findings));
            events.column(EventTerms.OUTCOME)
                    .ifPresent(column -> check(events, column, word -> !EventTerms.isKnown(EventTerms.OUTCOME, word),
                            "is no outcome that is known; it does not count as fatal", OUTCOME, findings));
        }
    }

    private static void check(ExaminedDataset events, Column column, Predicate<String> unknown, String message, Finding pattern,
            Consumer<Finding> findings) {
        Map<String, List<Integer>> rows = new TreeMap<>();
        boolean[] known = column instanceof TextColumn text
                ? new boolean[text.dictionary().size()]
                : new boolean[0];
        if (column instanceof TextColumn text) {
            for (int code = 0; code < known.length; code++) {
                String word = text.dictionary().get(code).strip();
                known[code] = word.isEmpty() || !unknown.test(word);
            }
        }
        IntStream.range(0, events.rows())
                .filter(row -> column instanceof TextColumn text
                        ? !known[text.code(row)]
                        : !column.isMissing(row) && unknown.test(ValueText.text(column, row)))
                .forEach(row -> rows.computeIfAbsent(ValueText.text(column, row), word -> new java.util.ArrayList<>()).add(row));
        int words = 0;
        for (Map.Entry<String, List<Integer>> entry : rows.entrySet()) {
            words++;
            if (words > MOST_WORDS) {
                continue;
            }
            String more = words == MOST_WORDS && rows.size() > MOST_WORDS
                    ? "; so are " + (rows.size() - MOST_WORDS) + " more words"
                    : "";
            String word = entry.getKey();
            List<Integer> of = entry.getValue();
            findings.accept(events.at(of.getFirst(),
                    new Finding(pattern.severity(), pattern.code(), null, null, null, null, message + times(of.size()) + more,
                            pattern.remedy())
                            .of(named(events, column.variable().name()))
                            .value(word)));
        }
    }

    /// The variable's name in the study; where several together are it, all of theirs.
    private static String named(ExaminedDataset events, String ours) {
        List<String> several = events.several(ours);
        return several.size() > 1 ? String.join(", ", several) : events.named(ours);
    }

    private static String times(int rows) {
        return rows == 1 ? " (1 event)" : String.format(Locale.ROOT, " (%,d events)", rows);
    }
}
