package org.tabularium.validation.score;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A value below or above what can be measured (AVALC is "<5") has a number (AVAL), by whatever rule the study has for it: tables
/// of numbers leave out a record without one, as if nothing had been measured.
public final class ValuesBeyondLimits implements Rule {

    private static final Pattern BEYOND = Pattern.compile("\\s*[<>≤≥]=?\\s*\\d.*");
    private static final Finding PATTERN = Finding.warning("VALUE_BEYOND_LIMIT", "").of("AVALC")
            .remedy("give AVAL by the study's rule for such values");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).stream().filter(name -> study.has(name, "AVAL") && study.has(name, "AVALC"))
                .forEach(name -> requested.ask(name, "AVAL", "AVALC"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            NumericColumn number = dataset.number("AVAL").orElse(null);
            TextColumn text = dataset.text("AVALC").orElse(null);
            if (number != null && text != null) {
                check(dataset, number, text, findings);
            }
        }
    }

    private static void check(ExaminedDataset dataset, NumericColumn number, TextColumn text, Consumer<Finding> findings) {
        boolean[] beyond = new boolean[text.dictionary().size()];
        boolean any = false;
        for (int code = 0; code < beyond.length; code++) {
            beyond[code] = BEYOND.matcher(text.dictionary().get(code)).matches();
            any |= beyond[code];
        }
        try (RowFindings rows = new RowFindings(dataset, PATTERN, findings)) {
            for (int row = 0; row < dataset.rows() && any; row++) {
                if (beyond[text.code(row)] && number.isMissing(row)) {
                    rows.add(row, text::value, at -> "has no number (" + dataset.named("AVAL")
                            + "); tables of numbers leave the record out");
                }
            }
        }
    }
}
