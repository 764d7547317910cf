package org.tabularium.validation.score;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.BeyondLimit;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A value below or above what can be measured (AVALC is "<5" or "BLQ"; without AVALC the result of SDTM, as LBSTRESC) has a
/// number (AVAL), by whatever rule the study has for it: tables of numbers leave out a record without one, as if nothing had been
/// measured.
public final class ValuesBeyondLimits implements Rule {

    private static final Finding PATTERN = Finding.warning("VALUE_BEYOND_LIMIT", "")
            .remedy("give AVAL by the study's rule for such values");
    private static final String TEXT = "AVALC";
    private static final Predicate<String> RESULT = Pattern.compile("[A-Z]{2}STRESC").asMatchPredicate();

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).stream().filter(name -> study.has(name, "AVAL"))
                .forEach(name -> text(study, name).ifPresent(text -> requested.ask(name, "PARAMCD", "AVAL", text)));
    }

    /// The variable with the value as text.
    private static Optional<String> text(Study study, String dataset) {
        return study.has(dataset, TEXT)
                ? Optional.of(TEXT)
                : study.variables(dataset).stream().filter(RESULT).sorted().findFirst();
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            NumericColumn number = dataset.number("AVAL").orElse(null);
            TextColumn text = text(data.study(), dataset.name()).flatMap(dataset::text).orElse(null);
            if (number != null && text != null) {
                check(dataset, number, text, findings);
            }
        }
    }

    private static void check(ExaminedDataset dataset, NumericColumn number, TextColumn text, Consumer<Finding> findings) {
        boolean[] beyond = matching(text, BeyondLimit::isSigned);
        boolean[] word = matching(text, BeyondLimit::isWord);
        boolean[] measured = measured(dataset, number, text, word);
        TextColumn code = dataset.text("PARAMCD").orElse(null);
        boolean any = IntStream.range(0, beyond.length).anyMatch(i -> beyond[i] || word[i]);
        String variable = text.variable().name();
        Finding pattern = PATTERN.of(variable);
        if (RESULT.test(variable)) {
            pattern = pattern.remedy("give AVAL by the study's rule for such values, and AVALC, by which \"<1\" is below 10: "
                    + "variables: {AVALC: " + variable + "} in study.yaml");
        }
        try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
            for (int row = 0; row < dataset.rows() && any; row++) {
                boolean says = beyond[text.code(row)]
                        || (word[text.code(row)] && code != null && measured[code.code(row)]);
                if (says && number.isMissing(row)) {
                    rows.add(row, text::value, at -> "has no number (" + dataset.named("AVAL")
                            + "); tables of numbers leave the record out");
                }
            }
        }
    }

    private static boolean[] matching(TextColumn text, Predicate<String> says) {
        boolean[] matching = new boolean[text.dictionary().size()];
        for (int code = 0; code < matching.length; code++) {
            matching[code] = says.test(text.dictionary().get(code));
        }
        return matching;
    }

    /// By code of PARAMCD whether more records have a number than have such a word without one.
    private static boolean[] measured(ExaminedDataset dataset, NumericColumn number, TextColumn text, boolean[] word) {
        TextColumn code = dataset.text("PARAMCD").orElse(null);
        if (code == null || IntStream.range(0, word.length).noneMatch(i -> word[i])) {
            return new boolean[code == null ? 0 : code.dictionary().size()];
        }
        int[] balance = new int[code.dictionary().size()];
        for (int row = 0; row < dataset.rows(); row++) {
            if (!number.isMissing(row)) {
                balance[code.code(row)]++;
            } else if (word[text.code(row)]) {
                balance[code.code(row)]--;
            }
        }
        boolean[] measured = new boolean[balance.length];
        for (int i = 0; i < measured.length; i++) {
            measured[i] = balance[i] > 0;
        }
        return measured;
    }
}
