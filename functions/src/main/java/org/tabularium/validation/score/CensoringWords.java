package org.tabularium.validation.score;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// What a time to an event says in words (EVNTDESC) agrees with its censoring: who is alive, censored or lost to follow-up has no
/// event. Other programs code the event as 1, and a CNSR made so turns events and censored times round.
public final class CensoringWords implements Rule {

    private static final Pattern CENSORED = Pattern
            .compile("(?i)\\s*(?:no event|censor|alive\\b|last known alive|lost to follow).*");
    private static final Finding PATTERN = Finding
            .warning("CENSORING_DIFFERS", "is no event, but CNSR is 0, which means that there was one")
            .of("EVNTDESC").remedy("correct whichever is wrong; 0 is the event, a number above 0 is censoring");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).stream().filter(name -> study.has(name, "CNSR"))
                .forEach(name -> requested.ask(name, "CNSR", "EVNTDESC"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        List<String> names = ExaminedDataset.withParameters(data.study());
        for (ExaminedDataset dataset : ExaminedDataset.of(data, names)) {
            Optional<TextColumn> words = dataset.text("EVNTDESC");
            Optional<NumericColumn> censored = dataset.number("CNSR");
            if (words.isPresent() && censored.isPresent()) {
                IntPredicate none = ExaminedDataset.where(words.get(), word -> CENSORED.matcher(word).matches());
                try (RowFindings rows = new RowFindings(dataset, PATTERN, findings)) {
                    for (int row = 0; row < dataset.rows(); row++) {
                        if (none.test(row) && censored.get().value(row) == 0) {
                            rows.add(row, at -> ValueText.text(words.get(), at));
                        }
                    }
                }
            }
        }
    }
}
