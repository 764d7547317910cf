package org.tabularium.validation.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.YesNo;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// A response that is answered yes or no is answered so in every record: another word ("Yes, confirmed") counts as missing,
/// which may be non-response, and a responder is lost. Words for what could not be assessed are missing in truth. Of responses
/// in two words that are neither yes nor no nobody knows which is the response, and no table by default has them.
public final class ResponseWords implements Rule {

    private static final Set<String> NOT_ASSESSED = Set.of("NE", "NOT EVALUABLE", "NOT EVALUATED", "NON-EVALUABLE", "INEVALUABLE",
            "UNEVALUABLE", "UNKNOWN", "UNK", "U", "MISSING", "ND", "NOT DONE", "NA", "N/A", "NOT APPLICABLE", "NOT ASSESSED",
            "NOT ASSESSABLE", "NOT AVAILABLE", "NOT REPORTED", "UNDETERMINED", "INDETERMINATE", ".");
    private static final int BOTH = 2;

    private enum Says {
        ANSWER, NOT_ASSESSED, NOTHING, ODD
    }

    /// The records of a parameter.
    private static final class Answers {
        private final Map<String, List<Integer>> odd = new TreeMap<>();
        private boolean understood;
        private boolean numbered;
    }

    @Override
    public void ask(Study study, RequestedColumns requested) {
        responses(study).forEach(name -> requested.ask(name, "PARAMCD", "AVAL", "AVALC"));
    }

    /// Our names of the datasets whose parameters answered yes or no are responses.
    private static List<String> responses(Study study) {
        return ExaminedDataset.withParameters(study).stream()
                .filter(name -> (name.startsWith("ADEFF") || name.startsWith("ADRS")) && study.has(name, "AVALC")
                        && !study.has(name, "CNSR"))
                .toList();
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, responses(data.study()))) {
            TextColumn parameter = dataset.text("PARAMCD").orElse(null);
            TextColumn text = dataset.text("AVALC").orElse(null);
            if (parameter != null && text != null) {
                look(dataset, parameter, text, findings);
            }
        }
    }

    private static void look(ExaminedDataset dataset, TextColumn parameter, TextColumn text, Consumer<Finding> findings) {
        NumericColumn number = dataset.number("AVAL").orElse(null);
        Says[] says = text.dictionary().stream().map(ResponseWords::says).toArray(Says[]::new);
        Answers[] byCode = parameter.dictionary().stream().map(code -> new Answers()).toArray(Answers[]::new);
        for (int row = 0; row < dataset.rows(); row++) {
            Answers answers = byCode[parameter.code(row)];
            Says word = says[text.code(row)];
            if (word == Says.ANSWER) {
                answers.understood = true;
            } else {
                double value = number == null ? Double.NaN : number.value(row);
                boolean numbered = value == 0 || value == 1;
                answers.numbered |= numbered;
                if (!numbered && (word == Says.ODD || (word == Says.NOTHING && !Double.isNaN(value)))) {
                    answers.odd.computeIfAbsent(word == Says.ODD ? text.value(row).strip() : ValueText.number(value),
                            w -> new ArrayList<>()).add(row);
                }
            }
        }
        for (int code = 0; code < byCode.length; code++) {
            tell(dataset, parameter.dictionary().get(code).strip(), byCode[code], findings);
        }
    }

    private static Says says(String word) {
        if (YesNo.of(word).isPresent()) {
            return Says.ANSWER;
        }
        String plain = word.strip().toUpperCase(Locale.ROOT);
        if (plain.isEmpty()) {
            return Says.NOTHING;
        }
        return NOT_ASSESSED.contains(plain) ? Says.NOT_ASSESSED : Says.ODD;
    }

    private static void tell(ExaminedDataset dataset, String code, Answers answers, Consumer<Finding> findings) {
        if (answers.understood) {
            answers.odd.forEach((word, rows) -> findings.accept(dataset.at(rows.getFirst(), Finding
                    .warning("RESPONSE_WORD", "is neither yes nor no, as the other answers of " + code + " are ("
                            + (rows.size() == 1
                                    ? "1 record); it counts"
                                    : String.format(Locale.ROOT, "%,d records); they count", rows.size()))
                            + " as missing, which may be non-response")
                    .of(dataset.named("AVALC")).value(word)
                    .remedy("write Y or N, and nothing where it was not assessed"))));
        } else if (!answers.numbered && answers.odd.size() == BOTH) {
            findings.accept(dataset.in(Finding
                    .note("RESPONSE_WORD", "of " + code + " are neither yes nor no; tables of responses leave the parameter out")
                    .of(dataset.named("AVALC")).value(String.join(", ", answers.odd.keySet()))
                    .remedy("write Y and N, if it is a response")));
        }
    }
}
